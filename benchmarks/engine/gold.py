"""The gold sets that lie beside the repository, and the translator that a run would use."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from translate.care.translator import Translator
from translate.config import Config
from translate.data import Hypothesis, Passage
from translate.run.loading import load_tools, load_translator

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "mt"
HOSTILE = Path(__file__).parent / "hostile.txt"
SETS = ("newstest2012", "tico19-test", "tatoeba-4000")
SHIFTED = {"tico19-test": (*range(424, 698), *range(785, 810))}
"""Lines, from 0, whose two sides do not belong together."""


def find_gold(folder: Path | None) -> Path:
    """Return the folder of the gold sets, or end with a message."""
    for place in (folder, GOLD):
        if place and place.is_dir():
            return place
    sys.exit(f"{GOLD} is absent: this benchmark needs the gold data beside the repository (--gold FOLDER).")


def read_pairs(gold: Path, name: str, count: int) -> list[tuple[str, str]]:
    """Return `count` pairs of a set, spread evenly over it."""
    sides = [(gold / f"{name}.{side}").read_text(encoding="utf-8").rstrip("\n").split("\n") for side in ("fr", "en")]
    shifted = set(SHIFTED.get(name, ()))
    pairs = [pair for number, pair in enumerate(zip(*sides, strict=True)) if number not in shifted]
    step = max(1, len(pairs) // count)
    return pairs[::step][:count]


def read_hostile() -> list[tuple[str, str]]:
    """Return the hostile segments as (kind, text)."""
    found: list[tuple[str, str]] = []
    kind = ""
    for line in HOSTILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            found.append((kind, line))
    return found


def read_answers(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lines of a file beside this one, `labels` or another, with all that is right for each."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return {source: tuple(right.split(", ")) if name == "labels" else (right,) for source, right in pairs}


def through(translator: Translator, texts: Sequence[str]) -> dict[str, Hypothesis]:
    found: dict[Passage, Hypothesis] = {}
    for batch in translator.iter_translate([Passage(text) for text in texts]):
        found.update(batch)
    return {passage.text: hypothesis for passage, hypothesis in found.items()}


def scores_of(texts: Sequence[str], references: Sequence[str]) -> list[str]:
    """Return BLEU and chrF++ as the cells of a table."""
    metrics = BLEU(), CHRF(word_order=2)
    return [f"{metric.corpus_score(texts, [references]).score:.2f}" for metric in metrics]


def make_translator(config: Config) -> Translator:
    return load_translator(load_tools(config))
