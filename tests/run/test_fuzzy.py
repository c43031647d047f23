"""Fuzzy matches in the corridor: what could be put right is a draft, what could not goes along as a suggestion."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from translate.config import Config, EngineConfig, MemoryConfig, OutputConfig
from translate.data import Bitext, Origin, State, TranslationUnit, Variant
from translate.documents import Source
from translate.errors import UsageError
from translate.formats import Header, read_bitext, write_bitext
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings
from translate.memory.matches import Kind, LookupSettings, Match, Query
from translate.run import memories
from translate.run.fuzzy import lead_of
from translate.run.memories import opened_look_up
from translate.run.run import run

MEMORY = (
    "La caisse contient 8 verres.\tThe crate holds 8 glasses.\n"
    "Le vieux chat dort sous la grande table.\tThe old cat sleeps under the big table.\n"
    "Ouvrez la fen\u00eatre.\tOpen the window.\n"
)
TEXT = (
    "La caisse contient 24 verres.\n\nLe vieux chien dort sous la grande table.\n\nOuvrez la fen\u00eatre.\n\n"
    "OUVREZ LA FEN\u00caTRE.\n\nTout autre chose, et bien plus longue."
)
ECHO = Config(engine=EngineConfig(name="echo"), output=OutputConfig(("json",)))


def translated(folder: Path, out: str = "out", **memory: Any) -> list[dict[str, Any]]:
    """Return the units of a run with a memory."""
    (folder / "memory.tsv").write_text(MEMORY, encoding="utf-8")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    config = replace(ECHO, memory=MemoryConfig(files=(str(folder / "memory.tsv"),), **memory))
    report = run([Source(folder / "a.txt", "a.txt", "text")], folder / out, config)
    assert not report.failed
    units = json.loads((folder / out / "a.json").read_text(encoding="utf-8"))["units"]
    rejected = folder / out / "a.rejected.json"
    more = json.loads(rejected.read_text(encoding="utf-8"))["units"] if rejected.exists() else []
    order = {text: place for place, text in enumerate(TEXT.split("\n\n"))}
    return sorted(units + more, key=lambda unit: order[unit["source"]["text"]])


def test_a_match_that_was_put_right_is_a_draft_of_the_memory(tmp_path: Path) -> None:
    unit = translated(tmp_path, fuzzy=75)[0]
    assert unit["target"]["text"] == "The crate holds 24 glasses."
    assert (unit["origin"], unit["state"]) == ("memory", "draft")
    assert ["x-match", "99"] in unit["properties"]
    assert [(edit["old"], edit["new"]) for edit in unit["edits"]] == [("8", "24")]


def test_another_match_goes_along_with_the_translation(tmp_path: Path) -> None:
    unit = translated(tmp_path, fuzzy=75)[1]
    assert unit["origin"] == "machine"
    (suggestion,) = unit["suggestions"]
    assert suggestion == {
        "source": "Le vieux chat dort sous la grande table.",
        "target": "The old cat sleeps under the big table.",
        "percentage": 93,
        "memory": "memory.tsv",
    }


def test_an_exact_match_is_final_and_one_in_other_capitals_a_draft(tmp_path: Path) -> None:
    exact, shouted = translated(tmp_path, fuzzy=75)[2:4]
    assert (exact["target"]["text"], exact.get("state"), exact["origin"]) == ("Open the window.", None, "memory")
    assert (shouted["target"]["text"], shouted["state"]) == ("OPEN THE WINDOW.", "draft")


def test_any_match_may_be_taken_as_a_draft(tmp_path: Path) -> None:
    unit = translated(tmp_path, fuzzy=75, fuzzy_as="draft")[1]
    assert unit["target"]["text"] == "The old cat sleeps under the big table."
    assert (unit["origin"], unit["state"]) == ("memory", "draft")
    assert ["x-match", "93"] in unit["properties"]


def test_repair_can_be_switched_off(tmp_path: Path) -> None:
    unit = translated(tmp_path, fuzzy=75, repair=False)[0]
    assert unit["origin"] == "machine"
    assert unit["suggestions"][0]["target"] == "The crate holds 8 glasses."


def test_without_fuzzy_only_exact_matches_count(tmp_path: Path) -> None:
    units = translated(tmp_path)
    assert [unit["origin"] for unit in units] == ["machine", "machine", "memory", "machine", "machine"]
    assert not any("suggestions" in unit or "properties" in unit for unit in units)


def test_a_run_without_fuzzy_after_one_with_it_is_as_if_there_had_been_none(tmp_path: Path) -> None:
    plain = translated(tmp_path, "plain")
    translated(tmp_path, "both", fuzzy=75)
    assert translated(tmp_path, "both") == plain


def test_fuzzy_matches_need_a_memory(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oui.", encoding="utf-8")
    config = replace(ECHO, memory=MemoryConfig(fuzzy=75))
    with pytest.raises(UsageError, match="fuzzy matches need a memory; give one with --memory"):
        run([Source(tmp_path / "a.txt", "a.txt", "text")], tmp_path / "out", config)


@pytest.mark.parametrize(
    ("settings", "message"),
    [({"fuzzy": 101}, "fuzzy = 101; expected 0 to 100"), ({"fuzzy_as": "final"}, "Unknown way to use fuzzy matches")],
)
def test_settings_that_do_not_exist_are_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        MemoryConfig(**settings)


def test_several_files_are_one_memory(tmp_path: Path) -> None:
    for number, line in enumerate(MEMORY.splitlines()):
        (tmp_path / f"{number}.tsv").write_text(f"{line}\n", encoding="utf-8")
    files = [tmp_path / f"{number}.tsv" for number in range(3)]
    with opened_look_up(files, tmp_path, Header("fr", "en"), LookupSettings(threshold=60)) as look_up:
        assert look_up is not None
        found = [matches[0].kind for matches in look_up([Query(line.split("\t")[0]) for line in MEMORY.splitlines()])]
    assert found == [Kind.EXACT] * 3
    assert not list(tmp_path.glob("*.tmdb"))


def test_exact_matches_of_memories_and_files_are_taken_newest_first(tmp_path: Path) -> None:
    memory, file = tmp_path / "a.tmdb", tmp_path / "a.jsonl"
    sides = Variant("fr", "Ouvrez le sac."), Variant("en", "Open the bag.")
    old = TranslationUnit("1", *sides, Origin.HUMAN, properties=(("tu@changedate", "20150101T000000Z"),))
    new = replace(old, target=Variant("en", "Open your bag."), properties=(("tu@changedate", "20250101T000000Z"),))
    with MemoryFile.open_or_create(memory, "fr", "en") as opened:
        opened.take([new], ImportSettings(), lambda unit, why: None)
    write_bitext(Bitext("fr", "en", (old,), ""), tmp_path / "a", "jsonl")
    (tmp_path / "a.txt").write_text("Ouvrez le sac.", encoding="utf-8")
    for files in ((file, memory), (memory, file), (memory,)):
        config = replace(ECHO, memory=MemoryConfig(files=tuple(map(str, files))))
        out = tmp_path / "-".join(path.suffix for path in files)
        run([Source(tmp_path / "a.txt", "a.txt", "text")], out, config)
        (unit,) = read_bitext(out / "a.json").units
        assert (unit.target.text, unit.origin) == ("Open your bag.", "memory")


def match_of(source: str, target: str, percentage: int) -> Match:
    unit = TranslationUnit("1", Variant("fr", source), Variant("en", target), Origin.HUMAN)
    return Match(unit, 1, percentage, Kind.FUZZY, 0, 0)


@pytest.mark.parametrize(
    ("source", "target", "text", "lead"),
    [
        (
            "Le chat dort sur le lit ce soir.",
            "The cat sleeps on the bed tonight.",
            "Le chat dort sur le lit hier.",
            "The cat sleeps on ",
        ),
        ("Le chat dort.", "The cat sleeps.", "Un chat dort.", None),
        ("Le chat dort sur le lit.", "The cat sleeps on the bed.", "Le chien dort sur le lit.", None),
    ],
)
def test_a_match_leads_as_far_as_the_sources_begin_alike(source: str, target: str, text: str, lead: str | None) -> None:
    found = lead_of(text, match_of(source, target, 80))
    assert (found.target if found else None) == lead


def test_several_processes_find_what_one_finds_in_several_memories(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memories, "MANY", 3)
    monkeypatch.setattr(memories, "_BATCH", 2)
    files = [tmp_path / "a.tsv", tmp_path / "b.tmdb"]
    files[0].write_text(MEMORY, encoding="utf-8")
    with MemoryFile.open_or_create(files[1], "fr", "en") as opened:
        sides = Variant("fr", "Ouvrez le sac."), Variant("en", "Open the bag.")
        opened.take([TranslationUnit("1", *sides, Origin.HUMAN)], ImportSettings(), lambda unit, why: None)
    asked = [Query(line.split("\t")[0]) for line in MEMORY.splitlines()] + [Query("Ouvrez ce sac."), Query("Rien.")]
    found = []
    for processes in (1, 2):
        with opened_look_up(
            files, tmp_path, Header("fr", "en"), LookupSettings(threshold=60), processes=processes
        ) as look_up:
            assert look_up is not None
            found.append([list(matches) for matches in look_up(iter(asked))])
    assert found[0] == found[1]
    assert [matches[0].kind for matches in found[0][:3]] == [Kind.EXACT] * 3
    assert (found[0][3][0].unit.target.text, found[0][4]) == ("Open the bag.", [])


@pytest.mark.parametrize(
    ("folder", "fuzzy", "taken"),
    [
        ("tm", 0, [(None, ())]),
        ("penalty-20", 0, []),
        ("penalty-20", 75, [(State.DRAFT, (("x-match", "80"),))]),
        ("penalty-30", 75, []),
    ],
)
def test_a_match_from_a_folder_with_a_penalty_is_a_draft_at_best(
    tmp_path: Path, folder: str, fuzzy: int, taken: list[tuple[State | None, tuple[tuple[str, str], ...]]]
) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "old.tsv").write_text(MEMORY, encoding="utf-8")
    (tmp_path / "a.txt").write_text(MEMORY.partition("\t")[0], encoding="utf-8")
    config = replace(ECHO, memory=MemoryConfig((str(tmp_path / folder / "old.tsv"),), fuzzy=fuzzy))
    run([Source(tmp_path / "a.txt", "a.txt", "text")], tmp_path / "out", config)
    units = read_bitext(tmp_path / "out" / "a.json").units
    found = [(unit.state, unit.properties) for unit in units if unit.origin is Origin.MEMORY]
    assert found == taken


@pytest.mark.parametrize("apart", [False, True])
def test_the_same_text_with_a_penalty_is_a_draft_whatever_lies_before_it(tmp_path: Path, apart: bool) -> None:
    same = "Les vingt pages du vieux cahier bleu de Jeanne sont toutes blanches."
    good = "The twenty pages of the old blue notebook of Jeanne are all white."
    words = ("livre", "carnet", "registre", "bulletin")
    others = [(same.replace("cahier", word), good.replace("notebook", word)) for word in words]
    for penalty, pairs in ((20, [(same, good)]), (0, others)):
        units = [TranslationUnit(s, Variant("fr", s), Variant("en", t), Origin.HUMAN) for s, t in pairs]
        path = tmp_path / (f"{penalty}.tmdb" if apart else "one.tmdb")
        with MemoryFile.open_or_create(path, "fr", "en") as opened:
            opened.take(units, ImportSettings(penalty), lambda unit, why: None)
    (tmp_path / "a.txt").write_text(same, encoding="utf-8")
    files = tuple(map(str, sorted(tmp_path.glob("*.tmdb"))))
    run([Source(tmp_path / "a.txt", "a.txt", "text")], tmp_path / "out", replace(ECHO, memory=MemoryConfig(files, 75)))
    (unit,) = read_bitext(tmp_path / "out" / "a.json").units
    assert (unit.target.text, unit.state) == (good, State.DRAFT)
    assert ("x-match", "80") in unit.properties
    assert [one.percentage for one in unit.suggestions] == [95, 95, 80]
