"""What the fields of an example mean, for the rule files that care about a target: as in `judges`, a judge a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import get_args

import regex

from tests.languages.person_judges import JUDGES, judges
from translate.care.casing import is_titled
from translate.care.words.wording import Wording
from translate.care.writing.typography import Typography
from translate.config import OutputConfig
from translate.languages import UNDETERMINED, Language
from translate.segmentation.clauses import mend_seams, part
from translate.text.amounts.measures import (
    Addressed,
    Amount,
    Closing,
    ClosingLead,
    Coded,
    DayRange,
    Dose,
    Greeting,
    GreetingWord,
    HourRange,
    Hours,
    Link,
    LinkSense,
    Meaning,
    Money,
    Per,
    PriceKind,
    Rate,
    Sense,
    Spelled,
    Value,
    WrittenMeasure,
)
from translate.text.numbers.figures import digits_of
from translate.text.proper_names.lone_names import NameSense, find_lone_names
from translate.text.proper_names.names import is_signature, iter_names
from translate.text.proper_names.surnames import find_particled, find_surnames
from translate.text.usage.negations import Denials, find_gained_negation
from translate.text.usage.spelling import find_variety, iter_reordered, iter_respelled
from translate.text.words import fold, split_words

__all__ = ["JUDGES"]

_LASTS = {True: "lasts", False: "clock", None: "either"}


@judges("centuries")
@judges("changes")
@judges("dimensions")
@judges("keys")
@judges("coded")
@judges("journeys")
@judges("located")
@judges("offices")
@judges("spoken_times")
@judges("subjects")
@judges("women")
@judges("men")
@judges("incises")
@judges("meetings")
@judges("cooking")
@judges("dates")
@judges("days")
@judges("farewells")
@judges("fractions")
@judges("greetings")
@judges("inclusive")
@judges("initials")
@judges("doses")
@judges("money")
@judges("prices")
@judges("ranks")
@judges("rates")
@judges("reworded")
@judges("orders")
@judges("instruments")
@judges("passives")
@judges("sayings")
@judges("whereabouts")
@judges("scores")
@judges("senses")
@judges("spelled")
@judges("measures")
@judges("hour_ranges")
def says_in_other_words(language: Language, given: str, words: str, meaning: str) -> bool:
    """Tell whether the measures of a text are these `words`, and what they mean; or whether a value is said so.

    A measure means what a model is asked, `14:00`, and behind `=` its value, where it has one. What a model may make of
    a value that it is asked in words stands in the last field, behind what stands before it and `…`, or what it is
    asked for that.
    """
    if language.find_measures:
        found = sorted(language.find_measures(given), key=lambda one: one.start)
        meanings = [f"{one.asked} = {_shown(one.value)}".strip(" =") for one in found]
        return _listed(given[one.start : one.end] for one in found) == words and _listed(meanings) == meaning
    if given.startswith("text ") and language.mend_amounts:
        return _edited(given, [*language.mend_amounts(given)]) == f"text {words}"
    written = language.write_measure(_read_value(given)) if language.write_measure else WrittenMeasure("")
    if meaning.startswith("asked "):
        return written.said == words and written.asked == meaning.removeprefix("asked ")
    if meaning.startswith("needs "):
        return written.said == words and re.fullmatch(written.needed, meaning.removeprefix("needs ")) is not None
    before, _, made = meaning.rpartition("…")
    is_made = regex.fullmatch(written.made, before + made, pos=len(before)) is not None
    return written.said == words and (not meaning or is_made)


def _shown(value: Value | None) -> str:
    shown = ""
    match value:
        case Hours(hours, minutes, lasts, is_at, seconds, is_exact):
            shown = f"{hours} h {minutes} {_LASTS[lasts]}".replace("  ", " ") + " at" * is_at + f" {seconds}".rstrip()
            shown += " exactly" * is_exact
        case HourRange(hours, minutes, lasts):
            ends = (f"{one} h {part}".rstrip() for one, part in zip(hours, minutes, strict=True))
            shown = f"{' to '.join(ends)} {_LASTS[lasts]}"
        case Rate(amount, unit, per):
            shown = f"{amount} {unit}/{per}"
        case Amount(amount, unit):
            shown = f"{amount} {unit}"
        case Money(amounts, scale, currency, per, kind, is_at):
            shown = f"{' to '.join(map(str, amounts))} * {scale} {currency} {kind}".rstrip() + f" / {per}" * bool(per)
            shown += " @" * is_at
        case Spelled(number, sense):
            shown = f"{number} spelled {sense}"
        case Dose(amount, form):
            flags = {"spelled": value.is_spelled, "many": value.is_many, "of": value.is_of}
            shown = "_".join([amount, form, *(name for name, is_set in flags.items() if is_set)])
        case Coded() | Meaning():
            shown = _shown_sense(value)
        case Link(sense) | Per(sense):
            shown = "/" * isinstance(value, Per) + sense
        case DayRange(first, last):
            shown = f"days {first} to {last}"
        case Greeting(word, persons, is_letter):
            shown = f"{word}, {', '.join(persons)}" + "!" * is_letter
        case Closing(is_warm, leads, is_many):
            shown = " ".join(["we"] * is_many + ["closes", "warmly"][: 1 + is_warm] + [f"+{lead}" for lead in leads])
    return shown


def _shown_sense(value: Coded | Meaning) -> str:
    if isinstance(value, Coded):
        return f"{value.sense} coded {value.code}"
    return f"{value.sense}{'s' * value.is_many} sense"


_SINGULAR = re.compile("charges|Mrs|wins|his |its ")
"""What ends with the letter of the plural."""


def _read_value(shown: str) -> Value:
    kinds: Mapping[str, Callable[[str], Value]] = {
        r"at|of|BC|AD|districts?": lambda text: next(Link(one) for one in get_args(LinkSense) if one == text),
        r"/\w+": lambda text: Per(text[1:]),
        r"(we )?closes.*": _read_closing,
        r"days \d to \d": lambda text: DayRange(int(text[5]), int(text[-1])),
        r"\w+, .*": _read_greeting,
        r"\S*_\S+": _read_dose,
        r".* \* .*": _read_money,
        r".* spelled .*": _read_spelled,
        r".* coded .*": lambda text: Coded(*text.split(" coded ")),
        r".* sense": lambda text: Meaning(
            text[:-6] if _SINGULAR.search(text) else text[:-6].removesuffix("s"),
            is_many=text.endswith("s sense") and not _SINGULAR.search(text),
        ),
        r".* h.* to .* h.*": _read_hour_range,
        r".* h .*": _read_hours,
    }
    read = next((read for pattern, read in kinds.items() if re.fullmatch(pattern, shown)), _read_amount)
    return read(shown)


def _read_closing(shown: str) -> Value:
    known = {one: one for one in get_args(ClosingLead)}
    leads = tuple(known[word[1:]] for word in shown.split() if word[0] == "+")
    return Closing("warmly" in shown, leads, is_many=shown.startswith("we "))


def _read_greeting(shown: str) -> Value:
    is_letter = shown.endswith("!")
    word, *persons = shown.removesuffix("!").split(", ")
    known = {one: one for one in get_args(Addressed)}
    return Greeting(
        next(one for one in get_args(GreetingWord) if one == word), tuple(known[p] for p in persons), is_letter
    )


def _read_dose(shown: str) -> Value:
    amount, form, *flags = shown.split("_")
    return Dose(amount, form, *(name in flags for name in ("spelled", "many", "of")))


def _read_money(shown: str) -> Value:
    amounts, _, rest = shown.partition(" * ")
    scale, currency, *more = rest.split(" ")
    kind: PriceKind = next((one for one in get_args(PriceKind) if one and one in more), "")
    per = more[more.index("/") + 1] if "/" in more else ""
    return Money(tuple(map(Decimal, amounts.split(" to "))), int(scale), currency, per, kind, is_at="@" in more)


def _read_spelled(shown: str) -> Value:
    number, _, sense = shown.partition(" spelled ")
    return Spelled(int(number), next(one for one in get_args(Sense) if one == sense))


def _read_hours(shown: str) -> Value:
    is_exact, shown = shown.endswith(" exactly"), shown.removesuffix(" exactly")
    is_at = shown.endswith(" at")
    lasts, name = next(one for one in _LASTS.items() if shown.removesuffix(" at").endswith(one[1]))
    hours, _, minutes = shown.removesuffix(" at").removesuffix(name).partition(" h ")
    return Hours(hours, minutes.strip(), lasts, is_at, is_exact=is_exact)


def _read_hour_range(shown: str) -> Value:
    ends, _, kind = shown.rpartition(" ")
    low, high = (one.split(" h") for one in ends.split(" to "))
    return HourRange((Decimal(low[0]), Decimal(high[0])), (low[1].strip(), high[1].strip()), kind == "lasts")


def _read_amount(shown: str) -> Value:
    amount, unit = shown.split(" ")
    if unit == "hour/day":
        return Rate(amount, "hour", "day")
    return Rate(amount, "day", "week") if unit == "day/week" else Amount(amount, unit)


@judges("names")
def tells_names(language: Language, kind: str, text: str, names: str) -> bool:
    """Tell whether the names of a text are these; or whether it is a title, or somebody's signature: `yes` or `no`.

    Of the words of a title, *Yann* is known to be a name.
    """
    if kind in ("names", "lone", "surnames", "particled", "kept"):
        return _listed(_find_names(language, kind, text)) == names
    if kind == "title":
        return is_titled(text, language.names, lambda word: word == "Yann") is (names == "yes")
    rules = language.names
    patterns = {
        "before": rf".*(?<!\w){rules.before_place}",
        "field": f"(?i:{rules.name_labels})",
        "town": rules.before_town,
        "person": f"(?i:{rules.person_labels})",
        "heirs": rules.heirs,
        "shop": rf"(?:{rules.shops})\s\p{{L}}+",
        "whole": rf"{rules.whole}\p{{L}}[\p{{L}}-]+",
        "region": rules.before_region,
        "naming": f".*(?:{'|'.join(rules.naming)})",
    }
    if kind in patterns:
        return (regex.fullmatch(patterns[kind], text) is not None) is (names != "no")
    if kind == "people":
        return text.startswith(language.names.before_people)
    words = {
        "verb": language.names.verbs_behind,
        "place": language.names.before_places_alone,
        "naming office": language.names.naming_offices,
        "plural article": language.names.plural_articles,
    }
    if kind in words:
        return (text in words[kind]) is (names == "yes")
    return is_signature(text, lambda word: True, language.names) is (names == "yes")


def _has_meaning(word: str) -> bool:
    return word not in ("Ornano", "Hostis")


def _find_names(language: Language, kind: str, text: str) -> Iterator[str]:
    """Yield the names that are kept: nobody knows words with *Z*, and *Yann* is a name; *Ornano* means nothing."""
    if kind == "names":
        yield from iter_names(text, language.names)
        return
    if kind == "kept":
        yield from (match[0] for match in regex.finditer(language.names.kept_places, text))
        return
    if kind == "particled":
        found = find_particled(
            text, language.names, language.titles, lambda name: "", lambda before, word: False, _has_meaning
        )
        yield from (text[start:end] for start, end in found)
        return
    sense = NameSense(lambda word: word.startswith("Z"), lambda word: False, lambda word: False)
    surnames = find_surnames(text, language.names, language.titles, lambda word: word == "Yann")
    for start, end in find_lone_names(text, language.names, sense) if kind == "lone" else surnames:
        yield text[start:end]


@judges("closings")
def closes_a_letter(language: Language, text: str) -> bool:
    whole, sentence = language.closings.formula, language.closings.sentence
    return bool(whole and whole.fullmatch(text)) or bool(sentence and sentence.search(text))


@judges("identifiers")
def has_identifiers(language: Language, text: str, found: str) -> bool:
    identifiers = language.spans.identifiers
    return identifiers is not None and _listed(match[0] for match in identifiers.finditer(text)) == found


@judges("companies")
def has_companies(language: Language, text: str, found: str) -> bool:
    companies = language.spans.companies
    return companies is not None and _listed(match[0] for match in companies.finditer(text)) == found


@judges("denials")
def denies_in_a_target(language: Language, text: str) -> bool:
    """Tell whether a text denies, or may be denied in a translation."""
    denials = language.denials
    both = Denials(denials.said or "not", denials.implied or "not")
    if denials.said:
        return bool(find_gained_negation("", both, text, both))
    return not find_gained_negation(text, both, "not", both)


@judges("papers")
def has_papers(language: Language, text: str, found: str) -> bool:
    papers, contracted = language.spans.papers, language.spans.contracted_papers
    if papers is None or contracted is None:
        return False
    names = [match[0] for match in papers.finditer(text)] + [match["rest"] for match in contracted.finditer(text)]
    return _listed(names) == found


@judges("scales")
def scales_money(language: Language, text: str, found: str) -> bool:
    scales = language.spans.scales
    return scales is not None and _listed(match[0] for match in scales.finditer(text)) == found


@judges("clauses")
def is_parted_there(language: Language, text: str) -> bool:
    """Tell whether a text without the `|` is parted at it, before a word of this language."""
    parts = text.split("|")
    longest = max(map(len, parts))
    is_parted = part("".join(parts), lambda piece: len(piece) <= longest) == parts
    return is_parted and parts[1].split()[0] in language.clause_openers


@judges("casing")
def becomes_one_sentence(language: Language, source: str, target: str, mended: str) -> bool:
    seams = mend_seams(source.split("|"), target.split("|"))
    return "|".join(seams) == mended and bool(language.capital_words)


@judges("acronyms")
def puts_acronyms_right(language: Language, source: str, target: str, mended: str) -> bool:
    known = frozenset(map(fold, split_words(target)))
    edits, _ = Wording(lambda: known, "", target=language).read(source, target, (), mends_names=True)
    return _edited(target, edits) == mended


@judges("figures")
def writes_figures(language: Language, written: str, whole: str, decimals: str, again: str) -> bool:
    """Tell whether a number is read as these figures and written so again; or whether a word stands before lists."""
    figures = language.figures
    if figures is None:
        return False
    if whole == "list":
        words = "|".join(figures.list_words)
        return (re.fullmatch(words, written) is not None) is (again == "yes")
    match = regex.fullmatch(figures.pattern, written)
    if match is None:
        return (whole, decimals, again) == ("", "", "")
    read = digits_of(match["whole"]), match["part"] or ""
    return read == (whole, decimals) and figures.write(match["whole"], decimals) == again


@judges("ordinals")
def puts_ordinals_right(language: Language, text: str, mended: str) -> bool:
    return language.mend_ordinals is not None and _edited(text, [*language.mend_ordinals(text)]) == mended


@judges("compounds")
def joins_nouns(language: Language, word: str, role: str) -> bool:
    return word in getattr(language.joints, role)


@judges("stand_ins")
def stands_for_others(language: Language, word: str, role: str) -> bool:
    return word in getattr(language.stand_ins, role)


@judges("unlisted")
def may_be_listed_as(language: Language, kind: str, form: str, word: str) -> bool:
    rules = language.unlisted
    if kind == "feminine":
        return form.endswith(rules.feminine)
    if kind == "verb":
        return word in rules.iter_verbs(form)
    return rules.with_ligatures(form) == word if kind == "ligature" else word in rules.iter_bases(form)


@judges("inflections")
def has_form_of(language: Language, verb: str, like: str, form: str, before: str = "") -> bool:
    return language.inflect is not None and language.inflect(verb, like, before) == form


@judges("plurals")
def are_one_and_many(language: Language, one: str, many: str, which: str) -> bool:
    if language.pluralise is None or language.plurals_of is None:
        return False
    return language.pluralise(one) == many if which == "usual" else many in language.plurals_of(one)[1:]


@judges("quotes")
def are_its_quotes(language: Language, straight: str, curly: str) -> bool:
    typography = Typography(OutputConfig(quotes="curly"), UNDETERMINED, language)
    return _edited(straight, sorted(typography.find_marks("", straight))) == curly


@judges("spelling")
def is_spelled(language: Language, text: str, region: str, spelled: str) -> bool:
    """Tell whether `text`, where each month beside a number is a date, is spelled so in a region."""
    variety = find_variety(language.varieties, f"{language.code}-{region}")
    if variety is None:
        return text == spelled
    months, weekdays = language.months, language.weekdays.names
    dates = frozenset((month, day) for month in range(1, 13) for day in range(1, 32))
    found = [*iter_respelled(text, variety), *iter_reordered(text, variety, months, weekdays, dates)]
    return _edited(text, sorted((one.start, one.end, one.text) for one in found)) == spelled


def _listed(found: Iterable[str]) -> str:
    return " | ".join(found)


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text
