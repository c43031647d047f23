"""Small workbooks for tests, made of the cells and parts that a test speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.documents.packages import DECLARATION, content_types, read, write_package

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
STRINGS, SHEET, TABLE = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/tables/table1.xml"


def relations(*parts: tuple[str, str]) -> str:
    """Relationships of kinds to targets, whose ids are r1, r2, …"""
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{kind if "://" in kind else f"{RELATED}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


def write_sheets(
    path: Path,
    *bodies: str,
    strings: Sequence[str] = (),
    names: Sequence[str] = ("Bilan", "Calculs"),
    state: str = "visible",
    defined: str = "",
    parts: Mapping[str, str] | None = None,
    related: Sequence[tuple[str, str]] = (),
) -> Path:
    """Write a workbook of sheets with some content.

    :param strings: shared strings, as plain text or as elements.
    :param state: of the last sheet; the others are visible.
    :param defined: a defined name.
    :param related: kinds and names of parts that the first sheet refers to.
    """
    sheets = [f"worksheets/sheet{number}.xml" for number in range(1, len(bodies) + 1)]
    states = ["visible"] * (len(sheets) - 1) + [state]
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" state="{seen}" r:id="r{number}"/>'
        for number, (name, seen) in enumerate(zip(names, states, strict=False), 1)
    )
    space = f'xmlns="{MAIN}" xmlns:r="{RELATED}"'
    shared = "".join(f"<si>{one}</si>" if one.startswith("<") else f"<si><t>{one}</t></si>" for one in strings)
    listing = [*(("worksheet", one) for one in sheets), ("sharedStrings", "sharedStrings.xml")]
    made = {
        "xl/workbook.xml": f"<workbook {space}><sheets>{listed}</sheets>{defined}</workbook>",
        "xl/_rels/workbook.xml.rels": relations(*listing),
        STRINGS: f"<sst {space}>{shared}</sst>",
        "xl/worksheets/_rels/sheet1.xml.rels": relations(*((kind, f"/{part}") for kind, part in related)),
    }
    made |= {f"xl/{name}": f"<worksheet {space}>{body}</worksheet>" for name, body in zip(sheets, bodies, strict=True)}
    types = content_types({"xl/workbook.xml": f"{TYPE}sheet.main+xml"})
    return write_package(path, {"[Content_Types].xml": types, **made, **(parts or {})})


def cells(*rows: Sequence[int | str], hidden: Sequence[int] = ()) -> str:
    """Rows of cells: a number is that of a shared string, a text that begins with `=` a formula, other text inline."""
    return (
        f"<sheetData>{''.join(_row(number, row, number in hidden) for number, row in enumerate(rows, 1))}</sheetData>"
    )


def _row(number: int, row: Sequence[int | str], is_hidden: bool) -> str:
    made = "".join(_cell(f"{chr(65 + column)}{number}", one) for column, one in enumerate(row))
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if is_hidden else ""}>{made}</row>'


def _cell(place: str, content: int | str) -> str:
    if isinstance(content, int):
        return f'<c r="{place}" t="s"><v>{content}</v></c>'
    if content.startswith("="):
        return f'<c r="{place}" t="str"><f>{content[1:]}</f><v>Résultat</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{content}</t></is></c>'


def table(*columns: str, ref: str, more: str = "") -> str:
    listed = "".join(f'<tableColumn id="{number}" {column}/>' for number, column in enumerate(columns, 1))
    named = f'id="1" name="Gens" displayName="Gens" ref="{ref}"{more}'
    return f'<table xmlns="{MAIN}" {named}><tableColumns>{listed}</tableColumns></table>'


def offered(path: Path, **config: object) -> list[tuple[str, str]]:
    return [(block.text, block.context) for block in read(path, "xlsx", **config).blocks]
