"""In which languages an XLIFF file is read: those of its parts, region by region, or of its units."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.formats import Header, Remark, pairs_of, read_bitext

UNIT = '<trans-unit id="1"><source{0}>Une haie.</source><target{1}>{2}</target></trans-unit>'


def part(source: str, target: str, text: str, of_unit: tuple[str, str] = ("", "")) -> str:
    said = (f' source-language="{source}"' if source else "") + (f' target-language="{target}"' if target else "")
    sides = [f' xml:lang="{code}"' if code else "" for code in of_unit]
    return f'<file original="{text}" datatype="x"{said}><body>{UNIT.format(*sides, text)}</body></file>'


def write(folder: Path, *parts: str) -> Path:
    path = folder / "x.xlf"
    path.write_text(f'<xliff version="1.2">{"".join(parts)}</xliff>', encoding="utf-8")
    return path


REGIONS = (part("fr-CA", "en-US", "A gray hedge."), part("fr-CA", "de", "Eine Hecke."), part("fr", "en_gb", "A hedge."))


@pytest.mark.parametrize(
    ("wanted", "header", "targets"),
    [
        (None, ("fr", "en"), [("en-US", "A gray hedge."), ("en-GB", "A hedge.")]),
        (Header("fr", "en"), ("fr", "en"), [("en-US", "A gray hedge."), ("en-GB", "A hedge.")]),
        (Header("fr", "en-GB"), ("fr", "en-GB"), [("en-GB", "A hedge.")]),
        (Header("fr", "en-AU"), ("fr", "en"), [("en-US", "A gray hedge."), ("en-GB", "A hedge.")]),
        (Header("", "de"), ("fr-CA", "de"), [("de", "Eine Hecke.")]),
        (Header("fr-CA", "en"), ("fr-CA", "en-US"), [("en-US", "A gray hedge.")]),
    ],
)
def test_units_keep_their_region_and_a_stated_one_is_the_only_one(
    wanted: Header | None, header: tuple[str, str], targets: list[tuple[str, str]], tmp_path: Path
) -> None:
    bitext = read_bitext(write(tmp_path, *REGIONS), wanted, report=lambda _: None)
    assert (bitext.source_language, bitext.target_language) == header
    assert [(unit.target.language, unit.target.text) for unit in bitext.units] == targets


def test_each_language_that_is_left_out_is_told_once_with_its_count(tmp_path: Path) -> None:
    remarks: list[Remark] = []
    path = write(tmp_path, *REGIONS, part("fr-CA", "de", "Noch eine Hecke."), part("it", "es", "Un seto."))
    list(read_bitext(path, report=remarks.append).units)
    assert [remark.message for remark in remarks if remark.is_of_pair] == [
        "the language 'de' is left out: 2 units have it.",
        "the language 'it–es' is left out: 1 unit has it.",
    ]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (REGIONS, [("fr-CA", "en-US"), ("fr-CA", "de"), ("fr", "en-GB")]),
        ((part("fr", "en", "A hedge."), part("fr", "en-GB", "A hedge."), part("fr", "it", "Una siepe.")),
         [("fr", "en"), ("fr", "it")]),
    ],
)  # fmt: skip
def test_a_pair_without_regions_includes_them(
    parts: tuple[str, ...], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert [(pair.source_language, pair.target_language) for pair in pairs_of(write(tmp_path, *parts))] == expected


def test_units_name_the_languages_that_their_file_does_not(tmp_path: Path) -> None:
    parts = [part("", "", text, ("fr", code)) for code, text in (("en", "A hedge."), ("de", "Eine Hecke."))]
    bitext = read_bitext(write(tmp_path, *parts), report=lambda _: None)
    assert [(unit.target.language, unit.target.text) for unit in bitext.units] == [("en", "A hedge.")]


@pytest.mark.parametrize(("source", "target"), [("French", "English"), ("Français", "Anglais"), ("FRA", "eng")])
def test_names_of_languages_are_read_as_their_codes(source: str, target: str, tmp_path: Path) -> None:
    bitext = read_bitext(write(tmp_path, part(source, target, "A hedge.")))
    assert (bitext.source_language, bitext.target_language) == ("fr", "en")


def test_a_file_that_names_no_language_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="has no source-language; give the languages to read"):
        read_bitext(write(tmp_path, part("", "en", "A hedge.")))


def test_one_in_another_format_is_told_by_its_root(tmp_path: Path) -> None:
    path = tmp_path / "x.xlf"
    path.write_text("<tmx><header/><body><tu/></body></tmx>", encoding="utf-8")
    with pytest.raises(FormatError, match="its root is <tmx>; expected <xliff>"):
        read_bitext(path)
