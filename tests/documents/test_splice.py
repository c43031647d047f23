"""A document with its own texts in their places is the document: no character is lost, in any encoding, any layout."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.kinds import TEXTS
from translate.config import DocumentConfig
from translate.data import Block
from translate.documents import READERS
from translate.errors import OutputError

PROPERTY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
ANY = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    | st.sampled_from("\n\r\t\x0b\x0c\x1c\x85\u00a0\u2028\u2029\ufeff\u00ad >-*#`|[]()!_~=&<\\é\u0301"),
    max_size=80,
)
MARKS = {"utf-8": b"", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-32-le": b"\xff\xfe\0\0"}


def splice(folder: Path, kind: str, content: bytes, config: DocumentConfig | None = None) -> tuple[bytes, list[Block]]:
    """Return the document with its own texts in their places, and its blocks."""
    path = folder / "in"
    path.write_bytes(content)
    reader = READERS.load(kind)
    document = reader.read(path, name="in", language="fr", config=config or DocumentConfig())
    blocks = list(document.blocks)
    with reader.rebuild(document, folder / "out", language="en") as rebuilder:
        for block in blocks:
            rebuilder.write(block, block.text)
    return (folder / "out").read_bytes(), blocks


@pytest.mark.parametrize("kind", ["text", "segments"])
@PROPERTY
@given(text=ANY, encoding=st.sampled_from(list(MARKS)))
def test_any_text_comes_back_whole(tmp_path: Path, kind: str, text: str, encoding: str) -> None:
    text = f"x{text}"  # What begins with a mark has that of an encoding.
    content = MARKS[encoding] + text.encode(encoding)
    made, blocks = splice(tmp_path, kind, content)
    assert made == content
    assert all(unicodedata.is_normalized("NFC", block.text) for block in blocks)
    assert all(block.text == block.text.strip() for block in blocks)


@PROPERTY
@given(text=ANY)
def test_any_markdown_comes_back_whole(tmp_path: Path, text: str) -> None:
    made, blocks = splice(tmp_path, "markdown", f"x{text}".encode())
    assert made.decode() == f"x{text}"
    for block in blocks:
        assert all(0 <= code.start < code.end <= len(block.text) for code in block.codes)


LAYOUTS = {
    "headings": "# Un\n\n## Deux ##\n\nTrois\n=====\n\nQuatre\n---\n",
    "lists": "- un\n- deux\n  - dedans\n\n1. un\n2) deux\n",
    "tight quotation": "> Un.\n>\n> > Deux.\n",
    "a table": "| a | b |\n|---|:-:|\n| *c* | `d` |\n",
    "a table of escapes": "| a\\|b | c |\n|---|---|\n| d | |\n",
    "code": "Un.\n\n```py\nx = 1\n```\n\n    y = 2\n\n~~~\nz\n~~~\n",
    "HTML": "<div>\n<p>Un</p>\n</div>\n\nDeux <b>trois</b>.\n",
    "front matter": "---\ntitle: x\n...\n\nUn.\n",
    "no front matter": "---\nUn.\n",
    "references": "Un [lien][a].\n\n[a]: https://a.fr 'x'\n",
    "rules": "Un.\n\n***\n\n- - -\n\nDeux.\n",
    "windows": "# Un\r\n\r\n- deux\r\n- trois\r\n",
    "no last line end": "# Un\n\nDeux.",
    "blank lines": "\n\n\nUn.\n\n\n\nDeux.\n\n\n",
    "a page break": "Un.\n\n\x0c\n\nDeux.\n",
    "tabs": "-\tun\n\t- deux\n>\ttrois\n",
    "hard breaks at the end": "Un.  \n\nDeux.\\\n",
    "entities": "Un &amp; deux &copy; \\* &#233;\n",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_of_markdown_comes_back_byte_for_byte(name: str, tmp_path: Path) -> None:
    made, _ = splice(tmp_path, "markdown", LAYOUTS[name].encode())
    assert made.decode() == LAYOUTS[name]


SHOWN = {
    "headings": ["Un", "Deux", "Trois", "Quatre"],
    "lists": ["un", "deux", "dedans", "un", "deux"],
    "tight quotation": ["Un.", "Deux."],
    "a table": ["a", "b", "*c*", "`d`"],
    "code": ["Un."],
    "HTML": ["Un", "Deux <b>trois</b>."],
    "front matter": ["x", "Un."],
    "no front matter": ["Un."],
    "references": ["Un [lien][a].", "x"],
    "rules": ["Un.", "Deux."],
    "windows": ["Un", "deux", "trois"],
    "blank lines": ["Un.", "Deux."],
    "a page break": ["Un.", "Deux."],
    "tabs": ["un", "deux", "trois"],
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_layout_of_markdown_shows_what_a_person_reads(name: str, tmp_path: Path) -> None:
    _, blocks = splice(tmp_path, "markdown", LAYOUTS[name].encode())
    assert [block.text for block in blocks if block.text] == SHOWN[name]


@pytest.mark.parametrize("kind", TEXTS)
def test_an_interrupted_rebuild_leaves_the_document_of_the_run_before(kind: str, tmp_path: Path) -> None:
    (tmp_path / "in").write_text("Un.\n\nDeux.\n")
    (tmp_path / "out").write_text("before")
    reader = READERS.load(kind)
    document = reader.read(tmp_path / "in", name="in", language="fr", config=DocumentConfig())
    with pytest.raises(KeyboardInterrupt), reader.rebuild(document, tmp_path / "out", language="en") as rebuilder:
        rebuilder.write(next(iter(document.blocks)), "One.")
        raise KeyboardInterrupt
    assert sorted((path.name, path.read_text()) for path in tmp_path.iterdir()) == [
        ("in", "Un.\n\nDeux.\n"), ("out", "before"),
    ]  # fmt: skip
    with (
        pytest.raises(OutputError, match=r"in the way|is a file|not a folder"),
        reader.rebuild(document, tmp_path / "in" / "out", language="en"),
    ):
        pass
