"""Make the dictionary that ships: French words, phrases, labels and names with their English equivalents.

    python benchmarks/alignment/make_dictionary.py [LEXICON]

LEXICON is a folder with `dictionary.tsv.xz`, `forms.tsv.xz`, `counts.tsv.xz`, `labels.tsv`, `exonyms.tsv` and
`demonyms.tsv`, by default ../shared/lexicon. Rows that have Wiktionary as a source go to a file of their own, for
their licence, CC BY-SA, is their own; so do the forms, which are under the MPL. Names that only an ODbL source
has are left out.
"""

from __future__ import annotations

import csv
import lzma
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from translate.alignment.blocks import write_blocks
from translate.alignment.dictionary import PARTS, Entry, format_entry
from translate.alignment.forms import Ending, Lemma, write_forms
from translate.alignment.shipped import FOLDER
from translate.files import write_text

WORDS, WIKTIONARY, FORMS, KNOWN = (f"fr-en.{name}.npz" for name in ("words", "wiktionary", "forms", "known"))
LABELS = "fr-en.labels.tsv"
OWN = Path(__file__).with_name("own_words.tsv")
OWN_LABELS = Path(__file__).with_name("own_labels.tsv")

_WIKTIONARY = frozenset({"enwikt", "enwikt-rev", "frwikt", "wiktionary"})
_CLASSES = "cpv"
"""A source that has classes of goods, in the plural, which are one sense of a noun: « chevilles » as *tuning pins*."""
_MOST = 6
"""Equivalents of an entry."""
_COARSE = frozenset(
    "arse ass asscheek bastard bitch bollocks bugger cock cunt dick fag faggot fuck fucked fucker fucking jism nigger "
    "piss prick pussy shag shit shitty slut tits tosser turd twat wank wanker whore".split()
)
"""Words that nobody wants a dictionary to put into his text."""
_NOT = "-"
"""How an equivalent of our own entries begins that the lexicon has and that is wrong: « Tigre » is no *Tiger*."""
_LONGEST = 6
"""Words of the longest phrase."""
_CAPITALS = frozenset(
    "new old south north east west john red cape middle great first yellow cook good costa lake marshall prince saint "
    "iron nova dead mount canary virgin santa father milky palm ash boxing bass clarence holy big jolly highway lord "
    "boy girl man oval prime supreme third world national equatorial bronze brazilian afghan mediterranean scotch "
    "victorian don silva anno merry happy immaculate independence".split()
)
"""First words of names that a source of the lexicon has in small letters: *cape Verdean*, *john Doe*."""
_GLOSS = re.compile(
    r"(?:[Aa]n?|and|in|its|known|located|particularly|typographical|hence|from|eastern|northern|southern|western|an?other)\b"
    r"|.*\b(?:variant|diminutive|commune|province|region|river|town|city|site|island) (?:of|in)\b"
)
"""What tells of a name rather than says it: *a river in France*."""
_TWO = re.compile(r"([^\W_]+) (?:/|or) ([^\W_]+)")
_SHORTEST = 3
_SEEN = 20
"""Times that a word was seen in training for it to be counted."""


