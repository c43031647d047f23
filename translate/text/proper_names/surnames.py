"""Surnames that begin with an article or a particle: a text comes in, where they stand goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sized
from functools import cache

import regex

from translate.text.compiled import compile_kept
from translate.text.gated import gated
from translate.text.proper_names.names import NameRules
from translate.text.proper_names.titles import TitleForms
from translate.text.words import fold, split_words, straighten

_FIRST = r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?"
_WORDED = gated(
    rf"(?<![\w'’-])(?<!\p{{Lu}}[\p{{L}}-]*\.?[ \u00a0])(?P<first>{_FIRST})[ \u00a0](?P<last>\p{{Lu}}\p{{Ll}}{{2,}})"
    r"(?![\w'’-]|[ \u00a0]\p{Lu})"
)


def find_surnames(
    text: str, rules: NameRules, titles: TitleForms | None, is_name: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of surnames with an article that has a capital, « Le Goff », behind a title, an
    office, an initial or a first name.

    :param is_name: tells first names among words with a capital, those of the rules apart.
    """
    if not rules.articles or not _article(rules).search(text):
        return
    for match in _surname(rules, titles).finditer(text):
        word = match["before"] or match["behind"]
        # In capitals « Commission des marchés » looks like a name with an article.
        if not word or fold(word) in _folded(rules.first_names) or (not match[0].isupper() and is_name(word)):
            yield match.span("surname" if match["surname"] else "shouted")


def find_particled(
    text: str,
    rules: NameRules,
    titles: TitleForms | None,
    find_known: Callable[[str], Sized],
    is_thing: Callable[[str, str], bool],
    is_word: Callable[[str], bool],
) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of surnames with a particle that models translate, « de la Tour d'Auvergne »,
    behind a first name; one that is a surname too needs a title: « Noël du Parlement ».

    :param is_thing: tells whether what may be a first name is a word behind a text: « le Manuel de l'Usager ».
    :param is_word: tells what has a meaning: « Julie de la Comptabilité » is from there.
    :param find_known: finds what a dictionary has as a name, a place or a person of history: « Jeanne d'Arc ».
    """
    if titles is None or not rules.nobility or not _may_be_particled(text):
        return
    particled = _particled(titles, rules.nobility)
    articles = {word: article for word, _, article in rules.contracted}
    for match in particled.finditer(text):
        first = match["first"].lower()
        if not all(part in rules.first_names for part in first.split("-")):
            continue
        is_doubtful = first in rules.surnames or match["name"].isupper()
        if match["title"] is None and (is_doubtful or is_thing(text[: match.start()], match["first"])):
            continue
        is_meant = match["particle"].islower() and any(map(is_word, split_words(match["name"])))
        if is_meant and not _is_particled(match["name"], rules):
            continue
        particle, name = match["particle"].strip(), straighten(match["name"])
        article = articles.get(particle, straighten(particle.partition(" ")[2]))
        place = f"{article}{name}" if article.endswith("'") else f"{article} {name}".strip()
        known = {place, name, name.partition(" ")[0], straighten(text[match.start("first") : match.end()])}
        if not any(
            len(find_known(one)) or one.lower() in rules.places or one.lower() in rules.countries for one in known
        ):
            yield match.span("surname")


def find_bound(
    text: str,
    rules: NameRules,
    is_word: Callable[[str], bool],
    is_common: Callable[[str], bool],
    is_renamed: Callable[[str], bool],
) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of names that belong together by their marks or words: « Lefèvre (Anne) »,
    « M.-A. Rivière », « Durand et Fils », and « Henri-IV », which is no king but a place called after him.

    :param is_word: tells what has a meaning: « Fromage (Olive) », « P.-S. Merci », « Câbles et Fils ».
    :param is_common: tells what is mostly no name.
    :param is_renamed: tells what another language calls otherwise: « Kowalski (Virginie) ».
    """
    for match in _bound(rules.heirs, rules.shops).finditer(text):
        if match["owner"] or match["listed"]:
            if _is_owner_or_listed(match, rules, is_common):
                yield match.span("owner" if match["owner"] else "surname")
            continue
        first, last = match["first"] or match["king"] or "", match["last"] or match["house"] or ""
        is_surname = last.lower() in rules.surnames
        if match["first"] and is_renamed(first) and not is_surname:
            continue
        if first and last.lower() in rules.first_names - rules.surnames:  # « l'anniversaire de Paul (Marie) »
            continue
        if first and not all(part in rules.first_names for part in first.lower().split("-")):
            continue
        is_shouted = last.isupper() and first.istitle()  # « MOINE (Claire) »
        is_shouted_word = is_shouted and not is_common(first)
        if (
            not last
            or not is_word(last)
            or is_shouted_word
            or (is_surname and not (first and is_common(first) and not is_shouted))
        ):
            before = _article_before(rules).search(text, 0, match.start()) if match["house"] else None
            yield (before or match).start(), match.end()


