"""Beads become units: texts as they stand, spans that are exact within a paragraph, codes that keep their pairs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.alignment.test_aligner import ENGLISH, FRENCH
from tests.cli.test_align import write
from translate.data import Bead, Block, CodeKind, InlineCode, Origin, Segment, Span
from translate.run.placed import PlacedSegment
from translate.run.units import unite_beads


def place(number: int, offset: int, block: Block, *ranges: tuple[int, int]) -> list[PlacedSegment]:
    placed = []
    for start, end in ranges:
        codes = tuple(
            InlineCode(code.start - start, code.end - start, code.kind, code.pair)
            for code in block.codes
            if start <= code.start < end
        )
        segment = Segment(block.text[start:end], start, end, codes)
        placed.append(PlacedSegment(segment, block, Span(number, offset + start, offset + end)))
    return placed


def starred(*places: int) -> tuple[InlineCode, ...]:
    kinds = (CodeKind.START, CodeKind.END) * len(places)
    return tuple(InlineCode(p, p + 1, kind, 1) for p, kind in zip(places, kinds, strict=False))


BLOCKS = (Block("", "*Un*.\u00a0 Deux.", "\n", starred(0, 3)), Block("", "*Trois*.", "\n", starred(0, 6)))
SOURCE = [*place(0, 0, BLOCKS[0], (0, 5), (7, 12)), *place(1, 13, BLOCKS[1], (0, 8))]
TARGET = place(0, 0, Block("", "One. Two. Three.", "\n"), (0, 4), (5, 9), (10, 16))


def test_segments_of_one_paragraph_are_joined_as_they_stand_and_the_span_is_exact() -> None:
    bead = Bead(range(2), range(2), 0.1)
    (unit,) = unite_beads("d", [bead], (SOURCE, TARGET), source_code="fr", target_code="en")
    assert (unit.source.text, unit.target.text, unit.alignment) == ("*Un*.\u00a0 Deux.", "One. Two.", "2-2")
    assert unit.source.span == Span(0, 0, 12)
    assert unit.origin is Origin.HUMAN
    assert unit.score == 90.5


def test_between_paragraphs_stands_a_space_and_pairs_of_codes_stay_apart() -> None:
    bead = Bead(range(3), range(3), 0.0)
    (unit,) = unite_beads("d", [bead], (SOURCE, TARGET), source_code="fr", target_code="en")
    assert unit.source.text == "*Un*.\u00a0 Deux. *Trois*."
    assert [unit.source.text[code.start : code.end] for code in unit.source.codes] == ["*"] * 4
    assert [code.pair for code in unit.source.codes] == [1, 1, 2, 2]


def test_deletions_are_units_with_an_empty_side_and_a_name_of_their_own() -> None:
    beads = [Bead(range(1), range(0), 0.0), Bead(range(1, 1), range(1), 0.0), Bead(range(1, 3), range(1, 3), 0.0)]
    units = list(unite_beads("d", beads, (SOURCE, TARGET), source_code="fr", target_code="en"))
    assert [(unit.source.text, unit.target.text) for unit in units[:2]] == [("*Un*.", ""), ("", "One.")]
    assert len({unit.name for unit in units}) == 3


def test_aligning_imports_neither_torch_nor_transformers(tmp_path: Path) -> None:
    paths = write(tmp_path, "x", FRENCH, ENGLISH)
    arguments = ["align", *map(str, paths), "--out", str(tmp_path / "x.tmx")]
    code = f"import sys; from translate.cli import main\nmain({arguments!r})\nprint(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = set(run.stderr.split())
    assert "ctranslate2" in modules
    assert not modules & {"torch", "transformers", "huggingface_hub"}
