"""A text is written with the references that its page has for such characters, and a browser reads it as it was."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.html.spelling import HtmlSpelling, as_value

_SIGNS = st.sampled_from([*"aé <>&;'\"/!]#x26lt\u00a0œ€", "&lt;", "]]>", "&#233;", "<b>", "<!--"])
_TEXTS = st.lists(_SIGNS, max_size=20).map("".join)
_PAGES = st.sampled_from(
    ["<p>été", "<p>&eacute;t&eacute;", "<p>&#233;t&#233;", "<p>&eacute;t&#233; &nbsp;: œ", "<p>été &eacute;"]
)


@pytest.mark.parametrize(
    ("page", "text", "written"),
    [
        ("<p>été", "café", "café"),
        ("<p>&eacute;t&eacute;", "café", "caf&eacute;"),
        ("<p>&#233;t&#233;", "café", "caf&#233;"),
        ("<p>&#xE9;t&#xE9; &eacute;", "café", "caf&#xE9;"),
        ("<p>été &eacute;", "café", "café"),
        ("<p>&eacute;", "œuvre à 5 €", "&oelig;uvre &agrave; 5 &euro;"),
        ("<p>&eacute;", "日", "&#26085;"),
        ("<p>&eacute; ça", "œuvre", "œuvre"),
        ("<p>un&nbsp;: deux", "one\u00a0: two", "one&nbsp;: two"),
        ("<p>a &lt; b &amp; c", "a < b & c", "a < b & c"),
        ("<p>x", "a <b>", "a &lt;b>"),
        ("<p>x", "a < b", "a < b"),
        ("<p>x", "a<", "a&lt;"),
        ("<p>x", "R&D; R&amp;D", "R&D; R&amp;amp;D"),
        ("<p>x", "&copy 2024", "&amp;copy 2024"),
        ("<p>x", "<?php", "&lt;?php"),
    ],
)
def test_a_page_writes_a_character_as_it_mostly_does(page: str, text: str, written: str) -> None:
    spelling = HtmlSpelling.of(page)
    assert spelling.write(text, spelling.references) == written


@pytest.mark.parametrize(
    ("text", "quote", "written"),
    [
        ("a < b & c", "", "a &lt; b &amp; c"),
        ("a ]]> b > c", "", "a ]]&gt; b > c"),
        ('a "b"', '"', "a &quot;b&quot;"),
        ("l'été", "'", "l&#39;été"),
        ("l'été", '"', "l'été"),
    ],
)
def test_xml_has_references_wherever_it_needs_them(text: str, quote: str, written: str) -> None:
    assert HtmlSpelling(is_xml=True).write(text, {}, quote=quote) == written


@pytest.mark.parametrize(
    ("native", "text", "habits"),
    [
        ("un mot", "un mot", {"é": "&eacute;"}),
        ("l&rsquo;an", "l’an", {"é": "&eacute;", "’": "&rsquo;"}),
        ("l&rsquo;an, l’été, l’or, l’eau", "l’an, l’été, l’or, l’eau", {"é": "&eacute;"}),
        ("d&#xE9;j&agrave;", "déjà", {"é": "&#xE9;", "à": "&agrave;"}),
    ],
)
def test_a_text_has_habits_beside_those_of_its_page(native: str, text: str, habits: dict[str, str]) -> None:
    assert HtmlSpelling.of("<p>&eacute;&eacute; ç").habits(native, text) == habits


@given(_PAGES, _TEXTS)
def test_a_browser_reads_what_was_written_and_no_tag_in_it(page: str, text: str) -> None:
    spelling = HtmlSpelling.of(page)
    written = spelling.write(text, spelling.references)
    assert unescape(written) == text
    reader = _Reader()
    reader.feed(f"<p>{written}</p>")
    reader.close()
    assert (reader.tags, "".join(reader.texts)) == (["p"], text)
    assert not spelling.is_ascii or written.isascii()


@given(_PAGES, _TEXTS, st.sampled_from("'\""))
def test_a_browser_reads_an_attribute_as_it_was_written(page: str, text: str, quote: str) -> None:
    spelling = HtmlSpelling.of(page)
    written = spelling.write(text, spelling.references, quote=quote)
    reader = _Reader()
    reader.feed(f"<p title={quote}{written}{quote}>")
    assert reader.values == [text]


@given(_TEXTS, st.sampled_from(["", "'", '"']))
def test_a_parser_of_xml_reads_what_was_written(text: str, quote: str) -> None:
    written = HtmlSpelling(is_xml=True).write(text, {}, quote=quote)
    if quote:
        assert ElementTree.fromstring(f"<p a={quote}{written}{quote}/>").get("a") == text
    else:
        assert (ElementTree.fromstring(f"<p>{written}</p>").text or "") == text


@pytest.mark.parametrize(
    ("text", "written"),
    [("Plan", "Plan"), ("Un plan", '"Un plan"'), ("", '""'), ("a=b", '"a=b"'), ("a&gt;", "a&gt;"), ("l'an", '"l\'an"')],
)
def test_a_value_gets_quotation_marks_where_it_needs_them(text: str, written: str) -> None:
    assert as_value(text) == written


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.values: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.values += [value for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