def main(folder: Path) -> None:
    if not (folder / "dictionary.tsv.xz").is_file():
        sys.exit(f"{folder}: found no dictionary.tsv.xz; name the folder of the lexicon as the argument.")
    free: dict[str, list[Entry]] = defaultdict(list)
    shared: dict[str, list[Entry]] = defaultdict(list)
    lemmas = set()
    wrong = set()
    for line in OWN.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            french, part, english = line.split("\t")
            own = english.split("|")
            wrong |= {(french, one.removeprefix(_NOT)) for one in own if one.startswith(_NOT)}
            if right := tuple(one for one in own if not one.startswith(_NOT)):
                free[french.lower()].append(Entry(french, part, right))
    nouns = {row[0] for row in _rows(folder / "dictionary.tsv.xz") if row[1].startswith("n")}
    for french, part, english, domain, sources in _rows(folder / "dictionary.tsv.xz"):
        if sources == _CLASSES and part.startswith("n") and not nouns.isdisjoint(_singulars(french)):
            continue
        lemmas |= {french.lower()} if part in PARTS and " " not in french else set()
        if domain == "given name" or sources == "emoji" or len(french.split()) > _LONGEST:
            continue
        said = (one for both in english.split(" | ") for one in _parted(both) if (french, one) not in wrong)
        said = (one for one in said if part != "prop" or not _is_gloss(french, one))
        others = tuple(one for one in said if _COARSE.isdisjoint(one.lower().split()))[:_MOST]
        if part not in PARTS or not others or (others == (french,) and not _is_common(french, part)):
            continue
        side = shared if _WIKTIONARY & set(sources.split(",")) else free
        side[french.lower()].append(Entry(french, part, others))
    for french, english, source in _names(folder):
        side = shared if source in _WIKTIONARY else free
        side[french.lower()].insert(0, Entry(french, "prop", (english,)))
    for name, entries in ((WORDS, free), (WIKTIONARY, shared)):
        lines = [format_entry(key, entry) for key in sorted(entries) for entry in _distinct(entries[key])]
        write_blocks(FOLDER / name, lines)
    lemmas |= {key for key in (*free, *shared) if " " not in key}
    write_forms(FOLDER / FORMS, _endings(folder, lemmas))
    counts = {word: int(count) for word, count in _rows(folder / "counts.tsv.xz", 0) if len(word) > 3}
    known = sorted(word for word, count in counts.items() if count > _SEEN and word.replace("-", "").isalpha())
    write_blocks(FOLDER / KNOWN, [f"{word}\t{round(2 * math.log(counts[word]))}" for word in known])
    labels = [line.split("\t") for line in OWN_LABELS.read_text(encoding="utf8").splitlines()]
    labels += [[row[0], row[1]] for row in _plain(folder / "labels.tsv") if row[3] == "any"]
    write_text(FOLDER / LABELS, "".join(f"{one}\t{other}\n" for one, other in sorted(dict(labels).items())))
    for name in (WORDS, WIKTIONARY, FORMS, KNOWN, LABELS):
        print(f"{(FOLDER / name).stat().st_size:>10,} bytes  {name}")


def _singulars(plural: str) -> Iterator[str]:
    """Yield what a French plural may be the plural of."""
    if plural.endswith("aux"):
        yield f"{plural[:-3]}al"
    if plural.endswith(("s", "x")):
        yield plural[:-1]


def _parted(english: str) -> list[str]:
    """Return the two equivalents that stand as one, *sing or hum*; others without *a*, and with a name's capitals."""
    match = _TWO.fullmatch(english)
    first, _, rest = english.partition(" ")
    if first in _CAPITALS and rest[:1].isupper():
        english = f"{english[0].upper()}{english[1:]}"
    return [match[1], match[2]] if match else [english.removeprefix("a ") if rest.islower() else english]


def _is_gloss(french: str, english: str) -> bool:
    """Tell whether an equivalent tells what a name of one word is, « Orne », and is no name."""
    return " " not in french and " " in english and _GLOSS.match(english) is not None


def _is_common(french: str, part: str) -> bool:
    """Tell whether a word that is the same in both languages is one of a text, and no name: *percussion*."""
    return part.startswith(("n", "adj", "v")) and french.isalpha() and french.islower() and len(french) > _SHORTEST


def _names(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield French names and adjectives of places, their English and their source."""
    for french, english, _, source, _ in _plain(folder / "exonyms.tsv"):
        if source != "countries":
            yield french, english, "wiktionary" if source.endswith("wikt") or source == "enwikt-rev" else source
    for masculine, feminine, _, adjective, _, _, source in _plain(folder / "demonyms.tsv"):
        if source != "countries":
            for form in dict.fromkeys((masculine, feminine)):
                yield form, adjective, source


def _distinct(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries, those of one spelling and part of speech as one."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for entry in entries:
        found.setdefault((entry.french, entry.part), {}).update(dict.fromkeys(entry.english))
    for (french, part), english in found.items():
        yield Entry(french, part, tuple(english)[:_MOST])


def _endings(folder: Path, lemmas: set[str]) -> dict[Lemma, frozenset[Ending]]:
    """Return by the lemma and its part of speech the endings of its forms, and those of the lemma in their place.

    A lemma with no other form has none.
    """
    found: dict[Lemma, set[Ending]] = defaultdict(set)
    for *both, part in _rows(folder / "forms.tsv.xz"):
        form, lemma = map(str.lower, both)
        if lemma not in lemmas:
            continue
        endings = found[Lemma(lemma, part)]
        if form == lemma:
            continue
        pairs = enumerate(zip(form, lemma, strict=False))
        alike = next((n for n, (a, b) in pairs if a != b), min(len(form), len(lemma)))
        endings.add(Ending(form[alike:], lemma[alike:]))
    return {key: frozenset(endings) for key, endings in found.items()}


def _rows(path: Path, skipped: int = 1) -> Iterator[list[str]]:
    with lzma.open(path, "rt", encoding="utf8") as file:
        for number, line in enumerate(file):
            if number >= skipped:
                yield line.rstrip("\n").split("\t")


def _plain(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        yield from rows


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/lexicon"))
