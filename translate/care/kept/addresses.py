"""Addresses go past the model in one piece: it would translate the names of streets, and misread abbreviations.

Within a sentence a street is asked as one that it knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from translate.care.base import Change, Piece, Request, Revision, Step
from translate.care.casing import is_shouting
from translate.care.kept.protection import with_pieces, worded
from translate.care.measures import Measure, is_lost
from translate.languages import Language
from translate.text.proper_names.addresses import Address, AddressForms
from translate.text.proper_names.streets import NAME
from translate.text.protected.spans import ProtectedSpan, Treatment

STREET = "a street, asked as another one"
_ALONG = "the preposition of what is on a wide street"


class Addresses(Step):
    """Keeps the addresses of a text by a placeholder, with the words for their parts in the target's language.

    :param rewords: whether what is asked in other words is put right afterwards: streets within a sentence.
    """

    name = "addresses"

    def __init__(self, source: Language, target: Language, *, rewords: bool = False) -> None:
        self._source, self._target = source.addresses, target.addresses
        self._streets, self._made = source.streets, target.streets.made if rewords else {}
        self._towns = target.towns

    def before(self, request: Request) -> Request:
        if self._source is None or self._target is None or self._target.write is None:
            return request
        for place, stretch in request.iter_stretches():
            for address in self._source.find(stretch):
                span = ProtectedSpan(address.start + place, address.end + place, Treatment.MASK)
                said = write(address, self._target)
                if not span.start and stretch[address.start].isupper():
                    said = said[0].upper() + said[1:]
                reason = "an address, with its parts in the words of the target"
                free = tuple(one for one in request.pieces if one.span.end <= span.start or span.end <= one.span.start)
                if all(one.code is None for one in request.pieces):
                    request = with_pieces(Request(request.passage, free), [Piece(span, self.name, reason, said=said)])
        for place, stretch in request.iter_stretches() if self._made else ():
            request = with_pieces(request, self._iter_streets(stretch, place))
        return request

    def _iter_streets(self, stretch: str, place: int) -> Iterator[Piece]:
        """Yield the pieces of streets within a sentence, each asked as one that the model knows."""
        if is_shouting(stretch):
            return
        for street in self._streets.find(stretch):
            made = self._made[street.kind].replace(NAME, street.name)
            yield worded(Measure(street.start, street.end, street.asked, street.said, made), place, self.name, STREET)

    def mask(self, request: Request, target: str) -> Request:
        """Return the request with a placeholder for each street that `target` does not name."""
        pieces = tuple(
            Piece(piece.span, self.name, STREET, said=piece.measure.said)
            if piece.reason == STREET and piece.measure and is_lost(piece.measure, target)
            else piece
            for piece in request.pieces
        )
        return replace(request, pieces=pieces)

    def after(self, revision: Revision) -> Iterator[Change]:
        """Yield the changes of the preposition before what was asked as a street and is a wide one: *in the Rue …*."""
        for piece in revision.request.pieces:
            if piece.reason != STREET or piece.measure is None:
                continue
            for match in regex.finditer(rf"(?<!\w)(?P<before>\w+ the )(?:{piece.measure.made})", revision.text):
                said = f"{match['before']}{piece.measure.said}"
                if place := self._towns.along.match(said):
                    start, end = place.span()
                    yield Change(match.start() + start, match.start() + end, self._towns.on, self.name, _ALONG)


def write(address: Address, forms: AddressForms) -> str:
    """Return an address as a language writes it."""
    said = [forms.write(part) if forms.write else part.which for part in address.parts]
    return "".join(one + between for one, between in zip(said, (*address.joints, ""), strict=True))
