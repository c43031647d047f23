"""Titles between rules and directives of reStructuredText keep their signs outside of the text."""

from __future__ import annotations

import pytest

from translate.documents.layout import lay_out


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("-----Message transféré-----\n", ["-----", "Message transféré", "-----\n"]),
        ("*** Fin de la liste ***", ["*** ", "Fin de la liste", " ***"]),
        ("=== Un titre", ["", "=== Un titre", ""]),
        (".. note:: Fermez la porte.\n", [".. note:: ", "Fermez la porte.", "\n"]),
        (".. Une remarque", ["", ".. Une remarque", ""]),
    ],
)
def test_signs_stand_outside_of_the_text(line: str, pieces: list[str]) -> None:
    (block,) = lay_out(line)
    assert [block.lead, block.text, block.trail] == pieces
