"""Which two languages of a file are read, and what is said of the others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import FULL, PLAIN, bitext
from translate.data import Origin, Variant
from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext, write_bitext
from translate.formats.pairs import choose, turn


@pytest.mark.parametrize(
    ("found", "wanted", "source", "expected"),
    [
        ({("de", "it"): 2}, None, "de", ("de", "it")),
        ({("de", "it"): 2}, None, "it", ("it", "de")),
        ({("de", "it"): 2}, None, None, ("de", "it")),
        ({("en", "fr", "es"): 3, ("en", "es"): 1}, None, "en", ("en", "es")),
        ({("en", "fr", "es"): 3}, None, "en", ("en", "fr")),
        ({("en", "fr", "es"): 3}, Header("es", "fr"), "en", ("es", "fr")),
        ({("en", "fr", "es"): 3}, Header("", "es"), "en", ("en", "es")),
        ({("en", "fr", "es"): 3}, Header("fr", ""), "en", ("fr", "en")),
        ({("en", "fr"): 3}, Header("de", "fr"), "en", None),
        ({("en", "fr"): 3}, Header("en", "de"), "en", None),
        ({("en-GB", "fr-CA"): 2}, Header("en", "fr"), "en-US", ("en-GB", "fr-CA")),
        ({("en-GB", "fr-CA"): 2, ("en-US", "fr-CA"): 1}, None, "en", ("en", "fr-CA")),
        ({("en-GB", "en-US", "fr"): 2}, Header("en-US", "fr"), "en-GB", ("en-US", "fr")),
        ({("en-US", "en-GB"): 2}, None, "en-US", ("en-US", "en-GB")),
        ({("en-US", "en-GB"): 2}, Header("en-GB", "en-US"), "en-US", ("en-GB", "en-US")),
        ({("pt-PT", "pt-BR", "fr"): 2}, Header("pt-PT", "pt-BR"), None, ("pt-PT", "pt-BR")),
    ],
)
def test_the_pair_is_the_stated_one_or_that_of_the_file(
    found: dict[tuple[str, ...], int], wanted: Header | None, source: str | None, expected: tuple[str, str] | None
) -> None:
    header = choose(found, wanted, source)
    assert (header and (header.source_language, header.target_language)) == expected


@pytest.mark.parametrize("name", ["json", "jsonl", "parquet", "xliff", "xliff2", "tmx", "tsv"])
def test_units_are_turned_round_where_the_other_direction_is_stated(name: str, tmp_path: Path) -> None:
    (path,) = write_bitext(bitext([PLAIN]), tmp_path / "x", name)
    remarks: list[Remark] = []
    read = read_bitext(path, Header("en", "fr"), report=remarks.append)
    (unit,) = read.units
    assert (read.source_language, read.target_language) == ("en", "fr")
    assert (unit.source.text, unit.target.text) == (PLAIN.target.text, PLAIN.source.text)


@pytest.mark.parametrize("name", ["json", "jsonl", "parquet", "xliff", "xliff2", "tmx"])
def test_a_stated_pair_that_is_not_there_is_an_error_that_names_what_is(name: str, tmp_path: Path) -> None:
    (path,) = write_bitext(bitext([PLAIN]), tmp_path / "x", name)
    with pytest.raises(FormatError, match=r"has no units from de to it; it has fr–en \(1\)"):
        read_bitext(path, Header("de", "it"))


def test_what_was_measured_of_the_old_target_does_not_turn_with_it() -> None:
    turned = turn(replace(FULL, alignment="2-1"))
    assert (turned.score, turned.issues, turned.edits, turned.alignment) == (None, (), (), "1-2")
    assert turned.origin is Origin.MEMORY, "no machine wrote the French"


def test_a_language_that_is_left_out_is_said_once_with_its_count(tmp_path: Path) -> None:
    unit = "<tu>" + "".join(f'<tuv xml:lang="{code}"><seg>{code}!</seg></tuv>' for code in ("fr", "en", "de")) + "</tu>"
    (tmp_path / "x.tmx").write_text(
        f'<tmx version="1.4"><header srclang="fr"/><body>{unit * 3}</body></tmx>', encoding="utf-8"
    )
    remarks: list[Remark] = []
    assert len(list(read_bitext(tmp_path / "x.tmx", report=remarks.append).units)) == 3
    lost = [remark.message for remark in remarks if remark.verdict is Verdict.LOST]
    assert lost == ["the language 'de' is left out: 3 units have it."]


def test_a_file_of_which_no_unit_can_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_text("fr\ten\tscore\nOui.\tYes.\thigh\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"x\.tsv:2: none of its 1 units can be read: could not convert"):
        list(read_bitext(tmp_path / "x.tsv", report=lambda _: None).units)


def test_a_file_without_units_is_none(tmp_path: Path) -> None:
    (path,) = write_bitext(bitext([]), tmp_path / "x", "tmx")
    assert list(read_bitext(path).units) == []


def test_two_regions_of_one_language_are_two_columns(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("pt-PT,pt-BR\nfato,terno\n", encoding="utf-8")
    (unit,) = read_bitext(tmp_path / "x.csv", Header("pt-BR", "pt-PT")).units
    assert (unit.source, unit.target) == (Variant("pt-BR", "terno"), Variant("pt-PT", "fato"))
