"""Every character of Unicode, in every field, through every format: it comes back, or the loss is reported."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import FULL, HEADER, PLAIN, bitext, kept
from translate.data import Note, TranslationUnit, Variant
from translate.formats import FORMATS, Remark, read_bitext, write_bitext
from translate.formats.xmltext import FORBIDDEN

PROPERTY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SURROGATES = dict.fromkeys(range(55296, 57344))
ANY = st.text(
    st.characters() | st.sampled_from('\x00\x01\x0b\x1b\x1f\x7f\x85\ud800\udfff\ufdd0\ufffe\uffff"\\,;\r\n\t')
)
# Something is visible in a segment, at both ends, where blanks are not in question here.
SEGMENT = ANY.map(lambda text: f"x{text}y")


def write(folder: Path, name: str, unit: TranslationUnit) -> tuple[list[TranslationUnit], list[Remark]]:
    """Write one unit and read it back; the remarks are those of the writer."""
    remarks: list[Remark] = []
    paths = write_bitext(bitext([unit]), folder / "x", name, report=remarks.append)
    return list(read_bitext(paths[0], HEADER).units), remarks


def stripped(unit: TranslationUnit, forbidden: object) -> TranslationUnit:
    """Return `unit` with texts as a format can hold them."""

    def strip(text: str) -> str:
        return text.translate(SURROGATES) if forbidden is SURROGATES else FORBIDDEN.sub("", text)

    source, target = (replace(side, text=strip(side.text)) for side in (unit.source, unit.target))
    return replace(
        unit,
        source=source,
        target=target,
        document=strip(unit.document or ""),
        notes=(Note(strip(unit.notes[0].text)),),
    )


def unit_of(source: str, target: str, extra: str) -> TranslationUnit:
    return replace(
        PLAIN, source=Variant("fr", source), target=Variant("en", target), document=extra, notes=(Note(extra),)
    )


UNIT = st.builds(unit_of, SEGMENT, SEGMENT, SEGMENT)


@pytest.mark.parametrize("name", ["json", "jsonl"])
@PROPERTY
@given(unit=UNIT)
def test_json_holds_all_there_is(name: str, tmp_path: Path, unit: TranslationUnit) -> None:
    assert write(tmp_path, name, unit) == ([unit], [])


@pytest.mark.parametrize("name", ["tsv", "csv", "parquet"])
@PROPERTY
@given(unit=UNIT)
def test_tables_hold_all_but_half_a_surrogate_pair(name: str, tmp_path: Path, unit: TranslationUnit) -> None:
    (read,), remarks = write(tmp_path, name, unit)
    expected = stripped(unit, SURROGATES)
    assert read == kept(expected, FORMATS.load(name), read)
    held = unit if name == "parquet" else replace(unit, notes=expected.notes)
    assert any("lone surrogates were removed" in remark.message for remark in remarks) == (held != expected)


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
@PROPERTY
@given(unit=UNIT)
def test_xml_holds_all_that_it_allows(name: str, tmp_path: Path, unit: TranslationUnit) -> None:
    (read,), remarks = write(tmp_path, name, unit)
    expected = stripped(unit, FORBIDDEN)
    assert read.document == expected.document
    assert read.notes == expected.notes
    for side, other in ((read.source, expected.source), (read.target, expected.target)):
        # A removed character may bring two others together that are one in normal form.
        assert unicodedata.normalize("NFC", side.text) == unicodedata.normalize("NFC", other.text)
    assert any("that XML does not allow" in remark.message for remark in remarks) == (unit != expected)


@PROPERTY
@given(unit=UNIT)
def test_moses_holds_what_fits_on_a_line(tmp_path: Path, unit: TranslationUnit) -> None:
    (read,), remarks = write(tmp_path, "moses", unit)
    for side, other in ((read.source.text, unit.source.text), (read.target.text, unit.target.text)):
        assert len(side.splitlines()) == 1
        words = other.translate(SURROGATES).splitlines()
        assert side == " ".join(words)
    assert bool(remarks) >= (read.source.text != unit.source.text)


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2", "json", "jsonl", "tsv", "csv", "parquet"])
def test_no_control_character_is_lost_unheard(name: str, tmp_path: Path) -> None:
    """One file with each of the 65 controls, the noncharacters and a lone surrogate in a unit of its own."""
    points = [*range(0x20), *range(0x7F, 0xA0), 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xD800]
    units = [replace(PLAIN, name=f"u{point:x}", source=Variant("fr", f"a{chr(point)}b")) for point in points]
    remarks: list[Remark] = []
    path = write_bitext(bitext(units), tmp_path / "x", name, report=remarks.append)[0]
    read = {unit.name: unit.source.text for unit in read_bitext(path, HEADER).units}
    changed = {unit.name for unit in units if read[unit.name] != unit.source.text}
    assert {remark.unit for remark in remarks if remark.unit} == changed
    allowed = {"json": 0, "jsonl": 0, "tsv": 1, "csv": 1, "parquet": 1}
    assert len(changed) == allowed.get(name, 0x20 - 3 + 3)  # But for tab, line feed, carriage return.


@pytest.mark.parametrize("name", list(FORMATS))
def test_what_is_longer_than_a_chunk_comes_back(name: str, tmp_path: Path) -> None:
    text = "é\u2009\U0001d54f" * 30_000
    unit = replace(FULL, source=Variant("fr", text), target=Variant("en", text[::-1]))
    (read,), _ = write(tmp_path, name, unit)
    assert (read.source.text, read.target.text) == (text, text[::-1])
