"""First names that a model wrote otherwise, `Sophy` for « Sophie »: two texts come in, edits of the target go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain

import regex

from translate.alignment.dictionary import NAME, VERB, Dictionary
from translate.care.replacing import Replacement
from translate.languages import Language
from translate.text.given_names import find_renamed, find_saints, is_saints
from translate.text.late import late
from translate.text.words import fold, split_words, unmarked

_NEAR = 0.6
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of a first name to what the model made of it."""
_SHORT = 3
"""Letters of the longest word that a name is not looked for by."""
_LONE = (
    r"(?<![\w'’-])(?<!(?<!\A|[\p{{L}}.])\p{{Lu}}[\p{{L}}.]*\s)\p{{Lu}}\p{{L}}+"
    r"(?![\w'’-]|\s(?:(?!(?:{joints})\s)\p{{Ll}}{{1,3}}\s)?\p{{Lu}})"
)
"""Without a surname, a saint's title or the number of a king; another name may stand behind a conjunction."""
_DOUBLE_NAME = late(r"(?<![\w'’-])\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+(?![\w'’-]|\s[IVX]+(?!\w))")
_INITIALS = late(r"(?<!\w)(\p{Lu}\.-\p{Lu}\.)[ \u00a0](\p{Lu}\p{L}+)")
_LONE_PART = late(r"(?<![\w'’-])\p{Lu}\p{Ll}+(?![\w-])")
_NAME = r"(\p{Lu}[\p{L}'’-]+)"
_MARKED, _PLAIN = late(r"(?<![\w'’-])\p{Lu}\p{Ll}+(?![\w'’-])"), late(r"(?<![\w'’-])[A-Z][a-z]+(?![\w-])")
_FULL_NAME = late(r"(?<![\w-])(?P<first>\p{Lu}[\p{L}-]+) (?P<last>(?![IVX]+(?!\w))\p{Lu}[\p{L}'’-]+)")


class FirstNames:
    """Puts first names as the source has them."""

    def __init__(self, source: Language, target: Language, dictionary: Dictionary | None = None) -> None:
        self._source, self._target, self._dictionary = source, target, dictionary
        self._names = source.names.first_names
        joints = "|".join(sorted(source.conjunctions | target.conjunctions)) or "(?!)"
        self._lone = late(_LONE.format(joints=joints))

    def iter_full(self, text: str) -> Iterator[regex.Match[str]]:
        """Yield the first names of a text that have a name behind them."""
        return (match for match in _FULL_NAME.finditer(text, overlapped=True) if match["first"].lower() in self._names)

    def mend(self, source: str, target: str, joined: Mapping[str, str]) -> Iterator[Replacement]:
        """Yield edits of first names that are not the source's.

        :param joined: by how surnames were asked, what they are in the source.
        """
        ways = (
            self._mend_full(source, target, {name: one for one, name in joined.items()}),
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
        yield from found.values()

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

    def _is_another(self, one: regex.Match[str], match: regex.Match[str], source: str, target: str) -> bool:
        """Tell whether what stands before a surname is a name of nobody in the source: *Spencer* for « Baptiste »."""
        office = split_words(source[: match.start()].lower())[-1:]
        if match["first"] in target or not self._source.names.offices.isdisjoint(office):
            return False
        written = self._target.titles.written.values() if self._target.titles else ()
        is_word = one[1].lower() in self._target.function_words | self._target.common_words
        is_word |= any(one[1] in ways for ways in written) or bool(match.start()) != bool(one.start())
        return not is_word and not get_close_matches(fold(one[1]), map(fold, split_words(source)), 1, _NEAR)

    def _mend_lone(self, source: str, target: str) -> Iterator[Replacement]:
        there = [match for match in self._lone.finditer(target) if match[0] not in source]
        for name in dict.fromkeys(self._iter_lone(source)) if there else ():
            if name.lower() in self._names and name not in target:
                close = get_close_matches(name, [match[0] for match in there], 1, _NEAR)
                close = close or self._find_read(name, source, [match[0] for match in there])
                for match in there:
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
        word = next(iter(split_words(text)), "") if text[:1] == " " else ""
        if word in self._source.names.verbs_behind:
            return True
        found = self._dictionary.find(word) if self._dictionary and word.islower() else ()
        return bool(found) and all(one.entry.kind == VERB for one in found)

    def _iter_lone(self, source: str) -> Iterator[str]:
        """Yield names that stand alone, but for those that can be but places: « en Virginie », « la Virginie »."""
        alone = self._source.names.before_places_alone | self._source.determiners
        for match in self._lone.finditer(source):
            before = source[: match.start()]
            if alone.isdisjoint(split_words(before.lower())[-1:]) and not is_saints(before, self._source.given_names):
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
                if any(map(str.__eq__, map(fold, parts), map(fold, match[0].split("-")))):
                    yield *match.span(), name

    def _mend_accents(self, source: str, target: str) -> Iterator[Replacement]:
        """Yield edits of persons' names that lost an accent, `Helene` for « Hélène »."""
        own = {unmarked(name): name for name in _MARKED.findall(source) if self._is_person(name, source)}
        for match in _PLAIN.finditer(target) if own else ():
            name = own.get(match[0])
            if name and name not in target and not self._is_renamed(name, match[0]):
                yield *match.span(), name

    def _is_person(self, name: str, source: str) -> bool:
        if name.isascii():
            return False
        if name.lower() in self._names:
            return True
        titles = self._source.titles
        persons = titles.iter_persons(source) if titles else ()
        return any(name in split_words(source[one.first : one.last]) for one in persons)

    def _is_renamed(self, name: str, other: str) -> bool:
        """Tell whether the target calls somebody of all names so: *Jesus*."""
        entries = self._dictionary.entries(name.lower()) if self._dictionary else ()
        return any(one.part == NAME and other in one.english for one in entries)


def _mend_initials(source: str, target: str) -> Iterator[Replacement]:
    """Yield edits of initials that lost their hyphen before a name, `J.P. Roux` for « J.-P. Roux »; « P.-S. » has none
    behind it."""
    for initials, name in dict.fromkeys(_INITIALS.findall(source)):
        first, second = initials.split("-")
        there = regex.finditer(
            rf"(?<!\w){regex.escape(first)}[ ]?{regex.escape(second)}(?= {regex.escape(name)}(?!\w))", target
        )
        yield from ((*match.span(), initials) for match in there if initials not in target)
