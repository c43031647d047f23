"""Titles left as the source writes them are told; those of the target's language, and initials, are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.data import Issue

Find = Callable[..., tuple[Issue, ...]]


@pytest.mark.parametrize(
    ("source", "target", "is_told"),
    [
        ("Pr Marchand, chef de service", "Pr Marchand, Head of Service", True),
        ("Mme Roux est là.", "Mme Roux is here.", True),
        ("Dre Roux est absente.", "Dre Roux is away.", True),
        ("Me Lefort défend M. Petit.", "Maître Lefort defends M. Petit.", True),
        ("Me Lefort plaide.", "Mr Lefort pleads.", True),
        ("Me Lefort plaide.", "Maître Lefort pleads.", False),
        ("Le Dr Roux est absent.", "Dr Roux is away.", False),
        ("Pr Marchand, chef de service", "Professor Marchand, Head of Service", False),
        ("Le chancelier Dennis M. Walcott parle.", "Chancellor Dennis M. Walcott speaks.", False),
    ],
)
def test_a_title_left_as_it_is_warns(find: Find, source: str, target: str, is_told: bool) -> None:
    assert [issue.severity for issue in find("titles", source, target)] == (["warning"] if is_told else [])


@pytest.mark.parametrize(
    ("source", "target", "is_told"),
    [
        ("Le Dr Morel est absent.", "The doctor is absent.", True),
        ("Le maire, M. Charpentier, préside.", "The mayor chairs.", True),
        ("Le Dr Paul Morel est absent.", "Dr Paul is absent.", False),
        ("M. Tchékhov écrit.", "Mr Chekhov writes.", False),
        ("M. Poutine parle.", "Mr Putin speaks.", False),
        ("M. Gorbatchev parle.", "Mr Gorbachev speaks.", False),
        ("Mme la Maire est là.", "The mayor is here.", False),
        ("Le docteur est absent.", "The doctor is absent.", False),
    ],
)
def test_a_person_whose_name_is_missing_warns(find: Find, source: str, target: str, is_told: bool) -> None:
    assert [issue.severity for issue in find("titles", source, target)] == (["warning"] if is_told else [])
