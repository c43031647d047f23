"""Measures the checks: false alarms on human translations, recall on broken ones, and speed.

    python benchmarks/checks.py

Human translations are read from `../shared/gold/mt`, beside the repository; nothing of them is written anywhere.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from number_errors import KINDS, iter_wrong_numbers

from translate.checks import ASKED_CHECKS, CHECKS, accept, check_unit, load_checks
from translate.config import CheckConfig
from translate.data import Origin, Severity, TranslationUnit, Variant
from translate.languages import find_language
from translate.text.proper_names.names import iter_names
from translate.text.usage.negations import NO_NEGATIONS, find_lost_negation

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "mt"
CATALOGUES = ("gnome-ui", "mediawiki-ui", "gramps-ui", "creative-apps-ui", "money-ui", "ui-strings", "wordpress-ui")
CORPORA = ("tatoeba-4000", "tico19-test", "newstest2012", "newstest2013")
# Lines of tico19-test, from 0, whose two sides do not belong together: they measure nothing but the file.
MISALIGNED = {"tico19-test": (*range(424, 698), *range(785, 810))}
# Lines, from 0, of which a reader found that the numbers of the two sides do differ: the translation has another one,
# leaves one out, adds one, or the source writes it so that it is another one (« 10 milles personnes »).
DIFFERENT_NUMBERS = {
    "newstest2012": (
        43, 49, 223, 279, 444, 478, 493, 495, 503, 508, 726, 760, 781, 877, 965, 1082, 1126, 1476, 1651, 1742, 1750,
        1832, 1864, 1865, 1866, 1876, 1878, 1879, 1881, 1929, 1930, 2000, 2014, 2149, 2221, 2224, 2226, 2262, 2269,
        2496, 2528, 2537, 2626, 2727, 2921, 2926, 2945,
    ),
    "newstest2013": (
        529, 584, 625, 634, 647, 720, 905, 1113, 1230, 1428, 1497, 1709, 1749, 1950, 2024, 2377, 2722, 2741, 2893,
    ),
}  # fmt: skip
RANDOM_SEED = 7
_NUMBERS = "numbers"
_DIFFERENT = "different"
"""Name of a unit whose numbers differ."""
MOST_WRONG = 400
"""Made number errors of a kind at most."""


def read_units(corpus: str) -> list[TranslationUnit]:
    sides = [(GOLD / f"{corpus}.{language}").read_text(encoding="utf-8").split("\n") for language in ("fr", "en")]
    lines = enumerate(zip(*sides, strict=True))
    skipped = set(MISALIGNED.get(corpus, ()))
    different = set(DIFFERENT_NUMBERS.get(corpus, ()))
    return [
        make_unit(*pair, name=_DIFFERENT if number in different else "unit")
        for number, pair in lines
        if all(pair) and number not in skipped
    ]


def make_unit(source: str, target: str, *, name: str = "unit") -> TranslationUnit:
    """Return what a person translated; what is broken for measuring goes as a machine's."""
    return TranslationUnit(name, Variant("fr", source), Variant("en", target), Origin.HUMAN)


def drop_number(unit: TranslationUnit, random_state: random.Random) -> str | None:
    matches = list(re.finditer(r"\b\d+(?:[.,]\d+)*\b\s?", unit.target.text))
    return cut(unit.target.text, random_state.choice(matches)) if matches else None


def alter_digit(unit: TranslationUnit, random_state: random.Random) -> str | None:
    text = unit.target.text
    places = [place for place, sign in enumerate(text) if sign in "0123456789"]
    if not places:
        return None
    place = random_state.choice(places)
    return text[:place] + str((int(text[place]) + random_state.randint(1, 9)) % 10) + text[place + 1 :]


def drop_name(unit: TranslationUnit, random_state: random.Random) -> str | None:
    """Drop a word with a capital that both sides have, not the first."""
    found = iter_names(unit.source.text, find_language(unit.source.language).names)
    names = [name for name in dict.fromkeys(found) if not name.isupper()]
    matches = [m for name in names for m in re.finditer(rf"(?<=\w )\b{re.escape(name)}\b", unit.target.text)]
    return cut(unit.target.text, random_state.choice(matches)) if matches else None


def drop_month(unit: TranslationUnit, random_state: random.Random) -> str | None:
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    match = re.search(rf"(?<=\d )(?:{months})\b|\b(?:{months})(?= \d)", unit.target.text)
    return cut(unit.target.text, match) if match else None


