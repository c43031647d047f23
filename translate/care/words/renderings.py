"""Whether words of a target render a word of its source: as the dictionary has it, or as human translations do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from translate.alignment.answers import load_answers
from translate.alignment.dictionary import NAME, NOUN, VERB, Dictionary, Found
from translate.alignment.words import stemmer
from translate.care.names.rare_names import Rarity
from translate.care.phrases.labels import many_of
from translate.care.replacing import Replacement
from translate.care.words.rare_words import WORD, equivalents_of, is_alike, is_name
from translate.care.words.wording import Wording
from translate.languages import Language
from translate.text.late import late_plain
from translate.text.words import split_words

_COGNATE = 0.75
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of a word to a foreign one that it may render, though none knows it."""
_TOLD = 60
"""Times that a word was seen for what human translations have beside it to tell what it is."""
_ODD = "(),;/"
_OWN_WORD = late_plain(r"(?<!['’])(?<![^\W\d_])[^\W\d_]+(?:-[^\W\d_]+)*")
"""What an apostrophe does not part from its word: of *the chimney's drive*, *drive*."""
_LETTERS = late_plain(r"[^\W\d_]+")
_BEFORE, _BEHIND = late_plain(r"(?<![\w-])([^\W\d_]+)[ -]\Z"), late_plain(r"[ -]([^\W\d_]+)(?![\w-])")
_MOST_WORDS = 3
_MOST_OF_NOUN, _MOST_WITH_OBJECT = 4, 6
"""Words of the longest equivalent of a noun, and of a verb with its object."""
_WORDS_KEPT = 256
_TEXTS_KEPT = 256
_SAID_KEPT = 4096
"""Equivalents whose forms are remembered."""


