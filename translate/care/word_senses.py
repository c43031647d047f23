"""Words of several senses, « filet » beside « saumon »: the words of a text come in, what is meant goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import takewhile
from typing import NamedTuple

from translate.alignment.dictionary import NOUN, VERB, Dictionary, Found, Sense
from translate.alignment.topics import NO_TOPICS
from translate.languages import Language

ALWAYS = "*"
"""What stands for the words near one whose sense no word has to tell: models guess at it, though they have met it."""
DETERMINED = "^"
"""What stands there for a noun that an article tells from what it is otherwise: « un aimant », and « aimant lire »."""
LABEL = "!"
"""What stands there for a short text that no subject and no determiner begins: « Date et heure du sinistre ». A noun
with a complement, « enceinte du château », is something else."""
COMPLEMENT = "~"
"""What stands there for a word of a short text that is such a complement, and has no article: « sortie de secours »."""
ENDS = ".!?…"
"""What ends a sentence, which is no label."""
PEOPLE = "+"
"""What stands there for a noun with the adjective of a people behind it that models have not met
often: « cuisine comorienne »."""
_LONGEST_LABEL = 6
SHORTEST = 4
"""Letters of the shortest word that is looked up."""
_BEGINNING = 3
"""Letters by which most words are known to have one sense."""
_NEAR = 10
"""Words before and behind a word that tell what is spoken about where it stands."""
_FEW = 14
"""Words of a text in which one tells what it is about; in a longer one it takes two."""
_WORDS_KEPT = 1 << 12
_ADJECTIVE = "adj"
_SURE = 100
"""What a word weighs that tells a sense itself: more than all that tell the topic."""


class _Known(NamedTuple):
    """The senses of a word, each with its part of speech where the word is inflected, and whether it may be a verb."""

    senses: tuple[tuple[str, Sense], ...]
    may_be_verb: bool
    as_noun: tuple[tuple[str, Sense], ...] = ()
    """Those of a noun, where an article before it tells that it is one and no adjective: « les encombrants »."""


class _Told:
    """What the words of one text tell of the senses of others."""

    def __init__(
        self,
        words: Sequence[str],
        asked: Sequence[str],
        plural_endings: tuple[str, ...],
        topics_of: Callable[[str], frozenset[str]],
    ) -> None:
        self.words, self._topics_of = words, topics_of
        self._pairs = [(word, key_of(word, plural_endings)) for word in (*words, *asked)]
        self._keys = frozenset(key for pair in self._pairs for key in pair)

    @cached_property
    def topics(self) -> list[tuple[int, frozenset[str]]]:
        """The topics that words tell, by the numbers of these."""
        found = ((place, self._topics_of(word)) for place, word in enumerate(self.words))
        return [(place, topics) for place, topics in found if topics]

    def has_beside(self, number: int, sense: Sense, *, is_label: bool) -> bool:
        """Tell whether another word of the text than that of the number is one that tells a sense itself."""
        begins = (*sense.begins, *sense.in_labels) if is_label else sense.begins
        if not begins and sense.near.isdisjoint(self._keys):  # nearly always
            return False
        count, low, high = len(self.words), number - _NEAR, number + _NEAR
        others = [
            pair
            for place, pair in enumerate(self._pairs)
            if place != number and (low <= place <= high or place >= count)
        ]
        return any(word in sense.near or key in sense.near or word.startswith(begins) for word, key in others)


class WordSenses:
    """Tells the senses of words by other words of their text."""

    def __init__(self, dictionary: Dictionary, source: Language) -> None:
        self._dictionary, self._plural_endings = dictionary, source.plural_endings
        self._leaders, self._determiners = source.verb_leaders, source.determiners
        self._openers = source.determiners - source.joints.of
        self._bare, self._having = source.joints.bare, source.joints.having
        self._prepositions = self._bare | self._having | source.joints.linking.keys()
        self._participles, self._agreeing = source.joints.participles, source.joints.agreeing
        self._conjunctions = frozenset(source.names.joints)
        self._known = lru_cache(maxsize=_WORDS_KEPT)(self._find_known)
        self._topics = lru_cache(maxsize=_WORDS_KEPT)(self._find_topics)

    def find(
        self, words: Sequence[str], *, is_sentence: bool = False, asked: Sequence[str] = ()
    ) -> Iterator[tuple[int, Found]]:
        """Yield the words whose sense other words of the text tell, by their numbers; each once.

        :param words: all of a text, in small letters.
        :param is_sentence: whether it ends as a sentence does, and so is no label.
        :param asked: further ones of the source, which a model is asked in other words.
        """
        begins = self._beginnings
        looked_up = ((n, self._known(word)) for n, word in enumerate(words) if word[:_BEGINNING] in begins)
        candidates = [(number, candidate) for number, candidate in looked_up if candidate]
        if not candidates:  # of most texts
            return
        told = _Told(words, asked, self._plural_endings, self._topics)
        is_label = not is_sentence and self._is_label(words)
        for number, candidate in candidates:
            known = candidate.senses
            if candidate.may_be_verb and self._is_verb(words, number):
                known = tuple((part, sense) for part, sense in known if sense.entry.kind == VERB)
            elif self._is_noun(words, number):
                known = tuple((part, sense) for part, sense in known if sense.entry.kind != VERB or not part)
                known += candidate.as_noun
            elif number and words[number - 1] in self._prepositions:  # « préavis de grève », not « grever »
                known = tuple((part, sense) for part, sense in known if part != VERB)
            weights = [self._weigh(sense, told, number, is_label) for _, sense in known]
            best = max(weights, default=0)
            if best:
                part, sense = known[weights.index(best)]
                yield number, Found(sense.entry, bool(part))

    def _find_known(self, word: str) -> _Known | None:
        """Return the senses of a word, with its part of speech where it is inflected; None where it has but one."""
        senses = self._dictionary.senses
        lemmas = [(word, ""), *((one.text, one.part) for one in self._dictionary.lemmas_of(word))]
        if len(lemmas) > 1:  # « traverses », which its forms have as « travers » alone
            whose = (one.entry.french for one in self._dictionary.find(word) if one.entry.kind == NOUN)
            lemmas += [(noun, NOUN) for noun in whose if all(noun != lemma for lemma, _ in lemmas)]
        if word.endswith(self._participles):
            ending = max((one for one in self._participles if word.endswith(one)), key=len)
            if ending != self._participles[0]:  # « encaissées », whose adjective forms do not have
                lemmas.append((word.removesuffix(ending) + self._participles[0], _ADJECTIVE))
        lemmas += [(one, _ADJECTIVE) for one in self._participles_of(word)]
        known = [(part, sense) for lemma, part in lemmas if lemma in senses for sense in senses[lemma]]
        known = [(part, sense) for part, sense in known if part in ("", sense.entry.kind)]
        bases = {lemma for lemma, part in lemmas if part in (NOUN, VERB)}
        if len(bases) > 1:  # « reprises », which are none of « repriser »
            known = [(part, sense) for part, sense in known if part != VERB or ALWAYS not in sense.near]
        nouns = {one for one, part in lemmas if part == _ADJECTIVE and word.removeprefix(one) in self._plural_endings}
        as_noun = [(NOUN, sense) for one in nouns for sense in senses.get(one, ()) if sense.entry.kind == NOUN]
        is_any = known or as_noun
        return _Known(tuple(known), any(part == VERB for _, part in lemmas), tuple(as_noun)) if is_any else None

    def _participles_of(self, word: str) -> Iterator[str]:
        """Yield the participles that a form may be of, where their sense is known as an adjective's: « comprises »."""
        for ending in self._agreeing:
            base, senses = word.removesuffix(ending), self._dictionary.senses
            if base != word and base in senses and any(sense.entry.kind == "adj" for sense in senses[base]):
                yield base

    def _weigh(self, sense: Sense, told: _Told, number: int, is_label: bool) -> int:
        """Return by how much other words tell a sense; 0 where they do not."""
        words = told.words
        if told.has_beside(number, sense, is_label=is_label):
            return _SURE
        if PEOPLE in sense.near and number + 1 < len(words) and self._is_of_people(words[number + 1]):
            return _SURE
        is_meant = LABEL in sense.near and is_label and self._is_whole(words, number, sense.entry.kind)
        is_bare = COMPLEMENT in sense.near and is_label and number > 1 and words[number - 1] in self._bare
        is_told = DETERMINED in sense.near and self._is_noun(words, number)
        always = max(int(ALWAYS in sense.near or is_meant or is_told), 2 * is_bare)
        if not sense.topics:
            return always
        low, high = number - _NEAR, number + _NEAR
        spoken = (one for place, one in told.topics if low <= place <= high and words[place] != words[number])
        count = sum(not sense.topics.isdisjoint(one) for one in spoken)
        return count + 1 if count > (len(words) > _FEW) else always

    def _is_of_people(self, word: str) -> bool:
        found = () if self._dictionary.knows_well(word) else self._dictionary.find(word)
        return any(one.entry.kind == _ADJECTIVE and one.entry.english[0][0].isupper() for one in found)

    def _find_topics(self, word: str) -> frozenset[str]:
        topics = self._dictionary.topics
        return (topics.of(word) | topics.of(key_of(word, self._plural_endings))) or NO_TOPICS

    def _is_label(self, words: Sequence[str]) -> bool:
        is_short = 0 < len(words) <= _LONGEST_LABEL and words[0] not in self._determiners
        return is_short and self._leaders.isdisjoint(words)

    def _is_whole(self, words: Sequence[str], number: int, kind: str) -> bool:
        """Tell whether a word of a label has no complement; an order, at its beginning, may have an object.

        What is done with it is none: « caution encaissée », « avoir à déduire ».
        """
        if kind == VERB:
            return number == 0
        behind = list(takewhile(lambda word: word not in self._conjunctions, words[number + 1 :]))
        if len(behind) > 1 and behind[0] in self._having and self._is_infinitive(behind[1]):
            return True
        return all(self._means_something_in_labels(word) or self._is_participle(word) for word in behind)

    def _is_infinitive(self, word: str) -> bool:
        return any(one.kind == VERB and one.french == word for one in self._dictionary.entries(word))

    def _is_participle(self, word: str) -> bool:
        lemmas = self._dictionary.lemmas_of(word) if word.endswith(self._participles) else ()
        return any(one.part == VERB for one in lemmas)

    def _means_something_in_labels(self, word: str) -> bool:
        lemmas = [word, *(one.text for one in self._dictionary.lemmas_of(word))]
        senses = self._dictionary.senses
        return any(LABEL in sense.near for lemma in lemmas if lemma in senses for sense in senses[lemma])

    def _is_verb(self, words: Sequence[str], number: int) -> bool:
        """Tell whether what may be a verb is one: an article is behind it, or a subject before: « il la coupe »."""
        has_object = number + 1 < len(words) and words[number + 1] in self._openers
        return has_object or not self._leaders.isdisjoint(self._before(words, number))

    def _is_noun(self, words: Sequence[str], number: int) -> bool:
        """Tell whether a determiner stands before a word, and no subject before that."""
        is_determined = number > 0 and words[number - 1] in self._openers
        return is_determined and self._leaders.isdisjoint(self._before(words, number))

    def _before(self, words: Sequence[str], number: int) -> Sequence[str]:
        """Return the word before another, and the one before that where an article stands between, or a pronoun."""
        is_determined = number > 0 and words[number - 1] in self._openers
        return words[max(number - 2, 0) : number] if is_determined else words[max(number - 1, 0) : number]

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(word[:_BEGINNING] for word in self._dictionary.senses)


def key_of(word: str, plural_endings: tuple[str, ...]) -> str:
    """Return a word in small letters without the ending of a plural, by which phrases are known."""
    small = word.lower()
    return small[:-1] if len(small) >= SHORTEST and small.endswith(plural_endings) else small
