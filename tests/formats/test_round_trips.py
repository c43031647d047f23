"""From each format to each other and back: what comes back is what both hold, and what is lost is named."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from tests.formats.samples import CODED, FULL, PLAIN, bitext, kept
from translate.data import CodeKind, InlineCode, Note, Origin, State, TranslationUnit, Variant
from translate.formats import FORMATS, Remark, Verdict, read_bitext, write_bitext

NOTED = TranslationUnit(
    "noted",
    Variant("fr", "{n} mots", None, (InlineCode(0, 3, CodeKind.ISOLATED, None, "", "TOTAL", (("equiv", "{{ n }}"),)),)),
    Variant(
        "en", "{n} words", None, (InlineCode(0, 3, CodeKind.ISOLATED, None, "", "TOTAL", (("equiv", "{{ n }}"),)),)
    ),
    Origin.HUMAN,
    notes=(Note("Keep it short.", priority=2),),
    state=State.APPROVED,
)
FOREIGN = TranslationUnit(
    "foreign",
    PLAIN.source,
    PLAIN.target,
    Origin.MEMORY,
    properties=(("xliff:maxwidth", "12"), ("xliff2:unit/canResegment", "no"), ("tu@changedate", "20260131T235959Z")),
)
UNITS = (FULL, PLAIN, CODED, NOTED, FOREIGN)
PAIRS = [pair for pair in permutations(FORMATS, 2) if "moses" not in pair]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_both_formats_hold_comes_back(one: str, other: str, tmp_path: Path) -> None:
    (path,) = write_bitext(bitext(UNITS), tmp_path / "a", one, report=lambda _: None)
    first = list(read_bitext(path).units)
    (between,) = write_bitext(bitext(first), tmp_path / "b", other, report=lambda _: None)
    (again,) = write_bitext(bitext(read_bitext(between).units), tmp_path / "c", one, report=lambda _: None)
    last = list(read_bitext(again).units)
    plugin = FORMATS.load(other)
    assert [unit.name for unit in last] == [unit.name for unit in UNITS]
    expected = (kept(kept(unit, plugin, back), FORMATS.load(one), back) for unit, back in zip(first, last, strict=True))
    assert list(map(in_order, last)) == list(map(in_order, expected))


def in_order(unit: TranslationUnit) -> TranslationUnit:
    """Return `unit` with its properties sorted: each format has its own places for them."""
    return replace(unit, properties=tuple(sorted(unit.properties)))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_what_is_lost_is_named_once(one: str, other: str, tmp_path: Path) -> None:
    (path,) = write_bitext(bitext(UNITS), tmp_path / "a", one, report=lambda _: None)
    remarks: list[Remark] = []
    write_bitext(bitext(read_bitext(path).units), tmp_path / "b", other, report=remarks.append)
    lost = [remark.message.split("'")[1] for remark in remarks if remark.verdict is Verdict.LOST]
    held = FORMATS.load(one).holds - FORMATS.load(other).holds - {"name", "origin", "signature"}
    assert sorted(lost) == sorted(held)
