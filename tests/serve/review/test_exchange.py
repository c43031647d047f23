"""Tables go out and come back with what people filled in, and with nothing else."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.serve.review.conftest import Reviewer
from translate.errors import UsageError
from translate.run.decisions import log_path, read_log
from translate.serve.review.exchange import export_units, import_units
from translate.serve.review.listing import listing_of
from translate.serve.review.tables import COLUMNS, TableRow, read_table, write_csv, write_html, write_xlsx

NASTY = TableRow("1", "a#1", "d", "=1+1", "'quoted\nline", "@x\t", "-", "+\x07", "é<b>&amp;", '"")\u2028')
EDITED, VERDICT, SOURCE = COLUMNS.index("edited"), COLUMNS.index("verdict"), COLUMNS.index("source")


def exported(reviewer: Reviewer, kind: str, **values: str) -> bytes:
    return export_units(reviewer.desk, kind, listing_of(values)).data


def fill_in(kind: str, data: bytes, edits: dict[str, dict[str, str]]) -> bytes:
    """Fill rows in, by words of their source, as a person does in an office program or an editor."""
    if kind == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        sheet = book.active
        for row in sheet.iter_rows(min_row=2):
            for words, cells in edits.items():
                if words in str(row[SOURCE].value):
                    for name, text in cells.items():
                        row[COLUMNS.index(name)].value = text
                        row[COLUMNS.index(name)].data_type = "s"  # as where a cell is formatted as text
        file = io.BytesIO()
        book.save(file)
        return file.getvalue()
    rows = read_table(data, f"x.{kind}")
    filled = []
    for row in rows:
        cells = next((cells for words, cells in edits.items() if words in row.source), {})
        filled.append(TableRow(**{name: cells.get(name, getattr(row, name)) for name in COLUMNS}))
    return write_csv(filled) if kind == "csv" else write_html(filled, "x", ("fr", "en"))


@pytest.mark.parametrize("kind", ["xlsx", "csv", "html"])
def test_an_untouched_table_decides_nothing(reviewer: Reviewer, kind: str) -> None:
    done = import_units(reviewer.desk, exported(reviewer, kind), f"review.{kind}")
    assert (done.taken, done.unchanged, done.left_out) == (0, 8, ())
    assert not log_path(reviewer.out).exists()


@pytest.mark.parametrize("kind", ["xlsx", "csv", "html"])
def test_what_is_filled_in_is_taken_and_undone_by_one_step(reviewer: Reviewer, kind: str) -> None:
    edits = {
        "bateau": {"edited": "The {1}boat{/1} leaves — at 8.", "comment": "gut"},
        "chat": {"verdict": "accept"},
        "pleut": {"verdict": "reject"},
        "marins": {"edited": "= 12 sailors"},
    }
    done = import_units(reviewer.desk, fill_in(kind, exported(reviewer, kind), edits), f"review.{kind}")
    assert (done.taken, done.left_out) == (4, ())
    found = {one.source.text: one for one in read_log(log_path(reviewer.out)).decisions}
    assert found["Le *bateau* quitte le quai à 8 h."].target.text == "The *boat* leaves — at 8."
    assert found["Il y a 12 marins."].target.text == "= 12 sailors"
    assert {one.group for one in found.values()} == {done.group}
    assert len(reviewer.post("/api/undo", {"group": done.group})["saved"]) == 4
    assert reviewer.get("/api/units", filter="human")["total"] == 0


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"edited": "The boat leaves."}, "marks"),
        ({"edited": "The {1}boat{/1}{9/} leaves."}, "marks"),
        ({"verdict": "perhaps"}, "unknown verdict"),
        ({"verdict": "edit"}, "no edited target"),
        ({"verdict": "accept", "target": "something else"}, "target changed"),
        ({"verdict": "accept", "digest": "0"}, "source changed"),
        ({"verdict": "accept", "digest": "", "source": "Un bateau."}, "source changed"),
        ({"verdict": "accept", "unit": "a.md#none"}, "no such unit"),
        ({"verdict": "accept", "unit": ""}, "no such unit"),
    ],
)
def test_a_row_that_cannot_be_taken_is_left_out_with_its_reason(
    reviewer: Reviewer, cells: dict[str, str], reason: str
) -> None:
    edits = {"bateau": cells, "chat": {"verdict": "accept"}}
    done = import_units(reviewer.desk, fill_in("csv", exported(reviewer, "csv"), edits), "review.csv")
    assert done.taken == 1
    assert reason in done.left_out[0].reason
    assert done.left_out[0].row == 3


@pytest.mark.parametrize("is_old", [False, True], ids=["table", "table of before"])
def test_a_table_overrules_what_was_decided_since_only_where_it_is_told_to(reviewer: Reviewer, is_old: bool) -> None:
    table = exported(reviewer, "csv")
    if is_old:  # which said nothing of what stood
        table = table.replace(b".todo,", b",")
    anne, bo = (
        fill_in("csv", table, {"chat": {"edited": f"The cat {verb}."}, "pleut": {"verdict": "reject"}})
        for verb in ("naps", "dozes")
    )
    assert import_units(reviewer.desk, anne, "anne.csv").taken == 2
    again = import_units(reviewer.desk, anne, "anne.csv")
    assert (again.taken, again.left_out) == (0, ())
    done = import_units(reviewer.desk, bo, "bo.csv")
    (left,) = done.left_out
    assert (done.taken, left.name.partition("#")[0]) == (0, "b/c.txt")
    assert "'Le chat dort.': 'The cat naps.' of Zoé stands" in left.reason
    assert "which says 'The cat dozes.'" in left.reason
    assert import_units(reviewer.desk, bo, "bo.csv", overrules=True).taken == 1
    assert len(import_units(reviewer.desk, anne, "anne.csv").left_out) == 1


def test_a_table_says_what_stood_when_it_was_made(reviewer: Reviewer) -> None:
    reviewer.decide(reviewer.row("chat"), "edit", plain="The cat naps.")
    table = exported(reviewer, "csv")
    filled = fill_in("csv", table, {"chat": {"edited": "The cat dozes."}})
    reviewer.decide(reviewer.row("chat"), "reopen")
    assert len(import_units(reviewer.desk, filled, "x.csv").left_out) == 1
    reviewer.decide(reviewer.row("chat"), "edit", plain="The cat naps.")
    assert import_units(reviewer.desk, filled, "x.csv").taken == 1


def with_formula(data: bytes, value: bytes) -> bytes:
    """Put a formula into the column `edited` of a workbook's third row, as an office program saves it."""
    kind = b"e" if b"#" in value else b"str"
    cell = b'<c r="F3" t="%b"><f>"Bake "&amp;"it"</f>%b</c>' % (kind, value)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename.endswith("sheet1.xml"):
                content, count = re.subn(rb'<c r="F3"[^>]*?(/>|>.*?</c>)', cell, content, count=1)
                assert count == 1
            new.writestr(item, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("value", "expected"), [(b"<v>Bake it</v>", "Bake it"), (b"", None), (b"<v></v>", None), (b"<v>#NAME?</v>", None)]
)
def test_of_a_formula_its_value_is_taken_or_its_row_refused(
    reviewer: Reviewer, value: bytes, expected: str | None
) -> None:
    rows = fill_in("xlsx", exported(reviewer, "xlsx"), {})
    done = import_units(reviewer.desk, with_formula(rows, value), "x.xlsx")
    if expected is None:
        (left,) = done.left_out
        assert (left.row, "formula" in left.reason) == (3, True)
    else:
        assert [row.edited for row in read_table(with_formula(rows, value), "x.xlsx") if row.edited] == [expected]


