"""A tiny corpus and a tiny model, which train in seconds."""

from __future__ import annotations

import signal
from dataclasses import replace
from pathlib import Path

import pytest

from translate.training.recipe import (
    AugmentRecipe,
    DataSource,
    MachineRecipe,
    Recipe,
    ScheduleRecipe,
    ShapeRecipe,
    ValidationRecipe,
    VocabularyRecipe,
)

NOUNS = [("Le maire", "The mayor"), ("Le conseil", "The council"), ("La ville", "The town"), ("L'école", "The school")]
VERBS = [("adopte", "adopts"), ("refuse", "refuses"), ("publie", "publishes"), ("lit", "reads")]
THINGS = [("le rapport", "the report"), ("la lettre", "the letter"), ("le budget", "the budget")]
PAIRS = [
    (f"{n} {v} {t} numéro {k}.", f"{n_} {v_} {t_} number {k}.")
    for n, n_ in NOUNS
    for v, v_ in VERBS
    for t, t_ in THINGS
    for k in (1, 2, 30, 42)
]


class Silent:
    """A listener that keeps what it is told."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.reports: list[str] = []

    def start(self, total: float, done: float, unit: str) -> None:
        self.reports.append(f"{done} of {total} {unit}")

    def advance(self, done: float, text: str) -> None:
        self.reports.append(text)

    def note(self, text: str) -> None:
        self.notes.append(text)


class Impatient(Silent):
    """Interrupts the run after update 6."""

    def note(self, text: str) -> None:
        super().note(text)
        if text.startswith("update 6"):
            signal.raise_signal(signal.SIGINT)


def write_pairs(path: Path, pairs: list[tuple[str, str]]) -> Path:
    path.write_text("".join(f"{source}\t{target}\n" for source, target in pairs), encoding="utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_pairs(tmp_path / "corpus.tsv", PAIRS)


@pytest.fixture
def recipe(corpus: Path) -> Recipe:
    return Recipe(
        name="tiny",
        data=(DataSource(str(corpus), licence="CC0"),),
        vocabulary=VocabularyRecipe(pieces=340),
        shape=ShapeRecipe(d=16, ffn=32, heads=2, encoder_layers=2, decoder_layers=1),
        augmentation=AugmentRecipe(0.1, 0.1, 0.1, 0.1, 0.1),
        schedule=ScheduleRecipe(updates=12, batch_positions=300, warm=4, dropout=0.1, longest=60),
        validation=ValidationRecipe(segments=4, every=6),
        machine=MachineRecipe(threads=1, precision="float32", checkpoint_minutes=0.0),
    )


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the conversion out, which takes seconds and has a test of its own."""
    monkeypatch.setattr("translate.training.run.convert_folder", lambda folder: None)


def with_updates(recipe: Recipe, updates: int) -> Recipe:
    return replace(recipe, schedule=replace(recipe.schedule, updates=updates))
