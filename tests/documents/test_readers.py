"""Readers of texts give the blocks of a document, and rebuild it: one contract, then what is special to each."""

from __future__ import annotations

import codecs
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.kinds import TEXTS
from translate.config import DocumentConfig
from translate.data import Block, Document
from translate.documents import READERS
from translate.errors import DocumentError

MARKDOWN = """\
---
title: Essai
---
# Un titre #

Un paragraphe
sur deux lignes,
avec `du code`.

Titre souligné
==============

- un point
- un autre
  1. dedans

> Une citation
> sur deux lignes.

| a | bc |
|---|----|
| un | un deux |
| deux | |

```
code intact
```

    code en retrait

<div>du html</div>

Une ligne\\
puis une autre\x20\x20
et la fin.

***

[lien]: https://exemple.fr
"""
SHOWN = [
    "Essai",
    "Un titre",
    "Un paragraphe sur deux lignes, avec `du code`.",
    "Titre souligné",
    "un point",
    "un autre",
    "dedans",
    "Une citation sur deux lignes.",
    "a",
    "bc",
    "un",
    "un deux",
    "deux",
    "du html",
    "Une ligne",
    "puis une autre",
    "et la fin.",
]


def read(folder: Path, text: str | bytes, kind: str = "text", **config: object) -> Document:
    path = folder / "document"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return READERS.load(kind).read(
        path,
        name="document",
        language="fr",
        config=DocumentConfig(**config),  # type: ignore[arg-type]
    )


def rebuilt(document: Document, folder: Path, change: Callable[[str], str] = str) -> bytes:
    path = folder / "rebuilt"
    with READERS.load(document.kind).rebuild(document, path, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, change(block.text))
    return path.read_bytes()


@pytest.mark.parametrize("joins", [False, True])
@pytest.mark.parametrize("kind", TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    text=st.text(
        st.sampled_from("ab é#*->|`1.\n\r\t\u00a0\u2028«»\\[]()!<&:e\u0301~=_ ;\u1100\u1161\u0323"), max_size=60
    )
)
def test_blocks_rebuild_what_was_read(tmp_path: Path, kind: str, joins: bool, text: str) -> None:
    """Blocks are in normal form; the document need not be."""
    document = read(tmp_path, text, kind, join_lines=joins)
    assert rebuilt(document, tmp_path) == text.encode()


@pytest.mark.parametrize("kind", TEXTS)
def test_paragraphs_that_are_wrapped_come_back_wrapped(tmp_path: Path, kind: str) -> None:
    wrapped = "\r\n".join(f"> {line}  " for line in textwrap.wrap("Le chat dort, l&rsquo;e\u0301te\u0301. " * 20, 60))
    for text in (wrapped, wrapped.replace("> ", "\t"), wrapped.replace("> ", "")):
        assert rebuilt(read(tmp_path, text, kind, join_lines=True), tmp_path) == text.encode()


@pytest.mark.parametrize("kind", TEXTS)
def test_blocks_can_be_iterated_twice(tmp_path: Path, kind: str) -> None:
    document = read(tmp_path, "Un.\n\nDeux.\n", kind)
    assert list(document.blocks) == list(document.blocks)


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "cp1252"),
        (b"", "mac_roman"),
        (b"", "cp850"),
    ],
)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, kind: str, mark: bytes, name: str) -> None:
    """Of what changed and of what did not."""
    text = "« Été » à la plage, où l'on a très chaud.\r\n\r\nHiver, un Noël glacé\r\rà Nîmes.  \n\n  Fin de l'été"
    content = mark + text.encode(name)
    declared = name if not mark else None
    document = read(tmp_path, content, kind, encoding=declared)
    assert rebuilt(document, tmp_path) == content
    found = rebuilt(document, tmp_path, lambda shown: shown.replace("é", "ê"))
    assert found == mark + text.replace("é", "ê").encode(name)
    assert not list(document.notices)


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_that_its_encoding_cannot_hold_becomes_utf_8_and_that_is_said(tmp_path: Path, kind: str) -> None:
    document = read(tmp_path, "Un été.\r\nUn hiver.\r\n".encode("cp1252"), kind, encoding="cp1252")
    found = rebuilt(document, tmp_path, lambda shown: shown.replace("hiver", "→ Győr"))
    assert found.decode() == "Un été.\r\nUn → Győr.\r\n"
    assert rebuilt(document, tmp_path, lambda shown: shown.replace("hiver", "→ Győr")) == found
    assert list(document.notices) == ["written in UTF-8: Windows-1252 does not have → (U+2192 RIGHTWARDS ARROW)"]


