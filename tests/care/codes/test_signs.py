"""Signs stand beside what renders the word that they touched, wherever the target puts it."""

from __future__ import annotations

import pytest

from tests.care.coded import coded, written
from translate.care.base import Change, Request, Revision
from translate.care.codes.placing import Placing
from translate.care.composing import restore
from translate.engines.base import Draft
from translate.languages.en import LANGUAGE as ENGLISH
from translate.languages.fr import LANGUAGE as FRENCH

PLACING = Placing("X_#", source=FRENCH, target=ENGLISH)


def placed(source: str, target: str) -> str:
    """Return a target with the codes of its source, placed without attention, by the lexicon."""
    request = PLACING.before(Request(coded(source)))
    revision = Revision(request, Draft(target, 0.0), [], target)
    revision.changes += [found for found in PLACING.after(revision) if isinstance(found, Change)]
    restored = restore(revision)
    return written(restored.text, restored.codes)


@pytest.mark.parametrize(
    ("source", "target", "made"),
    [
        ("Un délai<x-note/> que fixe le juge", "A delay which the judge sets", "A delay<x-note/> which the judge sets"),
        ("Le maire<x-mark/> a parlé hier", "Yesterday the mayor spoke", "Yesterday the mayor<x-mark/> spoke"),
        ("Le <x-mark/>drapeau flotte", "The flag floats", "The <x-mark/>flag floats"),
        ("L'<x-mark/>ombre du roi", "The king's shadow", "The king's <x-mark/>shadow"),
        ("La ville (2020)<x-note/> est grande", "The city (2020) is large", "The city (2020)<x-note/> is large"),
        ("L'ordre <x-note/> de partir", "The order to leave", "The order <x-note/> to leave"),
        ("<bold>Le roi</bold><x-note/> dort", "The king sleeps", "<bold>The king</bold><x-note/> sleeps"),
        ("Le roi <x-note/><bold>dort</bold>", "The king sleeps", "The king <x-note/><bold>sleeps</bold>"),
    ],
)
def test_a_sign_keeps_the_word_that_it_touched(source: str, target: str, made: str) -> None:
    assert placed(source, target) == made


@pytest.mark.parametrize(
    ("source", "target", "made"),
    [
        ("La police municipale<x-note/> veille", "Municipal police watch", "Municipal police<x-note/> watch"),
        ("Le prix de vente<x-note/> augmente", "The sale price increases", "The sale price<x-note/> increases"),
        ("Le roi aime la reine<x-note/> âgée", "The king loves the old queen", "The king loves the old queen<x-note/>"),
    ],
)
def test_a_sign_at_the_end_of_a_noun_with_its_adjective_stays_at_the_end(source: str, target: str, made: str) -> None:
    assert placed(source, target) == made


@pytest.mark.parametrize(
    ("source", "target", "made"),
    [
        ("L'arc<x-hyphen/>en<x-hyphen/>ciel", "The rainbow", "The<x-hyphen/><x-hyphen/> rainbow"),
        ("Le sud<x-hyphen/>est est chaud", "The south-east is warm", "The south<x-hyphen/>east is warm"),
        ("Marie<x-hyphen/>Rose est là", "Here is Marie-Rose", "Here is Marie<x-hyphen/>Rose"),
        ("l'été 2020<x-hyphen/>2021", "in 2020-2021, summer", "in 2020<x-hyphen/>2021, summer"),
        ("va<x-hyphen/>et<x-hyphen/>vient", "to-and-fro", "to<x-hyphen/>and<x-hyphen/>fro"),
        ("<x-hyphen/> une chaise", "- a chair", "<x-hyphen/> a chair"),
    ],
)
def test_a_hyphen_that_is_a_code_stands_in_a_word_with_a_hyphen_or_shows_nothing(
    source: str, target: str, made: str
) -> None:
    assert placed(source, target) == made


def test_a_soft_hyphen_goes_to_the_edge_of_a_word() -> None:
    assert placed("Une biblio<x-soft-hyphen/>thèque fermée", "A closed library").count("<x-soft-hyphen/>") == 1
    assert "libr<" not in placed("Une biblio<x-soft-hyphen/>thèque fermée", "A closed library")


@pytest.mark.parametrize(
    ("source", "target", "made"),
    [
        ("<link></link>Le roi dort", "The king sleeps", "<link></link>The king sleeps"),
        ("Le roi <bold></bold>dort", "The king sleeps", "The king <bold></bold>sleeps"),
        ("Le roi dort<bold></bold>", "The king sleeps", "The king sleeps<bold></bold>"),
    ],
)
def test_a_pair_that_holds_nothing_still_holds_nothing(source: str, target: str, made: str) -> None:
    assert placed(source, target) == made
