"""YAML comes in, its scalars go out with their places and with the names of the fields that they are values of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

import yaml

from translate.records import dataclass

_BRACKET = re.compile(r"[\[\]{}]")
_ANCHOR = re.compile(r"&\S+\s+")
_SPACES = "\0 \t\r\n\x85\u2028\u2029"
MOST_DEPTH = 50
"""Of brackets within each other; the parser takes time quadratic in it."""


class Loader(yaml.SafeLoader):  # type: ignore[misc]
    """Reads `:` within brackets as YAML 1.2 does: `[:day, :month]` of Rails is a list of two names."""

    def check_value(self) -> bool:
        is_joined = self.flow_level and (self.peek(1) in ",[]{}" or self.peek(-1) in "\"']}")
        return bool(is_joined or self.peek(1) in _SPACES)

    def check_plain(self) -> bool:
        is_name = self.flow_level and self.peek() == ":" and self.peek(1) not in _SPACES + ",[]{}"
        return bool(is_name or super().check_plain())


@dataclass(frozen=True, slots=True)
class Scalar:
    """Characters [start, end) of the YAML that mean `value`, which belongs to the last name of `path`.

    `path` has `""` for a list. `style` is the sign that it begins with (`"`, `'`, `|`, `>`), None where it is plain;
    `is_flow` tells that it stands in brackets.
    """

    path: tuple[str, ...]
    value: str
    start: int
    end: int
    style: str | None
    is_flow: bool


def read_scalars(text: str, *, takes_all: bool = False) -> list[Scalar] | None:
    """Return the scalars that are values of fields, in order; None where the text is no YAML.

    Those with a tag are left out, for others depend on what they are; those of lists too, unless `takes_all`. The
    anchor of a scalar stands before its place.
    """
    if _depth(text) > MOST_DEPTH:
        return None
    try:
        return list(_scalars(text, list(yaml.parse(text, Loader=Loader)), takes_all))
    except yaml.YAMLError:
        return None


def _scalars(text: str, events: Sequence[yaml.Event], takes_all: bool) -> Iterator[Scalar]:
    path: list[str] = []
    is_key: list[bool | None] = []  # of what comes next in each open collection; None in a list
    is_flow: list[bool] = []
    for event in events:
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            is_flow.append(bool(event.flow_style))
            path.append("")
            is_key.append(True if isinstance(event, yaml.MappingStartEvent) else None)
            continue
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            path.pop()
            is_key.pop()
            is_flow.pop()
        elif isinstance(event, yaml.ScalarEvent) and is_key and is_key[-1]:
            path[-1] = event.value
            is_key[-1] = False
            continue
        elif isinstance(event, yaml.ScalarEvent) and is_key and (is_key[-1] is False or takes_all):
            if not event.tag:
                start, end = event.start_mark.index, event.end_mark.index
                if event.anchor and (before := _ANCHOR.match(text, start)):
                    start = before.end()
                yield Scalar(tuple(path), event.value, start, end, event.style, is_flow[-1])
        elif not isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            continue
        if is_key and is_key[-1] is False:
            is_key[-1] = True


def _depth(text: str) -> int:
    """Return how deep brackets are nested at most."""
    signs = (1 if sign in "[{" else -1 for sign in _BRACKET.findall(text))
    return max(accumulate(signs), default=0)