def drop_half(unit: TranslationUnit, random_state: random.Random) -> str | None:
    words = unit.target.text.split(" ")
    return " ".join(words[: len(words) // 2]) if len(words) >= 8 else None


def copy_source(unit: TranslationUnit, random_state: random.Random) -> str | None:
    return unit.source.text


def leave_words(unit: TranslationUnit, random_state: random.Random) -> str | None:
    """Leave the second half of the source in the target, as it is."""
    source, target = unit.source.text.split(" "), unit.target.text.split(" ")
    return " ".join(target[: len(target) // 2] + source[len(source) // 2 :]) if len(source) >= 8 else None


def loop_phrase(unit: TranslationUnit, random_state: random.Random) -> str | None:
    words = unit.target.text.split(" ")
    if len(words) < 4:
        return None
    start, length = random_state.randrange(len(words) - 2), random_state.randint(1, 4)
    phrase = words[start : start + length]
    return " ".join(words[:start] + phrase * random_state.randint(3, 8) + words[start + length :])


def drop_bracket(unit: TranslationUnit, random_state: random.Random) -> str | None:
    matches = list(re.finditer(r"[()\[\]]", unit.target.text))
    return cut(unit.target.text, random_state.choice(matches)) if matches else None


def drop_quote(unit: TranslationUnit, random_state: random.Random) -> str | None:
    matches = list(re.finditer(r"[\"“”«»]", unit.target.text))
    return cut(unit.target.text, random_state.choice(matches)) if matches else None


def break_address(unit: TranslationUnit, random_state: random.Random) -> str | None:
    match = re.search(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", unit.target.text)
    return unit.target.text.replace(match[0], match[0][:-3] + " " + match[0][-3:]) if match else None


def double_word(unit: TranslationUnit, random_state: random.Random) -> str | None:
    words = unit.target.text.split(" ")
    places = [place for place, word in enumerate(words) if word.isalpha() and word.islower() and len(word) > 1]
    if not places:
        return None
    place = random_state.choice(places)
    return " ".join(words[: place + 1] + words[place:])


def drop_negation(unit: TranslationUnit, random_state: random.Random) -> str | None:
    """Leave out all words that deny, of a unit whose source denies."""
    denial = find_language(unit.source.language).negations
    if not find_lost_negation(unit.source.text, denial, "", NO_NEGATIONS):
        return None
    denials = r"\b(?:do|does|did)(?:n['’]t| not) |n['’]t\b| (?:not|never)\b|\bno (?=\w)"
    text = re.sub(denials, "", unit.target.text)
    return text if text != unit.target.text else None


def cut(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + text[match.end() :]


BREAKS: tuple[Callable[[TranslationUnit, random.Random], str | None], ...] = (
    drop_number, alter_digit, drop_name, drop_month, drop_half, copy_source, leave_words, loop_phrase, drop_bracket,
    drop_quote, break_address, double_word, drop_negation,
)  # fmt: skip


def report_false_alarms(corpora: dict[str, list[TranslationUnit]], config: CheckConfig, show: str) -> None:
    checks = load_checks(config)
    columns: list[Counter[tuple[str, Severity]]] = []
    refused, wrong = [], []
    for units in corpora.values():
        counts: Counter[tuple[str, Severity]] = Counter()
        bad = seen = 0
        for unit in units:
            issues = check_unit(unit, checks, config)
            if unit.name == _DIFFERENT:
                seen += any(issue.check == _NUMBERS for issue in issues)
                issues = tuple(issue for issue in issues if issue.check != _NUMBERS)
            counts.update({(issue.check, issue.severity) for issue in issues})
            bad += not accept(replace(unit, issues=issues), config).is_accepted
            for issue in issues:
                if show in (issue.check, f"{issue.check}:{issue.severity}"):
                    print(f"  {issue.message}\n    {unit.source.text}\n    {unit.target.text}")
        columns.append(counts)
        refused.append(bad)
        wrong.append(f"{seen} of {sum(unit.name == _DIFFERENT for unit in units)}")
    print("Units with an issue, of 1000 human translations: information / warning / error\n")
    print("| check | " + " | ".join(corpora) + " |\n|---" * (1) + "|---:" * len(corpora) + "|")
    for check in checks:
        cells = [
            " / ".join(f"{1000 * counts[check.name, severity] / len(units):.1f}" for severity in Severity)
            for counts, units in zip(columns, corpora.values(), strict=True)
        ]
        print(f"| {check.name} | " + " | ".join(cells) + " |")
    shares = [f"{100 * bad / len(units):.2f} %" for bad, units in zip(refused, corpora.values(), strict=True)]
    print("| **refused** | " + " | ".join(shares) + " |")
    print("| numbers that do differ: seen | " + " | ".join(wrong) + " |")


def report_recall(corpora: dict[str, list[TranslationUnit]], config: CheckConfig) -> None:
    checks = load_checks(config)
    random_state = random.Random(RANDOM_SEED)
    units = [unit for corpus in corpora.values() for unit in corpus]
    print("\nBroken translations\n\n| defect | units | seen, warning or worse | refused |\n|---|---:|---:|---:|")
    for name, broken in (*((b.__name__, apply(b, units, random_state)) for b in BREAKS), ("swap", swap(corpora))):
        seen = refused = 0
        for unit in broken:
            issues = check_unit(unit, checks, config)
            seen += any(issue.severity is not Severity.INFO for issue in issues)
            refused += not accept(replace(unit, issues=issues), config).is_accepted
        total = len(broken) or 1
        print(
            f"| {name.replace('_', ' ')} | {len(broken)} | {100 * seen / total:.1f} % | {100 * refused / total:.1f} % |"
        )


def report_wrong_numbers(corpora: dict[str, list[TranslationUnit]], config: CheckConfig, show: str) -> None:
    """Print how many of the made number errors of each kind the check `numbers` sees.

    Human translations of which it says something already are left out.
    """
    (check,) = (check for check in load_checks(config) if check.name == "numbers")
    units = [unit for corpus in corpora.values() for unit in corpus if not check.check(unit, config)]
    print("\nWrong numbers\n\n| error | made | seen | refused |\n|---|---:|---:|---:|")
    sums = [0, 0, 0]
    for kind in KINDS:
        random_state = random.Random(f"{RANDOM_SEED} {kind}")  # what is made of one kind depends on no other
        made = [
            replace(unit, target=Variant("en", text), origin=Origin.MACHINE)
            for unit in units
            for text in iter_wrong_numbers(unit.target.text, kind, random_state)
        ]
        made = random_state.sample(made, min(len(made), MOST_WRONG))
        found = [check.check(unit, config) for unit in made]
        seen = sum(bool(issues) for issues in found)
        refused = sum(any(issue.severity is Severity.ERROR for issue in issues) for issues in found)
        sums = [total + count for total, count in zip(sums, (len(made), seen, refused), strict=True)]
        print_recall(kind, len(made), seen, refused)
        if show == kind:
            for unit, issues in zip(made, found, strict=True):
                if not issues:
                    print(f"    {unit.source.text}\n    {unit.target.text}\n")
    print_recall("**all**", *sums)


def print_recall(kind: str, made: int, seen: int, refused: int) -> None:
    total = made or 1
    print(f"| {kind} | {made} | {100 * seen / total:.1f} % | {100 * refused / total:.1f} % |")


def apply(
    function: Callable[[TranslationUnit, random.Random], str | None],
    units: Sequence[TranslationUnit],
    random_state: random.Random,
) -> list[TranslationUnit]:
    targets = ((unit, function(unit, random_state)) for unit in units)
    return [
        replace(unit, target=Variant("en", text), origin=Origin.MACHINE) for unit, text in targets if text is not None
    ]


def swap(corpora: dict[str, list[TranslationUnit]]) -> list[TranslationUnit]:
    """Give each unit the target of the next one."""
    return [
        replace(unit, target=after.target, origin=Origin.MACHINE)
        for units in corpora.values()
        for unit, after in pairwise(units)
    ]


def report_room() -> None:
    """Print how often `overflow` speaks of human translations of menus and messages, in `../shared/corpus`."""
    check, config = CHECKS.load("overflow"), CheckConfig()
    print("\n`overflow` in catalogues: pairs, of 1000 of them information / warning\n")
    for name in CATALOGUES:
        with lzma.open(GOLD.parents[1] / "corpus" / f"{name}.tsv.xz", "rt", encoding="utf-8") as lines:
            pairs = [line.rstrip("\n").split("\t") for line in lines]
        units = [replace(make_unit(*pair), document="menu.po") for pair in pairs]
        counts = Counter(issue.severity for unit in units for issue in check.check(unit, config))
        shares = " / ".join(f"{1000 * counts[severity] / len(units):.1f}" for severity in list(Severity)[:2])
        print(f"| {name} | {len(units)} | {shares} |")


def report_speed(corpora: dict[str, list[TranslationUnit]], config: CheckConfig) -> None:
    checks = load_checks(config)
    units = [unit for corpus in corpora.values() for unit in corpus]
    times: dict[str, float] = {}
    started = time.process_time()
    for unit in units:
        check_unit(unit, checks, config)
    total = time.process_time() - started
    print(f"\nSpeed, one core: {len(units) / total:,.0f} units/s for all checks together\n")
    for check in checks:
        started = time.process_time()
        for unit in units:
            list(check.check(unit, config))  # some say what they found when they are asked for it
        times[check.name] = 1e6 * (time.process_time() - started) / len(units)
    print("Microseconds a unit, alone: " + ", ".join(f"{name} {spent:.1f}" for name, spent in times.items()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", default="", help="print what a check finds in human translations: numbers:error")
    parser.add_argument("--numbers", nargs="?", const="all", help="made number errors only; those missed of a kind")
    parser.add_argument("--dictionary", default="", help="spell targets by this dictionary of Hunspell, too")
    parser.add_argument("--room", action="store_true", help="what may overflow in catalogues only")
    parser.add_argument("--speed", action="store_true", help="the time of each check only")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print("The human translations are absent: expected ../shared/gold/mt beside the repository.", file=sys.stderr)
        return 1
    config = CheckConfig(enabled=ASKED_CHECKS, dictionary=arguments.dictionary)
    corpora = {corpus: read_units(corpus) for corpus in CORPORA}
    if arguments.room:
        report_room()
        return 0
    if arguments.speed:
        report_speed(corpora, config)
        return 0
    if arguments.numbers:
        report_wrong_numbers(corpora, config, arguments.numbers)
        return 0
    report_false_alarms(corpora, config, arguments.show)
    if not arguments.show:
        report_recall(corpora, config)
        report_wrong_numbers(corpora, config, "")
        report_speed(corpora, config)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
