"""The card tells what a model is made of, with every licence; the curves show what was measured."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from translate.evaluation import Score
from translate.training.card import TestResult, format_card
from translate.training.curves import draw_curves
from translate.training.loop import Progress
from translate.training.model import Shape
from translate.training.recipe import DataSource, Recipe
from translate.training.validation import Reading

SHAPE = Shape(vocabulary=12_000, pad=11_999, d=64, ffn=1024, heads=4, encoder_layers=6, decoder_layers=2)
READING = Reading(1200, 1.5, 4.0, 0.25, 24.5, 51.25)
PROGRESS = Progress(1200, 3_400_000, 5400.0, [(50, 6.5, 1e-4), (100, 5.5, 2e-4)], [READING], [], "2 cores of Z")
SCORES = (Score("BLEU", 28.014, "nrefs:1|tok:13a"), Score("chrF2++", 55.5, "nc:6|nw:2"))
RECIPE = Recipe(
    name="tiny",
    source_language="fr-CA",
    data=(DataSource("/x/news.tsv.xz", 2.0, "CC-BY | 4.0\nby A"), DataSource("/x/memory.tmx", 0.5)),
)
COUNTS = {
    "news": {
        "read": 12_000,
        "kept": 11_000,
        "length": 900,
        "noise": 100,
        "copies": 70,
        "duplicate": 0,
        "target pieces": 9,
        "score": -70,
    },
    "memory": {"read": 3, "kept": 3},
    "all": {"read": 12_003, "kept": 10_999, "held out": 4},
}


def card(*tests: TestResult, progress: Progress = PROGRESS, recipe: Recipe = RECIPE) -> list[str]:
    made = format_card(
        recipe, SHAPE, progress, COUNTS, parameters=9_870_000, longest=96, chosen="the mean of 2", tests=tests
    )
    return made.split("\n")


def test_the_head_names_both_languages_without_their_regions() -> None:
    lines = card()
    assert lines[: lines.index("---", 1)] == [
        "---", "language:", "- fr", "- en", "pipeline_tag: translation", "library_name: transformers",
        "tags:", "- marian", "- bitexte",
    ]  # fmt: skip
    assert "# tiny: a fr-CA→en MarianMT model" in lines


@pytest.mark.parametrize(
    "row",
    [
        "| vocabulary | 12,000 pieces; normalisation is inside `source.spm` |",
        "| longest segment | 96 pieces (`model_max_length`); the engine parts longer ones |",
        "| begun from | nothing |",
        "| training | 1,200 updates, 3.4 million target pieces, 1.50 hours on 2 cores of Z |",
        "| weights | the mean of 2 |",
        r"| news | 2 | 11,000 of 12,000 | length 900, noise 100 | CC-BY \| 4.0 by A |",
        "| memory | 0.5 | 3 of 3 | none | not stated |",
        "4 pairs were held out to validate by.",
        "Held-out pairs, greedy, at the last update: BLEU 24.50, chrF++ 51.25.",
    ],
)
def test_every_fact_stands_in_a_row_of_its_own(row: str) -> None:
    assert row in card()


def test_the_architecture_is_told_with_its_size() -> None:
    (row,) = [line for line in card() if line.startswith("| architecture")]
    assert "d=64, 6 encoder and 2 decoder layers, feed-forward 1,024, 4 heads, relu, tied" in row
    assert "9.9 million parameters" in row


def test_each_test_set_has_a_row_and_the_signatures_stand_below() -> None:
    tests = TestResult("news.tsv", 3003, 812.4, 410.2, SCORES), TestResult("b.tsv", 10, 900.0, 500.7, SCORES)
    lines = card(*tests)
    assert "| set | segments | BLEU | chrF2++ | source words a second |" in lines
    assert "| news.tsv | 3,003 | 28.01 | 55.50 | 812 |" in lines
    assert "- chrF2++: `nc:6|nw:2`" in lines
    assert "Peak memory 501 MB." in lines


def test_a_model_that_nobody_measured_says_so() -> None:
    assert "Not measured." in card(progress=Progress())
    assert "| begun from | fr-en |" in card(recipe=replace(RECIPE, init="fr-en"))


def lines_of(drawing: str) -> dict[str, list[tuple[float, float]]]:
    """Return the points of each line of a drawing, by colour and dash."""
    found = {}
    for number, line in enumerate(ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}polyline")):
        points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
        found[f"{number} {line.get('stroke')} {line.get('stroke-dasharray')}"] = points
    return found  # type: ignore[return-value]


def test_the_curves_hold_a_line_for_all_that_was_measured() -> None:
    readings = [replace(READING, update=600, nll=2.0), READING]
    lines = lines_of(draw_curves(replace(PROGRESS, readings=readings)))
    assert [len(points) for points in lines.values()] == [2] * 6
    training, held_out = list(lines.values())[:2]
    assert training[0][1] < training[1][1]  # the loss fell: down is a greater number
    assert held_out[0][0] < held_out[1][0]
    assert sum("5 4" in name for name in lines) == 2


def test_curves_before_the_first_reading_are_those_of_training_alone() -> None:
    drawing = draw_curves(replace(PROGRESS, readings=[]))
    assert len(lines_of(drawing)) == 1
    assert drawing.count("nothing was measured yet") == 1
    assert draw_curves(Progress()).count("nothing was measured yet") == 2
