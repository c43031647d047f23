"""Short texts without a verb, put together from the dictionary: nouns with adjectives, and nouns that belong to a noun.

« Pot en terre cuite » is no sentence that would tell a model what is meant, but it is easily read: the noun, what it
is made of. What belongs to a noun stands before it in the target language, and what it has behind.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import field, replace
from itertools import islice, takewhile

from translate.alignment.dictionary import VERB, Dictionary, Entry, Found
from translate.care.phrases.labels import many_of
from translate.care.words.word_senses import SHORTEST, WordSenses
from translate.languages import Language
from translate.records import dataclass
from translate.text.late import late_plain

_WORD = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLAIN = late_plain(r"[^\W\d_](?:[^\W\d_]|[ '’\u00a0-])*[^\W\d_]")
_LONGEST = 5
_MOST_WORDS = 9
_MOST_GROUPS = 3
_ODD = "(),;/'"


@dataclass(frozen=True, slots=True)
class Unit:
    """Words of a source that the dictionary knows as one, and all that they may be."""

    french: str
    found: tuple[Found, ...]
    is_sure: bool = True
    """Whether what a target has in its place is wrong: that of a participle is a form of many verbs."""
    is_denied: bool = False

    def of_kind(self, kind: str) -> Found | None:
        found = [one for one in self.found if one.entry.kind == kind]
        return min(found, key=lambda one: one.entry.french[0].isupper(), default=None)

    def only(self, kind: str) -> Unit:
        """Return the unit as a part of speech alone."""
        return Unit(self.french, tuple(one for one in self.found if one.entry.kind == kind))

    @property
    def equivalents(self) -> list[str]:
        return [said for one in self.found for said in one.entry.english]


@dataclass(slots=True)
class _Group:
    """A noun with its adjectives, and the small word before it."""

    has: bool
    link: str = ""
    noun: Unit | None = None
    adjectives: list[Unit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Compound:
    """A short text as the dictionary has it."""

    text: str
    units: tuple[Unit, ...]


class Compounds:
    """Reads short texts of one language and writes them in another."""

    def __init__(self, dictionary: Dictionary, source: Language, target: Language) -> None:
        self._dictionary, self._source, self._target = dictionary, source, target
        self._senses = WordSenses(dictionary, source)

    def compose(self, text: str, *, is_sentence: bool = False) -> Compound | None:
        """Return what a short text is; None where it is no noun with what belongs to it, or a word is not known.

        :param is_sentence: whether a mark that ends sentences stood behind it, so that its words are none of labels.
        """
        if not _PLAIN.fullmatch(text) or _has_name(_WORD.findall(text)):
            return None
        words = [word.lower() for word in _WORD.findall(text)]
        groups = self._read(words, is_sentence) if len(words) <= _MOST_WORDS else None
        if not groups:
            return None
        whole = self._join(groups)
        if whole is None:
            return None
        nouns = [group.noun.only("n") for group in groups if group.noun]
        own = (unit for group in groups for unit in group.adjectives if unit.is_sure)
        units = (*nouns, *(unit.only("adj") for unit in own))
        return Compound(whole, units)

    def _join(self, groups: list[_Group]) -> str | None:
        """Return groups as the target language has them, the last before the first but where that counts it."""
        linked = next((number for number, group in enumerate(groups) if number and group.link), 0)
        if linked:
            return self._link(groups[linked].link, self._join(groups[:linked]), self._join(groups[linked:]))
        said = [self._say(group, is_head=number == 0) for number, group in enumerate(groups)]
        if not all(said):
            return None
        whole = said[0] or ""
        if len(groups) > 1 and not groups[1].has and whole in self._target.joints.counting:
            rest = self._join(groups[1:])
            return f"{whole} {self._target.joints.counted} {rest}" if rest else None
        having = next(iter(sorted(self._target.joints.having)), "")
        tail = ""
        for number in range(len(groups) - 1, 0, -1):
            if groups[number].has and having:
                whole_part = f"{said[number]}" if not tail else f"{tail} {said[number]}"
                tail = ""
                whole = f"{whole} {having} {whole_part}" if number == 1 and len(groups) > 2 else f"{whole_part} {whole}"
            else:
                tail = f"{tail} {said[number]}".strip()
        return f"{tail} {whole}".strip()

    def _link(self, link: str, one: str | None, other: str | None) -> str | None:
        """Return two nouns with what stands between them: *double room with breakfast*."""
        says = self._target.joints.linking
        word = next((word for word, said in says.items() if said == link), None)
        return f"{one} {word} {other}" if one and word and other else None

    def is_counted(self, unit: Unit, there: Collection[str]) -> bool:
        """Tell whether a unit begins with an ordinal that is said `there`: of « première page » *first* page."""
        own, other = self._source.number_words.ordinals, self._target.number_words.ordinals
        value = own.get(unit.french.partition(" ")[0])
        return value is not None and any(other.get(word) == value for word in there)

    def _read(self, words: list[str], is_sentence: bool) -> list[_Group] | None:
        """Return the groups of a text; None where it has other words."""
        joints = self._source.joints
        groups = [_Group(has=False)]
        senses = dict(self._senses.find(words, is_sentence=is_sentence))
        place = 0
        while place < len(words):
            group = groups[-1]
            is_denied = words[place] in joints.denying and group.noun is not None and place + 1 < len(words)
            place += is_denied
            word = words[place]
            if word in joints.of or word in joints.having or word in joints.linking:
                length = 0 if is_denied else self._read_joint(words, place, groups)
                if not length:
                    return None
                place += length
                continue
            unit, length = self._unit_at(words, place)
            if length == 1 and place in senses:
                unit = Unit(word, (senses[place],))
            if length == 1 and group is groups[0] and group.noun and (participle := self._participle(word)):
                unit = participle if unit is None or not unit.of_kind("adj") else unit
            if unit is None:
                return None
            if is_denied:
                unit = replace(unit.only("adj"), is_denied=True)
            elif length == 1 and word in joints.preposed and self._has_noun(words, place + 1):
                unit = _as_adjective(unit)
            if group.noun is None and unit.of_kind("n"):
                group.noun = unit
            elif unit.of_kind("adj") and not _is_masculine_beside_feminine(unit, group.noun):
                group.adjectives.append(unit)
            elif unit.of_kind("n") and len(groups) < _MOST_GROUPS:  # « huile moteur »
                groups.append(_Group(has=False, noun=unit))
            else:
                return None
            place += length
        return groups if groups[-1].noun else None

    def _participle(self, word: str) -> Unit | None:
        """Return the participle of a verb as the adjective that it is beside a noun; None for other words."""
        inflect, joints, endings = self._target.inflect, self._target.joints, self._source.joints.participles
        ending = max((one for one in endings if word.endswith(one)), key=len, default="")
        if inflect is None or not joints.participle or not ending:
            return None
        base = word.removesuffix(ending) + endings[0]
        if known := [Found(one, is_inflected=True) for one in self._dictionary.entries(base) if one.kind == "adj"]:
            return Unit(word, tuple(known), is_sure=False)
        verbs = [one.entry for one in self._dictionary.find(word) if one.entry.kind == VERB and one.is_inflected]
        said = tuple(inflect(one, joints.participle) for entry in verbs for one in entry.english if " " not in one)
        return Unit(word, (Found(Entry(word, "adj", said), is_inflected=True),), is_sure=False) if said else None

    def _read_joint(self, words: list[str], place: int, groups: list[_Group]) -> int:
        """Return how many words a joint has, with the articles behind it or as an adjective, « commande en cours »; 0
        where nothing can be joined so.

        :param groups: get what it begins.
        """
        joints, group = self._source.joints, groups[-1]
        unit, length = self._unit_at(words, place)
        if group.noun and unit and length > 1 and unit.of_kind("adj"):
            group.adjectives.append(unit)
            follower = words[place + length : place + length + 1]
            return 0 if joints.of.intersection(follower) else length  # « en cours de »
        if group.noun is None or len(groups) == _MOST_GROUPS:
            return 0
        word = words[place]
        groups.append(_Group(has=word in joints.having, link=joints.linking.get(word, "")))
        return 1 + sum(1 for _ in takewhile(joints.articles.__contains__, words[place + 1 :]))

    def _has_noun(self, words: list[str], place: int) -> bool:
        unit = self._unit_at(words, place)[0] if place < len(words) else None
        return unit is not None and unit.of_kind("n") is not None and words[place] not in self._source.joints.preposed

    def _unit_at(self, words: list[str], place: int) -> tuple[Unit | None, int]:
        """Return the longest unit that begins at a word, and how many words it has."""
        elided = self._source.joints.articles | self._source.joints.of
        for length in range(min(_LONGEST, len(words) - place), 1, -1):
            some = words[place : place + length]
            if some[-1] in elided:
                continue
            written = [f"{word}'" if len(word) == 1 and word in elided else word for word in some]
            if found := self._dictionary.phrase(written):
                return Unit(" ".join(some), found), length
        small = self._source.determiners | self._source.function_words | self._source.joints.denying
        if words[place] in small:  # « est » is no east here
            return None, 1
        found = self._dictionary.find(words[place])
        return (Unit(words[place], found), 1) if found else (None, 1)

    def _say(self, group: _Group, *, is_head: bool) -> str | None:
        """Return a noun with its adjectives before it, many where it is the first noun and the source has many.

        An adjective of several words stands behind it, *order in progress*; a noun that is before another has none.
        """
        chosen = group.noun.of_kind("n") if group.noun else None
        noun = _plain(chosen.entry) if chosen else None
        if group.noun is None or chosen is None or noun is None:
            return None
        head = group.noun.french.partition(" ")[0]
        endings = self._source.plural_endings
        is_told = any(one.french.endswith(endings) and one.found[0].is_inflected for one in group.adjectives)
        is_many = head.endswith(endings) and (chosen.is_inflected or is_told)  # « noix concassées »
        if self._target.pluralise and is_many and is_head:
            noun = many_of(noun, self._target)
        elif self._target.pluralise and not is_head:
            singular = (said for said in group.noun.equivalents if self._target.pluralise(said) == noun)
            noun = next(singular, noun)
        adjectives = []
        for unit in reversed(group.adjectives):
            own = unit.of_kind("adj")
            said = _plain(own.entry) if own else None
            if said is None:
                return None
            denial = next(iter(self._target.joints.denying), "") if unit.is_denied else ""
            adjectives.append(f"{denial} {said}".strip())
        behind = [said for said in adjectives if " " in said]
        if behind and not is_head:
            return None
        return " ".join([*(said for said in adjectives if " " not in said), noun, *behind])


def _as_adjective(unit: Unit) -> Unit:
    """Return an adjective before its noun, « dernière », as its lemma has it: an entry of the form is of something
    else, of a premiere or a novella."""
    own = sorted(unit.only("adj").found, key=lambda one: not one.is_inflected)
    return Unit(unit.french, tuple(own)) if own else unit


def _is_masculine_beside_feminine(unit: Unit, noun: Unit | None) -> bool:
    """Tell whether a word that may be an adjective is a noun beside another, which it does not agree with."""
    own, other = unit.of_kind("n"), noun.of_kind("n") if noun else None
    return bool(own and other and own.entry.part == "nm" and other.entry.part == "nf")


def _plain(entry: Entry) -> str | None:
    """Return the first equivalent that can stand in a text as it is."""
    plain = (said for said in entry.english if not any(sign in said for sign in _ODD))
    return next(islice(plain, 1), None)


def _has_name(words: Sequence[str]) -> bool:
    """Tell whether a word behind the first has a capital, « Séjour à Paris », and others of its length have none."""
    inner = [word for word in words[1:] if len(word) >= SHORTEST]
    is_title = all(word[0].isupper() for word in inner) and len(inner) > 1
    return not is_title and any(word.istitle() for word in inner)
