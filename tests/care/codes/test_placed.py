"""The embedded model's targets have their codes where the sentences written by hand say that these belong."""

from __future__ import annotations

import importlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from translate.config import Config
from translate.data import Hypothesis, Passage
from translate.run.loading import load_tools, load_translator

FOLDER = Path(__file__).parents[3] / "benchmarks" / "engine"
SENTENCES = 100
"""How many of the set are translated here; `benchmarks/engine/placed.py` does all."""


@pytest.fixture
def placed(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(FOLDER)
    return importlib.import_module("placed")


def test_the_set_has_enough_of_every_kind(placed: ModuleType) -> None:
    sentences = placed.read_sentences()
    several = [one for one in sentences if len(one.gold) > 1]
    notes = [one for one in sentences if any(code.type == "x-note" for code in one.passage.codes)]
    assert len(sentences) == len({one.passage.text for one in sentences}) == 200
    assert len(several) >= 60
    assert sum(one.is_reordered for one in sentences) >= 40
    assert len(notes) >= 30


@pytest.mark.parametrize(
    ("line", "text", "places", "verdict"),
    [
        ("-\tUn <b>roi</b>\tking", "A king", (2, 6), "right"),
        ("-\tUn <b>roi</b>\tking", "A king", (0, 6), "wrong"),
        ("-\tUn <b>roi</b>\tking", "A ruler", (2, 7), "not judged"),
        ("-\tUn roi<n/> dort\tking", "A king sleeps", (6,), "right"),
        ("-\tUn roi<n/> dort\tking", "A king sleeps", (7,), "wrong"),
        ("-\tUn roi<n/> dort\tking", "A ruler sleeps", (7,), "not judged"),
        ("-\tUn roi<n/>.\tking", "A king .", (6,), "wrong"),
    ],
)
def test_a_code_is_judged_by_what_it_holds_or_stands_behind(
    placed: ModuleType, line: str, text: str, places: tuple[int, ...], verdict: str
) -> None:
    sentence = placed._sentence(line)
    made = [replace(code, start=place, end=place) for code, place in zip(sentence.passage.codes, places, strict=True)]
    found = dict(placed.judge(sentence, Hypothesis(text, 0.0, codes=tuple(made))))
    assert list(found.values()) == [verdict]


def test_codes_stand_where_they_belong(placed: ModuleType) -> None:
    sentences = placed.read_sentences()[:SENTENCES]
    made: dict[Passage, Hypothesis] = {}
    for done in load_translator(load_tools(Config())).iter_translate([one.passage for one in sentences]):
        made.update(done)
    counts: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    for one in sentences:
        counts.update(verdict for _, verdict in placed.judge(one, made[one.passage]))
        faults += placed.count_faults(one, made[one.passage])
    assert not faults.total()
    assert counts["right"] >= 0.95 * (counts["right"] + counts["wrong"])
    assert counts["not judged"] < 0.1 * counts.total()
