"""Readers give the blocks of a document, and rebuild it; one contract for all, then what is special to each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


def rebuilt(document: Document, folder: Path) -> str:
    path = folder / "rebuilt"
    with READERS.load(document.kind).rebuild(document, path, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, block.text)
    return path.read_bytes().decode()


@pytest.mark.parametrize("kind", READERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(text=st.text(st.sampled_from("ab é#*->|`1.\n\r\t\u00a0\u2028«»\\[]()!<&:e\u0301~=_ "), max_size=60))
def test_blocks_rebuild_what_was_read(tmp_path: Path, kind: str, text: str) -> None:
    """Text is NFC, and no other character is another one."""
    import unicodedata

    document = read(tmp_path, text, kind)
    assert rebuilt(document, tmp_path) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("kind", READERS)
def test_blocks_can_be_iterated_twice(tmp_path: Path, kind: str) -> None:
    document = read(tmp_path, "Un.\n\nDeux.\n", kind)
    assert list(document.blocks) == list(document.blocks)


@pytest.mark.parametrize("kind", READERS)
def test_utf_16_and_its_line_ends_come_back_as_utf_8(tmp_path: Path, kind: str) -> None:
    document = read(tmp_path, b"\xff\xfe" + "Été.\r\n\r\nHiver.\r\n".encode("utf-16-le"), kind)
    assert rebuilt(document, tmp_path) == "Été.\r\n\r\nHiver.\r\n"


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
    assert path.read_text() == "# TITRE\n\n> UNE DEUX\n\n- X\n"
