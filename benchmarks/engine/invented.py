"""Count the words that the model makes up and the names that are put right, and how often a finding is wrong.

python benchmarks/engine/invented.py [--segments 3000] [--dictionary /usr/share/dict/american-english-insane ...]

A finding is surely wrong where the human translation has the very word. A dictionary, where one is given, says how many
it knows, and how many words that it does not know are not found; a list of many hundred thousand words has rare ones
that a slip may meet (`pumpers` for firemen), so that it is no judge of single findings.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from gold import SETS, find_gold, make_translator, read_pairs, through

from translate.care.words.wording import SHORTEST, Wording
from translate.config import Config
from translate.models import resolve_model
from translate.models.target_words import read_target_words
from translate.text.words import fold, iter_words


def words_of(text: str) -> set[str]:
    return {fold(word[0]) for word in iter_words(text)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=int, default=3000, help="of each gold set")
    parser.add_argument("--sets", nargs="+", default=list(SETS))
    parser.add_argument("--dictionary", nargs="*", type=Path, default=[], help="word lists, one word a line")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="findings to print, evenly drawn")
    options = parser.parse_args()
    gold = find_gold(options.gold)
    dictionary = {w for path in options.dictionary for w in words_of(path.read_text(encoding="utf-8"))}
    wording = Wording(lambda: read_target_words(resolve_model("fr-en").folder) or frozenset(), "")
    translator = make_translator(Config())
    for name in options.sets:
        pairs = read_pairs(gold, name, options.segments)
        done = through(translator, list(dict.fromkeys(source for source, _ in pairs)))
        counts: Counter[str] = Counter()
        shown = []
        for source, reference in pairs:
            target, there, wanted = done[source].text, words_of(source), words_of(reference)
            found = {word.start() for word in wording.find_invented(source, target)}
            counts["segments with words made up"] += bool(found)
            for word in iter_words(target):
                folded = fold(word[0])
                counts["words"] += 1
                if word.start() in found:
                    shown.append(word[0])
                    counts["made up"] += 1
                    counts["made up: in the human translation"] += folded in wanted
                    counts["made up: in the dictionary"] += folded in dictionary
                elif dictionary and len(word[0]) >= SHORTEST and folded not in dictionary and folded not in there:
                    counts["not in the dictionary, not found"] += 1
            for issue in done[source].issues:
                if issue.check == "names":
                    for one in issue.message.rstrip(".").partition(": ")[2].split("), "):
                        right, _, mangled = one.rstrip(")").partition(" (the model wrote ")
                        what = "accents put right" if fold(right) == fold(mangled) else "names put right"
                        said = {word[0] for word in iter_words(reference)}
                        counts[what] += 1
                        counts[f"{what}: in the human translation"] += right in said
                        counts[f"{what}: the human translation has the other form"] += mangled in said
        print(f"\n{name}: {len(pairs)} segments")
        for what, count in sorted(counts.items()):
            print(f"{count:>7} {what}")
        if options.show:
            print(", ".join(shown[:: max(1, len(shown) // options.show)]))


if __name__ == "__main__":
    main()
