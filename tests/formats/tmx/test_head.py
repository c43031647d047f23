"""What stands before the units: languages, signature and dates are found, and each fault is told with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext
from translate.formats.tmx.head import Head, format_head, model_of, parse_head
from translate.formats.tmx.scan import Piece
from translate.formats.tmx.unit import Derived
from translate.formats.units import Notes

WHOLE = (
    '<tmx version="1.4">\n<header creationtool="x" creationtoolversion="1" segtype="phrase" o-tmf="x" adminlang="en" '
    'srclang="fr-CA" datatype="plaintext"'
)


def parse(text: str) -> tuple[Head, list[Remark]]:
    remarks: list[Remark] = []
    return parse_head(Piece(text, 2), Path("x.tmx"), Notes(Path("x.tmx"), remarks.append)), remarks


def test_what_we_write_is_read_back_without_a_word() -> None:
    derived = Derived("20260131T235959Z", "fr-en@a & b")
    signature = "bitexte:0.1|model:fr-en@a & b|x:<é>"
    text = format_head("fr", "en-GB", signature, derived).split("\n", 1)[1]
    head, remarks = parse(text)
    assert remarks == []
    assert (head.source, head.target, head.signature, head.derived) == ("fr", "en-GB", signature, derived)
    assert head.is_ours
    assert head.reading(Header("fr", "en")).is_ours


def test_segments_of_others_are_what_the_header_calls_them() -> None:
    head, remarks = parse(f"{WHOLE}/>")
    assert (head.source, head.target, head.segtype, head.is_ours) == ("fr-CA", None, "phrase", False)
    assert head.reading(Header("fr", "en")).lent == {"segtype": "phrase"}
    assert remarks == []
    sentence, _ = parse(f"{WHOLE}/>".replace("phrase", "sentence"))
    assert sentence.reading(Header("fr", "en")).lent == {}


def test_dates_and_creators_of_others_are_not_ours_by_rule() -> None:
    head, _ = parse(f'{WHOLE} creationdate="20260131T235959Z"/>')
    assert head.derived == Derived()


@pytest.mark.parametrize(
    ("signature", "model"),
    [("", None), ("bitexte:1|model:a@b|beam:4", "a@b"), ("bitexte:1|submodel:a", None), ("model:", "")],
)
def test_the_creator_is_the_model_of_the_signature(signature: str, model: str | None) -> None:
    assert model_of(signature) == model


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (
            "<tmx>",
            ["the version of TMX is missing; read as 1.4.", "the header has no creationtool, creationtoolversion,"],
        ),
        (f"{WHOLE}/>".replace("1.4", "1.1"), ["the version of TMX is '1.1'; read as 1.4."]),
        (f"{WHOLE}/>".replace(' srclang="fr-CA"', ""), ["the header has no srclang."]),
        (f"{WHOLE}><note>n</note></header>", ["a <note> of the header is dropped."]),
        (f'{WHOLE}><ude name="x"/></header>', ["a <ude> of the header is dropped."]),
        (f"{WHOLE} x='R&D'/>", ["in the header: '&' written as '&amp;'."]),
        (f"{WHOLE} x='\x01'/>", ["in the header: control characters removed."]),
        (f"<!-- <tmx> <header> -->{WHOLE}/>", []),
    ],
)
def test_what_is_odd_in_a_header_is_told(text: str, messages: list[str]) -> None:
    _, remarks = parse(text)
    assert len(remarks) == len(messages)
    assert all(message in remark.message for message, remark in zip(messages, remarks, strict=True))
    assert {remark.line for remark in remarks} <= {2}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{WHOLE}>", "x.tmx:3: the <header> that starts here is never closed."),
        (f"{WHOLE}><note></header>", r"x\.tmx:3:\d+: the header is not well-formed: mismatched tag\."),
        (f"{WHOLE}>\n<note>\n</x></header>", r"x\.tmx:5:3: the header is not well-formed: mismatched tag\."),
        (f"{WHOLE} a='1' a='2'/>", r"x\.tmx:3:\d+: the header is not well-formed: duplicate attribute\."),
    ],
)
def test_a_header_that_cannot_be_mended_has_a_place(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message if "\\" in message else re.escape(message)):
        parse(text)


CAT = '<tu><tuv xml:lang="fr"><seg>Un.</seg></tuv><tuv xml:lang="en"><seg>One.</seg></tuv></tu>'


@pytest.mark.parametrize(
    ("head", "units", "languages"),
    [
        ('<header srclang="fr"/>', CAT, ("fr", "en")),
        ('<header srclang="en"/>', CAT, ("en", "fr")),
        ("<header/>", CAT, ("fr", "en")),
        ('<header srclang="*all*"/>', CAT.replace('"fr"', '"fr_FR"'), ("fr-FR", "en")),
        ("<header/>", f"<tu>&</tu><tu><tuv/></tu><tu><tuv xml:lang='und'><seg>x</seg></tuv></tu>{CAT}", ("fr", "en")),
        ("<header/>", f"<tu><tuv xml:lang='fr'><seg>x</seg></tuv></tu>{CAT}", ("fr", "en")),
        ('<header srclang="fr"><prop type="x-target-language">en-GB</prop></header>', "", ("fr", "en-GB")),
    ],
)
def test_languages_are_those_of_the_header_or_of_the_first_unit_that_has_two(
    head: str, units: str, languages: tuple[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "x.tmx"
    path.write_text(f'<tmx version="1.4">{head}<body>{units}</body></tmx>', encoding="utf-8")
    bitext = read_bitext(path, report=lambda _: None)
    assert (bitext.source_language, bitext.target_language) == languages


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ('<header srclang="de"/>', "has no unit in 'de' and another language"),
        ("<header/>", "has no unit in two languages"),
    ],
)
def test_a_file_in_no_two_languages_asks_for_them(head: str, named: str, tmp_path: Path) -> None:
    units = "<tu><tuv xml:lang='fr'><seg>x</seg></tuv></tu>"
    (tmp_path / "x.tmx").write_text(f'<tmx version="1.4">{head}<body>{units}</body></tmx>')
    with pytest.raises(FormatError, match=f"{named}; give the languages to read"):
        read_bitext(tmp_path / "x.tmx", report=lambda _: None)


def test_a_unit_that_is_mended_and_still_has_no_segment_is_rejected(tmp_path: Path) -> None:
    bad = '<tu tuid="R&D"><tuv xml:lang="fr"/><tuv xml:lang="en"><seg>x</seg></tuv></tu>'
    (tmp_path / "x.tmx").write_text(f'<tmx version="1.4"><header/><body>\n{bad}\n{CAT}</body></tmx>')
    remarks: list[Remark] = []
    units = list(read_bitext(tmp_path / "x.tmx", Header("fr", "en"), report=remarks.append).units)
    assert [unit.source.text for unit in units] == ["Un."]
    rejected = [remark for remark in remarks if remark.verdict is Verdict.REJECTED]
    assert [(remark.line, remark.message) for remark in rejected] == [(2, "a <tuv> with 0 <seg>; expected one.")]
