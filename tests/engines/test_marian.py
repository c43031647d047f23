"""Batches on their way to a decoder: what waits is batched anew with what is asked later, and each text comes once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.config import EngineConfig
from translate.data import Model
from translate.engines.base import DEFAULT_WAY, Way
from translate.engines.marian import MOST_OVERTAKING, Batch, Decoded, MarianEngine
from translate.engines.pieces import Pieces

BUDGET = 32


class Copying:
    """A decoder that copies, and keeps the batches that it was given."""

    workers = 1

    def __init__(self) -> None:
        self.batches: list[tuple[Way, int, int]] = []

    def submit(self, batch: Batch, way: Way) -> Callable[[], Sequence[Decoded]]:
        assert len({len(pieces) for pieces in batch}) == 1, "one length a batch"
        self.batches.append((way, len(batch), len(batch[0])))
        return lambda: [Decoded(pieces, -1.0, is_finished=True) for pieces in batch]

    def decode_on(
        self, source: Sequence[str], prefix: Sequence[str], suppressed: Sequence[Sequence[str]]
    ) -> Decoded | None:
        return None


@pytest.fixture(scope="module")
def model(embedded: Model) -> Model:
    return embedded


def make_engine(model: Model, decoder: Copying) -> MarianEngine:
    return MarianEngine(EngineConfig(batch_pieces=BUDGET), model, decoder, kind="copying", kernel="")


def test_what_waits_is_batched_anew_with_what_is_asked_later(model: Model) -> None:
    decoder = Copying()
    drafting = make_engine(model, decoder).begin()
    # Nine batches go to the decoder at once; two texts of the tenth length wait for their like.
    first = [" ".join(["cat"] * number) for number in range(20, 11, -1)] + ["cat dog", "dog cat"]
    later = ["cat cat", "dog dog", "dog cat cat"]
    numbers = [*drafting.ask(first), *drafting.ask(later)]
    done: dict[int, str] = {}
    while drafting.is_busy:
        done |= {number: draft.text for number, draft in drafting.take().items()}
    assert [done[number] for number in numbers] == [*first, *later]
    pieces = Pieces(model)
    two, three = (len(pieces.encode([text])[0]) for text in ("cat dog", "dog cat cat"))
    assert decoder.batches[9:] == [(DEFAULT_WAY, 1, three), (DEFAULT_WAY, 4, two)]


def test_a_short_text_is_overtaken_by_few_batches_however_many_long_ones_come(model: Model) -> None:
    decoder = Copying()
    drafting = make_engine(model, decoder).begin()
    drafting.ask([" ".join(["cat"] * number) for number in range(30, 25, -1)])  # as many as the decoder takes
    short, before = drafting.ask(["cat"]).start, len(decoder.batches)
    found: set[int] = set()
    for number in range(200):
        drafting.ask([f"{'dog ' * 20}{number}"])
        found |= drafting.take().keys()
        if short in found:
            break
    assert short in found
    lengths = [length for _, _, length in decoder.batches[before:]]
    assert MOST_OVERTAKING <= lengths.index(min(lengths)) <= MOST_OVERTAKING + 1


@settings(deadline=None)
@given(
    asks=st.lists(
        st.tuples(
            st.lists(st.sampled_from(["", "cat", "dog cat", "cat dog", "a cat and a dog", "no"]), max_size=9),
            st.sampled_from([DEFAULT_WAY, Way(beam=1), Way(no_repeat=3)]),
            st.booleans(),
        ),
        max_size=6,
    )
)
def test_each_draft_comes_once_whenever_it_is_asked_for(model: Model, asks: list[tuple[list[str], Way, bool]]) -> None:
    drafting = make_engine(model, Copying()).begin()
    wanted: dict[int, str] = {}
    found: list[tuple[int, str]] = []
    for texts, way, takes in asks:
        wanted |= dict(zip(drafting.ask(texts, way), texts, strict=True))
        if takes:
            found += [(number, draft.text) for number, draft in drafting.take().items()]
    while drafting.is_busy:
        found += [(number, draft.text) for number, draft in drafting.take().items()]
    assert sorted(found) == sorted(wanted.items())
