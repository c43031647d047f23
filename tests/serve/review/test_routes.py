"""The page is told what stands, and what it decides is in the log before it hears that it is saved."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.serve.review.conftest import BASE, ECHO, PORT, Reviewer, make
from translate.errors import LockedError, OutputError, UsageError
from translate.files import own_folder
from translate.run.decisions import log_path, read_log
from translate.run.journal import Journal
from translate.serve.review import app, index, writing
from translate.serve.review.app import opened_review


def test_documents_come_with_their_progress(reviewer: Reviewer) -> None:
    found = reviewer.get("/api/documents")
    assert [document["name"] for document in found["documents"]] == ["a.md", "b/c.txt"]
    assert found["documents"][0]["units"] == 6
    assert found["documents"][0]["reviewed"] == 0
    assert found["documents"][0]["issues"]["untranslated"] >= 2
    assert found["can"] == {"write": True, "alternatives": True, "memory": False, "terms": False}
    assert found["to_write"] is False
    reviewer.decide(reviewer.row("chat"), "accept")
    found = reviewer.get("/api/documents")
    assert [document["reviewed"] for document in found["documents"]] == [0, 1]
    assert found["documents"][1]["changed"].endswith("Z")
    assert found["to_write"] is True


def test_units_stand_in_the_order_of_the_document_refused_and_carried_ones_too(reviewer: Reviewer) -> None:
    rows = reviewer.get("/api/units", doc=0)["rows"]
    assert [row["source_plain"] for row in rows] == [
        "Le port", "Le {1}bateau{/1} quitte le quai à 8 h.", "Oui.", "Il y a 12 marins.", "Oui.", "12",
    ]  # fmt: skip
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert rows[5]["origin"] == "carried"
    assert any(row["refused"] for row in rows)


def test_a_text_that_looks_like_a_mark_or_a_page_is_text(reviewer: Reviewer) -> None:
    row = reviewer.row("fort")
    assert row["source_plain"] == "Il pleut <img src=x onerror=alert(1)> {{1} fort."
    assert "".join(part if isinstance(part, str) else "?" for part in row["source"]).count("<img") <= 1


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ({}, 8),
        ({"doc": "1"}, 2),
        ({"filter": "todo"}, 7),
        ({"q": "oui"}, 2),
        ({"q": "OUI", "in": "source"}, 2),
        ({"q": "quai a 8"}, 1),
        ({"q": "^Le (port|chat)", "regex": "1"}, 2),
        ({"below": "0"}, 0),
        ({"filter": "edited"}, 0),
        ({"filter": "human"}, 0),
        ({"filter": "orphaned"}, 0),
        ({"filter": "changed"}, 0),
        ({"check": "nothing"}, 0),
    ],
)
def test_each_filter_lets_its_units_pass(reviewer: Reviewer, values: dict[str, str], count: int) -> None:
    found = reviewer.get("/api/units", **values)
    assert found["total"] == count == len(found["rows"])


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"filter": "some"}, "unknown filter"),
        ({"sort": "name"}, "unknown order"),
        ({"q": "(", "regex": "1"}, "not a regular expression"),
        ({"from": "-1"}, "whole number"),
        ({"doc": "../x"}, "whole number"),
        ({"severity": "bad"}, "unknown severity"),
        ({"below": "x"}, "expected a score"),
        ({"q": "a", "in": "all"}, "unknown side"),
    ],
)
def test_a_parameter_that_means_nothing_is_an_error(reviewer: Reviewer, values: dict[str, str], said: str) -> None:
    answer = reviewer.client.get("/api/units", params=values)
    assert answer.status_code == 400
    assert said in answer.json()["error"]["message"].lower()


def test_a_regular_expression_that_takes_for_ever_is_stopped(tmp_path: Path) -> None:
    out = make(tmp_path, {"a.txt": "a" * 60 + "!\n"})
    with opened_review(out, PORT) as review:
        client = TestClient(review.app, base_url=BASE)
        client.get("/", params={"code": review.secrets.code})
        answer = client.get("/api/units", params={"q": "(a|a)+$", "regex": "1"})
        assert answer.status_code in (200, 400)


def test_the_next_unit_that_is_to_do_is_found_in_a_list_that_stands_still(reviewer: Reviewer) -> None:
    first = reviewer.row("bateau")
    asked = {"doc": 0, "filter": "todo", "list": "k1"}
    assert reviewer.get("/api/units", **asked)["total"] == 5
    reviewer.decide(reviewer.row("Oui."), "accept")
    assert reviewer.get("/api/units", **asked)["total"] == 5
    assert reviewer.get("/api/units", **asked | {"list": "k2"})["total"] == 4
    assert reviewer.get("/api/next", id=first["id"], way="next", want="todo", **asked) == {"id": 4, "at": 3}
    assert reviewer.get("/api/next", id=4, way="previous", want="todo", **asked) == {"id": first["id"], "at": 1}
    assert reviewer.get("/api/next", id=4, way="previous", want="any", **asked) == {"id": 3, "at": 2}
    assert reviewer.get("/api/next", from_row=3, want="todo", **asked) == {"id": 5, "at": 4}
    assert reviewer.get("/api/next", id=5, want="todo", **asked) == {"id": None, "at": None}
    assert reviewer.get("/api/units", find=4, **asked)["at"] == 3
    assert reviewer.get("/api/next", id=1, want="issues", doc=0)["at"] == 1


@pytest.mark.parametrize("sort", ["document", "score", "issue"])
def test_every_order_has_each_unit_once_and_knows_its_row(reviewer: Reviewer, sort: str) -> None:
    rows = reviewer.get("/api/units", sort=sort)["rows"]
    assert sorted(row["id"] for row in rows) == list(range(1, 9))
    for place, row in enumerate(rows):
        assert reviewer.get("/api/units", sort=sort, find=row["id"])["at"] == place
    walked, number = [rows[0]["id"]], rows[0]["id"]
    while (found := reviewer.get("/api/next", id=number, sort=sort)["id"]) is not None:
        walked.append(found)
        number = found
    assert walked == [row["id"] for row in rows]


def test_a_saved_decision_is_in_the_log_and_in_the_row(reviewer: Reviewer) -> None:
    row = reviewer.row("bateau")
    parts = ["The ", {"c": 1}, "boat", {"c": 2}, " leaves."]
    answer = reviewer.decide(row, "edit", parts=parts, comment="Name of the ship?")
    saved = answer["saved"][0]["row"]
    assert saved["target_plain"] == "The {1}boat{/1} leaves."
    assert (saved["verdict"], saved["origin"], saved["state"]) == ("edit", "human", "approved")
    (decision,) = read_log(log_path(reviewer.out)).decisions
    assert decision.target.text == "The *boat* leaves."
    assert (decision.author, decision.comment, decision.document) == ("Zoé", "Name of the ship?", "a.md")
    unit = reviewer.get(f"/api/units/{row['id']}")
    assert unit["history"][0]["plain"] == "The {1}boat{/1} leaves."
    assert ["+", "boat"] in unit["difference"]
    assert unit["machine_plain"] == "Le {1}bateau{/1} quitte le quai à 8 h."
    assert [light["source_plain"] for light in unit["context"]["before"]] == ["Le port"]


def test_a_decision_is_saved_without_reading_through_the_units(reviewer: Reviewer) -> None:
    row, connection = reviewer.row("marins"), reviewer.desk.connection
    said: list[str] = []
    connection.set_trace_callback(said.append)
    reviewer.decide(row, "accept")
    connection.set_trace_callback(None)
    asked = [one for one in said if one.startswith(("SELECT", "UPDATE", "DELETE"))]
    plans = [found[3] for one in asked for found in connection.execute(f"EXPLAIN QUERY PLAN {one}")]
    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN")]


def test_marks_of_direction_that_an_edit_leaves_open_are_an_issue_of_its_unit(reviewer: Reviewer) -> None:
    for text, severities in (("The \u202ecat sleeps.", ["error"]), ("The \u202ecat\u202c sleeps.", []), ("A cat.", [])):
        saved = reviewer.decide(reviewer.row("chat"), "edit", parts=[text])["saved"][0]["row"]
        found = [issue for issue in saved["issues"] if "direction" in issue["message"]]
        assert [issue["severity"] for issue in found] == severities


def test_an_edit_with_the_text_of_the_machine_is_an_acceptance_which_settles_issues(reviewer: Reviewer) -> None:
    row = reviewer.row("chat")
    assert {issue["severity"] for issue in row["issues"]} & {"warning", "error"}
    saved = reviewer.decide(row, "edit", plain=row["target_plain"])["saved"][0]["row"]
    assert saved["verdict"] == "accept"
    assert all(issue["dismissed"] for issue in saved["issues"] if issue["severity"] != "info")
    assert reviewer.get("/api/units", filter="issues", q="chat")["total"] == 0


def test_an_issue_that_is_none_is_kept_so_without_accepting(reviewer: Reviewer) -> None:
    row = reviewer.row("chat")
    check = row["issues"][0]["check"]
    saved = reviewer.decide(row, "dismiss", dismissed=[check])["saved"][0]["row"]
    assert saved["verdict"] is None
    assert [issue["dismissed"] for issue in saved["issues"] if issue["check"] == check] == [True]
    assert reviewer.get("/api/units", filter="todo", q="chat")["total"] == 1


@pytest.mark.parametrize(
    ("parts", "missing", "doubled", "foreign"),
    [
        (["The boat."], [1, 2], [], []),
        (["The ", {"c": 1}, "boat."], [2], [], []),
        ([{"c": 1}, "The ", {"c": 1}, "boat", {"c": 2}], [], [1], []),
        ([{"c": 1}, "boat", {"c": 2}, {"c": 7}], [], [], [7]),
    ],
)
def test_a_target_with_other_codes_than_its_source_is_refused_and_nothing_is_saved(
    reviewer: Reviewer, parts: list[Any], missing: list[int], doubled: list[int], foreign: list[int]
) -> None:
    good = {"id": reviewer.row("chat")["id"], "verdict": "accept"}
    bad = {"id": reviewer.row("bateau")["id"], "verdict": "edit", "parts": parts}
    answer = reviewer.post("/api/decisions", {"decisions": [good, bad]}, 422)
    (fault,) = answer["error"]["units"]
    assert (fault["missing"], fault["doubled"], fault["foreign"]) == (missing, doubled, foreign)
    assert not log_path(reviewer.out).exists()


def test_the_second_window_hears_of_the_first_and_nothing_is_lost(reviewer: Reviewer) -> None:
    row = reviewer.row("chat")
    reviewer.decide(row, "edit", plain="The cat sleeps.")
    answer = reviewer.decide(row, "edit", 409, plain="The cat is asleep.")
    (conflict,) = answer["error"]["conflicts"]
    assert conflict["row"]["target_plain"] == "The cat sleeps."
    assert conflict["yours"] == ["The cat is asleep."]
    saved = reviewer.decide(conflict["row"], "edit", plain="The cat is asleep.")["saved"][0]["row"]
    assert saved["target_plain"] == "The cat is asleep."
    assert len(read_log(log_path(reviewer.out)).decisions) == 2


def test_what_another_program_appends_to_the_log_is_seen(reviewer: Reviewer) -> None:
    row = reviewer.row("chat")
    reviewer.decide(row, "edit", plain="The cat sleeps.")
    path = log_path(reviewer.out)
    line = json.loads(path.read_text(encoding="utf-8"))
    line |= {"time": "2099-01-01T00:00:00.000000Z", "author": "Abel", "target": {"text": "Pussy sleeps."}}
    with path.open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    assert reviewer.row("chat")["target_plain"] == "Pussy sleeps."
    reviewer.decide(reviewer.row("chat"), "edit", plain="Later.")
    assert read_log(path).decisions[-1].target.text == "Later."


def test_undo_and_redo_append_and_work_by_unit_by_group_and_for_the_last(reviewer: Reviewer) -> None:
    row = reviewer.row("chat")
    reviewer.decide(row, "edit", plain="One.")
    reviewer.decide(reviewer.row("chat"), "edit", plain="Two.")
    undone = reviewer.post("/api/undo", {"id": row["id"]})["saved"][0]["row"]
    assert undone["target_plain"] == "One."
    assert reviewer.post("/api/undo", {})["saved"][0]["row"]["verdict"] is None
    assert reviewer.post("/api/undo", {})["saved"] == []
    assert reviewer.post("/api/redo", {"id": row["id"]})["saved"][0]["row"]["target_plain"] == "One."
    assert reviewer.post("/api/redo", {"id": row["id"]})["saved"][0]["row"]["target_plain"] == "Two."
    wishes = [{"id": number, "verdict": "accept"} for number in (3, 5)]
    reviewer.post("/api/decisions", {"decisions": wishes, "group": "both"})
    assert reviewer.get("/api/units", filter="human")["total"] == 3
    assert len(reviewer.post("/api/undo", {"group": "both"})["saved"]) == 2
    assert reviewer.get("/api/units", filter="human")["total"] == 1
    assert len(reviewer.post("/api/redo", {"group": "both"})["saved"]) == 2
    history = reviewer.get(f"/api/units/{row['id']}")["history"]
    assert len(history) == 6
    assert len(read_log(log_path(reviewer.out)).decisions) == 12


def test_decisions_are_written_into_documents_and_corpora(reviewer: Reviewer) -> None:
    reviewer.decide(reviewer.row("bateau"), "edit", plain="The {1}boat{/1} leaves the quay at 8.")
    reviewer.decide(reviewer.row("chat"), "reject")
    assert reviewer.post("/api/write", {}, 202)["writing"] is not None
    while reviewer.get("/api/write")["writing"]:
        pass
    assert reviewer.get("/api/write")["last"]["ok"] is True
    assert "The *boat* leaves the quay at 8." in (reviewer.out / "a.en.md").read_text(encoding="utf-8")
    assert "The &" not in (reviewer.out / "a.tmx").read_text(encoding="utf-8")
    row = reviewer.row("boat")
    assert (row["verdict"], row["origin"], row["target_plain"]) == (
        "edit",
        "human",
        "The {1}boat{/1} leaves the quay at 8.",
    )
    assert reviewer.get(f"/api/units/{row['id']}")["machine_plain"].startswith("Le {1}bateau")
    assert reviewer.get("/api/documents")["to_write"] is False
    assert reviewer.post("/api/undo", {"id": row["id"]})["saved"][0]["row"]["target_plain"].startswith("Le {1}bateau")


def test_the_preview_has_the_targets_by_block(reviewer: Reviewer) -> None:
    reviewer.decide(reviewer.row("bateau"), "edit", plain="The {1}boat{/1} leaves.")
    blocks = reviewer.get("/api/preview", doc=0)["blocks"]
    assert [part["plain"] for part in blocks[1]["parts"]] == ["The {1}boat{/1} leaves.", "Oui."]
    assert reviewer.client.get("/api/preview", params={"doc": 9}).status_code == 404


def test_the_concordance_has_units_with_marks_whatever_their_accents(reviewer: Reviewer) -> None:
    (hit,) = reviewer.get("/api/concordance", q="QUAI A", **{"in": "source"})["hits"]
    start, end = hit["marks"]["source"][0]
    assert hit["source"][start:end] == "quai à"
    assert reviewer.get("/api/concordance", q=" ") == {"hits": [], "more": False}


def test_an_orphan_is_listed(tmp_path: Path) -> None:
    out = make(tmp_path)
    with opened_review(out, PORT, author="Zoé") as review:
        row = next(
            entry for number in range(1, 9) if (entry := review.desk.entry(number)) and "chat" in entry.unit.source.text
        )
        from translate.serve.review.deciding import Wish, decide

        decide(review.desk, [Wish(row.id, "accept")])
    make(tmp_path, {"a.md": "# Le port\n", "b/c.txt": "Le chien dort.\n"}, ECHO)
    with opened_review(out, PORT) as review:
        assert [one.source.text for one in review.desk.orphans] == ["Le chat dort."]


def test_a_folder_is_reviewed_once_at_a_time(out: Path) -> None:
    with opened_review(out, PORT), pytest.raises(LockedError, match="another run"), opened_review(out, PORT):
        pass


def test_a_second_review_leaves_the_index_of_the_first_alone(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened_review(out, PORT):
        monkeypatch.setattr(app, "Desk", None)
        with pytest.raises(LockedError), opened_review(out, PORT):
            pass


@pytest.mark.parametrize("data", [b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 5000, b"", b"x"])
def test_an_index_that_is_none_is_made_again_and_no_journal_of_another_is_believed(out: Path, data: bytes) -> None:
    folder = out / ".bitexte"
    (folder / "review.sqlite").write_bytes(data)
    (folder / "review.sqlite-journal").write_bytes(b"garbage" * 300)
    with opened_review(out, PORT) as review:
        assert len(review.desk.documents) == 2


def test_an_index_for_which_there_is_no_room_is_an_error_in_words(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_SCHEMA", f"PRAGMA max_page_count = 2;{index._SCHEMA}")
    with pytest.raises(OutputError, match=r"full\. Free some space"), opened_review(out, PORT):
        pass


def test_a_decision_that_is_on_the_disk_stands_though_the_index_had_no_room_for_it(reviewer: Reviewer) -> None:
    row, execute = reviewer.row("marins"), reviewer.desk.connection.execute
    (pages,) = execute("PRAGMA page_count").fetchone()
    execute(f"PRAGMA max_page_count = {pages}")
    long = "There are 12 sailors. " * 2000
    answer = reviewer.decide(row, "edit", plain=long)
    assert answer["saved"][0]["row"]["verdict"] == "edit"
    assert read_log(log_path(reviewer.out)).decisions[-1].target.text.strip() == long.strip()
    execute("PRAGMA max_page_count = 1000000")
    assert reviewer.get("/api/units", filter="edited")["total"] == 1
    assert [one["id"] for one in reviewer.get("/api/units", q="sailors")["rows"]] == [row["id"]]


def test_a_damaged_index_is_made_again(out: Path) -> None:
    def listed() -> list[str]:
        with opened_review(out, PORT) as review:
            client = TestClient(review.app, base_url=BASE, raise_server_exceptions=True)
            client.get("/", params={"code": review.secrets.code})
            return [row["source_plain"] for row in client.get("/api/units", params={"q": ""}).json()["rows"]]

    texts, path, size = listed(), own_folder(out) / index.INDEX, 4096
    whole = path.read_bytes()
    for start in range(0, len(whole), size):
        for garbage in (b"\xff" * size, b"\0" * size):
            path.write_bytes(whole[:start] + garbage + whole[start + size :])
            assert listed() == texts, f"page {start // size}"


@pytest.mark.parametrize("taken", ["lock", "files"])
def test_a_folder_that_is_taken_away_while_it_is_written_is_said_and_the_page_goes_on(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch, taken: str
) -> None:
    others: list[Journal] = []

    def write(*_: object) -> list[object]:
        if taken == "lock":
            others.append(Journal(reviewer.out))
        else:
            for path in reviewer.out.rglob("*.*"):
                if path.is_file() and ".bitexte" not in path.parts:
                    path.unlink()
        return []

    monkeypatch.setattr(writing, "write_again", write)
    reviewer.decide(reviewer.row("marins"), "accept")
    reviewer.post("/api/write", {}, 202)
    while (state := reviewer.get("/api/write"))["writing"]:
        time.sleep(0.01)
    assert not state["last"]["ok"]
    assert ("another run" if taken == "lock" else "nothing to review") in state["last"]["message"]
    assert reviewer.row("marins")["verdict"] == "accept"
    if taken == "lock":
        others.pop().close()
        reviewer.post("/api/write", {}, 202)
        while reviewer.get("/api/write")["writing"]:
            time.sleep(0.01)
        others.pop().close()


def test_a_folder_without_corpora_cannot_be_reviewed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to review"), opened_review(tmp_path, PORT):
        pass
    assert not list(tmp_path.iterdir())
    with pytest.raises(UsageError, match="no such folder"), opened_review(tmp_path / "none", PORT):
        pass


def test_the_interface_speaks_the_language_that_the_browser_prefers(reviewer: Reviewer) -> None:
    answer = reviewer.client.get("/api/interface", headers={"Accept-Language": "de, fr-CA;q=0.8"}).json()
    assert answer["language"] == "fr"
    assert reviewer.get("/api/interface", language="en")["strings"].keys() == answer["strings"].keys()
