"""What did not change from one version of a document to the next comes back as it was; a list says what changed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.aligning.previous import Change, Joining, changes_between, read_previous
from translate.config import AlignmentConfig, CheckConfig, Config, EngineConfig, MemoryConfig, OutputConfig
from translate.data import CodeKind, InlineCode
from translate.documents import Source
from translate.errors import DocumentError
from translate.formats import read_bitext
from translate.run.run import run
from translate.segmentation import load_segmenter

OLD = (
    "# Le four \u00e0 pain\n\n"
    "Allumez le **petit bois** d\u2019abord. Fermez ensuite la porte du four.\n\n"
    "Attendez une heure. La pierre doit \u00eatre tr\u00e8s chaude.\n\n"
    "Le pain cuit pendant 40 minutes.\n"
)
TRANSLATION = (
    "# The bread oven\n\n"
    "Light the **kindling** to begin with. Then shut the oven door.\n\n"
    "Wait for an hour, until the stone is very hot.\n\n"
    "The bread bakes for 40 minutes.\n"
)
NEW = OLD.replace("40 minutes", "45 minutes") + "\nLaissez refroidir le pain sur une grille.\n"
CONFIG = Config(
    engine=EngineConfig(name="echo"),
    alignment=AlignmentConfig(scorer="none"),
    output=OutputConfig(("json",)),
    checks=CheckConfig(disabled=("untranslated", "copied", "target_language")),
)


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, Path, Path]:
    paths = tmp_path / "old.md", tmp_path / "old.en.md", tmp_path / "new.md"
    for path, text in zip(paths, (OLD, TRANSLATION, NEW), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_unchanged_paragraphs_come_back_as_they_were(versions: tuple[Path, Path, Path], tmp_path: Path) -> None:
    old, translation, new = versions
    previous = read_previous(old, translation, CONFIG)
    memory = previous.write(tmp_path, CONFIG)
    config = replace(CONFIG, memory=MemoryConfig(files=(str(memory),), fuzzy=75))
    source = Source(new, new.name, "markdown")
    report = run([source], tmp_path / "out", config, segmenting=lambda one: Joining(one, previous.joined))
    assert not report.failed
    made = (tmp_path / "out" / "new.en.md").read_text(encoding="utf-8")
    assert made == TRANSLATION.replace("40", "45") + "\nLaissez refroidir le pain sur une grille.\n"
    units = list(read_bitext(tmp_path / "out" / "new.json").units)
    assert [(unit.origin, unit.standing) for unit in units][-2:] == [("memory", "draft"), ("machine", "draft")]


def test_segments_that_have_one_translation_stay_together(versions: tuple[Path, Path, Path]) -> None:
    previous = read_previous(*versions[:2], CONFIG)
    whole = "Attendez une heure. La pierre doit \u00eatre tr\u00e8s chaude."
    assert previous.joined == {whole}
    segmenter = Joining(load_segmenter("fr"), previous.joined)
    text = f"Reposez-vous. {whole} Enfournez."
    assert [segment.text for segment in segmenter.segment(text)] == ["Reposez-vous.", whole, "Enfournez."]
    assert all(text[one.start : one.end] == one.text for one in segmenter.segment(text))


def test_a_joined_segment_has_its_codes() -> None:
    text = "Un mot. Deux mots. Fin."
    codes = (
        InlineCode(3, 3, CodeKind.START, 1),
        InlineCode(12, 12, CodeKind.END, 1),
        InlineCode(19, 19, CodeKind.START, 2),
        InlineCode(22, 22, CodeKind.END, 2),
    )
    segmenter = Joining(load_segmenter("fr"), frozenset({"Un mot. Deux mots."}))
    first, second = segmenter.segment(text, codes)
    assert [(code.start, code.pair) for code in first.codes] == [(3, 1), (12, 1)]
    assert [code.start for code in second.codes] == [0, 3]


def test_the_units_of_two_versions_keep_the_codes_of_the_source(versions: tuple[Path, Path, Path]) -> None:
    (unit,) = (unit for unit in read_previous(*versions[:2], CONFIG).units if unit.source.codes)
    assert [code.id for code in unit.target.codes] == [code.id for code in unit.source.codes]


def test_each_paragraph_is_unchanged_changed_new_or_removed() -> None:
    old = ["Un", "Le chat dort sur le lit.", "Trois", "Quatre"]
    new = ["Un", "Le chien dort sur le lit.", "Tout \u00e0 fait autre chose ici !", "Quatre"]
    assert changes_between(old, new) == [
        Change("unchanged", "Un", "Un", 100),
        Change("changed", old[1], new[1], 91),
        Change("new", "", new[2]),
        Change("removed", "Trois", ""),
        Change("unchanged", "Quatre", "Quatre", 100),
    ]


def test_a_paragraph_that_moved_is_neither_new_nor_removed() -> None:
    old = ["Un", "Deux", "La s\u00e9ance est lev\u00e9e \u00e0 10 h.", "Quatre", "Cinq", "Un"]
    new = ["Un", "Cinq", "Quatre", "La s\u00e9ance est lev\u00e9e \u00e0 11 h.", "Deux", "Deux", "Un"]
    found = changes_between(old, new)
    assert [change.new for change in found if change.new] == new
    assert Counter(change.kind for change in found) == {"unchanged": 3, "moved": 2, "changed": 1, "new": 1}
    assert Change("changed", old[2], new[3], 92) in found


@given(st.lists(st.sampled_from(["Un", "Deux", "Trois mots ici", "Trois mots l\u00e0"]), max_size=7).flatmap(
    lambda old: st.tuples(st.just(old), st.permutations(old))
))  # fmt: skip
def test_what_only_moved_is_unchanged_or_moved(versions: tuple[list[str], list[str]]) -> None:
    old, new = versions
    assert {change.kind for change in changes_between(old, new)} <= {"unchanged", "moved"}


@given(*[st.lists(st.sampled_from(["Un", "Deux", "Trois mots ici", "Trois mots l\u00e0"]), max_size=7)] * 2)
def test_each_paragraph_is_listed_once(old: list[str], new: list[str]) -> None:
    found = changes_between(old, new)
    assert [change.new for change in found if change.kind != "removed"] == new
    assert Counter(change.old for change in found if change.kind != "new") == Counter(old)


def test_an_old_version_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"old\.md: no such file"):
        read_previous(tmp_path / "old.md", tmp_path / "old.en.md", CONFIG)
