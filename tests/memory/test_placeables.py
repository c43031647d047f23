"""What of a text may be replaced is read with its place and its value, by the rules of its language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import find_language
from translate.memory.placeables import Sort, read_placeables

FRENCH, ENGLISH = find_language("fr"), find_language("en")
PARTS = "Anne Dupont|12|3,5|1 234|le 3 mai|8 h 30|12/05/2021|a@b.fr|{0}|XXe|-4|4.2.1|,|et|Paris|%d|1er".split("|")


def read(text: str, code: str = "fr") -> list[tuple[str, str]]:
    return [(one.sort.value, one.text) for one in read_placeables(text, find_language(code))]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("fr", "il pèse 12 kg", [("number", "12")]),
        ("fr", "il pèse 3,5 kg", [("number", "3,5")]),
        ("fr", "la version 4.2 sort", [("number", "4.2")]),
        ("fr", "le 1er étage", [("ordinal", "1er")]),
        ("en", "the 21st floor", [("ordinal", "21st")]),
        ("fr", "le XIXe siècle", [("ordinal", "XIXe")]),
        ("fr", "reçu le 12/05/2021 ici", [("date", "12/05/2021")]),
        ("fr", "départ à 8 h 30 demain", [("time", "8 h 30")]),
        ("fr", "en mai prochain", [("month", "mai")]),
        ("en", "in May or June", [("month", "May"), ("month", "June")]),
        ("fr", "écrire à jean@exemple.fr vite", [("code", "jean@exemple.fr")]),
        ("fr", "il voit Anne Dupont là", [("name", "Anne Dupont")]),
        ("fr", "il fait -4 dehors", [("number", "-4")]),
        ("fr", "rien à remplacer", []),
        ("fr", "", []),
    ],
)
def test_a_placeable_has_its_sort_and_its_writing(code: str, text: str, found: list[tuple[str, str]]) -> None:
    assert read(text, code) == found


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [("fr", "12 chats", 12), ("fr", "1 234 chats", 1234), ("en", "1,234 cats", 1234), ("fr", "le XIXe siècle", 19),
     ("fr", "le 3e jour", 3), ("en", "the 22nd day", 22), ("fr", "il fait -4 dehors", -4), ("fr", "en mars", 3)],
)  # fmt: skip
def test_a_number_is_read_as_its_value_whatever_its_writing(code: str, text: str, value: int) -> None:
    (one,) = read_placeables(text, find_language(code))
    assert one.values == {value}


@pytest.mark.parametrize(
    ("code", "text", "is_dotted"),
    [
        ("fr", "voir 4.2 ici", True),
        ("fr", "voir 4.2.1 ici", True),
        ("fr", "voir 1.234 ici", False),
        ("en", "see 4.2 here", False),
        ("en", "see 4.2.1 here", True),
    ],
)
def test_a_number_of_sections_is_told_from_a_decimal(code: str, text: str, is_dotted: bool) -> None:
    (one,) = read_placeables(text, find_language(code))
    assert one.is_dotted is is_dotted
    assert bool(one.values) is not is_dotted


def test_a_time_is_read_in_minutes_and_a_full_hour_as_a_number_too() -> None:
    (exact,) = read_placeables("il part à 14 h 30 ce soir", FRENCH)
    assert (exact.sort, set(exact.minutes), set(exact.values)) == (Sort.TIME, {870}, set())
    (full,) = read_placeables("il part à 14 h ce soir", FRENCH)
    assert (full.sort, set(full.minutes), set(full.values)) == (Sort.TIME, {840}, {14})


def test_a_date_in_figures_has_its_parts_in_the_order_of_the_text() -> None:
    (french,) = read_placeables("le 05/09/2021", FRENCH)
    assert french.date == (5, 9, 2021)
    (technical,) = read_placeables("on 2021-09-05 it rained", ENGLISH)
    assert technical.date == (2021, 9, 5)


def test_small_words_within_a_name_belong_to_it() -> None:
    assert ("name", "Ludwig van Beethoven") in read("il joue du Ludwig van Beethoven ce soir")


@given(st.lists(st.sampled_from(PARTS), max_size=9).map(" ".join), st.sampled_from(["fr", "en", "de"]))
def test_placeables_stand_in_order_without_overlap_and_as_the_text_has_them(text: str, code: str) -> None:
    end = 0
    for one in read_placeables(text, find_language(code)):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        end = one.end