def _is_owner_or_listed(match: regex.Match[str], rules: NameRules, is_common: Callable[[str], bool]) -> bool:
    """Tell whether a match of `_bound` is a shop with its owner, « Pharmacie Blanc », or a person of a list, surname
    first: « Poisson, Anne, 12 ans »."""
    if match["owner"]:
        return match["owner"].lower() in rules.surnames and is_common(match["owner"])
    first, surname = match["listed"].lower(), match["surname"]
    is_listed = first in rules.first_names and not is_common(first)
    return is_listed and (surname.isupper() or surname.lower() in rules.surnames)


def find_worded(
    text: str,
    rules: NameRules,
    find_known: Callable[[str], Sized],
    is_thing: Callable[[str, str], bool],
    is_word: Callable[[str], bool],
    is_common: Callable[[str], bool],
) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of surnames that are words behind a first name, « Jean Soleil ».

    :param find_known: finds what a dictionary has as a name: « Charles Quint ».
    :param is_thing: tells whether what may be a first name is a word behind a text.
    :param is_word: tells what has a meaning.
    :param is_common: tells what is mostly no name: « savon Olive Lavande ».
    """
    for match in _WORDED.finditer(text):
        first, last, before = match["first"], match["last"], text[: match.start()]
        is_first = all(part in rules.first_names for part in first.lower().split("-"))
        is_first &= not is_common(first) and (bool(before.strip()) or first.lower() not in rules.surnames)
        if not is_first or is_thing(before, first) or not is_word(last) or last.lower() in rules.surnames:
            continue
        if before.rstrip().lower().endswith(rules.naming):
            continue  # of a placeholder a model says *It is called*
        if not len(find_known(match[0])):
            yield match.span("last")


def _is_particled(name: str, rules: NameRules) -> bool:
    """Tell whether the first of the words behind a particle is a surname there."""
    first = regex.split(r"[^\p{L}\p{M}]", name.lower(), maxsplit=1)[0]
    return first in rules.surnames_with_particle


@cache
def _bound(heirs: str, shops: str) -> regex.Pattern[str]:
    return gated(
        rf"(?<![\w'’-])(?:(?P<last>\p{{Lu}}[\p{{L}}'’-]*\p{{L}})[ \u00a0]\((?P<first>{_FIRST})\)"
        r"|(?P<king>\p{Lu}\p{Ll}+)-[IVX]+(?![\w-])"
        rf"|(?<![\w-])(?:{shops})[ \u00a0](?P<owner>\p{{Lu}}\p{{Ll}}+)(?![\w'’-]|[ \u00a0]\p{{Lu}})"
        rf"|\A(?P<surname>\p{{Lu}}[\p{{L}}'’-]{{2,}}),?[ \u00a0](?P<listed>{_FIRST}),[ \u00a0](?=\d)"
        rf"|(?P<house>\p{{Lu}}[\p{{L}}'’-]*\p{{L}})[ \u00a0]{heirs}(?!\w)"
        r"|(?<!\.\s)\p{Lu}\.-\p{Lu}\.[ \u00a0](?P<last>\p{Lu}[\p{L}'’-]*\p{L}))"
    )


def _may_be_particled(text: str) -> bool:
    return " d" in text or " L" in text


@cache
def _particled(titles: TitleForms, particles: tuple[str, ...]) -> regex.Pattern[str]:
    title = "|".join((*titles.forms.values(), *titles.in_full.values()))
    name = r"\p{Lu}[\p{L}\p{M}'’-]*\p{L}"
    return compile_kept(
        rf"(?<![\w'’-])(?P<title>(?:{title})\s)?(?P<first>\p{{Lu}}\p{{Ll}}+(?:-\p{{Lu}}\p{{Ll}}+)?)[ \u00a0\u202f]"
        rf"(?P<surname>(?P<particle>{'|'.join(particles)})(?P<name>{name}(?: (?:{titles.particles})*{name})*))"
    )


@cache
def _folded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@cache
def _article(rules: NameRules) -> regex.Pattern[str]:
    return compile_kept(rf"(?<!\w)(?:{'|'.join(rules.articles)})\p{{Lu}}")


@cache
def _article_before(rules: NameRules) -> regex.Pattern[str]:
    return compile_kept(rf"(?<!\w)(?:{'|'.join(rules.articles) or '(?!)'})\Z")


@cache
def _surname(rules: NameRules, titles: TitleForms | None) -> regex.Pattern[str]:
    title = "|".join((*titles.forms.values(), *titles.in_full.values(), *sorted(rules.offices))) if titles else "(?!)"
    article = "|".join(rules.articles)
    return compile_kept(
        rf"(?<![\w@-])(?:(?:{title}|(?:\p{{Lu}}\.-?){{1,4}})|(?:\p{{Lu}}\p{{L}}*-)*(?P<before>\p{{Lu}}\p{{L}}+))"
        r"[ \u00a0\u202f]"
        rf"(?P<surname>(?:{article})\p{{Lu}}[\p{{L}}\p{{M}}'’-]*\p{{L}})"
        rf"|(?<![\w@-])(?P<shouted>(?:{article})\p{{Lu}}{{2,}})(?= (?P<behind>\p{{Lu}}\p{{Ll}}+))"
    )
