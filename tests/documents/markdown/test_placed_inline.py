"""Attributes and tags at the ends of a text of Markdown are no text; braces that are words stay in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.config import DocumentConfig
from translate.data import Block
from translate.documents import READERS


def blocks_of(folder: Path, source: str) -> list[Block]:
    path = folder / "a.md"
    path.write_text(source, encoding="utf-8")
    read = READERS.load("markdown").read(path, name="a.md", language="fr", config=DocumentConfig())
    return [block for block in read.blocks if block.text]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("# Un titre {#nom}\n", ["Un titre"]),
        ("Un texte. {: .note}\n", ["Un texte."]),
        ("Un **mot**{.gras}\n", ["Un **mot**{.gras}"]),
        ("Un texte. ^nom\n", ["Un texte."]),
        ("Un texte. {/* à revoir */}\n", ["Un texte."]),
        ("{% include a.html %} Un texte.\n", ["Un texte."]),
        ("Un texte. {{< bouton >}}\n", ["Un texte."]),
        ("{% raw %}Un texte.\n", ["{% raw %}Un texte."]),
        ("1. Sommaire\n{:toc}\n", []),
        ("1. Un texte\n{: .note}\n", ["Un texte"]),
        ("Un texte {rare}.\n", ["Un texte {rare}."]),
        ("{% a %}\n{% b %}\nUn texte.\n", ["Un texte."]),
    ],
)
def test_what_tools_read_at_the_ends_is_no_text(tmp_path: Path, source: str, texts: list[str]) -> None:
    assert [block.text for block in blocks_of(tmp_path, source)] == texts


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("Un ==mot== là", ["==", "=="]),
        ("Un ===mot=== là", ["==", "=="]),
        ("Un ==mot== et ==un autre==", ["==", "==", "==", "=="]),
        ("Un == mot == là", []),
        ("Un ==mot là", []),
        ("Un =mot= là", []),
        ("Un ==mot **gras**== là", ["==", "**", "**", "=="]),
        ("Un ==mot **gras==** là", ["==", "=="]),
        ("Un ++mot++ ==là==", ["++", "++", "==", "=="]),
    ],
)
def test_a_doubled_sign_on_both_sides_is_a_pair(tmp_path: Path, source: str, codes: list[str]) -> None:
    (block,) = blocks_of(tmp_path, source)
    assert [block.text[code.start : code.end] for code in block.codes] == codes
