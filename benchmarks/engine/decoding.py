"""What wider search, other length penalties and choosing among hypotheses gain in BLEU and chrF++, and what they cost.

    python benchmarks/engine/decoding.py [--lines 1000] [--sets NAME ...] [--gold FOLDER]

The bare model without repair. `mbr N` takes of the N best hypotheses, or of N samples, the one that is most like the
others by chrF: minimum Bayes risk (Kumar & Byrne 2004; Eikema & Aziz 2020). `back N` adds to the score of each how
probably its words are translated by those of the source, which stands for a model of the other direction. `oracle N`
takes the one most like the reference: what the best choice could gain. Processor seconds, as a ratio to beam 4; `p` is
that of the paired bootstrap (Koehn 2004) for BLEU against beam 4.
"""

from __future__ import annotations

import argparse
import math
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import ctranslate2
from gold import SETS, find_gold, read_pairs

from translate.alignment.lexicon import load_lexicon
from translate.alignment.words import stemmer
from translate.config import EngineConfig
from translate.engines.batches import iter_batches
from translate.engines.marian import longest_target
from translate.engines.pieces import END, Pieces
from translate.evaluation.scores import score_systems
from translate.languages import find_language
from translate.models import convert_model, resolve_model
from translate.text.words import split_lowered

MOST_PIECES = 511
"""Of a hypothesis, whatever its source: the model has no more positions, and a sample may never end."""
ORDER = 6
"""Characters of the longest n-gram of chrF (Popović 2015)."""
BASE = "beam 4"
SEARCHES: dict[str, dict[str, Any]] = {
    "beam 1": {"beam_size": 1},
    "beam 4": {"beam_size": 4},
    "beam 4, length penalty 0.6": {"beam_size": 4, "length_penalty": 0.6},
    "beam 4, length penalty 1.2": {"beam_size": 4, "length_penalty": 1.2},
    "beam 6, length penalty 0.8": {"beam_size": 6, "length_penalty": 0.8},
    "beam 12": {"beam_size": 12},
}
BACK_WEIGHT = 0.4
"""Of a source word's log probability, where that of a piece has 1; from 0.4 to 1.2 newstest2012 gains alike."""
LEAST_BACK = 1e-3
CHOICES: dict[str, dict[str, Any]] = {
    "8": {"beam_size": 8, "num_hypotheses": 8},
    "12": {"beam_size": 12, "num_hypotheses": 12},
    "16 samples": {"beam_size": 1, "num_hypotheses": 16, "sampling_topk": 0, "sampling_temperature": 0.6},
}


class Bare:
    """The int8 model and its pieces."""

    def __init__(self) -> None:
        model = convert_model(resolve_model("fr-en"), "int8")
        self._pieces = Pieces(model)
        self._model = ctranslate2.Translator(str(model.converted), compute_type="int8", intra_threads=1)

    def translate(self, texts: Sequence[str], **search: Any) -> tuple[list[dict[str, float]], float]:
        """Return the hypotheses of each text with their scores, best first, and the processor seconds that they took.

        Of hypotheses that are one text but for their pieces the best remains.
        """
        started = time.process_time()
        encoded = self._pieces.encode(list(texts))
        said: list[dict[str, float]] = [{} for _ in texts]
        for batch in iter_batches([len(one) for one in encoded], EngineConfig().batch_pieces):
            longest = min(longest_target(max(len(encoded[index]) for index in batch)), MOST_PIECES)
            results = self._model.translate_batch(
                [[*encoded[index], END] for index in batch],
                max_input_length=0,
                max_decoding_length=longest,
                return_scores=True,
                **search,
            )
            for index, result in zip(batch, results, strict=True):
                for pieces, score in zip(result.hypotheses, result.scores, strict=True):
                    said[index].setdefault(self._pieces.decode(pieces), score)
        return said, time.process_time() - started


