"""First names that a model wrote otherwise, `Sophy` for « Sophie »: two texts come in, edits of the target go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain, pairwise

import regex

from translate.alignment.answers import load_answers
from translate.alignment.dictionary import NAME, VERB, Dictionary
from translate.alignment.single import keeps_word, knows_word
from translate.alignment.words import stemmer
from translate.care.replacing import Replacement
from translate.languages import Language
from translate.text.late import late
from translate.text.proper_names.given_names import find_renamed, find_saints, is_saints
from translate.text.proper_names.titles import behind_particle
from translate.text.words import fold, split_words, unmarked

_NEAR = 0.6
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of a first name to what the model made of it."""
_VERY_NEAR = 0.8
"""Least likeness of one without its surname beside it."""
_SHORT = 3
"""Letters of the longest word that a name is not looked for by."""
_LONE = (
    r"(?<![\w'’-])(?<!(?<!\A|[\p{{L}}.])\p{{Lu}}[\p{{L}}.]*\s)\p{{Lu}}\p{{L}}+"
    r"(?!(?!['’]s(?!\w))[\w'’-]|\s(?:(?!(?:{joints})\s)\p{{Ll}}{{1,3}}\s)?\p{{Lu}})"
)
"""Without a surname, a saint's title or the number of a king; another name may stand behind a conjunction."""
_DOUBLE_NAME = late(r"(?<![\w'’-])\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+(?![\w'’-]|\s[IVX]+(?!\w))")
_INITIALS = late(r"(?<!\w)(\p{Lu}\.-\p{Lu}\.)[ \u00a0](\p{Lu}\p{L}+)")
_LONE_PART = late(r"(?<![\w'’-])\p{Lu}\p{Ll}+(?![\w-])")
_BROKEN = late(r"(?<![\w'’-])(?!(?:\p{Lu}|\p{Lu}\p{Ll}{3,})['’])\p{Lu}\p{Ll}+['’]\p{Ll}{2,}(?![\w'’-])")
_NAME = r"(\p{Lu}[\p{L}'’-]+)"
_MARKED = late(r"(?<![\w'’-])\p{Lu}\p{Ll}+(?![\w-]|['’]\p{L}{2})")
_FULL_NAME = late(r"(?<![\w-])(?P<first>\p{Lu}[\p{L}-]+) (?P<last>(?![IVX]+(?!\w))\p{Lu}[\p{L}'’-]+)")


