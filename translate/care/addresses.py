"""Addresses go past the model in one piece: it would translate the names of streets, and misread abbreviations."""

from __future__ import annotations

from translate.care.base import Piece, Request, Step
from translate.care.protection import with_pieces
from translate.languages import Language
from translate.text.addresses import Address, AddressForms
from translate.text.spans import ProtectedSpan, Treatment


class Addresses(Step):
    """Keeps the addresses of a text by a placeholder, with the words for their parts in the target's language."""

    name = "addresses"

    def __init__(self, source: Language, target: Language) -> None:
        self._source, self._target = source.addresses, target.addresses

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
        return request


def write(address: Address, forms: AddressForms) -> str:
    """Return an address as a language writes it."""
    said = [forms.write(part) if forms.write else part.which for part in address.parts]
    return "".join(one + between for one, between in zip(said, (*address.joints, ""), strict=True))