def test_a_unit_that_is_there_twice_is_left_out(reviewer: Reviewer) -> None:
    rows = read_table(fill_in("csv", exported(reviewer, "csv"), {"chat": {"verdict": "accept"}}), "x.csv")
    done = import_units(reviewer.desk, write_csv([*rows, *rows]), "x.csv")
    assert (done.taken, len(done.left_out)) == (0, 2)


@pytest.mark.parametrize(
    ("write", "name"), [(write_xlsx, "x.xlsx"), (partial(write_html, title="t", languages=("fr", "en")), "x.html")]
)
@pytest.mark.parametrize("character", ["\x00", "\x1f", "\ud800", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_replaced_in_a_table(write: Any, name: str, character: str) -> None:
    (row,) = read_table(write([TableRow("1", "a#1", "d", f"Un{character}mot.", "A word.")]), name)
    assert row.source == "Un\ufffdmot."


@pytest.mark.parametrize("write", [write_xlsx, write_csv, lambda rows: write_html(rows, "t", ("fr", "en"))])
def test_no_cell_is_a_formula_or_markup_and_texts_come_back(write: Any) -> None:
    data = write([NASTY])
    kind = "xlsx" if data.startswith(b"PK") else "html" if data.startswith(b"<!") else "csv"
    (row,) = read_table(data, f"x.{kind}")
    assert (row.source, row.verdict) == ("=1+1", "-")
    assert row.issues == "é<b>&amp;"
    if kind == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).active
        assert {cell.data_type for cell in sheet[2]} == {"s"}
        assert sheet.protection.sheet
        assert not sheet.cell(2, EDITED + 1).protection.locked
        assert sheet.cell(2, SOURCE + 1).protection.locked
    elif kind == "csv":
        assert data.startswith(b"\xef\xbb\xbf")
        cells = next(iter(list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1:]))
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    else:
        assert b"<b>" not in data


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.xlsx", b"no zip", "not a workbook"),
        ("x.csv", b"unit,source\n\xe9", "not UTF-8: byte 0xe9 in line 2"),
        ("x.csv", b"\xff\xfe", "lacks the column"),
        ("x.csv", b"a,b\n", "lacks the column"),
        ("x.html", b"<p>none", "no table"),
        ("x.doc", b"", "unknown kind"),
        ("../../x", b"", "unknown kind"),
    ],
)
def test_what_is_no_table_of_ours_is_an_error(name: str, data: bytes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        read_table(data, name)


def test_a_table_that_excel_saved_as_unicode_text_is_read() -> None:
    head = "unit\tsource\tedited\tverdict\tcomment\r\n"
    (row,) = read_table(f"{head}a\tIl neige.\tIt’s snowing.\t\t\r\n".encode("utf-16"), "x.csv")
    assert (row.source, row.edited) == ("Il neige.", "It’s snowing.")


def test_a_workbook_with_a_document_type_or_too_much_in_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x/>'
        )
    with pytest.raises(UsageError, match="document type"):
        read_table(file.getvalue(), "x.xlsx")
    monkeypatch.setattr("translate.serve.review.workbooks.MOST_UNPACKED", 10)
    with pytest.raises(UsageError, match="unpacks to more"):
        read_table(write_xlsx([NASTY]), "x.xlsx")


