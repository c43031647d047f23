"""Score the careful engine on the gold sets in capitals and in title case, without regard to case.

python benchmarks/engine/capitals.py [--segments N] [--gold FOLDER]

*as written*: the model gets them so; *small*: it gets small letters; *names*: but for what the lexicon and the phrase
table tell as names, which keep their capital.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

import regex
from gold import SETS, find_gold, make_translator, read_pairs, scores_of
from repair import through

from translate.care import translator
from translate.care.casing import Case
from translate.care.translator import Translator
from translate.config import Config
from translate.run import loading


def entitle(text: str) -> str:
    return regex.sub(r"\p{L}+", lambda word: word[0][0].upper() + word[0][1:], text)


def iter_ways() -> Iterator[Translator]:
    """Yield a translator for each column, which works so until the next one."""
    nameless = patch.object(loading, "_make_is_name", lambda config, phrasing: lambda word: False)
    caseless = patch.object(translator, "case_of", lambda text, rules, is_name: Case.PLAIN)
    for patches in ((nameless, caseless), (nameless,), ()):
        with ExitStack() as stack:
            for one in patches:
                stack.enter_context(one)
            yield make_translator(Config())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--segments", type=int, default=300, help="of each set")
    options = parser.parse_args()
    gold = find_gold(options.gold)
    print("| set | as written: BLEU | chrF++ | small: BLEU | chrF++ | names: BLEU | chrF++ |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name in SETS:
        for style, write in (("capitals", str.upper), ("title case", entitle)):
            pairs = {write(source): target.lower() for source, target in read_pairs(gold, name, options.segments)}
            cells: list[str] = []
            for way in iter_ways():
                found = through(way, list(pairs))
                cells += scores_of([found[source].text.lower() for source in pairs], list(pairs.values()))
            print(f"| {name}, {style} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
