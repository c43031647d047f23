"""Numbers: each side is read by its language, and words may stand for figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks import CHECKS
from translate.config import CheckConfig
from translate.data import CodeKind, InlineCode, Issue, Origin, Severity, TranslationUnit, Variant
from translate.languages import find_language
from translate.text.numbers.numerals import read_numbers
from translate.text.numbers.roman import roman_value

Find = Callable[..., tuple[Issue, ...]]

PASSES = [
    ("Le mardi 14 mai", "On Tuesday 14 May"),
    ("Le 31 octobre 2020", "Oct. 31, 2020"),
    ("Le 1er septembre", "Sept. 1st"),
    ("Le 14 mai 2024", "14/05/2024"),
    ("Sept jours", "A week"),
    ("La planète Mars", "The red planet"),
    ("Il en mange 3", "He eats 3"),
    ("OUVERT À 9H30", "OPEN AT 9:30"),
    ("1 000,5 km", "1,000.5 km"),
    ("1\u00a0000,5 km", "1,000.5 km"),
    ("1\u202f234\u202f567 habitants", "1,234,567 inhabitants"),
    ("1 234 567 habitants", "1.234567 million inhabitants"),
    ("1.234,50 francs", "1,234.50 francs"),
    ("1000 habitants", "1,000 inhabitants"),
    ("0,5 mg", ".5 mg"),
    ("0,50 mg", "0.5 mg"),
    ("à 8 h 30", "at 8:30"),
    ("à 8h30", "at 8.30 a.m."),
    ("à 20 h 30", "at 8:30 p.m."),
    ("à 20h", "at 8 pm"),
    ("à 19:45", "at 7:45 pm"),
    ("à 20h45", "at 20.45 hrs"),
    ("le mardi à 18 h 30", "on Tuesday at 18.30"),
    ("de 8 h 30 à 17 h 15", "from 8.30 to 17.15"),
    ("à 8 h 00", "at 8 o'clock"),
    ("à 8 heures", "at 8:00"),
    ("à midi", "at 12"),
    ("le 1er mai", "on May 1st"),
    ("le 1er mai", "on the first of May"),
    ("la 2e fois", "the 2nd time"),
    ("la 3ème édition", "the third edition"),
    ("n° 5", "No. 5"),
    ("18,10 €", "€18.10"),
    ("1,5 million d'euros", "1.5 million euros"),
    ("1,5 million d'euros", "1,500,000 euros"),
    ("1,2 milliard", "1.2 billion"),
    ("1,2 milliard", "1,200 million"),
    ("7 milliards", "7 thousand million"),
    ("entre 15 et 20 millions", "between 15 million and 20 million"),
    ("5 M€", "€5m"),
    ("3 Md€", "€3 billion"),
    ("10 mille", "10,000"),
    ("le XIXe siècle", "the 19th century"),
    ("le XIXe siècle", "the nineteenth century"),
    ("Louis XIV", "Louis XIV"),
    ("le chapitre 4", "chapter IV"),
    ("2 chiens", "two dogs"),
    ("deux chiens", "2 dogs"),
    ("vingt-cinq ans", "25 years"),
    ("quatre-vingt-dix-neuf", "99"),
    ("deux mille trois cents", "2,300"),
    ("trois millions", "3 million"),
    ("25 ans", "twenty-five years"),
    ("une quinzaine de jours", "about 15 days"),
    ("1 enfant", "a child"),
    ("50 %", "half"),
    ("12\u00a0%", "12%"),
    ("12,5\u202f%", "12.5 percent"),
    ("le 03/05/2024", "on 03/05/2024"),
    ("le 03/05/2024", "on 3 May 2024"),
    ("le 03/05/2024", "on 2024-05-03"),
    ("en 1914-1918", "in 1914–1918"),
    ("en 1914-1918", "in 1914-18"),
    ("10-15 jours", "10 to 15 days"),
    ("les années 80", "the 1980s"),
    ("les années 1980", "the '80s"),
    ("les années 80", "the eighties"),
    ("01 23 45 67 89", "01 23 45 67 89"),
    ("la version 3.11.2", "version 3.11.2"),
    ("le Web 2.0", "Web 2.0"),
    ("3 100 m", "3,100 m"),
    ("en 2024 100 personnes", "in 2024, 100 people"),
    ("la COVID-19", "COVID-19"),
    ("le 15 mars 2020 8 h 00", "15 March 2020 8:00 a.m."),
    ("« 3 » et ½", "“3” and ½"),
    ("de 4,5 mètres (15 pieds)", "4.5 metres (15 feet)"),
    ("19,000 cas", "19,000 cases"),
    ("rien", "nothing"),
]
FAILS = [
    ("Le mardi 14 mai à 18 h", "On Tuesday the 14th at 6 p.m."),
    ("Le 2 mars dernier", "On 2 February last"),
    ("Du 1er au 4 juin", "From 1 to 4 July"),
    ("3 mai", "4 May"),
    ("1 234,5", "1,234"),
    ("1 000,5 km", "1,000 km"),
    ("1 000 km", "1.000 km"),
    ("1,234 km", "1,234 km"),
    ("1,5 million", "1,5 million"),
    ("1,5 milliard", "1.5 million"),
    ("à 8 h 30", "at 8"),
    ("à 8 h 30", "at 8:35"),
    ("à 20 h", "at 9 p.m."),
    ("le 1er mai", "on May 2nd"),
    ("la 2e fois", "the 3rd time"),
    ("n° 5", "the number"),
    ("18,10 €", "€18.01"),
    ("18 kg et 30 g", "18.30 kg"),
    ("18 h 30", "at 18.35"),
    ("le XIXe siècle", "the 18th century"),
    ("deux chiens", "3 dogs"),
    ("12 %", "21%"),
    ("le 03/05/2024", "on 05/03/2024"),
    ("le 03/05/2024", "on 4 May 2024"),
    ("en 1914-1918", "in 1914"),
    ("les années 80", "the 1990s"),
    ("01 23 45 67 89", "01 23 45 67 98"),
    ("la version 3.11.2", "version 3.11.3"),
    ("rien", "12 things"),
    ("la COVID-19", "the disease"),
    ("1" * 60, "2" * 60),
]
# Source and target languages in their order.
OTHERS = [
    (("de", "en"), "1.234,5 km", "1,234.5 km", True),
    (("en", "fr"), "1,234.5 km", "1 234,5 km", True),
    (("en", "fr"), "8:30 p.m.", "20 h 30", True),
    (("en", "fr"), "the 1st of May", "le 1er mai", True),
    (("en", "fr"), "1.5 billion", "1,5 milliard", True),
    (("en", "fr"), "1,234 km", "1,234 km", False),
    (("fr-CA", "en-GB"), "1 234,5", "1,234.5", True),
    (("de", "fr"), "1.234 km", "1 234 km", True),
    (("fr", "sv"), "1 234,5", "1 234,5", True),
]


@pytest.mark.parametrize(("source", "target"), PASSES)
def test_passes(find: Find, source: str, target: str) -> None:
    assert find("numbers", source, target) == ()


@pytest.mark.parametrize(("source", "target"), FAILS)
def test_fails(find: Find, source: str, target: str) -> None:
    assert find("numbers", source, target)


@pytest.mark.parametrize(("languages", "source", "target", "passes"), OTHERS)
def test_other_languages(find: Find, languages: tuple[str, str], source: str, target: str, passes: bool) -> None:
    assert (not find("numbers", source, target, languages=languages)) is passes


def test_the_message_says_what_was_found_and_what_expected(find: Find) -> None:
    lost, gained = find("numbers", "1 234,5 km", "1,234 km")
    assert lost.message == "The number 1 234,5 of the source is not in the target (found: 1,234)."
    assert gained.message == "The number 1,234 of the target is not in the source."
    assert (lost.severity, lost.value) == (Severity.ERROR, 1.0)


def test_the_message_names_the_dates_whose_month_is_lost(find: Find) -> None:
    (issue,) = find("numbers", "Le 14 mai et le 3 juin", "On the 14th and on the 3rd")
    assert issue.message == "The month of 14 mai, 3 juin of the source is not in the target."
    assert (issue.severity, issue.value) == (Severity.ERROR, 2.0)


def test_a_comma_copied_is_a_warning_where_it_cannot_be_misread(find: Find) -> None:
    assert [issue.severity for issue in find("numbers", "1,5 %", "1,5 %")] == [Severity.WARNING]
    assert find("numbers", "1,234 %", "1,234 %")[0].severity is Severity.ERROR


def test_thousands_that_a_person_copied_are_a_warning(find: Find) -> None:
    (issue,) = find("numbers", "à 2,386 m", "at 2,386 m", origin=Origin.HUMAN)
    assert (issue.severity, issue.value) == (Severity.WARNING, 1.0)
    assert find("numbers", "à 2,386 m", "at 2,396 m", origin=Origin.HUMAN)[0].severity is Severity.ERROR


def test_a_number_within_a_name_is_a_warning(find: Find) -> None:
    assert [issue.severity for issue in find("numbers", "la COVID-19", "the disease")] == [Severity.WARNING]


def test_thresholds_move_the_severity(find: Find) -> None:
    config = CheckConfig(max_lost_numbers=1)
    assert find("numbers", "3 mai", "May", config=config)[0].severity is Severity.WARNING
    assert find("numbers", "3 mai 2024", "May", config=config)[0].severity is Severity.ERROR


@pytest.mark.parametrize(("roman", "value"), [("I", 1), ("IV", 4), ("XIX", 19), ("MCMXCIX", 1999), ("", 0)])
def test_roman_value(roman: str, value: int) -> None:
    assert roman_value(roman) == value


def test_only_two_years_make_a_span() -> None:
    assert read_numbers("1914-18", find_language("en").numerals)[1].readings == ((18,), (1918,))
    assert [number.text for number in read_numbers("from 8.30-17", find_language("en").numerals)] == ["8.30", "17"]


@given(st.text(st.sampled_from("0123456789.,-–/:hV €x'’ ")), st.sampled_from(["fr", "en"]))
def test_any_text_of_figures_and_marks_can_be_read(text: str, language: str) -> None:
    assert all(number.text in text for number in read_numbers(text, find_language(language).numerals))


def test_numbers_are_read_in_order() -> None:
    assert [number.text for number in read_numbers("en 2024, 3 100 m à 8 h 30", find_language("fr").numerals)] == [
        "2024",
        "3 100",
        "8",
        "30",
    ]


def test_a_number_that_a_name_has_in_one_language_only_is_a_warning(find: Find) -> None:
    (issue,) = find("numbers", "Il a accordé une pénalité de 11 mètres.", "He awarded a penalty.")
    assert issue.severity is Severity.WARNING


@pytest.mark.parametrize(("code", "issues"), [("^[Voir le 3 mai.]", 0), ("![Le 3 mai](a.png)", 0), ("<3 mai>", 1)])
def test_what_a_code_holds_is_judged_by_itself(code: str, issues: int) -> None:
    kind = {"^": "x-note", "!": "image", "<": "x-other"}[code[0]]
    codes = (InlineCode(4, 4 + len(code), CodeKind.ISOLATED, type=kind),)
    source, target = Variant("fr", f"Oui {code}", codes=codes), Variant("en", f"Yes {code}", codes=codes)
    unit = TranslationUnit("unit", source, target, Origin.MACHINE)
    assert len(tuple(CHECKS.load("numbers").check(unit, CheckConfig()))) == issues
