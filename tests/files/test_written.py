"""No file that bitexte did not write is ever replaced or removed, whatever its name, by any command or format."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.memory.stored import made, unit
from translate.cli.tree import Command, Option, iter_commands
from translate.config import CheckConfig, Config, DocumentConfig, EngineConfig, OutputConfig
from translate.documents import Source
from translate.errors import ForeignFileError
from translate.files import FOLDER, Written, keeping, replace_text, sparing, together, write_text
from translate.formats import FORMATS
from translate.run.run import RunReport, run

ECHO = Config(engine=EngineConfig(name="echo"), documents=DocumentConfig(verify_language=False))
LINE = "La séance est ouverte à tous les membres du conseil.\n"
OTHERS = {
    "tmx": "a.tmx", "xliff": "a.xlf", "xliff2": "a.xliff", "json": "a.json", "jsonl": "a.jsonl", "tsv": "a.tsv",
    "csv": "a.csv", "parquet": "a.parquet", "po": "a.po", "moses": "a.en",
}  # fmt: skip


def go(folder: Path, *formats: str, text: str = LINE, overwrite: bool = False, checks: bool = True) -> RunReport:
    source = folder / "a.txt"
    source.write_text(text, encoding="utf-8")
    config = replace(ECHO, output=OutputConfig(formats or ("tmx",), overwrite=overwrite))
    if not checks:
        config = replace(config, checks=CheckConfig(disabled=("untranslated", "language", "copied")))
    return run([Source(source, "a.txt", "text")], folder / "out", config)


def shown(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_every_format_is_tried() -> None:
    assert set(OTHERS) == set(FORMATS)


@pytest.mark.parametrize(("name", "form"), [("a.en.txt", "tmx"), *((path, form) for form, path in OTHERS.items())])
def test_a_file_of_somebody_else_is_left_and_named_unless_overwriting_is_asked_for(
    name: str, form: str, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("mine", encoding="utf-8")
    (report,) = go(tmp_path, form).documents
    assert report.status == "failed"
    assert str(report.message).startswith(f"{tmp_path / 'out' / name}: not written by bitexte")
    assert shown(tmp_path / "out") == {name: b"mine"}
    assert go(tmp_path, form, overwrite=True).documents[0].status == "translated"
    assert shown(tmp_path / "out")[name] != b"mine"
    assert go(tmp_path, form, text=LINE * 2).documents[0].status == "translated"  # ours from then on


def test_a_list_of_rejects_of_somebody_else_is_neither_replaced_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    rejects = tmp_path / "out" / "a.rejected.json"
    rejects.write_text("mine", encoding="utf-8")
    (report,) = go(tmp_path).documents  # echo has all refused
    assert (report.status, str(report.message).split(":")[0]) == ("failed", str(rejects))
    assert go(tmp_path, text="***\n").documents[0].status != "translated"
    assert shown(tmp_path / "out") == {"a.rejected.json": b"mine"}
    rejects.rename(tmp_path / "kept")
    assert go(tmp_path, text="***\n").documents[0].status == "translated"
    (tmp_path / "kept").rename(rejects)
    go(tmp_path, text="*** ***\n")
    assert rejects.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["a.en.txt", "a.tmx", "a.rejected.json"])
def test_an_output_that_somebody_changed_is_left(name: str, tmp_path: Path) -> None:
    go(tmp_path)
    (tmp_path / "out" / name).write_text("corrected", encoding="utf-8")
    before = shown(tmp_path / "out")
    (report,) = go(tmp_path, text=LINE * 2).documents
    assert str(report.message).startswith(f"{tmp_path / 'out' / name}: changed since bitexte wrote it")
    assert shown(tmp_path / "out") == before


def test_own_outputs_are_replaced_when_their_document_changes(tmp_path: Path) -> None:
    go(tmp_path)
    before = shown(tmp_path / "out")
    assert go(tmp_path, text=LINE * 2).documents[0].status == "translated"
    assert shown(tmp_path / "out") != before


def test_without_the_list_the_same_content_is_ours(tmp_path: Path) -> None:
    go(tmp_path)
    before = shown(tmp_path / "out")
    shutil.rmtree(tmp_path / "out" / FOLDER)
    assert go(tmp_path).documents[0].status == "translated"
    assert shown(tmp_path / "out") == before
    assert go(tmp_path, text=LINE * 2).documents[0].status == "translated"


def test_without_the_list_another_content_is_not(tmp_path: Path) -> None:
    go(tmp_path)
    shutil.rmtree(tmp_path / "out" / FOLDER)
    before = shown(tmp_path / "out")
    assert "not written by bitexte" in str(go(tmp_path, text=LINE * 2).documents[0].message)
    assert shown(tmp_path / "out") == before


def test_a_list_that_was_cut_short_loses_its_last_line_alone(tmp_path: Path) -> None:
    with keeping(Written("convert")):
        write_text(tmp_path / "a", "1")
        write_text(tmp_path / "b", "1")
    kept = tmp_path / FOLDER / "written.jsonl"
    kept.write_bytes(kept.read_bytes()[:-9])
    with keeping(Written("convert")):
        write_text(tmp_path / "a", "2")
        write_text(tmp_path / "c", "2")
        with pytest.raises(ForeignFileError, match="b: not written by bitexte"):
            write_text(tmp_path / "b", "2")
    with keeping(Written("convert")):
        write_text(tmp_path / "c", "3")
    assert [json.loads(line)[2] for line in kept.read_text().splitlines() if line.endswith("]")] == ["a", "a", "c", "c"]


def test_a_killed_run_knows_what_it_was_about_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go(tmp_path)
    rename = Path.replace
    with monkeypatch.context() as patch:

        def killed(self: Path, target: Path) -> Path:
            if target.name == "a.en.txt":
                raise KeyboardInterrupt
            return rename(self, target)

        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            go(tmp_path, text=LINE * 2)
    assert go(tmp_path, text=LINE * 2).documents[0].status == "translated"


def test_one_place_that_is_taken_keeps_all_files_of_a_batch_back(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(ForeignFileError), keeping(Written("convert")), together():
        write_text(tmp_path / "a", "1")
        write_text(tmp_path / "b", "1")
    assert shown(tmp_path) == {"b": b"mine"}


def test_translate_and_align_leave_what_the_other_wrote(tmp_path: Path, run_in: Callable[..., Ran]) -> None:
    (tmp_path / "a.txt").write_text("La séance est ouverte.\nLe rapport est adopté.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The sitting is open.\nThe report is adopted.\n", encoding="utf-8")
    options = ("--out", "out", "--any-language", "--format", "tmx")
    aligned = run_in(tmp_path, "align", "a.txt", "b.txt", "--scorer", "none", *options)
    assert aligned.code == 0, aligned.error
    (made,) = (tmp_path / "out").glob("*.tmx")
    made.rename(tmp_path / "out" / "a.tmx") if made.name != "a.tmx" else made
    before = shown(tmp_path / "out")
    found = run_in(tmp_path, "translate", "a.txt", "--engine", "echo", *options)
    assert found.code == 1
    assert found.error.count("\n") == 1
    assert "a.tmx: " in found.error and "--overwrite" in found.error
    assert shown(tmp_path / "out") == before
    assert run_in(tmp_path, "translate", "a.txt", "--engine", "echo", "--overwrite", *options).code == 0
    back = run_in(tmp_path, "align", "a.txt", "b.txt", "--scorer", "none", *options)
    assert (back.code, "a.tmx: written by bitexte translate" in back.error) == (1, True)


# A line for each option that names a file to write; `-o` for what is printed is one function for all commands.
WRITES = (
    "convert memory.tsv mine.xlf",
    "convert memory.tsv new.tmx --rejects mine.xlf",
    "convert memory.tsv mine.tmx --split 1",
    "corpus sort memory.tsv --out mine.xlf",
    "corpus sample memory.tsv --out mine.xlf --units 1",
    "corpus merge memory.tsv --out mine.xlf",
    "corpus merge memory.tsv memory.tsv --out new.tmx --dropped mine.xlf",
    "corpus filter memory.tsv --out mine.xlf",
    "corpus filter memory.tsv --out new.tmx --dropped mine.xlf --max-length 1",
    "corpus dedup memory.tsv --out mine.xlf",
    "corpus dedup twice.tsv --out new.tmx --dropped mine.xlf",
    "corpus diff memory.tsv twice.tsv --out mine.xlf",
    "corpus stats memory.tsv --json mine.xlf",
    "corpus stats memory.tsv --html mine.xlf",
    "corpus anonymise memory.tsv --out mine.xlf --map map.tsv",
    "corpus anonymise memory.tsv --out new.tmx --map mine.xlf",
    "check memory.tsv --json mine.xlf",
    "check memory.tsv --tsv mine.xlf",
    "check memory.tsv --sarif mine.xlf",
    "check memory.tsv --html mine.xlf",
    "check memory.tsv --write-baseline mine.xlf",
    "segment --export-srx mine.xlf",
    "segment one.txt --out mine.xlf",
    "evaluate --reference two.txt --hypotheses two.txt --json mine.xlf",
    "evaluate --reference two.txt --hypotheses two.txt --html mine.xlf",
    "evaluate twice.tsv --engine echo --output mine.xlf",
    "analyse one.txt --output mine.xlf",
    "memory analyse m.tmdb one.txt --output mine.xlf",
    "memory lookup m.tmdb one.txt --json mine.xlf",
    "memory lookup m.tmdb one.txt --out mine.xlf",
    "memory export m.tmdb --out mine.xlf",
    "memory clean twice.tmdb --removed mine.xlf",
    "memory info m.tmdb --out mine.xlf",
    "terms extract memory.tsv --out mine.tsv",
    "terms import terms.tsv --into mine.tsv",
    "terms export terms.tsv --out mine.tsv",
    "terms check memory.tsv --terms terms.tsv --json mine.xlf",
    "align one.txt two.txt --scorer none --out new.tmx --beads mine.xlf",
    "align one.txt two.txt --scorer none --out new.tmx --html mine.html",
    "align one.txt two.txt --scorer none --out new.tmx --json mine.xlf",
    "align one.txt two.txt --scorer none --out mine.tmx",
    "translate one.txt --engine echo --out new --json mine.xlf",
)
PROVED_ELSEWHERE = {"corpus expand", "corpus join", "corpus split", "decisions export", "man"}
"""Their only outputs are corpora, tables and pages as others have them, of inputs that take long to make."""
NO_FILE = {"train"}
"""Writes a model, in a folder of its own."""


def written_by(option: Option) -> bool:
    """Tell whether an option names a file that its command writes."""
    is_file = option.metavar in ("FILE", "OUTPUT", "TERMS") and not option.help.startswith("termbase to read")
    return is_file and re.search(r"\b(write|written|kept|to add to|rejected)\b", option.help) is not None


@pytest.mark.parametrize(
    "command", [one for one in iter_commands() if not one.steps], ids=lambda one: " ".join(one.path)
)
def test_every_option_that_writes_a_file_stands_in_the_table(command: Command) -> None:
    name = " ".join(command.path)
    options = [one for one in command.options if written_by(one)]
    if not options or name in NO_FILE:
        return
    assert any("--overwrite" in one.names for one in command.options), name
    if name in PROVED_ELSEWHERE:
        return
    lines = [line for line in WRITES if line.startswith(f"{name} ")]
    for option in options:
        printed = option.help.startswith("write there what is printed")
        assert printed or not option.names or any(set(option.names) & set(line.split()) for line in lines), option


@pytest.mark.parametrize("arguments", WRITES)
def test_no_command_replaces_a_file_of_somebody_else(
    arguments: str, tmp_path: Path, run_in: Callable[..., Ran]
) -> None:
    row = "La séance est ouverte.\tThe sitting is open.\n"
    rows = f"source\ttarget\n{row}Vide.\t\n"
    (tmp_path / "memory.tsv").write_text(rows, encoding="utf-8")
    (tmp_path / "twice.tsv").write_text(f"source\ttarget\n{row}{row}Oui.\tYes.\n", encoding="utf-8")
    (tmp_path / "terms.tsv").write_text("séance\tsitting\n", encoding="utf-8")
    mine = {"mine.xlf": b"mine", "mine.001.tmx": b"mine", "mine.tmx": b"mine", "mine.html": b"mine"}
    mine["mine.tsv"] = b"maison\thouse\n"
    if "tmdb" in arguments:
        made(tmp_path / "m.tmdb", [unit("Oui.", "Yes.", document=name) for name in ("a", "b")]).close()
        mine["m.tmdb"] = (tmp_path / "m.tmdb").read_bytes()
        (tmp_path / "twice.tmdb").write_bytes(mine["m.tmdb"])
    for name, content in mine.items():
        (tmp_path / name).write_bytes(content)
    for name, text in (("one.txt", "La séance est ouverte."), ("two.txt", "The sitting is open.")):
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    if "--rejects" in arguments:
        (tmp_path / "memory.tsv").write_text(rows + "too\tmany\tfields\tin\tthis\tline\tby\tfar\n", encoding="utf-8")
    found = run_in(tmp_path, *arguments.split())
    if found.code == 2:
        pytest.fail(found.error)
    assert {name: (tmp_path / name).read_bytes() for name in mine} == mine
    if "rejects" not in arguments:
        assert found.code == 1, found
        said = found.error.splitlines()[-1]
        assert "not written by bitexte" in said and any(name in said for name in mine)
        assert run_in(tmp_path, *arguments.split(), "--overwrite").code in (0, 3)


NEVER_OF_ITS_OWN = (
    "corpus expand memory.tsv twice.tsv --out mine.xlf",
    "corpus expand memory.tsv twice.tsv --out new.tmx --dropped mine.xlf",
    "corpus join memory.tsv twice.tsv --out mine.xlf",
    "corpus split memory.tsv --part a=0.5 --part b=0.5 --out mine.xlf",
    "corpus split memory.tsv --part a=0.5 --part b=0.5 --out new.tmx --dropped mine.xlf",
    "convert memory.tsv --omegat mine.xlf",
    "decisions export new --out mine.xlf",
    "man --out mine.xlf",
    "memory import memory.tsv --into mine.xlf",
    "serve --data mine.xlf",
    "train recipe.toml --out mine.xlf",
    "translate one.txt --out new --omegat mine.xlf",
)
"""Other options that write a file or a folder: the file of somebody else is no matter there."""


@pytest.mark.parametrize("arguments", (*WRITES, *NEVER_OF_ITS_OWN))
def test_what_is_to_be_written_to_a_minus_is_printed_or_refused(
    arguments: str, tmp_path: Path, run_in: Callable[..., Ran], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "source\ttarget\nLa séance est ouverte.\tThe sitting is open.\n"
    for name in ("memory.tsv", "twice.tsv"):
        (tmp_path / name).write_text(rows, encoding="utf-8")
    (tmp_path / "terms.tsv").write_text("séance\tsession\n", encoding="utf-8")
    if "tmdb" in arguments:
        made(tmp_path / "m.tmdb", [unit("Oui.", "Yes.", document=name) for name in ("a", "b")]).close()
        (tmp_path / "twice.tmdb").write_bytes((tmp_path / "m.tmdb").read_bytes())
    for name, text in (("one.txt", "La séance est ouverte."), ("two.txt", "The sitting is open.")):
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    asked = ["-" if word.startswith("mine.") else word for word in arguments.split()]
    try:
        found = run_in(tmp_path, *asked)
    except SystemExit as exc:
        found = Ran(int(str(exc.code)), *capsys.readouterr())
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith("-")]
    if found.code == 2:
        assert "standard output" in found.error or found.error.startswith("bitexte: -: ")
    else:
        assert found.code in (0, 3)
        assert found.output


def test_a_command_replaces_what_bitexte_wrote_with_another_content(tmp_path: Path, run_in: Callable[..., Ran]) -> None:
    for text in ("Yes.", "No."):
        (tmp_path / "a.tsv").write_text(f"source\ttarget\nOui.\t{text}\n", encoding="utf-8")
        assert run_in(tmp_path, "convert", "a.tsv", "b.tmx").code == 0
    (tmp_path / "a.tsv").write_text("source\ttarget\nOui.\tMaybe.\n", encoding="utf-8")
    assert run_in(tmp_path, "corpus", "sort", "a.tsv", "--out", "b.tmx").code == 0
    assert "Maybe." in (tmp_path / "b.tmx").read_text(encoding="utf-8")


def test_a_file_that_is_read_is_spared_whatever_else_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("read", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with sparing([tmp_path / "link"]), keeping(Written("check", overwrite=True)):
        with pytest.raises(ForeignFileError, match="is a file that is read"), replace_text(tmp_path / "a") as file:
            file.write("new")
        with replace_text(tmp_path / "b") as file:
            file.write("new")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "read"


@pytest.mark.parametrize(
    "arguments",
    [
        "check memory.tsv --json new/../memory.tsv",
        "convert memory.tsv new/../memory.tsv",
        "corpus sort memory.tsv --out new/../memory.tsv",
        "corpus merge twice.tsv memory.tsv --out new/../memory.tsv",
    ],
)
def test_a_file_that_is_read_is_known_through_a_folder_that_is_not_there(
    arguments: str, tmp_path: Path, run_in: Callable[..., Ran]
) -> None:
    for name in ("memory.tsv", "twice.tsv"):
        (tmp_path / name).write_text("source\ttarget\nOui.\tYes.\n", encoding="utf-8")
    before = (tmp_path / "memory.tsv").read_bytes()
    assert run_in(tmp_path, *arguments.split(), "--overwrite").code != 0
    assert (tmp_path / "memory.tsv").read_bytes() == before
