"""Tell where each listed sense of a word holds in parallel texts, and how often the human English has its equivalent.

python benchmarks/alignment/judge_senses.py [--corpora FOLDER] [--most LINES] [--fewest TIMES] [--show]

Of each corpus (`*.tsv.xz`, French TAB English) lines are taken at equal distances. A sense that holds in a line is
*right* where the English has one of its equivalents, *wrong* where it has none and another of the dictionary's, *open*
where it has neither (by the beginnings of words). Prints the rows of `senses.tsv` by their share right, the
worst first; what stays open counts for nothing.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from translate.alignment.dictionary import Dictionary, Entry, find_dictionary
from translate.care.words.word_senses import ENDS, WordSenses
from translate.languages import find_language
from translate.text.words import split_words

CORPORA = Path(__file__).parents[3] / "shared" / "corpus"
STEM = 5
"""Letters by which two English words are the same: *hinge*, *hinges*."""
MUTE = "ey"
"""What they lose before an ending: *graze*, *grazing*."""


class Firing(NamedTuple):
    """A word of a line whose sense is told, the entry of the sense, and what the human English says of it."""

    word: str
    entry: Entry
    verdict: str
    source: str
    target: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--most", type=int, default=10_000, help="lines of one corpus")
    parser.add_argument("--fewest", type=int, default=5, help="right and wrong ones of a sense that is printed")
    parser.add_argument("--show", action="store_true", help="print up to three wrong lines of a sense")
    options = parser.parse_args()
    dictionary = find_dictionary("fr", "en")
    if dictionary is None:
        raise SystemExit("No dictionary for French and English is installed.")
    counts: defaultdict[Entry, Counter[str]] = defaultdict(Counter)
    wrong: defaultdict[Entry, list[Firing]] = defaultdict(list)
    for path in sorted(options.corpora.glob("*.tsv.xz")):
        for one in iter_firings(dictionary, iter_pairs(path, options.most)):
            counts[one.entry][one.verdict] += 1
            if one.verdict == "wrong" and len(wrong[one.entry]) < 3:
                wrong[one.entry].append(one)
    total = sum(counts.values(), Counter[str]())
    print(f"all\t{total['right']} right, {total['wrong']} wrong, {total['open']} open")
    for share, entry in sorted((share_right(found), entry) for entry, found in counts.items()):
        found = counts[entry]
        if found["right"] + found["wrong"] >= options.fewest:
            said = f"{found['right']} right, {found['wrong']} wrong, {found['open']} open"
            print(f"{share:.2f}\t{entry.french}\t{entry.part}\t{'|'.join(entry.english)}\t{said}")
            for one in wrong[entry] if options.show else ():
                print(f"\t  {one.source}\n\t  {one.target}")


def iter_pairs(path: Path, most: int) -> Iterator[tuple[str, str]]:
    """Yield pairs of a corpus at equal distances, no more than so many."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        count = sum(1 for _ in file)
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in islice(file, 0, None, -(-count // most) or 1):
            source, _, target = line.rstrip("\n").partition("\t")
            yield source, target


def iter_firings(dictionary: Dictionary, pairs: Iterable[tuple[str, str]]) -> Iterator[Firing]:
    """Yield the words whose sense is told, with what the English of their pair says."""
    senses = WordSenses(dictionary, find_language("fr"))
    for source, target in pairs:
        words = split_words(source.lower())
        said = split_words(target.lower())
        for place, found in senses.find(words, is_sentence=source.endswith(tuple(ENDS))):
            verdict = judge(dictionary, words[place], found.entry, said)
            yield Firing(words[place], found.entry, verdict, source, target)


def judge(dictionary: Dictionary, word: str, entry: Entry, said: list[str]) -> str:
    """Tell whether an English text has an equivalent of a sense, *right*, or another of its word, *wrong*, or none."""
    others = {
        one for found in dictionary.find(word) if found.entry.kind == entry.kind for one in found.entry.english
    }.difference(entry.english)
    return "right" if has_any(said, entry.english) else "wrong" if has_any(said, others) else "open"


def has_any(said: list[str], phrases: Iterable[str]) -> bool:
    """Tell whether a text has all words of one of several phrases, inflected or not."""
    return any(all(has_word(said, word) for word in split_words(phrase.lower())) for phrase in phrases)


def has_word(said: list[str], word: str) -> bool:
    """Tell whether a text has a word; a long one may end otherwise."""
    stem = word[:STEM].rstrip(MUTE)
    return word in said or (len(stem) >= STEM - 1 and any(one.startswith(stem) for one in said))


def share_right(found: Counter[str]) -> float:
    """Return the share of the right ones of those that are right or wrong; 1 where nothing is known."""
    known = found["right"] + found["wrong"]
    return found["right"] / known if known else 1.0


if __name__ == "__main__":
    main()
