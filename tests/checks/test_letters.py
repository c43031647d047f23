"""Letters that name a thing stay beside it, or become the number that they are."""

from __future__ import annotations

import pytest

from translate.checks.letters import iter_lost_letters


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Un examen aux rayons X", "A radio examination", ["rayons X"]),
        ("Le vaccin contre l'hépatite B", "The hepatitis vaccine", ["l'hépatite B"]),
        ("Le point P et le point Q", "Point P and the point", ["point Q"]),
        ("Un examen aux rayons X", "An X-ray examination", []),
        ("Le vaccin contre l'hépatite B", "The hep B vaccine", []),
        ("Voir l'annexe I", "See Schedule 1", []),
        ("Voir l'annexe V", "See Schedule 4", ["l'annexe V"]),
        ("Selon M. Dupont et J. Roux", "According to them", []),
        ("Il vit à Paris. L'été finit", "He lives in Paris", []),
        ("La revue N° 72", "Issue 72", []),
        ("Le juge B Roux", "The judge Roux", []),
        ("À 79° de longitude O", "At 79° west", []),
    ],
)
def test_a_letter_behind_a_word_is_looked_for(source: str, target: str, lost: list[str]) -> None:
    assert list(iter_lost_letters(source, target)) == lost
