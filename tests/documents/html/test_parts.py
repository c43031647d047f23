"""What open elements, spelling, encodings and structured data of a page are, each by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.documents.html.encoding import decode_page
from translate.documents.html.json_ld import iter_json_ld, write_json
from translate.documents.html.language import LanguageMark, is_believed, primary, says_other
from translate.documents.html.open_elements import Open, OpenElements
from translate.documents.html.spelling import HtmlSpelling, as_value
from translate.documents.note_signs import is_note


def opened(tags: str, *, is_xml: bool = False) -> list[str]:
    """Return what is open behind tags: `p b /p`."""
    elements = OpenElements(is_xml=is_xml)
    for tag in tags.split():
        if tag.startswith("/"):
            elements.end(tag[1:])
        else:
            elements.start(tag)
            elements.push(Open(tag))
    return [element.name for element in elements.stack]


@pytest.mark.parametrize(
    ("tags", "left"),
    [
        ("div p b", "div p b"),
        ("p p", "p"),
        ("p b div", "div"),
        ("ul li ul li li", "ul li ul li"),
        ("ul li p li", "ul li"),
        ("table tr td tr", "table tr"),
        ("table tr td table tr td", "table tr td table tr td"),
        ("table tr td p /div td", "table tr td"),
        ("dl dt dd", "dl dd"),
        ("select option option", "select option"),
        ("select optgroup option optgroup", "select optgroup"),
        ("b i /b", "i"),
        ("b p /b", "p"),
        ("span div /span", "span div"),
        ("span b /span", ""),
        ("div table tr td /div", "div table tr td"),
        ("div p /div", ""),
        ("p button p", "p button p"),
        ("/p b", "b"),
    ],
)
def test_elements_end_where_a_browser_ends_them(tags: str, left: str) -> None:
    assert " ".join(opened(tags)) == left


def test_in_xml_elements_end_by_their_end_tags_alone() -> None:
    assert opened("p p li li", is_xml=True) == ["p", "p", "li", "li"]
    assert opened("p b div /p", is_xml=True) == []


@pytest.mark.parametrize(
    ("page", "native", "source", "text", "written"),
    [
        ("été", "été", "été", "à & b", "à & b"),
        ("&eacute;t&eacute; &agrave;", "&agrave;", "à", "é", "&eacute;"),
        ("&eacute; é é", "é", "é", "é", "é"),
        ("é &amp; b", "&amp; b", "& b", "a & b", "a &amp; b"),
        ("&rsquo;", "&rsquo;", "’", "ñ", "&ntilde;"),
        ("a", "a", "a", "AT&T &lt; &nope;", "AT&T &amp;lt; &nope;"),
        ("a", "a", "a", "<b> 1 < 2 </i> <!", "&lt;b> 1 < 2 &lt;/i> &lt;!"),
    ],
)
def test_characters_are_written_as_the_page_writes_them(
    page: str, native: str, source: str, text: str, written: str
) -> None:
    spelling = HtmlSpelling.of(page)
    assert spelling.write(text, spelling.habits(native, source)) == written


def test_xml_has_numbers_for_characters_unless_it_has_names_itself() -> None:
    assert HtmlSpelling.of("&#233;", is_xml=True).write("ñ", {}) == "&#241;"
    assert HtmlSpelling.of("&eacute;", is_xml=True).write("ñ", {}) == "&ntilde;"


def test_a_bare_value_gets_marks_where_it_needs_them() -> None:
    assert [as_value(text) for text in ("mot", "deux mots", "")] == ["mot", '"deux mots"', '""']


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xef\xbb\xbfa<meta charset=latin1>", "utf-8"),
        (b"<meta charset='ISO-8859-1'>\xe9", "cp1252"),
        (b"<!-- <meta charset=koi8-r> --><meta content='text/html; charset=iso-8859-15'>\xa4", "iso8859-15"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?>\xe9", "iso8859-2"),
        (b"<meta charset=utf-16>a", "utf-8"),
        ("<meta charset=latin1>été".encode(), "utf-8"),
        (b"<meta charset=latin1>\x81\xe9", "latin-1"),
        (b"<meta charset=no-such>abc", "utf-8"),
        ("<?xml version='1.0'?>é".encode("utf-16-le"), "utf-16-le"),
        (b"<meta charset=utf-7>abc", "utf-8"),
        ("L'été à la plage, où l'on a très chaud, est déjà fini".encode("cp1252"), "cp1252"),
    ],
)
def test_a_page_says_its_encoding(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    decoded = decode_page(data, path)
    assert decoded.encoding.name == name
    assert decoded.encoded(decoded.text, data[: decoded.encoding.skip]) == data


def test_a_tag_of_a_language_is_believed_unless_the_words_speak_against_it() -> None:
    assert says_other("de-AT", "fr")
    assert not any(says_other(tag, "fr") for tag in ("fr-CA", "FR", "fr_FR", "", "und"))
    assert is_believed("en", "<p>Never give up", "fr")
    assert not is_believed("en", "<p>Le chat est dans la maison et il y reste", "fr")
    agenda = "<li>Ouverture de la réunion<li>Travaux : toiture, façade, clôture, garage<li>Budget 2026 du comité"
    agenda += "<li>Devis de l’entreprise Morin<li>Questions diverses, date de la prochaine réunion"
    assert not is_believed("en", agenda, "fr")
    assert is_believed("x-unknown", agenda, "fr")
    assert is_believed("en", agenda + "<li>any other business of the board and its members", "fr")
    assert primary(" Sr-Latn ") == "sr"
    assert LanguageMark(0, 2, "_").written("en-GB") == "en_GB"


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        ('{"@type": "Article", "headline": "Un", "name": "Deux", "url": "trois"}', ["Un", "Deux"]),
        ('{"name": "Deux", "@type": "Article"}', ["Deux"]),
        ('{"@type": "Person", "name": "Paul", "description": "Un"}', ["Un"]),
        ('[{"@type": "Question", "name": "Un ?", "a": {"@type": "Answer", "text": "Deux"}}]', ["Deux", "Un ?"]),
        ('{"description": "", "headline": 3}', []),
        ('{"description": "Un"', []),
    ],
)  # fmt: skip
def test_structured_data_has_texts_in_some_of_its_values(data: str, texts: list[str]) -> None:
    blocks = list(iter_json_ld(f"<script>{data}", 8, 8 + len(data), ""))
    assert [block.text for block in blocks] == texts


def test_json_is_written_so_that_no_script_ends_in_it() -> None:
    assert write_json('é "</script>', is_ascii=False) == 'é \\"<\\/script>'
    assert write_json("é", is_ascii=True) == "\\u00e9"


@pytest.mark.parametrize(
    ("raised", "before", "answer"),
    [
        ("1", "le mot", True),
        ("2", "5 m", False),
        ("er", "le 1", False),
        ("*", "le mot", True),
        ("[3]", "fini.", True),
        ("e", "XIX", False),
    ],
)
def test_what_is_raised_refers_to_a_note_behind_words(raised: str, before: str, answer: bool) -> None:
    assert is_note(raised, before) is answer
