"""Makes the file that says how often words are answered in human translations, from the lexicon and open corpora.

    python benchmarks/alignment/make_answers.py --corpus ../shared/corpus

A term may be answered by what the lexicon says in either direction, if that is more than chance. A term counts as
answered in a pair where one of those stands in the other side, or itself, or a word that begins alike.
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from translate.alignment.answers import Answers, beginning_of, save_answers
from translate.alignment.lexicon import Floats, Table, load_lexicon
from translate.alignment.linking import terms_in
from translate.alignment.shipped import FOLDER
from translate.languages import find_language

ROOT = Path(__file__).resolve().parent.parent.parent
CORPORA = {  # name: pairs taken, from the beginning; all under licences that allow it, none of them GPL
    "europarl-1": 40_000, "europarl-3": 20_000, "tatoeba": 60_000, "canada-laws": 15_000, "mdn-docs": 10_000,
    "debian-website": 20_000, "django-docs": 8_000, "python-docs": 8_000, "cds-canada": 9_000, "canada-web": 10_000,
    "african-storybook": 2_400, "hf-course": 4_000, "opensource-guide": 1_700, "privacyguides": 6_000, "mgsm": 800,
    "mozilla-www": 2_500, "coin-sites": 2_800, "open-contracting": 1_600, "french-agencies": 1_100,
}  # fmt: skip
FORWARD, BACKWARD, SURE = 0.01, 0.08, 0.3
"""Least probability of an answer by the table from source to target and by the other; what is surer needs no lift."""
LIFT = 8.0
"""Times more probable than that the term stands in a text of `WORDS` words anyhow."""
WORDS = 20.0
PRIOR, PRIOR_WEIGHT, MOST = 0.8, 4.0, 0.98
"""Answered, of all terms, and how many pairs that is worth; the most that is believed."""
LEAST_MET = 3
MOST_ANSWERS = 250


def find_links() -> dict[str, set[str]]:
    lexicon = load_lexicon("fr", "en")
    links: dict[str, set[str]] = {}
    for source, target in iter_links(lexicon.forward, lexicon.target_shares, FORWARD):
        links.setdefault(lexicon.source_terms[source], set()).add(lexicon.target_terms[target])
    for target, source in iter_links(lexicon.backward, lexicon.source_shares, BACKWARD):
        links.setdefault(lexicon.source_terms[source], set()).add(lexicon.target_terms[target])
    return links


def iter_links(table: Table, shares: Floats, least: float) -> Iterator[tuple[int, int]]:
    rows = np.repeat(np.arange(len(table.starts) - 1), np.diff(table.starts))
    lift = table.values / np.minimum(1.0, shares[table.columns] * WORDS)
    kept = ((table.values >= least) & (lift >= LIFT)) | (table.values >= SURE)
    yield from zip(rows[kept].tolist(), table.columns[kept].tolist(), strict=True)


def iter_pairs(folder: Path) -> Iterator[tuple[str, str]]:
    for name, limit in CORPORA.items():
        with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number >= limit:
                    break
                source, _, target = line.rstrip("\n").partition("\t")
                yield source, target


def count(folder: Path, links: Mapping[str, set[str]]) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """Return in how many pairs each source term stands and is answered, and each target term stands and answers."""
    met, answered, other_met, answering = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    source, target = find_language("fr"), find_language("en")
    for one, other in iter_pairs(folder):
        mine, theirs = set(terms_in(one, source)), set(terms_in(other, target))
        begun = {beginning_of(term) for term in theirs} - {""}
        begun_here = {beginning_of(term) for term in mine} - {""}
        met.update(mine)
        other_met.update(theirs)
        expected = set[str]().union(*(links.get(term, ()) for term in mine))
        answered.update(
            t for t in mine if t in theirs or beginning_of(t) in begun or not theirs.isdisjoint(links.get(t, ()))
        )
        answering.update(t for t in theirs if t in mine or beginning_of(t) in begun_here or t in expected)
    return met, answered, other_met, answering


def rates_of(terms: Sequence[str], met: Counter[str], answered: Counter[str]) -> NDArray[np.uint8]:
    values = [(answered[t] + PRIOR * PRIOR_WEIGHT) / (met[t] + PRIOR_WEIGHT) for t in terms]
    return np.rint(100 * np.minimum(np.array(values), MOST)).astype(np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--out", type=Path, default=FOLDER / "fr-en.answers.npz")
    options = parser.parse_args()
    links = find_links()
    met, answered, other_met, answering = count(options.corpus, links)
    source = sorted({*links, *(t for t, n in met.items() if n >= LEAST_MET and t.isalpha())})
    target = sorted(set().union(*links.values(), (t for t, n in other_met.items() if n >= LEAST_MET)))
    places = {term: place for place, term in enumerate(target)}
    columns = [sorted(places[t] for t in links.get(term, ()))[:MOST_ANSWERS] for term in source]
    answers = Answers(
        {term: place for place, term in enumerate(source)},
        places,
        tuple(target),
        list(accumulate(map(len, columns), initial=0)),
        np.array([place for one in columns for place in one], dtype=np.uint16).data,
        rates_of(source, met, answered).tolist(),
        rates_of(target, other_met, answering).tolist(),
    )
    save_answers(answers, options.out)
    size = options.out.stat().st_size
    print(f"{len(source)} and {len(target)} terms, {len(answers.columns)} answers, {size:,} bytes")


if __name__ == "__main__":
    main()
