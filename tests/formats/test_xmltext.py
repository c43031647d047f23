"""Pieces of XML: what is escaped parses back, what XML forbids goes, and faults of other tools are mended."""

from __future__ import annotations

import re
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.formats.xmltext import (
    FORBIDDEN,
    MAX_DEPTH,
    XmlFaultError,
    clean,
    escape_attribute,
    escape_markup,
    mend,
    parse_element,
    unescape,
)

HARD = "&<>\"'\t\n\r\x00\x0b\x1f\ud800\udfff\ufffe\uffff\x7f\x85\u2028;#]"
ANY = st.text(st.characters() | st.sampled_from(HARD), max_size=25)


@given(ANY)
def test_any_text_survives_as_content_but_for_what_xml_forbids(text: str) -> None:
    parsed = parse_element(f"<a>{clean(escape_markup(text))}</a>")
    assert parsed.text() == FORBIDDEN.sub("", text)


@given(ANY)
def test_any_text_survives_as_an_attribute_but_for_what_xml_forbids(text: str) -> None:
    parsed = parse_element(f'<a b="{clean(escape_attribute(text))}"/>')
    assert parsed.attributes["b"] == FORBIDDEN.sub("", text)


@given(ANY)
def test_what_we_escape_is_unescaped_without_a_parser(text: str) -> None:
    assert unescape(escape_attribute(text)) == text


@pytest.mark.parametrize("text", ["&eacute;", "&#x41;", "&#65;", "&", "a & b", "&amp", "&;"])
def test_a_reference_that_we_never_write_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(KeyError):
        unescape(text)


@pytest.mark.parametrize("point", [0x0, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_xml_forbids_these_and_their_neighbours_are_allowed(point: int) -> None:
    assert FORBIDDEN.fullmatch(chr(point))
    allowed = "\t\n\r\x20\x7f\ud7ff\ue000\ufffd\U00010000\U0010ffff"
    assert not FORBIDDEN.search(allowed)
    if not 0xD800 <= point < 0xE000:
        with pytest.raises(expat.ExpatError):
            expat.ParserCreate().Parse(f"<a>{chr(point)}</a>", True)
    expat.ParserCreate().Parse(f"<a>{allowed}</a>", True)


@pytest.mark.parametrize(
    ("text", "mended", "done"),
    [
        ("<a>b</a>", "<a>b</a>", []),
        ("<a>R&D &amp; &#233; &eacute;</a>", "<a>R&amp;D &amp; &#233; &eacute;</a>", ["'&' written as '&amp;'"]),
        ("<a>b\x01\ufffe</a>", "<a>b</a>", ["control characters removed"]),
        ("<a>b&#1;&#x1F;&#13;&#xD800;</a>", "<a>b&#13;</a>", ["references to control characters removed"]),
        ("<a>&#99999999;&#x110000;&#x10FFFF;</a>", "<a>&#x10FFFF;</a>", ["references to control characters removed"]),
        ("<a><![CDATA[R&D &#1;]]>&</a>", "<a><![CDATA[R&D &#1;]]>&amp;</a>", ["'&' written as '&amp;'"]),
        ("<a>\ud800</a>", "<a>\ud800</a>", []),
        ("\x01&\x02&", "&amp;&amp;", ["control characters removed", "'&' written as '&amp;'"]),
    ],
)
def test_faults_are_mended_and_named(text: str, mended: str, done: list[str]) -> None:
    assert mend(text) == (mended, done)


@given(st.text(st.sampled_from("&#1x;ab\x01<![CDATA[]]>"), max_size=30))
def test_what_was_mended_needs_no_mending(text: str) -> None:
    mended, _ = mend(text)
    assert mend(mended) == (mended, [])


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("", "no element found", 0, 0),
        ("<a>\n <b></a>", "mismatched tag", 1, 6),
        ("<a b=1/>", "not well-formed (invalid token)", 0, 5),
        ("<a/><b/>", "junk after document element", 0, 4),
        ("<a>\n&x;</a>", "undefined entity", 1, 0),
        ("<a>é\n\nab\udce9</a>", "bytes that are not of the file's encoding", 2, 2),
        ("\udce9", "bytes that are not of the file's encoding", 0, 0),
    ],
)
def test_a_fault_has_its_place_in_the_piece(text: str, message: str, line: int, column: int) -> None:
    with pytest.raises(XmlFaultError, match=re.escape(message)) as caught:
        parse_element(text)
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(("depth", "is_read"), [(MAX_DEPTH, True), (MAX_DEPTH + 1, False)])
def test_a_hundred_elements_deep_is_the_most(depth: int, is_read: bool) -> None:
    text = "<a>" * depth + "b" + "</a>" * depth
    if is_read:
        assert parse_element(text).text() == "b"
    else:
        with pytest.raises(XmlFaultError, match="elements are nested more than 100 deep"):
            parse_element(text)


def test_an_element_gives_its_children_and_the_text_within_them() -> None:
    element = parse_element('<a x="1">un <b>deux<c/></b> trois<!-- non --><?pi?></a>')
    assert element.text() == "un deux trois"
    assert [(child.tag, child.text()) for child in element.elements()] == [("b", "deux")]
    assert element.attributes == {"x": "1"}
