"""JSON (RFC 8259) comes in, its objects, lists and strings go out with the places of all that they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import field

from translate.files import from_json
from translate.records import dataclass
from translate.text.faults import FaultError

_LEXEME = re.compile(r'"(?:\\.|[^"\\])*"|[\[\]{},:]|[^\s\[\]{},:"]+')


@dataclass(slots=True)
class JsonNode:
    """Characters [start, end) of a text that are a value; of a string, quotation marks included.

    `members` are those of an object, by their keys, or of a list, by their numbers; None of anything else.
    """

    start: int
    end: int = 0
    key: tuple[int, int] = (0, 0)
    """Where its own key stands, quotation marks included."""
    members: dict[str, JsonNode] | None = None
    value: str = ""
    """What a string means."""

    def find(self, *path: str) -> JsonNode | None:
        """Return what stands under a path of keys; None where nothing does."""
        node: JsonNode | None = self
        for key in path:
            node = (node.members or {}).get(key) if node else None
        return node

    def walk(self) -> Iterator[tuple[tuple[str, ...], JsonNode]]:
        """Yield all strings within, in order, each with its path."""
        stack: list[tuple[tuple[str, ...], JsonNode]] = [((), self)]
        while stack:
            path, node = stack.pop()
            if node.members is None:
                yield path, node
            else:
                stack += [((*path, key), one) for key, one in reversed(node.members.items())]


def read_json(text: str) -> None:
    """Refuse a text that is no JSON.

    :raises FaultError: with the place.
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as exc:
        raise FaultError(f"not valid JSON ({exc.msg}); correct the file.", exc.pos) from exc
    except RecursionError as exc:
        raise FaultError("JSON that is nested too deeply to be read.", 0) from exc


@dataclass(slots=True)
class _Open:
    node: JsonNode
    key: str | None = None
    place: tuple[int, int] = (0, 0)
    number: int = 0
    is_object: bool = field(default=False)


def parse_json(text: str) -> JsonNode:
    """Return what a JSON text says; of members of one name the last counts.

    :raises FaultError: where it is no JSON.
    """
    read_json(text)
    root = JsonNode(0, members={})
    around = [_Open(root)]
    for match in _LEXEME.finditer(text):
        sign, inner = match[0], around[-1]
        if sign in ("]", "}"):
            around.pop().node.end = match.end()
        elif sign in (",", ":"):
            inner.number += sign == ","
            inner.key = None if sign == "," else inner.key
        elif inner.is_object and inner.key is None:
            inner.key, inner.place = from_json(sign), match.span()
        else:
            node = JsonNode(match.start(), match.end(), inner.place)
            assert inner.node.members is not None
            inner.node.members[inner.key if inner.is_object and inner.key is not None else str(inner.number)] = node
            if sign in ("[", "{"):
                node.members = {}
                around.append(_Open(node, is_object=sign == "{"))
            elif sign.startswith('"'):
                node.value = json.loads(sign, strict=False)
    return root.members["0"] if root.members else root
