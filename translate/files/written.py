"""What bitexte wrote into a folder, by content: only that is ever overwritten or removed.

Each new content is noted before it takes its place, so that a run that is killed in between still knows its own files.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from translate.errors import ForeignFileError
from translate.files.digests import digest_of
from translate.files.parsing import from_json
from translate.files.parts import Part, make_folder, refusal

FOLDER = ".bitexte"
"""Subfolder of an output folder where bitexte keeps what it has to know of it."""
LIST = "written.jsonl"
"""The file in it that says which files bitexte wrote: their names and digests, no text."""


class Written:
    """Knows the files that bitexte wrote, and refuses to replace others.

    :param maker: the command that writes.
    :param folder: whose subfolder keeps the list, for outputs in it and below; None keeps it beside each output.
    :param shared: whether the command may replace what another command wrote: where the user named the file.
    :param overwrite: replace whatever is there.
    """

    def __init__(self, maker: str, folder: Path | None = None, *, shared: bool = True, overwrite: bool = False) -> None:
        self._maker, self._is_shared, self._overwrites = maker, shared, overwrite
        self._folder = Path(os.path.realpath(folder)) if folder is not None else None
        self._known: dict[Path, dict[str, dict[str, str]]] = {}

    def may_replace(self, path: Path) -> bool:
        """Tell whether the file at `path`, be it there or not, is one that this command wrote."""
        target = Path(os.path.realpath(path))
        if not target.exists():
            return True
        if _is_spared(target):
            return False
        if self._overwrites:
            return True
        makers = self._contents(target)
        maker = makers.get(digest_of(target)) if makers else None
        return maker is not None and (self._is_shared or maker == self._maker)

    def knows(self, path: Path) -> bool:
        """Tell whether bitexte wrote something under this name, be it still there or not."""
        return bool(self._contents(Path(os.path.realpath(path))))

    def refuse(self, path: Path) -> ForeignFileError:
        """Return why the file at `path` stays."""
        if _is_spared(path):
            return ForeignFileError(f"{path} is a file that is read, and stays as it is; write to another file.")
        makers = self._contents(Path(os.path.realpath(path)))
        maker = makers.get(digest_of(path)) if makers else None
        if maker is not None:
            what = f"written by bitexte {maker}"
        else:
            what = "changed since bitexte wrote it" if makers else "not written by bitexte"
        return ForeignFileError(
            f"{path}: {what}, and left as it is; move it, choose another --out, or replace it with --overwrite."
        )

    def note(self, parts: Iterable[Part]) -> None:
        """Note new contents, which are about to take their places.

        :raises ForeignFileError: where one of the places holds a file of somebody else, with another content.
        :raises OutputError: where the disk refuses.
        """
        lines: defaultdict[Path, list[str]] = defaultdict(list)
        for part in parts:
            digest = digest_of(part.part)
            if not self.may_replace(part.target) and digest_of(part.target) != digest:
                raise self.refuse(part.target)
            contents = self._contents(part.target)
            if contents.get(digest) != self._maker:
                contents[digest] = self._maker
                place, name = self._place(part.target)
                lines[place].append(json.dumps([digest, self._maker, name]) + "\n")
        for place, added in lines.items():
            _append(place, "".join(added))

    def _place(self, target: Path) -> tuple[Path, str]:
        """Return the list that a file stands in, and its name there."""
        root = target.parent if self._folder is None or not target.is_relative_to(self._folder) else self._folder
        return root / FOLDER / LIST, target.relative_to(root).as_posix()

    def _contents(self, target: Path) -> dict[str, str]:
        """Return the digests of all that was written at a place, with the command that wrote it last."""
        place, name = self._place(target)
        if place not in self._known:
            self._known[place] = _load(place)
        return self._known[place].setdefault(name, {})


def _load(place: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    try:
        lines = place.read_bytes().split(b"\n")
    except FileNotFoundError:
        return found
    except OSError as exc:
        raise refusal(place, exc) from exc
    for line in lines:
        try:
            digest, maker, name = from_json(line)
            found.setdefault(name, {})[digest] = maker
        except (ValueError, TypeError):  # blank, or cut short when the process was killed
            continue
    return found


def own_folder(out: Path) -> Path:
    """Return the folder of what bitexte has to know of an output folder, which nobody but its owner may read.

    :raises OutputError: where the disk refuses.
    """
    folder = out / FOLDER
    make_folder(out)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as exc:
        raise refusal(out, exc) from exc
    return folder


def _append(place: Path, text: str) -> None:
    own_folder(place.parent.parent)
    try:
        with place.open("a+b") as file:
            file.seek(0, os.SEEK_END)
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    text = f"\n{text}"
            file.write(text.encode("ascii"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as exc:
        raise refusal(place, exc) from exc


_KEEPER: ContextVar[Written | None] = ContextVar("keeper", default=None)
_SPARED: ContextVar[tuple[Path, ...]] = ContextVar("spared", default=())


@contextmanager
def keeping(written: Written | None) -> Iterator[None]:
    """Have `written` decide what may be replaced or removed, as long as the context lasts; None lets all be."""
    token = _KEEPER.set(written)
    try:
        yield
    finally:
        _KEEPER.reset(token)


@contextmanager
def sparing(paths: Collection[Path]) -> Iterator[None]:
    """Have no file replaced that is read, as long as the context lasts, whoever wrote it and whatever the user says."""
    token = _SPARED.set((*_SPARED.get(), *paths))
    try:
        yield
    finally:
        _SPARED.reset(token)


def _is_spared(path: Path) -> bool:
    return any(is_same_file(other, path) for other in _SPARED.get())


def is_same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file that is there, be it through folders that are still to be made."""
    first, second = Path(os.path.realpath(one)), Path(os.path.realpath(other))
    return first.exists() and second.exists() and first.samefile(second)


def keeper() -> Written | None:
    """Return what decides here."""
    return _KEEPER.get()
