"""Texts that are a phrase and no sentence: headings, labels, cells. The model's phrase table knows them better than it.

A small model has seen few texts of one word, and says *Dogs* for « Fenêtres »; what its training data have for a phrase
is counted in its phrase table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from functools import cached_property

import regex

from translate.care.base import Shielded
from translate.care.phrases.labels import Labels
from translate.data import Issue, Passage, Severity
from translate.engines.base import Draft, Links
from translate.models.phrase_table import LONGEST_PHRASE, PhraseTable, Translation
from translate.text.late import late

_LABEL = late(
    r"(?P<phrase>[^:]+?)(?:(?P<colon>[ \u00a0\u202f]?:(?:\s+(?P<rest>\S.*))?)|[ \u00a0\u202f]?(?P<dots>…|\.{3}))?",
    regex.DOTALL,
)
_LABELLED = late(r"(?P<label>[^:]{1,80}:)[ \u00a0\u202f]*(?P<rest>\S.*)", regex.DOTALL)
_PRICED = late(r"(?P<label>\p{Lu}[^:\d]{2,60}?)[ \u00a0\u202f](?P<rest>\d.*)", regex.DOTALL)
_PERCENT = late(r"[\d.,\s]+%")
_BRACKETED = late(r"\((?P<inner>[^()]+)\)|\[(?P<inner>[^\[\]]+)\]")
_ACRONYM = late(r"[A-Z]{2,6}s?")
_SHORTEST = 3
"""Letters of the shortest acronym: two stand for too many things."""
_SURE = 0.5
"""Least share of its translation that an acronym gets in the place of itself."""
_MOSTLY = 0.6
"""Least share of its translation that a word gets in the place of itself."""
_FEW = 3
"""Least times that it was met."""
# A number with a unit that is written alike in most languages.
_AMOUNT = late(
    r"(?<![\w.,])\d[\d.,\u00a0\u202f]*[ \u00a0\u202f]?"
    r"(?:[kcdmµn]?m[²³23]?|k?m/h|[kmµ]?g|[mcdh]?[lL]|[kMG]?(?:W|Wh|Hz|V|Pa|J)|m?Ah?|[kKMG]B|ms|min|dpi|px|bars?|kcal|rpm)"
    r"(?![\w/])"
)
_LETTER = late(r"\p{L}")
_CERTAIN_OF = frozenset({"terms", "codes", "placeholders", "tags", "emptied", "urls"})
FROM_LABELS = Issue("phrase", Severity.INFO, "From the list of labels.", 1.0)
FROM_GLOSSARY = Issue("phrase", Severity.INFO, "From the glossary.", 1.0)


class Phrasing:
    """Makes drafts from a phrase table.

    :param load: returns the table. It is called when the first text is there.
    :param digest: of the table.
    :param labels: knows labels, where the table may have other senses.
    """

    def __init__(self, load: Callable[[], PhraseTable], digest: str, labels: Labels | None = None) -> None:
        self._load, self.digest, self.labels = load, digest, labels

    @cached_property
    def _table(self) -> PhraseTable:
        return self._load()

    def draft(self, shielded: Shielded, text: str) -> Draft | None:
        """Return what the table has for a text: one phrase, alone, in brackets, or as the label of what has no words.

        :param text: that of `shielded`, in small letters where the source shouts.
        """
        label = self.label(shielded, text)
        if label:
            return label
        bracketed = _BRACKETED.fullmatch(text)
        if bracketed and (found := self._table.look_up(bracketed["inner"])):
            return _draft(found, text, text[0] + found.text + text[-1], len(text), len(found.text) + 2)
        if text.partition(":")[0].count(" ") > LONGEST_PHRASE or (parts := _LABEL.fullmatch(text)) is None:
            return None
        if _is_worded(parts["rest"] or "", shielded):
            return None
        found = self._table.look_up(parts["phrase"])
        if found is None:
            return None
        tail = f": {parts['rest']}" if parts["rest"] else ":" if parts["colon"] else parts["dots"] or ""
        return _draft(found, text, found.text + tail, parts.end("phrase"), len(found.text))

    def own_label(self, passage: Passage, shielded: Shielded) -> Draft | None:
        """Return a label that is asked in other words, « TVA », as the list has it in its own, numbering apart."""
        numbering = "".join(cut.native for cut in shielded.cuts if not cut.offset)
        own = passage.text.removeprefix(numbering).lstrip() if numbering else passage.text
        is_inside = any(cut.offset for cut in shielded.cuts)
        if passage.codes or is_inside or shielded.masks or own == shielded.text:
            return None
        return self.label(Shielded(own), own)

    def label(self, shielded: Shielded, text: str) -> Draft | None:
        """Return what the list of labels has for a text, alone or as the label of what has no words."""
        found = self.labels.translate(text) if self.labels else None
        tail = ""
        if found is None and self.labels:
            parts = _LABELLED.fullmatch(text) or _priced(text, shielded)
            found, tail = (self.labels.translate(parts["label"]), f" {parts['rest']}") if parts else (None, "")
            if parts and (_is_worded(parts["rest"], shielded) or _is_meant_otherwise(shielded, found)):
                return None
        if found is None:
            return None
        target, end, other = found
        links = _link(end, text, other, target + tail)
        return Draft(target + tail, 0.0, (FROM_LABELS,), link=lambda whole=True: links)

    def render(self, phrase: str) -> str | None:
        """Return what a phrase mostly is in the other language; None where the table has none."""
        found = self._table.look_up(phrase)
        return found.text if found else None

    def acronym(self, word: str) -> str | None:
        """Return what a word mostly is, where that is an acronym and another one: of « OTAN » NATO, of « PME » SMEs."""
        found = self._table.look_up(word) if len(word) >= _SHORTEST else None
        is_sure = found is not None and found.count >= _SURE * found.total
        return found.text if found and is_sure and _ACRONYM.fullmatch(found.text) and found.text != word else None

    def render_surely(self, word: str) -> str | None:
        """Return the one word that a word mostly is, where it is no name; None where that is the word itself."""
        found = self._table.look_up(word)
        if found is None or found.count < max(_FEW, _MOSTLY * found.total):
            return None
        is_other = found.text.isalpha() and found.text[0].islower() and found.text != word
        return found.text if is_other else None

    def is_renamed(self, name: str) -> bool:
        """Tell whether a name is called otherwise in the target language: of « Londres », London."""
        found = self._table.look_up(name.lower())
        return found is not None and found.text[0].isupper() and found.text.lower() != name.lower()

    def is_common(self, word: str) -> bool:
        """Tell whether a word is mostly no name: « pierre » is stone."""
        found = self._table.look_up(word.lower())
        return found is not None and found.text[0].islower()

    def is_name(self, word: str) -> bool:
        """Tell whether a word, in whatever capitals, is a name that stays as it is: « lyon » is Lyon."""
        small = word.lower()
        found = self._table.look_up(small)
        return found is not None and found.text[0].isupper() and found.text.lower() == small


def is_listed(draft: Draft) -> bool:
    """Tell whether a draft is from a list of whole texts: labels, or terms of the user."""
    return FROM_LABELS in draft.issues or FROM_GLOSSARY in draft.issues


def is_certain(draft: Draft, causes: Collection[str]) -> bool:
    """Tell whether a draft is a label that is what it is, whatever it is suspected of but lost terms and codes."""
    return is_listed(draft) and _CERTAIN_OF.isdisjoint(causes)


def _draft(found: Translation, source: str, target: str, phrase: int, translation: int) -> Draft:
    """Return a draft of an entry of the table; the phrase and its translation end there in `source` and `target`."""
    times = f"{found.count:,} of {found.total:,} times"
    issue = Issue("phrase", Severity.INFO, f"From the phrase table, {times}.", float(found.count))
    links = _link(phrase, source, translation, target)
    return Draft(target, math.log(found.count / found.total), (issue,), link=lambda whole=True: links)


def _link(phrase: int, source: str, translation: int, target: str) -> Links:
    """Link phrase to phrase, colon to colon and what follows to itself, so that bold ends where it ended."""
    ends = [(end, text.find(":", end) + 1, len(text)) for end, text in ((phrase, source), (translation, target))]
    one_side, other_side = (tuple(sorted({0, end, colon or end, length})) for end, colon, length in ends)
    return Links.one_by_one(one_side, other_side)


def _is_worded(text: str, shielded: Shielded) -> bool:
    """Tell whether a text has words; an amount, and a measure that comes back as the target writes it, are none, but
    « commande CMD-12 »."""
    text = shielded.without_masks(text)
    for measure in shielded.measures:
        if measure.is_ours and not (measure.asked[0].isalpha() and measure.asked[-1].isdecimal()):
            text = text.replace(measure.asked, "", 1)
    return has_words(text)


def _is_meant_otherwise(shielded: Shielded, found: tuple[str, int, int] | None) -> bool:
    """Tell whether what stands behind a label tells another sense of it: « Débit : 3 l/min »."""
    first = next(iter(shielded.measures), None)
    is_label = first is not None and first.is_ours and not first.start and first.asked.isalpha()
    return is_label and found is not None and first is not None and not found[0].lower().startswith(first.said.lower())


def _priced(text: str, shielded: Shielded) -> regex.Match[str] | None:
    """Return a text as a label and the amount behind it, « Loyer 620 € », « Remise 10 % »; None where it is none."""
    match = _PRICED.fullmatch(text)
    if match is None:
        return None
    is_ours = any(one.is_ours and one.asked in match["rest"] for one in shielded.measures)
    return match if is_ours or _PERCENT.fullmatch(match["rest"]) else None


def has_words(text: str) -> bool:
    """Tell whether a text has letters that are no units of numbers."""
    return _LETTER.search(_AMOUNT.sub("", text)) is not None
