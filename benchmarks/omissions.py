"""Measures how well omissions are found: recall on made ones, and how many professional references are flagged.

    python benchmarks/omissions.py

From references of `../shared/gold/mt` a clause between two marks, or a member of an enumeration, is left out, if half
of its words or more answer to something in the source; a quarter of those tried are shorter than 15 % of the reference.
The weights of `translate/alignment/omissions.py` were fitted to such omissions and references of newstest2012,
tatoeba-4000 and ten development corpora. The threshold is one at which 0.80 of those made from these two sets are
found. What is measured here, newstest2013 and the sound lines of tico19-test, was in sight when features were chosen.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checks import GOLD, read_units

from translate.alignment.answers import beginning_of, load_answers
from translate.alignment.linking import terms_in
from translate.alignment.omissions import THRESHOLD, Answering
from translate.languages import find_language

MEASURED = ("newstest2013", "tico19-test")
TUNED = ("newstest2012", "tatoeba-4000")
RANDOM_SEED = 20
MADE = 200
SHORT, SHORT_SHARE = 0.15, 0.25
LEAST_WORDS, LEAST_CONTENT, LEAST_ANSWERED, MOST_LENGTH = 7, 3, 0.5, 0.6
SOURCE, TARGET = find_language("fr"), find_language("en")
CUT = re.compile(r"[,;:](?= )| [–—-] (?=\w)| \(|(?<=\))(?= )|[.!?…]+[\"”]?$|$")
_MEMBER = r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,3}"
ENUMERATION = re.compile(rf"\b{_MEMBER}(?:, {_MEMBER})+,? (?:and|or) {_MEMBER}")
JOINT = re.compile(r"(, (?:and |or )?| and | or )")


@dataclass(frozen=True)
class Made:
    source: str
    target: str
    left_out: str
    share: float
    is_member: bool


def iter_made(source: str, target: str, random_state: random.Random) -> Iterator[Made]:
    """Yield the ways to leave something out of a reference."""
    cuts = [0, *sorted({m.start() for m in CUT.finditer(target)} - {0})]
    for start, end in pairwise(cuts):
        clause, rest = target[start:end], (target[:start] + target[end:]).strip(" ,;")
        words = [word for word in re.findall(r"[^\W_]+", clause) if word.lower() not in TARGET.function_words]
        if rest and len(words) >= LEAST_CONTENT and len(clause) <= MOST_LENGTH * len(target):
            yield Made(source, rest[0].upper() + rest[1:], clause, len(clause) / len(target), False)
    for match in ENUMERATION.finditer(target):
        parts = JOINT.split(match[0])
        place = 2 * random_state.randrange(len(parts) // 2 + 1)
        kept = parts[2:] if place == 0 else parts[: place - 1] + parts[place + 1 :]
        if 0 < place < len(parts) - 1 and random_state.random() < 0.5:
            kept = parts[:place] + parts[place + 2 :]
        rest = target[: match.start()] + "".join(kept) + target[match.end() :]
        yield Made(source, rest, parts[place], len(parts[place]) / len(target), True)


def is_said(made: Made, answers: dict[str, frozenset[str]]) -> bool:
    """Tell whether the source has what was left out: references say things of their own too."""
    terms = set(terms_in(made.source, SOURCE))
    begun = {beginning_of(term) for term in terms} - {""}
    expected = terms.union(*(answers.get(term, frozenset()) for term in terms))
    words = [word for word in re.findall(r"[^\W\d_]+|\d+", made.left_out) if word.lower() not in TARGET.function_words]
    said = [term in expected or beginning_of(term) in begun for word in words for term in terms_in(word, TARGET)]
    return bool(said) and sum(said) >= LEAST_ANSWERED * len(said)


def make(pairs: Sequence[tuple[str, str]], count: int) -> list[Made]:
    """Return `count` omissions of as many references, a quarter of them short."""
    found = load_answers("fr", "en")
    assert found is not None
    answers = {term: found.of(term) for term in found.source}
    random_state = random.Random(RANDOM_SEED)
    made = []
    for source, target in pairs:
        if len(target.split()) >= LEAST_WORDS:
            ways = [one for one in iter_made(source, target, random_state) if is_said(one, answers)]
            made += [random_state.choice(ways)] if ways else []
    random_state.shuffle(made)
    short = [one for one in made if one.share < SHORT][: round(count * SHORT_SHARE)]
    return short + [one for one in made if one.share >= SHORT][: count - len(short)]


def report(corpora: Sequence[str], finder: Answering, count: int, show: str) -> None:
    print("| set | references | flagged | made | found | short ones | longer ones | members of enumerations |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    everything: list[tuple[int, int, list[Made], list[bool]]] = []
    for corpus in corpora:
        pairs = [(unit.source.text, unit.target.text) for unit in read_units(corpus)]
        flagged = 0
        for source, target in pairs:
            found = finder.find(source, target)
            flagged += bool(found)
            if found and show == "flagged":
                print(f"  {source[found[0].start : found[0].end]}\n    {source}\n    {target}")
        made = make(pairs, count)
        hits = [bool(finder.find(one.source, one.target)) for one in made]
        for one, hit in zip(made, hits, strict=True):
            if not hit and show == "missed":
                print(f"  {one.left_out}\n    {one.source}\n    {one.target}")
        everything.append((len(pairs), flagged, made, hits))
        print_row(corpus, *everything[-1])
    counts = [sum(row[0] for row in everything), sum(row[1] for row in everything)]
    print_row("**all**", *counts, [m for row in everything for m in row[2]], [h for row in everything for h in row[3]])


def print_row(name: str, total: int, flagged: int, made: Sequence[Made], hits: Sequence[bool]) -> None:
    def recall(chosen: Sequence[bool]) -> str:
        some = [hit for hit, is_chosen in zip(hits, chosen, strict=True) if is_chosen]
        return f"{sum(some) / len(some):.2f} of {len(some)}" if some else "–"

    cells = [recall([True] * len(made)), recall([m.share < SHORT for m in made])]
    cells += [recall([m.share >= SHORT for m in made]), recall([m.is_member for m in made])]
    print(f"| {name} | {total:,} | {100 * flagged / total:.2f} % | {len(made)} | {' | '.join(cells)} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tuned", action="store_true", help="measure on the sets that the weights were chosen on")
    parser.add_argument("--made", type=int, default=MADE, help="omissions a set")
    parser.add_argument("--show", default="", choices=("flagged", "missed"), help="print these")
    arguments = parser.parse_args()
    answers = load_answers("fr", "en")
    if not GOLD.is_dir() or answers is None:
        print("The human translations are absent: expected ../shared/gold/mt beside the repository.", file=sys.stderr)
        return 1
    finder = Answering(answers, SOURCE, TARGET)
    corpora = TUNED if arguments.tuned else MEASURED
    report(corpora, finder, arguments.made, arguments.show)
    pairs = [(unit.source.text, unit.target.text) for corpus in corpora for unit in read_units(corpus)]
    started = time.process_time()
    for source, target in pairs:
        finder.find(source, target)
    spent = 1e6 * (time.process_time() - started) / len(pairs)
    print(f"\nThreshold {THRESHOLD}; {spent:.0f} microseconds a unit, one core.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
