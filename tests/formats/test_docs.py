"""The page on formats tells the truth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.formats import FORMATS
from translate.formats.base import FIELDS
from translate.formats.tmx.props import OWN_PROPS

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in row.strip("|").split("|")] for row in re.findall(r"^\|.*\|$", PAGE, re.MULTILINE)]


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_the_table_says_what_each_format_holds(field: str) -> None:
    (row,) = [row for row in ROWS if len(row) == 1 + len(FORMATS) and field in re.split(r"[ ,]+", row[0])]
    assert row[1:] == ["yes" if field in FORMATS.load(name).holds else "–" for name in FORMATS]


def test_each_prop_has_its_meaning() -> None:
    explained = {name for row in ROWS if len(row) == 2 for name in re.findall(r"`(x-[\w-]+)`", row[0])}
    assert set(OWN_PROPS) <= explained
