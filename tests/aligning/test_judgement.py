"""Two texts on one subject are told from translations by sure beads, by runs of them, and by names and numbers."""

from __future__ import annotations

import math

import pytest

from translate.aligning.judgement import LOW, Verdict, judge
from translate.data import Bead

NAMED = [f"Alors Martin et Durand ont payé {n} francs." for n in range(20, 30)]
SAME = [f"Then Martin and Durand paid {n} francs." for n in range(20, 30)]
OTHER = [f"Then Peters and Olsen paid {n} crowns." for n in range(50, 60)]
FEW_OF_SAME = [*SAME[:1], *OTHER[1:]]
PLAIN = ["alors ils ont payé"] * 10


def beads(*probabilities: float) -> list[Bead]:
    return [Bead(range(n, n + 1), range(n, n + 1), -math.log(one)) for n, one in enumerate(probabilities)]


SURE, RUN, SCATTERED, UNSURE = [0.99] * 10, [0.9] * 3 + [0.3] * 7, [0.9, 0.3] * 5, [0.3] * 10


@pytest.mark.parametrize(
    ("probabilities", "target", "similarity", "verdict", "reasons"),
    [
        (SURE, SAME, 90.0, Verdict.ALIGNED, ()),
        (UNSURE, OTHER, 90.0, Verdict.ALIGNED, ()),
        (RUN, SAME, 10.0, Verdict.ALIGNED, ()),
        (RUN, FEW_OF_SAME, 10.0, Verdict.ALIGNED, ()),
        (RUN, OTHER, 40.0, Verdict.DOUBTFUL, ("only 0 of 60 names and numbers agree",)),
        (SCATTERED, SAME, 10.0, Verdict.DOUBTFUL, ("no 3 sure beads follow each other",)),
        (SCATTERED, SAME, LOW, Verdict.ALIGNED, ()),
        (UNSURE, SAME, 40.0, Verdict.DOUBTFUL, ("only 0 of 10 beads are sure", "no 3 sure beads follow each other")),
        (UNSURE, SAME, 10.0, Verdict.REFUSED, ("only 0 of 10 beads are sure", "no 3 sure beads follow each other")),
        (
            SCATTERED,
            OTHER,
            10.0,
            Verdict.REFUSED,
            ("no 3 sure beads follow each other", "only 0 of 60 names and numbers agree"),
        ),
    ],
)
def test_what_fails_is_said(
    probabilities: list[float], target: list[str], similarity: float, verdict: Verdict, reasons: tuple[str, ...]
) -> None:
    judgement = judge(beads(*probabilities), (NAMED, target), similarity)
    assert (judgement.verdict, judgement.reasons if verdict is not Verdict.ALIGNED else ()) == (verdict, reasons)


def test_texts_without_names_and_numbers_are_not_judged_by_them() -> None:
    assert judge(beads(*RUN), (PLAIN, PLAIN), 10.0).verdict is Verdict.ALIGNED


def test_deletions_part_no_run() -> None:
    found = beads(0.9, 0.9, 0.9)
    lone = [Bead(range(1, 2), range(1, 1), 0.0)]
    assert judge([*found[:1], *lone, *found[1:]], (PLAIN[:3], PLAIN[:3]), 10.0).verdict is Verdict.ALIGNED
