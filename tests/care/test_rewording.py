"""What is asked in other words: no term of the user is, but what holds more than one."""

from __future__ import annotations

import pytest

from translate.care.base import Request, Shielded
from translate.care.measures import Measure
from translate.care.rewording import Measures
from translate.data import Passage
from translate.languages import find_language
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology


def asked(text: str, measure: Measure, terms: Terminology | None) -> list[str]:
    step = Measures(lambda stretch: [measure], None, terms)
    request = step.before(Request(Passage(text), shielded=Shielded(text), text=text))
    return [piece.measure.asked for piece in request.pieces if piece.measure]


@pytest.mark.parametrize(
    ("text", "measure", "term", "kind", "is_asked"),
    [
        ("Le SAV ferme", Measure(3, 6, "after-sales", "after-sales"), ("SAV", "Customer Care"), "required", False),
        ("Le SAV ferme", Measure(3, 6, "after-sales", "after-sales"), ("SAV", "after-sales"), "required", True),
        ("Le SAV ferme", Measure(3, 6, "after-sales", "after-sales"), ("ferme", "farm"), "required", True),
        ("Le SAV ferme", Measure(3, 6, "after-sales", "after-sales"), ("SAV", "support"), "forbidden", True),
        ("Un comprimé", Measure(0, 11, "one tablet", "one tablet"), ("comprimé", "tablet"), "required", True),
        ("Clé de SAV", Measure(7, 10, "after-sales", "after-sales"), ("clé de SAV", "support key"), "required", False),
        ("Prix 12 HT", Measure(5, 10, "12 plus tax", "12 plus tax"), ("HT", "net of tax"), "required", True),
    ],
)
def test_a_term_of_the_user_is_not_asked_in_other_words_unless_it_says_them(
    text: str, measure: Measure, term: tuple[str, str], kind: str, is_asked: bool
) -> None:
    terms = Terminology([Term(term[0], (term[1],), TermKind(kind), 1)], find_language("fr"), find_language("en"))
    assert bool(asked(text, measure, terms)) is is_asked
    assert asked(text, measure, None) == [measure.asked]


@pytest.mark.parametrize(("said", "is_masked"), [("in Dole", False), ("in", True)])
def test_a_word_that_says_more_than_itself_is_not_hidden_with_it(said: str, is_masked: bool) -> None:
    text, measure = "Notaire à Dole", Measure(8, 9, "à", said, made="at Dole")
    step = Measures(lambda stretch: [measure], None, None)
    request = step.before(Request(Passage(text), shielded=Shielded(text), text=text))
    (piece,) = step.mask(request, "Notary").pieces
    assert (piece.measure is None) is is_masked  # a placeholder is no measure any more
