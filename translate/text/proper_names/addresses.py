"""Postal addresses within a text: one language's folder finds their parts, another's writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.late import late

_DIGIT = late(r"\d")
_HINT = late(r",|\s[-–]\s|\d{5}\s")
_JOINT = late(r",\s+|\s+[-–]\s+|\s+(?=\d{5}\s)")


class Part(StrEnum):
    """What a part of an address names."""

    BUILDING = "building"
    STAIRCASE = "staircase"
    FLAT = "flat"
    FLOOR = "floor"
    DOOR = "door"
    SIDE = "side"
    """Left or right: what stands behind is in the language of the address."""
    KEPT = "kept"
    """A street, a residence, a town: it stays as it is."""


@dataclass(frozen=True, slots=True)
class AddressPart:
    """A part of an address: what it is, and which one."""

    part: Part
    which: str


@dataclass(frozen=True, slots=True)
class Address:
    """Characters [start, end) of a text that are an address, its parts, and what stands between them."""

    start: int
    end: int
    parts: tuple[AddressPart, ...]
    joints: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AddressForms:
    """How a language writes addresses: patterns of `regex`, in which the group `which` tells one from another."""

    parts: Sequence[tuple[Part, str]] = ()
    """In the order in which they are tried."""
    street: str = "(?!)"
    """A number, a kind of street, and its name."""
    numbered_street: str = "(?!)"
    """A number, a kind of street that is nothing else behind one, and a name with a capital: an address by itself."""
    lone_street: str = "(?!)"
    """A street without a number that is all of a text."""
    write: Callable[[AddressPart], str] | None = None
    """Says a part as the language does; None where it says none."""
    sides: Mapping[str, str] = field(default_factory=dict)
    """By the word of this language: `left` or `right`."""

    def find(self, text: str) -> Iterator[Address]:
        """Yield the addresses of a text: two parts or more with a figure in them, a numbered street, a street alone."""
        if lone := _lone(self).match(text):
            yield Address(0, lone.end(), (AddressPart(Part.KEPT, lone[0]),), ())
        if not _DIGIT.search(text):
            return
        if not _HINT.search(text):
            yield from self._find_numbered(text, 0, len(text))
            return
        part = _part(self)
        reached = 0
        position = 0
        while match := part.search(text, position):
            start, parts, joints = match.start(), [self._read(match)], []
            while (between := _JOINT.match(text, match.end())) and (after := part.match(text, between.end())):
                parts.append(self._read(after))
                joints.append(between[0])
                match = after
            position = match.end()
            if len(parts) > 1 and _DIGIT.search(text, start, position):
                yield from self._find_numbered(text, reached, start)
                yield Address(start, position, tuple(parts), tuple(joints))
                reached = position
        yield from self._find_numbered(text, reached, len(text))

    def _find_numbered(self, text: str, start: int, end: int) -> Iterator[Address]:
        for match in _numbered(self).finditer(text, start, end):
            yield Address(match.start(), match.end(), (AddressPart(Part.KEPT, match[0]),), ())

    def _read(self, match: regex.Match[str]) -> AddressPart:
        for number, (part, _) in enumerate(self.parts):
            if match[f"p{number}"] is not None:
                which = match[f"w{number}"]
                return AddressPart(part, self.sides.get(which.lower(), which))
        return AddressPart(Part.KEPT, match[0])


@cache
def _lone(forms: AddressForms) -> regex.Pattern[str]:
    return compile_kept(rf"(?:{forms.lone_street})(?=\s*(?:,|\Z))")


@cache
def _numbered(forms: AddressForms) -> regex.Pattern[str]:
    return compile_kept(rf"(?<![\w.])(?:{forms.numbered_street})(?!\w)")


@cache
def _part(forms: AddressForms) -> regex.Pattern[str]:
    named = (f"(?P<p{n}>{one.replace('(?P<which>', f'(?P<w{n}>')})" for n, (_, one) in enumerate(forms.parts))
    return compile_kept(rf"(?<![\w.])(?:{'|'.join((*named, forms.street))})(?!\w)")
