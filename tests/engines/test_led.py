"""A led engine begins drafts as it is told, unless that is much less probable than its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from translate.engines.base import DEFAULT_WAY, Draft, Engine, Way, translate
from translate.engines.led import Lead, LedEngine


class Fixed:
    """An engine that says its text in capitals with a score of -1, or goes on from what it is led to."""

    signature = "fixed"

    def __init__(self, led_score: float = -1.2) -> None:
        self.led_score = led_score
        self._waiting: dict[int, Draft] = {}
        self._count = 0

    def begin(self) -> Fixed:
        return self

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting)

    is_dry = is_busy

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        numbers = range(self._count, self._count + len(texts))
        self._waiting |= {number: Draft(text.upper(), -1.0) for number, text in zip(numbers, texts, strict=True)}
        self._count = numbers.stop
        return numbers

    def take(self) -> Mapping[int, Draft]:
        done, self._waiting = self._waiting, {}
        return done

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> Draft | None:
        return None if text == "no" else Draft(f"{target}and so on", self.led_score)

    def can_write(self, character: str) -> bool:
        return character != "\u20ac"

    can_read = can_write


def led(engine: Engine, tolerance: float = 0.4) -> LedEngine:
    leads = {text: Lead("It begins ", tolerance) for text in ("yes", "no", "it begins well")}
    return LedEngine(engine, leads.get, "memory")


def test_a_text_with_a_lead_begins_so_and_others_are_the_engine_s() -> None:
    texts = [one.text for one in translate(led(Fixed()), ["yes", "other", "no"])]
    assert texts == ["It begins and so on", "OTHER", "NO"]


@pytest.mark.parametrize(("led_score", "expected"), [(-1.4, "It begins and so on"), (-1.5, "YES")])
def test_a_lead_that_is_much_less_probable_is_not_followed(led_score: float, expected: str) -> None:
    (one,) = translate(led(Fixed(led_score)), ["yes"])
    assert one.text == expected


def test_tries_to_repair_a_draft_are_not_led() -> None:
    drafting = led(Fixed()).begin()
    drafting.ask(["yes"], Way(no_repeat=3))
    assert [draft.text for draft in drafting.take().values()] == ["YES"]
    assert not drafting.is_busy and not drafting.is_dry


def test_it_is_another_engine_for_the_journal() -> None:
    engine = led(Fixed())
    assert engine.signature == "fixed|led memory"
    assert engine.can_read("a") and not engine.can_write("\u20ac")
    assert engine.continue_draft("a", "b ") == Draft("b and so on", -1.2)
