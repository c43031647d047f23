"""Exact matches of a run's memories: what is left out is said in one line a state."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.formats import Header
from translate.run.recall import _iter_units

HEAD = "fr\ten\tscore\torigin\tstate\tname\tdocument\talignment\tchecks\n"


@pytest.mark.parametrize(
    ("drafts", "said"),
    [(0, []), (1, ["1 unit is left out"]), (2, ["2 units are left out"])],
)
def test_units_that_are_left_out_for_their_state_are_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, drafts: int, said: list[str]
) -> None:
    rows = ["Oui.\tYes.\t\thuman\t\t\t\t\t\n", *["Non.\tNo.\t\tmachine\tdraft\t\t\t\t\n"] * drafts]
    (tmp_path / "a.tsv").write_text(HEAD + "".join(rows), encoding="utf-8")
    units = list(_iter_units(tmp_path / "a.tsv", Header("fr", "en")))
    assert len(units) == 1 + drafts
    told = [record.getMessage().partition("a.tsv: ")[2].partition(" of")[0] for record in caplog.records]
    assert told == said
