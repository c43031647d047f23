"""`bitexte translate` says clearly what it did and what went wrong, and its exit code tells a script."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from translate.cli import main

FRENCH = "La séance est ouverte.\nLe rapport est adopté.\n"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "lettre.txt"
    path.parent.mkdir()
    path.write_text(FRENCH, encoding="utf-8")
    return path


def translate(*arguments: object) -> int:
    return main(["translate", *map(str, arguments)])


def test_a_folder_becomes_documents_and_corpora(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translate(letter.parent, "--out", tmp_path / "out") == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"lettre.en.txt", "lettre.tmx", "lettre.json"} <= names
    printed = capsys.readouterr().out
    assert "lettre.txt" in printed
    assert "2 segments translated" in printed


def test_formats_can_be_chosen(letter: Path, tmp_path: Path) -> None:
    assert translate(letter, "--out", tmp_path / "out", "--format", "tsv", "--format", "moses") == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"lettre.tsv", "lettre.fr", "lettre.en"} <= names
    assert "lettre.tmx" not in names


def test_language_codes_of_the_output_can_be_chosen(letter: Path, tmp_path: Path) -> None:
    assert translate(letter, "--out", tmp_path, "--source-code", "fr-ca", "--target-code", "en-GB") == 0
    text = (tmp_path / "lettre.tmx").read_text(encoding="utf-8")
    assert 'xml:lang="fr-CA"' in text
    assert 'xml:lang="en-GB"' in text


def test_standard_input_is_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FRENCH.encode())))
    assert translate("-", "--out", tmp_path, "--quiet") == 0
    assert (tmp_path / "stdin.en.txt").is_file()


def test_standard_input_is_of_the_kind_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# Le *chat*\n")))
    assert translate("-", "--from", "markdown", "--engine", "rotate", "--out", tmp_path, "--quiet") == 0
    assert (tmp_path / "stdin.en.md").read_bytes() == b"# Yr *pung*\n"


def test_what_is_wrong_with_standard_input_is_said_without_a_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert translate("-", "--out", tmp_path, "--json", tmp_path / "report.json", "--quiet") == 1
    assert capsys.readouterr().err == "bitexte: stdin.txt: is empty.\n"
    (document,) = json.loads((tmp_path / "report.json").read_bytes())["documents"]
    assert document["message"] == "stdin.txt: is empty."


def test_segmented_files_keep_their_lines(tmp_path: Path) -> None:
    (tmp_path / "news.fr").write_text("Un. Deux.\n\nTrois.\n", encoding="utf-8")
    assert translate("--segmented", tmp_path / "news.fr", "--format", "moses", "--out", tmp_path / "o") == 0
    assert (tmp_path / "o" / "news.fr").read_text(encoding="utf-8") == "Un. Deux.\n\nTrois.\n"
    assert (tmp_path / "o" / "news.en").read_text(encoding="utf-8").count("\n") == 3


def test_the_result_file_is_for_machines(letter: Path, tmp_path: Path) -> None:
    assert translate(letter, "--out", tmp_path / "out", "--json", tmp_path / "result.json", "--quiet") == 0
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    assert result["segments_translated"] == 2
    assert result["signature"].startswith("bitexte:")
    assert [d["status"] for d in result["documents"]] == ["translated"]
    assert all(Path(output).is_file() for output in result["documents"][0]["outputs"])


def test_the_result_file_says_what_to_review_first_whenever_it_was_translated(tmp_path: Path) -> None:
    letter = tmp_path / "in.txt"
    letter.write_text("La séance est ouverte.\nLa blanchisseuse ravaude la vareuse du bourrelier.\n", encoding="utf-8")
    (tmp_path / "limit.toml").write_text("[checks]\ndoubtful_score = 97.0\n", encoding="utf-8")
    reviews = []
    for _ in range(2):
        arguments = ("--out", tmp_path / "out", "--json", tmp_path / "result.json", "--quiet")
        assert translate(letter, *arguments, "--config", tmp_path / "limit.toml") == 0
        (document,) = json.loads((tmp_path / "result.json").read_bytes())["documents"]
        reviews.append((document["status"], document["review"]))
    (_, first), again = reviews
    scores = [one["score"] for one in first]
    assert len(scores) == 2
    assert scores == sorted(scores)
    units = json.loads((tmp_path / "out" / "in.json").read_bytes())["units"]
    assert {(unit["name"], unit["score"]) for unit in units} == {(one["unit"], one["score"]) for one in first}
    assert again == ("unchanged", first)


def test_strict_turns_refused_units_into_exit_code_3(letter: Path, tmp_path: Path) -> None:
    assert translate(letter, "--out", tmp_path / "out", "--engine", "echo") == 0
    assert translate(letter, "--out", tmp_path / "out", "--engine", "echo", "--strict") == 3


def test_an_old_encoding_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes("L’été à la plage, c’était très agréable.\n".encode("cp1252"))
    assert translate(tmp_path / "a.txt", "--out", tmp_path / "out") == 0
    assert "read as Windows-1252" in capsys.readouterr().out


def test_its_own_output_below_the_input_is_left_aside(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translate(letter.parent, "--out", letter.parent / "aligned") == 0
    assert translate(letter.parent, "--out", letter.parent / "aligned") == 0
    assert "lettre.en.txt" in capsys.readouterr().err


def test_documents_and_output_may_share_a_folder(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert translate(letter.parent, "--out", letter.parent) == 0
    assert not list(letter.parent.glob("*.en.en.txt"))
    assert "lettre.en.txt" in capsys.readouterr().err


BAD = [
    (["nowhere.txt"], 1, "nowhere.txt: no such file or folder"),
    ([], 2, "nothing to translate"),
    (["empty.txt"], 1, "empty.txt: is empty"),
    (["blank.txt"], 1, "has no text"),
    (["binary.txt"], 1, "is a ZIP archive"),
    (["nul.txt"], 1, "NUL character at byte 3"),
    (["surrogate.txt"], 1, "half a surrogate pair at byte 4"),
    (["damaged.txt"], 1, "not valid UTF-8 at byte"),
    (["long.txt"], 1, "long.txt:1: the line is longer than 1,000,000 characters"),
    (["english.txt"], 1, "seems to be in 'en', not 'fr'"),
    (["a.xcf"], 1, "unsupported file type '.xcf'"),
    (["nothing"], 1, "no documents in this folder"),
    (["good.txt", "--engine", "ct2"], 2, "Unknown engine 'ct2'. Known: ctranslate2, echo, rotate, transformers."),
    (["good.txt", "--skip", "pictures"], 2, "Unknown kind of text to skip 'pictures'. Known: alt, comments, headers"),
    (["good.txt", "--from", "markdown"], 2, "--from says what standard input is"),
    (["good.txt", "--format", "docx"], 2, "Unknown format 'docx'. Known: csv, json, jsonl, moses, parquet, po, tmx"),
    (["good.txt", "--model", "nope"], 1, "Unknown model 'nope'"),
    (["good.txt", "--model", "broken"], 1, "vocab.json missing"),
    (["good.txt", "--target-code", "en_GB"], 2, "'en_GB' is not a BCP 47 language code"),
    (["good.txt", "--srx", "nowhere.srx"], 1, "nowhere.srx"),
    (["good.txt", "--config", "bad.toml"], 2, "unknown key 'beams'"),
    (["good.txt", "--source-language", "sw"], 2, "not sw to en"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), BAD, ids=[case[2] for case in BAD])
def test_bad_input_has_a_clear_message_and_writes_nothing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("nothing", "broken"):
        (tmp_path / folder).mkdir()
    contents = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "binary.txt": b"PK\x03\x04" + bytes(range(256)),
        "nul.txt": b"oui\0non",
        "surrogate.txt": b"oui \xed\xa0\x80",
        "damaged.txt": "à é è ".encode() * 9 + b"\xff" + "à é".encode(),
        "long.txt": b"x" * 10_000_000,
        "english.txt": b"The minutes of the meeting were approved and they have been sent to all of the members.\n",
        "good.txt": FRENCH.encode(),
        "a.xcf": b"x",
        "bad.toml": b"[engine]\nbeams = 4\n",
        "broken/config.json": b'{"model_type": "marian"}',
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    assert translate(*arguments, "--out", "out") == code
    assert message in capsys.readouterr().err
    out = tmp_path / "out"
    assert not [path for path in out.rglob("*") if path.is_file() and ".bitexte" not in path.parts]


def test_an_unreadable_file_is_an_error(letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter.chmod(0)
    if os.access(letter, os.R_OK):
        (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
        letter = tmp_path / "loop.txt"
    assert translate(letter, "--out", tmp_path / "out") == 1
    assert letter.name in capsys.readouterr().err


def test_an_output_folder_that_is_called_like_a_document_is_refused_unless_it_is_there(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "lettre.en.TXT"
    assert translate(letter, "--engine", "echo", "--out", out) == 2
    assert f"{out} is the name of a file, and --out takes a folder" in capsys.readouterr().err
    assert not out.exists()
    out.mkdir()
    assert translate(letter, "--engine", "echo", "--any-language", "--out", out) == 0
    assert (out / "lettre.en.txt").is_file()
    assert translate(letter, "--engine", "echo", "--any-language", "--out", tmp_path / "v1.0") == 0


def test_an_output_folder_that_cannot_be_made_is_an_error(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert translate(letter, "--out", tmp_path / "file" / "out") == 1
    assert "cannot be" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the disk takes no such name")
def test_a_name_in_another_encoding_fails_alone_and_is_in_the_result_file(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = os.fsdecode(b"\xe9t\xe9.txt")
    (letter.parent / name).write_text("La porte.\n", encoding="utf-8")
    result = tmp_path / "result.json"
    assert translate(letter.parent, "--out", tmp_path / "out", "--json", result, "--quiet") == 1
    assert "its name is not in UTF-8; rename it." in capsys.readouterr().err
    documents = json.loads(result.read_text(encoding="utf-8"))["documents"]
    assert {document["name"]: document["status"] for document in documents} == {
        letter.name: "translated",
        name: "failed",
    }


def test_a_second_run_on_the_folder_is_told(letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from translate.run.journal import Journal

    with Journal(tmp_path / "out"):
        assert translate(letter, "--out", tmp_path / "out") == 1
    assert "another run is writing to this folder" in capsys.readouterr().err


def test_a_journal_of_another_instruction_set_is_refused_and_nothing_is_written(letter: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def translate_with(isa: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "translate", "translate", str(letter), "--out", str(out), "--isa", isa]
        return subprocess.run([*command, "--quiet"], capture_output=True, text=True, check=False)

    usable = [isa for isa in ("avx2", "avx512") if translate_with(isa).returncode == 0 and shutil.rmtree(out) is None]
    if len(usable) < 2:
        pytest.skip("this processor has but one of the instruction sets")
    assert translate_with("avx512").returncode == 0
    before = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    mixed = translate_with("avx2")
    assert mixed.returncode == 1
    assert "begun with kernel" in mixed.stderr
    assert "instruction set avx512" in mixed.stderr
    assert "--isa" in mixed.stderr
    assert mixed.stderr.count("\n") == 1
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before
    assert translate_with("avx512").returncode == 0


def test_an_instruction_set_that_is_not_known_is_exit_code_2(
    letter: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translate(letter, "--out", tmp_path / "out", "--isa", "sse9") == 2
    assert "Known: auto, avx2, avx512" in capsys.readouterr().err


def test_an_unknown_option_is_exit_code_2(letter: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        translate(letter, "--nonsense")


@pytest.mark.slow
def test_an_interrupt_is_exit_code_130_and_says_how_to_go_on(tmp_path: Path) -> None:
    text = "".join(f"Le rapport numéro {number} est adopté par le conseil.\n" for number in range(20_000))
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "translate",
        "translate",
        str(tmp_path / "long.txt"),
        "--out",
        str(tmp_path / "out"),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        journal = tmp_path / "out" / ".bitexte" / "journal.sqlite"
        while not journal.exists():
            time.sleep(0.05)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "run the same command again" in errors
