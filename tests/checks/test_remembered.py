"""Checks that remember: they find what checks find that do not, and measure a pair once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.checks.test_pairs import FAILS, PASSES
from translate.checks import PairChecks, check_unit, load_checks
from translate.checks.base import PlainCheck
from translate.checks.remembered import ENGINE_CHECKS
from translate.config import CheckConfig
from translate.data import CodeKind, InlineCode, Issue, Origin, Severity, TranslationUnit, Variant
from translate.run.loading import make_judge

PAIRS = sorted({pair for table in (PASSES, FAILS) for pairs in table.values() for pair in pairs})
DEFAULT = CheckConfig()
CONFIGS = [
    DEFAULT,
    CheckConfig(as_error=("spacing", "quotes", "score"), as_warning=("numbers", "untranslated")),
    CheckConfig(disabled=("score", "numbers")),
]


def make_unit(source: str, target: str, score: float | None = None) -> TranslationUnit:
    return TranslationUnit("unit", Variant("fr", source), Variant("en", target), Origin.MACHINE, score=score)


class Counted:
    """A check that says which target it saw, and counts."""

    def __init__(self, name: str = "counted") -> None:
        self.name = name
        self.seen: list[str] = []

    def __call__(self, unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
        self.seen.append(unit.target.text)
        return (Issue(self.name, Severity.WARNING, unit.target.text, 1.0),)


@pytest.mark.parametrize("config", CONFIGS)
def test_they_find_what_the_checks_find(config: CheckConfig) -> None:
    checks = load_checks(config)
    remembering = PairChecks(checks, config)
    units = [make_unit(*pair, score) for pair in PAIRS for score in (None, 1.0, 4.0)]
    found = [check_unit(unit, checks, config) for unit in units]
    for _ in range(2):
        assert [remembering.check(unit) for unit in units] == found


def test_inline_codes_tell_pairs_of_the_same_texts_apart() -> None:
    source, target = "Tapez la commande installer paquet ici.", "Type the command installer paquet here."
    plain = make_unit(source, target)
    sides = (replace(side, codes=(InlineCode(*_place("installer paquet", side.text), CodeKind.ISOLATED),))
             for side in (plain.source, plain.target))  # fmt: skip
    coded = replace(plain, source=next(sides), target=next(sides))
    checks = load_checks(DEFAULT)
    alone = [check_unit(unit, checks, DEFAULT) for unit in (plain, coded)]
    assert alone[0] != alone[1]
    for units in ((plain, coded), (coded, plain)):
        remembering = PairChecks(checks, DEFAULT)
        assert [remembering.check(unit) for unit in units] == [alone[unit is coded] for unit in units]


def _place(words: str, text: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_a_pair_is_measured_once_and_the_oldest_is_forgotten() -> None:
    counted = Counted()
    checks = PairChecks([PlainCheck("counted", counted)], DEFAULT)
    checks.kept = 2
    for target in ("one", "two", "one", "three", "two", "one"):
        assert [issue.message for issue in checks.check(make_unit("un", target))] == [target]
    assert counted.seen == ["one", "two", "three", "one"]


def test_texts_in_another_language_are_another_pair() -> None:
    checks = PairChecks(load_checks(DEFAULT), DEFAULT)
    unit = make_unit("Il vit dans une maison bleue.", "He lives dans une maison bleue.")
    french = replace(unit, target=replace(unit.target, language="fr"))
    assert "copied" in {issue.check for issue in checks.check(unit)}
    assert "copied" not in {issue.check for issue in checks.check(french)}


@pytest.mark.parametrize(
    "config",
    [
        DEFAULT,
        CheckConfig(as_error=("spacing",), as_warning=("numbers", "copied"), score_error=50.0, length_error=9.0),
        CheckConfig(max_copied_words=1, max_lost_numbers=3, min_untranslated_words=9),
        CheckConfig(disabled=("numbers", "copied", "repetition")),
    ],
)
def test_the_judge_does_not_follow_the_thresholds_of_a_user(config: CheckConfig) -> None:
    own, shared = make_judge("fr", "en"), make_judge("fr", "en", PairChecks(load_checks(config), config))
    for source, target in PAIRS:
        assert list(own(source, target)) == list(shared(source, target))


def test_the_judge_and_the_last_check_measure_a_pair_once() -> None:
    judging, other = Counted("numbers"), Counted()
    checks = PairChecks([PlainCheck("counted", other), PlainCheck("numbers", judging)], DEFAULT)
    pair = make_unit("Le chat dort.", "The cat sleeps.")
    assert [issue.message for issue in checks.judge(pair)] == ["The cat sleeps."]
    assert (len(judging.seen), len(other.seen)) == (1, 0), "what makes no hypothesis suspected is left for units"
    for _ in range(2):
        assert len(checks.measure(pair)) == 2
    assert (len(judging.seen), len(other.seen)) == (1, 1)


def test_what_is_left_of_a_pair_is_measured_ahead_where_it_was_judged() -> None:
    judging, other = Counted("numbers"), Counted()
    checks = PairChecks([PlainCheck("counted", other), PlainCheck("numbers", judging)], DEFAULT)
    judged, unknown = make_unit("Un chat.", "A cat."), make_unit("Un chien.", "A dog.")
    checks.judge(judged)
    for unit in (judged, unknown):
        checks.prepare(unit)
    assert (judging.seen, other.seen) == (["A cat."], ["A cat."])
    assert len(checks.measure(judged)) == 2
    assert other.seen == ["A cat."]


def test_what_the_judge_finds_and_the_rest_are_in_the_order_of_the_table() -> None:
    checks = PairChecks(load_checks(DEFAULT), DEFAULT)
    pair = make_unit("Il a 3 chats, et 4 chiens.", "he has the the 5 cats, , and 4 dogs.")
    assert [issue.check for issue in checks.judge(pair)] == ["numbers", "numbers"]
    assert [issue.check for issue in checks.measure(pair)] == [
        "doubled_words",
        "numbers",
        "numbers",
        "capitals",
        "marks",
    ]


def test_the_judge_of_a_translator_runs_the_checks_of_the_units() -> None:
    counted = Counted("numbers")
    others = (check for check in load_checks(DEFAULT) if check.name != "numbers")
    judge = make_judge("fr", "en", PairChecks([*others, PlainCheck("numbers", counted)], DEFAULT))
    for _ in range(2):
        list(judge("Le chat dort.", "The cat sleeps."))
    assert counted.seen == ["The cat sleeps."]


@pytest.mark.parametrize(
    ("config", "left"),
    [
        (DEFAULT, [("parted", Severity.INFO), ("invented", Severity.WARNING)]),
        (CheckConfig(as_error=("invented",)), [("parted", Severity.INFO), ("invented", Severity.ERROR)]),
        (CheckConfig(disabled=("invented",)), [("parted", Severity.INFO)]),
    ],
)
def test_the_settings_speak_of_what_an_engine_says_as_of_any_check(
    config: CheckConfig, left: list[tuple[str, Severity]]
) -> None:
    said = (Issue("parted", Severity.INFO, "", 2.0), Issue("invented", Severity.WARNING, "", 1.0))
    unit = replace(make_unit("Le chat dort.", "The cat sleeps."), issues=said)
    found = PairChecks(load_checks(config), config).check(unit)
    assert [(issue.check, issue.severity) for issue in found] == left


def test_the_checks_of_an_engine_are_no_checks_of_units() -> None:
    assert {check.name for check in load_checks(DEFAULT)}.isdisjoint(ENGINE_CHECKS)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("1 234 567,89", True), ("45,00", True), ("1,234.56", False), ("02 98 44 17 03", False), ("Rennes", False)],
)
def test_of_what_is_carried_over_numbers_in_the_format_of_the_source_are_told(text: str, is_told: bool) -> None:
    remembering = PairChecks(load_checks(DEFAULT), DEFAULT)
    carried = replace(make_unit(text, text), origin=Origin.CARRIED)
    assert [issue.check for issue in remembering.check_carried(carried)] == (["numbers"] if is_told else [])
