"""Names in a text: words with a capital that is no sentence's, and initials with a surname."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.late import late_plain
from translate.text.words import LETTER

SHORTEST_NAME = 3
"""Letters of the shortest name."""
_MAY_BE_NAME = late_plain(rf"{LETTER[:-1]}a-z](?<!{LETTER}.){LETTER}{{{SHORTEST_NAME - 1},}}", re.DOTALL)
"""A whole word that does not begin with one of the usual small letters."""
_ENDS_SENTENCE = late_plain(r"[.!?…:][\s\u00a0\u202f]*[«\"“(\[‘'–—-]*[\s\u00a0\u202f]*\Z")
_LOOKED_AT = 40
_OPENS = late_plain(r"[\W_]*\Z")


@dataclass(frozen=True, slots=True, eq=False)
class NameRules:
    """What a language has to do with names; there is one object of each."""

    titles: tuple[str, ...] = ()
    """Abbreviated, with a full stop that ends no sentence: *Mrs*."""
    particles: tuple[str, ...] = ()
    """What stands small before a surname, with a space behind it unless it ends with an apostrophe: *van*, *d’*."""
    words: frozenset[str] = frozenset()
    """Function words, small, that stand in names too, so that their capital tells no title from a name."""
    first_names: frozenset[str] = frozenset()
    """Small."""
    surnames: frozenset[str] = frozenset()
    """Surnames that are words too, small: behind a title or a first name they are names."""
    offices: frozenset[str] = frozenset()
    """Ranks and offices, small, that stand before a surname too."""
    naming_offices: frozenset[str] = frozenset()
    """Those of them, and other words, behind which any word with a capital is a surname: *née*."""
    plural_articles: frozenset[str] = frozenset()
    """Articles in the plural, small, behind which a surname names a family: « les »."""
    places: frozenset[str] = frozenset()
    """Places, small, that other languages write alike: alone on a line they are names, whatever else they are."""
    countries: frozenset[str] = frozenset()
    """Of one word, small, which have an article that other languages have not: « le Maroc »."""
    worded_countries: frozenset[str] = frozenset()
    """Countries and towns, small, that are meant where they are all of a text, though they are words: « Suisse »."""
    worded_places: frozenset[str] = frozenset()
    """Those of `places`, small, that a model translates within a sentence: of several words that mean something."""
    communes: frozenset[str] = frozenset()
    """Small towns, small, that other languages write alike."""
    worded_communes: frozenset[str] = frozenset()
    """Those of them whose words are said of other things with capitals too: « Le Port »."""
    composed_places: str = "(?!)"
    """Pattern of places of several words that hyphens join, « Aix-en-Provence », which other languages write alike."""
    behind_town: str = "(?!)"
    """Pattern of what tells, behind the name of a town, that its language is spoken there: « Vienne (Isère) ».

    What it tells that by is its `region`.
    """
    contracted: tuple[tuple[str, str, str], ...] = ()
    """Words that hold a preposition and the article of a place, « au », each with both of them, small."""
    streets: str = "(?!)"
    """Pattern of the words before the name of a street, which may be that of a place: « rue des Lilas »."""
    surnames_with_article: frozenset[str] = frozenset()
    """Words, small, that are surnames behind an article with a capital: « Bris »."""
    saints: frozenset[str] = frozenset()
    """What a place begins with that is called after a saint, small."""
    place_words: tuple[str, ...] = ()
    """What stands small within the name of a place, « sur »."""
    word_endings: tuple[str, ...] = ()
    """Endings of words that are no names, so that one which nobody knows is a word none the less: « Carénage »."""
    before_places_alone: frozenset[str] = frozenset()
    """What stands before a place without an article, small, and never before a given name: « en Virginie »."""
    before_people: tuple[str, ...] = ()
    """What labels begin with, small, that have a people behind their colon: « nationalité »."""
    before_persons: frozenset[str] = frozenset()
    """Adjectives, small, that stand between a determiner and a people: « une jeune Nantaise »."""
    before_region: str = "(?!)"
    """Pattern of what stands before the name of a land that is that of its people, with the space behind it: « dans le
    Mâconnais »."""
    kept_places: str = "(?!)"
    """Pattern of places that are kept behind what it looks for before them: « le préfet du Nord »."""
    before_place: str = "(?!)"
    """Pattern of what stands before the name of a place and hardly before another one, with the space behind it."""
    before_town: str = "(?!)"
    """Pattern of what stands before the preposition of a town, with the space behind it: « habite »."""
    verbs_behind: frozenset[str] = frozenset()
    """Verbs, small: what begins a sentence without an article before one of them is a name, « Grenade est »."""
    joints: tuple[str, ...] = ()
    """Words between the last two names of a list."""
    name_labels: str = "(?!)"
    """Pattern of what the field of a person's name is called in a form."""
    person_labels: str = "(?!)"
    """Those of them that persons alone have, and no things."""
    before_date: str = "(?!)"
    """What stands between a place and a date."""
    nobility: tuple[str, ...] = ()
    """Patterns of small words before a surname that models translate, with the space behind them: « de la »."""
    surnames_with_particle: frozenset[str] = frozenset()
    """Words, small, that are surnames behind one of these: « de la Tour »."""
    naming: tuple[str, ...] = ()
    """What stands before a name that somebody is said to have, small: « s'appelle »."""
    heirs: str = "(?!)"
    """Pattern of what stands behind a surname in the name of a company: *and Sons*."""
    whole: str = "(?!)"
    """Pattern of a particle, with the space behind it, that is a part of a surname rather than a preposition: « de
    Oliveira », for of a place it would be « d'»."""
    shops: str = "(?!)"
    """Pattern of shops and workshops, of one gender, behind which a masculine adjective is their owner's name."""
    articles: tuple[str, ...] = ()
    """Patterns of what may stand before a surname with a capital, with the space behind it: « Le »."""


