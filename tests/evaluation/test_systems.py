"""A model is run over a test set and timed; what cannot be run or judged says what to give."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.config import EngineConfig
from translate.errors import FormatError, ModelError, UnknownNameError, UsageError
from translate.evaluation import System, TestSet, evaluate
from translate.evaluation.systems import ModelRun, run_model
from translate.evaluation.testsets import is_table, read_pair, read_test_set
from translate.formats import Header
from translate.report.evaluation import format_page

TEST = TestSet("set", ("Un deux.", "Trois."), ("One two.", "Three."))


def test_an_engine_without_a_model_is_judged_by_its_name() -> None:
    system = run_model(EngineConfig(name="echo"), TEST)
    assert system.hypotheses == TEST.sources
    assert system.name == "echo beam 4"
    assert system.run is not None
    assert (system.run.model, system.run.source_words) == ("echo", 3)
    assert system.run.seconds >= 0


def test_a_model_is_named_with_its_digest_and_the_way_it_ran() -> None:
    system = run_model(EngineConfig(beam=1, threads=1), TestSet("set", ("La séance est ouverte.",), ("x",)))
    assert system.name.startswith("fr-en@") and system.name.endswith(" beam 1")
    assert system.run is not None
    assert system.run.engine == "ctranslate2 int8 beam 1"
    assert system.run.words_per_second == pytest.approx(4 / system.run.seconds)
    assert "sitting" in system.hypotheses[0]


def test_what_a_model_needs_is_asked_for() -> None:
    with pytest.raises(UsageError, match=r"refs: to run a model, the test set needs sources; give --source too"):
        run_model(EngineConfig(name="echo"), TestSet("refs", None, ("One.",)))
    with pytest.raises(UnknownNameError, match="babel"):
        run_model(EngineConfig(name="babel"), TEST)
    with pytest.raises(ModelError, match="Unknown model 'nowhere'"):
        run_model(EngineConfig(model="nowhere"), TEST)


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (ModelRun("m", "fast", 2.0, 500, 1234.4), "250 words/s, 1,234 MB; fast"),
        (ModelRun("m", "fast", 0.0, 500, None), "0 words/s; fast"),
        (None, ""),
    ],
)
def test_the_page_says_how_fast_a_model_was_where_that_was_measured(run: ModelRun | None, expected: str) -> None:
    page = format_page(evaluate(TEST, [System("s", ("One two.", ""), run)], ["bleu"], samples=0))
    note = "; ".join(part for part in (expected, "1 empty hypotheses") if part)
    assert f"<td class=who>{note}</td>" in page


def test_a_difference_is_coloured_where_it_is_significant_and_by_what_is_better() -> None:
    references = tuple(f"The committee adopted report number {n} on Tuesday." for n in range(40))
    bad = tuple(f"Committee has {n} adopt the report." for n in range(40))
    page = format_page(
        evaluate(TestSet("s", None, references), [System("bad", bad), System("good", references)], samples=100)
    )
    assert page.count('<span class="who good">') == 3  # for TER lower is better
    assert page.count("(lower is better)") == 1
    turned = format_page(
        evaluate(TestSet("s", None, references), [System("good", references), System("bad", bad)], samples=100)
    )
    assert turned.count('<span class="who bad">') == 3


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Un.\tOne.\n\tTwo.\n", r"m\.tsv: unit 2 \('.*'\) has an empty source; delete it"),
        ("Un.\t \n", r"has an empty target"),
    ],
)
def test_a_test_set_with_an_empty_side_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read_test_set(put(tmp_path / "m.tsv", text), Header("fr", "en"))


def test_a_memory_without_the_languages_is_no_test_set(tmp_path: Path) -> None:
    text = '<tmx version="1.4"><header srclang="fr" segtype="sentence" datatype="plaintext"/><body></body></tmx>'
    with pytest.raises(FormatError, match=r"has no unit in fr and en; give the languages of the file"):
        read_test_set(put(tmp_path / "m.tmx", text), Header("fr", "en"))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.tsv", "source\treference\tours\n", True),
        ("a.tsv", "reference", True),
        ("a.tsv", "source\ttarget\n", False),
        ("a.tsv", "", False),
        ("a.txt", "source\treference\n", False),
    ],
)
def test_a_table_of_systems_is_known_by_its_first_line(tmp_path: Path, name: str, text: str, expected: bool) -> None:
    assert is_table(put(tmp_path / name, text)) is expected


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"none\.en.*No such file"):
        read_pair(tmp_path / "none.en")
