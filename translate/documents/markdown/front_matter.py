"""Front matter comes in, the places of the values that a person reads in it go out.

YAML (`---`), TOML (`+++`) and JSON (`{`), as site generators read them, and the title block of Pandoc (`% Titre`).
Keys, dates, lists and all values but those of the fields that are named stay as they are; so does TOML that
its parser refuses.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from translate.documents.attribute_texts import has_letter
from translate.records import dataclass

_YAML = re.compile(r"---[ \t]*\r?\n(?P<body>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"(?m)^(?:[\w.\"' -]+:(?:\s|$)|:$)")
"""A field of YAML; a text between two rules has none."""
_LINE_FIELD = re.compile(
    r"""^(?P<name>[\w-]+):[ \t]+(?P<value>"(?:\\.|[^"\\\n])*"|'(?:''|[^'\n])*'|[^\s"'\[{&*!|>%@`\#][^\n]*?)[ \t]*\r?$
    (?!\n[ \t])""",
    re.VERBOSE | re.MULTILINE,
)
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(?P<body>(?:.*\n)*?)\+\+\+[ \t]*(?:\r?\n|$)")
_JSON = re.compile(r"\{[ \t]*\r?\n")
_TITLE = re.compile(r"%[ \t]+(?P<title>\S.*?)[ \t]*\r?\n(?:%.*\n?)*")
_TOML_VALUE = re.compile(
    r"""[ \t]*(?:(?P<bare>[\w-]+(?:\.[\w-]+)*)|"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)')[ \t]*=[ \t]*
    (?:(?P<lines>\"\"\"|''')|(?P<text>"(?:\\.|[^"\\\n])*"|'[^'\n]*')[ \t]*(?:\#.*)?\r?$)?""",
    re.VERBOSE | re.MULTILINE,
)
_TOML_TABLE = re.compile(r"[ \t]*\[\[?(?P<name>[^\[\]\n]+)\]\]?")


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a person reads: characters [start, end) of the file, a pair a line, and how it is written."""

    lines: tuple[tuple[int, int], ...]
    manner: str
    field: str


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`end` is where the body of the document begins."""

    end: int
    values: tuple[Value, ...] = ()


def find_front_matter(text: str, fields: Collection[str]) -> FrontMatter:
    """Return what stands before the body of a document; nothing where it has no front matter.

    :param fields: names of the fields whose values are text, wherever they stand (`title`), or with those around them
        (`params.subtitle`).
    """
    wanted = frozenset(name.lower() for name in fields)
    if (match := _YAML.match(text)) and _FIELD.search(match["body"] or ":"):
        return FrontMatter(match.end(), tuple(_yaml_values(text, *match.span("body"), wanted)))
    if match := _TOML.match(text):
        return FrontMatter(match.end(), tuple(_toml_values(text, *match.span("body"), wanted)))
    if _JSON.match(text):
        try:
            found, end = json.JSONDecoder().raw_decode(text)
        except (json.JSONDecodeError, RecursionError):
            return FrontMatter(0)
        if isinstance(found, dict) and not text[end:].partition("\n")[0].strip():
            return FrontMatter(end, tuple(_yaml_values(text, 0, end, wanted)))
    if match := _TITLE.match(text):
        return FrontMatter(match.end(), (Value((match.span("title"),), "yaml block", "title"),))
    return FrontMatter(0)


def _is_wanted(path: Sequence[str], wanted: frozenset[str]) -> bool:
    names = [name.lower() for name in path if name]
    return any(".".join(names[place:]) in wanted for place in range(len(names)))


def _yaml_values(text: str, start: int, end: int, wanted: frozenset[str]) -> Iterator[Value]:
    """Yield the values of the fields of YAML, or of JSON, which is YAML."""
    from translate.documents.yaml_places import read_scalars  # few documents have any, and its parser loads slowly

    scalars = read_scalars(text[start:end])
    if scalars is None:
        yield from _line_values(text, start, end, wanted)
        return
    for scalar in scalars:
        if not _is_wanted(scalar.path, wanted) or not has_letter(scalar.value):
            continue
        first, last = start + scalar.start, start + scalar.end
        field = scalar.path[-1]
        if scalar.style in ("|", ">"):
            yield from _block_values(text, first, last, field, is_folded=scalar.style == ">")
        else:
            yield Value(tuple(_stripped(text, first, last)), "yaml flow" if scalar.is_flow else "yaml", field)


def _line_values(text: str, start: int, end: int, wanted: frozenset[str]) -> Iterator[Value]:
    """Yield the values of fields that have one line each, of what is nearly YAML: `title: Guide : le moteur`."""
    for match in _LINE_FIELD.finditer(text, start, end):
        if _is_wanted([match["name"]], wanted) and has_letter(match["value"]):
            yield Value((match.span("value"),), "yaml", match["name"])


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of [start, end) without the white space around them."""
    while start < end:
        behind = text.find("\n", start, end) + 1 or end
        body = text[start:behind].strip()
        if body:
            first = text.index(body, start)
            yield first, first + len(body)
        start = behind


def _block_values(text: str, start: int, end: int, field: str, *, is_folded: bool) -> Iterator[Value]:
    """Yield the paragraphs of a block scalar that folds its lines, and the lines of one that keeps them."""
    lines: list[tuple[int, int] | None] = []
    place = text.index("\n", start) + 1
    while place < end:
        behind = text.find("\n", place, end) + 1 or end
        lines.append(next(_stripped(text, place, behind), None))
        place = behind
    for is_text, run in groupby(lines, key=bool):
        found = [one for one in run if one]
        if is_text and is_folded:
            yield Value(tuple(found), "yaml block", field)
        elif is_text:
            yield from (Value((one,), "yaml block", field) for one in found)


def _toml_values(text: str, start: int, end: int, wanted: frozenset[str]) -> Iterator[Value]:
    try:
        tomllib.loads(text[start:end])
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    table: list[str] = []
    while start < end:
        match = _TOML_TABLE.match(text, start, end)
        if match:
            table = [name.strip(" \t\"'") for name in match["name"].split(".")]
        elif match := _TOML_VALUE.match(text, start, end):
            name = match["bare"] or match["double"] or match["single"] or ""
            is_wanted = _is_wanted([*table, *name.split(".")], wanted)
            if match["lines"]:
                behind = text.find(match["lines"], match.end(), end)
                if is_wanted:
                    manner = "toml lines" if match["lines"] == '"""' else "yaml block"
                    for one in _stripped(text, match.end(), behind):
                        yield Value((one,), manner, name)
                start = behind
            elif is_wanted and match["text"] and has_letter(match["text"]):
                yield Value((match.span("text"),), "toml", name)
        start = text.find("\n", start, end) + 1 or end
