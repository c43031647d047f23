"""Units of the common shape, read by one expression; whatever is unusual or wrong is left to the parser of XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from translate.data import Issue, Note, Origin, Span, State, TranslationUnit, Variant, usual_state
from translate.formats.codes import agree, mend_code
from translate.formats.fields import make_name, parse_issue, parse_score, parse_span
from translate.formats.tmx.origins import judge
from translate.formats.tmx.props import DATES, DESCRIPTIONS, OWN_PROPS, is_date, unshield
from translate.formats.tmx.unit import Derived, Reading
from translate.formats.xmltext import unescape
from translate.records import dataclass
from translate.text.late import late_plain

# Two variants without inline codes, and nothing that needs a parser of XML: what most units of most files are.
# The classes leave out what XML forbids, and a carriage return, which must be mended.
_TEXT = "[^<\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_SPACE = r"[ \t\n]*+"  # The white space of XML, which is less than that of Python.
_VALUE = '[^"<\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]'
_ATTRIBUTES = rf'(?: (?:xml:)?[A-Za-z-]++="{_VALUE}*+")*+'
_PROPS = rf'(?:{_SPACE}<(?:prop type="{_VALUE}*+">{_TEXT}*+</prop>|note>{_TEXT}*+</note>))*+'
_TUV = rf"{_SPACE}<tuv({_ATTRIBUTES})>({_PROPS}){_SPACE}<seg>({_TEXT}++)</seg>{_SPACE}</tuv>"
_TUID = rf'(?: tuid="({_VALUE}*+)")?+'  # by itself, since what is left is the same from unit to unit, as a rule
UNIT = late_plain(rf"{_SPACE}<tu{_TUID}(?P<attributes>{_ATTRIBUTES})>({_PROPS}){_TUV}{_TUV}{_SPACE}</tu>")
_ATTRIBUTE = late_plain(r' ([^=]++)="([^"]*+)"')
_PROP = late_plain(r'<(?:prop type="([^"]*+)"|(note))>([^<]*+)<')
_LANGUAGE = "xml:lang"
"""The attribute that says the language; before TMX 1.4 it was `lang`."""
_KEPT = 512
"""Attributes and props that are kept at hand."""
MAX_KNOWN_CODES = 1000
_Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Said:
    """What attributes and props say of a unit."""

    name: str | None
    """Where it is not the first of the attributes."""
    origin: Origin
    state: State | None
    is_judged: bool
    """Whether origin and state are what other tools say."""
    score: float | None
    spans: tuple[Span | None, Span | None]
    issues: tuple[Issue, ...]
    document: str | None
    alignment: str
    before: str | None
    after: str | None
    properties: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """What attributes and props say of a variant."""

    language: tuple[str, str]
    """The attribute that says it, and its value."""
    properties: tuple[tuple[str, str], ...]
    origin: Origin
    """As other tools say it; a memory's where they say nothing."""
    state: State | None


