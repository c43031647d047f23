"""Corpora are joined by their sources as a look at all units would join them, in the order of the first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import PLAIN
from translate.corpus import Tally, expand_units, external, join_units, joined_header
from translate.corpus.joining import NO_MATCH
from translate.data import Issue, Origin, Severity, State, TranslationUnit, Variant
from translate.errors import UsageError
from translate.formats import Header

PROPERTY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from(["", "x", "y"])), max_size=15)


def units(pairs: list[tuple[str, str]], language: str = "en") -> list[TranslationUnit]:
    return [
        replace(PLAIN, name=f"{language}{number}", source=Variant("fr", source), target=Variant(language, target))
        for number, (source, target) in enumerate(pairs)
    ]


@PROPERTY
@given(whole=TEXTS, lean=TEXTS)
def test_targets_come_back_to_all_units_of_a_source(
    whole: list[tuple[str, str]], lean: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(external, "RUN_BYTES", 500)
    first: dict[str, str] = {}
    for source, target in lean:
        if target:
            first.setdefault(source, target)
    tally, dropped = Tally(), list[TranslationUnit]()
    found = list(expand_units(units(whole), units(lean), tally, dropped.append))
    expected = [(f"en{number}", first[source]) for number, (source, _) in enumerate(whole) if source in first]
    assert [(unit.name, unit.target.text) for unit in found] == expected
    assert (tally.read, tally.kept, tally.dropped[NO_MATCH]) == (len(whole), len(found), len(dropped))


def test_a_target_comes_with_what_was_found_of_it() -> None:
    issue = Issue("numbers", Severity.WARNING, "no 12")
    (bare,) = units([("Douze.", "")])
    better = replace(PLAIN, source=bare.source, origin=Origin.HUMAN, score=80.0, issues=(issue,), state=State.REVIEWED)
    (found,) = expand_units([bare], [better], Tally())
    assert found == replace(better, name=bare.name)


@PROPERTY
@given(one=TEXTS, other=TEXTS)
def test_two_targets_of_a_source_become_a_pair(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    first: dict[str, str] = {}
    for source, target in other:
        first.setdefault(source, target)
    found = list(join_units(units(one), units(other, "de"), Tally()))
    assert [(u.source, u.target) for u in found] == [
        (Variant("en", target), Variant("de", first[source])) for source, target in one if source in first
    ]


def test_languages_that_do_not_meet_are_refused() -> None:
    assert joined_header(Header("fr", "en", "a"), Header("fr-CA", "de", "b")) == Header("en", "de", "a")
    with pytest.raises(UsageError, match="share no source language: fr, en"):
        joined_header(Header("fr", "en", ""), Header("en", "de", ""))
    with pytest.raises(UsageError, match="both corpora are in en"):
        joined_header(Header("fr", "en", ""), Header("fr", "en-GB", ""))
