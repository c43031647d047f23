"""Writes a text the way its page writes: with the character references that it has for such characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from html import unescape
from html.entities import codepoint2name

import regex

from translate.records import dataclass

_REFERENCE = regex.compile(r"&(?:\#[xX][0-9a-fA-F]++|\#\d++|[A-Za-z][A-Za-z0-9]*+);")
_MARKUP = "<>&\"'"
"""Characters that a page is full of for other reasons than to show them."""
_MAY_BEGIN = regex.compile(r"[A-Za-z/!?%]")
_AHEAD = regex.compile(r"&\#?[A-Za-z0-9]{1,40};?")
_BARE = regex.compile(r"[^\s\"'=<>`]+")
_QUOTES = {'"': "&quot;", "'": "&#39;"}


@dataclass(frozen=True, slots=True)
class HtmlSpelling:
    """The manner of one page. `references` says how it writes characters that it mostly writes as references."""

    references: Mapping[str, str] = field(default_factory=dict)
    is_ascii: bool = False
    """All other characters than those of ASCII are references in it."""
    is_xml: bool = False

    @classmethod
    def of(cls, source: str, *, is_xml: bool = False) -> HtmlSpelling:
        """Return the manner of a page."""
        if "&" not in source:
            return cls(is_xml=is_xml)
        found = _count(source)
        usual = {
            character: counts.most_common(1)[0][0]
            for character, counts in found.items()
            if character not in _MARKUP and counts.total() > source.count(character)
        }
        is_ascii = source.isascii() and any(not character.isascii() for character in found)
        return cls(usual, is_ascii, is_xml)

    def habits(self, native: str, text: str) -> dict[str, str]:
        """Return how a text of the page writes characters: as references where most of them are."""
        if "&" not in native:
            return dict(self.references)
        own = {
            character: counts.most_common(1)[0][0]
            for character, counts in _count(native).items()
            if 2 * counts.total() >= text.count(character)
        }
        return {**self.references, **own}

    def write(self, text: str, habits: Mapping[str, str], *, quote: str = "") -> str:
        """Return how the page writes characters of a text, or within an attribute that has the mark `quote`."""
        if not habits and not self.is_ascii and not any(sign in text for sign in ("<", "&", quote or "<", "]]>")):
            return text
        return "".join(self._character(sign, place, text, habits, quote) for place, sign in enumerate(text))

    def _character(self, sign: str, place: int, text: str, habits: Mapping[str, str], quote: str) -> str:
        native = habits.get(sign)
        if native is not None:
            return native
        if sign == "&":
            ahead = _AHEAD.match(text, place)
            return "&amp;" if self.is_xml or (ahead and unescape(ahead[0]) != ahead[0]) else sign
        if sign == "<":
            may_begin = place + 1 == len(text) or _MAY_BEGIN.match(text, place + 1)
            return "&lt;" if self.is_xml or (may_begin and not quote) else sign
        if sign == quote:
            return _QUOTES[quote]
        return "&gt;" if sign == ">" and self.is_xml and text.endswith("]]", 0, place) else self._letter(sign)

    def _letter(self, sign: str) -> str:
        if self.is_ascii and not sign.isascii():
            name = codepoint2name.get(ord(sign)) if self._has_names else None
            return f"&{name};" if name else f"&#{ord(sign)};"
        return sign

    @property
    def _has_names(self) -> bool:
        """XML knows names where its document type has them, and then the page uses them."""
        return not self.is_xml or any(native[1].isalpha() for native in self.references.values())


def as_value(written: str) -> str:
    """Return the value of an attribute that had no quotation marks: with such as it needs now."""
    return written if _BARE.fullmatch(written) else f'"{written}"'


def _count(native: str) -> dict[str, Counter[str]]:
    """Return for each character how often which reference stands for it."""
    found: dict[str, Counter[str]] = {}
    for reference, number in Counter(_REFERENCE.findall(native)).items():
        character = unescape(reference)
        if len(character) == 1 and character not in "\n\r\u00ad":
            found.setdefault(character, Counter())[reference] += number
    return found
