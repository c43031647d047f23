"""Patterns of names, as `.gitignore` has them: they come in, whether a path below a folder matches goes out.

A pattern without `/` is of a name at any depth, one with `/` of a path from the folder of the patterns on; `*` and `?`
match within a name, `**` over folders; `/` at the end means folders, `!` at the beginning takes back (gitignore(5)).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from translate.records import dataclass

_FILE = ".gitignore"
_REPOSITORY = ".git"
_MOST_BYTES = 1 << 20
_PART = re.compile(r"\\(.)|(\*\*/)|(/\*\*(?=/|\Z))|(\*+)|(\?)|\[(!|\^)?(\]?[^\]]*)\]|(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Pattern:
    regex: re.Pattern[str]
    is_back: bool
    of_folders: bool


@lru_cache(maxsize=512)
def _compile(text: str) -> _Pattern | None:
    """Return a line of a file of patterns; None for a blank line or a comment."""
    text = re.sub(r"(?<!\\)\s+\Z", "", text)
    if not text or text.startswith("#"):
        return None
    is_back = text.startswith("!")
    text = text[is_back:]
    of_folders = text.endswith("/")
    text = text.rstrip("/")
    is_anchored = "/" in text
    try:
        regex = re.compile(("" if is_anchored else "(?:.*/)?") + _translate(text.removeprefix("/")), re.DOTALL)
    except re.error:
        return None  # a range such as [z-a], which matches nothing
    return _Pattern(regex, is_back, of_folders)


def _translate(text: str) -> str:
    parts: list[str] = []
    for found in _PART.finditer(text):
        escaped, over, rest, stars, one, negation, characters, other = found.groups()
        if escaped or other:
            parts.append(re.escape(escaped or other))
        elif over:
            parts.append("(?:.*/)?")
        elif rest:
            parts.append("(?:/.*)?")
        elif stars:
            parts.append(".*" if stars == "**" and found.end() == len(text) and found.start() == 0 else "[^/]*")
        elif one:
            parts.append("[^/]")
        else:
            plain = characters.replace("\\", "\\\\").replace("[", "\\[")
            parts.append(f"[{'^' if negation else ''}{plain}]")
    return "".join(parts)


class Patterns:
    """Patterns of one folder; the last one that matches decides."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._patterns = [pattern for line in lines if (pattern := _compile(line))]

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def decide(self, name: str, *, is_folder: bool = False) -> bool | None:
        """Tell whether a path below the folder is matched; None where no pattern says anything of it."""
        for pattern in reversed(self._patterns):
            if (is_folder or not pattern.of_folders) and pattern.regex.fullmatch(name):
                return not pattern.is_back
        return None

    def match(self, name: str) -> bool:
        """Tell whether a file, or a folder that it lies in, is matched."""
        parts = name.split("/")
        above = ("/".join(parts[:count]) for count in range(1, len(parts)))
        return any(self.decide(one, is_folder=True) for one in above) or bool(self.decide(name))


class Ignored:
    """What the `.gitignore` files of a folder, of those below it and of the repository around it leave out."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._top = _repository(self._folder)
        self._read: dict[Path, Patterns] = {}
        self._known: dict[Path, bool] = {}

    def leave_out(self, path: Path, *, is_folder: bool = False) -> bool:
        """Tell whether a file or folder below the folder is left out; what lies in a folder left out is so too."""
        path = path.resolve() if is_folder else path.parent.resolve() / path.name
        if path == self._top or self._top not in path.parents:
            return False
        if path.parent != self._top and self._is_left_out(path.parent):
            return True
        for folder in (path.parent, *path.parent.parents):
            decided = self._patterns(folder).decide(path.relative_to(folder).as_posix(), is_folder=is_folder)
            if decided is not None:
                return decided
            if folder == self._top:
                break
        return False

    def _is_left_out(self, folder: Path) -> bool:
        if folder not in self._known:
            self._known[folder] = self.leave_out(folder, is_folder=True)
        return self._known[folder]

    def _patterns(self, folder: Path) -> Patterns:
        if folder not in self._read:
            self._read[folder] = Patterns(_lines(folder / _FILE))
        return self._read[folder]


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            yield from file.read(_MOST_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return


def _repository(folder: Path) -> Path:
    """Return the folder of the repository that a folder lies in; itself where it lies in none."""
    return next((one for one in (folder, *folder.parents) if (one / _REPOSITORY).exists()), folder)
