"""Compare two ways with words of letters that the vocabulary lacks, on the lines of the gold sets that have some.

python benchmarks/engine/letters.py [--gold FOLDER] [--show N]

Such words are « Ça », « maïs », « Noël ». *masked*: a placeholder stands for each, as it does for names (`Győr`);
*read*: the model reads the words of French by the bytes of the letter, and only names that the lexicon does not know
are masked.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from unittest.mock import patch

from gold import SETS, find_gold, make_translator, read_pairs, scores_of
from repair import through

from translate.config import Config, EngineConfig
from translate.run import loading

LETTERS = frozenset("ÂÇÈÊËÎÏÔÙÛÜŸŒÆäëïöüÿæ")
"""What the vocabulary of an earlier fr-en lacked of French letters, and of German ones."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="fr-en")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="lines to print")
    options = parser.parse_args()
    gold = find_gold(options.gold)
    config = Config(engine=EngineConfig(model=options.model))
    read = make_translator(config)
    with patch.object(loading, "_make_is_word", lambda config: lambda word: False):
        masked = make_translator(config)
    print("| set | lines | masked: BLEU | chrF++ | read: BLEU | chrF++ |\n|---|---:|---:|---:|---:|---:|")
    for name in ("newstest2013", *SETS):
        pairs = {source: target for source, target in read_pairs(gold, name, 10_000) if LETTERS.intersection(source)}
        cells: list[str] = []
        made = [through(translator, list(pairs)) for translator in (masked, read)]
        for found in made:
            cells += scores_of([found[source].text for source in pairs], list(pairs.values()))
        print(f"| {name} | {len(pairs)} | {' | '.join(cells)} |")
        for source in list(pairs)[: options.show]:
            print(f"{source} | {made[0][source].text} | {made[1][source].text} | {pairs[source]}")


if __name__ == "__main__":
    main()