class Renderings:
    """Judges the words of a target.

    :param wording: tells what words a model made up.
    """

    def __init__(self, dictionary: Dictionary, source: Language, target: Language, wording: Wording | None) -> None:
        self._dictionary, self._source, self._target, self._wording = dictionary, source, target, wording
        self._needed = lru_cache(maxsize=_SAID_KEPT)(self._find_needed)
        self._best = lru_cache(maxsize=_SAID_KEPT)(self._find_best)

    def stands(self, said: str, there: set[str]) -> bool:
        """Tell whether an equivalent is among the words of a target, *child care* as one word too."""
        needed = self._needed(said)
        return bool(needed) and (all(not there.isdisjoint(forms) for forms in needed) or said.replace(" ", "") in there)

    def _find_needed(self, said: str) -> tuple[frozenset[str], ...]:
        """Return the forms of each word of an equivalent in all spellings, function words apart."""
        small = self._target.function_words
        return tuple(frozenset(self._spellings_of(w)) for w in WORD.findall(said.lower()) if w not in small)

    def _spellings_of(self, word: str) -> Iterator[str]:
        """Yield the forms of a word, in the spellings of other varieties too: *organisation*, *organization*."""
        for form in self._target.forms_of(word):
            yield form
            yield from (variety.words[form] for variety in self._target.varieties if form in variety.words)

    def _find_best(self, word: str) -> frozenset[str]:
        """Return the best equivalent of each entry of a word in small letters."""
        return frozenset(found.entry.english[0] for found in self._dictionary.find(word))

    def may_be_right(self, there: str, french: str, said: str, source: str) -> bool:
        """Tell whether what stands in a place is another translation of a word, or that of another word."""
        words = [word.lower() for word in WORD.findall(there)]
        is_left = there == french and there.islower()
        if is_left or self.is_invented(source, there):
            return False
        if is_alike(there, said):
            return True
        if is_alike(there, french, _COGNATE) or self.answers(french, words):
            return True
        return self.is_of_another(french, words, source)

    def is_answered(self, french: str, there: str, source: str) -> bool:
        """Tell whether human translations have what stands in a place for a word, and it is no other word's there."""
        words = [word.lower() for word in WORD.findall(there)]
        is_met = " " not in french and self._dictionary.is_counted(french.lower())
        if not is_met or self.is_invented(source, there) or not self.answers(french, words):
            return False
        return not self.is_of_another(french, words, source)

    def is_of_another(self, french: str, words: Sequence[str], source: str) -> bool:
        """Tell whether words of a target are an equivalent of another word of the source."""
        there = set(words)
        mine = set(_lowered(french))
        known = (found for word in _lowered(source) if word not in mine for found in self._dictionary.find(word))
        return any(self.stands(one, there) for found in known for one in found.entry.english)

    def _answers_another(self, french: str, word: str, source: str) -> bool:
        """Tell whether human translations have a word for another of the source: *last* for that of « hier soir »."""
        mine = {*_lowered(french), *self._source.function_words}
        return any(self.answers(one, [word]) for one in _lowered(source) if one not in mine)

    def said(self, found: Found) -> str | None:
        """Return the best equivalent that can stand in a sentence, the word itself last.

        That of a verb with its object has an article: *set the table*.
        """
        if found.entry.part == NAME and found.entry.french == found.entry.english[0]:  # « L'Isle-d'Abeau »
            return found.entry.french
        has_object = found.entry.kind == VERB and " " in found.entry.french
        if found.entry.part == NAME and found.entry.english[0].count(" ") >= _MOST_WORDS:  # that of a state
            return found.entry.english[0]
        kind = found.entry.kind
        plain = (s for s in found.entry.english if is_plain(s, self._target, kind=kind, has_object=has_object))
        return min(plain, key=lambda said: said == found.entry.french, default=None)

    def as_order(self, found: Sequence[Rarity], source: str, target: str) -> Iterator[Replacement]:
        """Yield an edit where a target begins with another form of the verb whose order begins its source: *Smoking the
        hive* for « Enfumez la ruche ».

        :param found: the rare words of the source.
        """
        rarity, first = next(iter(found), None), WORD.match(target)
        if rarity is None or rarity.start or first is None:
            return
        verbs = (found.entry.english for found in rarity.found if found.entry.kind == VERB)
        heads = [said.split(" ")[0] for english in verbs for said in english]
        is_order = source[: rarity.end].lower().endswith(self._source.stand_ins.orders)
        if is_order and first[0].lower() not in heads:
            right = (one for one in heads if first[0].lower() in self._target.forms_of(one))
            yield from ((*first.span(), one[0].upper() + one[1:]) for one in islice(right, 1))

    def own_part(self, target: str, place: tuple[int, int], french: str, source: str) -> tuple[int, int]:
        """Return a place without the words at its edges that render other words of the source: of *Sardin wine*, the
        first for « sarde »; the whole of it where no word is left, or but one stands there."""
        words = [(match[0].lower(), place[0] + match.start(), place[0] + match.end())
                 for match in _OWN_WORD.finditer(target[slice(*place)])]  # fmt: skip
        others = [self.renders_another(french, word, source) for word, *_ in words] if len(words) > 1 else []
        own = [one for one, is_other in zip(words, others, strict=False) if not is_other]
        small = self._target.function_words | self._target.determiners
        while len(own) < len(words) and own and own[-1][2] < words[-1][2] and own[-1][0] in small:
            own.pop()  # of *flute in the drawer*, *in the*
        return self._whole(target, (own[0][1], own[-1][2]) if own else place, french)

    def renders_another(self, french: str, word: str, source: str) -> bool:
        """Tell whether a word of a target, in small letters, renders another word of its source than the one asked."""
        if self.answers(french, [word]):
            return False
        return self.is_of_another(french, [word], source) or self._answers_another(french, word, source)

    def _whole(self, target: str, place: tuple[int, int], french: str) -> tuple[int, int]:
        """Return the place of words that are one in the source with what renders the rest of them beside it: for
        « Nouvelle-Aquitaine », *New* before *Aquitaine*."""
        parts = _LETTERS.findall(french.lower())
        said = {one for part in parts for found in self._dictionary.find(part) for one in found.entry.english}
        start, end = place
        while len(parts) > 1 and (before := _BEFORE.search(target, 0, start)) and self._is_one(before[1], said):
            start = before.start()
        while len(parts) > 1 and (behind := _BEHIND.match(target, end)) and self._is_one(behind[1], said):
            end = behind.end()
        return start, end

    def _is_one(self, word: str, said: Collection[str]) -> bool:
        return any(self.stands(one, {word.lower()}) for one in said)

    def are_for_another(self, rarity: Rarity, source: str, target: str) -> bool:
        """Tell whether all that a target has of a word is there once, for another word: *change* for « changez »."""
        if is_name(rarity):
            return False
        words = _lowered(target)
        there = set(words)
        needed = [self._needed(said) for said in equivalents_of(rarity) if self.stands(said, there)]
        if any(len(one) != 1 for one in needed):
            return False
        forms = {form for one in needed for form in one[0]}
        if sum(map(words.count, forms & there)) != 1:
            return False
        others = set(_lowered(source)).difference(
            _lowered(source[rarity.start : rarity.end]), self._source.function_words
        )
        return any(not forms.isdisjoint(self._best(word)) for word in others)

    def is_invented(self, source: str, there: str) -> bool:
        return self._wording is not None and bool(self._wording.find_invented(source, there))

    def find_left(self, source: str, target: str) -> frozenset[str]:
        """Return the words that a target has from its source, in small letters there, which are none of its own."""
        found = self._wording.find_left(source, target) if self._wording else ()
        return frozenset(word[0] for word in found if word[0].islower())

    def says_person(self, rarity: Rarity, source: str, target: str) -> bool:
        """Tell whether a target says one person of a people: *a Dane*, *a Danish woman*, and not *a Danish*, *a Danes*.

        What is between an adjective and the next word of the source is the person: *woman* renders no other word.
        """
        words, people = _lowered(target), {said.lower() for said in equivalents_of(rarity)}
        many = {many_of(said, self._target) for said in people} - people
        adjectives = {one.lower() for one in self._best(rarity.found[0].entry.french.lower())}
        for number, (word, behind) in enumerate(zip(words, (*words[1:], ""), strict=True)):
            is_one = any(map(self._is_one_thing, words[max(number - 2, 0) : number]))
            if word in people or (word in many and not is_one):
                return True
            is_small = not behind or behind in self._target.function_words | self._target.determiners
            if (
                word in adjectives
                and not is_small
                and not self.is_of_another(source[slice(*rarity[:2])], [behind], source)
            ):
                return True
        return False

    def _is_one_thing(self, word: str) -> bool:
        """Tell whether a word stands before one thing: *a*, *one*."""
        fit = self._target.fit_article
        return self._target.number_words.cardinals.get(word) == 1 or bool(fit and fit(word, "a") != fit(word, "b"))

    def answers(self, french: str, words: Collection[str]) -> bool:
        """Tell whether human translations have one of the words for a French one."""
        answers = load_answers(self._source.code, self._target.code)
        small = french.lower()
        if answers is None:
            return False
        if " " not in small and self._dictionary.times_seen(small) < _TOLD:  # « prévenez », by « prévenir »
            bases = (one.text for one in self._dictionary.lemmas_of(small) if one.part == VERB)
            small = next((one for one in bases if self._dictionary.times_seen(one) >= _TOLD), "")
        own, other = stemmer(self._source), stemmer(self._target)
        said = {one for word in WORD.findall(small) for one in answers.of(own(word))}
        return not said.isdisjoint(map(other, words))


