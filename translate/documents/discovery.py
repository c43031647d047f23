"""What the user named, files, folders, patterns or standard input, gives the documents to read."""

from __future__ import annotations

import glob
import re
import shutil
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import IO

from translate.config import DocumentConfig
from translate.documents.kinds import KINDS_BY_SUFFIX, READERS, usual_ending
from translate.documents.lookalikes import START_BYTES, is_lookalike, may_be_lookalike
from translate.documents.older import SAVED_AS, SHARED
from translate.documents.selection import OWNER, Selection
from translate.errors import DocumentError, UnknownNameError
from translate.records import dataclass

_USUAL = DocumentConfig()
_OLDER = "office"
_START_BYTES = 1 << 14
_XML_SIGNS = {"android": b"<resources", "docbook": b"docbook", "dita": b"dita"}
"""What the prolog or the first tag of each kind of XML has, in small letters."""
_PROLOG = re.compile(
    rb"[^<]{0,9}(?>\s|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?\s*>)*+<[a-z_][^>]*>", re.DOTALL | re.I
)


@dataclass(frozen=True, slots=True)
class Source:
    """A document to read. `name` is its path below the folder that was named, with `/`."""

    path: Path
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """`sources` to read, and the files of a folder that nobody reads, `left_aside`, for the user to be told.

    `others` are those of them that are of no kind, with their names, and "" for a kind.
    """

    sources: tuple[Source, ...]
    left_aside: tuple[Path, ...] = ()
    others: tuple[Source, ...] = ()


def find_sources(arguments: Sequence[str], *, kind: str | None = None, config: DocumentConfig = _USUAL) -> Found:
    """Return the documents that `arguments` name, in order, each once; a folder gives its documents sorted by name.

    :param kind: read every file as this kind, whatever its ending.
    :param config: says which files are taken.
    :raises DocumentError: where a file is missing, of an unknown ending, or a folder or pattern holds no document.
    """
    found: dict[Path, Source] = {}
    others: list[Source] = []
    selection = Selection(config)
    for argument in arguments:
        for source in _expand(argument, kind, others, selection):
            found.setdefault(source.path.resolve(), source)
    files = tuple(other for other in others if other.path.is_file())
    return Found(tuple(found.values()), tuple(other.path for other in others), files)


def from_standard_input(stream: IO[bytes], folder: Path, *, kind: str | None = None) -> Source:
    """Keep standard input in a file of `folder`, because a document is read more than once.

    :param kind: what it is; None takes plain text.
    :raises UnknownNameError: where there is no such kind.
    """
    kind = kind or "text"
    if kind not in READERS:
        raise UnknownNameError(READERS.kind, kind, READERS)
    path = folder / f"stdin{usual_ending(kind)}"
    with path.open("wb") as file:
        shutil.copyfileobj(stream, file)
    return Source(path, path.name, kind)


def _expand(argument: str, kind: str | None, others: list[Source], selection: Selection) -> list[Source]:
    path = Path(argument)
    if path.is_dir():
        return _folder(path, kind, others, selection)
    if path.exists():
        return [Source(path, path.name, kind or kind_of(path))] if not selection.skips(path.name) else []
    if any(character in argument for character in "*?["):
        matches = [Path(match) for match in sorted(glob.glob(argument, recursive=True))]  # noqa: PTH207
        files = [match for match in matches if match.is_file() and not match.name.startswith(OWNER)]
        if not files:
            raise DocumentError("no file matches this pattern.", path=argument)
        return [Source(one, one.name, kind or kind_of(one)) for one in files if not selection.skips(one.name)]
    raise DocumentError("no such file or folder.", path=argument)


def _folder(folder: Path, kind: str | None, others: list[Source], selection: Selection) -> list[Source]:
    """Return the documents below a folder, and add its other files to `others`."""
    sources = []
    for path in selection.iter_files(folder):
        name = name_below(folder, path)
        is_known = path.is_file() and path.suffix.lower() in KINDS_BY_SUFFIX
        if is_known and (kind or not (is_other_xml(path) or _is_lookalike(path))):
            sources.append(Source(path, name, kind or kind_of(path)))
        else:
            others.append(Source(path, name, ""))
    if not sources:
        endings = ", ".join(sorted(KINDS_BY_SUFFIX))
        raise DocumentError(f"no documents in this folder; expected files with the extension {endings}.", path=folder)
    return sources


def _is_lookalike(path: Path) -> bool:
    if not may_be_lookalike(path.name):
        return False
    try:
        with path.open("rb") as file:
            return is_lookalike(path.name, file.read(START_BYTES))
    except OSError:
        return False


def is_other_xml(path: Path) -> bool:
    """Tell whether a file of this ending is of none of the kinds of XML that are read."""
    return path.suffix.lower() == ".xml" and _kind_of_xml(path) is None


def _kind_of_xml(path: Path) -> str | None:
    """Return the kind that the prolog and the first tag of a file tell; None where they tell none."""
    try:
        with path.open("rb") as file:
            start = _PROLOG.match(file.read(_START_BYTES).replace(b"\0", b""))
    except OSError:
        return KINDS_BY_SUFFIX[".xml"]
    found = start[0].lower() if start else b""
    return next((kind for kind, sign in _XML_SIGNS.items() if sign in found), None)


def _begins_with(path: Path, start: bytes) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(start)) == start
    except OSError:
        return False


def name_below(folder: PurePath, path: PurePath) -> str:
    """Return how a document of `folder` is called, the same on every system: its path below, with `/`."""
    return path.relative_to(folder).as_posix()


def kind_of(path: Path) -> str:
    """Return the kind of document that the ending tells.

    :raises DocumentError: for an ending that nobody reads.
    """
    ending = path.suffix.lower()
    try:
        kind = KINDS_BY_SUFFIX[ending]
        if ending in SHARED:
            return _OLDER if _begins_with(path, SHARED[ending]) else kind
        return _kind_of_xml(path) or kind if ending == ".xml" else kind
    except KeyError:
        newer = SAVED_AS.get(ending)
        if newer:
            message = f"'{path.suffix}' is a format that nobody reads here; save it as {newer} and name that file."
            raise DocumentError(message, path=path) from None
        endings = ", ".join(sorted(KINDS_BY_SUFFIX))
        raise DocumentError(f"unsupported file type '{path.suffix}'; supported: {endings}.", path=path) from None
