"""How fast training is, in target positions a processor second, and how fast data is prepared, on one core.

    python benchmarks/training.py [--updates 5]

Processor seconds of one thread, for they say the same beside other work. The network is the embedded model's; batches
hold 2,000 positions of 28. Preparation reads, filters, copies and encodes the corpora tatoeba and tldr.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

import torch

from translate.models import resolve_model
from translate.training.model import Marian, Shape
from translate.training.optimiser import MixedAdam, working_precision
from translate.training.prepare import key_of, prepare
from translate.training.recipe import DataSource, Recipe, ScheduleRecipe
from translate.training.vocabulary import Vocabulary

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
SHAPE = Shape(vocabulary=12_000, pad=11_999)
POSITIONS, WIDTH, WARM_UPDATES = 2000, 28, 2


def training_speed(dtype: torch.dtype, updates: int) -> float:
    """Return target positions a processor second."""
    torch.manual_seed(1)
    model = Marian(SHAPE)
    optimiser = MixedAdam(model, dtype=dtype, zero_row=SHAPE.pad)
    size = (POSITIONS // WIDTH, WIDTH)
    started = 0.0
    for update in range(WARM_UPDATES + updates):
        if update == WARM_UPDATES:
            started = time.process_time()
        source, before, after = (torch.randint(1, SHAPE.pad, size) for _ in range(3))
        loss, _ = model(source, before, after, 0.1, 1 / after.numel())
        loss.backward()
        optimiser.step(1e-5)
    return updates * size[0] * size[1] / (time.process_time() - started)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=5)
    options = parser.parse_args()
    torch.set_num_threads(1)
    print(f"bitexte train takes {working_precision('cpu')} on this machine")
    for dtype in (torch.bfloat16, torch.float32):
        print(f"{dtype}: {training_speed(dtype, options.updates):,.0f} target positions a processor second")
    if not CORPUS.exists():
        print(f"{CORPUS} is absent: preparation is not measured.")
        return
    sources = tuple(DataSource(str(CORPUS / f"{name}.tsv.xz")) for name in ("tatoeba", "tldr"))
    recipe = Recipe(data=sources, schedule=ScheduleRecipe(longest=96))
    vocabulary = Vocabulary(resolve_model("fr-en").folder)
    started = time.process_time()
    made = prepare(recipe, vocabulary, key_of(recipe, vocabulary.digest), scorer=None, threads=1)
    seconds = time.process_time() - started
    read = made.examples.counts["all"]["read"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"preparation: {read:,} pairs in {seconds:.1f} s, {read / seconds:,.0f} a second; peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()
