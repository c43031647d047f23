"""Headers and footers of sheets: sections are texts, codes of pages and fonts no words, and `&` is written twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.office.sheet_headers import HEADERS, header_blocks
from translate.documents.rewriting import rewrite
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Xml

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def blocks_of(content: str, name: str = "oddHeader") -> tuple[Xml, list[SplicedBlock]]:
    """Of a header as a person writes it, with `&` for itself."""
    native = content.replace("&", "&amp;")
    xml = Xml.of(f'<headerFooter xmlns="{_SPACE}"><{name}>{native}</{name}></headerFooter>'.encode(), Path("a.xlsx"))
    ((node, _),) = xml.iter_nodes(HEADERS)
    return xml, list(header_blocks(xml, node, context="sheet A"))


def said(content: str, *targets: str) -> str:
    """What a header is where its texts become others."""
    xml, blocks = blocks_of(content)
    splice = Splice()
    for block, target in zip(blocks, targets or [block.text for block in blocks], strict=True):
        written = rewrite(block, target, block.codes)
        if written is not None:
            splice.replace(*block.place, written)
    after = splice.apply(xml.data).decode()
    return after.partition("<oddHeader>")[2].partition("</oddHeader>")[0].replace("&amp;", "&")


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ("Brouillon", ["Brouillon"]),
        ("&LGauche&CMilieu&RDroite", ["Gauche", "Milieu", "Droite"]),
        ("&CPage &P sur &N", ["Page &P sur &N"]),
        ("&C&KFF0000Brouillon", ["Brouillon"]),
        ('&C&"Arial,Gras"&14Bilan', ["Bilan"]),
        ("&CPain && vin", ["Pain & vin"]),
        ("&CUn &Bgrand&B mot", ["Un grand mot"]),
        ("&CUn\nDeux", ["Un", "Deux"]),
        ("&P&C&D&R&F", []),
        ("&CPage &P+1 sur dix", ["Page &P+1 sur dix"]),
    ],
)
def test_a_section_is_a_text_without_its_codes(content: str, texts: list[str]) -> None:
    assert [block.text for block in blocks_of(content)[1]] == texts


@pytest.mark.parametrize("name", [name.partition(":")[2] for name in HEADERS])
def test_a_text_says_whether_it_stands_above_or_below(name: str) -> None:
    (block,) = blocks_of("Brouillon", name)[1]
    assert block.context == ("sheet A, footer" if name.endswith("Footer") else "sheet A, header")


@pytest.mark.parametrize(
    ("content", "targets", "after"),
    [
        ("&LGauche&CMilieu", ["Left", "Middle"], "&LLeft&CMiddle"),
        ("&C&KFF0000Brouillon", ["Draft"], "&C&KFF0000Draft"),
        ("&CPain", ["Bread & wine"], "&CBread && wine"),
        ("&CPain && vin", ["Bread"], "&CBread"),
    ],
)
def test_a_text_is_written_between_its_codes(content: str, targets: list[str], after: str) -> None:
    assert said(content, *targets) == after


_PIECES = st.sampled_from(["un", " ", "&&", "&P", "&L", "&C", "&R", "&B", '&"Arial"', "&12", "&K00FF00", "é", "\n"])


@given(st.lists(_PIECES, max_size=10).map("".join))
def test_texts_that_are_put_back_make_the_same_header(content: str) -> None:
    assert said(content) == content
