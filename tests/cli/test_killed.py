"""Every command that writes can be killed at any moment: the next one clears up, and ends with the same bytes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from tests.documents.packages import write_word
from tests.training.conftest import PAIRS, write_pairs

KILLS = 2
SLOW_TO_START = ("train",)
"""Killed once: it imports torch for seconds, and its own tests kill it between updates."""
UNITS = 1_000
COMMANDS = {
    "translate": "translate text.txt --engine echo --any-language --out out --quiet --split 500 --format tmx,json,tsv",
    "translate a document": "translate letter.docx --engine rotate --any-language --out out --quiet --format tmx",
    "align": "align text.txt text.en.txt --scorer none --any-language --out out --html view.html --json report.json",
    "convert": "convert memory.tsv out.tmx",
    "convert in parts": "convert memory.tsv out.jsonl --split 100",
    "corpus": "corpus merge memory.tsv --out out.xlf",
    "filter in processes": "corpus filter memory.tsv --out out.jsonl --no-checks --min-length 5 --jobs 2 --quiet",
    "check": "check memory.tsv --no-corpus --show 0 --tsv issues.tsv --write-baseline baseline.txt",
    "evaluate": "evaluate --reference lines.en --hypotheses lines.en --metric bleu --samples 0 --json scores.json",
    "segment": "segment --export-srx rules.srx",
    "train": "train recipe.toml --out model --quiet",
}
NOT_OURS = {"text.txt", "letter.docx", "text.en.txt", "memory.tsv", "few.tsv", "lines.en", "recipe.toml"}
TIMED = {"report.json", "lock", "README.md", "curves.svg", "last.pt", "before.pt", "finished.json"}
"""Files that say how long something took."""


RECIPE = """
name = "tiny"
[[data]]
path = "few.tsv"
licence = "CC0"
[vocabulary]
folder = "fr-en"
[shape]
d = 16
ffn = 32
heads = 2
encoder_layers = 1
decoder_layers = 1
[schedule]
updates = 6
batch_positions = 300
warm = 2
longest = 60
[validation]
segments = 4
every = 3
[machine]
threads = 1
precision = "float32"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = [f"Le rapport numéro {n} a été adopté." for n in range(UNITS)]
    target = [f"Report number {n} was adopted." for n in range(UNITS)]
    rows = "".join(f"{s}\t{t}\n" for s, t in zip(source, target, strict=True))
    (tmp_path / "memory.tsv").write_text(f"source\ttarget\n{rows}", encoding="utf-8")
    write_pairs(tmp_path / "few.tsv", PAIRS)
    write_word(tmp_path / "letter.docx", "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in source[:600]))
    (tmp_path / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    (tmp_path / "text.txt").write_text("\n".join(source[:600]) + "\n", encoding="utf-8")
    (tmp_path / "text.en.txt").write_text("\n".join(target[:600]) + "\n", encoding="utf-8")
    (tmp_path / "lines.en").write_text("\n".join(target) + "\n", encoding="utf-8")
    return tmp_path


def outputs(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): b"" if path.name in TIMED else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in NOT_OURS and ".bitexte" not in path.parts
    }


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(".bitexte-*"))


def kill(command: list[str], folder: Path, delay: float) -> None:
    """Kill a command some time after it has begun to write, or to work."""
    process = subprocess.Popen(
        [sys.executable, "-m", "translate", *command],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    until = time.monotonic() + 60
    while process.poll() is None and not leftovers(folder) and time.monotonic() < until:
        time.sleep(0.002)
    time.sleep(delay)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.mark.slow
@pytest.mark.parametrize("name", list(COMMANDS))
def test_a_command_that_is_killed_leaves_nothing_behind_and_ends_with_the_same_bytes(
    name: str, folder: Path, tmp_path_factory: pytest.TempPathFactory, run_in: RunIn
) -> None:
    command = COMMANDS[name].split()
    chance = random.Random(name)
    for _ in range(1 if name in SLOW_TO_START else KILLS):
        kill(command, folder, chance.choice([0, 0, 0.01, 0.05, chance.uniform(0, 0.5)]))
        assert all(path.suffix == ".part" for path in leftovers(folder))
    assert run_in(folder, *command).code == 0
    assert leftovers(folder) == []
    killed = outputs(folder)
    assert killed
    whole = tmp_path_factory.mktemp("whole")
    for given in NOT_OURS:
        (whole / given).write_bytes((folder / given).read_bytes())
    assert run_in(whole, *command).code == 0
    assert killed == outputs(whole)


@pytest.mark.parametrize("name", ["convert", "corpus", "check", "segment"])
def test_what_a_dead_process_left_goes_and_what_a_living_one_writes_stays(
    name: str, folder: Path, run_in: RunIn
) -> None:
    holding = (
        "import sys, time; from pathlib import Path; from translate.files import replace_file\n"
        "with replace_file(Path('x')):\n print(flush=True); time.sleep(60)"
    )
    (folder / ".bitexte-0123456789abcdef-0.part").write_bytes(b"")
    living = subprocess.Popen([sys.executable, "-c", holding], cwd=folder, stdout=subprocess.PIPE)
    try:
        assert living.stdout is not None
        living.stdout.readline()
        (held,) = leftovers(folder)  # the other has gone already
        assert run_in(folder, *COMMANDS[name].split()).code == 0
        assert leftovers(folder) == [held]
    finally:
        living.kill()
        living.wait()
        living.stdout.close()
