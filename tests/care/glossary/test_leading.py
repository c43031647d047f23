"""What is led to a number has it, at its place; and its score counts all of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translate.care.codes.grid import diagonal_links
from translate.care.glossary.leading import lead_numbers
from translate.care.writing.typography import Typography
from translate.config import EngineConfig, OutputConfig
from translate.data import Model
from translate.engines import ENGINES
from translate.engines.base import Draft, Drafting
from translate.engines.scoring import ForcedDecoder
from translate.languages import find_language
from translate.models import convert_model

REWRITE = Typography(OutputConfig(), find_language("fr"), find_language("en")).rewrite_number


class Continuing:
    """An engine that goes on with fixed words, and keeps what it was led to."""

    signature = "continuing"

    def __init__(self, *endings: str) -> None:
        self.endings = list(endings)
        self.prefixes: list[str] = []

    def begin(self) -> Drafting:
        raise NotImplementedError

    def continue_draft(self, text: str, target: str, *, suppressed: Sequence[str] = ()) -> Draft | None:
        self.prefixes.append(target)
        return linked(text, target + self.endings.pop(0))

    def can_read(self, character: str) -> bool:
        return True

    def can_write(self, character: str) -> bool:
        return True


def linked(source: str, target: str) -> Draft:
    return Draft(target, -1.0, link=lambda whole=True: diagonal_links(source, target))


@pytest.mark.parametrize(
    ("source", "target", "prefix"),
    [
        ("Il a 22 ans", "He is 2 old", "He is 22"),
        ("Il a 22 ans", "He is very old", "He is 22"),
        ("Les 66 576 cas", "The 66 cases", "The 66,576"),
        ("De 4,8 jours", "Of some days", "Of 4.8"),
        ("Un masque N95 ici", "A mask N9 here", "A mask N95"),
        ("La COVID-19 tue", "The CO kills", "The COVID-19"),
    ],
)
def test_the_number_takes_the_place_of_the_word_that_attends_to_it(source: str, target: str, prefix: str) -> None:
    engine = Continuing(" and on")
    made = lead_numbers(engine, source, linked(source, target), REWRITE)
    assert engine.prefixes == [prefix]
    assert made is not None and made.text == f"{prefix} and on"


def test_each_lost_number_takes_a_step_and_one_that_does_not_help_is_the_last() -> None:
    source = "De 12 et 34"
    engine = Continuing(" and ten", "")
    made = lead_numbers(engine, source, linked(source, "From one and ten"), REWRITE)
    assert made is not None and made.text == "From 12 and 34"
    assert engine.prefixes == ["From 12", "From 12 and 34"]
    engine = Continuing(" loses all", "")
    engine.continue_draft = lambda text, target, suppressed=(): linked(text, "From one")  # type: ignore[method-assign]
    assert lead_numbers(engine, source, linked(source, "From one and ten"), REWRITE) is None


def test_nothing_is_led_where_no_number_is_lost_or_nothing_attends() -> None:
    assert lead_numbers(Continuing(), "Il a 22 ans", linked("Il a 22 ans", "He is 22"), REWRITE) is None
    assert lead_numbers(Continuing(), "Il a 22 ans", Draft("He is old", -1.0), REWRITE) is None


def test_the_score_of_a_draft_that_was_led_counts_what_it_was_led_to(embedded: Model) -> None:
    config = EngineConfig(threads=1)
    model = convert_model(embedded, "int8")
    engine = ENGINES.load("ctranslate2").load(config, model)
    source = "Le conseil adopte le budget de 2024."
    draft = engine.continue_draft(source, "Purple elephants")
    assert draft is not None and draft.text.startswith("Purple elephants")
    (forced,) = ForcedDecoder(config, model).score([(source, draft.text)])
    assert forced is not None
    assert draft.score == pytest.approx(forced.mean, abs=0.05)
    assert draft.score < -1.5