class QuickReader:
    """Turns matches of :data:`UNIT` into units."""

    def __init__(self, reading: Reading) -> None:
        self._reading, self._trims = reading, not reading.is_ours
        self._known: dict[tuple[tuple[str, str], tuple[str, str]], tuple[str, str]] = {}
        self._lent = [(f"tu@{key}", key, value) for key, value in reading.lent.items()]
        self._derived = {origin: reading.derived.attributes(origin) for origin in Origin}
        self._is_derived = reading.derived != Derived()
        self._read_said = lru_cache(_KEPT)(self._said)

    def read(self, match: re.Match[str], position: int) -> TranslationUnit | None:
        """Return the unit; None where only the parser of XML can tell what it is.

        :param position: of the unit in the file, for the name of a unit without one.
        """
        name, attributes, props, first, of_first, source, second, of_second, target = match.groups()
        if "]]>" in source or "]]>" in target:
            return None
        try:
            sides = _read_side("source", first, of_first), _read_side("target", second, of_second)
            said = self._read_said(attributes, props)
            if name is None:
                name = said.name
            elif said.name is not None:
                return None
            texts = unescape(source), unescape(target)
            if any(text.isspace() or (self._trims and ("\n" in text or "\r" in text)) for text in texts):
                return None  # may be stripped
            name = unescape(name) if name else make_name(position, texts[0])
            return self._unit(name, texts, sides, said)
        except (KeyError, ValueError):  # A reference that is rare or wrong, a value that is not in our form.
            return None

    def _unit(
        self, name: str, texts: tuple[str, str], sides: tuple[_Side, _Side], said: _Said
    ) -> TranslationUnit | None:
        source, target = sides
        pair = source.language, target.language
        codes = self._known.get(pair) or self._codes(source.language[1], target.language[1])
        if codes is None:
            return None
        properties, origin, state = said.properties, said.origin, said.state
        if source.properties or target.properties:
            properties = (*properties, *source.properties, *target.properties)
        if said.is_judged:
            if target.origin is not Origin.MEMORY:
                origin = target.origin
            state = target.state or state
            if state is usual_state(origin, texts[1]):
                state = None
        unit = TranslationUnit(
            name,
            Variant(codes[0], texts[0], said.spans[0]),
            Variant(codes[1], texts[1], said.spans[1]),
            origin,
            said.score,
            said.issues,
            said.document,
            said.alignment,
            said.before,
            said.after,
            properties,
            said.notes,
            state=state,
        )
        if pair in self._known:
            return unit
        if len(self._known) < MAX_KNOWN_CODES:
            self._known[pair] = codes
        is_plain = pair == tuple((_LANGUAGE, code) for code in codes)
        return unit if is_plain else None  # the other reader has to say that they are mended

    def _said(self, attributes: str, props: str) -> _Said:
        """Read what stands before the variants.

        :raises KeyError: for what is given twice.
        :raises ValueError: for a value that is not in our form, or a date that is none.
        """
        own: dict[str, str] = {}
        issues: list[Issue] = []
        foreign: _Pairs = []
        notes: list[Note] = []
        found = _props(props)
        for kind, text in found:
            if kind is None:
                notes.append(Note(text))
            elif kind == "x-checks":
                issues.append(parse_issue(text))
            elif kind in DESCRIPTIONS or kind in own:
                raise KeyError(kind)
            elif kind in OWN_PROPS:
                own[kind] = text
            else:
                foreign.append((unshield(kind), text))
        pairs = _pairs(attributes)
        held, score, is_judged = dict(pairs), own.get("x-score"), "x-origin" not in own
        if is_judged:
            if "x-state" in own or self._is_derived:
                raise KeyError("x-origin")
            origin, state = judge((held,), found)
        else:
            origin, state = _ORIGINS[own["x-origin"]], _STATES[own["x-state"]] if "x-state" in own else None
        return _Said(
            held.get("tuid"),
            origin,
            state,
            is_judged,
            None if score is None else parse_score(score),
            (_span(own.get("x-span-source")), _span(own.get("x-span-target"))),
            tuple(issues),
            own.get("x-document"),
            own.get("x-alignment", "1-1"),
            own.get("x-context-pre"),
            own.get("x-context-post"),
            (*self._attributes(pairs, origin), *foreign),
            tuple(notes),
        )

    def _attributes(self, pairs: _Pairs, origin: Origin) -> Iterator[tuple[str, str]]:
        """Yield the attributes but for the name as properties.

        :raises ValueError: for a date that is none.
        """
        derived = self._derived[origin]
        for key, value in pairs:
            if key in DATES and not is_date(value):
                raise ValueError(value)
            if key != "tuid" and derived.get(key) != value:
                yield f"tu@{key}", value
        given = {key for key, _ in pairs}
        yield from ((kind, value) for kind, key, value in self._lent if key not in given)

    def _codes(self, source: str, target: str) -> tuple[str, str] | None:
        """Return the codes as we write them; None where they are not plainly those of source and target."""
        header, mended = self._reading.header, (mend_code(source), mend_code(target))
        is_plain = (
            mended[0] is not None
            and mended[1] is not None
            and agree(mended[0], header.source_language)
            and agree(mended[1], header.target_language)
            and not agree(mended[0], mended[1])
        )
        return (mended[0] or "", mended[1] or "") if is_plain else None


def _pairs(text: str) -> list[tuple[str, str]]:
    """Return names and values of attributes.

    :raises KeyError: for an attribute that is given twice.
    """
    pairs: list[tuple[str, str]] = _ATTRIBUTE.findall(text)
    if len(pairs) > 1 and len({key for key, _ in pairs}) != len(pairs):
        raise KeyError(text)
    return [(key, unescape(value)) for key, value in pairs] if "&" in text else pairs


def _props(text: str) -> list[tuple[str | None, str]]:
    """Return types and texts of props; the type of a note is None.

    :raises KeyError: for a text that XML forbids.
    """
    if not text:
        return []
    if "]]>" in text:
        raise KeyError(text)
    found = _PROP.findall(text)
    return [(None if note else unescape(kind), unescape(value)) for kind, note, value in found]


@lru_cache(_KEPT)
def _read_side(side: str, attributes: str, props: str) -> _Side:
    """Read what stands before a segment.

    :raises KeyError: where it has no language, or two.
    """
    held, found = dict(_pairs(attributes)), _props(props)
    name = _LANGUAGE if _LANGUAGE in held else "lang"
    code = held.pop(name)
    if "lang" in held:
        raise KeyError("lang")
    told = [(f"{side}@{key}", value) for key, value in held.items()]
    told += [(f"{side}@note" if kind is None else f"{side}/{kind}", text) for kind, text in found]
    return _Side((name, code), tuple(told), *judge((held,), found))


_ORIGINS = {origin.value: origin for origin in Origin}
_STATES = {state.value: state for state in State}


def _span(text: str | None) -> Span | None:
    return None if text is None else parse_span(text)
