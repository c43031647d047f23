"""A sign that follows a number in the source stands behind that number in the target, or nowhere in particular."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.codes.anchors import find_anchor


@pytest.mark.parametrize(
    ("sign", "source", "target", "place"),
    [
        ("€", "une indemnité de 40| pour tous", "a 40 allowance for all", 4),
        ("€", "de 2,30 à 2,80|", "from 2.30 to 2.80", 17),
        ("€", "soit 1 250,50| HT", "that is 1,250.500 HT", 17),
        ("€", "soit 12 500,00|", "that is 12500", 13),
        ("M€", "3,2| puis 3,2", "3.2 and then 3.2", 3),
        ("€", "3,2 puis 3,2|", "3.2 and then 3.2", 16),
        ("€", "3,2 puis 3,2|", "3.2 only", None),  # which of them is it?
        ("€", "de 40|", "of forty", None),
        ("€", "du prix|", "of the 40 price", None),
        ("Győr", "les 40| de", "the 40 of", None),
        ("🎉", "Bravo| 40", "Bravo 40", None),
    ],
)
def test_a_sign_stands_behind_its_number(sign: str, source: str, target: str, place: int | None) -> None:
    offset = source.index("|")
    assert find_anchor(sign, source.replace("|", ""), offset, target) == place


@given(st.text(st.sampled_from("12 ,.a€"), max_size=20), st.text(st.sampled_from("12 ,.a"), max_size=20), st.data())
def test_a_place_is_behind_a_figure(source: str, target: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(source)))
    place = find_anchor("€", source, offset, target)
    assert place is None or target[place - 1].isdecimal()
    assert place is None or source[:offset].rstrip()[-1].isdecimal()
