"""Errors: each is one line with its place, and each has the exit code that the documentation names."""

from __future__ import annotations

import inspect
import pickle
from pathlib import Path

import pytest

from translate import errors
from translate.errors import (
    BitexteError,
    DocumentError,
    FormatError,
    GlossaryError,
    LocatedError,
    LockedError,
    OutputError,
    RuleError,
    UnknownNameError,
    UsageError,
    reason_of,
    shortened,
    shown,
)

TREE = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, BitexteError)]


def test_every_error_is_in_the_tree_that_the_module_shows() -> None:
    shown = errors.__doc__ or ""
    named = {cls.__name__ for cls in TREE} - {"LocatedError"}
    assert {name for name in named if name not in shown} == set()


@pytest.mark.parametrize("error", TREE)
def test_usage_is_exit_code_2_and_all_else_is_1(error: type[BitexteError]) -> None:
    assert error.exit_code == (2 if issubclass(error, UsageError) else 1)


def test_a_locked_folder_is_an_output_that_is_refused() -> None:
    assert issubclass(LockedError, OutputError)
    assert not issubclass(OutputError, LocatedError)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({}, "is empty."),
        ({"path": Path("a.tmx")}, "a.tmx: is empty."),
        ({"path": "a.tmx", "line": 3}, "a.tmx:3: is empty."),
        ({"path": "a.tmx", "line": 3, "column": 7}, "a.tmx:3:7: is empty."),
        ({"line": 3}, "3: is empty."),
    ],
)
@pytest.mark.parametrize("error", [DocumentError, FormatError, GlossaryError, RuleError])
def test_a_place_stands_before_the_message(error: type[LocatedError], place: dict[str, object], message: str) -> None:
    found = error("is empty.", **place)  # type: ignore[arg-type]
    assert str(found) == message
    assert (found.path, found.line, found.column) == (place.get("path"), place.get("line"), place.get("column"))


def test_an_unknown_name_lists_what_there_is() -> None:
    assert str(UnknownNameError("engine", "x", ["b", "a"])) == "Unknown engine 'x'. Known: a, b."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("found 'a\n\n b'.", "found 'a b'."),
        ("found 'a\r\nb\u2028c\x85d'.", "found 'a b c d'."),
        ("found '\x1b[2Ja\u202e\x07'.", "found '\\x1b[2Ja\\u202e\\x07'."),
        ("« été »\t中.", "« été »\t中."),
    ],
)
@pytest.mark.parametrize("error", [BitexteError, UsageError, FormatError])
def test_a_message_is_one_line_without_signs_that_a_terminal_obeys(
    error: type[BitexteError], message: str, said: str
) -> None:
    assert str(error(message)) == said


def test_several_messages_are_a_line_each_with_their_place() -> None:
    assert str(DocumentError("is\nempty.", "is old.", path="a.md")) == "a.md: is empty.\na.md: is old."


def test_an_error_comes_whole_from_another_process() -> None:
    for error in (UsageError("no\nname."), BitexteError("one.", "two."), DocumentError("is empty.", path="a.md")):
        assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("a", "'a'"),
        ("a\n b", "'a b'"),
        ("é" * 40, "'" + "é" * 40 + "'"),
        ("é" * 41, "'" + "é" * 39 + "…'"),
        (None, "missing"),
        (3.5, "3.5"),
        (["x" * 99, 1], "['xxxxxxxxxxxxxxxxx...xxxxxxxxxxxxxxxxx…"),
        (b"\x1b[2J", "b'\\x1b[2J'"),
    ],
)
def test_what_stands_in_a_file_is_shown_shortened_in_quotes(value: object, said: str) -> None:
    assert shown(value) == said
    assert len(said) <= 42


def test_values_within_values_without_end_are_shown() -> None:
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    assert shown(deep) == "[[[[[[[...]]]]]]]"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (ValueError("no number"), "no number"),
        (ValueError("Char 0x0 out of range\n, line 2, column 3"), "Char 0x0 out of range"),
        (ValueError("'" + "a" * 5000 + "' is no origin"), "'" + "a" * 98 + "…"),
        (EOFError(), "EOFError"),
    ],
)
def test_what_a_library_says_is_its_first_line_shortened(fault: Exception, said: str) -> None:
    assert reason_of(fault) == said


def test_a_name_is_shortened_to_what_is_asked() -> None:
    assert (shortened("a/" * 50, 100), shortened("a/" * 51, 100)) == ("a/" * 50, "a/" * 49 + "a…")
