"""What attention gives a pair of codes is fitted: marks and linking words are within only where the source has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.codes.fitting import Fitting
from translate.languages.en import LANGUAGE as ENGLISH
from translate.languages.fr import LANGUAGE as FRENCH

FITTING = Fitting(FRENCH, ENGLISH)


@pytest.mark.parametrize(
    ("content", "given", "made"),
    [
        ("maison", "[the house] burns", "the [house] burns"),
        ("la maison", "[the house] burns", "[the house] burns"),
        ("Homère", "of [Homer and] of others", "of [Homer] and of others"),
        ("est", "it [is] so", "it [is] so"),
        ("bouton", "click the [button.]", "click the [button]."),
        ("Attention !", "[Warning!] It falls", "[Warning!] It falls"),
        ("oui", 'they say ["yes"] now', 'they say "[yes]" now'),
        ("« oui »", 'they say ["yes"] now', 'they say ["yes"] now'),
        ("60 %", "[60]% of all", "[60%] of all"),
        ("60", "[60]% of all", "[60]% of all"),
        ("dix pour cent", "by [10%] more", "by [10%] more"),
        ("oui", "they say yes[.]", "they say [yes]."),
        ("12", "[12]", "[12]"),
        ("le lien", "click the [link]", "click [the link]"),
        ("l'usine", "in our [factory]", "in [our factory]"),
        ("lien", "click the [link]", "click the [link]"),
        ("à Lyon", "of the [Lyons]", "of the [Lyons]"),
    ],
)
def test_a_pair_goes_around_what_it_holds(content: str, given: str, made: str) -> None:
    target = given.replace("[", "").replace("]", "")
    place = given.index("["), given.index("]") - 1
    start, stop = FITTING.fit(content, target, place, (0, len(target)))
    assert f"{target[:start]}[{target[start:stop]}]{target[stop:]}" == made


@given(content=st.text("a 1é.%\"«»'", max_size=8), target=st.text("ab the.%\"' of", max_size=20), data=st.data())
def test_a_pair_stays_within_its_bounds_and_keeps_a_word(content: str, target: str, data: st.DataObject) -> None:
    low, start, stop, high = sorted(data.draw(st.integers(0, len(target))) for _ in range(4))
    first, last = FITTING.fit(content, target, (start, stop), (low, high))
    assert low <= first <= last <= high
    if any(map(str.isalnum, target[start:stop])):
        assert any(map(str.isalnum, target[first:last]))


@pytest.mark.parametrize(
    ("content", "words", "hollow"),
    [
        ("vraiment", "is", True),
        ("vraiment", "is really", False),
        ("est", "is", False),
        ("", "the", False),
    ],
)
def test_words_that_only_hold_others_together_render_none_that_says_something(
    content: str, words: str, hollow: bool
) -> None:
    assert FITTING.is_hollow(content, words) is hollow
