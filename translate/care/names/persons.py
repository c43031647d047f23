"""Persons: titles go to the model in the target's words, surnames that read as words go past it.

A small model reads « M. Petit » as a small man now and then, and « Le Meur » as an article and a word; before `Mr` it
takes what follows for a name, and copies both.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cache

import regex

from translate.alignment.dictionary import NAME, Dictionary
from translate.care.base import Change, Piece, Request, Revision, Step
from translate.care.casing import is_shouting
from translate.care.kept.addresses import STREET
from translate.care.kept.protection import with_pieces, worded
from translate.care.measures import Measure
from translate.care.names.families import Families
from translate.care.names.kept_places import KEPT, KeptPlaces
from translate.care.names.known_names import find_at_towns, find_left_places, find_unelided
from translate.care.names.organisations import ORGANISATION, NamedOrganisations
from translate.care.names.renaming import FirstNames
from translate.care.names.titling import has_abbreviated, key_of, right_title, with_its_double
from translate.care.phrases.labels import Labels
from translate.checks.names import find_lost_names
from translate.checks.persons import iter_families
from translate.languages import Language
from translate.text.proper_names.lone_names import NameSense, find_lone_names
from translate.text.proper_names.surnames import find_bound, find_particled, find_surnames, find_worded
from translate.text.proper_names.titles import Person, Title, TitleForms
from translate.text.protected.spans import ProtectedSpan, Treatment
from translate.text.words import has_letters, split_words, unmarked

_SURNAME = "a surname, asked in one word"
_TITLE = "a title as the target writes it"
_PLACE = "a place, as the target calls it"
_IN_TOWN = "the preposition of what is in a town"
_FIRST_NAME = "a first name, as the source writes it"


class Persons(Step):
    """Asks for titles in the target's words, and keeps surnames that begin with an article.

    :param is_name: tells names among words with a capital.
    :param sense: tells them where there are no other words; None where nobody knows.
    :param labels: are no names: « Réf. », « P.U. HT ».
    :param dictionary: has the places that the target calls otherwise.
    """

    name = "persons"

    def __init__(
        self,
        source: Language,
        target: Language,
        is_name: Callable[[str], bool],
        sense: NameSense | None = None,
        labels: Labels | None = None,
        dictionary: Dictionary | None = None,
    ) -> None:
        self._source, self._target, self._is_name, self._sense = source, target, is_name, sense
        self._labels, self._dictionary = labels, dictionary
        self._places = KeptPlaces(source, dictionary, sense, self.name)
        self._organisations = NamedOrganisations(source, target, dictionary, self.name)
        self._families = Families(source, target, dictionary, self.name)
        self._first_names = FirstNames(source, target, dictionary)

    def before(self, request: Request) -> Request:
        request = self._organisations.ask(request)
        if self._sense:
            worded_stretches = [one for one in request.iter_stretches() if has_letters(one[1])]
            if len(worded_stretches) == 1:
                place, stretch = worded_stretches[0]
                marks = (one.span.end - place for one in request.pieces if one.span.start == place)
                lead = next(marks, 0)  # of a list
                stretch, place = stretch[lead:], place + lead
                shortened = {one[:2] for one in self._source.find_abbreviations(stretch)}
                for start, end in find_lone_names(stretch, self._source.names, self._sense):
                    is_label = (start, end) in shortened or (self._labels and self._labels.translate(stretch))
                    if is_label or _is_kept(request, start + place, end + place):
                        continue
                    piece = Piece(ProtectedSpan(start + place, end + place, Treatment.MASK), self.name, KEPT)
                    request = with_pieces(_without(request, _meeting(request, piece.span)), [piece])
        for place, stretch in request.iter_stretches():
            if not is_shouting(stretch):
                own = self._source
                for start, end in (
                    *self._places.iter_places(stretch),
                    *find_bound(stretch, own.names, self._is_listed, self._is_common, self._places.is_called_otherwise),
                    *find_worded(
                        stretch, own.names, self._places.names_of, self._is_thing, self._is_word, self._is_common
                    ),
                    *find_particled(
                        stretch, own.names, own.titles, self._places.names_of, self._is_thing, self._is_listed
                    ),
                ):
                    if not _is_kept(request, start + place, end + place):
                        piece = Piece(ProtectedSpan(start + place, end + place, Treatment.MASK), self.name, KEPT)
                        request = with_pieces(_without(request, _meeting(request, piece.span)), [piece])
                request = with_pieces(request, self._places.iter_contracted(stretch, place, request))
        for place, stretch in request.iter_stretches():
            for start, end in find_surnames(stretch, self._source.names, self._source.titles, self._is_name):
                if _is_kept(request, start + place, end + place):
                    continue
                joined = _joined(stretch[start:end])
                piece = worded(Measure(start, end, joined, joined), place, self.name, _SURNAME)
                request = with_pieces(_without(request, _meeting(request, piece.span)), [piece])
            find = self._iter_shouted if is_shouting(stretch) else self._iter_titles
            request = with_pieces(request, (*find(stretch, place), *self._families.iter_pieces(stretch, place)))
        return request

    def _is_thing(self, before: str, word: str) -> bool:
        """Tell whether a word that may be a first name is none: « le Manuel », « savon Capucine », and « Manuel » at
        first."""
        if self._sense is None or before.strip():
            last = split_words(before.lower())[-1:]
            is_noun = self._sense is not None and all(map(self._sense.is_noun, (*last, word)))
            return is_noun or not (self._source.determiners - self._source.joints.of).isdisjoint(last)
        return self._sense.is_common(word)

    def _is_word(self, word: str) -> bool:
        """Tell whether a word has a meaning for which the target has another word, unlike « Principal »."""
        if self._sense is None or not self._sense.is_word(word):
            return False
        found = self._dictionary.find(word.lower()) if self._dictionary else ()
        return all(word.lower() not in map(str.lower, one.entry.english) for one in found)

    def _is_listed(self, word: str) -> bool:
        """Tell whether a word has a meaning or a dictionary has it as anything but a name."""
        return self._sense is None or self._sense.is_word(word) or self._sense.is_listed(word)

    def _is_common(self, word: str) -> bool:
        return self._sense is not None and self._sense.is_common(word)

    def _iter_shouted(self, text: str, place: int) -> Iterator[Piece]:
        """Yield pieces of titles with the word behind them in a text in capitals, whose words go to the model small."""
        if self._source.titles is None or self._target.titles is None:
            return
        surnames = list(find_surnames(text, self._source.names, self._source.titles, self._is_name))
        for person in self._source.titles.iter_persons(text):
            name = text[person.first : person.last].partition(" ")[0]
            if any(start <= person.first < end for start, end in surnames):
                name = ""  # it is asked by itself
            end = person.first + len(name) if name and text[person.end : person.first].isspace() else person.end
            said = self._target.titles.written[person.title][0].upper() + text[person.end : end]
            if person.start < person.end:
                span = ProtectedSpan(person.start + place, end + place, Treatment.MASK)
                yield Piece(span, self.name, _TITLE, said=said)

    def mask(self, request: Request, target: str) -> Request:
        """Return the request with placeholders for the names that `target` lost."""
        lost = find_lost_names(request.passage.text, target, self._source, self._target)
        pattern = regex.compile(rf"(?<!\w)(?:{'|'.join(map(regex.escape, lost))})(?!\w)" if lost else "(?!)")
        for place, stretch in request.iter_stretches() if lost else ():
            surnames = list(find_surnames(stretch, self._source.names, self._source.titles, self._is_name))
            full = [one.span() for one in self._first_names.iter_full(stretch) if one["first"] not in target]
            families = {*iter_families(stretch, self._source, self._target)}
            for match in pattern.finditer(stretch):
                if match[0] in families and len(stretch[: match.start()].split()) == 1:
                    continue  # « Les Petit sont là »: a subject that is a placeholder is nobody or one
                whole = (span for span in (*surnames, *full) if span[0] <= match.start() < span[1])
                start, end = next(whole, match.span())
                span = ProtectedSpan(start + place, end + place, Treatment.MASK)
                measures = [one for one in _meeting(request, span) if one.measure]
                if any(one.measure.is_ours and match[0] not in one.measure.said for one in measures if one.measure):
                    continue  # « TTC »: what it means is said
                request = _without(request, measures)
                request = with_pieces(request, [Piece(span, self.name, KEPT, said=self._called(stretch[start:end]))])
        return request

    def _called(self, name: str) -> str:
        """Return what the target calls a place, *Scheldt* for « Escaut »; empty where it may be a person or a word."""
        entries = self._dictionary.entries(name.lower()) if self._dictionary else ()
        is_place = all(one.part == NAME and one.french == name for one in entries)
        is_place &= name.lower() not in self._source.names.first_names | self._source.names.surnames
        return next((one.english[0] for one in entries), "") if is_place else ""

    def _iter_titles(self, text: str, place: int) -> Iterator[Piece]:
        if self._source.titles is None or self._target.titles is None:
            return
        for person in self._source.titles.iter_persons(text):
            written = self._target.titles.written[person.title][0]
            if person.start == person.end:  # behind a plural
                name = text[person.first : person.last]
                measure = Measure(person.first, person.last, f"{written} {name}", f"{written} {name}")
                yield worded(measure, place, self.name, _TITLE)
                continue
            article = _article(self._source.titles).search(text, 0, person.start)
            start, left = person.start, ""
            if article:
                left = self._source.titles.articles[article["article"].lower()]
                start, left = article.start(), f"{left} " if left else ""
            asked = left + written
            yield worded(Measure(start, person.end, asked, asked), place, self.name, _TITLE)

    def after(self, revision: Revision) -> Iterator[Change]:
        source = revision.request.passage.text
        yield from (*self._organisations.changes(revision), *self._families.changes(revision))
        joined = {
            piece.measure.asked: source[piece.span.start : piece.span.end]
            for piece in revision.request.pieces
            if piece.reason == _SURNAME and piece.measure
        }
        for asked, name in joined.items():
            for match in regex.finditer(rf"(?<!\w){regex.escape(asked)}(?!\w)", revision.text, regex.I):
                yield Change(*match.span(), name, self.name, _SURNAME)
        reworded = {one.measure.asked for one in revision.request.pieces if one.measure and one.step != self.name}
        islands = set(split_words(" ".join(reworded)))  # « à Maurice », an island, as *Mauritius*
        for start, end, name in self._first_names.mend(source, revision.text, joined):
            if revision.text[start:end] not in islands:
                yield Change(start, end, name, self.name, _FIRST_NAME)
        for start, end, name in find_left_places(source, revision.text, self._dictionary, self._source):
            yield Change(start, end, name, self.name, _PLACE)
        for start, end, small in find_unelided(source, revision.text, self._source):
            yield Change(start, end, small, self.name, _PLACE)
        for edit in find_at_towns(source, revision.text, self._dictionary, self._source, self._target):
            yield Change(*edit, self.name, _IN_TOWN)
        own, other = self._source.titles, self._target.titles
        if own is None or other is None:
            return
        titles: dict[str, set[Title]] = {}
        for person in own.iter_persons(source, in_full=has_abbreviated(revision.text, own, other)):
            titles.setdefault(key_of(source[person.first : person.last]), set()).add(person.title)
        for person in other.iter_persons(revision.text, in_full=True) if titles else ():
            expected = titles.get(key_of(self._native(revision, person)), set())
            new = right_title(revision.text[person.start : person.end], person.title, expected, titles, other)
            if new:
                start, end = with_its_double(revision.text, person.start, person.end, new)
                yield Change(start, end, new, self.name, _TITLE)

    def _native(self, revision: Revision, person: Person) -> str:
        """Return the name of a person in what the model wrote, where a placeholder stands for it too."""
        for mask, start in zip(revision.request.shielded.masks, revision.places, strict=True):
            if start == person.first:
                return mask.native
        return revision.text[person.first : person.last]


def _joined(surname: str) -> str:
    """Return a surname in one word, « Legoff », which a model copies; what stands small stays: « de Latour »."""
    first, *others = regex.split(r"[ '’]", surname)
    if first[0].islower():
        return f"{first} {_joined(' '.join(others))}"
    rest = "".join(others)
    return unmarked(first + (rest if surname.isupper() else rest.lower()))


def _is_kept(request: Request, start: int, end: int) -> bool:
    """Tell whether the characters [start, end) lie in a name that is kept as a whole, as those of companies are."""
    around = [one for one in request.pieces if one.span.start <= start and end <= one.span.end]
    named = [one for one in around if one.reason in (KEPT, STREET, ORGANISATION)]
    return bool(named) or any(one.measure is None and one.span.end - one.span.start > end - start + 1 for one in around)


def _meeting(request: Request, span: ProtectedSpan) -> list[Piece]:
    """Return the pieces that have one of the characters of `span`."""
    return [one for one in request.pieces if one.span.start < span.end and span.start < one.span.end]


def _without(request: Request, pieces: Collection[Piece]) -> Request:
    if not pieces:
        return request
    return replace(request, pieces=tuple(one for one in request.pieces if one not in pieces))


@cache
def _article(titles: TitleForms) -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, sorted(titles.articles, key=len, reverse=True))) or "(?!)"
    return regex.compile(rf"(?<!\w)(?P<article>{words})\s+\Z", regex.I)
