"""Words of the source that a model left in its target: they come in with both texts, their translations go out.

What the model's phrase table has for such a word stands in its place, where it is sure of it and the word is none of
the target language: « menthe » becomes *mint*, « formation » may be *formation*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from re import Match

from translate.care.replacing import Replacement
from translate.data import Issue, Severity
from translate.languages import Language
from translate.text.names import iter_names
from translate.text.words import iter_words, split_lowered

SHORTEST = 4
"""Letters of the shortest word that is judged."""
_MARKS = "-\"'’‘“”«»"
"""Beside a word they say that it is a part of another, or quoted."""
_BEFORE_WORDS = " \t\n(["


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Translates the words that were left.

    :param source: the language that they are of.
    :param render: returns what a word is in the target language; None where that is not sure, or is the word itself.
    :param is_left: tells of a word and that translation whether the word is none of the target language.
    """

    source: Language
    render: Callable[[str], str | None]
    is_left: Callable[[str, str], bool]

    def find(
        self, source: str, target: str, strange: Iterable[Match[str]], spared: Sequence[tuple[int, int]]
    ) -> tuple[list[Replacement], list[Issue]]:
        """Return edits that put translations in place of words, in order, and what is to be said of them.

        A word with a mark beside it, or copied with its neighbour, is quoted, or a part of a name.

        :param strange: words of `target` that stand in `source` too and are certainly none of the target language.
        :param spared: characters [start, end) of `target` to leave alone.
        """
        shared = set(split_lowered(source)).intersection(split_lowered(target))
        known = {word: said for word in shared if len(word) >= SHORTEST and (said := self.render(word))}
        if not known:
            return [], []
        surely = {word[0].lower() for word in strange}
        rules = self.source.names
        names = set() if source.isupper() else {name.lower() for name in iter_names(source, rules)}
        names |= self.source.lent_words | rules.surnames | rules.places | rules.first_names
        copied = _pairs_of(source) & _pairs_of(target)
        edits = []
        words = list(iter_words(target))
        first = next(iter_words(source), None)
        for number, word in enumerate(words):
            small = word[0].lower()
            said = known.get(small)
            if said is None or small in names or not _stands_free(word, target, spared):
                continue
            if _may_be_name(word, target) and (first is None or first[0] != word[0]):
                continue
            beside = (words[max(0, number - 1) : number + 1], words[number : number + 2])
            if any(len(pair) > 1 and tuple(one[0].lower() for one in pair) in copied for pair in beside):
                continue
            if small in surely or self.is_left(small, said):
                edits.append((word.start(), word.end(), _in_case(word[0], said)))
        return edits, list(_issues_of(edits, target))


def _pairs_of(text: str) -> set[tuple[str, str]]:
    return set(pairwise(word[0].lower() for word in iter_words(text)))


def _stands_free(word: Match[str], target: str, spared: Sequence[tuple[int, int]]) -> bool:
    start, end = word.span()
    is_part = target[:start].endswith(tuple(_MARKS)) or target.startswith(tuple(_MARKS), end)
    return not is_part and not any(first < end and start < last for first, last in spared)


def _may_be_name(word: Match[str], target: str) -> bool:
    """Tell whether a word has a capital that is not that of its sentence."""
    is_capital = word[0][0].isupper() and not word[0].isupper()
    return is_capital and bool(target[: word.start()].strip(_BEFORE_WORDS))


def _in_case(word: str, said: str) -> str:
    if word.isupper():
        return said.upper()
    return said[0].upper() + said[1:] if word[0].isupper() else said


def _issues_of(edits: Sequence[Replacement], target: str) -> Iterable[Issue]:
    if edits:
        words = ", ".join(dict.fromkeys(f"{new} (the model left {target[start:end]})" for start, end, new in edits))
        yield Issue("phrase", Severity.INFO, f"From the phrase table: {words}.", float(len(edits)))