@lru_cache(maxsize=_TEXTS_KEPT)
def _lowered(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters; of a pair each of its rare words asks for those."""
    return tuple(word.lower() for word in WORD.findall(text))


def is_plain(said: str, target: Language, *, kind: str = "", has_object: bool = False) -> bool:
    """Tell whether an equivalent is a word or two that can stand in a sentence, or a verb and its object.

    :param kind: its part of speech; what is called after a place has an article within, *inhabitant of the Var*.
    """
    words = said.split()
    most = _MOST_WITH_OBJECT if has_object else _MOST_OF_NOUN if kind == NOUN else _MOST_WORDS
    if any(sign in said for sign in _ODD) or len(words) > most + (said != said.lower()):  # names are longer
        return False
    fixed = words[:1] if has_object or (kind == NOUN and said != said.lower()) else words
    is_odd = not has_object and not target.determiners.isdisjoint(fixed)
    return not is_odd and all(kind == NAME or _is_whose(word, target) for word in words if "'" in word)


def _is_whose(word: str, target: Language) -> bool:
    """Tell whether a word with an apostrophe says whose a thing is, *plumber's*, and stands for nobody, *one's*."""
    head = next((word.removesuffix(one) for one in target.joints.whose if word.endswith(one)), "")
    small = head.lower()
    return len(head) > 1 and small not in target.function_words and small not in target.number_words.cardinals


def best_of(rarity: Rarity, text: str, source: Language) -> Found:
    """Return the entry that a word most probably is, by what stands beside it: a noun or a verb."""
    before, behind = split_words(text[: rarity.start].lower())[-1:], split_words(text[rarity.end :].lower())[:1]
    kinds: tuple[str, ...]
    if not source.determiners.isdisjoint(before):
        kinds = ("n", "adj")
    elif not before and not (source.joints.of | source.joints.having).isdisjoint(behind):
        kinds = ("n", "adj")  # « Tarte aux pommes »
    elif not source.adjective_leaders.isdisjoint(before):
        kinds = ("adj", "v")  # « la soupe est fade »
    else:
        is_verb = not source.function_words.isdisjoint(before) or not source.determiners.isdisjoint(behind)
        kinds = ("v", "n") if is_verb else ("n",) if not before else ()
    ranks = {kind: rank for rank, kind in enumerate(kinds)}
    return min(rarity.found, key=lambda found: ranks.get(found.entry.kind, len(ranks)))


def rendering(dictionary: Dictionary, target: Language) -> Callable[[str, str], bool]:
    """Return what tells whether a word of the target, in small letters, is an equivalent of a word of a source."""

    @lru_cache(maxsize=_WORDS_KEPT)
    def forms(word: str) -> frozenset[str]:
        said = {one for found in dictionary.find(word) for one in found.entry.english}
        parts = {part for one in said for part in split_words(one.lower())}
        bare = parts & target.function_words  # of *not* there is no *notted*
        return frozenset(bare.union(*map(target.forms_of, parts - bare)))

    return lambda source, word: any(word in forms(one) for one in split_words(source.lower()))
