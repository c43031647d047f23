"""TXML in place: segments without a target get one, marked as the work of a machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.bilingual.bilingualfiles import document_of, filled, offered
from translate.errors import DocumentError


def txml(segments: str, languages: str = 'locale="FR" targetlocale="EN"') -> str:
    return f'<txml {languages}><translatable blockId="b">{segments}</translatable></txml>'


BEFORE = '<segment segmentId="1"><source>Un mot <ut x="1">&lt;br&gt;</ut></source>{}</segment>'
AFTER = (
    '<segment segmentId="1"{}><source>Un mot <ut x="1">&lt;br&gt;</ut></source>'
    '<target>A word <ut x="1">&lt;br&gt;</ut></target></segment>'
)
SAY = {"Un mot": "A word"}


@pytest.mark.parametrize("target", ["", "<target></target>", "<target/>"])
def test_a_segment_that_waits_is_filled_with_its_codes(target: str, tmp_path: Path) -> None:
    before = txml(BEFORE.format(target))
    assert filled("txml", before, tmp_path, SAY) == txml(AFTER.format(' gtmt="true"'))
    assert filled("txml", before, tmp_path, SAY, filled_as="translated") == txml(AFTER.format(""))


def test_a_target_that_is_there_stays(tmp_path: Path) -> None:
    assert offered("txml", txml(BEFORE.format("<target>Word</target>")), tmp_path) == []


def test_a_place_is_block_and_segment(tmp_path: Path) -> None:
    assert [block.context for block in document_of("txml", txml(BEFORE.format("")), tmp_path).blocks] == ["segment b-1"]


def test_other_languages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="its sources are in DE"):
        offered("txml", txml(BEFORE.format(""), 'locale="DE"'), tmp_path)
    with pytest.raises(DocumentError, match="its targets are in DE"):
        filled("txml", txml(BEFORE.format(""), 'targetlocale="DE"'), tmp_path, SAY)
