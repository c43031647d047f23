"""Which size of vocabulary a small model learns most with, from the same text: bits a character of text it never saw.

    python benchmarks/vocabulary.py OUT [--pieces 8000 12000 16000] [--passes 2] [--d 128] [--share 0.5]

Trains one model a size from scratch, by one recipe but for the size, and prints a row for each. Losses a piece cannot
be compared between vocabularies, losses a character can. The text to judge by is pairs of newstest2012 of at most 160
characters, so that each size reads the same ones. OUT keeps the runs: the same command goes on after an interruption.
Processor seconds are those of training, since it was started last.
"""

from __future__ import annotations

import argparse
import lzma
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from translate.files import make_folder, write_text
from translate.training.recipe import (
    AugmentRecipe,
    DataSource,
    MachineRecipe,
    Recipe,
    ScheduleRecipe,
    ShapeRecipe,
    ValidationRecipe,
)
from translate.training.sources import Pair
from translate.training.train import learning
from translate.training.validation import Validation
from translate.training.vocabulary import Vocabulary

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SOURCES = {"europarl-1": 0.2, "tatoeba": 0.2, "debian-website": 0.2, "cds-canada": 1.0, "mdn-docs": 0.1}
LONGEST_CHARACTERS = 160
SEGMENTS = 400


class Quiet:
    """A listener that says nothing."""

    def start(self, total: float, done: float, unit: str) -> None: ...
    def advance(self, done: float, text: str) -> None: ...
    def note(self, text: str) -> None: ...


def read_held(gold: Path) -> list[Pair]:
    """Return the pairs to judge by."""
    sides = [
        (gold / f"newstest2012.{code}").read_text(encoding="utf-8").rstrip("\n").split("\n") for code in ("fr", "en")
    ]
    pairs = [Pair(*pair) for pair in zip(*sides, strict=True) if max(map(len, pair)) <= LONGEST_CHARACTERS]
    return pairs[:: len(pairs) // SEGMENTS][:SEGMENTS]


def write_corpus(corpora: Path, folder: Path, share: float) -> Path:
    """Write some pairs of all sources, by their weights, into one file: the same ones every time."""
    path, rng = folder / "corpus.tsv", random.Random(1)
    if not path.exists():
        lines: list[str] = []
        for name, weight in SOURCES.items():
            with lzma.open(corpora / f"{name}.tsv.xz", "rt", encoding="utf-8") as source:
                lines += (line for line in source if rng.random() < weight * share)
        write_text(path, "".join(lines))
    return path


def recipe_of(corpus: Path, options: argparse.Namespace) -> Recipe:
    return Recipe(
        name="vocabulary",
        data=(DataSource(str(corpus)),),
        shape=ShapeRecipe(d=options.d, ffn=4 * options.d, heads=4, encoder_layers=4, decoder_layers=2),
        augmentation=AugmentRecipe(0.0, 0.0, 0.0, 0.0, 0.0),
        schedule=ScheduleRecipe(
            passes=options.passes, batch_positions=3000, optimiser="muon", rate=2e-3, warm=100, short_updates=200
        ),
        validation=ValidationRecipe(segments=0),
        machine=MachineRecipe(threads=1),
    )


def characters_a_piece(vocabulary: Vocabulary, held: Sequence[Pair]) -> tuple[float, float]:
    """Return how many characters a piece of sources, and one of references, has."""
    sources, references = [pair.source for pair in held], [pair.target for pair in held]
    return (
        sum(map(len, sources)) / sum(map(len, vocabulary.encode_source(sources))),
        sum(map(len, references)) / sum(map(len, vocabulary.encode_target(references))),
    )


def main(tell: Callable[[str], None] = print) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pieces", type=int, nargs="+", default=[8000, 12_000, 16_000])
    parser.add_argument("--passes", type=float, default=2.0)
    parser.add_argument("--d", type=int, default=128)
    parser.add_argument("--share", type=float, default=0.5, help="of the sources, by their weights")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with corpus/ and gold/mt/")
    options = parser.parse_args()
    make_folder(options.out)
    held = read_held(options.shared / "gold" / "mt")
    base = recipe_of(write_corpus(options.shared / "corpus", options.out, options.share), options)
    tell(
        "| pieces | parameters | updates | target pieces | bits a character | BLEU | characters a piece | processor s |"
    )
    tell("|---:|---:|---:|---:|---:|---:|---:|---:|")
    for pieces in options.pieces:
        recipe = replace(base, vocabulary=replace(base.vocabulary, pieces=pieces))
        with learning(recipe, options.out / str(pieces), Quiet()) as run:
            loop = run.loop()
            started = time.process_time()
            progress = loop.run()
            seconds = time.process_time() - started
            reading = Validation(held, run.vocabulary, longest=LONGEST_CHARACTERS, device="cpu").read(run.model, 0)
            read, said = characters_a_piece(run.vocabulary, held)
            # A sentence has an end piece beside its own.
            bits = reading.nll / math.log(2) * (1 / said + len(held) / sum(len(pair.target) for pair in held))
            tell(
                f"| {len(run.vocabulary):,} | {run.parameters:,} | {progress.update:,} | {progress.pieces:,} | "
                f"{bits:.3f} | {reading.bleu:.2f} | {read:.2f}, {said:.2f} | {seconds:,.0f} |"
            )


if __name__ == "__main__":
    main()
