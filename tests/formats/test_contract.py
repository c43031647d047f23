"""What every format in the table keeps to; to register one is to have it tested."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from tests.formats.samples import CARRIED, CODED, FULL, HEADER, PLAIN, UNIT, UNITS, bitext, kept
from translate.data import State, TranslationUnit, Variant
from translate.errors import FormatError, OutputError, UsageError
from translate.formats import FORMATS, Format, Header, Remark, Verdict, format_of, place_of, read_bitext, write_bitext
from translate.formats.base import FIELDS

PROPERTY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=list(FORMATS))
def plugin(request: pytest.FixtureRequest) -> Format:
    return FORMATS.load(request.param)


def write(plugin: Format, stem: Path, units: tuple[TranslationUnit, ...] = UNITS) -> tuple[Path, ...]:
    return write_bitext(bitext(units), stem, plugin.name, report=lambda _: None)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_name_is_the_key(plugin: Format) -> None:
    assert plugin.name in FORMATS
    assert plugin.holds <= FIELDS


def test_paths_are_what_is_written_and_claimed(plugin: Format, tmp_path: Path) -> None:
    paths = write(plugin, tmp_path / "news.v1.2")
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    assert all(path.name.startswith("news.v1.2.") for path in paths)
    assert [format_of(path) for path in paths] == [plugin.name] * len(paths)


def test_a_name_tells_the_place(plugin: Format, tmp_path: Path) -> None:
    for path in plugin.paths(tmp_path / "news.v1.2", HEADER):
        assert place_of(path) == (plugin, tmp_path / "news.v1.2")
        packed = path.with_name(path.name + ".gz")
        if plugin.name == "tmx":
            packer, stem = place_of(packed)
            assert packer.paths(stem, HEADER) == (packed,)
        else:
            with pytest.raises(UsageError, match=r"only \.tmx can be written compressed"):
                place_of(packed)


def test_what_it_holds_is_read_back(plugin: Format, tmp_path: Path) -> None:
    read = read_bitext(write(plugin, tmp_path / "news")[0])
    assert (read.source_language, read.target_language) == ("fr", "en")
    assert read.signature == (HEADER.signature if "signature" in plugin.holds else "")
    units = tuple(read.units)
    assert units == tuple(kept(unit, plugin, back) for unit, back in zip(UNITS, units, strict=True))
    assert tuple(read.units) == units, "units can be iterated again"


def test_regions_are_kept(plugin: Format, tmp_path: Path) -> None:
    header = Header("fr-FR", "en-GB")
    unit = replace(
        PLAIN, source=replace(PLAIN.source, language="fr-FR"), target=replace(PLAIN.target, language="en-GB")
    )
    path = write_bitext(bitext([unit], header), tmp_path / "news", plugin.name)[0]
    read = read_bitext(path)
    assert (read.source_language, read.target_language) == ("fr-FR", "en-GB")
    assert [kept(unit, plugin, back) for back in read.units] == list(read.units)


def test_no_unit_makes_a_whole_file(plugin: Format, tmp_path: Path) -> None:
    path = write(plugin, tmp_path / "news", ())[0]
    assert list(read_bitext(path).units) == []


@PROPERTY
@given(units=st.lists(UNIT, max_size=3, unique_by=lambda unit: unit.name).map(tuple))
def test_any_text_survives(tmp_path: Path, units: tuple[TranslationUnit, ...]) -> None:
    """All formats in one test, for to make up units takes ten times as long as to write and read them."""
    for name in FORMATS:
        note(f"as {name}")
        plugin = FORMATS.load(name)
        given = fitting(units, plugin)
        paths = write(plugin, tmp_path / "news", given)
        first = [path.read_bytes() for path in paths]
        read = tuple(read_bitext(paths[0], HEADER).units)
        assert read == tuple(kept(unit, plugin, back) for unit, back in zip(given, read, strict=True))
        write(plugin, tmp_path / "news", read)
        assert [path.read_bytes() for path in paths] == first


def fitting(units: tuple[TranslationUnit, ...], plugin: Format) -> tuple[TranslationUnit, ...]:
    if plugin.name in ("tmx", "xliff", "xliff2"):
        units = tuple(map(in_normal_form, units))
    if plugin.name == "moses":
        units = tuple(map(on_one_line, units))
    if plugin.name == "tmx":
        units = tuple(unit for unit in units if unit.standing is not State.UNTRANSLATED)
    return units


def in_normal_form(unit: TranslationUnit) -> TranslationUnit:
    """Return `unit` in normal form NFC; where there are codes, the strategy made each stretch normal by itself."""
    source, target = (
        side if side.codes else replace(side, text=unicodedata.normalize("NFC", side.text))
        for side in (unit.source, unit.target)
    )
    return replace(unit, source=source, target=target)


def on_one_line(unit: TranslationUnit) -> TranslationUnit:
    source, target = ("|".join(side.text.lstrip("\ufeff").splitlines()) for side in (unit.source, unit.target))
    return replace(unit, source=Variant("fr", source), target=Variant("en", target))


def test_the_same_units_make_the_same_bytes(plugin: Format, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(plugin, tmp_path / folder / "news")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_an_error_inside_leaves_the_previous_files_whole(plugin: Format, tmp_path: Path) -> None:
    write(plugin, tmp_path / "news")
    before = contents(tmp_path)
    with (
        pytest.raises(RuntimeError, match="crash"),
        plugin.open(tmp_path / "news", HEADER, report=lambda _: None) as writer,
    ):
        writer.write(CARRIED)
        raise RuntimeError("crash")
    assert contents(tmp_path) == before


def test_nothing_is_left_where_the_folder_is_a_file(plugin: Format, tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("there is a file with this name")
    with pytest.raises(OutputError, match="there is a file with this name"):
        write(plugin, tmp_path / "folder" / "news")
    assert contents(tmp_path) == {"folder": b"there is a file with this name"}


def test_each_loss_is_said_once(plugin: Format, tmp_path: Path) -> None:
    remarks: list[Remark] = []
    twice = (replace(FULL, name="1"), replace(FULL, name="2"), CODED, replace(CODED, name="5"))
    write_bitext(bitext(twice), tmp_path / "news", plugin.name, report=remarks.append)
    lost = sorted(remark.message.split("'")[1] for remark in remarks if remark.verdict is Verdict.LOST)
    assert lost == sorted(FIELDS - plugin.holds - {"name", "origin", "signature"})


def test_a_missing_file_is_named(plugin: Format, tmp_path: Path) -> None:
    path = plugin.paths(tmp_path / "nothing", HEADER)[0]
    with pytest.raises(FormatError, match=rf"{path.name}: (cannot be read: No such file|is missing)"):
        list(plugin.read(path, HEADER).units)


def test_bytes_of_another_encoding_have_a_place(plugin: Format, tmp_path: Path) -> None:
    paths = write(plugin, tmp_path / "news", (PLAIN, replace(PLAIN, name="4")))
    paths[0].write_bytes(paths[0].read_bytes().replace(b"Deux.", b"\xe9t\xe9.", 1))
    line = paths[0].read_bytes()[: paths[0].read_bytes().index(b"\xe9")].count(b"\n") + 1
    if plugin.name in ("tsv", "csv"):  # Spreadsheets write Windows-1252.
        assert next(iter(plugin.read(paths[0], HEADER).units)).source.text == "été."
        return
    with pytest.raises(FormatError) as caught:
        list(plugin.read(paths[0], HEADER).units)
    place = f"{paths[0]}: " if plugin.name == "parquet" else f"{paths[0]}:{line}"  # A damaged page has no line.
    assert place in str(caught.value) or f"line {line}" in str(caught.value)


def test_a_truncated_gzip_is_said(plugin: Format, tmp_path: Path) -> None:
    import gzip
    import random

    texts = random.Random(1)
    units = tuple(
        replace(PLAIN, name=str(n), source=replace(PLAIN.source, text=str(texts.random()))) for n in range(2000)
    )
    for path in write(plugin, tmp_path / "news", units):
        packed = gzip.compress(path.read_bytes())
        path.with_name(path.name + ".gz").write_bytes(packed[: len(packed) // 2])
    path = plugin.paths(tmp_path / "news", HEADER)[0]
    with pytest.raises(FormatError, match="compressed file is truncated"):
        list(plugin.read(path.with_name(path.name + ".gz"), HEADER).units)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04\x00\x01\xff\xfe", b"<html><body/></html>", b"[1, 2]", b"oui\n"])
def test_a_file_of_another_kind_is_refused(content: bytes, tmp_path: Path) -> None:
    for name in ("tmx", "xlf", "xliff", "json", "jsonl", "tsv", "csv", "parquet"):
        path = tmp_path / f"x.{name}"
        path.write_bytes(content)
        with pytest.raises(FormatError, match=r"x\.\w+"):
            list(read_bitext(path).units)


def test_an_unknown_ending_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"Known: \.tmx, \.xlf, \.xliff, \.json, \.jsonl, \.tsv, \.csv, \.parquet"):
        format_of(Path("x.docx"))
