"""`bitexte translate --shards` and `bitexte shards check`: what they make, print and refuse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import translate
from tests.cli.conftest import RunIn
from tests.shards.conftest import bytes_in, corpus

__all__ = ["corpus"]
ECHO = ("--engine", "echo", "--shard-segments", "10")


@pytest.fixture
def folder(corpus: Path) -> Path:
    return corpus.parent


def test_a_corpus_is_translated_and_checked(folder: Path, run_in: RunIn) -> None:
    made = run_in(folder, "translate", "--shards", "corpus", "--out", "out", *ECHO)
    assert made.code == 0
    assert "7 shards, 0 done before, 7 done now, 0 failed, 0 waiting. Output: out" in made.output
    assert "7 of 7 shards: part-" in made.error
    assert "Skipped (unsupported type): LISEZMOI.md" in made.error
    checked = run_in(folder, "shards", "check", "out")
    assert (checked.code, checked.output) == (0, "7 shards done, 0 faults. Output: out\n")


def test_a_folder_is_translated_without_what_extras_bring(folder: Path) -> None:
    line = ["translate", "--shards", "corpus", "--out", "out", "--jobs", "1", *ECHO]
    code = f"import sys; from translate.cli import main\nif __name__ == '__main__': print(main({line}), *sys.modules)"
    (folder / "run.py").write_text(code, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(translate.__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "run.py"], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    code, *modules = done.stdout.splitlines()[-1].split()
    assert code == "0"
    assert not {"ray", "pyarrow", "fsspec", "torch"} & set(modules)


def test_what_does_not_agree_is_named_removed_and_made_again(folder: Path, run_in: RunIn) -> None:
    run_in(folder, "translate", "--shards", "corpus", "--out", "out", "--quiet", *ECHO)
    whole = bytes_in(folder / "out")
    part = sorted((folder / "out").glob("part-*"))[0]
    part.write_bytes(b"")
    checked = run_in(folder, "shards", "check", "out")
    assert checked.code == 1
    assert f"out/{part.name}: is not as it was made (0 bytes, then " in checked.error
    repaired = run_in(folder, "shards", "check", "out", "--repair")
    assert (repaired.code, repaired.output) == (
        0,
        "1 fault removed; 1 shard to do again: run the same command.\n",
    )
    again = run_in(folder, "translate", "--shards", "corpus", "--out", "out", *ECHO)
    assert "7 shards, 6 done before, 1 done now" in again.output
    assert bytes_in(folder / "out") == whole


def test_the_report_is_json(folder: Path, run_in: RunIn) -> None:
    found = run_in(folder, "translate", "--shards", "corpus", "--out", "out", "--take", "2/2", "--json", "-", *ECHO)
    report = json.loads(found.output)
    assert (report["shards"], len(report["done"]), report["waiting"], report["failed"]) == (7, 3, 4, [])


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--shards", "nowhere"), 2, "nowhere: no shards to read"),
        (("--shards", "corpus", "letter.txt"), 2, "--shards cannot be combined with documents: letter.txt"),
        (("--shards", "corpus", "--take", "3/2"), 2, "--take must be a number and a total"),
        (("--shards", "corpus", "--jobs", "-1"), 2, "--jobs must be 0 or more, not -1"),
        (("--shards", "corpus", "--shard-segments", "0"), 2, "--shard-segments must be 1 or more, not 0"),
        (("--shards", "corpus", "--text-field", "body"), 2, "--text-field of a TSV file is the number of a column"),
        (("--shards", "smoke://x"), 2, "smoke:// cannot be used"),
        (("letter.txt", "--take", "1/2"), 2, "--take is for corpora: it needs --shards"),
        (("letter.txt", "--mixed"), 2, "--mixed is for corpora: it needs --shards"),
        (("letter.txt", "--keep-going", "0"), 2, "--keep-going is for corpora: it needs --shards"),
        (("letter.txt", "--jobs", "-2"), 2, "--jobs must be 0 or more, not -2"),
        (("letter.txt", "--ray-address", "auto"), 2, "--ray-address needs --executor ray"),
        (("--shards", "corpus", "--gpus-per-worker", "0.5"), 2, "--gpus-per-worker needs --executor ray"),
        *(
            (("--shards", "corpus", "--executor", "ray", "--gpus-per-worker", number), 2, f"whole number, not {number}")
            for number in ("-1", "1.5", "nan", "inf")
        ),
    ],
)
def test_what_cannot_be_done_is_an_error(
    folder: Path, run_in: RunIn, arguments: tuple[str, ...], code: int, message: str
) -> None:
    found = run_in(folder, "translate", *arguments, "--engine", "echo", "--out", "out")
    assert found.code == code
    assert message in found.error


def test_ray_that_is_not_installed_is_named_with_the_command(
    folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.executors.ray.find_spec", lambda name: None)
    found = run_in(folder, "translate", "--shards", "corpus", "--executor", "ray", "--out", "out", *ECHO)
    assert found.code == 2
    assert "--executor ray needs the package ray: pip install 'bitexte[ray]'." in found.error


def test_a_folder_without_shards_cannot_be_checked(folder: Path, run_in: RunIn) -> None:
    found = run_in(folder, "shards", "check", "corpus")
    assert (found.code, "holds no shards" in found.error) == (2, True)


def test_documents_are_translated_by_workers_too(folder: Path, run_in: RunIn) -> None:
    (folder / "letter.txt").write_text("Le port est fermé.\nIl ouvre lundi.\n", encoding="utf-8")
    for out, jobs in (("alone", "0"), ("apart", "2")):
        made = run_in(folder, "translate", "letter.txt", "--out", out, "--jobs", jobs, "--engine", "rotate")
        assert (made.code, "2 segments translated" in made.output) == (0, True)
    assert bytes_in(folder / "apart") == bytes_in(folder / "alone")
