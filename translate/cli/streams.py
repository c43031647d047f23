"""Standard input and output in the place of files: `-` wherever a command reads or writes one.

A command reads and writes files alone. What is named `-` is kept in a file of a temporary folder first, and what was
written there is copied to standard output at the end; all that the command says goes to standard error then.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TextIO, cast

from translate.errors import UsageError

STANDARD = "-"
_SUCCESS = (0, 3)
_NONE = Path()
"""The folder of a command that reads and writes no pipe."""


def named(text: str) -> Path:
    """Return what an option names that writes a file or a folder of its own, and takes no standard output.

    :raises argparse.ArgumentTypeError: for `-`, of which a file of that name would be made.
    """
    if text == STANDARD:
        raise argparse.ArgumentTypeError("does not write to standard output (-); name a file or a folder")
    return Path(text)


class Streams:
    """What one command takes from standard input and gives to standard output."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._standard_output = folder, sys.stdout
        self._out = folder / "out"
        self._read: Path | None = None
        self._target: Path
        self.writes = False

    def source(self, ending: str = "") -> Path:
        """Keep standard input in a file, once, and return its name."""
        if self._read is None:
            self._read = self._folder / f"stdin{ending}"
            with self._read.open("wb") as file:
                shutil.copyfileobj(sys.stdin.buffer, file)
        return self._read

    def target(self, format_name: str | None) -> Path:
        """Return the file that is copied to standard output at the end.

        :raises UsageError: where nothing says in what format, or it makes more than one file.
        """
        from translate.cli.stated import USUAL  # which `--help` need not wait for
        from translate.formats import FORMATS

        if format_name is None:
            raise UsageError("standard output has no name that tells its format; give it with --to, such as jsonl.")
        paths = FORMATS.load(format_name).paths(self._out / "stdout", USUAL)
        if len(paths) > 1:
            raise UsageError(f"{format_name} makes {len(paths)} files; standard output takes one.")
        self._out.mkdir()
        self.writes, self._target = True, paths[0]
        return paths[0]

    def deliver(self, code: int) -> None:
        """Copy what was written to standard output, where the command came to its end."""
        if not self.writes or code not in _SUCCESS:
            return
        self._standard_output.flush()
        with self._target.open("rb") as file:
            shutil.copyfileobj(file, self._standard_output.buffer)
        self._standard_output.flush()
        beside = sorted(path.name for path in self._out.iterdir() if path.is_file() and path != self._target)
        if beside:
            print(
                f"bitexte: {', '.join(beside)}, with what was refused, is not kept; write to a file to have it beside.",
                file=sys.stderr,
            )

    def renamed(self, text: str) -> str:
        """Return `text` with the files called `stdin` and `stdout`, without the folder where they are kept."""
        if self._folder == _NONE:  # « ../in » and « out/ » are names of the user's own
            return text
        return text.replace(f"{self._out}/", "").replace(f"{self._folder}/", "").replace(f"{self._folder}\\", "")


class _Renaming(io.TextIOBase):
    """Passes text on with the temporary folder taken out of names."""

    def __init__(self, stream: TextIO, streams: Streams) -> None:
        self._stream, self._streams = stream, streams

    def write(self, text: str) -> int:
        return self._stream.write(self._streams.renamed(text))

    def flush(self) -> None:
        self._stream.flush()

    def isatty(self) -> bool:
        return self._stream.isatty()


@contextmanager
def standard_streams(options: argparse.Namespace, module: ModuleType) -> Iterator[Streams]:
    """Put files in the place of each `-` among a command's options, for as long as the context lasts.

    :param module: the command, which names its options: `READS` bilingual files, `DOCUMENTS`, and `WRITES` bilingual
        files.
    :raises UsageError: where the format of standard input or output is not stated.
    """
    with ExitStack() as stack:
        reads, documents, writes = (getattr(module, name, ()) for name in ("READS", "DOCUMENTS", "WRITES"))
        if not any(_is_named(options, name) for name in (*reads, *documents, *writes)):
            yield Streams(_NONE)
            return
        from tempfile import TemporaryDirectory  # which `--help` need not wait for

        from translate.files import TEMPORARY

        streams = Streams(Path(stack.enter_context(TemporaryDirectory(prefix=TEMPORARY))))
        for name in filter(partial(_is_named, options), reads):
            if getattr(options, "read_as", None) is None:
                raise UsageError("standard input has no name that tells its format; give it with --from, such as tmx.")
            _put(options, name, streams.source())
        for name in filter(partial(_is_named, options), documents):
            _put(options, name, streams.source(_ending_of(getattr(options, "read_as", None))))
        for name in filter(partial(_is_named, options), writes):
            _put(options, name, streams.target(_format_of(options, name)))
        renaming = cast(TextIO, _Renaming(sys.stderr, streams))
        stack.enter_context(redirect_stderr(renaming))
        if streams.writes:
            stack.enter_context(redirect_stdout(renaming))
        yield streams


def shown(path: Path) -> Path:
    """Return what a report calls a file: `stdin` for standard input, and not the file where it is kept."""
    from translate.files import is_temporary  # which `--help` need not wait for

    return Path(path.name) if path.stem == "stdin" and is_temporary(path) else path


def _is_named(options: argparse.Namespace, name: str) -> bool:
    value = getattr(options, name, None)
    return STANDARD in map(str, value if isinstance(value, list) else [value])


def _format_of(options: argparse.Namespace, name: str) -> str | None:
    """Return the format of standard output; None where nothing says it.

    :raises UsageError: where there are several, or it is to be written several times.
    """
    stated = [one for part in getattr(options, "formats", None) or () for one in part.split(",")]
    if len(stated) > 1:
        raise UsageError(f"standard output takes one format, not {', '.join(stated)}.")
    value = getattr(options, name)
    if isinstance(value, list) and [str(one) for one in value].count(STANDARD) > 1:
        raise UsageError(f"--{name} - is given more than once; standard output is written once.")
    return stated[0] if stated else None


def _put(options: argparse.Namespace, name: str, path: Path) -> None:
    """Put a file in the place of `-`, as text where the others are text."""
    value = getattr(options, name)
    if not isinstance(value, list):
        setattr(options, name, path)
        return
    setattr(options, name, [type(one)(path) if str(one) == STANDARD else one for one in value])


def _ending_of(kind: str | None) -> str:
    from translate.documents import READERS  # which `--help` need not wait for
    from translate.documents.kinds import usual_ending

    return usual_ending(kind if kind is not None and kind in READERS else "text")
