"""Texts that are names and nothing else, as in lists and cells: a text comes in, the names to keep go out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.late import late
from translate.text.proper_names.communes import is_commune
from translate.text.proper_names.names import NameRules
from translate.text.words import split_words, straighten

_LONGEST = 200
"""Characters of the longest text that is looked at."""
_ADDRESSED = late(r"(?:[^:<>@]{1,20}:\s)?(?P<name>\p{Lu}[^<>@:]*[^<>@:\s])\s*<[^<>@\s]+@[^<>@\s]+>\W*")
"""A person with an e-mail address, maybe behind the name of a header field."""
_SPEAKER = late(r"(?P<name>\p{Lu}{2,}(?:-\p{Lu}{2,})*)[ \u00a0\u202f]?:")
_END = ".: \t\n\u00a0\u202f"
_SMALL = late(r"(?<![\w-])[^\W\d_A-Z]\p{Ll}*(?!\w)")


@dataclass(frozen=True, slots=True, eq=False)
class NameSense:
    """What tells names from words, for single words with a capital.

    `is_unknown`: nobody has read it as a word. `is_renamed`: the target language calls that name otherwise (`London`).
    """

    is_unknown: Callable[[str], bool]
    is_renamed: Callable[[str], bool]
    is_common: Callable[[str], bool]
    """It is mostly no name."""
    is_noun: Callable[[str], bool] = lambda word: False
    """The dictionary has it as a noun: « Téléski »."""
    is_thing: Callable[[str], bool] = lambda word: False
    """The dictionary has it as a noun and nothing else: « Montagne », and not « Noire »."""

    is_listed: Callable[[str], bool] = lambda word: True
    """The dictionary has it as anything but a name: « Nationale », and not « Césaire »."""

    def is_word(self, word: str) -> bool:
        """Tell whether a word with a capital has a meaning."""
        return self.is_listed(word) or self.is_common(word)


def find_lone_names(text: str, rules: NameRules, sense: NameSense) -> list[tuple[int, int]]:
    """Return the characters [start, end) of the names in a text that is nothing but names, « Quimper », but for those
    that the target language calls otherwise; of the place before a date; of the person before an e-mail address.

    A surname that is a word too is a name among other names only: « Boulanger » alone may be a trade.
    """
    if len(text) > _LONGEST:
        return []
    if dated := _dated(rules).match(text):
        place = dated.span("place")
        return [place] if _is_place(text[slice(*place)], rules, sense) else []
    if addressed := _ADDRESSED.fullmatch(text):
        person = addressed.span("name")
        return [person] if _is_person(text[slice(*person)], rules, sense) else []
    speaker = _SPEAKER.fullmatch(text)
    if speaker and rules.first_names.issuperset(speaker["name"].lower().split("-")):
        return [speaker.span("name")]  # « PIERRE : » is no stone
    items = [] if _is_sentence(text, rules) else list(_iter_items(text.rstrip(_END), rules))
    kinds = [_kind(text[start:end], rules, sense) for start, end in items]
    if not items or any(kind is None for kind in kinds) or (len(items) == 1 and kinds[0] == "surname"):
        return []
    return [item for item, kind in zip(items, kinds, strict=True) if kind != "renamed"]


def _is_sentence(text: str, rules: NameRules) -> bool:
    """Tell whether there is a small word that no name has; it is found fast."""
    known = {*rules.place_words, *rules.particles, *rules.joints}
    return any(word[0].islower() and word not in known for match in _SMALL.finditer(text) for word in (match[0],))


def _iter_items(text: str, rules: NameRules) -> Iterator[tuple[int, int]]:
    position = 0
    for match in (*_joint(rules).finditer(text), None):
        end = match.start() if match else len(text)
        lead = len(text[position:end]) - len(text[position:end].lstrip())
        if position + lead < end:
            yield position + lead, end
        position = match.end() if match else end


def _kind(name: str, rules: NameRules, sense: NameSense) -> str | None:
    """Return `name` for what is one, `surname` for what may be a word, `renamed`, or None for what is no name."""
    small = straighten(name.lower())
    if not _shape(rules).fullmatch(name) or name.partition(" ")[0].rstrip(".") in rules.titles:
        return None
    if small in rules.places:
        return "name"
    if sense.is_renamed(name) and small not in rules.first_names:
        return "renamed"
    if _is_place(name, rules, sense) or _is_person(name, rules, sense):
        return "name"
    if small in rules.surnames:
        return "surname" if sense.is_common(name) else "name"
    return None


def _is_place(name: str, rules: NameRules, sense: NameSense) -> bool:
    small = straighten(name.lower())
    if small in rules.places:
        return True
    if sense.is_renamed(name):
        return False
    if is_commune(name, rules, sense.is_word):
        return True
    parts = split_words(name)
    if "-" in name and not name.isupper():
        capitals = [part for part in parts if part[0].isupper()]
        is_saint = parts[0].lower() in rules.saints
        is_whole = len(capitals) < len(parts) and len(capitals) > 1
        return is_saint or is_whole or all(p.lower() in rules.places or sense.is_unknown(p) for p in capitals)
    first, _, rest = name.partition(" ")
    if first.lower() in rules.words and rest:  # « La Dôle »
        name, parts = rest, parts[1:]
    is_lone = len(parts) == 1 and parts[0] == name and len(name) > 2
    return is_lone and sense.is_unknown(name) and not sense.is_noun(name)


def _is_person(name: str, rules: NameRules, sense: NameSense) -> bool:
    words = name.split()
    if len(words) == 1:
        return all(part in rules.first_names for part in name.lower().split("-")) and not sense.is_common(name)
    given, behind = _split_person(words, rules)
    if not behind:  # « Rose Martin »
        return len(given) > 1 and "." not in name
    if behind[0].lower() in rules.words and len(behind) > 1:
        last = behind[-1]
        if not all(_is_open(word, rules, sense) for word in behind[1:-1]):
            return False  # « LE PAIEMENT SE FAIT VIA PayPal »
        return bool(given) or last.lower() in rules.surnames_with_article or sense.is_unknown(last)
    is_named = [one.lower() in rules.surnames or sense.is_unknown(one) or not sense.is_listed(one) for one in behind]
    if given and all(is_named):
        return True
    return len(given) == len(behind) == 1 and sense.is_thing(behind[0])  # « Claire Montagne »


def _is_open(word: str, rules: NameRules, sense: NameSense) -> bool:
    """Tell whether a word may stand within a name behind an article: « De Julia Stanek »."""
    return word.lower() in rules.words | rules.first_names or sense.is_unknown(word)


def _split_person(words: list[str], rules: NameRules) -> tuple[list[str], list[str]]:
    """Return first names or initials, and what is behind them; a surname in capitals may come first."""
    shouted = next((number for number, word in enumerate(words) if not word.isupper()), 0)
    if shouted and words[0].isalpha() and len(words[shouted - 1]) > 2 and all(map(str.istitle, words[shouted:])):
        words = [*words[shouted:], *words[:shouted]]
    elif len(words) == 2 and words[0].lower() in rules.surnames and words[1].lower() in rules.first_names:
        words.reverse()  # « Rossignol Aimé »
    count = 0
    while count < len(words) and (
        regex.fullmatch(r"(?:\p{Lu}\.-?)+", words[count])
        or all(part in rules.first_names for part in words[count].lower().split("-"))
    ):
        count += 1
    return words[:count], words[count:]


@cache
def _joint(rules: NameRules) -> regex.Pattern[str]:
    words = "|".join(rules.joints) or "(?!)"
    return compile_kept(rf"\s*[,;/|•·]\s*|\s+(?:{words}|&|[-–—])\s+")


@cache
def _shape(rules: NameRules) -> regex.Pattern[str]:
    """Return a pattern of words with capitals, with small ones of places and surnames between."""
    small = "|".join((*rules.place_words, *rules.particles)).replace("’", "['’]")
    return compile_kept(
        rf"(?:(?:\p{{Lu}}\.-?)+\s)?\p{{Lu}}[\p{{L}}’']*(?:(?:[\s-](?:(?:{small})[\s-]?)*)\p{{Lu}}[\p{{L}}’']*)*"
    )


@cache
def _dated(rules: NameRules) -> regex.Pattern[str]:
    place = rf"(?P<place>(?:{'|'.join(rules.articles) or '(?!)'})?\p{{Lu}}[\p{{L}}’'-]+)"
    day = r"\d{1,2}(?:er)?\s\p{L}+(?:\s\d{4})?"
    return compile_kept(rf"{place},\s(?:{rules.before_date})\s?{day}\W*")
