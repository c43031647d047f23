"""Units of the common shape, read by one expression; whatever is unusual or wrong is left to the parser of XML."""

from __future__ import annotations

import re

from translate.data import Issue, Note, Origin, Span, State, TranslationUnit, Variant
from translate.formats.codes import agree, mend_code
from translate.formats.fields import make_name, parse_issue, parse_score, parse_span
from translate.formats.tmx.origins import says_origin
from translate.formats.tmx.props import DATES, DESCRIPTIONS, OWN_PROPS, is_date, unshield
from translate.formats.tmx.unit import Reading
from translate.formats.xmltext import unescape
from translate.text.late import late_plain

# Two variants without inline codes, and nothing that needs a parser of XML: what most units of most files are.
# The classes leave out what XML forbids, and a carriage return, which must be mended.
_TEXT = "[^<\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_SPACE = r"[ \t\n]*+"  # The white space of XML, which is less than that of Python.
_VALUE = '[^"<\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]'
_ATTRIBUTES = rf'(?: (?:xml:)?[A-Za-z-]++="{_VALUE}*+")*+'
_PROPS = rf'(?:{_SPACE}<(?:prop type="{_VALUE}*+">{_TEXT}*+</prop>|note>{_TEXT}*+</note>))*+'
_TUV = rf"{_SPACE}<tuv({_ATTRIBUTES})>{_SPACE}<seg>({_TEXT}++)</seg>{_SPACE}</tuv>"
UNIT = late_plain(rf"{_SPACE}<tu({_ATTRIBUTES})>({_PROPS}){_TUV}{_TUV}{_SPACE}</tu>")
_ATTRIBUTE = late_plain(r' ([^=]++)="([^"]*+)"')
_LANGUAGE = late_plain(r' xml:lang="([^"&]*+)"')
MAX_KNOWN_CODES = 1000
_Side = tuple[str, tuple[tuple[str, str], ...]]
_PROP = late_plain(r'<(?:prop type="([^"]*+)"|(note))>([^<]*+)<')


class QuickReader:
    """Turns matches of :data:`UNIT` into units."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[tuple[str, str], bool] = {}
        self._lent = [(f"tu@{key}", key, value) for key, value in reading.lent.items()]
        self._derived = {origin: reading.derived.attributes(origin) for origin in Origin}

    def read(self, match: re.Match[str], position: int) -> TranslationUnit | None:
        """Return the unit; None where only the parser of XML can tell what it is.

        :param position: of the unit in the file, for the name of a unit without one.
        """
        attributes, props, first, source, second, target = match.groups()
        if "]]>" in match[0] or source.isspace() or target.isspace():
            return None
        if not self._reading.is_ours and ("\n" in source or "\n" in target):
            return None
        try:
            sides = (_variant(first, "source"), _variant(second, "target"))
            if not self._is_plain(sides[0][0], sides[1][0]):
                return None
            return self._unit(attributes, props, sides, (unescape(source), unescape(target)), position)
        except (KeyError, ValueError):  # A reference that is rare or wrong, a value that is not in our form.
            return None

    def _unit(
        self, attributes: str, props: str, sides: tuple[_Side, _Side], texts: tuple[str, str], position: int
    ) -> TranslationUnit:
        own: dict[str, str] = {}
        issues: list[Issue] = []
        foreign: list[tuple[str, str]] = []
        notes: list[Note] = []
        for kind, note, value in _PROP.findall(props):
            text = unescape(value) if "&" in value else value
            if note:
                notes.append(Note(text))
            elif kind == "x-checks":
                issues.append(parse_issue(text))
            elif kind in DESCRIPTIONS or says_origin(kind, text):
                raise KeyError(kind)
            elif kind not in OWN_PROPS:
                foreign.append((unshield(unescape(kind)), text))
            elif kind in own:
                raise KeyError(kind)
            else:
                own[kind] = text
        origin = _ORIGINS[own["x-origin"]] if "x-origin" in own else Origin.MEMORY
        name, properties = self._attributes(attributes, origin)
        score, spans = own.get("x-score"), (own.get("x-span-source"), own.get("x-span-target"))
        return TranslationUnit(
            name or make_name(position, texts[0]),
            Variant(sides[0][0], texts[0], _span(spans[0])),
            Variant(sides[1][0], texts[1], _span(spans[1])),
            origin,
            None if score is None else parse_score(score),
            tuple(issues),
            own.get("x-document"),
            own.get("x-alignment", "1-1"),
            own.get("x-context-pre"),
            own.get("x-context-post"),
            (*properties, *foreign, *sides[0][1], *sides[1][1]),
            tuple(notes),
            state=_STATES[own["x-state"]] if "x-state" in own else None,
        )

    def _attributes(self, text: str, origin: Origin) -> tuple[str | None, list[tuple[str, str]]]:
        """Return the name, and the other attributes as properties.

        :raises KeyError: for an attribute that is given twice.
        :raises ValueError: for a date that is none.
        """
        pairs = _pairs(text)
        name, properties, derived = None, [], self._derived[origin]
        for key, value in pairs:
            if key == "tuid":
                name = value
            elif says_origin(key, value):
                raise KeyError(key)
            elif derived.get(key) != value:
                if key in DATES and not is_date(value):
                    raise ValueError(value)
                properties.append((f"tu@{key}", value))
        if self._lent:
            given = {key for key, _ in pairs}
            properties += [(kind, value) for kind, key, value in self._lent if key not in given]
        return name, properties

    def _is_plain(self, source: str, target: str) -> bool:
        """Tell whether the codes are as we write them, and plainly those of source and target."""
        known = self._known.get((source, target))
        if known is not None:
            return known
        header = self._reading.header
        known = (
            mend_code(source) == source
            and mend_code(target) == target
            and agree(source, header.source_language)
            and agree(target, header.target_language)
            and not agree(source, target)
        )
        if len(self._known) < MAX_KNOWN_CODES:
            self._known[source, target] = known
        return known


def _pairs(text: str) -> list[tuple[str, str]]:
    """Return names and values of attributes.

    :raises KeyError: for an attribute that is given twice.
    """
    pairs: list[tuple[str, str]] = _ATTRIBUTE.findall(text)
    if len(pairs) > 1 and len({key for key, _ in pairs}) != len(pairs):
        raise KeyError(text)
    return [(key, unescape(value)) for key, value in pairs] if "&" in text else pairs


def _variant(text: str, side: str) -> _Side:
    """Return the language of a variant, and its other attributes as properties.

    :raises KeyError: where it has none, by its right name.
    """
    match = _LANGUAGE.fullmatch(text)
    if match is not None:
        return match[1], ()
    attributes = dict(_pairs(text))
    code = attributes.pop("xml:lang")
    if "lang" in attributes or any(says_origin(*item) for item in attributes.items()):
        raise KeyError("lang")
    return code, tuple((f"{side}@{key}", value) for key, value in attributes.items())


_ORIGINS = {origin.value: origin for origin in Origin}
_STATES = {state.value: state for state in State}


def _span(text: str | None) -> Span | None:
    return None if text is None else parse_span(text)
