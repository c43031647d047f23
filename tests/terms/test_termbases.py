"""A termbase comes back from each format as it went in, status and definitions with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from translate.errors import GlossaryError, UnknownNameError
from translate.terms.entry import Entry, Status, Termbase, parse_status
from translate.terms.glossary import read_glossary
from translate.terms.termbases import FORMATS, format_of_termbase, format_termbase, read_termbase

VALVE = Entry(
    "vanne", "valve", Status.PREFERRED, concept="c1", part="noun", domain="hydraulics", definition="Ferme un tuyau."
)
ENTRIES = (
    VALVE,
    replace(VALVE, target="gate", status=Status.ADMITTED),
    replace(VALVE, target="tap", status=Status.FORBIDDEN),
    Entry("Hydrolux", "Hydrolux", Status.KEEP, concept="c2"),
    Entry("bride & joint", "flange <kit>", Status.PREFERRED, concept="c3", note="1998, see drawing"),
)
BASE = Termbase("fr", "en", ENTRIES)
FULL = [name for name in FORMATS if name != "omegat"]


def there_and_back(base: Termbase, name: str, folder: Path) -> tuple[Entry, ...]:
    path = folder / "base"
    path.write_bytes(format_termbase(base, name))
    return read_termbase(path, "fr", "en").entries


def without_lines(entries: tuple[Entry, ...]) -> list[tuple[str, ...]]:
    return [(e.source, e.target, e.status, e.concept, e.part, e.domain, e.definition, e.note) for e in entries]


@pytest.mark.parametrize("name", FULL)
def test_nothing_is_lost_on_the_way_through_a_format(name: str, tmp_path: Path) -> None:
    assert without_lines(there_and_back(BASE, name, tmp_path)) == without_lines(ENTRIES)


def test_omegat_keeps_terms_status_and_what_is_said_of_them(tmp_path: Path) -> None:
    found = there_and_back(BASE, "omegat", tmp_path)
    assert [(e.source, e.target, e.status) for e in found] == [(e.source, e.target, e.status) for e in ENTRIES]
    assert [e.definition or e.note for e in found] == [e.definition or e.note for e in ENTRIES]


LETTERS = st.sampled_from("abéœÀ ß'’-&<>\"«»;,.|#+1")
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(lambda text: " ".join(text.split()))
TEXTS = WORDS.filter(bool).filter(lambda text: not text.startswith("#"))
KINDS = st.sampled_from([Status.PREFERRED, Status.ADMITTED, Status.FORBIDDEN])


@pytest.mark.parametrize("name", FULL)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.tuples(TEXTS, TEXTS, KINDS, WORDS), min_size=1, max_size=4, unique_by=lambda row: row[:2]))
def test_any_terms_come_back(name: str, rows: list[tuple[str, str, Status, str]], tmp_path: Path) -> None:
    entries = tuple(Entry(*row[:3], concept=f"k{n}", definition=row[3]) for n, row in enumerate(rows))
    assert without_lines(there_and_back(Termbase("fr", "en", entries), name, tmp_path)) == without_lines(entries)


@pytest.mark.parametrize("name", list(FORMATS))
def test_equal_termbases_are_equal_files(name: str) -> None:
    assert format_termbase(BASE, name) == format_termbase(BASE, name)


def test_a_preferred_term_goes_before_an_admitted_one_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "base.tsv"
    path.write_text("source\ttarget\tstatus\nvanne\tgate\tadmitted\nvanne\tvalve\tpreferred\n", encoding="utf-8")
    assert [term.targets for term in read_glossary(path, "fr", "en")] == [("valve", "gate")]


def test_a_source_of_one_concept_has_all_its_targets(tmp_path: Path) -> None:
    path = tmp_path / "base.tbx"
    entries = (
        Entry("vis", "screw", Status.PREFERRED, concept="c1"),
        Entry("boulon", "screw", Status.PREFERRED, concept="c1"),
    )
    path.write_bytes(format_termbase(Termbase("fr", "en", entries), "tbx"))
    assert path.read_bytes().count(b"conceptEntry id") == 1
    assert [(e.source, e.target) for e in read_termbase(path, "fr", "en").entries] == [
        ("vis", "screw"),
        ("boulon", "screw"),
    ]


@pytest.mark.parametrize(("name", "tag"), [("tbx", "tbx"), ("tbx-dct", "tbx"), ("tbx2", "martif")])
def test_each_style_of_tbx_has_its_own_root_and_notes(name: str, tag: str) -> None:
    root = etree.fromstring(format_termbase(BASE, name))
    assert etree.QName(root).localname == tag
    assert root.get("style") == {"tbx": "dca", "tbx-dct": "dct", "tbx2": None}[name]
    noted = [etree.QName(note).localname for note in root.iter("{*}termNote", "{*}administrativeStatus")]
    assert set(noted) == ({"administrativeStatus"} if name == "tbx-dct" else {"termNote"})


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("preferredTerm-admn-sts", Status.PREFERRED),
        ("Approved", Status.PREFERRED),
        ("admittedTerm", Status.ADMITTED),
        ("supersededTerm-admn-sts", Status.FORBIDDEN),
        ("keep", Status.KEEP),
        ("maybe", None),
    ],
)
def test_a_status_goes_by_the_names_of_many_tools(name: str, status: Status | None) -> None:
    assert parse_status(name) is status


def test_a_workbook_of_excel_has_shared_texts(tmp_path: Path) -> None:
    import zipfile

    path = tmp_path / "base.xlsx"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    path.write_bytes(format_termbase(BASE, "xlsx"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{main}"><si><t>vis</t><rPh><t>x</t></rPh></si><si><r><t>scr</t></r><r><t>ew</t></r></si></sst>'
    )
    parts["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{main}"><sheetData><row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c>'
        '</row></sheetData></worksheet>'
    )  # fmt: skip
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace("B3", "A3").replace("D3", "B3")
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    (entry,) = read_termbase(path, "fr", "en").entries
    assert (entry.source, entry.target, entry.line) == ("vis", "screw", 3)


def test_what_is_no_workbook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "base.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 40)
    with pytest.raises(GlossaryError, match="is no Excel workbook"):
        read_termbase(path, "fr", "en")


def test_a_format_is_told_by_the_extension_or_named(tmp_path: Path) -> None:
    assert format_of_termbase(Path("a.XLSX")) == "xlsx"
    with pytest.raises(UnknownNameError, match=r"Known: \.csv"):
        format_of_termbase(Path("a.pdf"))
    with pytest.raises(UnknownNameError, match="termbase format"):
        format_termbase(BASE, "pdf")
