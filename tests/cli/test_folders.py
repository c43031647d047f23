"""Folders as people have them: files of all kinds in, the same folders with translations out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.engines.rotate import turn

TEXT = "Le pain est cuit.\n"
BY_LANGUAGE = ("--name", "{lang}/{stem}{suffix}", "--copy-others")
TRANSLATE = ("translate", "site", "--engine", "rotate")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with documents and a picture."""
    for name in ("a.txt", "sub/b.md"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(TEXT)
    (tmp_path / "site/sub/logo.png").write_bytes(b"\x89PNG")
    return tmp_path


def made(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, without bilingual ones and what a run keeps."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".tmx", ".json"))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(files)
        if not path.relative_to(folder).as_posix().startswith(".bitexte")
    }


def test_a_folder_by_language_has_all_that_the_folder_has(site: Path, run_in: RunIn) -> None:
    assert run_in(site, *TRANSLATE, "--out", "out", *BY_LANGUAGE).code == 0
    turned = turn(TEXT).encode()
    assert made(site / "out") == {"en/a.txt": turned, "en/sub/b.md": turned, "en/sub/logo.png": b"\x89PNG"}


def test_a_second_run_finds_everything_up_to_date(site: Path, run_in: RunIn) -> None:
    run_in(site, *TRANSLATE, "--out", "out", *BY_LANGUAGE)
    before = made(site / "out")
    again = run_in(site, *TRANSLATE, "--out", "out", *BY_LANGUAGE)
    assert (again.code, again.output.count("unchanged"), made(site / "out")) == (0, 2, before)


def test_another_pattern_writes_the_translations_again(site: Path, run_in: RunIn) -> None:
    run_in(site, *TRANSLATE, "--out", "out")
    again = run_in(site, *TRANSLATE, "--out", "out", "--name", "{stem}_{lang}{suffix}")
    assert "0 segments translated" in again.output
    assert set(made(site / "out")) == {"a.en.txt", "a_en.txt", "sub/b.en.md", "sub/b_en.md"}


def test_without_the_switch_other_files_are_told_and_not_copied(site: Path, run_in: RunIn) -> None:
    ran = run_in(site, *TRANSLATE, "--out", "out")
    assert "Skipped" in ran.error and "logo.png" in ran.error
    assert set(made(site / "out")) == {"a.en.txt", "sub/b.en.md"}


def test_an_output_folder_within_the_folder_is_not_copied_into_itself(site: Path, run_in: RunIn) -> None:
    for _ in range(2):
        assert run_in(site / "site", "translate", ".", "--engine", "rotate", *BY_LANGUAGE).code == 0
    assert set(made(site / "site/aligned")) == {"en/a.txt", "en/sub/b.md", "en/sub/logo.png"}


def test_copies_in_the_folder_itself_are_not_copied_again(site: Path, run_in: RunIn) -> None:
    for _ in range(2):
        assert run_in(site, *TRANSLATE, "--out", "site", *BY_LANGUAGE).code == 0
    assert {name for name in made(site / "site") if name.endswith(".png")} == {"sub/logo.png", "en/sub/logo.png"}


def test_a_file_of_somebody_else_is_not_replaced_by_a_copy(site: Path, run_in: RunIn) -> None:
    (site / "out/en/sub").mkdir(parents=True)
    (site / "out/en/sub/logo.png").write_bytes(b"mine")
    ran = run_in(site, *TRANSLATE, "--out", "out", *BY_LANGUAGE)
    assert ran.code == 1 and "not written by bitexte" in ran.error
    assert (site / "out/en/sub/logo.png").read_bytes() == b"mine"
    assert run_in(site, *TRANSLATE, "--out", "out", *BY_LANGUAGE, "--overwrite").code == 0
    assert (site / "out/en/sub/logo.png").read_bytes() == b"\x89PNG"


def test_a_translation_never_takes_the_place_of_a_document(site: Path, run_in: RunIn) -> None:
    ran = run_in(site, *TRANSLATE, "--out", "site", "--name", "{stem}{suffix}", "--overwrite")
    assert (ran.code, (site / "site/a.txt").read_text()) == (2, TEXT)
    assert "would be written to" in ran.error


def test_segments_and_counts_are_of_the_files_that_are_chosen(site: Path, run_in: RunIn) -> None:
    (site / "site/a.txt").write_text("Une phrase de plus.\n")
    assert run_in(site, "segment", "site", "--skip-files", "sub/").output == "Une phrase de plus.\n"
    assert run_in(site, "analyse", "site", "--only-files", "*.md").output == run_in(site, "analyse", "site/sub").output
