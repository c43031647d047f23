"""Inline codes of both versions of XLIFF: what is written is read back, and what each code becomes is written down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, note, settings

from tests.formats.samples import coded_texts, renumbered
from translate.data import CodeKind, InlineCode, Variant
from translate.formats.base import strict
from translate.formats.inline import cut, identify
from translate.formats.units import Notes
from translate.formats.xliff import codes, codes2
from translate.formats.xmltext import Element, parse_element

START, END, ALONE = CodeKind.START, CodeKind.END, CodeKind.ISOLATED
Codes = tuple[InlineCode, ...]
NOTES = Notes(Path("x.xliff"), strict)


def write(source: Variant, target: Variant, version: str) -> tuple[str, str, dict[str, str]]:
    """Return the content of both sides, and for version 2 the native codes."""
    sides = (cut(source), cut(target))
    ids = identify(sides)
    if version == "1":
        one, other = (codes.format_parts(parts, row) for parts, row in zip(sides, ids, strict=True))
        return one, other, {}
    data: dict[str, str] = {}
    one, other = (codes2.format_parts(parts, row, data) for parts, row in zip(sides, ids, strict=True))
    return one, other, data


def read(content: str, version: str, data: dict[str, str] | None = None) -> tuple[str, Codes]:
    element = parse_element(f"<source>{content}</source>")
    if version == "1":
        return codes.read_parts(element)
    return codes2.read_parts(element, {key: native for native, key in (data or {}).items()}, NOTES)


@settings(deadline=None, max_examples=80)
@given(coded_texts(), coded_texts())
def test_codes_of_both_sides_come_back(one: tuple[str, Codes], other: tuple[str, Codes]) -> None:
    assume("\r" not in one[0] + other[0])  # A reference, which is made when the file is written.
    sides = (Variant("fr", one[0], None, one[1]), Variant("en", other[0], None, other[1]))
    for version in ("1", "2"):
        note(f"as version {version}")
        *contents, data = write(*sides, version)
        for side, content in zip(sides, contents, strict=True):
            text, found = read(content, version, data)
            expected = renumbered(side, Variant(side.language, text, None, found)) if version == "2" else side
            assert text == side.text
            assert [(c.start, c.end, c.kind, c.pair) for c in found] == [
                (c.start, c.end, c.kind, c.pair) for c in expected.codes
            ]


@pytest.mark.parametrize(
    ("kind", "meaning", "native", "one", "two"),
    [
        (ALONE, "", "", '<x id="1"/>', '<ph id="1"/>'),
        (
            ALONE,
            "lb",
            "<br>",
            '<ph id="1" ctype="lb">&lt;br&gt;</ph>',
            '<ph id="1" dataRef="d1" type="fmt" subType="xlf:lb"/>',
        ),
        (ALONE, "link", "!", '<ph id="1" ctype="x-link">!</ph>', '<ph id="1" dataRef="d1" type="link"/>'),
        (
            ALONE,
            "html:u",
            "!",
            '<ph id="1" ctype="x-html:u">!</ph>',
            '<ph id="1" dataRef="d1" type="other" subType="html:u"/>',
        ),
        (
            ALONE,
            "x y:z",
            "!",
            '<ph id="1" ctype="x-x_y:z">!</ph>',
            '<ph id="1" dataRef="d1" type="other" subType="bitexte:x_y_z"/>',
        ),
        (START, "", "[", '<it pos="open" id="1">[</it>', '<sc id="1" isolated="yes" dataRef="d1"/>'),
        (
            END,
            "bold",
            "]",
            '<it pos="close" id="1" ctype="bold">]</it>',
            '<ec id="1" isolated="yes" dataRef="d1" type="fmt" subType="xlf:b"/>',
        ),
    ],
)
def test_a_code_looks_as_each_version_writes_it(kind: CodeKind, meaning: str, native: str, one: str, two: str) -> None:
    source = Variant("fr", f"{native}a", None, (InlineCode(0, len(native), kind, None, meaning),))
    assert write(source, Variant("en", "a"), "1")[0] == f"{one}a"
    assert write(source, Variant("en", "a"), "2") == (f"{two}a", "a", {native: "d1"} if native else {})


def pair(*places: int, numbers: tuple[int, int] = (1, 2)) -> Codes:
    """Return two pairs of bare codes at four places of a text."""
    first, second = numbers
    kinds = [(START, first), (START, second), (END, second), (END, first)]
    return tuple(InlineCode(at, at, kind, number) for at, (kind, number) in zip(places, kinds, strict=True))


def test_pairs_within_one_another_are_elements_and_those_that_cross_are_not() -> None:
    nested = pair(0, 1, 2, 3)
    crossed = (nested[0], nested[1], InlineCode(2, 2, END, 1), InlineCode(3, 3, END, 2))
    plain = Variant("en", "abc")
    assert write(Variant("fr", "abc", None, nested), plain, "2")[0] == '<pc id="1">a<pc id="2">b</pc>c</pc>'
    assert write(Variant("fr", "abc", None, crossed), plain, "2")[0] == (
        '<sc id="1"/>a<sc id="2"/>b<ec startRef="1"/>c<ec startRef="2"/>'
    )
    assert write(Variant("fr", "abc", None, nested), plain, "1")[0] == (
        '<bx id="1" rid="1"/>a<bx id="2" rid="2"/>b<ex id="2" rid="2"/>c<ex id="1" rid="1"/>'
    )


def test_a_pair_of_which_one_half_is_bare_is_written_as_a_whole() -> None:
    halves = (InlineCode(0, 3, START, 1, "bold", "1"), InlineCode(4, 4, END, 1, "bold", "1"))
    content, _, _ = write(Variant("fr", "<b>a", None, halves), Variant("en", "a"), "1")
    assert content == '<bpt id="1" ctype="bold" rid="1">&lt;b&gt;</bpt>a<ept id="1" rid="1"></ept>'
    assert read(content, "1") == ("<b>a", halves)


@pytest.mark.parametrize(
    ("content", "text", "found"),
    [
        ('<it pos="open">{</it>', "{", [(0, 1, START, "")]),
        ('<it pos="close">}</it>', "}", [(0, 1, END, "")]),
        ("<it>}</it>", "}", [(0, 1, END, "")]),
        ('<ph id="1" ctype="x-var">%s<sub>note</sub></ph>', "%snote", [(0, 6, ALONE, "var")]),
        ('<bpt id="1" rid="9">[</bpt>a<ept id="2" rid="9">]</ept>', "[a]", [(0, 1, START, ""), (2, 3, END, "")]),
        ('<mrk mtype="term">a<x id="1"/></mrk>b', "ab", [(1, 1, ALONE, "")]),
        ("<unknown>a</unknown>", "a", []),
    ],
)
def test_codes_of_version_1_are_read(content: str, text: str, found: list[tuple[int, int, CodeKind, str]]) -> None:
    shown, codes_ = read(content, "1")
    assert shown == text
    assert [(c.start, c.end, c.kind, c.type) for c in codes_] == found


@pytest.mark.parametrize(
    ("content", "pairs"),
    [
        ('<g id="1">a<g id="1">b</g></g>', [1, 2, 2, 1]),
        ('<bpt id="1">[</bpt><g id="1">a</g><ept id="1">]</ept>', [1, 2, 2, 1]),
        ('<ex id="1"/>a<bx id="1"/>', [None, None]),
        ('<bx id="a"/><bx id="b"/><ex id="a"/><ex id="b"/>', [1, 2, 1, 2]),
    ],
)
def test_pairs_of_version_1_are_told_apart(content: str, pairs: list[int | None]) -> None:
    assert [code.pair for code in read(content, "1")[1]] == pairs


@pytest.mark.parametrize(
    ("content", "text", "found"),
    [
        ('<ph id="1" dataRef="d"/>', "<br>", [(0, 4, None, "")]),
        ('<ph id="1" dataRef="nowhere"/>', "", [(0, 0, None, "")]),
        ('<pc id="1" dataRefStart="d" dataRefEnd="d">a</pc>', "<br>a<br>", [(0, 4, 1, ""), (5, 9, 1, "")]),
        ('<sc id="s1"/>a<ec startRef="s1"/>', "a", [(0, 0, 1, ""), (1, 1, 1, "")]),
        ('<sc id="1" isolated="yes"/>a<ec id="1" isolated="yes"/>', "a", [(0, 0, None, ""), (1, 1, None, "")]),
        ('<ph id="1" type="fmt" subType="xlf:lb"/>', "", [(0, 0, None, "lb")]),
        ('<ph id="1" type="ui"/>', "", [(0, 0, None, "ui")]),
        ('<ph id="1" type="other" subType="bitexte:x"/>', "", [(0, 0, None, "x")]),
        ('<sm id="1"/>a<em startRef="1"/><mrk id="2">b</mrk>', "ab", []),
        ('<cp hex="001F"/><cp/>', "\x1f\ufffd", []),
    ],
)
def test_codes_of_version_2_are_read(content: str, text: str, found: list[tuple[int, int, int | None, str]]) -> None:
    shown, codes_ = codes2.read_parts(parse_element(f"<source>{content}</source>"), {"d": "<br>"}, NOTES)
    assert shown == text
    assert [(c.start, c.end, c.pair, c.type) for c in codes_] == found


@pytest.mark.parametrize("read_parts", [codes.read_parts, lambda element: codes2.read_parts(element, {}, NOTES)])
def test_an_empty_side_is_an_empty_text(read_parts: Callable[[Element], tuple[str, Codes]]) -> None:
    assert read_parts(Element("target", {})) == ("", ())


def again(source: str, target: str) -> tuple[str, str]:
    """Return what is written of both sides after they were read."""
    elements = [parse_element(f"<source>{content}</source>") for content in (source, target)]
    codes.tie_ids(*elements)
    sides = [cut(Variant("fr", text, None, found)) for text, found in map(codes.read_parts, elements)]
    ids = identify(sides, repeats="any")
    one, other = (codes.format_parts(parts, row) for parts, row in zip(sides, ids, strict=True))
    return one, other


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ('<bpt id="1" rid="7">[</bpt>a<ept id="2" rid="7">]</ept>', 'b'),
        ('<bx id="1" rid="k"/>a<ex id="2" rid="k"/>', '<bx id="1" rid="k"/>b<ex id="2" rid="k"/>'),
        ('<bx id="1" rid="1"/>a<ex id="1" rid="1"/>', '<bpt id="2" rid="1">[</bpt>a<ept id="2" rid="1">]</ept>'),
        ('<g id="1">a</g>', '<g id="1">a</g> <g id="1">b</g>'),
        ('<ph id="1">%s</ph> a', '<ph id="1">%s</ph> a <ph id="1">%s</ph>'),
        ('<g id="1"><x id="1"/>a</g>', '<g id="1">b</g><x id="1"/>'),
        ('<ph id="1">[<sub xid="t2">a <bpt id="2">{</bpt>b</sub>]</ph>', '<ph id="1">[<sub>c</sub>]</ph>'),
        ('<ph id="1">&lt;<sub>a &amp; b</sub></ph>', "c"),
    ],
)  # fmt: skip
def test_codes_of_version_1_are_written_as_they_were_read(source: str, target: str) -> None:
    assert again(source, target) == (source, target)


def test_a_pair_whose_ids_differ_is_tied_by_its_rid() -> None:
    source = '<bpt id="1" rid="7">[</bpt>a<ept id="2" rid="7">]</ept> <x id="5"/>'
    target = '<x id="5"/><bpt id="8" rid="7">[</bpt>b<ept id="9" rid="7">]</ept>'
    assert again(source, target) == (source, target.replace('"8"', '"1"').replace('"9"', '"2"'))


def test_text_within_a_code_that_was_changed_since_is_plain() -> None:
    text, (code,) = read('<ph id="1">[<sub>a</sub>]</ph>', "1")
    assert text == "[a]"
    content, _, _ = write(Variant("fr", "[b]", None, (code,)), Variant("en", ""), "1")
    assert content == '<ph id="1">[b]</ph>'
