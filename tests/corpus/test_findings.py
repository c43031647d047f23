"""What checks found, as JSON, TSV and SARIF: each says the same, and each can be read whatever stands in a unit."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import PLAIN
from translate.checks import CHECKS, CORPUS_CHECKS
from translate.corpus.findings import UNREADABLE, Finding, JsonSink, SarifSink, TsvSink, open_sinks
from translate.data import Issue, Severity, Variant
from translate.formats.fields import unescape

LOST = Issue("numbers", Severity.ERROR, "The number 3 is lost.", 1.0)
FOUND = Finding(Path("tm/à b.tmx"), 7, LOST, PLAIN)
BROKEN = Finding(Path("x.tsv"), None, Issue(UNREADABLE, Severity.ERROR, "not UTF-8."), content="a\tb\n\udce9")
SUMMARY: dict[str, object] = {"units": 2, "by_check": {"numbers": 1}}
TEXT = st.text(st.characters() | st.sampled_from('\t\n\r\\"\ud800\u2028'), max_size=15)


def json_of(*findings: Finding) -> dict[str, Any]:
    file = io.StringIO()
    sink = JsonSink(file)
    for finding in findings:
        sink.write(finding)
    sink.finish(SUMMARY)
    value: dict[str, Any] = json.loads(file.getvalue())
    return value


def table_of(*findings: Finding) -> list[dict[str, str]]:
    file = io.StringIO()
    sink = TsvSink(file)
    for finding in findings:
        sink.write(finding)
    sink.finish(SUMMARY)
    head, *lines = [line.split("\t") for line in file.getvalue().removesuffix("\n").split("\n")]
    return [dict(zip(head, map(unescape, line), strict=True)) for line in lines]


def sarif_of(*findings: Finding) -> dict[str, Any]:
    file = io.StringIO()
    sink = SarifSink(file)
    for finding in findings:
        sink.write(finding)
    sink.finish(SUMMARY)
    value: dict[str, Any] = json.loads(file.getvalue())
    (run,) = value["runs"]
    assert value["version"] == "2.1.0"
    return dict(run)


def test_json_is_an_object_with_results_and_summary() -> None:
    assert json_of(FOUND) == {
        "results": [
            {
                "file": "tm/à b.tmx",
                "line": 7,
                "unit": "2",
                "check": "numbers",
                "severity": "error",
                "message": "The number 3 is lost.",
                "value": 1.0,
                "source": "Deux.",
                "target": "Two.",
                "fingerprint": FOUND.fingerprint,
            }
        ],
        **SUMMARY,
    }
    assert json_of()["results"] == []
    assert len(json_of(FOUND, BROKEN, FOUND)["results"]) == 3


def test_a_table_has_a_row_a_finding_and_no_summary() -> None:
    assert table_of(FOUND, BROKEN) == [
        {
            "file": "tm/à b.tmx", "line": "7", "unit": "2", "severity": "error", "check": "numbers", "value": "1.0",
            "message": "The number 3 is lost.", "source": "Deux.", "target": "Two.", "fingerprint": FOUND.fingerprint,
        },
        {
            "file": "x.tsv", "line": "", "unit": "", "severity": "error", "check": "unreadable", "value": "",
            "message": "not UTF-8.", "source": "a\tb\n\\udce9", "target": "", "fingerprint": BROKEN.fingerprint,
        },
    ]  # fmt: skip
    assert table_of() == []


def test_sarif_has_rules_places_and_levels() -> None:
    run = sarif_of(FOUND, BROKEN)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [*CHECKS, *CORPUS_CHECKS, UNREADABLE]
    first, second = run["results"]
    assert (first["ruleId"], first["level"]) == ("numbers", "error")
    assert first["message"]["text"] == "The number 3 is lost.\nDeux.\nTwo."
    (location,) = first["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "tm/%C3%A0%20b.tmx"},
        "region": {"startLine": 7},
    }
    assert location["logicalLocations"] == [{"name": "2", "kind": "resource"}]
    assert second["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "x.tsv"}}}]
    assert second["message"]["text"] == "not UTF-8."
    assert run["properties"] == SUMMARY


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.INFO, "note"), (Severity.WARNING, "warning"), (Severity.ERROR, "error")]
)
def test_each_severity_is_a_level_of_sarif(severity: Severity, level: str) -> None:
    (result,) = sarif_of(replace(FOUND, issue=replace(LOST, severity=severity)))["results"]
    assert result["level"] == level


@given(source=TEXT, target=TEXT, message=TEXT, name=TEXT)
def test_any_text_can_be_read_from_each_form(source: str, target: str, message: str, name: str) -> None:
    unit = replace(PLAIN, name=name, source=Variant("fr", source), target=Variant("en", target))
    finding = Finding(Path("x.tmx"), 1, replace(LOST, message=message), unit)

    def shown(text: str) -> str:
        return text.encode("utf-8", "backslashreplace").decode()

    (result,) = json_of(finding)["results"]
    texts = {"source": source, "target": target, "message": message, "unit": name}
    assert {key: shown(result[key]) for key in texts} == {key: shown(text) for key, text in texts.items()}
    (row,) = table_of(finding)
    assert {key: row[key] for key in texts} == {key: shown(text) for key, text in texts.items()}
    (logged,) = sarif_of(finding)["results"]
    assert shown(logged["message"]["text"]) == shown(f"{message}\n{source}\n{target}")


def test_a_fingerprint_goes_by_check_and_texts_alone() -> None:
    moved = replace(FOUND, path=Path("other.tmx"), line=9, unit=replace(PLAIN, name="other", score=3.0))
    reworded = replace(FOUND, issue=replace(LOST, message="Lost: 3.", severity=Severity.WARNING, value=None))
    assert moved.fingerprint == reworded.fingerprint == FOUND.fingerprint
    other = replace(PLAIN, target=Variant("en", "Two!"))
    different = [replace(FOUND, unit=other), replace(FOUND, issue=replace(LOST, check="names")), BROKEN]
    assert len({found.fingerprint for found in [FOUND, *different]}) == 4
    assert len(FOUND.fingerprint) == 16


def test_forms_are_written_at_once_with_the_summary_as_it_is_at_the_end(tmp_path: Path) -> None:
    summary: dict[str, object] = {"units": 0}
    standard = io.StringIO()
    paths = {"json": tmp_path / "a.json", "tsv": Path("-"), "sarif": tmp_path / "a.sarif"}
    with open_sinks(paths, summary, standard) as sinks:
        for sink in sinks:
            sink.write(FOUND)
        summary["units"] = 5
        assert list(tmp_path.glob("a.*")) == []
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["units"] == 5
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["properties"] == {"units": 5}
    assert len(standard.getvalue().splitlines()) == 2


def test_a_check_that_is_interrupted_leaves_the_report_of_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("before")
    with pytest.raises(KeyboardInterrupt), open_sinks({"json": tmp_path / "a.json"}, {}, io.StringIO()) as sinks:
        sinks[0].write(FOUND)
        raise KeyboardInterrupt
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.json": "before"}
