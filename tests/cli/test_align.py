"""The command: two documents, two folders or a list in, a memory out; what is wrong is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH
from translate.cli import main
from translate.formats import read_bitext


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return write(tmp_path, "letter", FRENCH, (*ENGLISH[:3], f"{ENGLISH[3]} {ENGLISH[4]}", *ENGLISH[5:11]))


def write(folder: Path, name: str, source: tuple[str, ...], target: tuple[str, ...]) -> tuple[Path, Path]:
    paths = folder / f"{name}.fr.txt", folder / f"{name}.en.txt"
    for path, texts in zip(paths, (source, target), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return paths


def align(*arguments: object) -> int:
    return main(["align", *map(str, arguments), "--engine", "none"])


def test_two_documents_make_a_memory_and_a_list_of_what_has_no_counterpart(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out" / "letter.tmx"
    assert align(*pair, "--segmented", "--out", out) == 0
    units = list(read_bitext(out).units)
    assert (units[0].source.text, units[0].target.text) == (FRENCH[0], ENGLISH[0])
    assert [unit.alignment for unit in units] == ["1-1"] * 3 + ["2-1"] + ["1-1"] * 6
    assert all(unit.origin == "human" and unit.score is not None for unit in units)
    refused = json.loads((tmp_path / "out" / "letter.rejected.json").read_text(encoding="utf-8"))
    assert FRENCH[11] in json.dumps(refused, ensure_ascii=False)


def test_evaluation_prints_two_lines(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.beads"
    links = [([i], [i]) for i in range(3)] + [([3, 4], [3])] + [([i], [i - 1]) for i in range(5, 11)] + [([11], [])]
    gold.write_text("".join(f"{one}:{other}\n" for one, other in links), encoding="utf-8")
    beads = tmp_path / "found.beads"
    options = ("--segmented", "--evaluate", gold, "--out", tmp_path / "x.tmx", "--beads", beads)
    assert align(*pair, *options) == 0
    assert capsys.readouterr().out == "strict 1.0000 1.0000 1.0000\nlax 1.0000 1.0000 1.0000\n"
    assert beads.read_text(encoding="utf-8") == gold.read_text(encoding="utf-8")
