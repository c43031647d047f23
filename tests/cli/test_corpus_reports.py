"""`corpus stats` and `corpus anonymise` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import RunIn


def test_the_command_prints_and_writes_the_same_counts(tmp_path: Path, run_in: RunIn) -> None:
    (tmp_path / "m.tsv").write_text("source\ttarget\nLe chat.\tThe cat.\nLe chat.\tThe cat.\n", encoding="utf-8")
    found = run_in(tmp_path, "corpus", "stats", "m.tsv", "--json", "s.json", "--html", "s.html")
    assert found.code == 0
    assert found.output.startswith(
        "2 units, 4 and 4 words, 16 and 16 characters\nrepeated: 1 pairs, 1 sources, 1 targets\n"
    )
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["duplicates"]["pair"] == 1
    assert "m.tsv" in (tmp_path / "s.html").read_text(encoding="utf-8")
    assert json.loads(run_in(tmp_path, "corpus", "stats", "m.tsv", "--json", "-").output)["units"] == 2


def test_a_corpus_is_made_anonymous_with_a_map_for_its_owner_alone(tmp_path: Path, run_in: RunIn) -> None:
    (tmp_path / "m.tsv").write_text("source\ttarget\nMme Roche dort.\tMrs Roche sleeps.\n", encoding="utf-8")
    found = run_in(tmp_path, "corpus", "anonymise", "m.tsv", "-o", "shared.tsv", "--map", "names.tsv")
    assert (found.code, found.error) == (0, "")
    assert "replaced: 2 name" in found.output
    assert "Mme [NAME_1] dort.\tMrs [NAME_1] sleeps." in (tmp_path / "shared.tsv").read_text(encoding="utf-8")
    assert (tmp_path / "names.tsv").read_text(encoding="utf-8") == "[NAME_1]\tRoche\n"
    assert (tmp_path / "names.tsv").stat().st_mode & 0o077 == 0
