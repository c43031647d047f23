"""Memories of Wordfast are read whatever their encoding, with dates, people, attributes, codes and characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.cli import main
from translate.data import CodeKind, Origin
from translate.errors import FormatError
from translate.formats import Header, Remark, read_bitext
from translate.formats.base import UnnamedLanguagesError
from translate.memory.matches import Query
from translate.memory.requests import read_requests

HEAD = (
    "%20260131~120000\t%User ID,AB,AB Anne Blanc,MT! Machine translation (15)\t%TU=00000003\t%FR-FR\t"
    "%Wordfast TM v.5.51w9/00\t%EN-GB\t%---00000001\tSubject (5),LE,LE Legal\tClient (5),CA,CA CompArt"
)
UNITS = (
    "20250102~030405\tAB\t7\tFR-FR\tL&'92;été est &tA;long&tB;.\tEN-GB\tSummer is &tA;long&tB;.\tLE\tCA",
    "20250103~000000\tMT!\t0\tFR-FR\tDeux caf\u00e9s\tEN-GB\tTwo coffees",
)


def wordfast(folder: Path, *lines: str, encoding: str = "utf-8", end: str = "\r\n") -> Path:
    path = folder / "old.txt"
    path.write_bytes("".join(f"{line}{end}" for line in lines).encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_memory_is_read_in_each_encoding_that_wordfast_writes(tmp_path: Path, encoding: str, end: str) -> None:
    bitext = read_bitext(wordfast(tmp_path, HEAD, *UNITS, encoding=encoding, end=end))
    assert (bitext.source_language, bitext.target_language) == ("fr-FR", "en-GB")
    assert [(unit.source.text, unit.target.text) for unit in bitext.units] == [
        ("L\u2019été est &tA;long&tB;.", "Summer is &tA;long&tB;."), ("Deux cafés", "Two coffees")
    ]  # fmt: skip


def test_what_the_memory_says_of_a_unit_is_kept(tmp_path: Path) -> None:
    first, second = read_bitext(wordfast(tmp_path, HEAD, *UNITS)).units
    assert dict(first.properties) == {
        "tu@changedate": "20250102T030405Z", "tu@changeid": "AB", "tu@usagecount": "7", "x-Subject": "LE",
        "x-Client": "CA",
    }  # fmt: skip
    assert [(code.id, code.kind) for code in first.source.codes] == [
        ("A", CodeKind.ISOLATED), ("B", CodeKind.ISOLATED)
    ]  # fmt: skip
    assert first.source.text[slice(first.source.codes[0].start, first.source.codes[0].end)] == "&tA;"
    assert (first.origin, second.origin) == (Origin.MEMORY, Origin.MACHINE)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&'26;", "&"),
        ("&'A0;", "\u00a0"),
        ("&'85;", "…"),
        ("&'9;", "\t"),
        ("&'B;", "\n"),
        ("&'81;", "&'81;"),
        ("&;", "&;"),
    ],
)
def test_characters_are_those_of_windows(tmp_path: Path, written: str, read: str) -> None:
    (unit,) = read_bitext(wordfast(tmp_path, HEAD, f"20250102~030405\tAB\t0\tFR-FR\ta{written}b\tEN-GB\tc")).units
    assert unit.source.text == f"a{read}b"


def test_lines_that_are_no_units_are_told(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    lines = (
        "%This is a header",
        "",
        "20250102~030405\tAB\t0\tFR-FR\tseul",
        UNITS[1],
        UNITS[1].replace("FR-FR", "DE-DE"),
    )
    units = list(read_bitext(wordfast(tmp_path, HEAD, *lines), report=remarks.append).units)
    assert [unit.source.text for unit in units] == ["Deux cafés"]
    assert [str(remark).partition("old.txt:")[2] for remark in remarks] == [
        "4: rejected: has 5 fields; expected 7 or more, with tabs between them.",
        "6: lost: a unit in DE-DE and EN-GB is left out.",
    ]


def test_languages_that_the_first_line_does_not_say_are_asked_for(tmp_path: Path) -> None:
    path = wordfast(tmp_path, "%20260131~120000\t%AB\t%TU=1", UNITS[1])
    with pytest.raises(UnnamedLanguagesError, match="in which language its source is; give --source-language"):
        read_bitext(path)
    assert read_bitext(path, Header("fr", "en")).source_language == "fr"
    with pytest.raises(FormatError, match=r"begins with .*expected the first line of a Wordfast memory"):
        read_bitext(wordfast(tmp_path, "Bonjour"), name="wordfast")


def test_a_memory_is_imported_turned_and_looked_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, store = wordfast(tmp_path, HEAD, *UNITS, encoding="utf-16"), tmp_path / "m.tmdb"
    assert main(["memory", "import", str(path), "--into", str(store)]) == 0
    assert "2 units read, 2 added" in capsys.readouterr().out
    assert [unit.source.text for unit in read_bitext(path, Header("en", "fr")).units][1] == "Two coffees"
    asked = list(read_requests(path, Header("fr", "en")))
    assert [(one.query.source, one.query.has_context) for one in asked][1] == ("Deux cafés", True)
    plain = tmp_path / "plain.txt"
    plain.write_text("%Deux cafés\n", "utf-8")
    assert [one.query for one in read_requests(plain, Header("fr", "en"))] == [Query("%Deux cafés")]