class FirstNames:
    """Puts first names as the source has them."""

    def __init__(self, source: Language, target: Language, dictionary: Dictionary | None = None) -> None:
        self._source, self._target, self._dictionary = source, target, dictionary
        self._names = source.names.first_names
        joints = "|".join(sorted(source.conjunctions | target.conjunctions)) or "(?!)"
        self._lone = late(_LONE.format(joints=joints))
        self._whole = late(rf"(?:{source.names.whole})\p{{L}}")
        self._joined = late(rf"\s(?:{joints})\s(?P<name>\p{{Lu}}\p{{Ll}}+)(?!\w)(?P<more> \p{{Lu}})?")

    def iter_full(self, text: str) -> Iterator[regex.Match[str]]:
        """Yield the first names of a text that have a name behind them."""
        return (match for match in _FULL_NAME.finditer(text, overlapped=True) if match["first"].lower() in self._names)

    def mend(self, source: str, target: str, joined: Mapping[str, str]) -> Iterator[Replacement]:
        """Yield edits of first names that are not the source's.

        :param joined: by how surnames were asked, what they are in the source.
        """
        ways = (
            self._mend_full(source, target, {name: one for one, name in joined.items()}),
            self._mend_last(source, target),
            self._mend_particles(source, target),
            self._mend_lone(source, target),
            self._mend_double(source, target),
            find_renamed(source, self._source.given_names, target, self._target.given_names),
            find_saints(source, self._source.given_names, target, self._target.given_names),
            self._mend_accents(source, target),
            _mend_initials(source, target),
        )
        found: dict[tuple[int, int], Replacement] = {}
        for edit in chain.from_iterable(ways):
            found.setdefault(edit[:2], edit)
        known = list(self._iter_known(source, target)) if found else []
        yield from (one for one in found.values() if not any(a <= one[0] and one[1] <= b for a, b in known))

    def _iter_known(self, source: str, target: str) -> Iterator[tuple[int, int]]:
        """Yield where a target calls a person as a dictionary does: *Julius Caesar* for « Jules César »."""
        for match in self.iter_full(source) if self._dictionary else ():
            entries = self._dictionary.entries(match[0].lower()) if self._dictionary else []
            for said in (one.english[0] for one in entries if one.part == NAME):
                yield from (found.span() for found in regex.finditer(rf"(?<!\w){regex.escape(said)}(?!\w)", target))

    def _mend_full(self, source: str, target: str, asked: Mapping[str, str]) -> Iterator[Replacement]:
        for match in self.iter_full(source):
            if match[0] in target:
                continue
            surname = next((asked[name] for name in asked if source.startswith(name, match.start("last"))), "")
            last = rf"(?<!\w){regex.escape(surname or match['last'])}(?!\w)"
            other = regex.search(rf"(?<!\w){_NAME}(?= {last})", target)
            turned = None if surname else regex.search(rf"{last} {_NAME}", target)
            for one, new in ((other, match["first"]), (turned, match[0])):
                is_close = one and one[0] != new and get_close_matches(one[1], [match["first"]], 1, _NEAR)
                if one and (is_close or (one is other and self._is_another(one, match, source, target))):
                    yield one.start(), one.end(), new
            if other is None and turned is None and match["first"] not in target:  # the surname is a placeholder
                first = fold(match["first"])
                there = [one for one in _LONE_PART.finditer(target) if one[0] not in source]
                for one in there:
                    if fold(one[0]) != first and self._is_near_alone(fold(one[0]), first):
                        yield *one.span(), match["first"]

    def _mend_last(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield edits of surnames that a model wrote otherwise behind their first name, `Régis Cæsary`; those that the
        target calls otherwise, « Vladimir Poutine », no dictionary has as words or names."""
        for match in self.iter_full(source):
            first, last = match["first"], match["last"]
            if last in target or first.lower() in self._source.names.offices or self._is_known(last):
                continue
            firsts = "|".join(map(regex.escape, {first, unmarked(first)}))
            for one in regex.finditer(rf"(?<!\w)(?:{firsts}) {_NAME}(?!['’-]?\w)", target):
                is_close = get_close_matches(fold(one[1]), [fold(last)], 1, _NEAR)
                if is_close and one[1] not in source:
                    yield *one.span(1), last

    def _mend_particles(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield edits of particles that belong to a surname, `Ana of Oliveira` for « Ana de Oliveira »."""
        titles = self._source.titles
        for match in behind_particle(titles.particles).finditer(source) if titles else ():
            if not self._whole.match(source, match.start("particle")) and self._is_place(match["last"]):
                continue  # *Godfrey of Bouillon*
            of = "|".join(map(regex.escape, self._target.joints.of)) or "(?!)"
            there = regex.search(rf"(?<!\w)(?:{of}) (?={regex.escape(match['last'])}(?!\w))", target)
            if match["first"].lower() in self._names and there:
                yield *there.span(), match["particle"]

    def _is_place(self, name: str) -> bool:
        """Tell whether a name is a town's, or any that the dictionary or the lexicon has."""
        rules, small = self._source.names, name.lower()
        is_met = knows_word(self._source.code, self._target.code)
        is_listed = small in rules.places | rules.communes or (is_met is not None and is_met(name))
        return is_listed or bool(self._dictionary and self._dictionary.entries(small))

    def _is_near_alone(self, one: str, first: str) -> bool:
        """Tell whether a word of the target, folded, is a first name, folded, with nothing beside it that tells so."""
        answers = load_answers(self._source.code, self._target.code)
        is_made_up = answers is not None and answers.target_rate(stemmer(self._target)(one)) is None
        is_like = one[:_SHORT] == first[:_SHORT] or is_made_up
        is_near = bool(get_close_matches(one, [first], 1, _NEAR if is_like else _VERY_NEAR))
        return is_near and abs(len(one) - len(first)) < 2

    def _is_known(self, word: str) -> bool:
        """Tell whether the dictionary has a word, or the lexicon has another one for it."""
        own, other = self._source.code, self._target.code
        is_met = knows_word(own, other)
        is_other = is_met is not None and is_met(word) and not keeps_word(own, other)(word.lower())
        return is_other or (self._dictionary is not None and bool(self._dictionary.find(word.lower())))

    def _is_another(self, one: regex.Match[str], match: regex.Match[str], source: str, target: str) -> bool:
        """Tell whether what stands before a surname is a name of nobody in the source: *Spencer* for « Baptiste »."""
        office = split_words(source[: match.start()].lower())[-1:]
        if match["first"] in target or not self._source.names.offices.isdisjoint(office):
            return False
        written = self._target.titles.written.values() if self._target.titles else ()
        is_word = one[1].lower() in self._target.function_words | self._target.common_words
        is_word |= any(one[1] in ways for ways in written) or bool(match.start()) != bool(one.start())
        others = (fold(word) for word in split_words(source) if word != match["first"])
        return not is_word and not get_close_matches(fold(one[1]), others, 1, _NEAR)

    def _mend_lone(self, source: str, target: str) -> Iterator[Replacement]:
        said = {*split_words(source)}
        there = [match for match in self._lone.finditer(target) if match[0] not in said]
        for name in dict.fromkeys(self._iter_lone(source)) if there or _BROKEN.search(target) else ():
            if name.lower() in self._names and name not in target:
                alike = {fold(match[0]): match[0] for match in there}
                close = [alike[one] for one in get_close_matches(fold(name), alike, 1, _NEAR)]
                close = close or _find_broken(name, target)
                close = close or self._find_read(name, source, [match[0] for match in there])
                for match in (*there, *_BROKEN.finditer(target)):
                    if match[0] in close:
                        yield *match.span(), name

    def _find_read(self, name: str, source: str, there: Sequence[str]) -> list[str]:
        """Return the words with a capital that a name was read as, *White* or *Whitepa* for « Blanche ».

        Where a text begins with it, a verb behind it tells that it is a name.
        """
        entries = self._dictionary.find(name.lower()) if self._dictionary else ()
        said = tuple(one for found in entries for one in found.entry.english if one.isalpha() and len(one) > _SHORT)
        start, behind = source.partition(name)[::2]
        if not start.strip('«“" ') and not self._begins_with_verb(behind):
            return []
        return [word for word in there if said and word.lower().startswith(said)][:1]

    def _begins_with_verb(self, text: str) -> bool:
        """Tell whether a text begins with a verb, or with another person behind a conjunction: « Blanche et Anne »."""
        joined = self._joined.match(text)
        if joined and joined["name"].lower() in self._names:
            found = self._dictionary.find(joined["name"].lower()) if self._dictionary else ()
            return joined["more"] is not None or all(one.entry.part == NAME for one in found)
        word = next(iter(split_words(text)), "") if text[:1] == " " else ""
        if word in self._source.names.verbs_behind:
            return True
        is_small = word.islower() and word not in self._source.function_words
        found = self._dictionary.find(word) if self._dictionary and is_small else ()
        return bool(found) and all(one.entry.kind == VERB for one in found)

    def _iter_lone(self, source: str) -> Iterator[str]:
        """Yield names that stand alone, but for those that can be but places: « en Virginie », « la Virginie »."""
        alone = self._source.names.before_places_alone | self._source.determiners
        of = self._source.joints.of
        for match in self._lone.finditer(source):
            before = source[: match.start()]
            last = split_words(before.lower())[-1:]
            is_owner = not of.isdisjoint(last) and self._dictionary and not self._dictionary.find(match[0].lower())
            if (is_owner or alone.isdisjoint(last)) and not is_saints(before, self._source.given_names):
                yield match[0]

    def _mend_double(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield edits of double first names of which the model translated one, `Mary-Claire` for « Marie-Claire », or
        left one out, `Marie`."""
        own = dict.fromkeys(_DOUBLE_NAME.findall(source)) if "-" in source else {}
        there = [match for match in _DOUBLE_NAME.finditer(target) if match[0] not in own] if own else ()
        for name in own:
            parts = name.split("-")
            if parts[0].lower() not in self._names or name in target:
                continue
            parted = list(regex.finditer(rf"(?<![\w-]){' '.join(parts)}(?![\w-])", target))
            if parted and " ".join(parts) not in source:
                yield from ((*one.span(), name) for one in parted)
                continue
            alone = [one for one in _LONE_PART.finditer(target) if one[0] in parts]
            if len(alone) == 1 and alone[0][0] not in _LONE_PART.findall(source):
                yield *alone[0].span(), name
            for match in there:
                own_parts, others = [*map(fold, parts)], [*map(fold, match[0].split("-"))]
                if any(map(str.__eq__, own_parts, others)) or all(map(self._is_near, own_parts, others)):
                    yield *match.span(), name

    def _is_near(self, one: str, other: str) -> bool:
        """Tell whether two names begin alike and are like each other, or are one in two languages."""
        key = self._source.given_names.keys.get(one)
        is_same = key is not None and key == self._target.given_names.keys.get(other)
        return is_same or (one[0] == other[0] and bool(get_close_matches(one, [other], 1, _NEAR)))

    def _mend_accents(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield edits of persons' names that lost an accent, `Helene` for « Hélène »."""
        own = {fold(name): name for name in _MARKED.findall(source) if self._is_person(name, source)}
        for match in _MARKED.finditer(target) if own else ():
            name = own.get(fold(match[0]))
            if name and name not in target and not self._is_renamed(name, match[0]):
                yield *match.span(), name

    def _is_person(self, name: str, source: str) -> bool:
        if name.isascii():
            return False
        words = split_words(source)
        behind = {one for before, one in pairwise(words) if before in self._source.names.offices}
        if name.lower() in self._names or name in behind or any(one["last"] == name for one in self.iter_full(source)):
            return True
        titles = self._source.titles
        persons = titles.iter_persons(source) if titles else ()
        return any(name in split_words(source[one.first : one.last]) for one in persons)

    def _is_renamed(self, name: str, other: str) -> bool:
        """Tell whether the target calls somebody of all names so: *Jesus*."""
        entries = self._dictionary.entries(name.lower()) if self._dictionary else ()
        return any(one.part == NAME and other in one.english for one in entries)


def _find_broken(name: str, target: str) -> list[str]:
    """Return the words with an apostrophe within that a name was broken into: `Em'ly` for « Émilie »."""
    found = [match[0] for match in _BROKEN.finditer(target)]
    return [one for one in found if get_close_matches(fold(one).replace("'", ""), [fold(name)], 1, _NEAR)][:1]


def _mend_initials(source: str, target: str) -> Iterator[Replacement]:
    """Yield edits of initials that lost their hyphen before a name, `J.P. Roux` for « J.-P. Roux »; « P.-S. » has none
    behind it."""
    for initials, name in dict.fromkeys(_INITIALS.findall(source)):
        first, second = initials.split("-")
        there = regex.finditer(
            rf"(?<!\w){regex.escape(first)}[ ]?{regex.escape(second)}(?= {regex.escape(name)}(?!\w))", target
        )
        yield from ((*match.span(), initials) for match in there if initials not in target)
