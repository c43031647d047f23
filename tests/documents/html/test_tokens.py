"""The tokens of a page are those of the HTML standard, with exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.html.tokens import Type, iter_attributes, iter_tokens


def shown(source: str, *, is_xml: bool = False) -> list[str]:
    """Return each token as its type and characters: `START <p>`."""
    return [f"{token.type.name} {source[token.start : token.end]}" for token in iter_tokens(source, is_xml=is_xml)]


@pytest.mark.parametrize(
    ("source", "tokens"),
    [
        ("a<b>c</b >", ["TEXT a", "START <b>", "TEXT c", "END </b >"]),
        ("<a b='>' c=\">\" d=x/>e", ["START <a b='>' c=\">\" d=x/>", "TEXT e"]),
        ("1 < 2 <3 </ 4", ["TEXT 1 < 2 <3 </ 4"]),
        ("a<b c=", ["TEXT a"]),
        ("<!-- <p> -- > -->a<!-->b<!--->c<!-- --!>d", [
            "COMMENT <!-- <p> -- > -->", "TEXT a", "COMMENT <!-->", "TEXT b", "COMMENT <!--->", "TEXT c",
            "COMMENT <!-- --!>", "TEXT d",
        ]),
        ("<!-- a", ["COMMENT <!-- a"]),
        ("<!DOCTYPE a [ <!ENTITY b '>'> ]>c", ["DECLARATION <!DOCTYPE a [ <!ENTITY b '>'> ]>", "TEXT c"]),
        ("<script>a</b>'</Script >c", ["START <script>", "RAW a</b>'", "END </Script >", "TEXT c"]),
        ("<title>a<b></title>", ["START <title>", "TEXT a<b>", "END </title>"]),
        ("<style>a", ["START <style>", "RAW a"]),
        ("<svg><title>a<b/></title></svg><title><b>", [
            "START <svg>", "START <title>", "TEXT a", "START <b/>", "END </title>", "END </svg>", "START <title>",
            "TEXT <b>",
        ]),
        ("<?php a > b ?>c<?pi>d<% > %>f<% g", [
            "INSTRUCTION <?php a > b ?>", "TEXT c", "INSTRUCTION <?pi>", "TEXT d", "INSTRUCTION <% > %>", "TEXT f<% g",
        ]),
        ("<![CDATA[a>b]]>", ["DECLARATION <![CDATA[a>", "TEXT b]]>"]),
        ("<![if a]>b<![endif]>", ["DECLARATION <![if a]>", "TEXT b", "DECLARATION <![endif]>"]),
    ],
)  # fmt: skip
def test_tokens_of_html(source: str, tokens: list[str]) -> None:
    assert shown(source) == tokens


@pytest.mark.parametrize(
    ("source", "tokens"),
    [
        ("<script/>a", ["START <script/>", "TEXT a"]),
        ("<title>a<b/></title>", ["START <title>", "TEXT a", "START <b/>", "END </title>"]),
        ("<![CDATA[a>b]]>c", ["RAW <![CDATA[a>b]]>", "TEXT c"]),
        ("<?pi a > b?>c", ["INSTRUCTION <?pi a > b?>", "TEXT c"]),
        ("<?xml version='1.0'?>", ["DECLARATION <?xml version='1.0'?>"]),
    ],
)
def test_tokens_of_xml(source: str, tokens: list[str]) -> None:
    assert shown(source, is_xml=True) == tokens


def test_an_element_is_whole_in_one_tag_in_xml_and_in_pictures_alone() -> None:
    def closed(source: str, *, is_xml: bool = False) -> list[str]:
        return [token.name for token in iter_tokens(source, is_xml=is_xml) if token.is_closed]

    assert closed("<p/><svg><path/></svg><b/>") == ["path"]
    assert closed("<p/><br />", is_xml=True) == ["p", "br"]


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("<a B=c d='e f' g = \"h\">", [("b", "c"), ("d", "'e f'"), ("g", '"h"')]),
        ("<a b c/d e=>", [("b", ""), ("c", ""), ("d", ""), ("e", "")]),
        ("<a b=1 B=2>", [("b", "1")]),
        ("<a b=c/d?e=f>", [("b", "c/d?e=f")]),
        ("<a\nb='c'd='e'/>", [("b", "'c'"), ("d", "'e'")]),
    ],
)
def test_attributes_are_found_with_their_marks_of_quotation(tag: str, found: list[tuple[str, str]]) -> None:
    (token,) = iter_tokens(tag)
    attributes = list(iter_attributes(tag, token))
    assert [(one.name, one.native) for one in attributes] == found
    assert all(tag[one.start : one.end] == one.native for one in attributes)


@given(st.text(st.sampled_from("<>/!-?%[]\"'= abspt&;\n"), max_size=60), st.booleans())
def test_tokens_follow_each_other_without_a_gap(source: str, is_xml: bool) -> None:
    position = 0
    for token in iter_tokens(source, is_xml=is_xml):
        assert token.start == position < token.end
        position = token.end
    assert source[position:] == "" or source[position] == "<"
    assert all(token.type is not Type.TEXT or token.name == "" for token in iter_tokens(source))
