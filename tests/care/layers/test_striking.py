"""What is struck out is translated by itself, and stands where the sentence had it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.care.codes.test_tying import passage_of
from translate.care.layers.striking import iter_struck
from translate.data import Hypothesis, Passage

PROPERTY = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


def asked_and_made(passage: Passage) -> tuple[list[str], Hypothesis]:
    asked: list[str] = []

    def ask(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        asked.extend(one.text for one in passages)
        yield {one: Hypothesis(one.text, 0.0, codes=one.codes) for one in passages}

    (made,) = [done[passage] for done in iter_struck([passage], ask)]
    return asked, made


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Le ~~chat~~ chien dort.", ["chat"]),
        ("Il part ~~lundi~~ <del>mardi</del> jeudi.", ["lundi", "mardi"]),
        ("Prix : 20 € ~~30 €~~.", ["30 €"]),
        ("~~Ancien **prix**~~ Nouveau prix", ["Ancien **prix**"]),
        ("Valable jusqu'au ~~3 mai~~.", []),
        ("~~Tout est faux.~~", []),
        ("Un in~~utile~~ mot", []),
        ("Le chat dort.", []),
    ],
)
def test_a_range_that_the_sentence_can_be_without_goes_by_itself(tmp_path: Path, text: str, inner: list[str]) -> None:
    asked, made = asked_and_made(passage_of(tmp_path, text))
    assert asked[1:] == inner
    assert made.text == text


@PROPERTY
@given(
    text=st.lists(st.sampled_from(["mot", " ", "~~", "**", "`x`", "<del>", "</del>", "."]), max_size=16).map("".join)
)
def test_what_is_copied_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    passage = passage_of(tmp_path, f"Oui {text} non")
    _, made = asked_and_made(passage)
    assert (made.text, made.codes) == (passage.text, passage.codes)
