"""Errors: each is one line with its place, and each has the exit code that the documentation names."""

from __future__ import annotations

import inspect
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
