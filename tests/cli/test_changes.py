"""`bitexte translate --previous` keeps what did not change, and lists what did."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import RunIn

OLD = "La mairie ouvre \u00e0 neuf heures.\n\nLe march\u00e9 a lieu le jeudi.\n\nLa piscine est ferm\u00e9e.\n"
TRANSLATION = "Town hall opens at nine.\n\nMarket day is Thursday.\n\nThe pool is closed.\n"
NEW = (
    "La mairie ouvre \u00e0 neuf heures.\n\nLe march\u00e9 a lieu le mardi.\n\nLe stade est neuf et tr\u00e8s grand.\n"
)


def test_unchanged_paragraphs_are_kept_and_others_are_listed(tmp_path: Path, run_in: RunIn) -> None:
    for name, text in (("old.txt", OLD), ("old.en.txt", TRANSLATION), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = run_in(tmp_path, "translate", "new.txt", "--previous", "old.txt", "old.en.txt", "--out", "out", "--beam", "1")
    assert ran.code == 0, ran.error
    assert "new.txt: paragraphs: 1 unchanged, 1 changed, 1 new, 1 removed." in ran.output
    translated = (tmp_path / "out" / "new.en.txt").read_text(encoding="utf-8").split("\n\n")
    assert translated[0] == "Town hall opens at nine."
    rows = (tmp_path / "out" / "new.txt.changes.tsv").read_text(encoding="utf-8").splitlines()
    assert [row.split("\t")[0] for row in rows] == ["change", "changed", "new", "removed"]
    assert rows[3].split("\t")[2] == "La piscine est ferm\u00e9e."


def test_a_previous_version_that_is_not_there_is_an_error(tmp_path: Path, run_in: RunIn) -> None:
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    ran = run_in(tmp_path, "translate", "new.txt", "--previous", "old.txt", "old.en.txt")
    assert ran.code == 1 and "old.txt: no such file." in ran.error