class Backward:
    """How well a text says what its source says, by the lexicon of the aligner from target to source."""

    def __init__(self) -> None:
        self._lexicon = load_lexicon("fr", "en")
        self._stems = stemmer(find_language("fr")), stemmer(find_language("en"))
        self._columns = {term: number for number, term in enumerate(self._lexicon.source_terms)}
        self._rows = {term: number for number, term in enumerate(self._lexicon.target_terms)}
        self._known: dict[str, dict[int, float]] = {}

    def _said_by(self, term: str) -> dict[int, float]:
        if term not in self._known and (row := self._rows.get(term)) is not None:
            table = self._lexicon.backward
            entries = slice(int(table.starts[row]), int(table.starts[row + 1]))
            self._known[term] = dict(zip(table.columns[entries].tolist(), table.values[entries].tolist(), strict=True))
        return self._known.get(term, {})

    def score(self, source: str, target: str) -> float:
        """Return the mean log probability of the words of `source`, each by the target word that says it best."""
        stems = [self._columns.get(self._stems[0](word), -1) for word in split_lowered(source)]
        tables = [self._said_by(self._stems[1](word)) for word in split_lowered(target)]
        best = [max((table.get(stem, 0.0) for table in tables), default=0.0) for stem in stems]
        return sum(math.log(one + LEAST_BACK) for one in best) / max(1, len(best))


@lru_cache(maxsize=4096)
def grams_of(text: str) -> tuple[Counter[str], ...]:
    """Return how often each n-gram of characters stands in a text, by their length."""
    letters = text.replace(" ", "")
    orders = range(1, ORDER + 1)
    return tuple(Counter(letters[n : n + order] for n in range(len(letters) - order + 1)) for order in orders)


def likeness(one: str, other: str) -> float:
    """Return chrF2 of two texts, 0 to 1: the mean over the orders that both have."""
    scores = []
    for left, right in zip(grams_of(one), grams_of(other), strict=True):
        if not left or not right:
            continue
        common = (left & right).total()
        scores.append(5 * common / (4 * right.total() + left.total()))
    return sum(scores) / len(scores) if scores else float(one == other)


def closest(hypotheses: Sequence[str], others: Sequence[str]) -> str:
    """Return the hypothesis most like all others; of equals the first, which the model prefers."""
    return max(hypotheses, key=lambda one: sum(likeness(one, other) for other in others))


def ways(bare: Bare, sources: Sequence[str], references: Sequence[str]) -> Iterator[tuple[str, Sequence[str], float]]:
    """Yield each way's name, its translations and its processor seconds."""
    for name, search in SEARCHES.items():
        said, seconds = bare.translate(sources, **search)
        yield name, [next(iter(one)) for one in said], seconds
    backward = Backward()
    for name, search in CHOICES.items():
        said, seconds = bare.translate(sources, **search)
        started = time.process_time()
        chosen = [closest([*one], [*one]) for one in said]
        yield f"mbr {name}", chosen, seconds + time.process_time() - started
        started = time.process_time()
        chosen = [
            max(one, key=lambda text: one[text] + BACK_WEIGHT * backward.score(source, text))
            for source, one in zip(sources, said, strict=True)
        ]
        yield f"back {name}", chosen, seconds + time.process_time() - started
        pairs = zip(said, references, strict=True)
        yield f"oracle {name}", [closest([*one], [reference]) for one, reference in pairs], seconds


def main(tell: Callable[[str], None] = print) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=1000)
    parser.add_argument("--sets", nargs="+", default=SETS, choices=SETS)
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    folder, bare = find_gold(options.gold), Bare()
    for name in options.sets:
        pairs = read_pairs(folder, name, options.lines)
        sources, references = [one for one, _ in pairs], [one for _, one in pairs]
        tell(f"\n{name}, {len(pairs)} lines\n\n| way | BLEU | chrF++ | p | time ÷ beam 4 |\n|---|---:|---:|---:|---:|")
        found = list(ways(bare, sources, references))
        systems = sorted(((way, texts) for way, texts, _ in found), key=lambda one: one[0] != BASE)
        spent = {way: seconds for way, _, seconds in found}
        scored = score_systems(systems, references, ("bleu", "chrf++"))
        for (way, _), (bleu, chrf) in zip(systems, scored, strict=True):
            p = "" if bleu.p_value is None else f"{bleu.p_value:.3f}"
            tell(f"| {way} | {bleu.value:.2f} | {chrf.value:.2f} | {p} | {spent[way] / spent[BASE]:.2f} |")


if __name__ == "__main__":
    main()
