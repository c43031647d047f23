"""British and American words and dates in a text: what is found, and what stays."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import find_language
from translate.text.usage.spelling import Variety, find_variety, iter_reordered, iter_respelled

ENGLISH = find_language("en")
BRITISH, AMERICAN = ENGLISH.varieties
DATES = frozenset({(5, 3), (6, 14)})
SOME = st.sampled_from(
    ["colour", "Color", "CENTER", "the", "Organised", "grey", ".", "3 May", "May 3", "Labour", "“", "a.b"]
)
TEXTS = st.lists(SOME, max_size=8).map(" ".join) | st.text(max_size=20)


def spelled(text: str, variety: Variety, *, kept: tuple[str, ...] = (), has_names: bool = True) -> str:
    found = [
        *iter_respelled(text, variety, kept=kept, has_names=has_names),
        *iter_reordered(text, variety, ENGLISH.months, ENGLISH.weekdays.names, DATES),
    ]
    for one in sorted(found, key=lambda one: -one.start):
        text = text[: one.start] + one.text + text[one.end :]
    return text


@pytest.mark.parametrize(
    ("code", "variety"),
    [
        ("en-GB", BRITISH),
        ("en-NZ", BRITISH),
        ("en-US", AMERICAN),
        ("en-Latn-US", AMERICAN),
        ("en-us", AMERICAN),
        ("en", None),
        ("en-CA", None),
        ("en-Latn", None),
    ],
)
def test_the_region_of_a_code_decides(code: str, variety: Variety | None) -> None:
    assert find_variety(ENGLISH.varieties, code) is variety


@pytest.mark.parametrize(
    ("text", "american"),
    [
        ("a COLOUR", "a COLOUR"),
        ("the Centre for Colour Science", "the Centre for Colour Science"),
        ("Centre Georges", "Centre Georges"),
        ("Centres open.", "Centers open."),
        ("He came (neighbours too).", "He came (neighbors too)."),
        ("www.example.org/colour", "www.example.org/colour"),
        ("my.colour=grey", "my.colour=grey"),
        ("2colour", "2colour"),
        ("It is grey.Then", "It is grey.Then"),
    ],
)
def test_names_and_parts_of_addresses_stay(text: str, american: str) -> None:
    assert spelled(text, AMERICAN) == american


def test_capitals_tell_of_no_name_where_all_are() -> None:
    assert spelled("THE COLOUR OF GREY TYRES", AMERICAN, has_names=False) == "THE COLOR OF GRAY TIRES"


def test_what_is_to_be_kept_stays() -> None:
    assert spelled("the colour grey", AMERICAN, kept=("grey",)) == "the color grey"


@pytest.mark.parametrize(
    ("text", "british"),
    [
        ("On May 3, 10 of them left.", "On 3 May, 10 of them left."),
        ("On May 3 and 4 people", "On 3 May and 4 people"),
        ("May 4 of them come?", "May 4 of them come?"),
        ("you may 3 times", "you may 3 times"),
        ("On May 3.5 km", "On May 3.5 km"),
        ("June 14, 2025", "14 June 2025"),
    ],
)
def test_only_dates_of_the_source_are_put_in_order(text: str, british: str) -> None:
    assert spelled(text, BRITISH) == british


def test_a_full_stop_behind_a_month_stays() -> None:
    assert spelled("He came on 3 May.", AMERICAN) == "He came on May 3."


@given(TEXTS)
def test_what_is_spelled_is_not_spelled_again(text: str) -> None:
    for variety in ENGLISH.varieties:
        for one in sorted(iter_respelled(text, variety), key=lambda one: -one.start):
            text = text[: one.start] + one.text + text[one.end :]
        assert list(iter_respelled(text, variety)) == []


@given(TEXTS)
def test_what_is_found_does_not_overlap(text: str) -> None:
    for variety in ENGLISH.varieties:
        places = sorted((one.start, one.end) for one in iter_respelled(text, variety))
        assert all(end <= start for (_, end), (start, _) in pairwise(places))


def test_no_word_is_spelled_in_a_circle() -> None:
    for variety in ENGLISH.varieties:
        assert variety.words.keys().isdisjoint(variety.words.values())
        assert variety.telling <= variety.words.keys()
