"""List the rows of a model's phrase table that the dictionary contradicts, and remove them with --write.

python benchmarks/engine/phrases.py [--write]

A row is listed where the dictionary knows the phrase and no equivalent stands in the translation. Of a word: where the
two are not written alike, and the lexicon of answers has none of its words, or it was met a few times only. Of a
phrase: where its words do not tell its sense; these are to be read, most are right (*trade-mark*). With --write the
words that were met in texts, and not written by hand (1 of 1), are left out, and what --also names: they are then asked
of the model, and mended by the dictionary.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from translate.alignment.answers import load_answers
from translate.alignment.dictionary import NAME, Dictionary, find_dictionary
from translate.alignment.words import stemmer
from translate.care.words.rare_words import WORD, is_alike
from translate.care.words.word_senses import key_of
from translate.files import write_text
from translate.languages import find_language
from translate.models.phrase_table import PHRASE_TABLE, Translation, format_phrase_table, read_phrase_table
from translate.text.words import split_words

MODEL = Path(__file__).resolve().parents[2] / "translate" / "models" / "fr-en"
FR, EN = find_language("fr"), find_language("en")
_FEW = 9
"""Times that a word was met for the lexicon, learnt of the same texts, to say more than the row itself."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--write", action="store_true", help="leave the listed rows out of the table")
    parser.add_argument("--also", nargs="*", default=[], metavar="PHRASE", help="rows to leave out besides")
    options = parser.parse_args()
    table, dictionary = read_phrase_table(options.model), find_dictionary("fr", "en")
    if table is None or dictionary is None:
        parser.error(f"{options.model}: found no {PHRASE_TABLE}; name the folder of a model that has one.")
    rows = table.translations()
    wrong = dict(iter_wrong(rows, dictionary))
    for phrase, said in wrong.items():
        row = rows[phrase]
        print(f"{phrase}\t{row.text}\t{row.count} of {row.total}\t{' | '.join(said[:4])}")
    print(f"{len(wrong):,} of {len(rows):,} rows")
    if options.write:
        left = {phrase for phrase in wrong if _is_met_word(phrase, rows[phrase])} | set(options.also)
        kept = {phrase: row for phrase, row in rows.items() if phrase not in left}
        write_text(options.model / PHRASE_TABLE, format_phrase_table(kept))


def iter_wrong(rows: dict[str, Translation], dictionary: Dictionary) -> Iterator[tuple[str, list[str]]]:
    """Yield the phrases whose row is wrong, and what the dictionary has for them."""
    answers, own, other = load_answers("fr", "en"), stemmer(FR), stemmer(EN)
    for phrase, row in rows.items():
        words = phrase.replace("'", "' ").split(" ")
        is_word = len(words) == 1
        found = dictionary.find(phrase) if is_word else dictionary.phrase(words)
        said = [one for each in found if each.entry.part != NAME for one in each.entry.english]
        there = set(split_words(row.text.lower()))
        if not said or row.text.isupper() or any(_stands(one, there) for one in said):
            continue
        if is_word:
            is_answered = answers is not None and any(other(word) in answers.of(own(phrase)) for word in there)
            is_sure = row.total > _FEW and row.text[0].islower()
            is_near = any(is_alike(one, row.text) for one in (phrase, *said))
            if not (is_answered and is_sure) and not is_near:
                yield phrase, said
        elif " ".join(key_of(word, FR.plural_endings) for word in WORD.findall(phrase)) in dictionary.fixed_phrases:
            known = {word for one in said for word in split_words(one.lower())}
            if known.isdisjoint(there - EN.function_words):
                yield phrase, said


def _is_met_word(phrase: str, row: Translation) -> bool:
    return phrase.isalpha() and row.total > 1


def _stands(said: str, there: set[str]) -> bool:
    words = [word for word in split_words(said.lower()) if word not in EN.function_words]
    return bool(words) and all(not there.isdisjoint(EN.forms_of(word)) for word in words)


if __name__ == "__main__":
    main()
