"""Score the careful engine on the gold sets in capitals, without regard to case.

python benchmarks/engine/capitals.py [--segments N] [--gold FOLDER]

*small*: everything goes to the model in small letters; *names*: but for what the lexicon and the phrase table tell as
names, which keep their capital.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from unittest.mock import patch

from gold import SETS, find_gold, make_translator, read_pairs
from repair import through
from sacrebleu.metrics import BLEU, CHRF

from translate import tools
from translate.config import Config


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--segments", type=int, default=300, help="of each set")
    options = parser.parse_args()
    gold = find_gold(options.gold)
    names = make_translator(Config())
    with patch.object(tools, "_make_is_name", lambda config, phrasing: lambda word: False):
        small = make_translator(Config())
    print("| set | segments | small: BLEU | chrF++ | names: BLEU | chrF++ |\n|---|---:|---:|---:|---:|---:|")
    for name in SETS:
        pairs = {source.upper(): target.lower() for source, target in read_pairs(gold, name, options.segments)}
        cells = []
        for translator in (small, names):
            found = through(translator, list(pairs))
            texts, references = [found[source].text.lower() for source in pairs], list(pairs.values())
            cells.append(f"{BLEU().corpus_score(texts, [references]).score:.2f}")
            cells.append(f"{CHRF(word_order=2).corpus_score(texts, [references]).score:.2f}")
        print(f"| {name} | {len(pairs)} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
