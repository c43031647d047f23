"""Makes a phrase table: pairs come in, out comes how they translate their phrases, where they mostly agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from translate.alignment.lexicon import load_lexicon
from translate.languages.identification import is_function_word
from translate.models.phrase_table import Translation, count_words, key_of, read_phrase_table
from translate.training.examples import Examples
from translate.training.folders import Loaded
from translate.training.fragments import LEAST_PROBABLE, Fragments, join_directions
from translate.training.sources import Pair
from translate.training.vocabulary import Vocabulary

LEAST_SHARE = 0.35
"""Of all translations of a phrase: what its best one must have. More would lose « entreprise », of many synonyms."""
_ACRONYM = 5
"""Letters of the longest text in capitals that may be an acronym."""
_WEIGHT = 3
"""A pair that is one phrase on either side counts for so many phrases cut out: it needs no word alignment."""


def find_phrase_table(
    examples: Examples, vocabulary: Vocabulary, loaded: Loaded | None, languages: tuple[str, str]
) -> dict[str, Translation]:
    """Return the phrase table of a new model: that of its examples, and where they have nothing, that of `init`."""
    pieces = map(examples.pair, examples.own_rows())
    pairs = (Pair(vocabulary.decode(source.tolist()), vocabulary.decode(target.tolist())) for source, target in pieces)
    # Unsure ones are outvoted, and without them a word of many meanings would have but its surest, « siège » a siege.
    fragments = Fragments(join_directions(load_lexicon(*languages)), *languages, sure=LEAST_PROBABLE)
    made = make_phrase_table(pairs, fragments, vouched=loaded is not None)
    before = read_phrase_table(loaded.model.folder) if loaded is not None else None
    return {**before.translations(), **made} if before else made


def make_phrase_table(pairs: Iterable[Pair], fragments: Fragments, *, vouched: bool = False) -> dict[str, Translation]:
    """Return the phrases of `pairs` that one translation has most often (Koehn, Och & Marcu 2003).

    Phrases of sentences, cut by word alignment, keep the capitals of their middle; a pair that is one phrase has those
    of a heading, which are lowered.

    :param vouched: a pair that is one phrase is right by itself, as in a translator's memory.
    """
    counts: dict[str, Counter[str]] = {}
    for pair in pairs:
        whole = key_of(pair.source)
        if whole and key_of(pair.target):
            counts.setdefault(whole, Counter())[_lowered(pair)] += _WEIGHT
            continue
        if pair.source.isupper():
            continue
        for phrase in fragments.iter_fragments(pair):
            if not pair.source.startswith(phrase.source) and (key := key_of(phrase.source)):
                counts.setdefault(key, Counter())[phrase.target] += 1
    return dict(_iter_agreed(counts, vouched=vouched))


def _lowered(pair: Pair) -> str:
    """Return the target of a heading without the capital that it has as a heading."""
    source, target = pair.source, pair.target
    if target.isupper() and source.isupper():
        return target.lower() if len(target) > _ACRONYM else target
    is_headed = source[0].isupper() and not source.isupper() and not target[1:2].isupper()
    return target[0].lower() + target[1:] if is_headed else target


def _iter_agreed(counts: Mapping[str, Counter[str]], *, vouched: bool) -> Iterable[tuple[str, Translation]]:
    """Yield the phrases that have one translation mostly, in its commonest spelling.

    A word must have been translated so three times, and a phrase twice more for each further word: the longer it is,
    the less does the model need help, and there are many.
    """
    for key, spellings in counts.items():
        folded: Counter[str] = Counter()
        for text, count in spellings.items():
            folded[text.lower()] += count
        (best, count), *_ = folded.most_common(1)
        total = folded.total()
        least = _WEIGHT if vouched else 2 * count_words(key) + 1
        if count >= max(least, LEAST_SHARE * total) and not is_function_word(key):
            text = max((t for t in spellings if t.lower() == best), key=lambda t: (spellings[t], t))
            yield key, Translation(text, count, total)
