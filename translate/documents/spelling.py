"""Writes a text of a Markdown document the way the document writes: its escapes, its character references, its codes.

What was read as characters (`&eacute;`, `\\*`) is written as the document writes such characters, and what would be
markup where it is none is escaped.
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from html import unescape
from html.entities import codepoint2name

import regex

from translate.data import Block, InlineCode
from translate.records import dataclass
from translate.text.late import late

_SPELT = late(r"\\(?P<escaped>[!-/:-@\[-`{-~])|&(?:\#[xX][0-9a-fA-F]{1,6}|\#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_MARKUP = "<&"
"""Characters that a document is full of for other reasons than to show them."""
_RISK = late(r"`+|==|\+\+|~~|(?<!\s)\*|\*(?!\s)|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|<(?=[A-Za-z/!?])|&(?=\#?\w+;)")
"""What may be markup. As much of it as the source has is none there, and is none in the target."""
_BLOCK = late(r"(?:\#{1,6}|[-+*>]|:::|!!!|\d{1,9}(?P<mark>[.)]))(?=\s|$)")
"""What begins a block of another kind."""
_MARKS = frozenset(".,;:!?()-+'\"/%=")
"""Characters that are markup at few places."""
_ESCAPES = {sign: f"\\{sign}" for sign in string.punctuation}
_HTML_ESCAPES = {"<": "&lt;", "&": "&amp;"}
_HARMLESS = late(r"[\w\s.,;:!?'’\"“”()/%€-]*")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The manner of one document. `references` says how it writes characters that it mostly writes as references."""

    references: Mapping[str, str] = field(default_factory=dict)
    is_ascii: bool = False
    """All other characters than those of ASCII are references in it."""

    @classmethod
    def of(cls, text: str) -> Spelling:
        """Return the manner of a document with that text."""
        if "&" not in text:
            return cls()
        native: dict[str, Counter[str]] = {}
        for match in _SPELT.finditer(text):
            character = unescape(match[0])
            if match["escaped"] is None and character not in _MARKUP and character != match[0]:
                native.setdefault(character, Counter())[match[0]] += 1
        usual = {
            character: found.most_common(1)[0][0]
            for character, found in native.items()
            if found.total() > text.count(character)
        }
        return cls(usual, text.isascii() and any(not character.isascii() for character in native))

    def write(self, block: Block, text: str, codes: Sequence[InlineCode], natives: Sequence[str]) -> str:
        """Return how the document writes `text`, which stands in place of that of `block`.

        :param natives: how it writes each of `codes`.
        """
        found = Counter((_read(match), match[0]) for match in _SPELT.finditer(block.native or ""))
        habits = {character: native for (character, native), _ in reversed(found.most_common())}
        source, target = list(_iter_plain(block.text, block.codes)), list(_iter_plain(text, codes))
        for character in _MARKS.intersection(habits):
            if sum(stretch.count(character) for stretch in source) > found[character, habits[character]]:
                del habits[character]  # escaped where it would begin a list, not wherever it stands
        if block.manner == "cell" and "|" in text:
            habits.setdefault("|", r"\|")
        is_html = block.manner == "html"
        spare = Counter(risk for stretch in source for risk in _RISK.findall(stretch))
        parts = [self._plain(target[0], habits, spare, is_html=is_html)]
        for native, stretch in zip(natives, target[1:], strict=True):
            parts += native, self._plain(stretch, habits, spare, is_html=is_html)
        whole = "".join(parts)
        begins = None if is_html else _BLOCK.match(whole)
        if begins and not _BLOCK.match(block.native or block.text):
            place = max(begins.start("mark"), 0)
            whole = f"{whole[:place]}\\{whole[place:]}"
        return whole

    def _plain(self, text: str, habits: Mapping[str, str], spare: Counter[str], *, is_html: bool) -> str:
        """Write characters outside of codes; takes of `spare` what may stand as it is."""
        if not habits and not self.references and not self.is_ascii and _HARMLESS.fullmatch(text):
            return text
        escaped: set[int] = set()
        for risk in _RISK.finditer(text):
            if spare[risk[0]] > 0:
                spare[risk[0]] -= 1
            else:
                escaped.update(range(*risk.span()))
        escapes = _HTML_ESCAPES if is_html else _ESCAPES
        return "".join(
            self._native(character, habits) or (escapes.get(character, character) if place in escaped else character)
            for place, character in enumerate(text)
        )

    def _native(self, character: str, habits: Mapping[str, str]) -> str | None:
        """Return how the document writes a character; None where it writes it as itself."""
        native = habits.get(character) or self.references.get(character)
        if native is None and self.is_ascii and not character.isascii():
            name = codepoint2name.get(ord(character))
            return f"&{name};" if name else f"&#{ord(character)};"
        return native


def as_characters(native: str) -> str:
    """Return what a person reads of escapes and character references, and of a line break within them."""
    return _SPELT.sub(_read, native).replace("\n", " ")


def _read(match: regex.Match[str]) -> str:
    return match["escaped"] or unescape(match[0])


def _iter_plain(text: str, codes: Sequence[InlineCode]) -> Iterator[str]:
    """Yield what lies before, between and behind the codes of a text."""
    position = 0
    for code in codes:
        yield text[position : code.start]
        position = code.end
    yield text[position:]
