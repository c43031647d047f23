"""A run is resumable, deterministic, and loses nothing."""

from __future__ import annotations

import gc
import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from translate.checks import CHECKS
from translate.config import Config, DocumentConfig, EngineConfig, OutputConfig
from translate.data import Hypothesis, Passage
from translate.documents import Source, find_sources
from translate.errors import EngineError, UsageError
from translate.executors.collecting import COLLECTION_OBJECTS
from translate.run import asking
from translate.run import opened as opened_module
from translate.run.run import RunReport, run

ROOT = Path(__file__).parents[2]
ECHO = Config(
    engine=EngineConfig(name="echo"), output=OutputConfig(("tmx", "json", "tsv", "moses")), documents=DocumentConfig()
)
FAST = Config(engine=EngineConfig(beam=1), output=OutputConfig(("tmx", "json", "tsv", "moses")))


def files(folder: Path) -> dict[str, bytes]:
    """Return the outputs below a folder, but not the journal."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".bitexte" not in path.parts
    }


def seeds() -> Sequence[Source]:
    return find_sources([str(ROOT / "seeds")]).sources


def document(folder: Path, name: str, text: str) -> Source:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Source(path, name, "text")


def go(sources: Sequence[Source], out: Path, config: Config = FAST) -> RunReport:
    return run(sources, out, config)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunReport]:
    """A folder into which the seeds have been translated, and the report of that run."""
    out = tmp_path_factory.mktemp("first")
    return out, go(seeds(), out)


def test_a_second_run_changes_no_byte_and_translates_nothing(first: tuple[Path, RunReport]) -> None:
    out, report = first
    before = files(out)
    second = go(seeds(), out)
    assert report.translated_segments > 30
    assert second.translated_segments == 0
    assert {d.status for d in second.documents} == {"unchanged"}
    assert [d.counts for d in second.documents] == [d.counts for d in report.documents]
    assert files(out) == before


@pytest.mark.parametrize(
    "change",
    [{"batch_pieces": 60}, {"threads": 1}],
)
def test_batches_and_threads_change_no_byte(
    first: tuple[Path, RunReport], tmp_path: Path, change: dict[str, int]
) -> None:
    go(seeds(), tmp_path, replace(FAST, engine=replace(FAST.engine, **change)))
    assert files(first[0]) == files(tmp_path)


def test_the_order_of_documents_and_the_window_change_no_byte(
    first: tuple[Path, RunReport], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "WINDOW_SEGMENTS", 7)
    go(list(reversed(seeds())), tmp_path)
    assert files(first[0]) == files(tmp_path)


def test_a_changed_document_redoes_its_changed_segments_alone(tmp_path: Path) -> None:
    source = document(tmp_path, "a.txt", "La séance est ouverte.\nLe rapport est adopté.\n")
    go([source], tmp_path / "out")
    document(tmp_path, "a.txt", "La séance est ouverte.\nLe rapport est rejeté.\n")
    assert go([source], tmp_path / "out").translated_segments == 1


def test_an_output_that_is_missing_is_written_again(tmp_path: Path) -> None:
    source = document(tmp_path, "a.txt", "La séance est ouverte.\n")
    go([source], tmp_path / "out")
    before = files(tmp_path / "out")
    (tmp_path / "out" / "a.tmx").unlink()
    report = go([source], tmp_path / "out")
    assert (report.documents[0].status, report.translated_segments) == ("translated", 0)
    assert files(tmp_path / "out") == before


def test_identical_segments_are_translated_once(tmp_path: Path) -> None:
    report = go([document(tmp_path, "a.txt", "La séance est levée.\n" * 50)], tmp_path / "out")
    assert (report.translated_segments, report.documents[0].counts.units) == (1, 50)


def test_one_bad_document_does_not_stop_the_others(tmp_path: Path) -> None:
    good = document(tmp_path, "good.txt", "La séance est ouverte.\n")
    bad = document(tmp_path, "bad.txt", "")
    report = go([bad, good], tmp_path / "out")
    assert [d.status for d in report.documents] == ["failed", "translated"]
    assert report.documents[0].message == f"{bad.path}: is empty."
    assert not list((tmp_path / "out").glob("bad*"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (" \n\t\n", "has no text"),
        (
            "The minutes of the meeting were approved and they have been sent to all of the members.\n",
            "seems to be in 'en'",
        ),
    ],
)
def test_a_document_with_nothing_to_translate_fails(tmp_path: Path, text: str, message: str) -> None:
    report = go([document(tmp_path, "a.txt", text)], tmp_path / "out", ECHO)
    assert message in str(report.documents[0].message)


def test_another_language_passes_where_it_is_asked_for(tmp_path: Path) -> None:
    config = replace(ECHO, documents=DocumentConfig(verify_language=False))
    source = document(tmp_path, "a.txt", "The minutes of the meeting were approved and they have been sent.\n")
    assert go([source], tmp_path / "out", config).documents[0].status == "translated"


def test_a_language_of_a_region_is_the_language(tmp_path: Path) -> None:
    source = document(tmp_path, "a.txt", "La séance est ouverte et nous avons lu les pages qui sont dans le dossier.\n")
    config = replace(ECHO, source_language="fr-CA")
    assert go([source], tmp_path / "out", config).documents[0].status == "translated"


def test_refused_units_go_to_the_rejected_file_with_reasons(tmp_path: Path) -> None:
    source = document(tmp_path, "a.txt", "La séance est ouverte à tous les membres du conseil.\n***\n")
    report = go([source], tmp_path / "out", ECHO)
    rejected = json.loads((tmp_path / "out" / "a.rejected.json").read_text(encoding="utf-8"))
    assert report.refused == 1
    assert [issue["check"] for issue in rejected["units"][0]["issues"]] != []
    kept = json.loads((tmp_path / "out" / "a.json").read_text(encoding="utf-8"))
    assert [unit["source"]["text"] for unit in kept["units"]] == ["***"]


def test_a_rejected_file_goes_when_nothing_is_refused_any_more(tmp_path: Path) -> None:
    source = document(tmp_path, "a.txt", "La séance est ouverte à tous les membres du conseil.\n")
    go([source], tmp_path / "out", ECHO)
    assert (tmp_path / "out" / "a.rejected.json").exists()
    go([document(tmp_path, "a.txt", "***\n")], tmp_path / "out", ECHO)
    assert not (tmp_path / "out" / "a.rejected.json").exists()


def test_a_segmented_document_keeps_its_lines_in_moses(tmp_path: Path) -> None:
    lines = ["La séance est ouverte.", "", "***", "Le rapport, présenté hier, est adopté ; merci.", ""]
    source = replace(document(tmp_path, "n.fr", "\n".join(lines) + "\n"), kind="segments")
    for config in (FAST, ECHO):
        go([source], tmp_path / "out", config)
        assert (tmp_path / "out" / "n.fr").read_text(encoding="utf-8").splitlines() == lines
        targets = (tmp_path / "out" / "n.en").read_text(encoding="utf-8").splitlines()
        assert [bool(line) for line in targets] == [bool(line) for line in lines]
        assert (tmp_path / "out" / "n.en.txt").read_text(encoding="utf-8").splitlines() == targets


def test_documents_that_differ_in_their_ending_alone_keep_it(tmp_path: Path) -> None:
    sources = [document(tmp_path, "a.txt", "Oui.\n"), replace(document(tmp_path, "a.md", "Oui.\n"), kind="markdown")]
    go(sources, tmp_path / "out", replace(FAST, output=OutputConfig(("tmx",))))
    assert {"a.txt.tmx", "a.md.tmx", "a.en.txt", "a.en.md"} <= files(tmp_path / "out").keys()


def test_two_documents_never_write_one_file(tmp_path: Path) -> None:
    one = document(tmp_path / "x", "a.txt", "Oui.\n")
    other = document(tmp_path / "y", "a.txt", "Non.\n")
    with pytest.raises(UsageError, match="would both write"):
        go([one, other], tmp_path / "out")


def test_folders_below_the_input_are_kept(tmp_path: Path) -> None:
    go([document(tmp_path, "x/y/a.txt", "Oui.\n")], tmp_path / "out")
    assert (tmp_path / "out" / "x" / "y" / "a.tmx").is_file()


def test_an_engine_that_loses_a_segment_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Lossy:
        signature = "lossy"

        def iter_translate(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
            yield {passages[0]: Hypothesis("x", 0.0)}

    monkeypatch.setattr(opened_module, "load_translator", lambda tools: Lossy())
    with pytest.raises(EngineError, match="returned nothing for 1 segments"):
        go([document(tmp_path, "a.txt", "Oui.\nNon.\n")], tmp_path / "out")


def test_a_run_that_breaks_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = document(tmp_path, "a.txt", "Oui.\nNon.\n")
    with monkeypatch.context() as patch:
        patch.setattr("translate.run.corridor.check", lambda *arguments: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            go([source], tmp_path / "out")
    assert files(tmp_path / "out") == {}
    assert go([source], tmp_path / "out").translated_segments == 0


@pytest.mark.slow
def test_a_run_that_is_killed_ends_with_the_same_bytes(tmp_path: Path) -> None:
    """Five kills at random moments; the benchmark makes twenty."""
    sentences = [f"Le rapport numéro {number} a été adopté par le conseil." for number in range(150)]
    source = document(tmp_path, "long.txt", "\n".join(sentences))
    command = [sys.executable, "-m", "translate", "translate", str(source.path), "--beam", "1", "--batch-pieces", "64"]
    go([source], tmp_path / "whole", replace(FAST, output=OutputConfig(("tmx", "json"))))
    chance = random.Random(7)
    out = tmp_path / "killed"
    for _ in range(5):
        process = subprocess.Popen([*command, "--out", str(out)], stdout=subprocess.DEVNULL, start_new_session=True)
        time.sleep(chance.uniform(0.1, 1.6))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    subprocess.run([*command, "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
    assert files(out) == files(tmp_path / "whole")


def test_a_name_that_a_terminal_would_obey_is_told_on_one_line(tmp_path: Path) -> None:
    english = "The keeper of the house is in the garden with the dogs and the cats of the village."
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "La maison est dans le jardin.\n")
        archive.writestr("b\x1b[2J\n.txt", english)
    (notice,) = go(find_sources([str(tmp_path / "a.zip")]).sources, tmp_path / "out", ECHO).documents[0].notices
    assert notice == r"b\x1b[2J .txt: kept as it is: seems to be in 'en', not 'fr'"


def test_characters_that_xml_forbids_are_mended_and_told(tmp_path: Path) -> None:
    source = document(tmp_path, "a.txt", "La séance\u0001 est ouverte.\n")
    config = replace(ECHO, checks=replace(ECHO.checks, disabled=tuple(CHECKS)))
    report = go([source], tmp_path / "out", config)
    assert any("a.tmx" in notice and "fixed" in notice for notice in report.documents[0].notices)
    assert go([source], tmp_path / "out", config).documents[0].notices == report.documents[0].notices


def test_a_run_leaves_the_collector_as_it_was(tmp_path: Path) -> None:
    seen: list[int] = []
    before = gc.get_threshold()

    class Watching:
        def start(self, characters: int) -> None:
            seen.append(gc.get_threshold()[0])

        def advance(self, characters: int) -> None: ...
        def skip(self, characters: int) -> None: ...

    run([document(tmp_path, "a.txt", "Oui.")], tmp_path / "out", ECHO, progress=Watching())
    assert seen == [COLLECTION_OBJECTS]
    assert gc.get_threshold() == before