@pytest.mark.parametrize("kind", TEXTS)
def test_an_encoding_that_was_guessed_is_left_where_text_changes_and_that_is_said(tmp_path: Path, kind: str) -> None:
    content = "L’été, à Nîmes, il a fait très chaud ; l’hiver, on gelait.\n".encode("cp1252")
    document = read(tmp_path, content, kind)
    assert rebuilt(document, tmp_path) == content
    found = rebuilt(document, tmp_path, lambda shown: shown.replace("été", "automne"))
    assert found == content.decode("cp1252").replace("été", "automne").encode()
    _, said = document.notices
    assert said == "written in UTF-8, because Windows-1252 was a guess; give --encoding windows-1252 to keep it"


@pytest.mark.parametrize("kind", TEXTS)
def test_what_stands_beside_a_change_is_spelled_as_it_was(tmp_path: Path, kind: str) -> None:
    accent = "\u0301"
    document = read(tmp_path, f"- e{accent}te{accent}\n\n- hiver\n", kind)
    assert rebuilt(document, tmp_path, lambda shown: shown.replace("hiver", "été")).decode() == (
        f"- e{accent}te{accent}\n\n- été\n"
    )


@pytest.mark.parametrize("kind", TEXTS)
def test_a_document_that_changes_meanwhile_is_an_error(tmp_path: Path, kind: str) -> None:
    document = read(tmp_path, "Un.\n\nDeux.\n", kind)
    blocks = list(document.blocks)
    with (
        pytest.raises(DocumentError, match=r"document: changed while it was being translated; run again\."),
        READERS.load(kind).rebuild(document, tmp_path / "rebuilt", language="en") as rebuilder,
    ):
        (tmp_path / "document").write_text("Un.\n\nTrois.\n")
        for block in blocks:
            rebuilder.write(block, block.text)
    assert not (tmp_path / "rebuilt").exists()


def test_every_line_of_plain_text_is_a_block(tmp_path: Path) -> None:
    blocks = list(read(tmp_path, "  Un.  \n\n\tDeux\r\nTrois").blocks)
    assert blocks == [
        Block("  ", "Un.", "  \n"),
        Block("\n", "", ""),
        Block("\t", "Deux", "\r\n"),
        Block("", "Trois", ""),
    ]


def test_text_becomes_nfc(tmp_path: Path) -> None:
    assert [block.text for block in read(tmp_path, "e\u0301te\u0301").blocks] == ["été"]


def test_a_line_over_the_limit_is_an_error_with_its_number(tmp_path: Path) -> None:
    document = read(tmp_path, "court\n" + "x" * 101 + "\n", max_paragraph_characters=100)
    with pytest.raises(DocumentError, match=r"document:2: the line is longer than 100 characters"):
        list(document.blocks)


def test_a_line_of_10_mb_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="longer than 1,000,000 characters"):
        list(read(tmp_path, "x" * 10_000_000).blocks)


def test_a_line_at_the_limit_is_read(tmp_path: Path) -> None:
    document = read(tmp_path, "x" * 100 + "\r\n" + "y", max_paragraph_characters=100)
    assert [block.text for block in document.blocks] == ["x" * 100, "y"]


def test_markdown_shows_what_a_person_reads(tmp_path: Path) -> None:
    document = read(tmp_path, MARKDOWN, "markdown")
    assert [block.text for block in document.blocks if block.text] == SHOWN


def test_markdown_keeps_code_tags_and_names_of_fields(tmp_path: Path) -> None:
    leads = "".join(block.lead for block in read(tmp_path, MARKDOWN, "markdown").blocks)
    for kept in ("title: ", "code intact", "code en retrait", "<div>", "</div>", "[lien]: https", "|---|----|"):
        assert kept in leads


def test_markdown_layout_comes_back_with_other_texts(tmp_path: Path) -> None:
    document = read(tmp_path, "# Titre\n\n> Une\n> deux\n\n- x\n", "markdown")
    path = tmp_path / "rebuilt"
    with READERS.load("markdown").rebuild(document, path, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, block.text.upper())
    assert path.read_text() == "# TITRE\n\n> UNE\n> DEUX\n\n- X\n"
