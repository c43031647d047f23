"""Measure what a glossary does: terms honoured, and the sentence around them, with the glossary and without.

    python benchmarks/glossary.py SOURCE REFERENCE [--lines N] [--show N]

The terms are taken from the references: a noun of the dictionary that ships is a term where one of its equivalents
stands in the reference, that which does so most often. Printed are the share of required terms in the outputs, and BLEU
and chrF of the sentences with terms. Without files, the sentences of `glossary.tsv` are translated and shown for
reading: source term, target term, sentence a line.

A sentence is *unharmed* where its terms are there, and the words around them are those that it has without a glossary:
as it is, or with frequent words in place of the terms, which a model knows. One in eight may be another (`MOST_OTHER`),
of its own words and of those that both of the others have.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sacrebleu import corpus_bleu, corpus_chrf

import translate
from translate.alignment.dictionary import find_dictionary
from translate.care.glossary.terms import wanted_terms
from translate.care.standing import Standing
from translate.languages import find_language
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Phrases, Terminology
from translate.text.words import split_words

FRENCH, ENGLISH = find_language("fr"), find_language("en")
SENTENCES = Path(__file__).with_name("glossary.tsv")
LEAST_LETTERS = 4
MOST_OTHER = 1 / 8
MOST_SEEN = 20_000
"""Words that texts for training have more often than this are no terms."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("reference", type=Path, nargs="?")
    parser.add_argument("--lines", type=int, default=1_000, metavar="N")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="sentences to show that changed")
    options = parser.parse_args()
    if options.source is None:
        rows = [line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
        pairs = dict.fromkeys((source, target) for source, target, _ in rows)
        measure(list(pairs), [sentence for *_, sentence in rows], None, show=len(rows))
        return
    lines = [path.read_text(encoding="utf-8").split("\n") for path in (options.source, options.reference)]
    found = [(one, two) for one, two in zip(*lines, strict=False) if one.strip() and two.strip()][: options.lines]
    pairs = terms_of(found)
    terms = terminology(pairs)
    found = [(one, two) for one, two in found if terms.find(one) and not terms.find_breaches(one, two)]
    measure(pairs, [one for one, _ in found], [two for _, two in found], show=options.show)


def terms_of(found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return nouns with the equivalents that stand in their references most often."""
    dictionary = find_dictionary("fr", "en")
    if dictionary is None:
        return []
    phrases = Phrases(ENGLISH)
    counts: dict[str, Counter[str]] = {}
    for source, reference in found:
        for word in dict.fromkeys(split_words(source)):
            if len(word) < LEAST_LETTERS or not word.islower():
                continue
            for one in dictionary.find(word):
                entry = one.entry
                if entry.kind == "n" and dictionary.times_seen(entry.french) < MOST_SEEN:
                    said = next((text for text in entry.english if phrases.find(reference, text)), None)
                    counts.setdefault(entry.french, Counter())[said or ""] += 1
    best = {french: counter.most_common(1)[0] for french, counter in counts.items()}
    return [(french, said) for french, (said, count) in best.items() if said and 2 * count > counts[french].total()]


def terminology(pairs: Sequence[tuple[str, str]]) -> Terminology:
    terms = [Term(source, (target,), TermKind.REQUIRED, n) for n, (source, target) in enumerate(pairs, 1)]
    return Terminology(terms, FRENCH, ENGLISH)


def measure(
    pairs: Sequence[tuple[str, str]], sources: Sequence[str], references: Sequence[str] | None, *, show: int
) -> None:
    terms = terminology(pairs)
    with tempfile.TemporaryDirectory() as folder:
        glossary = Path(folder) / "terms.tsv"
        glossary.write_text("".join(f"{one}\t{two}\n" for one, two in pairs), encoding="utf-8")
        outputs = {"without": said(sources, None), "with": said(sources, str(glossary))}
    print(f"{len(sources)} sentences, {len(pairs)} terms")
    for name, texts in outputs.items():
        wanted = sum(len({one.term for one in terms.find(text) if not one.is_doubtful}) for text in sources)
        missing = sum(len(terms.find_breaches(one, two)) for one, two in zip(sources, texts, strict=True))
        scores = f"honoured {1 - missing / max(wanted, 1):.3f} of {wanted}"
        if references is not None:
            bleu, chrf = corpus_bleu(texts, [list(references)]), corpus_chrf(texts, [list(references)])
            scores += f"   BLEU {bleu.score:.2f}   chrF {chrf.score:.2f}"
        print(f"{name:8} {scores}")
    asked = [with_frequent_words(terms, one) for one in sources]
    frequent = said(asked, None)
    harmed = [
        row
        for row in zip(sources, *outputs.values(), frequent, strict=True)
        if terms.find_breaches(row[0], row[2]) or is_harmed(terms, *row)
    ]
    print(f"term there and sentence unharmed {1 - len(harmed) / max(len(sources), 1):.3f}")
    for source, plain, own, _ in harmed[:show]:
        print(f"\n  harmed: {source}\n  {plain}\n  {own}")
    changed = [row for row in zip(sources, *outputs.values(), strict=True) if row[1] != row[2] or references is None]
    for source, plain, own in changed[:show]:
        print(f"\n  {source}\n  {plain}\n  {own}")


def with_frequent_words(terms: Terminology, source: str) -> str:
    """Return a sentence with frequent words in place of its terms, as far as there are some."""
    dictionary = find_dictionary("fr", "en")
    wanted = wanted_terms(terms, dictionary, source, "") if dictionary else []
    asked = Standing(dictionary, FRENCH, ENGLISH).ask(source, wanted) if dictionary and wanted else None
    return asked[0] if asked else source


def is_harmed(terms: Terminology, source: str, plain: str, own: str, frequent: str) -> bool:
    """Tell whether too many words around the terms of `own` are others than in the two outputs without a glossary."""
    target = {word for one in terms.find(source) for text in one.term.targets for word in split_words(text.lower())}
    forms = {form for word in target for form in ENGLISH.forms_of(word)} | ENGLISH.determiners
    without = [set(split_words(text.lower())) - forms for text in (plain, frequent)]
    words = set(split_words(own.lower())) - forms
    new, lost = words - without[0] - without[1], (without[0] & without[1]) - words
    return len(new) > MOST_OTHER * max(len(words), 4) or len(lost) > MOST_OTHER * max(len(without[0] & without[1]), 4)


def said(sources: Sequence[str], glossary: str | None) -> list[str]:
    with translate.Translator(glossary=glossary) as translator:
        return [unit.target.text for unit in translator.translate(list(sources))]


if __name__ == "__main__":
    main()
