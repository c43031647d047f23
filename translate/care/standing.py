"""Frequent words in place of rare ones: a text comes in, one goes out that a model knows, and its target the other way.

What a small model has not met leads it astray in all of a sentence. « Lavez l'arbre » it knows: what it writes for that
is a sentence, in which the words for *wash* and *tree* are those of the dictionary for « serrer » and « écrou ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from translate.alignment.dictionary import ADVERB, NAME, Dictionary, Entry, Found
from translate.engines.base import Draft, Links
from translate.languages import Language
from translate.text.late import late_plain

_WORD = late_plain(r"[^\W\d_]+")
_MOST = 4
"""Rare words of a text: where there are more, a model makes nothing of what is left."""
_INFINITIVE = 2
"""Letters with which infinitives end."""
_ENDINGS = (3, 2)
"""Letters with which a verb's form ends that tell which it is, whatever the verb: *-ent*, *-ez*."""
_ELIDED = "'’"


class Wanted(NamedTuple):
    """Characters [start, end) of a text, what the dictionary has them as, how the target says that, and themselves."""

    start: int
    end: int
    found: Found
    said: str
    french: str


class StandIn(NamedTuple):
    """A word at characters [first, last) of what is asked, for what is wanted."""

    wanted: Wanted
    first: int
    last: int
    word: str
    kind: str


