"""Tables of pairs: each row is a source, a target and what the check is to say of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.checks import CHECKS
from translate.config import CheckConfig
from translate.data import Issue, Origin, TranslationUnit, Variant

Find = Callable[..., tuple[Issue, ...]]


@pytest.fixture
def find() -> Find:
    """Return a function that runs one check on one pair."""

    def run(
        name: str,
        source: str,
        target: str,
        *,
        languages: tuple[str, str] = ("fr", "en"),
        score: float | None = None,
        config: CheckConfig | None = None,
        origin: Origin = Origin.MACHINE,
    ) -> tuple[Issue, ...]:
        unit = TranslationUnit(
            "unit", Variant(languages[0], source), Variant(languages[1], target), origin, score=score
        )
        return tuple(CHECKS.load(name).check(unit, config or CheckConfig()))

    return run
