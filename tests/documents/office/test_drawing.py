"""Text of drawings: runs that look alike are one text, what is within a paragraph stays, whatever it is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import CodeKind, InlineCode
from translate.documents.office.drawing import DrawingRuns, paragraph_blocks
from translate.documents.rewriting import rewrite
from translate.documents.splice import Splice
from translate.documents.spliced import Kind, SplicedBlock
from translate.documents.xml.nodes import Xml

SPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SPACE += ' xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'


def r(text: str, look: str = "", inner: str = "") -> str:
    """A run."""
    properties = f"<a:rPr{look}>{inner}</a:rPr>" if inner else f"<a:rPr{look}/>" if look else ""
    return f"<a:r>{properties}<a:t>{text}</a:t></a:r>"


def xml_of(*content: str) -> Xml:
    return Xml.of(f"<a:p {SPACE}>{''.join(content)}</a:p>".encode(), Path("a.pptx"), "slide.xml")


def blocks_of(xml: Xml) -> list[SplicedBlock]:
    ((paragraph, _),) = xml.iter_nodes(("a:p",))
    return list(paragraph_blocks(xml, paragraph, context="slide 1"))


def shown(*content: str) -> list[tuple[str, list[str]]]:
    """Texts, and the types of their codes."""
    return [(block.text, [code.type for code in block.codes]) for block in blocks_of(xml_of(*content))]


BOLD, LINK = ' b="1"', '<a:hlinkClick r="x"/>'
FIELD = '<a:fld id="1" type="slidenum"><a:rPr/><a:t>4</a:t></a:fld>'


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ([r("Une ph"), r("rase.")], [("Une phrase.", [])]),
        ([r("Une ph", ' lang="fr-FR" dirty="0"'), r("rase.", ' lang="fr-CA" err="1"')], [("Une phrase.", [])]),
        ([r("Un "), r("grand", BOLD), r(" lit.")], [("Un grand lit.", ["bold", "bold"])]),
        ([r("Un "), r("grand", ' b="0"'), r(" lit.")], [("Un grand lit.", ["x-format", "x-format"])]),
        ([r("Un "), r("grand", "", LINK), r(" lit.")], [("Un grand lit.", ["link", "link"])]),
        ([r("Ouvert."), "<a:br/>", r("Fermé.")], [("Ouvert.", []), ("Fermé.", [])]),
        ([r("Il est bien ouvert"), "<a:br/>", r("le lundi.")], [("Il est bien ouvert<a:br/>le lundi.", ["lb"])]),
        ([r("Page "), FIELD, r(" sur dix")], [("Page 4 sur dix", ["x-var"])]),
        ([r("Soit "), "<a14:m>x</a14:m>", r(" donné")], [("Soit x donné", ["x-formula"])]),
        (["<a:pPr/>", r("Un mot."), "<a:endParaRPr/>"], [("Un mot.", [])]),
        ([r("Le jardin"), r("1", ' baseline="30000"'), r(" est clos.")], [("Le jardin1 est clos.", ["x-note"])]),
        ([r("Dix m"), r("2", ' baseline="30000"')], [("Dix m2", ["superscript", "superscript"])]),
        ([r("")], []),
        ([r("  ")], []),
        ([FIELD], []),
    ],
)
def test_what_a_paragraph_shows_is_one_text_with_its_codes(
    content: list[str], texts: list[tuple[str, list[str]]]
) -> None:
    assert shown(*content) == texts


@pytest.mark.parametrize(
    ("look", "inner", "code_type", "is_seen"),
    [
        (' b="1"', "", "bold", False),
        (' i="1"', "", "italic", False),
        (' u="sng"', "", "underlined", True),
        (' strike="sngStrike"', "", "x-strike", True),
        (' u="none" strike="noStrike"', "", "x-format", False),
        (' baseline="30000"', "", "superscript", False),
        (' baseline="-25000"', "", "subscript", False),
        (' baseline="0"', "", "x-format", False),
        (' b="1" i="1"', "", "bold", False),
        ("", "<a:highlight/>", "x-format", True),
        (' sz="1200"', "", "x-format", False),
    ],
)
def test_a_run_is_called_by_what_is_seen_of_it(look: str, inner: str, code_type: str, *, is_seen: bool) -> None:
    xml = xml_of(r("mot", look, inner))
    ((paragraph, _),) = xml.iter_nodes(("a:p",))
    (item,) = DrawingRuns(xml.data).items(paragraph)
    assert item.format is not None
    assert (item.kind, item.format.type, item.format.is_seen) == (Kind.TEXT, code_type, is_seen)


@pytest.mark.parametrize(("look", "language"), [(' lang="de-AT"', "de"), (' lang=""', ""), (' b="1"', "")])
def test_a_run_says_its_language_without_country(look: str, language: str) -> None:
    xml = xml_of(r("mot", look))
    ((paragraph, _),) = xml.iter_nodes(("a:p",))
    (item,) = DrawingRuns(xml.data).items(paragraph)
    assert item.format is not None and item.format.language == language


_RUNS = st.builds(
    r,
    st.sampled_from(["un ", "deux", " trois", "&amp;", " ", "été. "]),
    st.sampled_from(["", BOLD, ' i="1"', ' u="sng"', ' lang="fr"']),
    st.sampled_from(["", LINK]),
)
_CONTENT = st.lists(_RUNS | st.sampled_from(["<a:br/>", FIELD, "<a14:m>x</a14:m>", "<!-- c -->"]), max_size=8)
_KEPT = re.compile(rb"<a:br/>|<a:fld\b|<a14:m>")


def made(xml: Xml, written: Sequence[tuple[SplicedBlock, str, Sequence[InlineCode]]]) -> bytes:
    splice = Splice()
    for block, text, codes in written:
        new = rewrite(block, text, codes)
        if new is not None:
            splice.replace(*block.place, new)
    return splice.apply(xml.data)


@given(_CONTENT)
def test_texts_that_are_put_back_change_no_byte(content: list[str]) -> None:
    xml = xml_of(*content)
    assert made(xml, [(block, block.text, block.codes) for block in blocks_of(xml)]) == xml.data


@given(_CONTENT, st.data())
def test_codes_in_any_order_are_written_well_formed_and_once(content: list[str], data: st.DataObject) -> None:
    xml = xml_of(*content)
    written = []
    for block in blocks_of(xml):
        codes = [replace(code, start=3, end=3) for code in data.draw(st.permutations(block.codes))]
        written.append((block, "one & two", codes))
    after = made(xml, written)
    root = ElementTree.fromstring(after)
    assert sorted(_KEPT.findall(after)) == sorted(_KEPT.findall(xml.data))
    runs = [node for node in root.iter() if node.tag.endswith("main}r")]
    texts = "".join(node.text or "" for run in runs for node in run if node.tag.endswith("main}t"))
    assert texts.count("one & two") == len(written)


@given(_CONTENT)
def test_every_block_has_its_codes_paired_and_within_its_text(content: list[str]) -> None:
    for block in blocks_of(xml_of(*content)):
        opened: list[str] = []
        for code in block.codes:
            assert 0 <= code.start <= code.end <= len(block.text)
            if code.kind is CodeKind.START:
                opened.append(code.id)
            elif code.kind is CodeKind.END:
                assert opened.pop() == code.id
        assert not opened
