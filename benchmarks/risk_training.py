"""Minimum risk training of a model on one core: lists of its best hypotheses first, then updates from them.

    python benchmarks/risk_training.py lists recipes/fr-en-cool.toml LISTS.jsonl [--pairs 32000] [--test NAME.fr …]
    python benchmarks/risk_training.py train LISTS.jsonl OUT [--hours 0.5] [--rate 2e-5] [--validation NAME.fr]

`lists` draws pairs by the weights of the sources, those nearest to the validation text first, and writes the eight best
hypotheses of each; it goes on where it was stopped. `train` takes the gain of a hypothesis as the mean of its BLEU and
chrF, less what its length explains, and writes OUT: the model with other weights, which
`bitexte evaluate NAME.fr --model OUT` measures.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import torch
from sacrebleu.metrics import BLEU, CHRF

from translate.config import EngineConfig
from translate.engines.batches import iter_batches
from translate.engines.pieces import END, Pieces
from translate.executors.heap import trim
from translate.formats import Header
from translate.models import convert_model, resolve_model
from translate.models.target_pieces import read_target_pieces
from translate.training.allocator import keep_memory
from translate.training.folders import convert_folder, load_folder, write_folder
from translate.training.model import Marian
from translate.training.nearness import Nearness
from translate.training.optimiser import MixedAdam, learning_rate, working_precision
from translate.training.recipe import load_recipe
from translate.training.risk import Candidates, RiskWeights, risk_backward
from translate.training.sources import Pair, iter_pairs
from translate.training.validation import Validation
from translate.training.vocabulary import Vocabulary

BEAM, CHUNK, GROUP = 8, 512, 24
MOST_PIECES = 90
SHARE = 0.3
"""Of the weight of a source: how likely one of its pairs is looked at."""
LEAST_GAIN, LEAST_SPREAD = 0.3, 0.02
"""A list whose best is worse has a loose reference, and one whose hypotheses are alike teaches nothing."""


def draw_pairs(options: argparse.Namespace) -> list[Pair]:
    recipe, chance = load_recipe(options.recipe), random.Random(29)
    tests = {line.strip() for path in options.test for side in sides(path) for line in side}
    pool: list[Pair] = []
    for source in recipe.data:
        for pair in iter_pairs(source, Header("fr", "en"), skip_faulty=True, counts=Counter()):
            ratio = len(pair.target) / len(pair.source)
            if (
                chance.random() < min(1, source.weight) * SHARE
                and 6 <= pair.source.count(" ") < 40
                and 0.6 < ratio < 1.3
            ):
                pool += [] if {pair.source, pair.target} & tests else [pair]
    if recipe.like:
        near = Nearness(sides(Path(recipe.like))[0], [pair.source for pair in pool[::10]])
        pool.sort(key=lambda pair: near.score(pair.source) + chance.gauss(0, 0.5), reverse=True)
    pool = pool[: options.pairs]
    chance.shuffle(pool)
    return pool


def sides(path: Path) -> tuple[list[str], list[str]]:
    """Return the lines of NAME.fr and of NAME.en."""
    one, other = (path.with_suffix(ending).read_text(encoding="utf-8").splitlines() for ending in (".fr", ".en"))
    return one, other


def make_lists(options: argparse.Namespace) -> None:
    model = convert_model(resolve_model(options.model), "int8")
    pieces = Pieces(model)
    engine = ctranslate2.Translator(str(model.converted), compute_type="int8", intra_threads=1)
    pairs = draw_pairs(options)
    done = len(options.lists.read_text(encoding="utf-8").splitlines()) if options.lists.exists() else 0
    with options.lists.open("a", encoding="utf-8") as file:
        for start in range(done, len(pairs), CHUNK):
            part = pairs[start : start + CHUNK]
            encoded = pieces.encode([pair.source for pair in part])
            said: list[list[str]] = [[] for _ in part]
            for batch in iter_batches([len(one) for one in encoded], EngineConfig().batch_pieces):
                asked = [[*encoded[index], END] for index in batch]
                for index, result in zip(
                    batch, engine.translate_batch(asked, beam_size=BEAM, num_hypotheses=BEAM), strict=True
                ):
                    said[index] = [pieces.decode(one) for one in result.hypotheses]
            for pair, hypotheses in zip(part, said, strict=True):
                file.write(json.dumps([pair.source, pair.target, hypotheses], ensure_ascii=False) + "\n")
            file.flush()
            print(f"{start + len(part):,} of {len(pairs):,} pairs", flush=True)


def without_length(lists: list[Candidates]) -> list[Candidates]:
    """Take off each gain what its length explains, in a line through all lists: the model shall not write longer texts.

    References of other data are longer or shorter than those that one will be measured by.
    """
    counts = [np.array([len(text) for text in one.hypotheses]) for one in lists]
    relative = [values / values.mean() for values in counts]
    lengths = np.concatenate([values - 1 for values in relative])
    gains = np.concatenate([np.array(one.gains) - np.mean(one.gains) for one in lists])
    slope = float(lengths @ gains / (lengths @ lengths))
    return [
        replace(one, gains=tuple((np.array(one.gains) - slope * values).tolist()))
        for one, values in zip(lists, relative, strict=True)
    ]


def read_lists(path: Path, vocabulary: Vocabulary, keep: int) -> list[Candidates]:
    """Read lists; of each the likeliest, the best, the worst and some others, `keep` in all."""
    bleu, chrf, chance = BLEU(effective_order=True), CHRF(), random.Random(5)
    found: list[Candidates] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        source, reference, hypotheses = json.loads(line)
        texts = list(dict.fromkeys(hypotheses))
        gains = [
            (bleu.sentence_score(text, [reference]).score + chrf.sentence_score(text, [reference]).score) / 200
            for text in texts
        ]
        if len(texts) < 3 or max(gains) < LEAST_GAIN or max(gains) - min(gains) < LEAST_SPREAD:
            continue
        first = dict.fromkeys((0, int(np.argmax(gains)), int(np.argmin(gains))))
        others = [number for number in range(len(texts)) if number not in first]
        kept = [*first, *chance.sample(others, min(len(others), keep - len(first)))]
        (read,), targets = (
            vocabulary.encode_source([source]),
            vocabulary.encode_target([*(texts[number] for number in kept), reference]),
        )
        if max(len(read), *map(len, targets)) <= MOST_PIECES:
            gained = tuple(gains[number] for number in kept)
            found.append(Candidates(read, tuple(targets[:-1]), gained, targets[-1]))
    return found


def iter_groups(lists: Sequence[Candidates], chance: random.Random) -> Iterator[list[Candidates]]:
    """Yield groups of lists of about one length, for ever, in another order each time."""
    while True:
        order = sorted(range(len(lists)), key=lambda number: len(lists[number].source) + 6 * chance.random())
        groups = [order[start : start + GROUP] for start in range(0, len(order), GROUP)]
        chance.shuffle(groups)
        yield from ([lists[number] for number in group] for group in groups)


def train(options: argparse.Namespace) -> None:
    keep_memory()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.random_seed)
    base = resolve_model(options.model)
    loaded, written = load_folder(base), read_target_pieces(base.folder)
    vocabulary = loaded.vocabulary
    said = None if written is None else [vocabulary.numbers[piece] for piece in written]
    model = Marian(loaded.shape, dropout=0.1, said=said)
    optimiser = MixedAdam(model, dtype=working_precision("cpu"), zero_row=loaded.shape.pad)
    optimiser.load_weights(loaded.weights)
    validation: Validation | None = None
    if options.validation:
        held = [Pair(source, target) for source, target in zip(*sides(options.validation), strict=True)]
        validation = Validation(held[5::10], vocabulary, longest=96, device="cpu")

    def validate(update: int) -> None:
        if validation is not None:
            reading = validation.read(model, update)
            print(
                f"update {update}: BLEU {reading.bleu:.2f}, chrF++ {reading.chrf:.2f}, loss {reading.nll:.3f}",
                flush=True,
            )

    lists = without_length(read_lists(options.lists, vocabulary, options.keep))
    print(f"{len(lists):,} lists", flush=True)
    validate(0)
    groups = iter_groups(lists, random.Random(options.random_seed))
    weights = RiskWeights(likelihood=options.likelihood)
    began, update, spent = time.monotonic(), 0, 0.0
    while spent < 1:
        readings = [
            risk_backward(model, next(groups), end=vocabulary.end, weights=weights) for _ in range(options.groups)
        ]
        for parameter in model.parameters():
            if parameter.grad is not None:
                parameter.grad /= options.groups
        update += 1
        spent = (time.monotonic() - began) / (3600 * options.hours)
        optimiser.step(learning_rate(update, peak=options.rate, warm=10, spent=min(1, spent), cool=0.5, is_held=True))
        if update % 10 == 0:
            risk, nll = (float(np.mean(numbers)) for numbers in zip(*((r.risk, r.nll) for r in readings), strict=True))
            print(f"update {update}, {spent:.0%}: risk {risk:.4f}, loss {nll:.3f}", flush=True)
            trim()
    validate(update)
    write_model(options.out, base.folder, optimiser.weights(), loaded, written)


def write_model(out: Path, base: Path, weights: dict[str, Any], loaded: Any, written: list[str] | None) -> None:
    """Write the model: all of `base` but its weights, and the int8 form of the new ones."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "model"
        shutil.copytree(base, folder, ignore=shutil.ignore_patterns("ctranslate2-*", "model.safetensors", "README.md"))
        write_folder(
            folder,
            loaded.shape,
            weights,
            vocabulary=loaded.vocabulary,
            languages=("fr", "en"),
            longest=loaded.longest,
            written=written,
        )
        convert_folder(folder)
        shutil.copytree(folder, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    lists = commands.add_parser("lists")
    lists.add_argument("recipe", type=Path)
    lists.add_argument("lists", type=Path)
    lists.add_argument("--pairs", type=int, default=32_000)
    lists.add_argument("--test", type=Path, nargs="*", default=[], help="NAME.fr beside NAME.en: no line of these")
    lists.set_defaults(run=make_lists)
    learn = commands.add_parser("train")
    learn.add_argument("lists", type=Path)
    learn.add_argument("out", type=Path)
    learn.add_argument("--hours", type=float, default=0.5)
    learn.add_argument("--rate", type=float, default=2e-5)
    learn.add_argument("--likelihood", type=float, default=0.1)
    learn.add_argument("--groups", type=int, default=7, help=f"of {GROUP} lists, an update")
    learn.add_argument("--keep", type=int, default=5, help="hypotheses of a list")
    learn.add_argument("--threads", type=int, default=1)
    learn.add_argument("--random-seed", type=int, default=5)
    learn.add_argument("--validation", type=Path, default=None)
    learn.set_defaults(run=train)
    for command in (lists, learn):
        command.add_argument("--model", default="fr-en")
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
