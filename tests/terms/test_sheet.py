"""A workbook gives the rows of its first sheet, however its texts are kept, and a damaged one is told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import GlossaryError
from translate.terms import sheet as module
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.sheet import format_sheet, read_sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXTS = st.text(st.sampled_from("aé <&>\"'|;,\u00a0中"), min_size=1, max_size=6).map(str.strip).filter(bool)


def workbook(path: Path, rows: str, *, shared: str = "", target: str = "worksheets/sheet1.xml") -> Path:
    """Write a workbook as Excel does, with the rows of its first sheet as XML."""
    place = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="Termes" sheetId="1"'
        ' r:id="r7"/><sheet name="Autre" sheetId="2" r:id="r8"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="r8" Target="worksheets/other.xml"/>'
        f'<Relationship Id="r7" Target="{target}"/></Relationships>',
        place: f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    if shared:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{shared}</sst>'
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def inline(*texts: str) -> str:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f"<row>{cells}</row>"


def pairs(path: Path) -> list[tuple[str, str, int]]:
    return [(entry.source, entry.target, entry.line) for entry in read_sheet(path, "fr", "en")]


@pytest.mark.parametrize("target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "feuilles/premiere.xml"])
def test_the_first_sheet_is_found_by_its_link(target: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", inline("fr", "en") + inline("vis", "screw"), target=target)
    assert pairs(path) == [("vis", "screw", 2)]


def test_shared_texts_are_joined_from_their_runs_without_what_tells_how_they_sound(tmp_path: Path) -> None:
    shared = "<si><t>fr</t></si><si><t>en</t></si><si><r><t>vis à </t></r><r><t>bois</t></r></si>"
    shared += "<si><t>screw</t><rPh><t>SKRU</t></rPh></si>"
    rows = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>{one}</v></c><c r="B{row}" t="s"><v>{two}</v></c></row>'
        for row, one, two in ((1, 0, 1), (2, 2, 3))
    )
    assert pairs(workbook(tmp_path / "a.xlsx", rows, shared=shared)) == [("vis à bois", "screw", 2)]


def test_cells_that_are_left_out_keep_the_columns_of_the_others(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>de</v></c><c r="B1"><v>fr</v></c><c r="AA1"><v>en</v></c></row>'
        '<row r="4"><c r="B4"><v>vis</v></c><c r="AA4"><v>screw</v></c></row><row r="5"/>'
        '<row r="6"><c r="B6"><v>12</v></c><c r="AA6"><v>twelve</v></c></row>'
    )
    assert pairs(workbook(tmp_path / "a.xlsx", rows)) == [("vis", "screw", 4), ("12", "twelve", 6)]


@pytest.mark.parametrize(
    ("rows", "shared", "reason"),
    [
        ('<row><c t="s"><v>7</v></c></row>', "<si><t>fr</t></si>", "list index out of range"),
        ('<row><c t="s"><v>x</v></c></row>', "<si><t>fr</t></si>", "invalid literal"),
        ("<row><c>", "", "Opening and ending tag mismatch"),
    ],
)
def test_a_damaged_workbook_is_told_with_what_to_do(rows: str, shared: str, reason: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", rows, shared=shared)
    with pytest.raises(
        GlossaryError, match=rf"a\.xlsx: is no Excel workbook, or damaged \({reason}.*\); save it again"
    ):
        pairs(path)


def test_an_archive_of_something_else_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(GlossaryError, match=r"is no Excel workbook.*xl/workbook\.xml"):
        pairs(tmp_path / "a.xlsx")


def test_a_part_that_unpacks_to_too_much_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx", inline("fr", "en") + inline("vis", "screw") * 500)
    monkeypatch.setattr(module, "_LARGEST", 9000)
    with pytest.raises(GlossaryError, match=r"xl/worksheets/sheet1\.xml is over 0 MB"):
        pairs(path)


def test_no_entity_of_a_workbook_is_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    path = workbook(tmp_path / "a.xlsx", inline("fr", "en") + inline("vis", "screw&amp;nut"))
    with zipfile.ZipFile(path, "a") as archive:
        entity = f'<!DOCTYPE sst [<!ENTITY e SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
        archive.writestr("xl/sharedStrings.xml", f'{entity}<sst xmlns="{MAIN}"><si><t>&e;</t></si></sst>')
    assert pairs(path) == [("vis", "screw&nut", 2)]


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4))
def test_what_is_written_is_read_and_written_again_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("sheet") / "a.xlsx"
    entries = [Entry(one, two, Status.PREFERRED, definition=said) for one, two, said in texts]
    written = format_sheet(Termbase("fr", "en", tuple(entries)))
    path.write_bytes(written)
    found = tuple(read_sheet(path, "fr", "en"))
    assert [(e.source, e.target, e.definition) for e in found] == [
        tuple(" ".join(text.split()) for text in some) for some in texts
    ]
    assert format_sheet(Termbase("fr", "en", found)) == written


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_an_archive_that_is_damaged_anywhere_is_told_on_one_line(place: int, tmp_path: Path) -> None:
    content = format_sheet(Termbase("fr", "en", (Entry("vis", "screw", Status.PREFERRED),)))
    damages = (
        content.replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff", 1),  # a version that is none
        content[:-6] + b"\xff\xff\x00\x00" + content[-2:],  # a directory that begins before the file
        content.replace(b"workbook.xml", b"workbook.xml" + b"\xff" * 40, 1),
        content[:-40],
    )
    (tmp_path / "a.xlsx").write_bytes(damages[place])
    with pytest.raises(GlossaryError, match=r"a\.xlsx: is no Excel workbook, or damaged \(.*\); save it again\.$"):
        pairs(tmp_path / "a.xlsx")


def test_what_a_parser_says_in_two_lines_is_one(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError) as caught:
        pairs(workbook(tmp_path / "a.xlsx", inline("a\0b")))
    assert "\n" not in str(caught.value)


def test_a_cell_far_to_the_right_is_refused(tmp_path: Path) -> None:
    rows = '<row><c r="A1"><v>fr</v></c><c r="ALL1"><v>en</v></c></row>'
    assert pairs(workbook(tmp_path / "a.xlsx", rows)) == []
    with pytest.raises(GlossaryError, match="a row has more than 1,000 columns"):
        pairs(workbook(tmp_path / "a.xlsx", rows.replace("ALL", "ALM")))


def test_a_formula_gives_its_value_and_one_that_fails_gives_no_term(tmp_path: Path) -> None:
    head, failing = inline("fr", "en", "note"), '<c t="e"><f>A1</f><v>#REF!</v></c>'
    sound = f'<row><c t="str"><f>"v"</f><v>vis</v></c><c t="inlineStr"><is><t>screw</t></is></c>{failing}</row>'
    path = workbook(tmp_path / "a.xlsx", head + sound)
    assert [(entry.source, entry.target, entry.note) for entry in read_sheet(path, "fr", "en")] == [
        ("vis", "screw", "")
    ]
    path = workbook(tmp_path / "b.xlsx", f"{head}<row><c><v>1</v></c>{failing}</row>")
    with pytest.raises(GlossaryError, match="2: '1' has no target; write one"):
        pairs(path)
