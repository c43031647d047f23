"""Inline codes: rules see the text without them, and each goes to the side of a break that formathandle says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.data import CodeKind, InlineCode, Segment
from translate.segmentation import Segmenter, load_segmenter
from translate.segmentation.segmenter import own_rules
from translate.segmentation.srx import read_srx

START, END, ISOLATED = CodeKind
OURS = load_segmenter("fr")
_MARKS = re.compile(r"<(?P<end>/)?(?P<name>[a-z])(?P<isolated>/)?>|`[^`]*`")


def coded(text: str) -> tuple[InlineCode, ...]:
    """Return the codes of a text that writes them as `<b>`, `</b>`, `<x/>` and, of type code, between backquotes."""
    codes: list[InlineCode] = []
    opened: dict[str, int] = {}
    for number, found in enumerate(_MARKS.finditer(text)):
        start, end = found.span()
        if found["name"] is None:
            codes.append(InlineCode(start, end, ISOLATED, None, "code"))
        elif found["isolated"]:
            codes.append(InlineCode(start, end, ISOLATED))
        elif found["end"]:
            codes.append(InlineCode(start, end, END, opened.pop(found["name"], None)))
        else:
            has_end = f"</{found['name']}>" in text[end:]
            codes.append(InlineCode(start, end, START, number if has_end else None))
            if has_end:
                opened[found["name"]] = number
    return tuple(codes)


def parts(text: str, segmenter: Segmenter = OURS) -> list[str]:
    return [segment.text for segment in segmenter.segment(text, coded(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>Un.</b> Deux.", ["<b>Un.</b>", "Deux."]),
        ("Un. <b>Deux.</b>", ["Un.", "<b>Deux.</b>"]),
        ("Un.<b> Deux.</b>", ["Un.", "<b> Deux.</b>"]),
        ("<b>Un. </b>Deux.", ["<b>Un. </b>", "Deux."]),
        ("<b>Un.</b><i> Deux.</i>", ["<b>Un.</b>", "<i> Deux.</i>"]),
        ("<b><i>Un.</i></b> <i><b>Deux.</b></i>", ["<b><i>Un.</i></b>", "<i><b>Deux.</b></i>"]),
        ("<b>Un. Deux.</b> Trois.", ["<b>Un.", "Deux.</b>", "Trois."]),
        ("Un.<x/> Deux.", ["Un.<x/>", "Deux."]),
        ("Un. <x/> Deux.", ["Un. <x/>", "Deux."]),
        ("M<i>.</i> Dupont dort. Il ronfle.", ["M<i>.</i> Dupont dort.", "Il ronfle."]),
        ("Il vit en U.R.S.S<b>.</b> depuis un an.", ["Il vit en U.R.S.S<b>.</b> depuis un an."]),
        ("« Viens ! <i>» dit</i>-il. Elle vint.", ["« Viens ! <i>» dit</i>-il.", "Elle vint."]),
        ("Un<b>.</b> <i>puis</i> deux.", ["Un<b>.</b> <i>puis</i> deux."]),
        ("Fermez tout. `npm start` relance. Fin.", ["Fermez tout.", "`npm start` relance.", "Fin."]),
        ("Lisez `a.b. C`. Puis partez.", ["Lisez `a.b. C`.", "Puis partez."]),
        ("Voir <a>Un. Deux</a>. Trois.", ["Voir <a>Un.", "Deux</a>.", "Trois."]),
        ("<x/>", ["<x/>"]),
        ("  <b> </b>  ", ["<b> </b>"]),
        ("<x/> Un. <x/>", ["<x/> Un. <x/>"]),
        ("Titre\n<b>\n</b>Texte", ["Titre", "<b>\n</b>Texte"]),
    ],
)
def test_codes_of_our_rules(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    ("handles", "expected"),
    [
        ({START: "no", END: "yes", ISOLATED: "no"}, ["<b>A.</b>", "<x/> <i>B.</i>", "<x/>C"]),
        ({START: "no", END: "yes", ISOLATED: "yes"}, ["<b>A.</b><x/>", "<i>B.</i><x/>", "C"]),
        ({START: "yes", END: "no", ISOLATED: "no"}, ["<b>A.", "</b><x/> <i>B.", "</i><x/>C"]),
        ({START: "yes", END: "yes", ISOLATED: "yes"}, ["<b>A.</b><x/> <i>", "B.</i><x/>", "C"]),
        ({START: "no", END: "no", ISOLATED: "no"}, ["<b>A.", "</b><x/> <i>B.", "</i><x/>C"]),
        ({}, ["<b>A.</b>", "<x/> <i>B.</i>", "<x/>C"]),
    ],
)
def test_each_kind_of_code_goes_where_its_handle_says(
    tmp_path: Path, handles: dict[CodeKind, str], expected: list[str]
) -> None:
    assert parts("<b>A.</b><x/> <i>B.</i><x/>C", with_handles(tmp_path, handles)) == expected


def with_handles(folder: Path, handles: dict[CodeKind, str]) -> Segmenter:
    path = folder / "rules.srx"
    elements = "".join(f'<formathandle type="{kind}" include="{include}"/>' for kind, include in handles.items())
    path.write_text(
        '<srx xmlns="http://www.lisa.org/srx20" version="2.0">'
        f'<header segmentsubflows="yes" cascade="yes">{elements}</header><body><languagerules>'
        r'<languagerule languagerulename="All"><rule break="yes"><beforebreak>\.</beforebreak></rule></languagerule>'
        '</languagerules><maprules><languagemap languagepattern=".*" languagerulename="All"/></maprules></body></srx>',
        encoding="utf-8",
    )
    return load_segmenter("fr", path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>Un.<x/></b> Deux.", ["<b>Un.<x/></b>", "Deux."]),
        ("Un.<a></a> Deux.", ["Un.", "<a></a> Deux."]),
        ("<b>Un.<i></b> Deux.</i>", ["<b>Un.", "<i></b> Deux.</i>"]),
    ],
)
def test_a_row_of_codes_that_cannot_all_go_their_way_keeps_pairs_whole(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert parts(text, with_handles(tmp_path, {})) == expected


def test_a_segment_has_its_codes_with_offsets_of_its_own() -> None:
    text = "<b>Un.</b> Il a <i>bu.</i><x/>"
    assert OURS.segment(text, coded(text)) == (
        Segment("<b>Un.</b>", 0, 10, (InlineCode(0, 3, START, 0), InlineCode(6, 10, END, 0))),
        Segment(
            "Il a <i>bu.</i><x/>",
            *(11, 30),
            (InlineCode(5, 8, START, 2), InlineCode(11, 15, END, 2), InlineCode(15, 19, ISOLATED)),
        ),
    )


def test_a_pair_that_a_break_parts_has_no_number() -> None:
    text = "<b>Un. Deux.</b>"
    first, second = OURS.segment(text, coded(text))
    assert (first.codes, second.codes) == ((InlineCode(0, 3, START),), (InlineCode(5, 9, END),))


def test_codes_that_are_not_written_stay_with_the_text_they_touch() -> None:
    text = "Un. Deux."
    codes = (InlineCode(0, 0, START, 1), InlineCode(3, 3, END, 1), InlineCode(4, 4, START, 2), InlineCode(9, 9, END, 2))
    assert [segment.codes for segment in OURS.segment(text, codes)] == [
        (InlineCode(0, 0, START, 1), InlineCode(3, 3, END, 1)),
        (InlineCode(0, 0, START, 2), InlineCode(5, 5, END, 2)),
    ]


@pytest.mark.parametrize(
    "codes",
    [
        (InlineCode(0, 2, START), InlineCode(1, 3, END)),
        (InlineCode(2, 3, START), InlineCode(0, 1, END)),
        (InlineCode(5, 9, ISOLATED),),
        (InlineCode(3, 2, ISOLATED),),
        (InlineCode(-1, 2, ISOLATED),),
    ],
)
def test_codes_out_of_order_or_place_are_refused(codes: tuple[InlineCode, ...]) -> None:
    with pytest.raises(ValueError, match="overlaps another, or lies outside of the text of 5 characters"):
        OURS.segment("A. Bc", codes)


MARKS = ["<b>", "</b>", "<i>", "</i>", "<x/>", "`a. B`"]
texts = st.lists(
    st.sampled_from([*MARKS, *MARKS, ".", "!", "…", "»", "« ", " ", " ", "\n", "\u00a0", "Il", "M", "va", "é", "😀"]),
    max_size=30,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_no_character_and_no_code_is_lost(text: str) -> None:
    codes = coded(text)
    segments = OURS.segment(text, codes)
    end = 0
    found: list[InlineCode] = []
    for segment in segments:
        assert text[segment.start : segment.end] == segment.text
        assert not text[end : segment.start].strip()
        end = segment.end
        for code in segment.codes:
            found.append(InlineCode(code.start + segment.start, code.end + segment.start, code.kind, None, code.type))
            halves = [other for other in segment.codes if other.pair == code.pair]
            assert code.pair is None or [half.kind for half in halves] == [START, END]
    assert not text[end:].strip()
    assert found == [InlineCode(code.start, code.end, code.kind, None, code.type) for code in codes]


@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_rules_match_as_if_there_were_no_codes(text: str) -> None:
    """But for codes that stand for a word, and a text of codes alone, which is a segment too."""
    text = text.replace("`a. B`", "")
    bare = _MARKS.sub("", text)
    segments = [_MARKS.sub("", part).strip() for part in parts(text)]
    assert [part for part in segments if part] == [segment.text for segment in OURS.segment(bare)]
    assert "" not in segments or not bare.strip()


@settings(max_examples=200, deadline=None)
@given(text=texts)
def test_an_empty_code_at_the_start_changes_nothing(text: str) -> None:
    with_code = OURS.segment(text, (InlineCode(0, 0, ISOLATED),))
    assert [(s.text, s.start, s.end) for s in with_code] == [(s.text, s.start, s.end) for s in OURS.segment(text)]


def test_many_codes_at_one_break_are_shared_out_once() -> None:
    text = "Un." + "<x/>" * 100_000 + " Deux."
    assert [len(segment.codes) for segment in OURS.segment(text, coded(text))] == [100_000, 0]


def test_our_rules_say_where_each_kind_of_code_goes() -> None:
    for language in own_rules():
        handles = read_srx(own_rules()[language]).handles
        assert handles == {START: False, END: True, ISOLATED: True}
