"""Outputs of documents that are gone are found and removed, but for what somebody has edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.run.test_run import ECHO, document
from translate.run.orphans import find_orphans, remove_orphans
from translate.run.run import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sources = [document(tmp_path, name, f"Ceci est {name}.") for name in ("a.txt", "b.txt")]
    run(sources, tmp_path / "out", ECHO)
    return tmp_path


def names(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir() if path.is_file())


def test_a_document_that_is_there_leaves_no_orphan_even_where_a_run_does_not_name_it(folder: Path) -> None:
    assert find_orphans(folder / "out") == ()


def test_the_outputs_of_a_document_that_is_gone_are_found_and_removed(folder: Path) -> None:
    before = names(folder / "out")
    (folder / "a.txt").unlink()
    (orphan,) = find_orphans(folder / "out")
    assert (orphan.name, orphan.source, orphan.edited) == ("a.txt", folder / "a.txt", ())
    assert {path.name for path in orphan.outputs} == {name for name in before if name.startswith("a.")}
    removed = remove_orphans(folder / "out", [orphan])
    assert sorted(path.name for path in removed) == [name for name in before if name.startswith("a.")]
    assert names(folder / "out") == [name for name in before if name.startswith("b.")]
    assert find_orphans(folder / "out") == ()


def test_what_somebody_has_edited_stays_and_is_named_again(folder: Path) -> None:
    (folder / "a.txt").unlink()
    edited = folder / "out" / "a.en.txt"
    edited.write_text("Mine.\n", encoding="utf-8")
    (orphan,) = find_orphans(folder / "out")
    assert orphan.edited == (edited,)
    remove_orphans(folder / "out", [orphan])
    assert [name for name in names(folder / "out") if name.startswith("a.")] == ["a.en.txt"]
    (again,) = find_orphans(folder / "out")
    assert (again.outputs, again.edited) == ((), (edited,))


def test_a_folder_that_bitexte_never_wrote_to_has_none(tmp_path: Path) -> None:
    assert find_orphans(tmp_path) == ()
