"""Count what repair does on gold sets and on the hostile set: suspected of what, rescued by what.

python benchmarks/engine/repair.py [--segments 500]
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from gold import SETS, find_gold, make_translator, read_hostile, read_pairs
from sacrebleu.metrics import CHRF

from translate.care.translator import Translator
from translate.config import Config, RepairConfig
from translate.data import Hypothesis, Passage
from translate.run.loading import make_judge


def through(translator: Translator, texts: list[str]) -> dict[str, Hypothesis]:
    found: dict[Passage, Hypothesis] = {}
    for batch in translator.iter_translate([Passage(text) for text in texts]):
        found.update(batch)
    return {passage.text: hypothesis for passage, hypothesis in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=int, default=500, help="of each gold set")
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    gold = find_gold(options.gold)
    careful = make_translator(Config())
    plain = make_translator(Config(repair=RepairConfig(enabled=False)))
    judge = make_judge("fr", "en")
    sets = {name: read_pairs(gold, name, options.segments) for name in SETS}
    sets |= {"hostile": [(text, "") for _, text in read_hostile()]}
    for name, pairs in sets.items():
        texts = list(dict.fromkeys(source for source, _ in pairs))
        before, after = through(plain, texts), through(careful, texts)
        wrong, left, ways = Counter[str](), Counter[str](), Counter[str]()
        for text in texts:
            for found, issues in ((before, wrong), (after, left)):
                hypothesis = found[text]
                causes = {i.check for i in judge(text, hypothesis.text, hypothesis.score) if i.severity == "error"}
                causes |= {i.check for i in hypothesis.issues if i.severity == "error"}
                issues.update(causes)
                issues["any"] += bool(causes)
            note = next((i for i in after[text].issues if i.check == "repaired"), None)
            if note:
                ways[note.message.partition("instead: ")[2].rstrip(".")] += 1
        empty = [text for text in texts if not after[text].text.strip() and not after[text].issues]
        print(f"\n{name}: {len(texts)} segments, without target or issue: {len(empty)}")
        print(f"wrong before {dict(wrong.most_common())}\nwrong after  {dict(left.most_common())}")
        print(f"changed by   {dict(ways.most_common())}")
        changed = [(s, r) for s, r in pairs if r and before[s].text != after[s].text]
        if changed:
            metric = CHRF()
            scores = [
                sum(metric.sentence_score(found[s].text, [r]).score for s, r in changed) / len(changed)
                for found in (before, after)
            ]
            print(f"mean sentence chrF of the {len(changed)} changed: {scores[0]:.1f} before, {scores[1]:.1f} after")


if __name__ == "__main__":
    main()
