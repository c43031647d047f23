"""YAML 1.1: the scalars that read as texts, by their paths; keys, comments, anchors and the style of each stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

import yaml

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, character_of, part_branches, token, units_token
from translate.documents.strings.values import StringsFile, Value, is_prose, wrapped_as
from translate.documents.values import write_value
from translate.documents.yaml_places import MOST_DEPTH, Loader, Scalar, read_scalars
from translate.errors import reason_of
from translate.text.faults import FaultError

_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n\r]*)?(?:\r\n|\n|\r)[ ]*")
_FOLD = r"[ \t]*(?:\r\n|\n|\r)[ \t]*"
_LINE_END = re.compile(_FOLD)
_DOUBLE = re.compile(
    rf"\\(?:\r\n|\n|\r)[ \t]*|\\x[0-9a-fA-F]{{2}}|(?:\\u[0-9a-fA-F]{{4}})+|\\U[0-9a-fA-F]{{8}}|\\.|{_FOLD}"
    r"|\w+(?: \w+)*|."
)
_SINGLE = re.compile(rf"''|{_FOLD}|\w+(?: \w+)*|.")
_LITERAL = re.compile(r"(?:\r\n|\n|\r)[ ]*|\w+(?: \w+)*|.")
_SIGNS = {
    "n": "\n", "t": "\t", "r": "\n", "_": "\u00a0", "N": "\n", "L": "\u2028", "P": "\u2029", "0": "\0", "a": "\a",
    "b": "\b", "e": "\x1b", "f": "\f", "v": "\v",
}  # fmt: skip


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the scalars of a YAML text that read as texts for people.

    :raises FaultError: where it is no YAML.
    """
    scalars = read_scalars(file.text, takes_all=True)
    if scalars is None:
        raise _fault(file.text)
    for scalar in scalars:
        path = ".".join(filter(None, scalar.path))
        if file.keys.offers(path, scalar.value, is_prose):
            yield _value(file.text, scalar, path)


def _fault(text: str) -> FaultError:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            is_start = isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent))
            depth += is_start - isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent))
            if depth > MOST_DEPTH:
                break
    except yaml.MarkedYAMLError as exc:
        place = exc.problem_mark.index if exc.problem_mark else 0
        return FaultError(f"not valid YAML ({exc.problem}); correct the file.", place)
    except yaml.YAMLError as exc:
        return FaultError(f"not valid YAML ({reason_of(exc)}); correct the file.", 0)
    return FaultError("YAML whose brackets are nested too deeply to be read.", 0)


def _value(text: str, scalar: Scalar, path: str) -> Value:
    start, end = scalar.start, scalar.end
    if scalar.style in ("|", ">"):
        header = _HEADER.match(text, start)
        start = header.end() if header else start
        end = start + len(text[start:end].rstrip())
        return Value(start, end, path, _BLOCKS[scalar.style], _wrapped if scalar.style == ">" else None)
    if scalar.style in ('"', "'"):
        return Value(start + 1, end - 1, path, _QUOTED[scalar.style], _wrapped)
    return Value(start, end, path, _PLAIN, partial(_write_plain, "yaml flow" if scalar.is_flow else "yaml"))


def _wrapped(text: str, native: str) -> str:
    return wrapped_as(text, native, _LINE_END, " ")


def _write_plain(manner: str, text: str, native: str) -> str:
    """Write a scalar without quotation marks, which it gets where it needs them."""
    return _wrapped(write_value(manner, text, "a"), native)


def _split_folded(pattern: re.Pattern[str], native: str) -> Iterator[Token]:
    """Part a scalar whose line ends are spaces, and several of them one fewer line ends."""
    for match in pattern.finditer(native):
        one = match[0]
        if "\n" in one or "\r" in one:
            yield Token(one, "") if one.startswith("\\") else token(one, " ")
        elif one.startswith("\\") and pattern is _DOUBLE:
            yield units_token(one) if one[1] == "u" else token(one, _escaped(one))
        else:
            yield token(one, "'" if one == "''" else one)


def _escaped(one: str) -> str:
    return character_of(one[2:], one) if one[1] in "xU" else _SIGNS.get(one[1:], one[1:])


def _split_literal(native: str) -> Iterator[Token]:
    for match in _LITERAL.finditer(native):
        yield token(match[0], "\n" if match[0][0] in "\r\n" else match[0])


_HELD = re.compile(r"%[A-Za-z]\w*%")
"""Placeholders of Symfony."""


def _parted(split: Callable[[str], Iterator[Token]]) -> Callable[[str], Iterator[Token]]:
    """Return a function that parts the forms of plurals, too."""
    return lambda native: part_branches(split(native))


def _inner(manner: str, mark: str) -> Escaping:
    """Return how a scalar between two quotation marks is written."""
    pattern = _DOUBLE if mark == '"' else _SINGLE
    return Escaping(
        _parted(lambda native: _split_folded(pattern, native)),
        lambda text: write_value(manner, text, mark + mark)[1:-1],
        _HELD,
    )


_QUOTED = {'"': _inner("yaml", '"'), "'": _inner("yaml", "'")}
_PLAIN = Escaping(lambda native: _split_folded(_SINGLE, native), str, _HELD)
"""Without parts, because all of a plain scalar may need quotation marks."""
_BLOCKS = {
    "|": Escaping(_parted(_split_literal), str, _HELD),
    ">": Escaping(_parted(lambda native: _split_folded(_LITERAL, native)), str, _HELD),
}

READER = StringsReader("yaml", find_values)
