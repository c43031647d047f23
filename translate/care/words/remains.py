"""What a rendering would leave beside it of the words that it answers: a rare word goes in, the place of all comes out.

*Turn the whites into snow* stands for « Montez les blancs en neige »: to put *whisk the egg whites until stiff* in the
place of *whites* alone leaves a sentence that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from translate.alignment.words import stemmer
from translate.care.glossary.splicing import find_place, find_rest
from translate.care.names.rare_names import Rarity
from translate.care.words.rare_words import WORD, is_name
from translate.care.words.renderings import Renderings
from translate.engines.base import Links
from translate.languages import Language
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Occurrence
from translate.text.late import late_plain

_NEAR = 4
"""Words within which a word that is said twice is one too many."""
_WITH_SUBJECT = late_plain(r"\w+['’]\w+ ")
_TWO_BEFORE = late_plain(r"(?:([^\W\d_]+) )?([^\W\d_]+) \Z")


class Remains:
    """Finds the places of rare words without remains.

    :param target: the language of the renderings.
    """

    def __init__(self, renderings: Renderings, target: Language) -> None:
        self._renderings, self._target = renderings, target

    def find_place(self, rarity: Rarity, source: str, target: str, links: Links | None) -> tuple[int, int] | None:
        """Return the characters of all words of a target that render a rare word, or phrase; None where they stand
        apart from each other, or where there are none."""
        if links is None or not links.weights:
            return None
        french = source[rarity.start : rarity.end]
        occurrence, is_phrase = occurrence_of(rarity, french), not french.isalpha()
        place = find_place(links, target, source, occurrence, over_small=is_phrase)
        if place is None or not is_phrase or is_name(rarity):
            return place
        rest, others = find_rest(links, target, place, occurrence), others_of(rarity, source)
        return place if all(self._renders(word, others) for word in rest) else None

    def start_of_verb(self, target: str, start: int, others: str) -> int | None:
        """Return where a verb begins whose object alone was found: before *Turn the* whites.

        None where no verb stands before it, as in *the anchor must be weighed*, or the verb is one word with its
        subject, *he's passing the broom*.

        :param others: the other words of the source.
        """
        if _WITH_SUBJECT.match(target, start):
            return None
        before = _TWO_BEFORE.search(target, 0, start)
        if before is None or before[2].lower() not in self._target.determiners:
            return start
        verb = before[1]
        if verb is None or verb.lower() in self._target.function_words or self._renders(verb, others):
            return None
        return before.start(1)

    def is_doubled(self, said: str, target: str, place: tuple[int, int], others: str) -> bool:
        """Tell whether a word of a rendering stands near its place too, and for no other word of the source."""
        stem, small = stemmer(self._target), self._target.function_words | self._target.determiners
        own = {stem(word) for word in _words(said, small)}
        near = (*_words(target[: place[0]], small)[-_NEAR:], *_words(target[place[1] :], small)[:_NEAR])
        return any(stem(word) in own and not self._renders(word, others) for word in near)

    def _renders(self, word: str, others: str) -> bool:
        return self._renderings.is_of_another("", [word.lower()], others)


def _words(text: str, small: Collection[str]) -> Sequence[str]:
    return [word for word in WORD.findall(text.lower()) if word not in small]


def others_of(rarity: Rarity, source: str) -> str:
    """Return the words of a source around a rare one."""
    return f"{source[: rarity.start]} {source[rarity.end :]}"


def occurrence_of(rarity: Rarity, french: str) -> Occurrence:
    return Occurrence(Term(french, (), TermKind.REQUIRED, 0), rarity.start, rarity.end, False)
