"""Decisions find their units again, in documents that grew, by models that changed; and are never applied by guess."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from translate.config import Config, EngineConfig, OutputConfig
from translate.data import CodeKind, Decision, InlineCode, Passage, Ruling
from translate.documents import Source
from translate.formats import read_bitext
from translate.run.decisions import append, log_path
from translate.run.record import recorded
from translate.run.run import RunReport, run
from translate.run.settling import settle
from translate.text.naming import unit_name

ECHO = Config(engine=EngineConfig(name="echo"), output=OutputConfig(("tmx", "json")))
TIME = "2026-11-29T08:00:00.000000Z"
ROTATE = replace(ECHO, engine=EngineConfig(name="rotate"))


def decide(texts: Sequence[str], number: int, target: str, **changes: object) -> Decision:
    """Return a decision on a unit of a document that is all of `texts`."""
    text = texts[number]
    decision = Decision(
        unit=unit_name("a.txt", text, texts[: number + 1].count(text)),
        document="a.txt",
        source=Passage(text),
        before=texts[number - 1] if number else None,
        after=texts[number + 1] if number + 1 < len(texts) else None,
        ruling=Ruling.EDIT,
        target=Passage(target),
        machine=Passage(text),
        author="Zoé",
        time=f"2026-11-29T08:00:00.{number:06}Z",
    )
    return replace(decision, **changes)  # type: ignore[arg-type]


def settled(texts: Sequence[str], *decisions: Decision) -> dict[int, str]:
    found = settle("a.txt", [Passage(text) for text in texts], decisions)
    return {number: decision.target.text for number, decision in found.standing.items()}


ABC = ("Le chat dort.", "Oui.", "Il pleut.", "Oui.", "Fin.")


def test_a_decision_stands_where_it_was_made() -> None:
    assert settled(ABC, decide(ABC, 1, "one"), decide(ABC, 3, "three")) == {1: "one", 3: "three"}


def test_a_repeated_source_is_told_by_its_neighbours_when_the_document_grows() -> None:
    grown = ("Oui.", "Bonjour.", *ABC)
    assert settled(grown, decide(ABC, 1, "one"), decide(ABC, 3, "three")) == {3: "one", 5: "three"}


def test_one_neighbour_is_enough_for_a_source_that_moved() -> None:
    grown = ("Oui.", "Autre.", "Le chat dort.", "Oui.", "Encore.", "Oui.", "Fin.")
    assert settled(grown, decide(ABC, 1, "one"), decide(ABC, 3, "three")) == {3: "one", 5: "three"}


def test_a_source_with_other_neighbours_is_found_by_its_name() -> None:
    assert settled(("X.", "Il pleut.", "Y."), decide(ABC, 2, "rain")) == {1: "rain"}


def test_a_changed_source_makes_an_orphan_that_is_listed() -> None:
    found = settle("a.txt", [Passage("Le chien dort."), Passage("Oui.")], [decide(ABC, 0, "cat")])
    assert found.standing == {}
    assert [decision.target.text for decision in found.orphans] == ["cat"]
    assert "1 decision finds its unit no more" in found.remarks[0]


def test_a_place_that_could_be_two_is_none() -> None:
    twice = ("A.", "Oui.", "B.", "X.", "A.", "Oui.", "B.")
    one = decide(("A.", "Oui.", "B."), 1, "yes", unit="gone-9")
    assert settled(twice, one) == {}
    assert len(settle("a.txt", [Passage(text) for text in twice], [one]).orphans) == 1


def test_the_latest_decision_on_a_unit_counts_and_one_that_reopens_takes_it_back() -> None:
    first, second = decide(ABC, 2, "first"), decide(ABC, 2, "second", time="2026-11-29T09:00:00.000000Z")
    reopened = replace(second, ruling=Ruling.REOPEN, time="2026-11-29T10:00:00.000000Z")
    assert settled(ABC, first, second) == {2: "second"}
    assert settled(ABC, first, second, reopened) == {}


def test_a_newer_decision_overrules_one_of_another_name_and_the_old_goes_nowhere_else() -> None:
    grown = ("Oui.", *ABC)
    old = decide(ABC, 1, "old")
    new = decide(grown, 2, "new", time="2026-11-29T09:00:00.000000Z")
    assert settled(grown, old, new) == {2: "new"}


def test_a_newcomer_that_takes_a_name_does_not_take_the_decision_of_its_owner() -> None:
    grown = ("Oui.", *ABC)
    own = decide(grown, 0, "newcomer", time="2026-11-29T09:00:00.000000Z")
    assert own.unit == decide(ABC, 1, "").unit
    assert settled(grown, decide(ABC, 1, "owner"), own) == {0: "newcomer", 2: "owner"}


def test_a_source_whose_codes_changed_is_another_source() -> None:
    codes = (InlineCode(0, 2, CodeKind.ISOLATED),)
    found = settle("a.txt", [Passage("Il pleut.", codes)], [decide(ABC, 2, "rain")])
    assert found.standing == {}
    assert len(found.orphans) == 1


def test_a_source_is_known_whatever_ids_a_format_gave_its_codes() -> None:
    text = "Il **pleut**."
    told, made = (
        (InlineCode(3, 5, CodeKind.START, pair, "bold", own), InlineCode(10, 12, CodeKind.END, pair, "bold", own))
        for pair, own in ((3, ""), (1, "1"))
    )
    target = Passage("It **rains**.", made)
    decision = replace(decide([text], 0, ""), source=Passage(text, made), target=target)
    found = settle("a.txt", [Passage(text, told)], [decision])
    assert found.orphans == ()
    assert found.standing[0].target == Passage("It **rains**.", tuple(replace(code, id="") for code in made))


@pytest.mark.parametrize("format_", ["tmx", "xliff", "xliff2"])
def test_a_correction_of_a_unit_with_codes_stands_where_it_was_made_on_another_format_than_json(
    tmp_path: Path, format_: str
) -> None:
    (tmp_path / "a.md").write_text("Le **chat** dort sur `x`.\n", encoding="utf-8")
    source, out = Source(tmp_path / "a.md", "a.md", "markdown"), tmp_path / "out"
    config = replace(ROTATE, output=OutputConfig((format_,)))
    go(source, out, config)
    (made,) = (path for path in out.iterdir() if path.suffix in (".tmx", ".xlf", ".xliff"))
    (unit,) = read_bitext(made).units
    old, made_of = (Passage(side.text, side.codes) for side in (unit.source, unit.target))
    new = Passage(old.text.replace("dort", "dorm"), made_of.codes)
    append(log_path(out), [Decision(unit.name, "a.md", old, None, None, Ruling.EDIT, new, made_of, "Zoé", TIME)])
    assert not any("decision" in notice for notice in go(source, out, config).documents[0].notices)
    assert (out / "a.en.md").read_text(encoding="utf-8") == "Le **chat** dorm sur `x`.\n"


def test_decisions_on_another_document_are_none_of_ours() -> None:
    assert settled(ABC, decide(ABC, 2, "rain", document="b.txt")) == {2: "rain"}  # the caller chooses the document


def write(folder: Path, texts: Sequence[str]) -> Source:
    (folder / "a.txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    return Source(folder / "a.txt", "a.txt", "text")


def units(out: Path) -> dict[str, dict[str, object]]:
    found = json.loads((out / "a.json").read_text(encoding="utf-8"))["units"]
    return {unit["source"]["text"]: unit for unit in found}


def rejected(out: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((out / "a.rejected.json").read_text(encoding="utf-8"))["units"]
    return found


def go(source: Source, out: Path, config: Config) -> RunReport:
    report = run([source], out, config)
    assert not report.failed
    return report


FIFTY = [f"La phrase numéro {number} parle du port." for number in range(60)]


def test_fifty_decisions_survive_another_beam_another_model_and_a_grown_document(tmp_path: Path) -> None:
    source, out = write(tmp_path, FIFTY), tmp_path / "out"
    go(source, out, ECHO)
    decisions = [decide(FIFTY, number, f"Sentence {number} is about the harbour.") for number in range(50)]
    append(log_path(out), decisions)
    wanted = {decision.source.text: decision.target.text for decision in decisions}
    for config in (ECHO, replace(ECHO, engine=replace(ECHO.engine, beam=2)), ROTATE):
        assert go(source, out, config).documents[0].status == "translated"
        found = units(out)
        assert {text: found[text]["target"]["text"] for text in wanted} == wanted  # type: ignore[index]
        assert {found[text]["origin"] for text in wanted} == {"human"}
        assert {found[text]["state"] for text in wanted} == {"approved"}
    grown = ["Un début.", *FIFTY[:20], "Une phrase du milieu.", *FIFTY[20:], "Une fin."]
    grown[5] = grown[5].replace("port", "navire")
    report = go(write(tmp_path, grown), out, ROTATE)
    found = units(out)
    kept = {text: target for text, target in wanted.items() if text in grown}
    assert len(kept) == 49
    assert {text: found[text]["target"]["text"] for text in kept} == kept  # type: ignore[index]
    assert "1 decision finds its unit no more" in report.documents[0].notices[-1]
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    assert go(source, out, ROTATE).documents[0].status == "unchanged"
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before
    assert before["a.en.txt"].decode().count(" is about the harbour.") == 49
    tmx = before["a.tmx"].decode()
    assert tmx.count('changeid="Zoé"') == 49
    assert 'changedate="20261129T080000Z"' in tmx


def test_only_documents_with_new_decisions_are_written_again(tmp_path: Path) -> None:
    one, out = write(tmp_path, ABC), tmp_path / "out"
    (tmp_path / "b.txt").write_text("Le port est calme.\n", encoding="utf-8")
    two = Source(tmp_path / "b.txt", "b.txt", "text")
    run([one, two], out, ECHO)
    append(log_path(out), [decide(ABC, 2, "It rains.")])
    assert [document.status for document in run([one, two], out, ECHO).documents] == ["translated", "unchanged"]


def test_what_was_rejected_shows_the_source_and_leaves_the_corpora(tmp_path: Path) -> None:
    source, out = write(tmp_path, ABC), tmp_path / "out"
    append(log_path(out), [decide(ABC, 2, "", ruling=Ruling.REJECT)])
    report = go(source, out, ROTATE)
    assert report.refused == 1
    assert "Il pleut." not in units(out)
    assert "Il pleut." in (out / "a.en.txt").read_text(encoding="utf-8")
    refused = [unit for unit in rejected(out) if unit["source"]["text"] == "Il pleut."]  # type: ignore[index]
    assert refused[0]["issues"][0]["message"] == "Rejected by a reviewer."  # type: ignore[index]


@pytest.mark.parametrize(("dismissed", "severity"), [((), "error"), (("numbers",), "info")])
def test_a_decision_is_never_refused_and_a_dismissed_issue_weighs_nothing(
    tmp_path: Path, dismissed: tuple[str, ...], severity: str
) -> None:
    texts = ["Il y a 12 bateaux."]
    source, out = write(tmp_path, texts), tmp_path / "out"
    append(log_path(out), [decide(texts, 0, "There are 13 boats.", dismissed=dismissed, comment="compté")])
    assert go(source, out, ECHO).refused == 0
    unit = units(out)[texts[0]]
    found = {issue["severity"] for issue in unit["issues"] if issue["check"] == "numbers"}  # type: ignore[attr-defined]
    assert found == {severity}
    assert unit["notes"] == [{"text": "compté", "author": "Zoé", "about": "target"}]


def test_a_decision_comes_before_what_the_memory_has(tmp_path: Path) -> None:
    source, out = write(tmp_path, ABC), tmp_path / "out"
    (tmp_path / "m.tsv").write_text("source\ttarget\nIl pleut.\tIt pours.\n", encoding="utf-8")
    config = replace(ECHO, memory=replace(ECHO.memory, files=(str(tmp_path / "m.tsv"),)))
    go(source, out, config)
    assert units(out)["Il pleut."]["target"]["text"] == "It pours."  # type: ignore[index]
    append(log_path(out), [decide(ABC, 2, "It rains.")])
    go(source, out, config)
    assert units(out)["Il pleut."]["target"]["text"] == "It rains."  # type: ignore[index]


def test_a_folder_knows_what_it_was_made_of(tmp_path: Path) -> None:
    source, out = write(tmp_path, ABC), tmp_path / "out"
    go(source, out, ROTATE)
    (found,) = recorded(out)
    assert found.sources == (source,)
    assert found.config == ROTATE
