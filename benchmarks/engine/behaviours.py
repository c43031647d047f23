"""How the built-in model behaves where its input is not as clean as a test set: BLEU, chrF++, and what goes wrong.

    python benchmarks/engine/behaviours.py [--lines 300] [--gold FOLDER]

The bare model, without what the engine does around it, on lines of newstest2013 spread evenly. Each row changes all
sources in one way, and the references where a translator would follow. *Same* is the share of hypotheses that are those
of the unchanged source, but for letter case and final marks; *loops* of those with three words or more
said three times on end; *short* and *long* of those with less than half or more than twice the words of the reference;
*left* of those that are their source.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable
from pathlib import Path

from gold import find_gold, read_pairs

from translate.config import EngineConfig
from translate.evaluation import TestSet
from translate.evaluation.scores import score_corpus
from translate.evaluation.systems import run_model
from translate.text.words import unmarked
from translate.training.augment import capitals, plain, titles, typographic, unpunctuated
from translate.training.sources import Pair

_LOOP = re.compile(r"\b(\w+(?:\W+\w+){2,9}?)(?:\W+\1){2}\b")
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
TYPING_ERRORS = 0.05
"""Share of the words of five letters or more in which two letters change places."""


def mistyped(pair: Pair) -> Pair:
    rng = random.Random(pair.source)

    def swap(match: re.Match[str]) -> str:
        word = match[0]
        place = rng.randrange(1, len(word) - 2)
        return (
            word[:place] + word[place + 1] + word[place] + word[place + 2 :] if rng.random() < TYPING_ERRORS else word
        )

    return Pair(_LONG_WORD.sub(swap, pair.source), pair.target)


WAYS: dict[str, Callable[[Pair], Pair | None]] = {
    "as it is": lambda pair: pair,
    "ALL CAPITALS": capitals,
    "Title Case": titles,
    "small letters alone": lambda pair: Pair(pair.source.lower(), pair.target.lower()),
    "no final mark": unpunctuated,
    "typographic ’ and « »": typographic,
    "plain ' and \"": plain,
    "no accents": lambda pair: Pair(unmarked(pair.source), pair.target),
    "two letters changed in each 20th long word": mistyped,
    "spaces doubled": lambda pair: Pair(pair.source.replace(" ", "  "), pair.target),
}


def bare(text: str) -> str:
    """Return a text in small letters and without its final marks."""
    return text.lower().rstrip(".!?… ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=300)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    pairs = [Pair(*pair) for pair in read_pairs(find_gold(options.gold), "newstest2013", options.lines)]
    usual: tuple[str, ...] = ()
    print("| source | BLEU | chrF++ | same | loops | short | long | left |\n|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, way in WAYS.items():
        changed = [way(pair) or pair for pair in pairs]
        sources, references = tuple(pair.source for pair in changed), tuple(pair.target for pair in changed)
        said = run_model(EngineConfig(), TestSet(name, sources, references)).hypotheses
        usual = usual or said
        bleu, chrf = score_corpus(said, references, ("bleu", "chrf++"))
        counts = [
            sum(bare(one) == bare(other) for one, other in zip(said, usual, strict=True)),
            sum(_LOOP.search(one) is not None for one in said),
            sum(2 * len(one.split()) < len(other.split()) for one, other in zip(said, references, strict=True)),
            sum(len(one.split()) > 2 * len(other.split()) for one, other in zip(said, references, strict=True)),
            sum(one == other for one, other in zip(said, sources, strict=True)),
        ]
        shares = " | ".join(f"{count / len(pairs):.1%}" for count in counts)
        print(f"| {name} | {bleu.value:.2f} | {chrf.value:.2f} | {shares} |", flush=True)


if __name__ == "__main__":
    main()
