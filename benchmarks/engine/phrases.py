"""Compare the model and its phrase table on texts of few words: headings, labels, menu entries.

python benchmarks/engine/phrases.py [--corpus ../shared/corpus/gnome-user-docs.tsv.xz] [--words 4] [--show N]

The texts are those of a source that the recipe leaves out, without a full stop at the end, each once; *right* counts
what is the reference but for capitals and a colon. Then the labels of benchmarks/engine/labels.txt, which names several
right translations of each.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from pathlib import Path

from gold import ROOT, make_translator
from repair import through
from sacrebleu.metrics import CHRF

from translate.config import Config, EngineConfig

LABELS = Path(__file__).parent / "labels.txt"
CORPUS = ROOT.parent / "shared" / "corpus" / "gnome-user-docs.tsv.xz"


def read_short(path: Path, words: int) -> dict[str, str]:
    found: dict[str, str] = {}
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            source, target = line.rstrip("\n").split("\t")[:2]
            if len(source.split()) <= words and source[-1] not in ".!?…" and source != target:
                found.setdefault(source, target)
    return found


def read_labels() -> dict[str, set[str]]:
    lines = [line for line in LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    pairs = [line.split(" | ") for line in lines]
    return {source: set(right.split(", ")) for source, right in pairs}


def plain(text: str) -> str:
    return text.lower().strip().rstrip(" :")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--words", type=int, default=4, help="of the longest text")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="texts to print, evenly drawn")
    options = parser.parse_args()
    labels = read_labels()
    for name, phrases in (("the model", False), ("with the table", True)):
        found = through(make_translator(Config(engine=EngineConfig(phrases=phrases))), list(labels))
        wrong = [source for source, right in labels.items() if plain(found[source].text) not in right]
        known = sum(issue.check == "phrase" for source in labels for issue in found[source].issues)
        print(f"labels, {name}: {len(labels) - len(wrong)} of {len(labels)} right, {known} from the table")
        for source in wrong if options.show and phrases else ():
            print(f"{source} | {found[source].text}")
    if not options.corpus.is_file():
        sys.exit(f"{options.corpus} is absent: this benchmark needs a corpus beside the repository (--corpus FILE).")
    pairs = read_short(options.corpus, options.words)
    model = through(make_translator(Config(engine=EngineConfig(phrases=False))), list(pairs))
    table = through(make_translator(Config()), list(pairs))
    known = [s for s in pairs if any(issue.check == "phrase" for issue in table[s].issues)]
    print("| texts | | model: right | chrF | with the table: right | chrF |\n|---|---:|---:|---:|---:|---:|")
    for name, sources in (("in the table", known), ("all", list(pairs))):
        cells = []
        for found in (model, table):
            targets, references = [plain(found[s].text) for s in sources], [plain(pairs[s]) for s in sources]
            right = sum(target == reference for target, reference in zip(targets, references, strict=True))
            cells += [str(right), f"{CHRF().corpus_score(targets, [references]).score:.1f}"]
        print(f"| {name} | {len(sources)} | {' | '.join(cells)} |")
    for source in known[:: max(1, len(known) // options.show)] if options.show else ():
        print(f"{source} | {pairs[source]} | {model[source].text} | {table[source].text}")


if __name__ == "__main__":
    main()
