"""A hypothesis is looked at until it is known to be worse than the best so far."""

from __future__ import annotations

import pytest

from translate.care.base import Mask, Piece, Request, Shielded
from translate.care.repair import FIRST, NEXT_BEST, PARTED, penalty_of
from translate.care.revising import Reviser, keeps_end
from translate.config import RepairConfig
from translate.data import Issue, Passage, Severity
from translate.engines.base import Draft
from translate.languages import find_language
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology
from translate.text.protected.spans import ProtectedSpan, Treatment

SOURCE = "Il reste 12 places."
LOST = Issue("unfinished", Severity.ERROR, "The model did not finish.")


def looking(seen: list[str], *, wrong: str = "") -> Reviser:
    def judge(source: str, target: str) -> list[Issue]:
        seen.append(target)
        return [Issue("numbers", Severity.ERROR, "12 is missing.")] if target == wrong else []

    return Reviser((), RepairConfig(), judge=judge)


REQUEST = Request(Passage(SOURCE), shielded=Shielded(SOURCE), text=SOURCE)


@pytest.mark.parametrize(
    ("best", "other", "is_kept", "is_judged"),
    [
        (Draft("12 seats left.", -0.5), Draft("12 seats", -0.4, (LOST,)), False, False),
        (Draft("12 seats left.", -0.5), Draft("Seats left.", -0.4), False, True),
        (Draft("12 seats left.", -0.5), Draft("There are 12 seats.", -0.6), True, True),
        (Draft("12 seats le", -0.5, (LOST,)), Draft("12 seats", -0.4, (LOST,)), True, True),
    ],
)
def test_what_is_worse_than_the_best_is_given_up_at_once(
    best: Draft, other: Draft, is_kept: bool, is_judged: bool
) -> None:
    seen: list[str] = []
    reviser = looking(seen, wrong="Seats left.")
    kept = reviser.candidate(REQUEST, best, FIRST)
    assert kept is not None
    found = reviser.candidate(REQUEST, other, NEXT_BEST, kept)
    assert (found is not None, other.text in seen) == (is_kept, is_judged)


def test_what_is_worse_is_looked_at_whole_where_nothing_is_better() -> None:
    found = looking([], wrong="Seats left.").candidate(REQUEST, Draft("Seats left.", -0.4, (LOST,)), FIRST)
    assert found is not None
    assert [issue.check for issue in found.issues] == ["unfinished", "numbers"]


@pytest.mark.parametrize(
    ("target", "keeps"), [("12 seats left.", True), ("12 seats (left.)", True), ("12 seats left", False)]
)
def test_parts_in_no_order_have_no_end(target: str, *, keeps: bool) -> None:
    assert keeps_end(SOURCE, target) is keeps
    assert (looking([]).candidate(REQUEST, Draft(target, -0.4), PARTED) is not None) is keeps
    assert looking([]).candidate(REQUEST, Draft(target, -0.4), FIRST) is not None
    assert keeps_end("12 places", target)


@pytest.mark.parametrize(("lost", "penalty"), [(None, 1.0), (1.0, 1.0), (3.0, 3.0), (7.0, 4.0)])
def test_each_rare_word_that_is_lost_weighs(lost: float | None, penalty: float) -> None:
    assert penalty_of([Issue("rare_words", Severity.WARNING, "Rare.", lost)]) == penalty


TERMS = Terminology([Term("clé USB", ("thumb drive",), TermKind.REQUIRED, 1)], find_language("fr"), find_language("en"))


@pytest.mark.parametrize(
    ("source", "target", "checks"),
    [
        ("Sortez la clé USB.", "Remove the thumb drive.", []),
        ("Sortez la clé USB de Rey.", "Remove the thumb drive.", ["lost_names"]),
        ("Sortez la clé USB.", "Remove the key.", ["terms", "lost_names"]),
    ],
)
def test_a_name_in_a_term_that_is_honoured_is_not_lost(source: str, target: str, checks: list[str]) -> None:
    def judge(text: str, said: str) -> list[Issue]:
        names = [one for one in ("USB", "Rey") if one in text and one not in said]
        return [Issue("lost_names", Severity.WARNING, name) for name in names[:1]]

    reviser = Reviser((), RepairConfig(), judge=judge, terms=TERMS)
    request = Request(Passage(source), shielded=Shielded(source), text=source)
    candidate = reviser.candidate(request, Draft(target, -0.5), FIRST)
    assert candidate is not None and [issue.check for issue in candidate.issues] == checks


@pytest.mark.parametrize(("said", "checks"), [("the thumb drive X_1", []), ("the USB key X_1", ["terms"])])
def test_a_term_within_which_a_placeholder_stands_is_asked_for(said: str, checks: list[str]) -> None:
    piece = Piece(ProtectedSpan(4, 7, Treatment.MASK), "persons", "")
    shielded = Shielded("clé X_1 A", masks=(Mask("X_1", "USB", piece),))
    request = Request(Passage("clé USB A"), shielded=shielded, text=shielded.text)
    candidate = Reviser((), RepairConfig(), terms=TERMS).candidate(request, Draft(said, -0.5), FIRST)
    assert candidate is not None and [issue.check for issue in candidate.issues] == checks
