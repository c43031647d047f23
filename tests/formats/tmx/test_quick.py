"""The quick way to read a unit never says anything but what a full parser says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import FULL, PLAIN, UNIT
from translate.data import TranslationUnit
from translate.formats import Header
from translate.formats.fields import make_name
from translate.formats.tmx.parts import parse_tu
from translate.formats.tmx.quick import UNIT as SHAPE
from translate.formats.tmx.quick import QuickReader
from translate.formats.tmx.unit import Derived, Reading, format_tu, read_tu
from translate.formats.units import Notes
from translate.formats.xmltext import XmlFaultError, clean

SILENT = Notes(Path("x.tmx"), lambda _: None)
UNITS = UNIT.map(lambda unit: clean(format_tu(unit, ("fr", "en"), Derived(), SILENT)).strip())
READINGS = [
    Reading(Header("fr", "en"), Derived(), {}, is_ours=True),
    Reading(Header("fr", "en"), Derived("20260131T235959Z", "m"), {"segtype": "paragraph"}, is_ours=False),
]

DATED = replace(
    PLAIN,
    properties=(
        ("tu@changeid", "É & <"), ("x-a", "b"), ("source@creationdate", "20260131T235959Z"), ("target@changeid", "é&")
    ),
)  # fmt: skip


# What a fault, or an unusual hand, may leave in a unit.
FAULTS = [
    "&amp", "&#13;", "&#x41;", "&#1;", "&eacute;", "&", "]]>", "<!-- -->", "<![CDATA[x]]>", "\x0b", "\ud800", "\ufffe",
    "\r", "\n", "\t", " ", "<", ">", '"', "'", "/", ' a="1" a="2"', " a='1'", ' a="<"', "<seg>", "</seg>",
    "<hi>x</hi>", "<prop>", ' creationdate="x"', ' xml:lang="de"', '<prop type="x-score">9</prop>',
    "<note>n</note>", '<prop type="a" b="1">x</prop>', "<tuv>", "</tuv>", "<é>", "<?x?>", "</tu >",
]  # fmt: skip


def quick(text: str, reading: Reading) -> TranslationUnit | None:
    match = SHAPE.fullmatch(text)
    return None if match is None else QuickReader(reading).read(match, 7)


def full(text: str, reading: Reading) -> TranslationUnit | list[object]:
    """Return what the parser of XML makes of a unit; what it says of it, where it says anything."""
    remarks: list[object] = []
    notes = Notes(Path("x.tmx"), remarks.append)
    try:
        tu = parse_tu(text, notes)
        notes.unit = tu.attributes.get("tuid") or None
        unit = read_tu(tu, reading, notes, lambda source: make_name(7, source))
    except (XmlFaultError, ValueError) as exc:
        return [exc]
    return remarks or unit


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=UNITS)
def test_what_we_write_is_read_alike(text: str) -> None:
    for reading in READINGS:
        found = quick(text, reading)
        assert found is None or found == full(text, reading)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(unit=st.sampled_from([FULL, DATED]), fault=st.sampled_from(FAULTS), place=st.floats(0, 1), cut=st.integers(0, 3))
def test_faults_are_never_overlooked(unit: TranslationUnit, fault: str, place: float, cut: int) -> None:
    text = format_tu(unit, ("fr", "en"), Derived(), SILENT).strip()
    at = round(place * len(text))
    broken = text[:at] + fault + text[at + cut :]
    for reading in READINGS:
        found = quick(broken, reading)
        assert found is None or found == full(broken, reading)


@pytest.mark.parametrize("unit", [FULL, PLAIN, DATED], ids=["full", "plain", "dated"])
def test_what_we_write_goes_the_quick_way(unit: TranslationUnit) -> None:
    assert quick(format_tu(unit, ("fr", "en"), Derived(), SILENT).strip(), READINGS[0]) == replace(
        unit, edits=(), suggestions=()
    )


@pytest.mark.parametrize("text", ["&#10;", "&#13;", "&#9; ", "Un&#10;", "&#13;Un", "Un&#10;deux"])
def test_white_space_by_its_number_is_as_the_parser_has_it(text: str) -> None:
    unit = f'<tu><tuv xml:lang="fr"><seg>{text}</seg></tuv><tuv xml:lang="en"><seg>One</seg></tuv></tu>'
    for reading in (FOREIGN, replace(FOREIGN, is_ours=True)):
        found = quick(unit, reading)
        assert found is None or found == full(unit, reading)


FOREIGN = Reading(Header("fr", "en"), Derived(), {"segtype": "paragraph"}, is_ours=False)
FROM_TOOLS = {
    "OmegaT": '<tu><note>n</note><tuv xml:lang="fr"><seg>Un</seg></tuv><tuv xml:lang="en" changeid="A"'
    ' changedate="20260131T235959Z"><seg>One</seg></tuv></tu>',
    "OmegaT, by a machine": '<tu><tuv xml:lang="fr"><seg>Un</seg></tuv><tuv xml:lang="en" changeid="MT!">'
    "<seg>One</seg></tuv></tu>",
    "Trados": '<tu creationid="A"><prop type="x-ConfirmationLevel">ApprovedSignOff</prop><tuv xml:lang="fr-FR">'
    '<seg>Un &gt; zéro</seg></tuv><tuv xml:lang="en-GB"><prop type="x-Origin">MT</prop><seg>One</seg></tuv></tu>',
    "memoQ": '<tu changeid="A"><tuv xml:lang="fr"><prop type="x-context-pre">&lt;seg&gt;a&lt;/seg&gt;</prop>'
    '<note>n</note><seg>Un</seg></tuv><tuv xml:lang="en"><prop type="x-status">Draft</prop><seg>One</seg></tuv></tu>',
    "usual state": '<tu><prop type="x-ConfirmationLevel">Translated</prop><tuv xml:lang="fr"><seg>Un</seg></tuv>'
    '<tuv xml:lang="en"><seg>One</seg></tuv></tu>',
}


@pytest.mark.parametrize("tool", FROM_TOOLS)
def test_what_other_tools_say_of_a_unit_goes_the_quick_way(tool: str) -> None:
    found = quick(FROM_TOOLS[tool], FOREIGN)
    assert found is not None
    assert found == full(FROM_TOOLS[tool], FOREIGN)


@pytest.mark.parametrize("attribute", ["lang", "xml:lang"])
def test_codes_that_are_mended_are_read_quickly_once_somebody_has_said_so(attribute: str) -> None:
    text = f'<tu><tuv {attribute}="FR-FR"><seg>Un</seg></tuv><tuv {attribute}="EN_US"><seg>One</seg></tuv></tu>'
    match, reader = SHAPE.fullmatch(text), QuickReader(FOREIGN)
    assert match is not None
    assert reader.read(match, 7) is None
    unit = reader.read(match, 7)
    assert unit is not None
    assert (unit.source.language, unit.target.language) == ("fr-FR", "en-US")


@pytest.mark.parametrize(
    "unit",
    [
        '<tu tuid="a" tuid="b"><tuv xml:lang="fr"><seg>x</seg></tuv><tuv xml:lang="en"><seg>y</seg></tuv></tu>',
        '<tu><prop type="x-state">draft</prop><tuv xml:lang="fr"><seg>x</seg></tuv><tuv xml:lang="en"><seg>y</seg>'
        "</tuv></tu>",
        '<tu><tuv xml:lang="fr"><prop type="a">]]></prop><seg>x</seg></tuv><tuv xml:lang="en"><seg>y</seg></tuv></tu>',
    ],
)
def test_what_is_given_twice_or_by_halves_is_left_to_the_parser(unit: str) -> None:
    assert quick(unit, FOREIGN) is None
