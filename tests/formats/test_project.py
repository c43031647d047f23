"""Projects of OmegaT: what goes where, and what is refused. `test_omegat.py` opens them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import CARRIED, FULL, HEADER, PLAIN
from translate.data import Issue, Origin, Severity, State, TranslationUnit
from translate.errors import FormatError, OutputError, UsageError
from translate.formats import Header, read_bitext
from translate.formats.omegat import Project, add_document, find_project, folder_of, open_project, write_project

MACHINE = replace(PLAIN, origin=Origin.MACHINE)
WARNED = replace(FULL, origin=Origin.MACHINE, state=None)
SRX = (
    '<srx><body><languagerules><languagerule languagerulename="F"><rule><beforebreak>x</beforebreak></rule>'
    '</languagerule></languagerules><maprules><languagemap languagepattern="fr.*" languagerulename="F"/></maprules>'
    "</body></srx>"
)
NOTICE = (Issue("spacing", Severity.INFO, "x"),)


@pytest.mark.parametrize(
    ("unit", "folder"),
    [
        (replace(PLAIN, state=State.APPROVED), "auto"),
        (replace(PLAIN, state=State.REVIEWED), "auto"),
        (PLAIN, "."),
        (CARRIED, "."),
        (replace(PLAIN, origin=Origin.MEMORY), "."),
        (replace(PLAIN, state=State.DRAFT), "mt/penalty-30"),
        (replace(MACHINE, score=80.0, issues=NOTICE), "mt/penalty-10"),
        (replace(MACHINE, score=79.9), "mt/penalty-20"),
        (replace(MACHINE, score=49.9), "mt/penalty-30"),
        (WARNED, "mt/penalty-30"),
        (MACHINE, "mt/penalty-30"),
    ],
)
def test_a_unit_goes_where_it_belongs(unit: TranslationUnit, folder: str) -> None:
    assert folder_of(unit) == folder


def test_machine_output_is_filled_in_where_one_asks_for_it() -> None:
    assert folder_of(replace(MACHINE, score=70.0), auto_score=70) == "auto"
    assert folder_of(replace(MACHINE, score=69.0), auto_score=70) == "mt/penalty-20"
    assert folder_of(WARNED, auto_score=0) == "mt/penalty-30", "a check warns of it"


def write(folder: Path, units: list[TranslationUnit], header: Header = HEADER) -> list[str]:
    project = open_project(folder, header)
    with write_project(project, "letter") as writer:
        for unit in units:
            writer.write(unit)
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.tmx"))


def test_a_new_run_leaves_nothing_of_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "p" / "tm" / "auto").mkdir(parents=True)
    (tmp_path / "p" / "omegat.project").write_text(settings())
    (tmp_path / "p" / "tm" / "penalty-20").mkdir()
    (tmp_path / "p" / "tm" / "penalty-20" / "letter.tmx").write_text("of another tool")
    assert write(tmp_path / "p", [PLAIN, MACHINE]) == [
        "tm/letter.tmx", "tm/mt/penalty-30/letter.tmx", "tm/penalty-20/letter.tmx",
    ]  # fmt: skip
    assert write(tmp_path / "p", [PLAIN]) == ["tm/letter.tmx", "tm/penalty-20/letter.tmx"]


def settings(source: str = "FR-CA", target: str = "en", tm: str = "__DEFAULT__") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<omegat>\n<project version="1.0">'
        f"<tm_dir>{tm}</tm_dir><source_lang>{source}</source_lang><target_lang>{target}</target_lang></project></omegat>"
    )


def test_an_old_project_has_its_say_on_languages_and_folders(tmp_path: Path) -> None:
    (tmp_path / "omegat.project").write_text(settings(tm="my/memories/"))
    assert write(tmp_path, [PLAIN]) == ["my/memories/letter.tmx"]
    content = (tmp_path / "my" / "memories" / "letter.tmx").read_text(encoding="utf-8")
    assert 'srclang="fr-CA"' in content
    assert [unit.target.text for unit in read_bitext(tmp_path / "my/memories/letter.tmx").units] == ["Two."]


def test_other_languages_are_refused(tmp_path: Path) -> None:
    (tmp_path / "omegat.project").write_text(settings("de"))
    with pytest.raises(UsageError, match="the project is from de to en; the units are fr to en"):
        open_project(tmp_path, HEADER)


@pytest.mark.parametrize("content", ["", "<omegat><project>", "text"])
def test_broken_settings_are_said(content: str, tmp_path: Path) -> None:
    (tmp_path / "omegat.project").write_text(content)
    with pytest.raises(FormatError, match="cannot be read as an OmegaT project"):
        open_project(tmp_path, HEADER)


def test_a_folder_of_something_else_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("")
    with pytest.raises(UsageError, match=r"has no omegat\.project, and is not empty"):
        open_project(tmp_path, HEADER)


def test_a_document_is_copied_once(tmp_path: Path) -> None:
    project = open_project(tmp_path / "p", HEADER)
    (tmp_path / "a.txt").write_text("Un.")
    assert add_document(project, tmp_path / "a.txt")
    (tmp_path / "p" / "source" / "a.txt").write_text("Changed.")
    assert not add_document(project, tmp_path / "a.txt")
    assert (tmp_path / "p" / "source" / "a.txt").read_text() == "Changed."


def test_an_empty_folder_becomes_a_project_in_these_languages(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    project = open_project(tmp_path / "p", Header("fr-CA", "en-US"))
    assert project == Project(tmp_path / "p" / "tm", tmp_path / "p" / "source", Header("fr-CA", "en-US"))
    assert (tmp_path / "p" / "source").is_dir()
    assert open_project(tmp_path / "p", Header("fr-CA", "en-US")) == project
    assert not (tmp_path / "p" / "omegat" / "segmentation.conf").exists()


def test_a_project_that_is_made_has_our_rules_where_they_are_given(tmp_path: Path) -> None:
    open_project(tmp_path / "p", HEADER, SRX)
    rules = (tmp_path / "p" / "omegat" / "segmentation.conf").read_text(encoding="utf-8")
    assert "<string>fr.*</string>" in rules


def test_nothing_is_asked_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert find_project(tmp_path / "p", HEADER) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("source", "target", "header"),
    [
        ("fr", "en", Header("fr-FR", "en-GB")),
        ("FR_fr", "EN", Header("fr", "en")),
        ("fr-CA", "en-US", Header("fr", "en")),
    ],
)
def test_regions_and_their_spelling_make_no_other_language(
    source: str, target: str, header: Header, tmp_path: Path
) -> None:
    (tmp_path / "omegat.project").write_text(settings(source, target))
    found = find_project(tmp_path, header)
    assert found is not None
    assert found.memories == tmp_path / "tm"


def test_a_file_in_place_of_the_folder_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "p").write_text("")
    with pytest.raises(UsageError, match=r"p: has no omegat\.project, and is not empty"):
        open_project(tmp_path / "p", HEADER)


def test_a_run_that_fails_leaves_the_memories_of_the_one_before(tmp_path: Path) -> None:
    write(tmp_path / "p", [PLAIN, MACHINE])
    before = {path: path.read_bytes() for path in (tmp_path / "p" / "tm").rglob("*") if path.is_file()}
    project = open_project(tmp_path / "p", HEADER)
    with pytest.raises(KeyboardInterrupt), write_project(project, "letter") as writer:
        writer.write(replace(PLAIN, name="new"))
        raise KeyboardInterrupt
    assert {path: path.read_bytes() for path in (tmp_path / "p" / "tm").rglob("*") if path.is_file()} == before


def test_units_are_counted_by_folder(tmp_path: Path) -> None:
    project = open_project(tmp_path / "p", HEADER)
    with write_project(project, "letter", auto_score=90.0) as writer:
        for score in (95.0, 90.0, 89.9, 50.0, 49.0):
            writer.write(replace(MACHINE, name=str(score), score=score))
    assert writer.counts == {"auto": 2, "mt/penalty-10": 1, "mt/penalty-20": 1, "mt/penalty-30": 1}


def test_a_document_that_cannot_be_copied_is_said(tmp_path: Path) -> None:
    project = open_project(tmp_path / "p", HEADER)
    with pytest.raises(OutputError, match=r"a\.txt: cannot be written: No such file or directory"):
        add_document(project, tmp_path / "a.txt")
