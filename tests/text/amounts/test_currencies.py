"""Currencies are found by sign, code and name, and compared by what each of them may mean."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.amounts.currencies import (
    CurrencyWords,
    Mention,
    agree,
    find_currencies,
    may_name_currencies,
    says_less,
)
from translate.text.words import split_lowered

WORDS = CurrencyWords(
    names={"us dollars": "USD", "dollars": "$", "euros": "EUR", "swiss francs": "CHF", "francs": "F"},
    weak={"pounds": "£"},
)


def find(text: str) -> list[Mention]:
    return list(find_currencies(text, split_lowered(text), WORDS))


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        ("", []),
        ("40 €", ["EUR"]),
        ("US$40 and $40", ["USD", "$"]),
        ("40 $ CA", ["CAD"]),
        ("40 $\u00a0CAN", ["CAD"]),
        ("EUR 40, 40EUR, 40 kEUR, 3 MEUR", ["EUR", "EUR", "EUR", "EUR"]),
        ("40 F CFA", ["FCFA"]),
        ("40 US Dollars and 3 dollars", ["USD", "$"]),
        ("swiss\u202ffrancs, francs", ["CHF", "F"]),
        ("R$ 5, HK$ 5, Kč 5", ["BRL", "HKD", "CZK"]),
        ("40 kr", ["kr"]),
        ("2 ₿ is BTC", ["BTC", "BTC"]),
    ],
)
def test_a_currency_has_signs_codes_and_names(text: str, currencies: list[str]) -> None:
    assert [mention.currency for mention in find(text)] == currencies


@pytest.mark.parametrize("text", ["EUROPE", "NEUR", "krone", "eurosceptic", "eur", "The cad", "10 kMARS", "Kčs", "x_1"])
def test_part_of_a_word_names_no_currency(text: str) -> None:
    assert find(text) == []


def test_a_name_that_means_other_things_is_weak_and_no_sign() -> None:
    pounds, sign, euros = find("40 pounds, £40, 40 euros")
    assert (pounds.is_weak, pounds.is_sign) == (True, False)
    assert (sign.is_weak, sign.is_sign) == (False, True)
    assert (euros.is_weak, euros.is_sign) == (False, False)


def test_what_names_a_currency_may_do_so() -> None:
    for text in ("40 euros", "40 US dollars", "3 kEUR", "40 F CFA", "¥", "40 pounds"):
        assert find(text)
        assert may_name_currencies(text, split_lowered(text), WORDS)
    assert not may_name_currencies("forty of them", split_lowered("forty of them"), WORDS)


CODES = [
    "$",
    "£",
    "¥",
    "kr",
    "F",
    "USD",
    "CAD",
    "GBP",
    "JPY",
    "CNY",
    "SEK",
    "CHF",
    "XOF",
    "XAF",
    "FCFA",
    "EUR",
    "₹",
    "INR",
]


def test_agreement_knows_no_direction_and_what_says_less_agrees() -> None:
    for one, other in product(CODES, CODES):
        assert agree(one, other) == agree(other, one)
        assert agree(one, one)
        if says_less(one, other):
            assert agree(one, other)
            assert not says_less(other, one)


@pytest.mark.parametrize(
    ("target", "source", "less"),
    [
        ("$", "CAD", True),
        ("$", "USD", False),
        ("£", "EGP", True),
        ("kr", "SEK", True),
        ("F", "XOF", True),
        ("USD", "$", False),
        ("$", "$", False),
        ("EUR", "CAD", False),
        ("¥", "CNY", True),
        ("¥", "JPY", False),
    ],
)
def test_a_shared_sign_says_less_than_what_it_is_not_taken_for(target: str, source: str, less: bool) -> None:
    assert says_less(target, source) is less


@given(
    st.lists(st.sampled_from(["€", "$", " ", "CA", "EUR", "40", "k", "us dollars", "F CFA", "\ud83d", "é", "pounds"]))
)
def test_mentions_lie_in_order_without_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    position = 0
    for mention in find(text):
        assert position <= mention.start < mention.end <= len(text)
        position = mention.end


@pytest.mark.parametrize("bit", ["$", "E", "US ", "k", "dollar", "1k"])
def test_a_long_text_is_searched_in_little_time(bit: str) -> None:
    text = "€" + bit * (100_000 // len(bit))
    assert len(find(text)) == (100_001 if bit == "$" else 1)
