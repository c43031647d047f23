"""How long a target may be: what formats and notes state, and what a place has room for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translate.checks.limits import OVERFLOW, SIZE
from translate.config import CheckConfig
from translate.data import CodeKind, InlineCode, Note, Origin, Severity, TranslationUnit, Variant
from translate.formats import Header, read_bitext

CONFIG = CheckConfig()
UNIT = TranslationUnit("unit", Variant("fr", "Ouvrir"), Variant("en", "Open the file"), Origin.MACHINE)
XLIFF_2 = "{urn:oasis:names:tc:xliff:sizerestriction:2.0}sizeRestriction"


def sizes(unit: TranslationUnit) -> list[tuple[Severity, float | None]]:
    return [(issue.severity, issue.value) for issue in SIZE.check(unit, CONFIG)]


@pytest.mark.parametrize(
    ("properties", "over"),
    [
        ([("xliff:maxwidth", "10"), ("xliff:size-unit", "char")], 3),
        ([("xliff:maxwidth", "13"), ("xliff:size-unit", "char")], None),
        ([("xliff:maxwidth", "10")], None),
        ([("xliff:maxwidth", "10"), ("xliff:size-unit", "pixel")], None),
        ([("xliff:maxwidth", "many"), ("xliff:size-unit", "char")], None),
        ([(XLIFF_2, "10")], 3),
        ([(XLIFF_2, "2,10")], 3),
        ([(XLIFF_2, "0,*")], None),
        ([("po:max-length", "12"), ("xliff:maxwidth", "20"), ("xliff:size-unit", "char")], 1),
    ],
)
def test_a_stated_limit_is_an_error(properties: list[tuple[str, str]], over: float | None) -> None:
    found = sizes(replace(UNIT, properties=tuple(properties)))
    assert found == ([] if over is None else [(Severity.ERROR, over)])


def test_bytes_are_counted_as_such() -> None:
    width = (("xliff:maxwidth", "4"), ("xliff:size-unit", "byte"))
    unit = replace(UNIT, source=Variant("fr", "thé"), target=Variant("en", "café"), properties=width)
    assert sizes(unit) == [(Severity.ERROR, 1)]


def test_a_limit_that_the_source_does_not_keep_is_a_warning() -> None:
    assert sizes(replace(UNIT, properties=(("po:max-length", "5"),))) == [(Severity.WARNING, 8)]


def test_a_note_makes_a_warning_and_codes_do_not_count() -> None:
    unit = replace(UNIT, notes=(Note("File menu"), Note("Button (max. 10 characters)")))
    assert sizes(unit) == [(Severity.WARNING, 3)]
    codes = (InlineCode(0, 3, CodeKind.START, 1), InlineCode(7, 11, CodeKind.END, 1))
    assert sizes(replace(unit, target=Variant("en", "<b>Open</b>", codes=codes))) == []


def test_a_catalogue_and_an_xliff_file_say_their_limits(tmp_path: Path) -> None:
    catalogue, exchange = tmp_path / "a.po", tmp_path / "a.xlf"
    catalogue.write_text('#, fuzzy, max-length:8\nmsgid "Ouvrir"\nmsgstr "Open the file"\n', encoding="utf-8")
    exchange.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr"'
        ' target-language="en" datatype="plaintext"><body><trans-unit id="1" maxwidth="8" size-unit="char">'
        "<source>Ouvrir</source><target>Open the file</target></trans-unit></body></file></xliff>",
        encoding="utf-8",
    )
    for path in (catalogue, exchange):
        (unit,) = read_bitext(path, Header("fr", "en")).units
        assert sizes(unit) == [(Severity.ERROR, 5)]


@pytest.mark.parametrize(
    ("document", "source", "target", "severity"),
    [
        ("menu.po", "Coller", "Paste from here", Severity.WARNING),
        ("deck/slides.PPTX", "Coller", "Paste from here", Severity.WARNING),
        ("menu.po", "Fin", "Close", None),
        ("letter.txt", "Coller", "Paste from here", None),
        (None, "Coller", "Paste from here", None),
        ("stock.xlsx", "a" * 81, "b" * 130, Severity.INFO),
        ("stock.xlsx", "a" * 100, "b" * 130, None),
        ("stock.xlsx", "a" * 100, "b" * 131, Severity.INFO),
    ],
)
def test_what_has_little_room_may_overflow(
    document: str | None, source: str, target: str, severity: Severity | None
) -> None:
    unit = replace(UNIT, source=Variant("fr", source), target=Variant("en", target), document=document)
    assert [issue.severity for issue in OVERFLOW.check(unit, CONFIG)] == ([severity] if severity else [])
    assert not list(OVERFLOW.check(unit, CheckConfig(max_growth=3.0)))
