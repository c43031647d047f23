"""Repeated marks are as many in a target as in its source."""

from __future__ import annotations

import pytest

from translate.care.writing.repeats import iter_repeats


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("Attention !!! Ne pas ouvrir.", "Watch out!! Do not open.", "Watch out!!! Do not open."),
        ("VRAIMENT ???", "REALLY????", "REALLY???"),
        ("Quoi ?! Si !!", "What?! Yes!", "What?! Yes!!"),
        ("Quoi ?", "What??", "What?"),
        ("Quoi ? Non !!", "What! No!!", "What! No!!"),
        ("Non !! Non !", "No!!!", "No!!!"),
        ("Parti--enfin presque---vite", "Left--almost--fast", "Left--almost---fast"),
        ("Non !", "No?", "No?"),
    ],
)
def test_repeated_marks_are_those_of_the_source(source: str, target: str, mended: str) -> None:
    for start, end, new in reversed(list(iter_repeats(source, target))):
        target = target[:start] + new + target[end:]
    assert target == mended
