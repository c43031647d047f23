"""Places that a model would read as words are kept: towns with an article, small ones, those with a namesake abroad."""

from __future__ import annotations

from collections.abc import Iterator

from translate.alignment.dictionary import NAME, NOUN, Dictionary, Entry
from translate.care.base import Piece, Request
from translate.care.kept.protection import worded
from translate.care.measures import Measure
from translate.languages import Language
from translate.text.gated import gated
from translate.text.late import late
from translate.text.proper_names.communes import find_communes
from translate.text.proper_names.lone_names import NameSense
from translate.text.proper_names.places import (
    find_contracted_communes,
    find_contracted_papers,
    find_contracted_places,
    find_worded_places,
)
from translate.text.protected.spans import ProtectedSpan, Treatment
from translate.text.words import straighten

KEPT = "a name, kept by a placeholder"
_ARTICLE = "the article belongs to the place"
_ARTICLED = late(r"(?<![\w'’-])(?P<article>\p{L}{2,3}) (?P<name>\p{Lu}[\p{L}-]+)(?![\w’'])")
_PAIR = late(r"(?<![\w'’-])(?P<one>\p{Lu}\p{Ll}+)\s?[–-]\s?(?P<other>\p{Lu}\p{Ll}+)(?![\w'’-])")
_FIRST = late(r"\W*(?P<town>\p{Lu}\p{Ll}+) (?P<behind>\p{Ll}+['’]?)")
_TOWN = late(r"(?<![\w-])\p{Lu}[\p{L}-]+\Z")


class KeptPlaces:
    """Finds places that stay as they are.

    :param sense: tells names from words where there are no other words; None where nobody knows.
    :param dictionary: has the places that the target calls otherwise.
    :param step: what the pieces are made by.
    """

    def __init__(self, source: Language, dictionary: Dictionary | None, sense: NameSense | None, step: str) -> None:
        self._source, self._dictionary, self._sense, self._step = source, dictionary, sense, step
        self._behind_town = gated(source.names.behind_town)
        self._kept = gated(source.names.kept_places)
        self._region = gated(
            rf"(?<!\w)(?i:{source.names.before_region})(?P<name>\p{{Lu}}\p{{Ll}}+)(?![\w'’-]| \p{{Lu}})"
        )

    def iter_places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the characters [start, end) of the places of a text."""
        rules = self._source.names
        yield from find_worded_places(text, rules)
        yield from find_communes(text, rules, self._is_word)
        yield from self._iter_towns(text)
        yield from self._iter_articled(text)
        yield from self._iter_teams(text)
        yield from self._iter_regions(text)
        yield from (match.span() for match in self._kept.finditer(text))

    def iter_contracted(self, text: str, place: int, request: Request) -> Iterator[Piece]:
        """Yield pieces of places with an article that stands in the word before them: « au Havre ».

        A name of one word that it knows is put right where the model wrote it; one of several words it does not write,
        and a newspaper's it may translate.
        """
        papers = self._source.spans.contracted_papers
        found = list(find_contracted_papers(text, papers, self._source.names)) if papers else []
        towns = list(find_contracted_places(text, self._source.names))
        communes = find_contracted_communes(text, self._source.names, self._is_word)
        for one in (*found, *towns, *communes):
            rest = text[one.first : one.last]
            if not request.is_free(one.start + place, one.last + place):
                continue
            is_copied = one in towns or self._dictionary is None or self._dictionary.knows_well(rest.lower())
            if rest.isalpha() and one not in found and is_copied:
                measure = Measure(one.first, one.last, rest, one.name, rf"(?:[Tt]he )?(?<!\w){rest}(?!\w)")
                yield worded(measure, place, self._step, _ARTICLE)
            else:
                yield worded(Measure(one.start, one.end, one.preposition, one.preposition), place, self._step, _ARTICLE)
                span = ProtectedSpan(one.first + place, one.last + place, Treatment.MASK)
                yield Piece(span, self._step, KEPT, said=one.name)

    def _iter_towns(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places of towns that are no namesakes in another country, « Vienne (Isère) », and of their regions;
        those that have another name are translated."""
        for match in self._behind_town.finditer(text):
            town = _TOWN.search(text, 0, match.start())
            if town and self.is_called_otherwise(town[0]):
                yield town.span()
                if not self.is_called_otherwise(match["region"]):
                    yield match.span("region")

    def _iter_articled(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places of names that an article tells from a town called otherwise: « la Vienne », not *Vienna*."""
        for match in _ARTICLED.finditer(text) if self._dictionary else ():
            if not self.is_called_otherwise(match["name"]):
                continue
            said = [one.english[0] for one in self.names_of(f"{match['article']} {match['name']}")]
            if any(match["name"] in one for one in said):
                yield match.span("name")

    def _iter_teams(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places of towns that are words too where a team is meant: at the start of a text before a verb,
        « Rennes l'emporte », for a noun has an article there, and before the town of the other, « Rennes - Lens »."""
        towns, verbs = self._source.names.places, self._source.names.verbs_behind
        for match in _PAIR.finditer(text):
            pair = [one for one in ("one", "other") if match[one].lower() in towns]
            if len(pair) > 1:
                yield from (match.span(one) for one in pair if self._is_word(match[one]))
        first = _FIRST.match(text)
        is_town = first is not None and first["town"].lower() in towns and self._is_word(first["town"])
        if first and is_town and straighten(first["behind"]) in verbs:
            yield first.span("town")

    def _iter_regions(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places of lands that are called as their people: « dans le Mâconnais »."""
        for match in self._region.finditer(text) if self._dictionary else ():
            entries = self._dictionary.entries(match["name"].lower()) if self._dictionary else ()
            is_people = any(one.kind == NOUN and one.french == match["name"] for one in entries)
            if is_people and not any(one.part == NAME and one.french == match["name"] for one in entries):
                yield match.span("name")

    def is_called_otherwise(self, name: str) -> bool:
        """Tell whether the target has another name for one, as of a place: « Virginie »."""
        return any(one.french == name and name not in one.english[0] for one in self.names_of(name))

    def names_of(self, name: str) -> list[Entry]:
        """Return what the dictionary has for a word as a name."""
        entries = self._dictionary.entries(name.lower()) if self._dictionary else ()
        return [one for one in entries if one.part == NAME]

    def _is_word(self, name: str) -> bool:
        return self._sense is not None and self._sense.is_word(name)
