"""How well models translate each genre: BLEU and chrF++ of text that was not trained on, with signatures.

    python benchmarks/engine/genres.py [--model fr-en OLDER] [--only NAME] [--gold FOLDER]

The bare model, without what the engine does around it, int8, beam 4. The first model is the baseline; `p` is that of
the paired bootstrap (Koehn 2004). Genres of tico19-test are stretches of its lines, told apart by reading. A line of
tatoeba-4000 is *seen* where a side of it, letters and figures alone and in small letters, stands in the corpus tatoeba.
The manual is each fifth pair of gnome-user-docs, which no recipe of the built-in model has. Weights were chosen by the
loss on newstest2012, and pairs near to its sources drawn more often, so its figures are flattered.
"""

from __future__ import annotations

import argparse
import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path

from gold import SHIFTED, find_gold

from translate.config import EngineConfig
from translate.evaluation import TestSet
from translate.evaluation.scores import score_systems
from translate.evaluation.systems import run_model
from translate.training.filters import comparable

STRETCHES = {
    "medical dialogue": [(1, 104)],
    "medical science": [(105, 780)],
    "news in brief": [(781, 847)],
    "encyclopaedia": [(848, 1591), (1695, 2100)],
    "notices to staff": [(1592, 1694)],
}
"""Lines of tico19-test, from 1, both included."""
MANUAL, EACH = "gnome-user-docs", 5
Pairs = Sequence[tuple[str, str]]


def iter_pairs(path: Path) -> Iterator[tuple[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            source, _, target = line.rstrip("\n").partition("\t")
            yield source, target


def iter_genres(gold: Path) -> Iterator[tuple[str, Pairs]]:
    """Yield each genre with its pairs."""
    corpora = gold.parent.parent / "corpus"
    sets = {}
    for name in ("newstest2013", "newstest2012", "tico19-test", "tatoeba-4000"):
        sides = [
            (gold / f"{name}.{code}").read_text(encoding="utf-8").rstrip("\n").split("\n") for code in ("fr", "en")
        ]
        sets[name] = list(zip(*sides, strict=True))
    yield "newstest2013: news", sets["newstest2013"]
    yield "newstest2012: news", sets["newstest2012"]
    sound = [number for number in range(len(sets["tico19-test"])) if number not in SHIFTED["tico19-test"]]
    yield "tico19-test", [sets["tico19-test"][number] for number in sound]
    for genre, stretches in STRETCHES.items():
        inside = [n for n in sound if any(first <= n + 1 <= last for first, last in stretches)]
        yield f"tico19-test: {genre}", [sets["tico19-test"][number] for number in inside]
    known = {comparable(side) for pair in iter_pairs(corpora / "tatoeba.tsv.xz") for side in pair}
    parts: dict[bool, list[tuple[str, str]]] = {False: [], True: []}
    for pair in sets["tatoeba-4000"]:
        parts[any(comparable(side) in known for side in pair)].append(pair)
    yield "tatoeba-4000: everyday, unseen", parts[False]
    yield "tatoeba-4000: everyday, seen", parts[True]
    yield f"{MANUAL}: software manual", list(iter_pairs(corpora / f"{MANUAL}.tsv.xz"))[::EACH]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", nargs="+", default=["fr-en"])
    parser.add_argument("--only", default="", help="genres with this in their name")
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    print("| text | segments | model | BLEU | chrF++ | p |\n|---|---:|---|---:|---:|---:|")
    signatures: dict[str, str] = {}
    for genre, pairs in iter_genres(find_gold(options.gold)):
        if options.only not in genre:
            continue
        sources, references = tuple(one for one, _ in pairs), tuple(one for _, one in pairs)
        test = TestSet(genre, sources, references)
        runs = [(model, run_model(EngineConfig(model=model), test).hypotheses) for model in options.model]
        scores = score_systems(runs, references, ("bleu", "chrf++"))
        for (model, _), (bleu, chrf) in zip(runs, scores, strict=True):
            p = "" if bleu.p_value is None else f"{bleu.p_value:.3f}"
            print(f"| {genre} | {len(pairs):,} | {model} | {bleu.value:.2f} | {chrf.value:.2f} | {p} |", flush=True)
            signatures |= {bleu.metric: bleu.signature, chrf.metric: chrf.signature}
    for metric, signature in signatures.items():
        print(f"{metric}: {signature}")


if __name__ == "__main__":
    main()
