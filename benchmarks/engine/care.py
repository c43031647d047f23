"""Compare the model alone and the careful engine around it, by the references of the gold sets.

python benchmarks/engine/care.py [--segments N] [--gold FOLDER] [--show N]

Protection, times, repair, phrases, names and typography are made for users, not for references; they must not cost
scores all the same. `--show` prints where chrF fell most.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from gold import SETS, find_gold, make_translator, read_pairs, scores_of
from repair import through
from sacrebleu.metrics import CHRF

from translate.config import Config, EngineConfig
from translate.engines import ENGINES, translate
from translate.models import convert_model, resolve_model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--segments", type=int, default=10_000, help="of each set")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="segments to print")
    options = parser.parse_args()
    gold = find_gold(options.gold)
    config = EngineConfig()
    model = resolve_model(config.model, revision=config.revision, offline=True)
    engine = ENGINES.load(config.name).load(config, convert_model(model, config.compute_type))
    careful = make_translator(Config())
    fallen: list[tuple[float, str]] = []
    print("| set | segments | others | model: BLEU | chrF++ | with care: BLEU | chrF++ |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name in ("newstest2013", *SETS):
        pairs = dict(read_pairs(gold, name, options.segments))
        sources, references = list(pairs), list(pairs.values())
        alone = [hypothesis.text for hypothesis in translate(engine, sources)]
        cared = through(careful, sources)
        made = [cared[source].text for source in sources]
        cells = [*scores_of(alone, references), *scores_of(made, references)]
        others = [row for row in zip(sources, alone, made, references, strict=True) if row[1] != row[2]]
        print(f"| {name} | {len(pairs)} | {len(others)} | {' | '.join(cells)} |")
        for source, one, two, reference in others if options.show else ():
            change = CHRF().sentence_score(two, [reference]).score - CHRF().sentence_score(one, [reference]).score
            fallen.append((change, f"{source}\n  {one}\n  {two}\n  {reference}"))
    for change, text in sorted(fallen)[: options.show]:
        print(f"{change:.0f} {text}")


if __name__ == "__main__":
    main()