class Standing:
    """Puts frequent words in place of rare ones, and what the dictionary has in place of their translations."""

    def __init__(self, dictionary: Dictionary, source: Language, target: Language) -> None:
        self._dictionary, self._source, self._target = dictionary, source, target

    def ask(
        self, text: str, wanted: Sequence[Wanted], kept: Sequence[Wanted] = ()
    ) -> tuple[str, tuple[StandIn, ...]] | None:
        """Return a text with other words in place of what is wanted; None where there is none for any of it.

        :param kept: rare words that the model has right, which it may not have right again.
        """
        if not 0 < len(wanted) <= _MOST:
            return None
        wanted = [*wanted, *kept] if len(wanted) + len(kept) <= _MOST else wanted
        made, end = "", 0
        found: list[StandIn] = []
        used = set(map(str.lower, _WORD.findall(text)))
        for one in sorted(wanted):
            chosen = next(((word, form) for word, form in self._iter_words(text, one) if not {word, form} & used), None)
            if chosen is None or one.start < end:
                continue
            word, form = chosen
            used |= {word, form}
            made += text[end : one.start]
            form = form[0].upper() + form[1:] if text[one.start].isupper() else form
            found.append(StandIn(one, len(made), len(made) + len(form), word, one.found.entry.kind))
            made, end = made + form, one.end
        return (made + text[end:], tuple(found)) if found else None

    def _iter_words(self, text: str, wanted: Wanted) -> Iterator[tuple[str, str]]:
        """Yield words that can stand in a place, and their forms."""
        rules, french = self._source.stand_ins, text[wanted.start : wanted.end].lower()
        entry = wanted.found.entry
        is_open = french[0] in rules.opening or text[max(wanted.start - 1, 0) : wanted.start] in tuple(_ELIDED)
        is_many = french.partition(" ")[0].endswith(self._source.plural_endings) and entry.french.lower() != french
        if entry.part == NAME:
            yield from ((word, word) for word in rules.places)
            return
        if entry.kind == ADVERB:
            yield from ((word, word) for word in rules.adverbs)
            return
        if entry.kind == "v":
            french, _, rest = french.partition(" ")
            lemma = entry.french.lower().partition(" ")[0] if rest else entry.french
            has_object = bool(rest) and not self._target.determiners.isdisjoint(wanted.said.split(" "))
            verbs = rules.without_object if has_object else rules.verbs
            alike = [(word, self._conjugated(word, french, lemma)) for word in verbs]
            if french != lemma.lower():
                alike += ((word, self._ending_alike(word, french)) for word in verbs)
            yield from ((word, form) for word, form in alike if form and (word[0] in rules.opening) == is_open)
            return
        if wanted.said[0].isupper() and self._is_of_people(entry):
            words = rules.demonyms
        elif entry.kind == "adj":
            words = rules.adjectives
        else:
            before = _WORD.findall(text[: wanted.start].lower())[-1:]
            is_she = entry.part.startswith("nf") or not rules.feminine_words.isdisjoint(before)
            words = rules.feminine if is_she and entry.part != "nm" else rules.masculine
        for word in words:
            if len(words) == 1 or (word[0] in rules.opening) == is_open:
                yield word, rules.plurals.get(word, f"{word}s") if is_many else word

    def _is_of_people(self, entry: Entry) -> bool:
        """Tell whether a word is said of a people, and so has an adjective of it, or is a name: no *French window*."""
        if entry.french[0].isupper() or " " not in entry.english[0]:  # « espéranto »
            return True
        own = [*self._dictionary.entries(entry.french), *self._dictionary.entries(entry.french.lower())]
        return any(one.kind == "adj" and one.english[0][0].isupper() for one in own)

    def _conjugated(self, word: str, form: str, lemma: str) -> str | None:
        """Return the form of a verb that another has; None where the two do not inflect alike."""
        pairs = enumerate(zip(form, lemma, strict=False))
        alike = next((number for number, (a, b) in pairs if a != b), min(len(form), len(lemma)))
        if not word.endswith(lemma[alike:]):
            return None
        made = word[: len(word) - len(lemma) + alike] + form[alike:]
        return made if made == word or self._is_form_of(made, word) else None

    def _ending_alike(self, word: str, form: str) -> str | None:
        """Return the form of a verb that ends as another's: « trouvez » as « enduisez »; None where it has none."""
        endings = [form[-letters:] for letters in _ENDINGS]
        if form in self._source.stand_ins.endings:
            endings.insert(0, self._source.stand_ins.endings[form])
        made = (word[:-_INFINITIVE] + ending for ending in endings)
        return next((one for one in made if self._is_form_of(one, word)), None)

    def _is_form_of(self, form: str, word: str) -> bool:
        return any(one.text == word for one in self._dictionary.lemmas_of(form))

    def answer(self, stand_ins: Sequence[StandIn], draft: Draft) -> Draft | None:
        """Return what a model wrote for a text with stand-ins as a draft of that without; None where one is lost."""
        places = []
        for one in stand_ins:
            place = self._find(one, draft.text)
            if place is None:
                return None
            places.append((*place, one))
        text, end = "", 0
        moves = []
        ordered = sorted(places, key=lambda place: place[:2])
        for start, stop, one in ordered:
            if start < end:
                return None
            said = self._inflected(one, draft.text[start:stop].lower(), draft.text[:start])
            is_large = draft.text[start].isupper() and not one.word[0].isupper()
            if is_large and (one.first or is_start(draft.text, start)):  # what begins a source may end a target
                said = said[0].upper() + said[1:]
            before = draft.text[end:start]
            article = re.search(r"\w+ \Z", before)
            if article and self._target.fit_article:
                fitted = self._target.fit_article(article[0][:-1], said)
                before = f"{before[: article.start()]}{fitted} "
            text += before
            moves.append((start, stop, len(text), len(text) + len(said)))
            text, end = text + said, stop
        text += draft.text[end:]
        sources = [(one.first, one.last, one.wanted.start, one.wanted.end) for one in stand_ins]

        def link(*, whole: bool = True) -> Links | None:
            links = draft.link(whole=whole) if draft.link else None
            if links is None:
                return None
            made = Links(_moved(links.source, sources), _moved(links.target, moves), links.weights)
            return _tied(made, [(move[2:], one.wanted[:2]) for move, (*_, one) in zip(moves, ordered, strict=True)])

        return replace(draft, text=text, link=link, others=lambda: iter(()))

    def _find(self, one: StandIn, target: str) -> tuple[int, int] | None:
        """Return the one place of a target where the translation of a stand-in stands."""
        found = self._dictionary.entries(one.word.lower())
        forms = {
            form.lower()
            for entry in found
            if entry.kind == one.kind
            for said in entry.english
            if " " not in said
            for form in (self._target.forms_of(said) if one.kind != "adj" else {said})
        }
        places = [match.span() for match in _WORD.finditer(target) if match[0].lower() in forms]
        return places[0] if len(places) == 1 else None

    def _inflected(self, one: StandIn, like: str, before: str) -> str:
        said = one.wanted.said
        if one.kind == "v" and self._target.inflect:
            return self._target.inflect(said, like, before)
        if one.kind == "n" and self._target.pluralise:
            entries = self._dictionary.entries(one.word)
            is_many = any(like == self._target.pluralise(said) for entry in entries for said in entry.english)
            return self._target.pluralise(said) if is_many else said
        return said


def is_start(text: str, place: int) -> bool:
    """Tell whether a sentence begins at a place."""
    before = text[:place].rstrip(" \"'“‘«(")
    return not before or before[-1] in ".!?:"


def _tied(links: Links, pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Links:
    """Return links in which characters of the target attend to nothing but those of the source they stand for."""
    rows = list(links.weights)
    for (start, end), (first, last) in pairs:
        columns = [first <= offset < last for offset in links.source[:-1]]
        row = tuple(float(is_own) / max(sum(columns), 1) for is_own in columns)
        for number, offset in enumerate(links.target[: len(rows)]):
            if start <= offset < end and any(columns):
                rows[number] = row
    return replace(links, weights=tuple(rows))


def _moved(offsets: Sequence[int], moves: Sequence[tuple[int, int, int, int]]) -> tuple[int, ...]:
    """Return offsets of one text as those of another, in which characters [start, end) are [first, last)."""
    return tuple(_move(offset, sorted(moves)) for offset in offsets)


def _move(offset: int, moves: Sequence[tuple[int, int, int, int]]) -> int:
    by = 0
    for start, end, first, last in moves:
        if offset <= start:
            break
        if offset < end:
            return min(first + offset - start, last)
        by = last - end
    return offset + by
