"""Which version an XLIFF file is of, and in which languages its parts are."""

from __future__ import annotations

from pathlib import Path

from translate.errors import FormatError
from translate.formats.base import Header
from translate.formats.codes import mend_code
from translate.formats.pairs import absent, agrees
from translate.formats.xliff.units import ROOTS, UNITS, events_of
from translate.formats.xmlstream import Event, Opened, Whole
from translate.formats.xmltext import Element

_LANGUAGES = {
    "1": ("source-language", "target-language"), "2": ("srcLang", "trgLang"), "txml": ("locale", "targetlocale"),
}  # fmt: skip


def version_of(root: Element, path: Path) -> str:
    """Return `1` or `2`, or `txml` for the files of Wordfast Pro. A root without version is one of the first.

    :raises FormatError: for a version that nobody knows.
    """
    if root.tag == "txml":
        return root.tag
    version = root.attributes.get("version") or ("2" if "srcLang" in root.attributes else "1")
    if version[:1] not in ("1", "2"):
        raise FormatError(f"is XLIFF version '{version}'; expected 1.0 to 2.1.", path=path, line=1, column=1)
    return version[0]


def languages_of(path: Path, wanted: Header | None) -> tuple[str, Header]:
    """Return the version of a file, and the languages of its first units, or of the first in those that are wanted.

    :raises FormatError: where the file does not say, and nobody wants any; where it has units, and none in them.
    """
    version, found = "1", ("", "")
    pairs: dict[tuple[str, ...], int] = {}
    for event in events_of(path):
        version, found = _languages_at(event, version, found, path)
        if isinstance(event, Whole) and event.element.tag in UNITS:
            pair: tuple[str, str] = (found[0], found[1] or _language_of_target(event.element))
            pairs[pair] = pairs.get(pair, 0) + 1
            if wanted is None and all(pair):
                return version, Header(*pair)
            if wanted is not None and _agrees(pair, wanted):
                codes = [code or other for code, other in zip(pair, _pair(wanted), strict=True)]
                return version, Header(codes[0], codes[1])
    source, target = (
        found if wanted is None else (found[0] or wanted.source_language, found[1] or wanted.target_language)
    )
    if not pairs and source and target:
        return version, Header(source, target)
    if wanted is not None:
        turned = Header(wanted.target_language, wanted.source_language)
        reversed_pair = next((pair for pair in pairs if all(pair) and _agrees(pair, turned)), None)
        if reversed_pair is None:
            raise absent(path, wanted, pairs)
        return version, Header(reversed_pair[0], reversed_pair[1])
    one = next(iter(pairs), found)[0]
    missing = _LANGUAGES[version][0 if not one else 1]
    raise FormatError(f"has no {missing}; give the languages to read.", path=path)


def pairs_of(path: Path) -> tuple[Header, ...]:
    """Return the languages of each part of a file that has units.

    :raises FormatError: where it cannot be read.
    """
    version, found = "1", ("", "")
    pairs: dict[tuple[str, str], None] = {}
    for event in events_of(path):
        version, found = _languages_at(event, version, found, path)
        if isinstance(event, Whole) and event.element.tag in UNITS:
            pairs[found[0], found[1] or _language_of_target(event.element)] = None
    return tuple(Header(*pair) for pair in pairs if all(pair))


def _languages_at(event: Event, version: str, found: tuple[str, str], path: Path) -> tuple[str, tuple[str, str]]:
    """Return the version and the languages that hold from an event on."""
    if not isinstance(event, Opened) or event.element.tag not in (*ROOTS, "file"):
        return version, found
    if event.element.tag in ROOTS:
        version = version_of(event.element, path)
    said = [mend_code(event.element.attributes.get(key, "")) or "" for key in _LANGUAGES[version]]
    above = found if version == "2" else ("", "")
    return version, (said[0] or above[0], said[1] or above[1])


def _language_of_target(unit: Element) -> str:
    codes = (child.attributes.get("xml:lang", "") for child in unit.elements() if child.tag == "target")
    return next((mended for code in codes if code and (mended := mend_code(code))), "")


def _agrees(pair: tuple[str, ...], wanted: Header) -> bool:
    return all(agrees(code, other) for code, other in zip(pair, _pair(wanted), strict=True))


def _pair(header: Header) -> tuple[str, str]:
    return header.source_language, header.target_language
