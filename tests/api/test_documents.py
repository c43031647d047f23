"""Documents are translated as the command does, and the report says what became of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate import Config, DocumentError, EngineConfig, OutputConfig, UsageError, translate_documents
from translate.cli import main

ECHO = Config(engine=EngineConfig(name="echo"), output=OutputConfig(("tmx", "json")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("Il dort. Elle lit.\n", encoding="utf-8")
    (tmp_path / "in" / "sub" / "b.md").write_text("# Titre\n\nLe chat dort.\n", encoding="utf-8")
    (tmp_path / "in" / "image.png").write_bytes(b"\x89PNG")
    return tmp_path


def outputs(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and ".bitexte" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_it_writes_what_the_command_writes(folder: Path) -> None:
    report = translate_documents(folder / "in", folder / "python", config=ECHO)
    line = ["translate", str(folder / "in"), "--out", str(folder / "command"), "--engine", "echo", "--quiet"]
    assert main(line) == 0
    assert outputs(folder / "python") == outputs(folder / "command")
    assert [document.name for document in report.documents] == ["a.txt", "sub/b.md"]
    assert report.failed == ()


def test_paths_are_one_or_several_and_again_is_unchanged(folder: Path) -> None:
    one = translate_documents(str(folder / "in" / "a.txt"), str(folder / "out"), config=ECHO)
    assert [document.status for document in one.documents] == ["translated"]
    two = translate_documents([folder / "in" / "a.txt", folder / "in" / "sub"], folder / "out", config=ECHO)
    assert [document.status for document in two.documents] == ["unchanged", "translated"]


def test_what_an_earlier_run_wrote_is_no_document(folder: Path) -> None:
    for _ in range(2):
        report = translate_documents(folder / "in", folder / "in", config=ECHO)
        assert [document.name for document in report.documents] == ["a.txt", "sub/b.md"]


def test_a_document_that_cannot_be_read_is_reported_and_the_others_go_on(folder: Path) -> None:
    (folder / "in" / "bad.txt").write_bytes(b"Bonjour\0")
    report = translate_documents(folder / "in", folder / "out", config=ECHO)
    assert [document.name for document in report.failed] == ["bad.txt"]
    assert (folder / "out" / "a.tmx").is_file()


def test_progress_is_told_in_characters(folder: Path) -> None:
    class Watch:
        total = done = 0

        def start(self, characters: int) -> None:
            self.total = characters

        def skip(self, characters: int) -> None: ...

        def advance(self, characters: int) -> None:
            self.done += characters

    watch = Watch()
    translate_documents(folder / "in" / "a.txt", folder / "out", config=ECHO, progress=watch)
    assert 0 < watch.done <= watch.total


def test_nothing_to_translate_is_an_error(folder: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        translate_documents("missing.txt", folder / "out")
    with pytest.raises(DocumentError, match="nothing to translate"):
        translate_documents([], folder / "out")
    with pytest.raises(UsageError, match="Unknown engine"):
        translate_documents(folder / "in", folder / "out", config=Config(engine=EngineConfig(name="abacus")))


def test_workers_write_what_one_process_writes(folder: Path) -> None:
    translate_documents(folder / "in", folder / "alone", config=ECHO)
    translate_documents(folder / "in", folder / "apart", config=ECHO, jobs=2)
    assert outputs(folder / "apart") == outputs(folder / "alone")
    with pytest.raises(UsageError, match="jobs must be 0 or more, not -1"):
        translate_documents(folder / "in", folder / "out", config=ECHO, jobs=-1)
