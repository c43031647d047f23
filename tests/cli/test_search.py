"""`bitexte memory search` shows the units that hold words, with the place marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn

PAIRS = "Le port de la ville.\tThe harbour of the town.\nLes ports sont ouverts.\tThe harbours are open.\n"


@pytest.fixture
def memory(tmp_path: Path, run_in: RunIn) -> Path:
    (tmp_path / "a.tsv").write_text(PAIRS, encoding="utf-8")
    assert run_in(tmp_path, "memory", "import", "a.tsv", "--into", "a.tmdb").code == 0
    return tmp_path


def test_the_place_is_marked(memory: Path, run_in: RunIn) -> None:
    first = run_in(memory, "memory", "search", "a.tmdb", "port")
    assert "Le [port] de la ville." in first.output and "The harbour of the town." in first.output
    assert "preparing the search" in first.error
    again = run_in(memory, "memory", "search", "a.tmdb", "port", "--stems")
    assert "[port]" in again.output and "[ports]" in again.output and not again.error


def test_json_gives_the_places_of_both_sides(memory: Path, run_in: RunIn) -> None:
    ran = run_in(memory, "memory", "search", "a.tmdb", "harbour", "--side", "both", "--format", "jsonl")
    (hit,) = map(json.loads, ran.output.splitlines())
    assert hit["places"] == {"source": [], "target": [[4, 11]]}


def test_it_is_said_where_every_text_is_read(memory: Path, run_in: RunIn) -> None:
    run_in(memory, "memory", "search", "a.tmdb", "port")
    ran = run_in(memory, "memory", "search", "a.tmdb", "de")
    assert "[de]" in ran.output and "every text is read" in ran.error


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--exact", "--regex"), "--exact and --regex exclude each other"),
        (("--state", "done"), "Unknown state 'done'. Known: approved, draft"),
        (("--since", "May"), "--since takes a date such as 2024 or 2024-01-31"),
    ],
)
def test_what_cannot_be_is_refused(memory: Path, run_in: RunIn, arguments: tuple[str, ...], message: str) -> None:
    ran = run_in(memory, "memory", "search", "a.tmdb", "port", *arguments)
    assert ran.code == 2 and message in ran.error
