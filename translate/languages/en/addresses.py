"""Addresses in English: `building C, staircase 4, flat 27, 2nd floor, door g`."""

from __future__ import annotations

from translate.text.proper_names.addresses import AddressForms, AddressPart, Part

_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}


def write_part(part: AddressPart) -> str:
    """Return what English says for a part of an address."""
    match part.part:
        case Part.BUILDING | Part.STAIRCASE | Part.FLAT | Part.DOOR:
            return f"{part.part} {part.which}"
        case Part.SIDE:
            return f"{part.which}-hand door"
        case Part.FLOOR:
            return "ground floor" if part.which == "0" else f"{_ordinal(part.which)} floor"
        case _:
            return part.which


def _ordinal(number: str) -> str:
    return number + ("th" if number[-2:-1] == "1" else _ENDINGS.get(number[-1], "th"))


ADDRESSES = AddressForms(write=write_part)
