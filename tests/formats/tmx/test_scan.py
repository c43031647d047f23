"""A TMX file is cut into head and units wherever its chunks end, and what lies between is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from translate.errors import FormatError
from translate.formats.sources import open_xml
from translate.formats.tmx import scan as module
from translate.formats.tmx.quick import UNIT
from translate.formats.tmx.scan import Piece, Scanner

HEAD = (
    '<?xml version="1.0"?>\n<!-- <body> -->\n<!DOCTYPE tmx [<!ELEMENT tmx ANY>]>\n<tmx version="1.4"><header/>\n<body>'
)
PIECES = [
    '<tu tuid="1"><tuv xml:lang="fr"><seg>Un.</seg></tuv><tuv xml:lang="en"><seg>One.</seg></tuv></tu>',
    '<tu\n><tuv xml:lang="fr"><seg><!-- </tu> -->Un.</seg></tuv></tu >',
    "<tu><![CDATA[</tu>]]></tu>",
    "<tu/>x</tu>",
]
STRAYS = ["<!-- <tu>no</tu> -->", "stray", "<![CDATA[<tu>]]>", "<tuv>", "\n\n", "<", "<t"]


def cut(folder: Path, content: str) -> tuple[list[Piece], list[Piece]]:
    """Return the units, by either way of the scanner alike, and the strays."""
    path = folder / "x.tmx"
    path.write_text(content, encoding="utf-8")
    strays: list[Piece] = []
    with open_xml(path) as text:
        scanner = Scanner(text, strays.append)
        scanner.head()
        pieces = list(scanner.pieces())
    with open_xml(path) as text:
        scanner = Scanner(text, lambda _: None)
        scanner.head()
        found = [
            Piece(unit[0].strip(), scanner.line) if isinstance(unit, re.Match) else unit for unit in scanner.units(UNIT)
        ]
    assert found == pieces
    return pieces, strays


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    parts=st.lists(st.sampled_from(PIECES + STRAYS[:5]), max_size=8),
    size=st.sampled_from([1, 2, 3, 7, 40, 1 << 16]),
    read=st.sampled_from([16, 1 << 16]),
)
def test_units_are_found_wherever_a_chunk_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: list[str], size: int, read: int
) -> None:
    monkeypatch.setattr(module, "CHUNK_CHARACTERS", size)
    monkeypatch.setattr(module, "MAX_READ_CHARACTERS", read)
    monkeypatch.setattr(module, "MIN_QUICK_CHARACTERS", 150)
    content = f"{HEAD}\n" + "\n".join(parts) + "\n</body>\n</tmx>"
    pieces, strays = cut(tmp_path, content)
    assert [piece.text for piece in pieces] == [part for part in parts if part in PIECES]
    lines = content.split("\n")
    for piece in [*pieces, *strays]:
        assert piece.text.split("\n")[0] in lines[piece.line - 1]  # A stray is told in parts where a chunk ends.


@pytest.mark.parametrize(
    ("stray", "told"),
    [
        ("stray", ["stray"]),
        ("<!-- x -->", []),
        ("<tuv>", ["<tuv>"]),
        ("<![CDATA[<tu>]]>", ["<![CDATA[<tu>]]>"]),
        (" \n", []),
    ],
)
def test_what_lies_between_units_is_told_but_for_blanks_and_comments(
    stray: str, told: list[str], tmp_path: Path
) -> None:
    _, strays = cut(tmp_path, f"{HEAD}{PIECES[0]}{stray}{PIECES[0]}</body></tmx>")
    assert [piece.text for piece in strays] == told
    assert {piece.line for piece in strays} <= {5}


def test_lines_are_right_however_seldom_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "x.tmx"
    unit = "\n\n<tu>\n<tuv xml:lang='fr'><seg>a</seg></tuv></tu>\n".replace("'", '"')
    unit = unit.replace("</tu>", '<tuv xml:lang="en"><seg>b</seg></tuv></tu>')
    path.write_text(f"<tmx><body>{unit * 900}</body></tmx>", encoding="utf-8")
    with open_xml(path) as text:
        scanner = Scanner(text, lambda _: None)
        scanner.head()
        found = [scanner.line for number, _ in enumerate(scanner.units(UNIT)) if number % 100 == 99]
    assert found == [3 + 4 * number for number in range(99, 900, 100)]


def test_a_long_stray_is_told_in_part(tmp_path: Path) -> None:
    _, strays = cut(tmp_path, f"{HEAD}{'x' * 1000}</body></tmx>")
    assert [len(piece.text) for piece in strays] == [module.MAX_STRAY_CHARACTERS]


BAD = {
    "": "1:1: is empty; expected TMX.",
    "  \n": "2:1: is empty; expected TMX.",
    "Bonjour, tout le monde, encore": "1:1: begins with 'Bo",
    "<?xml version='1.0'?>\n<xliff ": "2:1: is XML, but its root is <xliff>; expected <tmx>.",
    "<tmx>\n<header/>": "1:1: has no <body>, where the units are.",
    "<tmx><body>\n<tu>": "2:1: the file ends before the </tu>: it is truncated. Copy or export it again.",
    "<tmx><body>\n <!-- ": "2:2: the file ends before the end of <!--: it is truncated.",
    "<tmx><body><tu><![CDATA[</tu>": "1:12: the file ends before the end of <![CDATA[: it is truncated.",
    "<tmx><body>\n": "2:1: ends without </body> and </tmx>: the file is truncated.",
    "<tmx><body></body>\n": "ends without </tmx>: the file is truncated.",
    "<!DOCTYPE tmx [<!ENTITY a 'b'>]>\n<tmx>": "1:1: the DOCTYPE declares entities",
    "<1": "1:1: begins with '<1'; expected XML",
}


@pytest.mark.parametrize("content", BAD, ids=lambda content: content[:12])
@pytest.mark.parametrize("size", [1, 1 << 16])
def test_a_file_that_is_no_tmx_or_cut_off_has_a_place(
    content: str, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK_CHARACTERS", size)
    with pytest.raises(FormatError) as caught:
        cut(tmp_path, content)
    assert BAD[content] in str(caught.value)


@pytest.mark.parametrize(
    ("limit", "content", "message"),
    [
        ("MAX_UNIT_CHARACTERS", f"{HEAD}<tu>{'x' * 400}", "no </tu> follows in 100 characters"),
        ("MAX_UNIT_CHARACTERS", f"{HEAD}<!-- {'x' * 400}", "no end of <!-- follows in 100 characters"),
        ("MAX_UNIT_CHARACTERS", f"{HEAD}</body>{'x' * 400}", "ends without </tmx>"),
        ("MAX_HEAD_CHARACTERS", f"<tmx>{'x' * 400}", "has no <body>"),
        ("MAX_HEAD_CHARACTERS", f"<!-- {'x' * 400}", "begins with '<!-- xxx"),
    ],
)
def test_nothing_is_looked_for_without_end(
    limit: str, content: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK_CHARACTERS", 50)
    monkeypatch.setattr(module, limit, 100)
    with pytest.raises(FormatError, match=re.escape(message)):
        cut(tmp_path, content)
