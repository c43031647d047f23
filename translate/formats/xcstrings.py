"""Apple's string catalogues, `.xcstrings`, which are read and never written (*Apple, String Catalogs*).

All languages of a string stand in one file. A localization is a unit, and so is each variation of it, by plural form
or by device, beside that of the source; what is `new` or waits for review is a draft.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from translate.data import Bitext, Note, Origin, State, TranslationUnit, Variant
from translate.errors import FormatError, reason_of
from translate.formats.base import Header, Report, UnnamedLanguagesError, strict
from translate.formats.codes import mend_code
from translate.formats.pairs import agrees
from translate.formats.sources import open_text
from translate.formats.units import Names, Notes, Units
from translate.records import dataclass

_DRAFTS = ("new", "needs_review")
_UNIT = "stringUnit"
_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StringCatalogue:
    """The format."""

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read the strings in one target language: the one that is stated, or else the first of the file."""
        catalogue = _load(path)
        pairs = _pairs(catalogue)
        wanted = header.target_language if header else ""
        found = next((pair for pair in pairs if agrees(pair.target_language, wanted)), None) if wanted else None
        source = mend_code(str(catalogue["sourceLanguage"])) or ""
        target = found.target_language if found else wanted or (pairs[0].target_language if pairs else "")
        if not target:
            message = "has no language beside that of its sources; give --target-language."
            raise UnnamedLanguagesError(message, path=path)
        read = Header(source, target)
        return Bitext(source, target, Units(lambda units: _read(_load(path), read, Notes(path, report))), "")

    def pairs(self, path: Path) -> tuple[Header, ...]:
        """Return the language of the sources with each other one."""
        return _pairs(_load(path))


def _load(path: Path) -> dict[str, Any]:
    with open_text(path) as text:
        content = "".join(line for _, line in text.lines(keep_ends=True))
    try:
        catalogue = json.loads(content)
    except (json.JSONDecodeError, RecursionError) as exc:
        line, column = (exc.lineno, exc.colno) if isinstance(exc, json.JSONDecodeError) else (1, 1)
        raise FormatError(f"is no JSON ({reason_of(exc)}).", path=path, line=line, column=column) from exc
    if not isinstance(catalogue, dict) or "sourceLanguage" not in catalogue or not _is_tree(catalogue.get("strings")):
        raise FormatError("is no string catalogue; expected sourceLanguage and strings.", path=path, line=1, column=1)
    return catalogue


def _is_tree(value: object) -> bool:
    return isinstance(value, dict)


def _localizations(entry: object) -> dict[str, Any]:
    """Return what an entry says in each language."""
    found = entry.get("localizations") if isinstance(entry, dict) else None
    return {code: said for code, said in found.items() if _is_tree(said)} if isinstance(found, dict) else {}


def _pairs(catalogue: Mapping[str, Any]) -> tuple[Header, ...]:
    source = mend_code(str(catalogue["sourceLanguage"])) or ""
    codes = dict.fromkeys(code for entry in catalogue["strings"].values() for code in _localizations(entry))
    targets = dict.fromkeys(mend_code(code) for code in codes if code != catalogue["sourceLanguage"])
    return tuple(Header(source, target) for target in targets if target)


def _read(catalogue: Mapping[str, Any], header: Header, notes: Notes) -> Iterator[TranslationUnit]:
    names = Names(notes)
    for key, entry in catalogue["strings"].items():
        known = _localizations(entry)
        own = dict(_texts(known.get(str(catalogue["sourceLanguage"]), {}), ()))
        mine: dict[str, Any] = next(
            (said for code, said in known.items() if mend_code(code) == header.target_language), {}
        )
        is_kept = isinstance(entry, dict) and entry.get("shouldTranslate") is False
        comment = entry.get("comment") if isinstance(entry, dict) else None
        translated = dict(_texts(mine, ())) or dict.fromkeys(own or [()], ("", ""))
        for path, (text, state) in translated.items() if key.strip() and not is_kept else ():
            name = notes.unit = ".".join((key, *path))
            yield TranslationUnit(
                names.unique(name),
                Variant(header.source_language, _answering(own, path) or key),
                Variant(header.target_language, text),
                Origin.MEMORY,
                notes=(Note(str(comment), author="developer"),) if comment else (),
                state=State.DRAFT if state in _DRAFTS and text.strip() else None,
            )


def _texts(node: Mapping[str, Any], path: _Path) -> Iterator[tuple[_Path, tuple[str, str]]]:
    """Yield text and state of a localization, and of each of its variations by its path."""
    for key, inner in node.items():
        if key == _UNIT and isinstance(inner, dict) and isinstance(inner.get("value"), str):
            yield path, (inner["value"], str(inner.get("state", "")))
        elif isinstance(inner, dict):
            yield from _texts(inner, (*path, key))


def _answering(own: Mapping[_Path, tuple[str, str]], path: _Path) -> str:
    """Return what the source says in a variation of the target: in the form of most numbers where it lacks that."""
    return next((own[way][0] for way in (path, usual_variation(path), ()) if way in own), "")


def usual_variation(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a variation in the plural form of most numbers."""
    return tuple("other" if before == "plural" else one for before, one in zip(("", *path), path, strict=False))


FORMAT = StringCatalogue()
