"""Files that appear whole or not at all: written beside their place, flushed to the disk, then renamed.

with replace_text(Path("aligned/letter.tsv")) as file:
    file.write("…")
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from translate.errors import OutputError
from translate.files.parts import Part, new_group
from translate.files.written import keeper, keeping


class Batch:
    """Files that take their places together, and others that go at that moment."""

    def __init__(self) -> None:
        self._keeper = keeper()
        self._group = new_group()
        self._parts: list[Part] = []
        self._removed: list[Path] = []

    def open(self, path: Path) -> Part:
        """Begin a new content for `path`.

        :raises OutputError: where the disk refuses.
        """
        self._parts.append(Part.beside(path, self._group, len(self._parts)))
        return self._parts[-1]

    def remove(self, path: Path) -> None:
        """Remove a file when the others take their places, but none that bitexte did not write."""
        self._removed.append(path)

    def close(self, parts: list[Part]) -> None:
        """Close what is finished. The first stays open, which holds its group; Windows renames no file that is."""
        for part in parts:
            if part is not self._parts[0]:
                part.close()

    def commit(self) -> None:
        """Put all in place that was not discarded.

        :raises OutputError: where the disk refuses, or a place holds a file that bitexte did not write.
        """
        parts = [part for part in self._parts if not part.discarded]
        if self._keeper is not None:
            self._keeper.note(parts)
        for part in reversed(parts):
            part.close()
            part.rename()
        for path in self._removed:
            if self._keeper is None or self._keeper.may_replace(path):
                path.unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove what did not take its place."""
        for part in self._parts:
            part.discard()


_BATCH: ContextVar[Batch | None] = ContextVar("batch", default=None)


@contextmanager
def together() -> Iterator[Batch]:
    """Have all files that are written in this context take their places at its end, where it ends without an error.

    Within another such context, it is that one's end.

    :raises OutputError: where the disk refuses; nothing is left behind then.
    """
    outer = _BATCH.get()
    if outer is not None:
        yield outer
        return
    with _begun() as batch:
        yield batch


@contextmanager
def apart() -> Iterator[None]:
    """Have caches and files of the moment take their places at once within :func:`together`, and note none of them."""
    with keeping(None):
        token = _BATCH.set(None)
        try:
            yield
        finally:
            _BATCH.reset(token)


@contextmanager
def _begun() -> Iterator[Batch]:
    batch = Batch()
    token = _BATCH.set(batch)
    try:
        yield batch
        batch.commit()
    finally:
        _BATCH.reset(token)
        batch.discard()


@contextmanager
def replace_file(path: Path) -> Iterator[BinaryIO]:
    """Open a new content for `path`, in bytes. The file is replaced when the context ends without an error.

    :raises OutputError: where the disk refuses; what was at `path` before is untouched then.
    """
    with replace_files(path) as (file,):
        yield file


@contextmanager
def replace_text(path: Path) -> Iterator[TextIO]:
    """Like :func:`replace_file`, for UTF-8 text whose line ends are written as they are."""
    with replace_files(path) as (file,), text_layer(file) as text:
        yield text


@contextmanager
def text_layer(file: BinaryIO, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Write text, line ends as they are, to a file of :func:`replace_files`, which stays open."""
    text = io.TextIOWrapper(cast("io.BufferedWriter", file), encoding=encoding, newline="")
    try:
        yield text
        text.flush()
    finally:
        with suppress(OutputError):  # Only a failure that is on its way up already can end here.
            text.detach()


@contextmanager
def replace_files(*paths: Path) -> Iterator[tuple[BinaryIO, ...]]:
    """Open new contents for several files, which are renamed together when the context ends without an error.

    :raises OutputError: where the disk refuses; nothing is left behind then.
    """
    raws: list[Part] = []
    files: list[io.BufferedWriter] = []
    with together() as batch:
        try:
            for path in paths:
                raws.append(batch.open(path))
                files.append(io.BufferedWriter(raws[-1], 1 << 16))
            yield tuple(cast(BinaryIO, file) for file in files)
            for file, raw in zip(files, raws, strict=True):
                file.flush()
                raw.finish()
            batch.close(raws)
        except BaseException:
            for raw in raws:
                raw.discarded = True
            raise
        finally:
            for file in files:
                with suppress(ValueError):  # closed by a library that failed
                    file.detach()


def write_text(path: Path, text: str) -> None:
    """Replace the content of `path` by `text` in UTF-8, whole or not at all.

    :raises OutputError: where the disk refuses.
    """
    with replace_text(path) as file:
        file.write(text)
