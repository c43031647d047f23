"""The corpora of an output folder: which file holds the units of each document, and in what order they stand."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson

from translate.errors import UsageError
from translate.files import FOLDER, digest_of
from translate.formats import FORMATS, read_bitext
from translate.formats.base import Remark, Verdict
from translate.formats.jsonunit import value_of
from translate.records import dataclass

_ORDER = ("json", "jsonl", "xliff2", "xliff", "tmx")
"""Formats that hold codes and places, the fullest first."""
_REJECTED = ".rejected.json"
_SNIFFED = 200
_HEAD = b'"units": ['
"""What stands before the units in our own JSON."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The units of one document: the file with those that were accepted, and the one with those that were refused."""

    name: str
    accepted: Path | None
    refused: Path | None

    @property
    def paths(self) -> tuple[Path, ...]:
        return tuple(path for path in (self.accepted, self.refused) if path is not None)


def find_corpora(out: Path) -> tuple[Corpus, ...]:
    """Return the corpora of an output folder, by their names.

    :raises UsageError: where there is none.
    """
    if not out.is_dir():
        raise UsageError(f"{out}: no such folder; give the one that --out named.")
    accepted: dict[str, tuple[int, Path]] = {}
    refused: dict[str, Path] = {}
    for path in sorted(out.rglob("*")):
        if FOLDER in path.relative_to(out).parts or not path.is_file():
            continue
        name = path.relative_to(out).as_posix()
        if name.endswith(_REJECTED):
            refused[name.removesuffix(_REJECTED)] = path
            continue
        for rank, kind in enumerate(_ORDER):
            plugin = FORMATS.load(kind)
            if plugin.claims(path) and (kind not in ("json", "jsonl") or _is_bitext(path)):
                _, stem = plugin.place(path)
                key = stem.relative_to(out).as_posix()
                if key not in accepted or rank < accepted[key][0]:
                    accepted[key] = rank, path
                break
    names = sorted(accepted.keys() | refused.keys())
    if not names:
        raise UsageError(
            f"{out}: nothing to review: no bilingual file in it (.json, .xlf, .tmx); run bitexte translate."
        )
    return tuple(Corpus(name, accepted[name][1] if name in accepted else None, refused.get(name)) for name in names)


def _is_bitext(path: Path) -> bool:
    """Tell whether a JSON file is a corpus of ours, and no translated file of strings."""
    with path.open("rb") as file:
        return b'"bitext"' in file.read(_SNIFFED)


def digest_of_corpora(corpora: tuple[Corpus, ...]) -> str:
    """Return what changes whenever a file of the corpora does."""
    return "\n".join(f"{path.name} {digest_of(path)}" for corpus in corpora for path in corpus.paths)


def languages_of(corpora: tuple[Corpus, ...]) -> tuple[str, str]:
    """Return the languages of the first corpus."""
    bitext = read_bitext(corpora[0].paths[0], report=_said)
    return bitext.source_language, bitext.target_language


def iter_values(corpus: Corpus) -> Iterator[tuple[dict[str, Any], bool]]:
    """Yield the units of a document as they stand in it, as values of JSON, each with whether it was refused.

    :raises FormatError: where a file cannot be read.
    """
    sides = []
    for path, is_refused in ((corpus.accepted, False), (corpus.refused, True)):
        if path is not None:
            sides.append(_keyed(path, is_refused))
    for _, value, is_refused in heapq.merge(*sides, key=lambda item: item[0]):
        yield value, is_refused


def _keyed(path: Path, is_refused: bool) -> Iterator[tuple[tuple[int, int], dict[str, Any], bool]]:
    """Yield units with their places; those without stand where they stood in the file, after the one before."""
    place = (0, 0)
    for value in _values_of(path):
        span = value["source"].get("span")
        place = max(place, (span[0], span[1])) if span else place
        yield place, value, is_refused


def _values_of(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the units of a file; of our own JSON, which has one unit a line, without making more of them."""
    if path.suffix == ".json":
        with path.open("rb") as file:
            for line in file:
                if line.startswith(_HEAD):
                    break
            for line in file:
                if line.startswith(b"]"):
                    return
                if text := line.strip().rstrip(b","):
                    with suppress(ValueError, KeyError, TypeError):
                        value = orjson.loads(text)
                        if isinstance(value["source"]["text"], str) and isinstance(value["target"]["text"], str):
                            yield value
                            continue
                    raise UsageError(f"{path}: changed since bitexte wrote it; write it again with bitexte translate.")
        return
    for unit in read_bitext(path, report=_said).units:
        yield orjson.loads(orjson.dumps(value_of(unit)))


def _said(remark: Remark) -> None:
    """Take remarks on what is read again of our own files; what could not be read is an error."""
    if remark.verdict is Verdict.REJECTED:
        raise UsageError(f"{remark}; write the corpus again with bitexte translate.")
