"""The corridor keeps every character, and its offsets are exact on both sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.documents.kinds import TEXTS
from translate.checks import PairChecks
from translate.config import CheckConfig, DocumentConfig
from translate.data import Block, CodeKind, Document, Hypothesis, InlineCode, Note, Origin, Passage, TranslationUnit
from translate.documents import READERS
from translate.errors import DocumentError
from translate.run import lookup
from translate.run.corridor import Corridor
from translate.run.placed import segment
from translate.run.units import render
from translate.segmentation import load_segmenter

SEGMENTER = load_segmenter("fr")
CHECKS = PairChecks((), CheckConfig())


class Kept:
    """A rebuilder that keeps what it is given."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        self.text += block.lead + text + block.trail


def shout(passages: Sequence[Passage]) -> dict[Passage, Hypothesis]:
    return {passage: Hypothesis(f"<{passage.text.upper()}>", -0.5) for passage in passages}


def read(folder: Path, text: str, kind: str = "text") -> Document:
    path = folder / "document"
    path.write_bytes(text.encode())
    return READERS.load(kind).read(path, name="document", language="fr", config=DocumentConfig())


def through(document: Document, find: lookup.Find = shout) -> tuple[list[TranslationUnit], str]:
    kept = Kept()
    placed = segment(document, SEGMENTER)
    made = Corridor(CHECKS, "fr", "en").translate(document, placed, find, kept)
    return [unit for unit, _ in made], kept.text


def text_of(document: Document) -> str:
    return "".join(block.lead + block.text + block.trail for block in document.blocks)


@pytest.mark.parametrize("kind", TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(text=st.text(st.sampled_from("Aa é.!?«» \n\u00a0:*12#->"), max_size=80))
def test_spans_are_exact_in_both_documents(tmp_path: Path, kind: str, text: str) -> None:
    document = read(tmp_path, text, kind)
    units, target = through(document)
    source = text_of(document)
    for unit in units:
        assert unit.source.span is not None
        assert unit.target.span is not None
        assert source[unit.source.span.start : unit.source.span.end] == unit.source.text
        assert target[unit.target.span.start : unit.target.span.end] == unit.target.text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@given(text=st.text(st.sampled_from("Aa é.!?«» \n\u00a0:*12"), max_size=80))
def test_only_white_space_lies_between_units(tmp_path: Path, text: str) -> None:
    assume(not re.search(r":[^\n:]+:", text))  # the name of a field, `:1:`, is no text
    document = read(tmp_path, text)
    units, _ = through(document)
    rest = list(text_of(document))
    for unit in units:
        assert unit.source.span is not None
        rest[unit.source.span.start : unit.source.span.end] = " " * len(unit.source.text)
    assert not "".join(rest).strip()


def test_a_document_keeps_its_layout(tmp_path: Path) -> None:
    _, target = through(read(tmp_path, "  Un chat.  Deux chiens.\n\n\tTrois.\r\n"))
    assert target == "  <UN CHAT.>  <DEUX CHIENS.>\n\n\t<TROIS.>\r\n"


def test_what_has_no_letters_is_carried_over(tmp_path: Path) -> None:
    units, target = through(read(tmp_path, "Oui.\n***\n12 .\n:"))
    assert target == "<OUI.>\n***\n12 .\n:"
    assert [unit.origin for unit in units] == [Origin.MACHINE, Origin.CARRIED, Origin.CARRIED, Origin.CARRIED]


def test_where_the_engine_is_silent_the_source_shows(tmp_path: Path) -> None:
    units, target = through(read(tmp_path, "Oui.\n"), lambda texts: {text: Hypothesis("", 0.0) for text in texts})
    assert (units[0].target.text, target) == ("", "Oui.\n")


def test_names_are_stable_and_unique(tmp_path: Path) -> None:
    units, _ = through(read(tmp_path, "Oui.\nNon.\nOui.\n"))
    names = [unit.name for unit in units]
    assert len(set(names)) == 3
    assert names[0][:-2] == names[2][:-2]
    assert [name[-2:] for name in names] == ["-1", "-1", "-2"]
    again, _ = through(read(tmp_path, "Avant.\nOui.\nNon.\nOui.\n"))
    assert [unit.name for unit in again][1:] == names


def test_context_is_the_text_before_and_after(tmp_path: Path) -> None:
    units, _ = through(read(tmp_path, "Un.\nDeux.\nTrois.\n"))
    assert [(u.context_before, u.context_after) for u in units] == [(None, "Deux."), ("Un.", "Trois."), ("Deux.", None)]


def test_a_segmented_document_keeps_its_lines(tmp_path: Path) -> None:
    units, target = through(read(tmp_path, "Un. Deux.\n\nTrois.\n", "segments"))
    assert [unit.source.text for unit in units] == ["Un. Deux.", "", "Trois."]
    assert target == "<UN. DEUX.>\n\n<TROIS.>\n"


def test_a_document_that_changed_meanwhile_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="changed while it was being translated"):
        through(read(tmp_path, "Un.\n"), lambda texts: {})


def test_more_blocks_than_a_window_hold_pass_in_order(tmp_path: Path) -> None:
    count = lookup.WINDOW_BLOCKS * 2 + 5
    units, _ = through(read(tmp_path, "".join(f"Ligne {number}.\n" for number in range(count))))
    assert [unit.source.text for unit in units] == [f"Ligne {number}." for number in range(count)]


def test_a_unit_says_where_in_its_document_it_stands(tmp_path: Path) -> None:
    blocks = [
        Block("", "Un été.", ""),
        Block("", "Une note. Et une autre.", "", context="footnote 2", part="word/footnotes.xml"),
    ]
    units, _ = through(Document("a.docx", tmp_path / "a.docx", "docx", "fr", "", blocks))
    place = (Note("word/footnotes.xml, footnote 2"),)
    assert [unit.notes for unit in units] == [(), place, place]


def test_codes_in_white_space_between_segments_stay_there(tmp_path: Path) -> None:
    codes = (
        InlineCode(4, 4, CodeKind.START, 1, "bold", "1"),
        InlineCode(12, 12, CodeKind.END, 1, "bold", "1"),
        InlineCode(16, 16, CodeKind.ISOLATED, None, "x-note", "2"),
    )
    block = Block("", "Un.  Deux.   Trois.  ", "", codes)
    (placed,) = segment(Document("a.docx", tmp_path / "a.docx", "docx", "fr", "", [block]), SEGMENTER)
    same = render(placed, [Hypothesis(piece.text, 0.0, codes=piece.codes) for piece in placed.segments])
    assert (same.text, same.codes) == (block.text, codes)
