"""Words of several senses, « filet » beside « saumon »: the words of a text come in, what is meant goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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
CLOSE = "<"
"""What stands there where the words near one tell a sense only close to it, or two of them, however rare it is."""
_LONGEST_LABEL = 6
SHORTEST = 4
"""Letters of the shortest word that is looked up."""
_BEGINNING = 3
"""Letters by which most words are known to have one sense."""
_NEAR = 10
"""Words before and behind a word that tell what is spoken about where it stands."""
_CLOSE = 3
"""Words from a word to one that tells a sense of it alone, where models have met it often."""
_FAMILIAR, _WELL_KNOWN = 1000, 1500
"""Times that models have met a word, above which they know what it mostly means: one word of a topic tells nothing
else (right .91 to .61 of the times in texts for training), and nor does one far word (.91 to .72)."""
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
    is_noun_too: bool = False
    """Whether the word itself is a noun too, and no verb's infinitive: « bêche »."""


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

    def find_beside(self, number: int, sense: Sense, *, is_label: bool) -> list[int]:
        """Return the places of other words than that of the number that tell a sense themselves."""
        begins = (*sense.begins, *sense.in_labels) if is_label else sense.begins
        if not begins and sense.near.isdisjoint(self._keys):  # nearly always
            return []
        count, low, high = len(self.words), number - _NEAR, number + _NEAR
        return [
            place
            for place, (word, key) in enumerate(self._pairs)
            if place != number
            and (low <= place <= high or place >= count)
            and (word in sense.near or key in sense.near or word.startswith(begins))
        ]

    def find_topical(self, number: int, sense: Sense) -> list[int]:
        """Return the places of words that tell a topic in which a sense holds."""
        word = self.words[number]
        return [
            place
            for place, topics in (self.topics if sense.topics else ())
            if abs(place - number) <= _NEAR and self.words[place] != word and not sense.topics.isdisjoint(topics)
        ]

    def count_different(self, places: Iterable[int]) -> int:
        """Count the words of places, those in the plural as in the singular."""
        return len({self._pairs[place][1] for place in places})


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
        self._of = source.joints.of
        held = source.determiners | self._of | self._having | source.verb_leaders
        self._parting = frozenset(word for word in source.function_words - held if not self._may_be_verb(word))
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
            elif (number and words[number - 1] in self._prepositions) or (is_label and candidate.is_noun_too):
                # « préavis de grève », not « grever », and « Bêche » in a cell
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
        own = (
            any(one.kind == NOUN and one.french == word for one in self._dictionary.entries(word)) if is_any else False
        )
        return _Known(tuple(known), any(part == VERB for _, part in lemmas), tuple(as_noun), own) if is_any else None

    def _participles_of(self, word: str) -> Iterator[str]:
        """Yield the participles that a form may be of, where their sense is known as an adjective's: « comprises »."""
        for ending in self._agreeing:
            base, senses = word.removesuffix(ending), self._dictionary.senses
            if base != word and base in senses and any(sense.entry.kind == "adj" for sense in senses[base]):
                yield base

    def _weigh(self, sense: Sense, told: _Told, number: int, is_label: bool) -> int:
        """Return by how much other words tell a sense; 0 where they do not."""
        words = told.words
        beside, topical = told.find_beside(number, sense, is_label=is_label), told.find_topical(number, sense)
        is_told_well = bool(beside or topical) and self._is_told_well(sense, told, number, beside, topical)
        if beside and is_told_well:
            return _SURE
        if PEOPLE in sense.near and number + 1 < len(words) and self._is_of_people(words[number + 1]):
            return _SURE
        is_meant = LABEL in sense.near and is_label and self._is_whole(words, number, sense.entry.kind)
        is_bare = COMPLEMENT in sense.near and is_label and number > 1 and words[number - 1] in self._bare
        is_told = DETERMINED in sense.near and self._is_noun(words, number)
        always = max(int(ALWAYS in sense.near or is_meant or is_told), 2 * is_bare)
        if not sense.topics:
            return always
        count = len(topical)
        return count + 1 if count > (len(words) > _FEW) and is_told_well else always

    def _is_told_well(
        self, sense: Sense, told: _Told, number: int, beside: Sequence[int], topical: Sequence[int]
    ) -> bool:
        """Tell whether so many words tell a sense, or so close ones, that it is not what the word mostly means."""
        is_met = self._dictionary.times_seen(sense.entry.french) >= (_WELL_KNOWN if beside else _FAMILIAR)
        if not is_met and CLOSE not in sense.near:
            return True
        is_verb = sense.entry.kind == VERB
        is_close = any(self._is_close(told.words, number, place, is_verb=is_verb) for place in beside)
        return is_close or told.count_different({*beside, *topical}) > 1

    def _is_close(self, words: Sequence[str], number: int, place: int, *, is_verb: bool) -> bool:
        """Tell whether a word stands close to another, and nothing parts them.

        Behind a noun a preposition does, « lettre dans la voiture », and the third word is close as a complement
        alone: « chasseur de l'hôtel », not « femme partage une chambre ».
        """
        low, high = sorted((number, place))
        between = words[low + 1 : high]
        if high >= len(words) or len(between) >= _CLOSE or not self._conjunctions.isdisjoint(between):
            return False
        if is_verb or place < number:
            return True
        if between and self._openers.issuperset(between):  # « par ce temps, le moteur … »
            return False
        is_complement = len(between) + 1 < _CLOSE or not self._of.isdisjoint(between)
        return is_complement and self._parting.isdisjoint(between)

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

    def _may_be_verb(self, word: str) -> bool:
        return any(one.part == VERB for one in self._dictionary.lemmas_of(word))

    def _is_participle(self, word: str) -> bool:
        return word.endswith(self._participles) and self._may_be_verb(word)

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
