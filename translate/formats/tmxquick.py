"""Units of the common shape, read by one expression; whatever is unusual or wrong is left to the parser of XML."""

from __future__ import annotations

import re

from translate.data import Issue, Origin, Span, TranslationUnit, Variant
from translate.formats.codes import agree, mend_code
from translate.formats.fields import make_name, parse_issue, parse_score, parse_span
from translate.formats.tmxprops import DATES, OWN_PROPS, is_date, unshield
from translate.formats.tmxunit import Reading
from translate.formats.xmltext import unescape

# Two variants without inline codes, and nothing that needs a parser of XML: what most units of most files are.
# The classes leave out what XML forbids, and a carriage return, which must be mended.
_TEXT = "[^<\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_SPACE = r"[ \t\n]*+"  # The white space of XML, which is less than that of Python.
_VALUE = '[^"<\t\n\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]'
_ATTRIBUTES = rf'(?: (?:xml:)?[A-Za-z-]++="{_VALUE}*+")*+'
_PROPS = rf'(?:{_SPACE}<(?:prop type="{_VALUE}*+">{_TEXT}*+</prop>|note>{_TEXT}*+</note>))*+'
_TUV = rf"{_SPACE}<tuv({_ATTRIBUTES})>{_SPACE}<seg>({_TEXT}++)</seg>{_SPACE}</tuv>"
UNIT = re.compile(rf"{_SPACE}<tu({_ATTRIBUTES})>({_PROPS}){_TUV}{_TUV}{_SPACE}</tu>")
_ATTRIBUTE = re.compile(r' ([^=]++)="([^"]*+)"')
_PROP = re.compile(r'<(?:prop type="([^"]*+)"|(note))>([^<]*+)<')


class QuickReader:
    """Turns matches of :data:`UNIT` into units."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[tuple[str, str], tuple[str, str] | None] = {}
        self._lent = [(f"tu@{key}", key, value) for key, value in reading.lent.items()]
        self._derived = {origin: reading.derived.attributes(origin) for origin in Origin}

    def read(self, match: re.Match[str], position: int) -> TranslationUnit | None:
        """Return the unit; None where only the parser of XML can tell what it is.

        :param position: of the unit in the file, for the name of a unit without one.
        """
        attributes, props, first, source, second, target = match.groups()
        languages = self._languages(first, second)
        if languages is None or "]]>" in match[0] or source.isspace() or target.isspace():
            return None
        if not self._reading.is_ours and ("\n" in source or "\n" in target):
            return None
        try:
            return self._unit(attributes, props, languages, (unescape(source), unescape(target)), position)
        except (KeyError, ValueError):  # A reference that is rare or wrong, a value that is not in our form.
            return None

    def _unit(
        self, attributes: str, props: str, languages: tuple[str, str], texts: tuple[str, str], position: int
    ) -> TranslationUnit:
        own: dict[str, str] = {}
        issues: list[Issue] = []
        foreign: list[tuple[str, str]] = []
        notes: list[str] = []
        for kind, note, value in _PROP.findall(props):
            text = unescape(value) if "&" in value else value
            if note:
                notes.append(text)
            elif kind == "x-checks":
                issues.append(parse_issue(text))
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
            Variant(languages[0], texts[0], _span(spans[0])),
            Variant(languages[1], texts[1], _span(spans[1])),
            origin,
            None if score is None else parse_score(score),
            tuple(issues),
            own.get("x-document"),
            own.get("x-alignment", "1-1"),
            own.get("x-context-pre"),
            own.get("x-context-post"),
            (*properties, *foreign),
            tuple(notes),
        )

    def _attributes(self, text: str, origin: Origin) -> tuple[str | None, list[tuple[str, str]]]:
        """Return the name, and the other attributes as properties.

        :raises KeyError: for an attribute that is given twice.
        :raises ValueError: for a date that is none.
        """
        pairs = _ATTRIBUTE.findall(text)
        if "&" in text:
            pairs = [(key, unescape(value)) for key, value in pairs]
        name, properties, derived = None, [], self._derived[origin]
        seen = set()
        for key, value in pairs:
            seen.add(key)
            if key == "tuid":
                name = value
            elif derived.get(key) != value:
                if key in DATES and not is_date(value):
                    raise ValueError(value)
                properties.append((f"tu@{key}", value))
        if len(seen) != len(pairs):
            raise KeyError(text)
        properties += [(kind, value) for kind, key, value in self._lent if key not in seen]
        return name, properties

    def _languages(self, first: str, second: str) -> tuple[str, str] | None:
        """Return the codes of two variants, from their attributes, where they are plainly source and target."""
        known = self._known.get((first, second), ...)
        if known is not ...:
            return known
        pairs = [_ATTRIBUTE.findall(text) for text in (first, second)]
        found = None
        if all(len(pair) == 1 and pair[0][0] == "xml:lang" and mend_code(pair[0][1]) == pair[0][1] for pair in pairs):
            source, target = pairs[0][0][1], pairs[1][0][1]
            header = self._reading.header
            if (
                agree(source, header.source_language)
                and agree(target, header.target_language)
                and not agree(source, target)
            ):
                found = (source, target)
        self._known[first, second] = found
        return found


_ORIGINS = {origin.value: origin for origin in Origin}


def _span(text: str | None) -> Span | None:
    return None if text is None else parse_span(text)
