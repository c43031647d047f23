"""Labels of forms, tables and headings: one comes in with what stands around it, its translation goes out.

A label has no sentence to tell its sense, so those that mean one thing wherever they stand are written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import product

from translate.alignment.dictionary import Dictionary
from translate.care.phrases.lone_places import LonePlaces
from translate.files import kept_or_made
from translate.languages import Language
from translate.signature import HYPOTHESES, digest_code
from translate.text.late import late
from translate.text.words import straighten, unmarked

_AROUND = late(
    r"(?P<before>(?:(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\p{L}[.)]|[-–—•*▪►✓☐□])[ \t\u00a0]+)?[(\[]?)"
    r"(?P<label>[\p{L}\d].*?)"
    r"(?P<after>[)\]]?(?:[ \u00a0\u202f]?(?:\*|…|\.{3}))?"
    r"(?:[ \u00a0\u202f]?:[ \u00a0\u202f]?|[ \u00a0\u202f]?[.!])?\*?)"
)
_MARKS = late('[«“"]')
_QUOTED = late(
    '(?:«[ \u00a0\u202f]?|[“"])(?P<label>\\p{Lu}\\p{Ll}[\\p{L}\'’ \u00a0-]{1,40}\\p{Ll})(?:[ \u00a0\u202f]?»|[”"])'
)
_RUN_OF_SPACES = late("[ \t\u00a0\u202f]{2}")
_MOST_AROUND = 40
"""Characters of what may stand before and behind a label: more than any numbering has."""
_SPACES = late("[ \u00a0\u202f]+")
_COLON = late("[ \u00a0\u202f]?:[ \u00a0\u202f]?")
_STOP = late(r"[ \u00a0\u202f](?P<stop>!|\.(?!\.))")
_OF_ONE = ("ss", "us", "is")
"""Endings of words that are no plural, *virus*, though one letter less would be a word with a plural."""
_SHORTEST = 4
"""Letters of the shortest word that is taken for a plural."""


class Labels:
    """The labels of a dictionary, and their plurals."""

    def __init__(self, dictionary: Dictionary, source: Language, target: Language) -> None:
        self.dictionary, self.source, self.target = dictionary, source, target
        self._places = LonePlaces(dictionary, source)

    @cached_property
    def _tables(self) -> tuple[dict[str, str], dict[str, str], int]:
        """Translations by keys; by those of capitals without accents, where there is one; how long the longest is.

        They are kept in the cache folder: to make them takes as long as to prepare ten texts.
        """
        labels = self.dictionary.labels
        facts = repr(labels) + digest_code(*HYPOTHESES)
        return kept_or_made("labels", facts.encode(), lambda: _tables_of(labels))

    def _find(self, key: str) -> str | None:
        """Return the translation of a label by its key; in capitals it may lack its accents, where it is no name."""
        known, plain, _ = self._tables
        said = known.get(key)
        return plain.get(key) if said is None and key not in self.source.names.first_names else said

    @property
    def _longest(self) -> int:
        """Characters of the longest text that may be a label, runs of spaces apart."""
        return self._tables[2] + _MOST_AROUND

    def translate(self, text: str) -> tuple[str, int, int] | None:
        """Return the translation of a label with what stands around it; where the label ends in both texts.

        None where the text is none.
        """
        if len(text) > self._longest and _RUN_OF_SPACES.search(text) is None:
            return None
        match = _AROUND.fullmatch(text)
        if match is None:
            return None
        starts = [0, match.start("label")] if match["before"][:1].isalnum() else [match.start("label")]  # « n. d. »
        ends = [(len(text), ""), (match.end("label"), match["after"])]
        for start, (end, after) in product(starts, ends):
            label = text[start:end]
            if after.endswith((".", "!")) and " " not in label and not after.endswith("..."):
                return None  # a word with a full stop is an abbreviation or an answer
            if text[:start].strip().isdigit() and label[0].islower():
                return None  # « 12 mois » is counted
            key = key_of(label)
            said = (
                self._find(key) or self._speaker(label, after) or self._plural(label) or self._places.find(label, key)
            )
            if said is not None:
                before = text[:start] + (said if label[0].isupper() else self._lowered(said))
                mark = _STOP.sub(r"\g<stop>", _COLON.sub(":", after))
                return before + mark, len(text) - len(after), len(before)
        return None

    def find_quoted(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the characters [start, end) of labels in quotation marks, with the translation: « Enregistrer ».

        They have a capital, and stand in a sentence: instructions name buttons and menus so.
        """
        for match in _QUOTED.finditer(text) if _MARKS.search(text) else ():
            said = self._find(key_of(match["label"]))
            if said and match[0] != text.strip():
                yield *match.span("label"), said

    def _speaker(self, label: str, after: str) -> str | None:
        """Return who speaks, « MARIE : »; None for what is no first name in capitals with a colon behind it."""
        is_name = label.isupper() and all(name in self.source.names.first_names for name in label.lower().split("-"))
        return label if is_name and ":" in after else None

    def _lowered(self, said: str) -> str:
        """Return a translation that begins with a small letter, but for acronyms, days and months."""
        first = said.partition(" ")[0].lower()
        is_named = first in self.target.weekdays.names or first in self.target.months.numbers
        return said if said[1:2].isupper() or is_named else said[0].lower() + said[1:]

    def _plural(self, label: str) -> str | None:
        """Return the translation of a label that is the plural of one that is known; None where it is none."""
        endings = self.source.plural_endings
        words = key_of(label).split(" ")
        if self.target.pluralise is None or not words[0].endswith(endings) or len(words[0]) < _SHORTEST:
            return None
        one = [words[0][:-1], *(word[:-1] if word.endswith(endings) else word for word in words[1:])]
        said = self._find(" ".join(one)) or self._find(" ".join([one[0], *words[1:]]))
        if said is None or not said[-1].isalpha():
            return None
        return many_of(said, self.target)


def _tables_of(labels: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str], int]:
    known = {key_of(label): said for label, said in labels.items()}
    plain: dict[str, set[str]] = {}
    for key, said in known.items():
        plain.setdefault(unmarked(key), set()).add(said)
    unambiguous = {key: next(iter(said)) for key, said in plain.items() if len(said) == 1}
    return known, unambiguous, max(map(len, known), default=0)


def many_of(said: str, target: Language) -> str:
    """Return the plural of a phrase, *inhabitants of Lyon*, which may be one already."""
    if target.pluralise is None:
        return said
    joints, parts = target.joints.of | target.joints.having | target.joints.leading, said.split(" ")
    last = next((number for number, part in enumerate(parts) if number and part in joints), len(parts))
    head = " ".join(parts[:last])
    return said if _is_many(head, target.pluralise) else " ".join([target.pluralise(head), *parts[last:]])


def _is_many(head: str, pluralise: Callable[[str], str]) -> bool:
    """Tell whether the last word of a phrase is a plural already, as far as its ending tells."""
    return head.endswith("s") and not head.endswith(_OF_ONE) and pluralise(head[:-1]) == head


def key_of(label: str) -> str:
    """Return a label as it is looked up: in small letters, with plain spaces and apostrophes."""
    is_plain = "  " not in label and "\u00a0" not in label and "\u202f" not in label  # as nearly all are
    return straighten(label if is_plain else _SPACES.sub(" ", label)).strip().lower()
