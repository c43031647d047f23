"""Each threshold at its border: on this side a unit passes or is warned of, one step beyond it is worse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks import accept, check_unit, load_checks, weigh_issue
from translate.checks.completeness import length_deviation
from translate.checks.punctuation import end_of
from translate.checks.repetition import Loop, longest_loop, most_repeated_phrase
from translate.config import CheckConfig
from translate.data import Issue, Origin, Severity, TranslationUnit, Variant
from translate.languages import find_language

Find = Callable[..., tuple[Issue, ...]]
INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
LONG = "Le gouvernement a annoncé mardi de nouvelles mesures pour aider les familles les plus pauvres du pays."

NAMED = "{}Observatoire syrien des droits de l'homme (OSDH)"
"""A name with its acronym, which translators keep."""


# Check, source, target, setting, value of the setting, and what is found then.
BORDERS: list[tuple[str, str, str, str, Any, list[Severity]]] = [
    ("untranslated", "Le chat dort.", "Le chat dort.", "min_untranslated_words", 2, [ERROR]),
    ("untranslated", "Le chat dort.", "Le chat dort.", "min_untranslated_words", 3, [WARNING]),
    ("untranslated", "LE CHAT DORT", "LE CHAT DORT", "min_untranslated_words", 3, [ERROR]),
    ("untranslated", "LE CHAT DORT", "LE CHAT DORT", "min_untranslated_words", 4, [WARNING]),
    ("numbers", "Il y a 3 et 5 chats.", "There are cats.", "max_lost_numbers", 1, [ERROR]),
    ("numbers", "Il y a 3 et 5 chats.", "There are cats.", "max_lost_numbers", 2, [WARNING]),
    ("numbers", "Il y a des chats.", "There are 3 or 5 cats.", "max_gained_numbers", 1, [ERROR]),
    ("numbers", "Il y a des chats.", "There are 3 or 5 cats.", "max_gained_numbers", 2, [WARNING]),
    ("repetition", "Oui", "of the of the of the", "max_repetitions", 2, [ERROR]),
    ("repetition", "Oui", "of the of the of the", "max_repetitions", 3, [WARNING]),
    ("repetition", "Oui", "yes yes yes yes", "max_repetitions", 2, [ERROR]),
    ("repetition", "Oui", "yes yes yes yes", "max_repetitions", 3, [WARNING]),
    ("remnants", "a", "he eats avec you sous it", "max_remnants", 1, [ERROR]),
    ("remnants", "a", "he eats avec you sous it", "max_remnants", 2, [WARNING]),
    ("copied", "le chat du voisin dort bien", "see le chat du voisin dort", "max_copied_words", 4, [ERROR]),
    ("copied", "le chat du voisin dort bien", "see le chat du voisin dort", "max_copied_words", 5, [WARNING]),
    ("copied", NAMED.format("L'"), NAMED.format("the "), "max_copied_words", 4, [WARNING]),
    ("target_language", LONG, LONG, "min_language_votes", 8, [ERROR]),
    ("target_language", LONG, LONG, "min_language_votes", 9, [WARNING]),
    ("script", "Oui", "Да", "min_foreign_letters", 2, [ERROR]),
    ("script", "Oui", "Да", "min_foreign_letters", 3, [WARNING]),
]


@pytest.mark.parametrize(("name", "source", "target", "key", "value", "severities"), BORDERS)
def test_a_border(
    find: Find, name: str, source: str, target: str, key: str, value: object, severities: list[Severity]
) -> None:
    config = replace(CheckConfig(), **{key: value})
    assert [issue.severity for issue in find(name, source, target, config=config)] == severities


def test_every_threshold_has_its_border_tested() -> None:
    tested = {key for _, _, _, key, _, _ in BORDERS} | {
        "length_warning",
        "length_error",
        "score_warning",
        "score_error",
        "doubtful_score",  # Of no check; see tests/run/test_scoring.py.
        "max_growth",  # See test_limits.py.
    }
    lists = {"disabled", "enabled", "as_error", "as_warning", "max_warnings"}  # Of no check; see test_contract.py.
    lists |= {"forbidden", "required", "dictionary"}  # See test_patterns.py and test_dictionary.py.
    assert {field.name for field in fields(CheckConfig)} == tested | lists


@pytest.mark.parametrize("factor", [0.2, 0.35, 1.0, 1.9, 3.0])
def test_a_length_is_judged_by_its_deviation(find: Find, factor: float) -> None:
    source, target = "a" * 200, "b" * int(200 * factor)
    deviation = length_deviation(source, target, find_language("fr"), find_language("en"))
    assert (deviation < 0) == (factor < 0.9)
    for step, found in ((-1e-6, [ERROR]), (1e-6, [WARNING])):
        config = CheckConfig(length_warning=0.0, length_error=abs(deviation) + step)
        assert [issue.severity for issue in find("length", source, target, config=config)] == found
    beyond = CheckConfig(length_warning=abs(deviation) + 1e-6, length_error=99.0)
    assert find("length", source, target, config=beyond) == ()


@given(st.integers(1, 300), st.integers(1, 300))
def test_a_longer_target_deviates_further_upward(characters: int, more: int) -> None:
    languages = find_language("fr"), find_language("en")
    source = "a" * characters
    one, other = (length_deviation(source, "b" * n, *languages) for n in (characters, characters + more))
    assert one < other


def test_a_length_is_what_the_pair_of_languages_lets_expect() -> None:
    text = "a" * 300
    one, other = find_language("fr"), find_language("en")
    there, back = length_deviation(text, text, one, other), length_deviation(text, text, other, one)
    assert (there > 0) == (back < 0) == (one.relative_length > other.relative_length)
    assert abs(length_deviation(text, text, one, one)) < 1e-9


@pytest.mark.parametrize(
    ("score", "warning", "error", "severities"),
    [
        (10.0, 10.0, 5.0, []),
        (9.9, 10.0, 5.0, [WARNING]),
        (5.0, 10.0, 5.0, [WARNING]),
        (4.9, 10.0, 5.0, [ERROR]),
        (7.0, 5.0, 10.0, [ERROR]),
        (10.0, 5.0, 10.0, []),
        (0.0, 0.0, 0.0, []),
    ],
)
def test_a_score_is_low_below_its_limits(
    find: Find, score: float, warning: float, error: float, severities: list[Severity]
) -> None:
    config = CheckConfig(score_warning=warning, score_error=error)
    assert [issue.severity for issue in find("score", "Oui", "Yes", score=score, config=config)] == severities


def test_nobody_doubts_the_score_of_a_person() -> None:
    unit = TranslationUnit("1", Variant("fr", "Oui"), Variant("en", "Yes"), Origin.HUMAN, score=0.1)
    assert check_unit(unit, load_checks(CheckConfig()), CheckConfig()) == ()
    assert check_unit(replace(unit, origin=Origin.MEMORY), load_checks(CheckConfig()), CheckConfig()) != ()


@pytest.mark.parametrize(
    ("words", "loop"),
    [
        ("", None),
        ("a", None),
        ("a a", None),
        ("a b a b", None),
        ("a a a", Loop(("a",), 3)),
        ("a b a b a b", Loop(("a", "b"), 3)),
        ("a b c a b c", Loop(("a", "b", "c"), 2)),
        ("x a b c a b c y", Loop(("a", "b", "c"), 2)),
        ("a b c d a b c", None),
        ("x x x a b c d a b c d", Loop(("a", "b", "c", "d"), 2)),
        ("a b c d e f g h i j k l a b c d e f g h i j k l", Loop(tuple("abcdefghijkl"), 2)),
        ("a b c d e f g h i j k l m a b c d e f g h i j k l m", None),
    ],
)
def test_the_loop_that_takes_most_words_is_found(words: str, loop: Loop | None) -> None:
    assert longest_loop(words.split()) == loop


@given(
    st.lists(st.sampled_from("abc"), min_size=3, max_size=4),
    st.integers(2, 5),
    st.lists(st.sampled_from("xyz"), max_size=4),
)
def test_a_phrase_that_is_repeated_is_a_loop_wherever_it_stands(
    phrase: list[str], times: int, before: list[str]
) -> None:
    found = longest_loop(before + phrase * times)
    assert found is not None
    assert found.run * len(found.phrase) >= times * len(phrase)


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("a b c", None),
        ("a b c d e", None),
        ("a b c d x a b c d", Loop(("a", "b", "c", "d"), 2, scattered=True)),
        ("a b c d a b c d a b c d", Loop(("a", "b", "c", "d"), 3, scattered=True)),
    ],
)
def test_the_phrase_of_four_words_that_comes_most_is_found(words: str, phrase: Loop | None) -> None:
    assert most_repeated_phrase(words.split()) == phrase


@pytest.mark.parametrize(
    ("target", "severities"),
    [
        ("we met the old man here, we met the old man there", []),
        ("we met the old man here, we met the old man there, we met the old man twice", [WARNING]),
        (
            "we met the old man a, we met the old man b, we met the old man c, "
            "we met the old man d, we met the old man",
            [ERROR],
        ),
        ("hahahahahaha", [ERROR]),
        ("hahahaha", []),
        ("Yes!!!!!", [ERROR]),
        ("Yes!!!!", []),
        ("Yes.......", []),
        ("Yes ------", []),
    ],
)
def test_what_loops_without_end_is_found(find: Find, target: str, severities: list[Severity]) -> None:
    assert [issue.severity for issue in find("repetition", "Oui", target)] == severities
    assert find("repetition", target, target) == (), "the source repeats it too"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", "nothing"),
        ("Oui", "nothing"),
        ("Oui.", "full stop"),
        ("Oui.»", "full stop"),
        ("« Oui. »", "full stop"),
        ("« Oui ! ».", "exclamation mark"),
        ("« Oui ».", "full stop"),
        ("Oui?!", "question mark"),
        ("Oui!?", "question mark"),
        ("Oui…", "ellipsis"),
        ("Oui..", "ellipsis"),
        ("Oui...", "ellipsis"),
        ("Oui;", "semicolon"),
        ("Oui :", "colon"),
        ("(Oui,)", "comma"),
        ("Oui。", "full stop"),
        ("Oui？", "question mark"),
        ("*Oui.*", "full stop"),
        ("Oui. ", "full stop"),
    ],
)
def test_the_end_of_a_segment_is_seen_through_what_closes(text: str, end: str) -> None:
    assert end_of(text) == end


ENDS = ["full stop", "question mark", "exclamation mark", "ellipsis", "colon", "semicolon", "comma", "nothing"]
SIGNS = dict(zip(ENDS, [".", "?", "!", "…", ":", ";", ",", ""], strict=True))


@pytest.mark.parametrize("source", ENDS)
@pytest.mark.parametrize("target", ENDS)
def test_ends_that_translators_trade_are_let_be_in_either_direction(find: Find, source: str, target: str) -> None:
    there = find("end_punctuation", f"Oui{SIGNS[source]}", f"Yes{SIGNS[target]}")
    back = find("end_punctuation", f"Oui{SIGNS[target]}", f"Yes{SIGNS[source]}")
    if {source, target} == {"colon", "nothing"}:  # what the target announces is lost
        assert [issue.severity for issue in there] == [WARNING if target == "colon" else INFO]
    else:
        assert [issue.severity for issue in there] == [issue.severity for issue in back]
    if source == target:
        assert there == ()
    if "question mark" in (source, target) and source != target:
        assert [issue.severity for issue in there] == [WARNING]


FOUND = tuple(
    Issue(name, severity, "x.") for name, severity in [("a", INFO), ("b", WARNING), ("c", WARNING), ("d", ERROR)]
)
UNIT = TranslationUnit("1", Variant("fr", "Oui"), Variant("en", "Yes"), Origin.MACHINE)


@pytest.mark.parametrize(
    ("issues", "max_warnings", "reasons"),
    [
        ("", 0, ""),
        ("a", 1, ""),
        ("abc", 0, ""),
        ("abc", 2, ""),
        ("abc", 1, "bc"),
        ("abcd", 1, "d"),
        ("ad", 9, "d"),
    ],
)
def test_errors_refuse_a_unit_and_too_many_warnings_do(issues: str, max_warnings: int, reasons: str) -> None:
    unit = replace(UNIT, issues=tuple(issue for issue in FOUND if issue.check in issues))
    verdict = accept(unit, CheckConfig(max_warnings=max_warnings))
    assert "".join(issue.check for issue in verdict.reasons) == reasons
    assert verdict.is_accepted is (reasons == "")


@pytest.mark.parametrize(
    ("severity", "as_error", "as_warning", "weighed"),
    [
        (INFO, (), (), INFO),
        (INFO, ("a",), (), ERROR),
        (WARNING, ("a",), (), ERROR),
        (INFO, (), ("a",), INFO),
        (WARNING, (), ("a",), WARNING),
        (ERROR, (), ("a",), WARNING),
        (ERROR, ("b",), ("b",), ERROR),
        (WARNING, ("a",), ("a",), ERROR),
    ],
)
def test_settings_weigh_an_issue(
    severity: Severity, as_error: tuple[str, ...], as_warning: tuple[str, ...], weighed: Severity
) -> None:
    issue = Issue("a", severity, "x.", 1.0)
    config = CheckConfig(as_error=as_error, as_warning=as_warning)
    assert weigh_issue(issue, config) == replace(issue, severity=weighed)


@pytest.mark.parametrize(("source", "target"), [("", "Yes."), ("Oui.", ""), (" ", "Yes."), ("Oui.", "\u00a0")])
def test_beside_an_empty_side_there_is_nothing_else_to_measure(source: str, target: str) -> None:
    unit = replace(UNIT, source=Variant("fr", source), target=Variant("en", target))
    (issue,) = check_unit(unit, load_checks(CheckConfig()), CheckConfig())
    assert (issue.check, issue.severity) == ("empty", ERROR)
    others = [check for check in load_checks(CheckConfig()) if check.name != "empty"]
    assert check_unit(unit, others, CheckConfig()) == ()
