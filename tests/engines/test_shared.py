"""An engine for several threads: each gets the drafts of its own texts, and what they ask for is decoded together."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.engines.test_marian import Copying, make_engine
from translate.config import EngineConfig
from translate.data import Model
from translate.engines import ENGINES, Engine, translate
from translate.engines.base import Way
from translate.engines.marian import Batch, Decoded
from translate.engines.shared import SharedEngine
from translate.errors import EngineError

SECONDS = 20


class Held(Copying):
    """A decoder that gives nothing back until it may, and that may fail at a length."""

    def __init__(self, fails_at: int = -1) -> None:
        super().__init__()
        self.may_go, self.is_waited_for, self.has_two = (threading.Event() for _ in range(3))
        self.fails_at = fails_at

    def submit(self, batch: Batch, way: Way) -> Callable[[], Sequence[Decoded]]:
        done = super().submit(batch, way)
        if len(self.batches) == 2:
            self.has_two.set()

        def wait() -> Sequence[Decoded]:
            self.is_waited_for.set()
            assert self.may_go.wait(SECONDS)
            if len(batch[0]) == self.fails_at:
                raise EngineError("no memory")
            return done()

        return wait


def ask(shared: SharedEngine, texts: Sequence[str]) -> list[str]:
    with shared.turn:
        return [hypothesis.text for hypothesis in translate(shared, texts)]


@pytest.mark.parametrize("name", ["marian", "echo"])
def test_each_thread_gets_the_drafts_of_its_own_texts_in_order(embedded: Model, name: str) -> None:
    engine: Engine = (
        make_engine(embedded, Copying()) if name == "marian" else ENGINES.load("echo").load(EngineConfig(), None)
    )
    shared = SharedEngine(engine)
    texts = [[" ".join(["cat"] * (1 + (asker + n) % 7)) + f" {asker}" for n in range(12)] for asker in range(8)]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda own: ask(shared, own), texts)) == texts


def test_a_text_is_decoded_with_those_of_the_thread_that_waits_already(embedded: Model) -> None:
    decoder = Held()
    shared = SharedEngine(make_engine(embedded, decoder))
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(ask, shared, ["cat"])
        assert decoder.is_waited_for.wait(SECONDS)
        second = threads.submit(ask, shared, ["a cat and a dog"])
        assert decoder.has_two.wait(SECONDS)
        assert not first.done() and not second.done()
        decoder.may_go.set()
        assert (first.result(SECONDS), second.result(SECONDS)) == (["cat"], ["a cat and a dog"])


def test_texts_that_nobody_waits_for_any_more_are_not_decoded(embedded: Model) -> None:
    decoder = Copying()
    shared = SharedEngine(make_engine(embedded, decoder))
    texts = [" ".join(["cat"] * number) for number in range(1, 30)]
    with shared.turn:
        left = shared.begin()
        left.ask(texts)
        begun = len(decoder.batches)
        assert begun < len(texts)
        del left
        assert [hypothesis.text for hypothesis in translate(shared, ["dog"])] == ["dog"]
    assert len(decoder.batches) == begun + 1


def test_whether_texts_still_wait_is_told_of_ones_own(embedded: Model) -> None:
    shared = SharedEngine(make_engine(embedded, Copying()))
    with shared.turn:
        early, late = shared.begin(), shared.begin()
        early.ask(["cat"])
        late.ask([" ".join(["cat"] * number) for number in range(2, 30)])
        assert (early.is_dry, late.is_dry) == (True, False)
        assert set(early.take().values()) and not early.is_busy
        while late.is_busy:
            late.take()
        assert late.is_dry


def test_a_failure_ends_all_that_had_texts_in_the_batch_and_hangs_nobody(embedded: Model) -> None:
    decoder = Held()
    shared = SharedEngine(make_engine(embedded, decoder))
    with ThreadPoolExecutor(3) as threads:
        asked = [threads.submit(ask, shared, [text]) for text in ("cat", "dog")]
        assert decoder.is_waited_for.wait(SECONDS)
        decoder.fails_at = decoder.batches[0][2]
        decoder.may_go.set()
        for one in asked:
            with pytest.raises(EngineError):
                one.result(SECONDS)
        assert threads.submit(ask, shared, ["a cat and a dog"]).result(SECONDS) == ["a cat and a dog"]


def test_what_waits_goes_on_when_all_that_was_with_the_decoder_failed(embedded: Model) -> None:
    decoder = Held(fails_at=0)
    drafting = make_engine(embedded, decoder).begin()
    drafting.ahead = 0  # one batch is with the decoder
    texts = ["a cat and a dog", "cat"]
    numbers = drafting.ask(texts)
    decoder.fails_at = decoder.batches[0][2]
    decoder.may_go.set()
    with pytest.raises(EngineError):
        drafting.take()
    assert {number: draft.text for number, draft in drafting.take().items()} == {numbers[1]: "cat"}
    assert not drafting.is_busy


def test_what_the_engine_knows_is_passed_on(embedded: Model) -> None:
    engine = make_engine(embedded, Copying())
    shared = SharedEngine(engine)
    assert shared.signature == engine.signature
    assert shared.can_write("a") and not shared.can_write("\U0001f600")
    assert [shared.can_read(one) for one in "aé漢"] == [engine.can_read(one) for one in "aé漢"]
    assert shared.continue_draft("cat", "A") is None
