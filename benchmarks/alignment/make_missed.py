"""Make the list of phrases that the model writes otherwise than the dictionary, and wrongly so: *wooden screw*.

    python benchmarks/alignment/make_missed.py [CORPUS]

CORPUS is as in `make_phrases.py`, which reads the list; run this with an empty one and a dictionary that is new. Each
noun phrase of the dictionary is translated in a short order. Where no equivalent stands in what comes out, it is taken
if the corpora have it seldom, or their translations have an equivalent more often than what the model wrote.
"""

from __future__ import annotations

import sys
from pathlib import Path

from make_phrases import EN, FR, MISSED, Needs, count, key_of_phrase, noun_phrases

from translate.care.words.rare_words import WORD
from translate.config import Config
from translate.data import Passage
from translate.files import write_text
from translate.run.loading import load_tools, load_translator

_SELDOM = 3
"""Times that a phrase is met from which its translations tell more than the dictionary alone."""
_LEAST, _TIMES = 0.3, 1.5
"""Least share of translations with an equivalent, and how often they must have it for each that has the model's."""
_SHORT = 6
"""Letters of a single word below which it says too little for a phrase: *open*, *share*."""
_VOWELS = "aeiouyàâéèêëîïôœùûh"


def main(corpus: Path) -> None:
    if not any(corpus.glob("*.tsv.xz")):
        sys.exit(f"{corpus}: found no *.tsv.xz; name the folder of the sentence pairs as the argument.")
    asked = {phrase: (part, english) for phrase, part, english in noun_phrases() if _stands_alone(phrase)}
    orders = {phrase: f"Prenez {_article(phrase, part)}{phrase}." for phrase, (part, _) in asked.items()}
    written: dict[Passage, str] = {}
    for batch in load_translator(load_tools(Config())).iter_translate([Passage(order) for order in orders.values()]):
        written.update((passage, hypothesis.text) for passage, hypothesis in batch.items())
    missed: dict[str, str] = {}
    needs: dict[str, Needs] = {}
    theirs: dict[str, Needs] = {}
    for phrase, order in orders.items():
        target = written[Passage(order)]
        there = set(WORD.findall(target.lower()))
        key, wanted = key_of_phrase(phrase), [_forms(said) for said in asked[phrase][1]]
        if not any(all(not there.isdisjoint(forms) for forms in one) for one in wanted if one):
            missed[key], needs[key] = phrase, [one for one in wanted if one]
            theirs[key] = [_forms(target)[1:]]
    met, right = count(corpus, needs)
    _, otherwise = count(corpus, theirs)
    taken = {
        phrase
        for key, phrase in missed.items()
        if (met[key] < _SELDOM and _says_enough(asked[phrase][1][0]))
        or (met[key] >= _SELDOM and right[key] >= max(_LEAST * met[key], _TIMES * otherwise[key]))
    }
    write_text(MISSED, "".join(f"{phrase}\n" for phrase in sorted(taken)))
    print(f"{len(taken):,} of {len(missed):,} phrases that the model writes otherwise, of {len(asked):,}")


def _forms(said: str) -> list[frozenset[str]]:
    return [EN.forms_of(word) for word in WORD.findall(said.lower()) if word not in EN.function_words]


def _stands_alone(phrase: str) -> bool:
    words = WORD.findall(phrase)
    return (FR.function_words | FR.determiners).isdisjoint((words[0], words[-1]))


def _says_enough(said: str) -> bool:
    return " " in said or len(said) >= _SHORT


def _article(phrase: str, part: str) -> str:
    return "l'" if phrase[0] in _VOWELS else "la " if part.startswith("nf") else "le "


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/corpus"))
