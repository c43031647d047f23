"""Aligned texts come in, and out comes which words of one language are linked to which of the other, and how often.

Whoever needs links of words, such as the extraction of terms, takes them from here, so that no words are aligned twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from translate.alignment.answers import load_answers
from translate.alignment.linking import Reader, link
from translate.data import TranslationUnit
from translate.languages import Language
from translate.records import dataclass

SURE = 80.0
"""Score from which some 99 of 100 aligned units are right."""
_ONE_TO_ONE = "1-1"
_LONGEST = 2_000
"""Characters of a text beyond which it is no segment."""


@dataclass(frozen=True, slots=True)
class WordLink:
    """A word of the source and one of the target, by their stems."""

    source: str
    target: str
    count: int
    """Pairs of texts in which one is linked to the other."""


def is_sure(unit: TranslationUnit) -> bool:
    """Tell whether a unit is one segment for one, and its score, if it has one, sure: words of others mislead."""
    return unit.alignment == _ONE_TO_ONE and (unit.score is None or unit.score >= SURE) and bool(unit.target.text)


def iter_word_links(pairs: Iterable[tuple[str, str]], source: Language, target: Language) -> Iterator[WordLink]:
    """Yield the links between the words of aligned texts, the most frequent first.

    Languages without a lexicon have none. Each content word is linked to the nearest word that may render it, as for
    the check `omissions`.
    """
    answers = load_answers(source.code, target.code)
    if answers is None:
        return
    readers = Reader(source, answers.source_rate), Reader(target, answers.target_rate)
    counts: Counter[tuple[str, str]] = Counter()
    for one, other in pairs:
        if max(len(one), len(other)) > _LONGEST:
            continue
        ours, theirs = readers[0].tokens(one), readers[1].tokens(other)
        found = link(one, other, ours, theirs, answers)
        counts.update({(ours[number].term, theirs[place].term) for number, place in found.links.items()})
    for (word, rendering), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield WordLink(word, rendering, count)
