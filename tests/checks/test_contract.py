"""What holds for every check of the table, and for the decision."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

import translate.checks
from translate.checks import ASKED_CHECKS, CHECKS, accept, check_unit, load_checks
from translate.config import CheckConfig
from translate.config_file import load_config
from translate.data import Issue, Origin, Severity, TranslationUnit, Variant
from translate.errors import UnknownNameError

NAMES = list(CHECKS)
CONFIG = CheckConfig()
# Texts as documents have them, bits that the checks look for, and anything at all.
BITS = st.sampled_from(
    ["1 000,5", "1,000.5", "8 h 30", "XIXe", "«", "»", "(", ")", "https://a.fr", "{x}", "%s", "<b>", "</b>", "the the",
     "non non non", "\u00a0", "\u202f", "\u200b", "é", "🙂", "…", "?", "!", ".", "1" * 50, "٣", "²", "İ", "ﬀ", "a@b.c"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(BITS, st.text(max_size=8)), max_size=12).map(" ".join),
    st.lists(BITS, max_size=8).map("".join),
)
LANGUAGES = st.sampled_from(["fr", "en", "de", "fr-CA", "en-GB", "zh-Hans", "sv", "pt-BR"])


def make_unit(source: str, target: str, *, score: float | None = None) -> TranslationUnit:
    return TranslationUnit("unit", Variant("fr", source), Variant("en", target), Origin.MACHINE, score=score)


@pytest.mark.parametrize("name", NAMES)
def test_a_check_goes_by_its_name(name: str) -> None:
    assert CHECKS.load(name).name == name


@given(source=TEXTS, target=TEXTS, languages=st.tuples(LANGUAGES, LANGUAGES))
@settings(max_examples=60, deadline=None)
def test_a_check_never_raises_and_its_issues_are_well_formed(
    source: str, target: str, languages: tuple[str, str]
) -> None:
    """All checks in one test, for to make up texts takes longer than to check them."""
    unit = TranslationUnit("unit", Variant(languages[0], source), Variant(languages[1], target), Origin.MACHINE)
    for name in NAMES:
        note(name)
        check = CHECKS.load(name)
        issues = tuple(check.check(unit, CONFIG))
        assert issues == tuple(check.check(unit, CONFIG))
        for issue in issues:
            assert issue.check == name
            assert issue.severity in Severity
            assert issue.message.endswith(".")
            assert "\n" not in issue.message.replace(source, "").replace(target, "") or "\n" in source + target
            assert issue.value is not None
            assert math.isfinite(issue.value)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["", "12", "1 000,5", "***", "Paris", "https://a.fr", "(1) « a »", "03/05/2024"])
def test_the_same_on_both_sides_of_one_language_is_well(name: str, text: str) -> None:
    unit = TranslationUnit("unit", Variant("fr", text), Variant("fr", text), Origin.CARRIED)
    assert tuple(CHECKS.load(name).check(unit, CONFIG)) == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_long_text_takes_no_long_time(name: str) -> None:
    for text in ("a " * 20_000, "1" * 20_000, "1 " * 20_000, "(" * 20_000, "'a" * 20_000, "a." * 20_000, "<a " * 9_000):
        tuple(CHECKS.load(name).check(make_unit("x", text), CONFIG))


@pytest.mark.parametrize("name", NAMES)
def test_a_check_can_be_switched_off(name: str) -> None:
    assert name not in {check.name for check in load_checks(CheckConfig(disabled=(name,)))}


@pytest.mark.parametrize("name", NAMES)
def test_a_check_is_documented(name: str) -> None:
    page = Path(__file__).parents[2] / "docs" / "checks.md"
    if page.exists():
        assert f"`{name}`" in page.read_text(encoding="utf-8")


def test_every_key_is_documented() -> None:
    page = Path(__file__).parents[2] / "docs" / "checks.md"
    if page.exists():
        text = page.read_text(encoding="utf-8")
        assert [field.name for field in fields(CheckConfig) if f"`{field.name}`" not in text] == []


@pytest.mark.parametrize("key", ["disabled", "as_error", "as_warning"])
def test_unknown_names_are_refused(key: str) -> None:
    with pytest.raises(UnknownNameError, match=r"Unknown check 'nombres'\. Known: access_keys, brackets, "):
        load_checks(replace(CONFIG, **{key: ("nombres",)}))


def test_checks_run_in_the_order_of_the_table() -> None:
    assert [check.name for check in load_checks(CheckConfig(enabled=ASKED_CHECKS))] == NAMES


def test_an_empty_target_is_said_once() -> None:
    assert [issue.check for issue in check_unit(make_unit("Le 3 mai !", ""), load_checks(CONFIG), CONFIG)] == ["empty"]


def test_names_are_exact_and_sorted() -> None:
    assert translate.checks.__all__ == sorted(translate.checks.__all__)


GOOD = [
    ("Le train part à 8 h 30.", "The train leaves at 8:30."),
    ("« Viens ! » dit-il.", "“Come!” he said."),
    ("Il pèse 1 000,5 kg.", "It weighs 1,000.5 kg."),
    ("***", "***"),
    ("Oui", "Yes"),
]
BROKEN = [
    ("Le train part à 8 h 30.", ""),
    ("Le train part à 8 h 30.", "The train leaves at 8:40."),
    ("Le train part demain matin.", "Le train part demain matin."),
    ("Voir https://a.fr.", "See here."),
    ("Oui", "yes yes yes yes yes yes"),
    ("Bonjour {nom}", "Hello name"),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_good_translations_are_accepted(source: str, target: str) -> None:
    unit = make_unit(source, target)
    verdict = accept(replace(unit, issues=check_unit(unit, load_checks(CONFIG), CONFIG)), CONFIG)
    assert verdict.is_accepted
    assert verdict.reasons == ()


@pytest.mark.parametrize(("source", "target"), BROKEN)
def test_broken_translations_are_refused_with_reasons(source: str, target: str) -> None:
    unit = make_unit(source, target)
    verdict = accept(replace(unit, issues=check_unit(unit, load_checks(CONFIG), CONFIG)), CONFIG)
    assert not verdict.is_accepted
    assert all(reason.severity is Severity.ERROR for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("You have {n, plural, one {a friend} other {{nom} and # others}}.", []),
        ("You have {n, plural, one {a friend} other {{name} and # others}}.", ["placeholders", "placeholders"]),
        ("You have a friend.", ["length", "omissions", "placeholders", "symbols"]),
        (
            "You have {n, plural, one {un ami de plus} other {{nom} et # autres}}.",
            ["untranslated", "remnants", "copied"],
        ),
        (
            "You have {n, plural, one {a friend} other {{nom} and # others}.",
            ["placeholders", "brackets"],
        ),
    ],
)
def test_messages_are_measured_without_their_syntax(target: str, found: list[str]) -> None:
    source = "Vous avez {n, plural, one {un ami de plus} other {{nom} et # autres}}."
    unit = TranslationUnit("1", Variant("fr", source), Variant("en", target), Origin.HUMAN)
    config = CheckConfig()
    assert [issue.check for issue in check_unit(unit, load_checks(config), config)] == found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Il reste {0} places pour la sortie.", "There are places left for the outing.", ["placeholders"]),
        ("Écrivez à bureau12@exemple.fr pour la sortie.", "Write to us for the outing.", ["urls"]),
        ("Prenez <x1/> la sortie.", "Take the exit.", ["tags"]),
        ("Prenez la sortie R+1 du parking.", "Take the exit of the car park.", ["numbers", "codes"]),
    ],
)
def test_what_a_code_has_of_figures_is_reported_once_with_it(source: str, target: str, found: list[str]) -> None:
    assert [issue.check for issue in check_unit(make_unit(source, target), load_checks(CONFIG), CONFIG)] == found


def test_warnings_refuse_where_asked() -> None:
    warnings = tuple(Issue("quotes", Severity.WARNING, "x.", 1.0) for _ in range(2))
    unit = replace(make_unit("a", "b"), issues=warnings)
    assert accept(unit, CONFIG).is_accepted
    assert accept(unit, CheckConfig(max_warnings=2)).is_accepted
    assert accept(unit, CheckConfig(max_warnings=1)).reasons == warnings


def test_severities_can_be_moved() -> None:
    unit = make_unit("Le 3 mai", "May")
    lighter = CheckConfig(as_warning=("numbers",))
    heavier = CheckConfig(as_error=("end_punctuation",))
    assert {issue.severity for issue in check_unit(unit, load_checks(lighter), lighter)} == {Severity.WARNING}
    issues = check_unit(make_unit("Oui ?", "Yes."), load_checks(heavier), heavier)
    assert [issue.severity for issue in issues] == [Severity.ERROR]


def test_thresholds_are_keys_of_the_configuration_file(tmp_path: Path) -> None:
    path = tmp_path / "bitexte.toml"
    path.write_text('[checks]\ndisabled = ["spacing"]\nlength_error = 4.0\nmax_remnants = 0\n', encoding="utf-8")
    assert load_config(path).checks == CheckConfig(disabled=("spacing",), length_error=4.0, max_remnants=0)
