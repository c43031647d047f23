"""Score sentence pairs by forced decoding, in a file that resumes: what recipes drop as noise is read from it.

    python benchmarks/score_pairs.py SCORES CORPUS.tsv.xz…

Each run goes on where the last one stopped, at whatever moment. Prints a line a source: pairs, mean score, seconds.
"""

from __future__ import annotations

import argparse
import math
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from translate.config import EngineConfig
from translate.engines.scoring import ForcedDecoder
from translate.formats import Header
from translate.models import convert_model, resolve_model
from translate.training.pairscores import PairScores
from translate.training.recipe import DataSource
from translate.training.sources import Pair, iter_pairs

CHUNK = 20_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scores", type=Path)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--model", default="fr-en")
    parser.add_argument("--threads", type=int, default=0)
    options = parser.parse_args()
    scores = PairScores(options.scores)
    decoder = ForcedDecoder(EngineConfig(threads=options.threads), convert_model(resolve_model(options.model), "int8"))

    def judge(pairs: list[Pair]) -> list[float]:
        found = decoder.score([(pair.source, pair.target) for pair in pairs])
        return [-math.inf if one is None else one.mean for one in found]

    for corpus in options.corpora:
        began, total, count = time.monotonic(), 0.0, 0
        pairs = iter_pairs(DataSource(path=str(corpus)), Header("fr", "en"), skip_faulty=True, counts=Counter())
        while chunk := list(islice(pairs, CHUNK)):
            finite = [score for score in scores.score(chunk, judge) if score > -math.inf]
            total, count = total + sum(finite), count + len(finite)
        mean = total / count if count else 0.0
        print(f"{corpus.name}: {count:,} pairs, mean {mean:.3f}, {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main()