def iter_names(text: str, rules: NameRules) -> Iterator[str]:
    """Give the words of a text with a capital that is no sentence's: by its place, or as the next has one too."""
    return iter(_names(text, rules))


@lru_cache(maxsize=256)
def _names(text: str, rules: NameRules) -> tuple[str, ...]:
    """Return what several steps and checks of a unit ask for."""
    return tuple(_iter_names(text, rules))


def _iter_names(text: str, rules: NameRules) -> Iterator[str]:
    for word in _MAY_BE_NAME.finditer(text):
        if not word[0][0].isupper():
            continue
        end = word.end()
        follower = _MAY_BE_NAME.match(text, end + 1) if text[end : end + 1] in (" ", "-") else None
        is_followed = follower is not None and follower[0][0].isupper()
        if word[0].isupper() or is_followed or not _begins_sentence(text, word.start(), rules):
            yield word[0]


def is_signature(text: str, is_name: Callable[[str], bool], rules: NameRules) -> bool:
    """Tell whether a text is initials and a surname alone, `J.-B. Tolkien`: it is the same in every language.

    :param is_name: tells names from words: behind a single letter, for `B. Conclusion` is a heading.
    """
    match = _signature(rules).fullmatch(text)
    if match is None:
        return False
    return text.count(".") > 1 or all(map(is_name, match.captures("name")))


def _begins_sentence(text: str, place: int, rules: NameRules) -> bool:
    before = text[max(0, place - _LOOKED_AT) : place]
    if _OPENS.match(before):
        return place <= _LOOKED_AT
    return bool(_ENDS_SENTENCE.search(before)) and not _title(rules).search(before)


@cache
def _title(rules: NameRules) -> re.Pattern[str]:
    """Return a pattern of a title, or an initial, at the end of what stands before a word."""
    titles = "".join(f"|{title}" for title in rules.titles)
    return re.compile(rf"(?:\A|[\s(«\"“'’])(?:[^\W\d_]{titles})\.[\s\u00a0\u202f]*\Z")


@cache
def ending_in(words: str, flags: int = 0) -> regex.Pattern[str]:
    """Return a pattern of what ends with one of these words: one for all names, for it takes long to be compiled."""
    return compile_kept(rf"(?<!\w)(?:{words})\Z", flags)


@cache
def _signature(rules: NameRules) -> regex.Pattern[str]:
    no_title = rf"(?!(?:{'|'.join(rules.titles)})\.)" if rules.titles else ""
    particles = "|".join(one.replace("’", "['’]") if one.endswith("’") else f"{one} " for one in rules.particles)
    return compile_kept(
        rf"\s*{no_title}(?:\p{{Lu}}\.?[-\s]?)*\p{{Lu}}\.\s?"
        rf"(?:(?:{particles})*(?P<name>\p{{Lu}}[\p{{L}}'’-]+)\s*){{1,3}}"
    )
