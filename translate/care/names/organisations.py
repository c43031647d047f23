"""Organisations, institutions, works and buildings: a model is asked of one that every model copies, and what they are
called goes where it writes that.

« le Secours populaire » is help and a people to a small model; « l'UNICEF » is an organisation, whose small words it
has right as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from translate.alignment.dictionary import Dictionary
from translate.alignment.organisations import find_organisations
from translate.care.base import Change, Piece, Request, Revision
from translate.care.casing import is_shouting
from translate.care.kept.addresses import STREET
from translate.care.kept.protection import with_pieces, worded
from translate.care.measures import Measure
from translate.care.replacing import Replacement
from translate.languages import Language, base_code
from translate.text.gated import gated
from translate.text.late import late

ORGANISATION = "an organisation, as the target calls it"
_BEFORE = late(r"(?P<one>[\p{L}'’]+) \Z")
_BEGINS = late(r"(?:\A|[.!?…:]\s)[\W_]*\Z")
_NOUN = late(r" (?P<word>\p{Ll}+)")


class NamedOrganisations:
    """Finds organisations that a dictionary has, and writes what they are called.

    :param step: what the pieces are made by.
    """

    def __init__(self, source: Language, target: Language, dictionary: Dictionary | None, step: str) -> None:
        self._source, self._target, self._dictionary, self._step = source, target, dictionary, step
        self._named = find_organisations(f"{base_code(source.code)}-{base_code(target.code)}")
        leads = "|".join(sorted(source.stand_ins.organisation_leads, key=len, reverse=True)).replace("'", "['’]")
        self._lead = late(rf"(?<![\w'’])(?:{leads or '(?!)'})\Z", regex.I)
        self._towards = {word for _, word, _ in source.names.contracted} - source.joints.of
        self._street = gated(rf"(?<!\w)(?:{source.names.streets}) (?:\p{{Ll}}+['’ ]){{0,2}}\Z", regex.I)

    def ask(self, request: Request) -> Request:
        """Return the request with pieces of the organisations that it names."""
        for place, stretch in request.iter_stretches() if self._dictionary else ():
            if not is_shouting(stretch):
                found = list(self._iter_pieces(stretch, place))
                request = with_pieces(_without_streets(request, found) if found else request, found)
        return request

    def _iter_pieces(self, text: str, place: int) -> Iterator[Piece]:
        """Yield the pieces of the organisations of a text that begins at a place."""
        if self._dictionary is None:
            return
        rules = self._source.stand_ins
        free = [one for one in rules.organisations if one not in text]
        names: dict[str, str] = {}
        for found in self._named.find(text):
            if found.said not in names and len(names) == len(free):
                return
            lead = self._lead.search(text, 0, found.start)
            start = lead.start() if lead else found.start
            said = self._bare(found.said)
            is_name = found.is_told or said == found.said
            if not lead and _BEGINS.search(text, 0, start) and not (is_name and " " in text[start : found.end]):
                continue
            if self._street.search(text, 0, found.start):
                continue
            name = names.setdefault(found.said, free[len(names)] if found.said not in names else "")
            written = rules.organisation_leads[lead[0].lower().replace("’", "'")] if lead else ""
            asked = written + name
            if lead and lead[0][0].isupper():
                asked = asked[0].upper() + asked[1:]
            measure = Measure(start, found.end, asked, found.said if lead else said, is_placed=True)
            yield worded(measure, place, self._step, ORGANISATION)

    def changes(self, revision: Revision) -> Iterator[Change]:
        """Yield changes of what a model wrote: what each organisation is called, with an article where it needs one."""
        text = revision.text
        made = [one for one in revision.request.pieces if one.reason == ORGANISATION and one.measure]
        named = {piece.measure.asked.rpartition("'")[2]: piece for piece in made if piece.measure}
        for asked, piece in named.items():
            before = revision.request.passage.text[: piece.span.start].lower().split()[-1:]
            is_at = piece.measure is not None and not self._towards.isdisjoint(
                (*before, piece.measure.asked.lower().partition(" ")[0])
            )
            for match in regex.finditer(rf"(?<!\w){asked}(?!\w)", text):
                if piece.measure:
                    edit = self._written(text, match.span(), piece.measure.said, is_at=is_at)
                    yield Change(*edit, self._step, ORGANISATION)

    def _written(self, text: str, span: tuple[int, int], said: str, *, is_at: bool) -> Replacement:
        """Return the edit that writes an organisation in place of another, which has no article in the target."""
        (start, end), bare = span, self._bare(said)
        before = _BEFORE.search(text, 0, start)
        one = before["one"] if before else ""
        begins = bool(_BEGINS.search(text, 0, start))
        if before and is_at and one.lower() == self._target.towns.within:
            return before.start("one"), end, f"{self._target.towns.at_house} {said}"
        if one.lower() in self._target.determiners or one.endswith(("'s", "’s", "s'", "s’")):
            is_own = bare == said and one.lower() == self._target.towns.definite
            noun = _NOUN.match(text, end)
            if is_own and not (noun and noun["word"] not in self._target.function_words):
                start = before.start("one") if before else start
                bare = bare[0].upper() + bare[1:] if one[0].isupper() else bare
            return start, end, bare
        is_first = before is not None and (one[0].isupper() or not before.start())
        if is_first and one.lower() not in self._target.function_words:
            return start, end, bare  # *French Red Cross*
        return start, end, said[0].upper() + said[1:] if begins else said

    def _bare(self, said: str) -> str:
        """Return what is said without its article."""
        article, space, rest = said.partition(" ")
        return rest if space and article in self._target.determiners else said


def _without_streets(request: Request, found: Sequence[Piece]) -> Request:
    """Return the request without the streets that lie within what was found: « le musée du quai Branly »."""
    spans = [one.span for one in found]

    def is_within(piece: Piece) -> bool:
        return piece.reason == STREET and any(
            one.start <= piece.span.start and piece.span.end <= one.end for one in spans
        )

    return replace(request, pieces=tuple(piece for piece in request.pieces if not is_within(piece)))
