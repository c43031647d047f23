"""Blocks are read in normal form, and what did not change comes back in the form that the file has."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Block
from translate.documents.base import COLUMN
from translate.documents.block_writer import BlockWriter, Originals
from translate.errors import DocumentError

_ANY = st.text(st.sampled_from("ae\u0301é\u0327ç \n\u1100\u1161가o\u0302\u0301"), max_size=20)
DECOMPOSED = "de\u0301ja\u0300"


class _Sink:
    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str, /) -> None:
        self.text += text

    def leave_encoding(self) -> None:
        raise AssertionError


def written(lines: list[str], *blocks: tuple[Block, str]) -> tuple[str, bool]:
    """What blocks that show something make of a file of lines, and whether that is a change."""
    sink = _Sink()
    writer = BlockWriter(sink, Originals(lines, Path("a.txt")))
    for block, shown in blocks:
        writer.write(block, shown)
    return sink.text, writer.has_changed


@pytest.mark.parametrize(
    ("block", "shown", "expected"),
    [
        (Block("", "déjà", "\n"), "déjà", f"{DECOMPOSED}\n"),
        (Block("", "déjà", "\n"), "already", "already\n"),
        (Block("dé", "jà", "\n"), "yet", "de\u0301yet\n"),
        (Block("d", "é", "jà\n"), "e", "deja\u0300\n"),
        (Block("", "already", "\n", native="déjà"), "déjà", f"{DECOMPOSED}\n"),
        (Block("", "already", "\n", native="déjà"), "already", "already\n"),
    ],
)
def test_only_what_changed_is_in_normal_form(block: Block, shown: str, expected: str) -> None:
    assert written([f"{DECOMPOSED}\n"], (block, shown)) == (expected, shown != (block.native or block.text))


def test_a_column_is_filled_up_where_its_text_changes() -> None:
    cells = [(Block("", "Nom", "    ", manner=COLUMN), "Surname"), (Block("", "Ville", "\n"), "Ville")]
    assert written(["Nom    Ville\n"], *cells) == ("Surname  Ville\n", True)


@given(_ANY, st.lists(st.integers(0, 20), max_size=4))
def test_a_file_in_any_form_comes_back_whatever_the_blocks(native: str, cuts: list[int]) -> None:
    text = unicodedata.normalize("NFC", native)
    places = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    taken = Originals(native.splitlines(keepends=True), Path("a.txt"))
    parts = [taken.take(text[first:last]) for first, last in pairwise(places)]
    assert "".join(parts) in (native, text)
    assert unicodedata.normalize("NFC", "".join(parts)) == text


@given(_ANY)
def test_a_file_that_is_taken_whole_is_the_same_characters(native: str) -> None:
    lines = native.splitlines(keepends=True)
    assert Originals(lines, Path("a.txt")).take(unicodedata.normalize("NFC", native)) == native


@pytest.mark.parametrize(
    ("lines", "text"), [(["Un\n"], "Deux"), (["Un\n"], "Un\nDeux"), ([], "Un"), ([DECOMPOSED], "dejà")]
)
def test_a_file_that_changed_meanwhile_is_refused(lines: list[str], text: str) -> None:
    with pytest.raises(DocumentError, match=r"^a\.txt: changed while it was being translated; run again\.$"):
        Originals(lines, Path("a.txt")).take(text)
