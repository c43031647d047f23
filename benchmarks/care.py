"""Measure what each step of care is worth, by the references of gold sets and of everyday and technical lines.

python benchmarks/care.py [--lines 1000] [--only STEP ...] [--show 5] [--gold FOLDER]

Everything is decoded once with all steps, then once without each of them; what the model was asked before it is not
asked again, so that a step costs what it changes. A text that a step changed is better or worse by its sentence chrF.
The sets: news (newstest2012, N lines), health (tico19, its lines whose sides belong together, N/2), everyday (Tatoeba,
N/2), capitals (news in capitals and in title case), and lines with a right answer: measures.txt, technical.txt,
labels.txt in benchmarks/engine.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from engine.gold import find_gold, read_answers, read_pairs, through
from remembering import Remembering
from sacrebleu.metrics import BLEU, CHRF

from translate.care.steps import STEPS
from translate.config import CareConfig, Config
from translate.data import Hypothesis, Stage
from translate.run.loading import load_engine, load_tools, load_translator

CHRF_OF = CHRF()
ROUND = 1e-6
ALL = "all"
"""Every step at once: what care is worth, against the model alone."""


Answers = dict[str, tuple[str, ...]]
"""By source, what is right."""


def read_sets(gold: Path, lines: int) -> dict[str, Answers]:
    news = read_pairs(gold, "newstest2012", lines)
    pairs = {
        "news": news,
        "health": read_pairs(gold, "tico19-test", lines // 2),
        "everyday": read_pairs(gold, "tatoeba-4000", lines // 2),
        "capitals": [
            (change(s), change(r)) for change in (str.upper, str.title) for s, r in news[:: max(1, lines // 60)]
        ],
    }
    sets: dict[str, Answers] = {name: {s: (r,) for s, r in found} for name, found in pairs.items()}
    return sets | {"labels": read_answers("labels"), "lines": read_answers("measures") | read_answers("technical")}


def chrf(text: str, right: Sequence[str]) -> float:
    return max(CHRF_OF.sentence_score(text, [one]).score for one in right)


def compare(pairs: Answers, whole: Mapping[str, str], without: Mapping[str, str]) -> list[str]:
    """Return the cells for a set: texts changed, better and worse by the step, and what BLEU and chrF gain by it."""
    changed = [source for source in pairs if whole[source] != without[source]]
    if not changed:
        return ["–"] * 4
    gains = [chrf(whole[s], pairs[s]) - chrf(without[s], pairs[s]) for s in changed]
    better, worse = sum(gain > ROUND for gain in gains), sum(gain < -ROUND for gain in gains)
    references = [[right[0] for right in pairs.values()]]
    sides = [[found[source] for source in pairs] for found in (whole, without)]
    bleu = [BLEU().corpus_score(side, references).score for side in sides]
    mean = [CHRF_OF.corpus_score(side, references).score for side in sides]
    share = f"{100 * len(changed) / len(pairs):.1f} % ({better}, {worse})"
    return [share, f"{sum(gains) / len(gains):+.1f}", f"{bleu[0] - bleu[1]:+.2f}", f"{mean[0] - mean[1]:+.2f}"]


def print_repairs(sets: Mapping[str, Answers], found: Mapping[str, Hypothesis]) -> None:
    """Print what was taken in place of the first target: by what try, suspected of what, and whether that was right."""
    gains: dict[tuple[str, str], list[float]] = {}
    for pairs in sets.values():
        for source, right in pairs.items():
            for edit in found[source].edits:
                if edit.stage is Stage.INSTEAD and edit.old:
                    cause = edit.reason.removeprefix("Suspected of ").partition(";")[0]
                    gains.setdefault((edit.step, cause), []).append(chrf(edit.new, right) - chrf(edit.old, right))
    print("\n| taken instead | suspected of | texts (better, worse) | mean chrF |\n|---|---|---:|---:|")
    for (step, cause), some in sorted(gains.items()):
        better, worse = sum(gain > ROUND for gain in some), sum(gain < -ROUND for gain in some)
        print(f"| `{step}` | {cause} | {len(some)} ({better}, {worse}) | {sum(some) / len(some):+.1f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=1000, help="of news; half as many of health and everyday texts")
    parser.add_argument("--only", nargs="+", default=[ALL, *STEPS], metavar="STEP")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="texts to print for each step and set, worst first"
    )
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    sets = read_sets(find_gold(options.gold), options.lines)
    texts = list(dict.fromkeys(source for pairs in sets.values() for source in pairs))
    engine = Remembering(load_engine(load_tools(Config())))

    def translate(*without: str) -> dict[str, Hypothesis]:
        return through(load_translator(load_tools(Config(care=CareConfig(without))), engine=engine), texts)

    found = translate()
    whole = {source: made.text for source, made in found.items()}
    for name, pairs in sets.items():
        references = [[right[0] for right in pairs.values()]]
        made = [whole[source] for source in pairs]
        bleu, mean = BLEU().corpus_score(made, references).score, CHRF_OF.corpus_score(made, references).score
        print(f"{name}: {len(pairs)} texts, with all steps BLEU {bleu:.2f}, chrF {mean:.2f}", flush=True)
    print_repairs(sets, found)
    print("\n| step | set | texts changed (better, worse) | mean chrF of these | BLEU | chrF |")
    print("|---|---|---:|---:|---:|---:|")
    for step in options.only:
        off = STEPS if step == ALL else (step,)
        without = {source: made.text for source, made in translate(*off).items()}
        for name, pairs in sets.items():
            cells = compare(pairs, whole, without)
            if cells[0] != "–":
                print(f"| `{step}` | {name} | {' | '.join(cells)} |", flush=True)
            changed = sorted(
                (chrf(whole[s], right) - chrf(without[s], right), s)
                for s, right in pairs.items()
                if whole[s] != without[s]
            )
            for gain, s in changed[: options.show]:
                print(f"{gain:+.1f} {s}\n  with:    {whole[s]}\n  without: {without[s]}\n  right:   {pairs[s][0]}")
        if whole == without:
            print(f"| `{step}` | all | none | – | – | – |", flush=True)


if __name__ == "__main__":
    main()
