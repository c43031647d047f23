"""`bitexte memory lookup`: every option changes what it says it does, and every way of asking is answered."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import RunIn
from translate.cli import lookup
from translate.executors import local

FIRST = ("Le chat noir dort.", "The black cat sleeps.")
UNITS = [
    {"name": "k1", "origin": "human", "source": FIRST[0], "target": FIRST[1], "before": "Avant.", "after": "Après."},
    {"name": "k2", "origin": "human", "source": FIRST[0], "target": "The black cat is asleep.", "document": "b.txt"},
    {"name": "k3", "origin": "machine", "source": "La porte est fermée.", "target": "The door is closed."},
]


@pytest.fixture
def folder(tmp_path: Path, run_in: RunIn) -> Path:
    """Return a folder with a memory `m.tmdb` of three units."""
    lines = []
    for one in UNITS:
        told: dict[str, object] = {"name": one["name"], "origin": one["origin"], "score": None, "alignment": "1-1"}
        told |= {"document": one.get("document"), "context_before": one.get("before")}
        told |= {"context_after": one.get("after"), "source": {"language": "fr", "text": one["source"]}}
        lines.append(json.dumps(told | {"target": {"language": "en", "text": one["target"]}}))
    (tmp_path / "u.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run_in(tmp_path, "memory", "import", "u.jsonl", "--into", "m.tmdb", "--domain", "law").code == 0
    return tmp_path


def matches(folder: Path, run_in: RunIn, request: dict[str, object], *options: str) -> list[dict[str, object]]:
    (folder / "ask.jsonl").write_text(json.dumps(request) + "\n", encoding="utf-8")
    done = run_in(folder, "memory", "lookup", "m.tmdb", "ask.jsonl", *options)
    assert done.code == 0, done.error
    found: list[dict[str, object]] = json.loads(done.output)["matches"]
    return found


def test_a_match_has_all_that_is_known_of_its_unit(folder: Path, run_in: RunIn) -> None:
    first = matches(folder, run_in, {"source": FIRST[0], "before": "Avant.", "after": "Après."})[0]
    assert first == {
        "percentage": 101, "kind": "context", "words": 100, "after_repair": 100, "penalties": [], "edits": [],
        "source": FIRST[0], "target": FIRST[1], "repaired": FIRST[1], "unit": 1, "name": "k1",
        "document": None, "origin": "human", "state": "translated", "changed": None,
        "context_before": "Avant.", "context_after": "Après.",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("request_", "options", "expected"),
    [
        ({"source": FIRST[0]}, (), [(100, "k1"), (100, "k2")]),
        ({"source": FIRST[0]}, ("--matches", "1"), [(100, "k1")]),
        ({"source": FIRST[0], "name": "k2"}, ("--context", "id"), [(101, "k2"), (100, "k1")]),
        ({"source": FIRST[0], "name": "k2"}, (), [(100, "k1"), (100, "k2")]),
        ({"source": "La porte est fermée."}, (), [(90, "k3")]),
        ({"source": "La porte est fermée."}, ("--penalty", "mt=0"), [(100, "k3")]),
        ({"source": "La porte est fermée."}, ("--fuzzy", "95"), []),
        ({"source": "La porte est fermée."}, ("--penalty", "mt=0", "--penalty", "domain=4"), [(100, "k3")]),
        ({"source": FIRST[0]}, ("--penalty", "domain=4", "--domain", "med"), [(96, "k1"), (96, "k2")]),
        ({"source": FIRST[0]}, ("--penalty", "domain=4", "--domain", "law"), [(100, "k1"), (100, "k2")]),
        ({"source": FIRST[0]}, ("--penalty", "age=9"), [(100, "k1"), (100, "k2")]),
        ({"source": "Le chat noir mange."}, ("--score", "words"), [(75, "k1"), (75, "k2")]),
        ({"source": "Le chat noir mange."}, ("--score", "words", "--fuzzy", "80"), []),
        (
            {"source": "Le chat noir mange."},
            ("--thorough", "--all-targets", "--matches", "1"),
            [(87, "k1"), (87, "k2")],
        ),
        ({"source": ""}, (), []),
    ],
)
def test_options_change_what_is_found(
    folder: Path,
    run_in: RunIn,
    request_: dict[str, object],
    options: tuple[str, ...],
    expected: list[tuple[int, str]],
) -> None:
    found = matches(folder, run_in, request_, *options)
    assert [(match["percentage"], match["name"]) for match in found] == expected


def test_what_cannot_be_repaired_says_why(folder: Path, run_in: RunIn) -> None:
    match = matches(folder, run_in, {"source": "Le chat noir mange."})[0]
    assert match["kind"] == "fuzzy"
    assert match["left"]
    assert match["repaired"] == match["target"]
    assert "left" not in matches(folder, run_in, {"source": "Le chat noir mange."}, "--no-repair")[0]


def test_standard_input_is_read_where_no_file_is_named(
    folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = io.BytesIO(f"{FIRST[0]}\nAutre chose.\n".encode())
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=asked))
    done = run_in(folder, "memory", "lookup", "m.tmdb")
    assert [len(json.loads(line)["matches"]) for line in done.output.splitlines()] == [2, 0]


def test_more_requests_than_a_batch_are_answered_in_order(folder: Path, run_in: RunIn) -> None:
    lines = [FIRST[0] if number % 3 == 0 else f"Rien {number}" for number in range(600)]
    (folder / "ask.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = [json.loads(line) for line in run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt").output.splitlines()]
    assert [answer["id"] for answer in found] == [str(number) for number in range(1, 601)]
    assert [answer["source"] for answer in found] == lines
    assert [bool(answer["matches"]) for answer in found] == [number % 3 == 0 for number in range(600)]


def test_the_sources_of_a_bilingual_file_are_asked_for_with_their_neighbours(folder: Path, run_in: RunIn) -> None:
    rows = ["fr\ten", "Avant.\tBefore.", "\t".join(FIRST), "Après.\tAfter."]
    (folder / "doc.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    lines = run_in(folder, "memory", "lookup", "m.tmdb", "doc.tsv").output.splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["Avant.", FIRST[0], "Après."]


def test_a_cell_of_a_table_is_one_line(folder: Path, run_in: RunIn) -> None:
    (folder / "ask.jsonl").write_text(json.dumps({"source": "Le chat\nnoir dort."}) + "\n", encoding="utf-8")
    done = run_in(folder, "memory", "lookup", "m.tmdb", "ask.jsonl", "--fuzzy", "50", "--format", "tsv")
    head, *rows = done.output.splitlines()
    assert {row.count("\t") for row in rows} == {head.count("\t")}
    assert rows[0].split("\t")[5] == "Le chat noir dort."


def test_a_dash_is_standard_output(folder: Path, run_in: RunIn) -> None:
    (folder / "ask.txt").write_text("La s\u00e9ance est ouverte.\n", encoding="utf-8")
    printed = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt")
    assert run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt", "--json", "-").output == printed.output
    assert not (folder / "-").exists()


def test_a_file_of_answers_is_not_left_half_written(folder: Path, run_in: RunIn) -> None:
    (folder / "old.jsonl").write_text("as before\n", encoding="utf-8")
    (folder / "ask.jsonl").write_text('{"source": "Un"}\n{"source": 3}\n', encoding="utf-8")
    done = run_in(folder, "memory", "lookup", "m.tmdb", "ask.jsonl", "--json", "old.jsonl")
    assert done.code == 1
    assert "ask.jsonl:2: begins with" in done.error
    assert (folder / "old.jsonl").read_text(encoding="utf-8") == "as before\n"


def test_a_segment_in_place_of_a_file_is_told_how_it_is_given(folder: Path, run_in: RunIn) -> None:
    done = run_in(folder, "memory", "lookup", "m.tmdb", "Le chat mange.")
    assert done.code == 2
    assert "No such file: 'Le chat mange.'" in done.error
    assert "echo 'SEGMENT' | bitexte memory lookup MEMORY -" in done.error


@pytest.mark.parametrize("given", ["mt", "mt=", "mt=-3", "mt=x", "=3", "mt=²"])
def test_a_penalty_is_a_name_and_a_whole_number(given: str, folder: Path, run_in: RunIn) -> None:
    done = run_in(folder, "memory", "lookup", "m.tmdb", "u.jsonl", f"--penalty={given}")
    assert done.code == 2
    assert f"--penalty takes NAME=N, such as mt=10, not '{given}'." in done.error
    assert done.output == ""


@pytest.mark.parametrize(("lowest", "is_warned"), [("49", True), ("1", True), ("50", False), ("100", False)])
def test_a_threshold_below_half_is_allowed_and_warned_of(
    lowest: str, is_warned: bool, folder: Path, run_in: RunIn
) -> None:
    (folder / "ask.txt").write_text("Un\n", encoding="utf-8")
    done = run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt", "--fuzzy", lowest)
    assert done.code == 0
    assert ("below 50 % matches share little but spaces" in done.error) is is_warned


def test_several_processes_answer_as_one_does(folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "MANY", 4)
    monkeypatch.setattr(lookup, "_BATCH", 2)
    monkeypatch.setattr(lookup, "_FIRST", 1)
    lines = [f"Le chat {word} dort." for word in ("noir", "blanc", "gris", "roux", "noir")] + [
        "",
        "La porte est ouverte.",
    ]
    (folder / "ask.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for layout in ("jsonl", "tsv", "table"):
        several = [
            run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt", "--format", layout, "--jobs", jobs).output
            for jobs in ("0", "1", "3")
        ]
        assert several[0] == several[1] == several[2]
        assert "The black cat sleeps." in several[0]


def test_a_few_segments_start_no_process(folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "Local", None)
    (folder / "ask.txt").write_text("Le chat noir dort.\n" * (lookup.MANY - 1), encoding="utf-8")
    assert run_in(folder, "memory", "lookup", "m.tmdb", "ask.txt").output.count("\n") == lookup.MANY - 1
    (folder / "more.txt").write_text("Le chat noir dort.\n" * lookup.MANY, encoding="utf-8")
    with pytest.raises(TypeError):
        run_in(folder, "memory", "lookup", "m.tmdb", "more.txt", "--jobs", "2")


def test_fewer_jobs_than_none_are_refused(folder: Path, run_in: RunIn) -> None:
    done = run_in(folder, "memory", "lookup", "m.tmdb", "u.jsonl", "--jobs", "-1")
    assert (done.code, "--jobs must be 0 or more, not -1" in done.error) == (2, True)


def test_a_look_up_loads_no_settings_and_no_numpy_whose_threads_few_need(folder: Path) -> None:
    (folder / "ask.txt").write_text("La porte est ouverte.\n", encoding="utf-8")
    code = "import os, sys\nfrom translate.cli import main\nmain(['memory', 'lookup', 'm.tmdb', 'ask.txt'])\n"
    code += "print({'translate.config', 'numpy', 'translate.memory.importing'} & {*sys.modules})\n"
    code += "print(os.environ['OPENBLAS_NUM_THREADS'])"
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    answer, *said = done.stdout.splitlines()
    assert json.loads(answer)["matches"][0]["target"] == "The door is closed."
    assert said == ["set()", "1"]
