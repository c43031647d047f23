"""Words of the source that a model left in its target: they come in with both texts, their translations go out.

What the model's phrase table has for such a word stands in its place, where it is sure of it and the word is none of
the target language: « menthe » becomes *mint*, « formation » may be *formation*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from re import Match

import regex

from translate.care.replacing import Replacement
from translate.data import Issue, Severity
from translate.languages import Language
from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.proper_names.names import iter_names
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
    :param noun: returns what a dictionary has for a noun; None where it has none. It is asked for nouns with a capital
        behind a determiner, as contracts write their parties: a phrase table has not met most of them.
    :param is_place: tells whether such a noun with its determiner, in small letters, is a place: « la Somme ».
    """

    source: Language
    render: Callable[[str], str | None]
    is_left: Callable[[str, str], bool]
    noun: Callable[[str], str | None] = lambda word: None
    is_place: Callable[[str], bool] = lambda name: False

    def find(
        self, source: str, target: str, strange: Iterable[Match[str]], spared: Sequence[tuple[int, int]]
    ) -> tuple[list[Replacement], list[Issue]]:
        """Return edits that put translations in place of words, in order, and what is to be said of them.

        A word with a mark beside it, or copied with its neighbour, is quoted, or a part of a name.

        :param strange: words of `target` that stand in `source` too and are certainly none of the target language.
        :param spared: characters [start, end) of `target` to leave alone.
        """
        shared = {w for w in set(split_lowered(source)).intersection(split_lowered(target)) if len(w) >= SHORTEST}
        if not shared:
            return [], []
        defined = self._find_defined(source) & shared
        known = {word: said for word in defined if (said := self.noun(word))}
        known |= {w: said for w in shared - known.keys() if (said := self.render(w))}
        if not known:
            return [], []
        surely = {word[0].lower() for word in strange}
        rules = self.source.names
        names = set() if source.isupper() else {name.lower() for name in iter_names(source, rules)}
        lists = (names, self.source.lent_words, rules.surnames, rules.places, rules.first_names)
        known = {word: said for word, said in known.items() if word in defined or not any(word in one for one in lists)}
        if not known:
            return [], []
        copied = _pairs_of(source) & _pairs_of(target)
        edits = []
        words = list(iter_words(target))
        first = next(iter_words(source), None)
        for number, word in enumerate(words):
            small = word[0].lower()
            said = known.get(small)
            if said is None or not _stands_free(word, target, spared):
                continue
            is_own = small in defined or (first is not None and first[0] == word[0])
            if not is_own and _may_be_name(word, target):
                continue
            beside = (words[max(0, number - 1) : number + 1], words[number : number + 2])
            if any(len(pair) > 1 and tuple(one[0].lower() for one in pair) in copied for pair in beside):
                continue
            if small in surely or self.is_left(small, said):
                edits.append((word.start(), word.end(), _in_case(word[0], said)))
        return edits, list(_issues_of(edits, target))

    def _find_defined(self, text: str) -> set[str]:
        """Return the words, small, that have a capital behind a determiner which has none, and no name behind them."""
        words, rules = list(iter_words(text)), self.source.names
        determiners = _nominal(self.source)
        found: set[str] = set()
        for number, (before, word) in enumerate(pairwise(words), start=2):
            is_capital = word[0][0].isupper() and not word[0].isupper() and len(word[0]) >= SHORTEST
            if not is_capital:
                continue
            is_determined = before[0].lower() in determiners and (number == 2 or before[0].islower())
            after = words[number] if number < len(words) else None
            is_followed = after is not None and after.start() == word.end() + 1 and after[0][0].isupper()
            is_near = before.end() + 1 == word.start() and not is_followed
            if is_determined and is_near and not self.is_place(text[before.start() : word.end()].lower()):
                found |= set() if _street(rules.streets).search(text, 0, before.start()) else {word[0].lower()}
        return found - rules.surnames - rules.places - rules.first_names


@cache
def _nominal(source: Language) -> frozenset[str]:
    """Return the determiners that are no preposition too, nor a particle of names."""
    rules = source.names
    prepositions = {one[1] for one in rules.contracted} | {p[:-1] for p in rules.particles if p.endswith("’")}
    return frozenset(source.determiners - prepositions)


@cache
def _street(streets: str) -> regex.Pattern[str]:
    """Return a pattern of the word before the name of a street, whose article follows."""
    return compile_kept(rf"(?<!\w)(?:{streets})\s(?:\w{{2}}\s)?\Z", regex.IGNORECASE)


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
        yield Issue("phrase", Severity.INFO, f"From the phrase table or the dictionary: {words}.", float(len(edits)))
