"""Makes the lexicon that ships with the aligner, from open corpora and from books that it aligns itself.

    python benchmarks/alignment/make_lexicon.py --corpus ../shared/corpus --books ../shared/books

First a lexicon is learnt from pairs of sentences. With it the books, in the public domain, are aligned without any
model; their confident beads join the sentences, and a second lexicon is learnt from both.
"""

from __future__ import annotations

import argparse
import lzma
import math
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from translate.aligning import Aligner, Pair
from translate.alignment import lexicon as lexicons
from translate.alignment.induce import induce
from translate.alignment.lexicon import Lexicon, save_lexicon
from translate.alignment.words import terms_of
from translate.config import CheckConfig, Config
from translate.documents import Source
from translate.errors import DocumentError

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / "translate" / "alignment" / "lexicons" / "fr-en.npz"
CORPORA = {  # name: pairs taken, from the beginning
    "europarl-1": 250_000,
    "tatoeba": 170_000,
    "canada-statutes": 15_000,
    "debian-website": 20_000,
    "python-docs": 10_000,
    "privacyguides": 7_000,
    "hf-course": 5_000,
    "rust-book": 5_000,
    "gnome-user-docs": 5_000,
}
MIN_OCCURRENCES = 4
MAX_TERMS = 60_000
MAX_SEGMENT_TERMS = 60
MIN_PROBABILITY = 0.6
"""Beads of books that the aligner is less sure of teach nothing."""


def iter_corpora(folder: Path) -> Iterator[tuple[str, str]]:
    for name, limit in CORPORA.items():
        with lzma.open(folder / f"{name}.tsv.xz", "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                if number >= limit:
                    break
                source, target = line.rstrip("\n").split("\t")
                yield source, target


def iter_books(folder: Path) -> Iterator[tuple[str, str]]:
    """Align each book with the lexicon that is installed, and yield its confident beads."""
    aligner = Aligner(Config(checks=CheckConfig()), None)
    with tempfile.TemporaryDirectory() as name:
        for packed in sorted(folder.glob("*.fr.txt.xz")):
            sides = []
            for path in (packed, packed.with_name(packed.name.replace(".fr.txt", ".en.txt"))):
                plain = Path(name) / path.name.removesuffix(".xz")
                plain.write_bytes(lzma.decompress(path.read_bytes()))
                sides.append(Source(plain, plain.name, "text"))
            started = time.perf_counter()
            try:
                aligned = aligner.align(Pair(packed.name, *sides))
            except DocumentError as exc:
                print(exc)
                continue
            kept = 0
            for bead in aligned.alignment.beads:
                if bead.source and bead.target and math.exp(-bead.cost) > MIN_PROBABILITY:
                    kept += 1
                    yield (
                        " ".join(aligned.source.segments[i].segment.text for i in bead.source),
                        " ".join(aligned.target.segments[j].segment.text for j in bead.target),
                    )
            seconds = time.perf_counter() - started
            print(f"{packed.name}: {kept} of {len(aligned.alignment.beads)} beads, {seconds:.0f} s", flush=True)


def learn(pairs: Sequence[tuple[str, str]]) -> Lexicon:
    languages = Config().languages
    sides = [[sorted(set(terms_of(pair[side], languages[side]))) for pair in pairs] for side in (0, 1)]
    kept = [
        number
        for number, (one, other) in enumerate(zip(*sides, strict=True))
        if 0 < len(one) < MAX_SEGMENT_TERMS and 0 < len(other) < MAX_SEGMENT_TERMS
    ]
    terms, numbered, shares = [], [], []
    for side in sides:
        counts = Counter(term for number in kept for term in side[number])
        known = [term for term, count in counts.most_common(MAX_TERMS) if count >= MIN_OCCURRENCES]
        places = {term: place for place, term in enumerate(known)}
        numbered.append([np.array(sorted(places[t] for t in side[n] if t in places), np.int64) for n in kept])
        frequency = np.array([counts[term] + 0.5 for term in known])
        shares.append((frequency / frequency.sum()).astype(np.float32))
        terms.append(tuple(known))
    forward, backward = induce(numbered[0], numbered[1], (len(terms[0]), len(terms[1])))
    found = f"{len(forward.values)} and {len(backward.values)} translations"
    print(f"{len(kept)} pairs, {len(terms[0])} and {len(terms[1])} terms, {found}", flush=True)
    return Lexicon(terms[0], terms[1], forward, backward, shares[0], shares[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--books", type=Path, default=ROOT.parent / "shared" / "books")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if not options.corpus.is_dir() or not options.books.is_dir():
        raise SystemExit(f"{options.corpus} and {options.books} are needed, and not both there.")
    pairs = list(iter_corpora(options.corpus))
    first = learn(pairs)
    with tempfile.TemporaryDirectory() as folder:
        save_lexicon(first, Path(folder) / OUT.name)
        shipped, lexicons.FOLDER = lexicons.FOLDER, Path(folder)
        pairs += iter_books(options.books)
        lexicons.FOLDER = shipped
    save_lexicon(learn(pairs), options.out)


if __name__ == "__main__":
    main()
