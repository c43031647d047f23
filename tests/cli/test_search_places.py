"""`bitexte memory search`: each option narrows or widens what is found, and places are counted in characters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn

UNITS = [
    ("a.docx", "reviewed", "20240203T040506Z", "Les chevaux du roi", "The king's horses"),
    ("a.docx", "draft", "20200101T000000Z", "Un cheval blanc", "A white horse"),
    ("b.docx", "translated", "", "Le ROI, le roi et la reine", "The king, the king and the queen"),
    ("b.docx", "translated", "", "L\u2019île du\u00a0roi", "The king's island"),
]


@pytest.fixture
def memory(tmp_path: Path, run_in: RunIn) -> Path:
    """Return a folder with a memory `m.tmdb` of units that a person has changed at several times."""
    lines = []
    for number, (document, state, date, source, target) in enumerate(UNITS, 1):
        told: dict[str, object] = {"name": str(number), "document": document, "state": state, "origin": "human"}
        told |= {"source": {"language": "fr", "text": source}, "target": {"language": "en", "text": target}}
        told |= {"score": None, "alignment": "1-1", "properties": [("tu@changedate", date)] if date else []}
        lines.append(json.dumps(told))
    (tmp_path / "u.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run_in(tmp_path, "memory", "import", "u.jsonl", "--into", "m.tmdb").code == 0
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "numbers"),
    [
        (("roi",), [1, 3, 4]),
        (("ROI", "--exact"), [3]),
        (("du", "roi"), [1, 4]),
        (("du roi",), [1, 4]),
        (("l'île",), [4]),
        (("cheval",), [2]),
        (("cheva*",), [1, 2]),
        (("cheval", "--stems"), [1, 2]),
        (("horses?$", "--regex", "--side", "target"), [1, 2]),
        (("king", "--side", "both"), [1, 3, 4]),
        (("king",), []),
        (("roi", "--document", "b*"), [3, 4]),
        (("roi", "--document", "B*"), []),
        (("roi", "--state", "translated"), [1, 3, 4]),
        (("roi", "--state", "reviewed"), [1]),
        (("che*", "--since", "2020"), [1, 2]),
        (("che*", "--since", "2024-02-03"), [1]),
        (("che*", "--since", "2024-02-04"), []),
        (("roi", "--count", "2"), [1, 3]),
        (("roi", "--count", "0"), [1, 3, 4]),
    ],
)
def test_options_pick_units(arguments: tuple[str, ...], numbers: list[int], memory: Path, run_in: RunIn) -> None:
    for _ in range(2):
        done = run_in(memory, "memory", "search", "m.tmdb", *arguments, "--format", "jsonl")
        assert done.code == 0
        assert [json.loads(line)["unit"] for line in done.output.splitlines()] == numbers


def test_every_place_is_marked_and_counted_in_characters(memory: Path, run_in: RunIn) -> None:
    text = run_in(memory, "memory", "search", "m.tmdb", "roi", "--document", "b*").output
    assert text == (
        "3  b.docx  translated\n  Le [ROI], le [roi] et la reine\n  The king, the king and the queen\n\n"
        "4  b.docx  translated\n  L\u2019île du\u00a0[roi]\n  The king's island\n\n"
    )
    found = run_in(memory, "memory", "search", "m.tmdb", "roi", "--format", "jsonl").output.splitlines()
    for line in found:
        hit = json.loads(line)
        assert {hit["source"][start:end].lower() for start, end in hit["places"]["source"]} == {"roi"}


def test_what_is_known_of_a_unit_stands_above_it(memory: Path, run_in: RunIn) -> None:
    assert run_in(memory, "memory", "search", "m.tmdb", "chevaux").output.startswith("1  a.docx  20240203  reviewed\n")
    (hit,) = map(
        json.loads, run_in(memory, "memory", "search", "m.tmdb", "île", "--format", "jsonl").output.split("\n")[:1]
    )
    assert (hit["document"], hit["state"], hit["changed"]) == ("b.docx", "translated", None)


def test_the_first_search_prepares_the_others(memory: Path, run_in: RunIn) -> None:
    first = run_in(memory, "memory", "search", "m.tmdb", "roi")
    assert first.error == "m.tmdb: preparing the search, once ...\n"
    assert run_in(memory, "memory", "search", "m.tmdb", "roi").error == ""
    (memory / "x.tsv").write_text("fr\ten\nLe roi dort\tThe king sleeps\n", encoding="utf-8")
    run_in(memory, "memory", "import", "x.tsv", "--into", "m.tmdb")
    later = run_in(memory, "memory", "search", "m.tmdb", "dort")
    assert "Le roi [dort]" in later.output
    assert later.error == "m.tmdb: preparing the search, once ...\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("roi", "--count=-1"), "--count takes 0 or more, not -1."),
        (("(roi", "--regex"), "'(roi' is no regular expression: missing ) at position 4."),
        ((" ",), "nothing to search for: give a word or more."),
        (("roi", "--stems", "--exact"), "--exact and --stems exclude each other."),
        (("roi", "--since", "2024/01"), "--since takes a date such as 2024 or 2024-01-31, not '2024/01'."),
        (("roi", "--since", "2024-13-01"), "--since takes a date such as 2024 or 2024-01-31, not '2024-13-01'."),
        (("roi", "--since", "24"), "--since takes a date such as 2024 or 2024-01-31, not '24'."),
    ],
)
def test_what_is_no_search_is_a_usage_error(
    arguments: tuple[str, ...], message: str, memory: Path, run_in: RunIn
) -> None:
    done = run_in(memory, "memory", "search", "m.tmdb", *arguments)
    assert (done.code, done.output) == (2, "")
    assert message in done.error
    assert "Traceback" not in done.error
