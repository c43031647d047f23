"""Make the list of fixed phrases that ships: those whose sense their words do not tell, *carte mère* and *grand livre*.

    python benchmarks/alignment/make_phrases.py [CORPUS [LEXICON]]
    python benchmarks/alignment/make_phrases.py --add [LEXICON]

CORPUS is a folder of `NAME.tsv.xz` (French, English), by default ../shared/corpus, LEXICON that of
`make_dictionary.py`. A noun phrase of the dictionary is taken where its equivalents stand in most translations of
sentences that have it; one that is met too seldom to tell is taken where no equivalent is put together from those of
its words, and all that the model was found to write wrongly (`make_missed.py`). Run `make_dictionary.py` before it.
`--add` reads no corpus: the phrases of `own_words.tsv` come to those that ship.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from make_dictionary import OWN

from translate.alignment.blocks import Blocks, write_blocks
from translate.alignment.dictionary import NAME, VERB, Dictionary, find_dictionary
from translate.alignment.shipped import FOLDER
from translate.care.words.rare_words import WORD
from translate.care.words.word_senses import key_of
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")
MISSED = Path(__file__).with_name("missed_phrases.txt")
"""Phrases that the model writes wrongly, one a line."""
_PHRASE = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_LONGEST = 5
_ENOUGH, _MOST = 7, 300
"""Times that a phrase is met for its translations to tell, and times that they are looked at."""
_SHARE = 0.6
"""Least share of translations that have an equivalent."""
_EVERY = {"europarl": 2}
"""By the beginning of a corpus's name: one pair in so many is read."""

Needs = list[list[frozenset[str]]]
"""Of each equivalent, of each word that it must have, the forms."""


def main(corpus: Path, lexicon: Path) -> None:
    dictionary = find_dictionary("fr", "en")
    if dictionary is None or not any(corpus.glob("*.tsv.xz")):
        sys.exit(f"{corpus}: found no *.tsv.xz; name the folder of the sentence pairs as the argument.")
    needs: dict[str, Needs] = defaultdict(list)
    told: dict[str, bool] = {}
    for phrase, _, english in noun_phrases():
        words = WORD.findall(phrase)
        key = key_of_phrase(phrase)
        known = {form for word in words if word not in EN.function_words for form in _equivalents(dictionary, word)}
        for said in english:
            parts = [word for word in WORD.findall(said.lower()) if word not in EN.function_words]
            if parts:
                needs[key].append([EN.forms_of(word) for word in parts])
                told[key] = told.get(key, False) or known.issuperset(parts)
    met, right = count(corpus, needs)
    written = MISSED.read_text(encoding="utf8").splitlines() if MISSED.is_file() else []
    taken = set(map(key_of_phrase, (*_own_phrases(lexicon), *written)))
    taken |= {key for key in needs if (right[key] >= _SHARE * met[key] if met[key] >= _ENOUGH else not told[key])}
    write(taken)


def write(taken: set[str]) -> None:
    path = FOLDER / "fr-en.phrases.npz"
    write_blocks(path, sorted(taken))
    print(f"{len(taken):,} phrases, {path.stat().st_size:,} bytes  {path.name}")


def add(lexicon: Path) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    write(dictionary.fixed_phrases | set(map(key_of_phrase, _own_phrases(lexicon))))


def noun_phrases() -> Iterator[tuple[str, str, list[str]]]:
    """Yield noun phrases of the dictionary of two words at least that mean something, and what else an entry has."""
    small = FR.function_words | FR.determiners
    for name in ("words", "wiktionary"):
        for line in Blocks(FOLDER / f"fr-en.{name}.npz").lines():
            key, french, part, english = line.split("\t")
            words = WORD.findall(key)
            if not part.startswith("n") or not _PHRASE.fullmatch(key) or french[0].isupper():
                continue
            is_joined = "-" in key and " " not in key and "'" not in key
            content = [word for word in words if word not in small and len(word) > 2]
            if is_joined or not 1 < len(words) <= _LONGEST or len(content) < 2 or {words[0], words[-1]} & small:
                continue
            yield key, part, english.split("|")


def key_of_phrase(phrase: str) -> str:
    return " ".join(map(_key, WORD.findall(phrase)))


def _own_phrases(lexicon: Path) -> Iterator[str]:
    """Yield phrases that were written for this project, which are fixed whatever the corpus has; verbs in all forms.

    Names are found as such, and adjectives of several words, « en ligne », mean so in compositions alone.
    """
    rows = [line.lower().split("\t") for line in OWN.read_text(encoding="utf8").splitlines() if line[0] != "#"]
    phrases = [(phrase, part) for phrase, part, _ in rows if " " in phrase and part not in (NAME, "adj")]
    verbs = {phrase.partition(" ")[0] for phrase, part in phrases if part == VERB}
    forms = defaultdict(set)
    with lzma.open(lexicon / "forms.tsv.xz", "rt", encoding="utf8") as file:
        for line in file:
            form, lemma, part = line.rstrip("\n").split("\t")
            if part == VERB and lemma in verbs:
                forms[lemma].add(form)
    for phrase, part in phrases:
        head, _, rest = phrase.partition(" ")
        yield phrase
        yield from (f"{form} {rest}" for form in forms[head] if part == VERB)


@cache
def _key(word: str) -> str:
    return key_of(word, FR.plural_endings)


@cache
def _equivalents(dictionary: Dictionary, word: str) -> frozenset[str]:
    found = (said for one in dictionary.find(word) for said in one.entry.english)
    return frozenset(form for said in found for part in said.lower().split() for form in EN.forms_of(part))


def count(corpus: Path, needs: dict[str, Needs]) -> tuple[Counter[str], Counter[str]]:
    """Return how often phrases are met, and how often the translation has an equivalent."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for key in needs:
        lengths[key.partition(" ")[0]].add(key.count(" ") + 1)
    met: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for path in sorted(corpus.glob("*.tsv.xz")):
        every = next((step for name, step in _EVERY.items() if path.name.startswith(name)), 1)
        with lzma.open(path, "rt", encoding="utf8") as file:
            for number, line in enumerate(file):
                if number % every:
                    continue
                french, _, english = line.rstrip("\n").partition("\t")
                keys = [_key(word) for word in WORD.findall(french.lower())]
                found = [
                    phrase
                    for place, key in enumerate(keys)
                    for length in lengths.get(key, ())
                    if (phrase := " ".join(keys[place : place + length])) in needs and met[phrase] < _MOST
                ]
                if found:
                    there = set(WORD.findall(english.lower()))
                    there |= {part for word in there if "-" in word for part in word.split("-")}
                for phrase in found:
                    met[phrase] += 1
                    right[phrase] += any(all(not there.isdisjoint(w) for w in some) for some in needs[phrase])
    return met, right


if __name__ == "__main__":
    given = [Path(one) for one in sys.argv[1:4] if one != "--add"]
    if "--add" in sys.argv:
        add(*given[:1] or [Path("../shared/lexicon")])
        sys.exit()
    main(*given, *(Path("../shared/corpus"), Path("../shared/lexicon"))[len(given) :])
