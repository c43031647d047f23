"""Lists of four short members are found, with the places of their members."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.usage.enumerations import find_enumerations

JOINING = ("et", "ou")
FOUND = [
    (
        "Voici : une pelle, un seau, des bottes et une bêche.",
        ["une pelle", "un seau", "des bottes", "une bêche"],
        True,
    ),
    ("pelle, seau, bottes ou bêche", ["pelle", "seau", "bottes", "bêche"], True),
    ("un, deux, trois, et quatre.", ["un", "deux", "trois", "quatre"], True),
    ("Voici a, b, c et d qui suivent tous le même chemin.", ["Voici a", "b", "c", "d qui suivent tous"], False),
    ("Oui. Le thé, le lait, l'eau et le vin", ["Le thé", "le lait", "l'eau", "le vin"], False),
]
NOT_FOUND = [
    "une pelle, un seau et une bêche",
    "une pelle, un seau, une bêche",
    "Il vient, il voit tout ce qui se passe ici, il repart, et voilà.",
    "Il vient. Il part, il dort (un peu), il mange et il boit",
    "",
    "et, et et",
]


@pytest.mark.parametrize(("text", "members", "is_bare"), FOUND)
def test_members_are_found(text: str, members: list[str], is_bare: bool) -> None:
    (found,) = find_enumerations(text, JOINING)
    assert [text[start:end] for start, end in found.members] == members
    assert found.is_bare is is_bare


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_list_is_not_found(text: str) -> None:
    assert find_enumerations(text, JOINING) == []


def test_without_conjunctions_nothing_is_known_of_lists() -> None:
    assert find_enumerations("a, b, c et d", ()) == []


@given(st.lists(st.sampled_from(["a", "un seau", ", ", " et ", ".", ":", "(", " ", "l'", "12"]), max_size=25))
def test_members_stand_in_order_without_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    for found in find_enumerations(text, JOINING):
        places = [place for member in found.members for place in member]
        assert places == sorted(places)
        assert all(text[start:end].strip() for start, end in found.members)
