"""The quick way to parse a unit never says anything but what a full parser says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import FULL, UNIT
from translate.data import TranslationUnit
from translate.formats.tmxparts import Tu, _parse_element, _parse_plain
from translate.formats.tmxunit import Derived, format_tu
from translate.formats.units import Notes
from translate.formats.xmltext import XmlFaultError, clean, parse_element

NOTES = Notes(Path("x.tmx"), lambda _: None)
UNITS = UNIT.map(lambda unit: clean(format_tu(unit, ("fr", "en"), Derived(), NOTES)).strip())

# What a fault, or an unusual hand, may leave in a unit.
FAULTS = [
    "&amp", "&#13;", "&#x41;", "&#1;", "&eacute;", "&", "]]>", "<!-- -->", "<![CDATA[x]]>", "\x0b", "\ud800", "\ufffe",
    "\r", "\n", "\t", " ", "<", ">", '"', "'", "/", ' a="1" a="2"', " a='1'", ' a="<"', "<seg>", "</seg>",
    "<hi>x</hi>", "<prop>",
    "<note>n</note>", '<prop type="a" b="1">x</prop>', "<tuv>", "</tuv>", "<é>", "<?x?>", "</tu >",
]  # fmt: skip


def full(text: str) -> Tu | None:
    try:
        return _parse_element(parse_element(text), NOTES)
    except (XmlFaultError, ValueError):
        return None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=UNITS)
def test_what_we_write_is_parsed_alike(text: str) -> None:
    quick = _parse_plain(text)
    assert quick is None or quick == full(text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(fault=st.sampled_from(FAULTS), place=st.floats(0, 1), cut=st.integers(0, 3))
def test_faults_are_never_overlooked(fault: str, place: float, cut: int) -> None:
    text = format_tu(FULL, ("fr", "en"), Derived(), NOTES).strip()
    at = round(place * len(text))
    broken = text[:at] + fault + text[at + cut :]
    quick = _parse_plain(broken)
    assert quick is None or quick == full(broken)


@pytest.mark.parametrize("unit", [FULL], ids=["full"])
def test_what_we_write_goes_the_quick_way(unit: TranslationUnit) -> None:
    assert _parse_plain(format_tu(unit, ("fr", "en"), Derived(), NOTES).strip()) is not None