def test_a_table_comes_from_the_page_and_goes_back_to_it(reviewer: Reviewer, tmp_path: Path) -> None:
    answer = reviewer.client.post(
        "/api/export", json={"kind": "xlsx", "doc": 1, "filter": "all"}, headers=reviewer.headers
    )
    assert answer.headers["content-disposition"] == 'attachment; filename="review.xlsx"'
    data = fill_in("xlsx", answer.content, {"chat": {"edited": "The cat sleeps."}})
    sent = reviewer.client.post("/api/import", files={"file": ("review.xlsx", data)}, headers=reviewer.headers)
    assert sent.json() | {"group": "", "log": ""} == {
        "group": "", "taken": 1, "unchanged": 1, "left_out": [], "log": "",
    }  # fmt: skip
    assert reviewer.row("chat")["target_plain"] == "The cat sleeps."


def damaged(data: bytes, part: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """Return a workbook with a part that was changed, or taken out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(file, "w") as other:
        for name in archive.namelist():
            held = change(archive.read(name)) if name == part else archive.read(name)
            if held is not None:
                other.writestr(name, held)
    return file.getvalue()


PARTS = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml")
DAMAGES: dict[str, Callable[[bytes], bytes | None]] = {
    "missing": lambda held: None,
    "empty": lambda held: b"",
    "cut": lambda held: held[: len(held) // 2],
    "no markup": lambda held: b"hello",
    "other markup": lambda held: b"<a/>",
    "without attributes": lambda held: re.sub(rb' [A-Za-z]+="[^"]*"', b"", held),
    "wrong numbers": lambda held: re.sub(rb'="\d+"', b'="x"', held),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_workbook_is_read_or_refused_in_words(part: str, damage: str) -> None:
    data = damaged(write_xlsx([NASTY]), part, DAMAGES[damage])
    try:
        rows = read_table(data, "a.xlsx")
    except UsageError as exc:
        assert re.match("not a workbook that can be read: .|the first row lacks", str(exc))
    else:
        assert [row.unit for row in rows] == ["a#1"]


def test_a_workbook_whose_bytes_were_changed_is_read_or_refused() -> None:
    data, chance = write_xlsx([NASTY]), random.Random(5)
    refused = 0
    for _ in range(60):
        changed = bytearray(data)
        for _ in range(8):
            changed[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(UsageError):
            read_table(bytes(changed), "a.xlsx")
            refused -= 1
        refused += 1
    assert refused > 30


def test_a_damaged_workbook_sent_by_the_page_is_a_bad_request(reviewer: Reviewer) -> None:
    data = damaged(write_xlsx([NASTY]), "xl/workbook.xml", lambda held: held[:200])
    answer = reviewer.client.post("/api/import", files={"file": ("a.xlsx", data)}, headers=reviewer.headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_request")
