"""Suggestions of a memory for a unit, both ways: `<alt-trans>` of XLIFF 1.2, `<mtc:match>` of XLIFF 2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate.data import Suggestion, TranslationUnit
from translate.formats.base import Header
from translate.formats.codes import mend_code
from translate.formats.xmltext import Element, escape_markup, fold_indentation, format_attributes
from translate.text.late import late_plain

NAMESPACE = 'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"'
_QUALITY = late_plain(r"\s*(\d{1,3})(?:\.\d+)?\s*%?\s*")


def format_alternatives(unit: TranslationUnit, header: Header) -> str:
    """Return the suggestions of a unit as XLIFF 1.2 has them."""
    language = mend_code(unit.target.language) or header.target_language
    return "".join(
        f"<alt-trans{_quality(one, 'match-quality', '%')}>\n<source>{escape_markup(one.source)}</source>\n"
        f'<target xml:lang="{language}">{escape_markup(one.target)}</target>\n</alt-trans>\n'
        for one in unit.suggestions
    )


def format_matches(suggestions: Iterable[Suggestion], segment: str) -> str:
    """Return suggestions as XLIFF 2 has them.

    :param segment: id of the `<segment>` that they are for.
    """
    matches = "".join(
        f'<mtc:match ref="#{segment}"{_quality(one, "matchQuality", "")}><source>{escape_markup(one.source)}</source>'
        f"<target>{escape_markup(one.target)}</target></mtc:match>\n"
        for one in suggestions
    )
    return f"<mtc:matches {NAMESPACE}>\n{matches}</mtc:matches>\n" if matches else ""


def _quality(one: Suggestion, name: str, sign: str) -> str:
    quality = {} if one.percentage is None else {name: f"{min(one.percentage, 100)}{sign}"}
    return format_attributes(quality | ({"origin": one.memory} if one.memory else {}))


def read_alternatives(unit: Element, source: Element, *, keeps_space: bool) -> tuple[tuple[Suggestion, ...], int]:
    """Return the suggestions of a `<trans-unit>`, and how many `<alt-trans>` of it are none.

    One without a source is for that of the unit. An earlier version of the target, and one that was refused, is none.
    """
    found: list[Suggestion] = []
    left_out = 0
    for element in unit.elements():
        if element.tag != "alt-trans":
            continue
        sides = {child.tag: child for child in element.elements()}
        if "target" not in sides or element.attributes.get("alttranstype", "proposal") != "proposal":
            left_out += 1
            continue
        for side in sides.values() if not keeps_space else ():
            fold_indentation(side)
        found.append(_suggestion(element, sides.get("source", source), sides["target"], "match-quality"))
    return tuple(found), left_out


def read_matches(matches: Element) -> Iterator[Suggestion]:
    """Yield the suggestions of a `<mtc:matches>`."""
    for match in matches.elements():
        sides = {child.tag: child for child in match.elements()}
        if match.tag == "mtc:match" and "target" in sides and "source" in sides:
            yield _suggestion(match, sides["source"], sides["target"], "matchQuality")


def _suggestion(element: Element, source: Element, target: Element, quality: str) -> Suggestion:
    said = _QUALITY.fullmatch(element.attributes.get(quality, ""))
    percentage = int(said[1]) if said else None
    return Suggestion(_text_of(source), _text_of(target), percentage, element.attributes.get("origin", ""))


def _text_of(element: Element) -> str:
    """Return the text of a side with that of its codes."""
    return "".join(child if isinstance(child, str) else _text_of(child) for child in element.children)
