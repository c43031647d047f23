"""A denial is lost where the other side has nothing that may deny."""

from __future__ import annotations

import pytest

from translate.text.usage.negations import NO_NEGATIONS, Negations, find_lost_negation

OWN = Negations(surely=r"\bne\w* [^.]+? pas\b|\bjamais\b", each=r"\bnon \w+")
OTHER = Negations(maybe=r"\b(?:not|never|un\w+)\b|n['’]t\b")


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Il ne vient pas.", "He comes.", "ne vient pas"),
        ("Il ne vient pas.", "He does not come.", ""),
        ("Il ne vient pas.", "He doesn’t come.", ""),
        ("JAMAIS !", "ALWAYS!", "JAMAIS"),
        ("JAMAIS !", "NEVER!", ""),
        ("Jamais content", "Unhappy", ""),
        ("Il vient.", "He comes.", ""),
        ("Il vient.", "He does not come.", ""),
        ("jamais", "", "jamais"),
        ("non repris et non remboursé", "not taken back or reimbursed", "non remboursé"),
        ("non repris et non remboursé", "not taken back and unreimbursed", ""),
        ("non repris", "taken back", "non repris"),
        ("", "", ""),
    ],
)
def test_what_denied_is_returned_where_nothing_may_deny(source: str, target: str, lost: str) -> None:
    assert find_lost_negation(source, OWN, target, OTHER) == lost


@pytest.mark.parametrize(
    ("source", "target", "lost"),
    [
        ("Ce n'est pas grave.", "It is fine.", ""),
        ("Ce n'est pas grave.", "It is bad.", "n'est pas"),
        ("Il n'est pas venu, ce n'est pas grave.", "He came, it is fine.", "n'est pas"),
        ("C'est grave.", "It is bad.", ""),
    ],
)
def test_a_phrase_that_is_said_without_a_denial_has_lost_none(source: str, target: str, lost: str) -> None:
    own = Negations(surely=r"n['’]est pas", phrases=(("harmless", "pas grave"), ("other", "pas venu")))
    other = Negations(maybe="not", phrases=(("harmless", "fine"),))
    assert find_lost_negation(source, own, target, other) == lost


def test_a_language_that_says_nothing_of_denials_loses_none() -> None:
    assert find_lost_negation("ne va pas", NO_NEGATIONS, "goes", OTHER) == ""
    assert (NO_NEGATIONS.is_known, OTHER.is_known, OWN.is_known) == (False, True, False)
