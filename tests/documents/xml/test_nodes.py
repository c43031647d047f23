"""Elements of XML know which bytes they are, whatever the file looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.xml.nodes import Chars, Node, Xml
from translate.errors import DocumentError

PATH = Path("a.docx")
_PIECES = st.sampled_from(
    [
        "a",
        "é",
        " ",
        "\n",
        "\r\n",
        "&amp;",
        "&#233;",
        "&lt;",
        "]",
        "<!-- c -->",
        "<?pi x?>",
        "<b/>",
        "<b x='1'/>",
        "<b></b>",
    ]
)
_BODIES = st.recursive(
    st.lists(_PIECES, max_size=6).map("".join),
    lambda inner: st.tuples(inner, inner).map(lambda pair: f"<p k=\"&quot;\">{pair[0]}</p >{pair[1]}"),
    max_leaves=6,
)  # fmt: skip


def places_of(data: bytes, node: Node) -> None:
    """Assert that the children of a node follow one another, and are what they say."""
    position = node.inner
    for child in node.children:
        assert child.start == position
        native = data[child.start : child.end]
        if isinstance(child, Chars):
            assert b"<" not in native
        else:
            assert native.startswith(b"<") and native.endswith(b">")
            assert child.is_empty or data[child.outer : child.outer + 2] == b"</"
            places_of(data, child)
        position = child.end
    assert position == node.outer


@given(body=_BODIES, mark=st.booleans())
def test_an_element_is_its_bytes(body: str, *, mark: bool) -> None:
    data = (b"\xef\xbb\xbf" if mark else b"") + f"<r><t>{body}</t></r>".encode()
    (node, around), *others = Xml.of(data, PATH).iter_nodes({"t"})
    assert not others and [one.name for one in around] == ["r"]
    assert data[node.start : node.end] == f"<t>{body}</t>".encode()
    places_of(data, node)


def test_a_part_that_is_read_in_pieces_is_read_alike() -> None:
    row = "<p><t a='1'>un été &amp; un hiver</t></p>"
    data = f"<r>{row * 5000}</r>".encode()
    found = [data[node.start : node.end].decode() for node, _ in Xml.of(data, PATH).iter_nodes({"p"})]
    assert found == [row] * 5000


def test_names_are_those_of_the_namespaces() -> None:
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = f'<x:document xmlns:x="{space}"><x:p x:val="1" n="2"/></x:document>'.encode()
    ((node, (document,)),) = Xml.of(data, PATH).iter_nodes({"w:p"})
    assert (document.name, dict(node.attributes)) == ("w:document", {"w:val": "1", "n": "2"})


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "windows-1252"])
def test_every_encoding_is_read_and_written(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-le").removesuffix("-be")}"?><t>un été</t>'
    xml = Xml.of(text.encode(encoding), PATH)
    ((node, _),) = xml.iter_nodes({"t"})
    assert node.text == "un été"
    assert xml.encoded(xml.data) == text.encode(encoding)
    assert xml.encoded(xml.data.replace("été".encode(), "\u2192".encode())).decode(encoding).count("t>un ") == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><r>&e;</r>", "has a DOCTYPE"),
        (b"<!DOCTYPE r><r/>", "has a DOCTYPE"),
        (b"<r><p></r>", "not well-formed XML"),
        (b"<r>", "not well-formed XML"),
        (b"<r>" + b"<p>" * 1001, "nested more than 1,000 deep"),
        (b"<r a='" + b"x" * 4_000_001 + b"'/>", "longer than 4,000,000 characters"),
        (b'<?xml version="1.0" encoding="klingon"?><r/>', "not in the encoding klingon"),
    ],
)
def test_what_no_office_program_writes_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        list(Xml.of(data, PATH, "word/document.xml").iter_nodes({"p"}))


def test_a_document_type_without_declarations_is_one_where_kinds_have_it() -> None:
    data = b'<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://example.org/ncx.dtd"><r><p>un</p></r>'
    ((node, _),) = Xml.of(data, PATH, has_doctype=True).iter_nodes({"p"})
    assert node.text == "un"


def test_tags_are_found_in_all_depths() -> None:
    data = b"<r><p a='1'>x<q/></p><!-- <no/> --></r>"
    assert [data[tag.start : tag.inner] for tag in Xml.of(data, PATH).iter_tags()] == [b"<r>", b"<p a='1'>", b"<q/>"]
