"""Exact matches of a memory: newest first, whatever the apostrophes, with the codes of the target."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.memory.stored import made, taken, unit
from translate.data import CodeKind, InlineCode, MemoryMatch, State, TranslationUnit, Variant
from translate.memory import exact
from translate.memory.exact import Dated, find_exact, newest_first
from translate.memory.rows import plain

TEXTS = st.text(st.sampled_from("aA'\u2019 \u00a0é."), min_size=1, max_size=3)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(TEXTS, st.sampled_from(["x", "y"])), max_size=8), st.lists(TEXTS, max_size=6))
def test_what_is_found_is_what_a_look_at_all_units_finds(
    tmp_path: Path, pairs: list[tuple[str, str]], asked: list[str]
) -> None:
    (tmp_path / "m.tmdb").unlink(missing_ok=True)
    with made(tmp_path / "m.tmdb", [unit(*pair) for pair in pairs]) as memory:
        held = list(memory.units())
        found = memory.find(asked)
    for text in asked:
        expected = [one.target.text for one in held if plain(one.source.text) == plain(text)]
        assert [match.target for match in found.get(text, ())] == expected
        assert (text in found) is bool(expected)


@pytest.mark.parametrize(
    ("state", "is_found"),
    [(State.DRAFT, False), (State.TRANSLATED, True), (State.REVIEWED, True), (State.APPROVED, True), (None, True)],
)
def test_a_draft_is_no_exact_match(state: State | None, is_found: bool, tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("Un", "One", state=state)]) as memory:
        assert ("Un" in memory.find(["Un"])) is is_found


def test_texts_that_share_a_digest_are_told_apart(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("Un", "One"), unit("Deux", "Two")]) as memory:
        (digest,) = memory.connection.execute("SELECT digest FROM text WHERE source = 'Un'").fetchone()
        memory.connection.execute("UPDATE text SET digest = ?", (digest,))
        assert [match.target for match in memory.find(["Un"])["Un"]] == ["One"]


@pytest.mark.parametrize("count", [1, 499, 500, 501])
def test_any_number_of_texts_is_asked_for_at_once(count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "_LOOKUP", 100)
    texts = [f"Phrase {number}" for number in range(count)]
    with made(tmp_path / "m.tmdb", [unit(text, f"{text}!") for text in texts]) as memory:
        found = find_exact(memory.connection, [*texts, *texts, "Autre"])
    assert {text: [dated.match.target for dated in some] for text, some in found.items()} == {
        text: [f"{text}!"] for text in texts
    }


def test_the_codes_and_neighbours_of_a_match_are_those_of_its_unit(tmp_path: Path) -> None:
    codes = (
        InlineCode(0, 3, CodeKind.START, 1, "bold", "7", (("x", "1"),)),
        InlineCode(6, 10, CodeKind.END, 1),
        InlineCode(10, 10, CodeKind.ISOLATED, None),
    )
    coded: TranslationUnit = replace(
        unit("Un", "", context=("Avant", None)), target=Variant("en", "<b>One</b>", None, codes)
    )
    with made(tmp_path / "m.tmdb", [coded]) as memory:
        assert memory.find(["Un"])["Un"] == (MemoryMatch("<b>One</b>", codes, "Avant", None),)


def test_the_newest_comes_first_and_of_one_date_the_first_memory() -> None:
    def dated(changed: str, target: str) -> Dated:
        return Dated(changed, MemoryMatch(target, (), None, None))

    one = [dated("2024", "a"), dated("2020", "b"), dated("", "c")]
    other = [dated("2024", "d"), dated("2022", "e"), dated("", "f")]
    assert "".join(match.target for match in newest_first([one, other])) == "adebcf"
    assert "".join(match.target for match in newest_first([other, one])) == "daebfc"
    assert newest_first([]) == newest_first([[], []]) == ()


def test_what_was_imported_or_deleted_since_is_seen_by_the_next_question(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("Un", "One")]) as memory:
        assert memory.find(["Deux"]) == {}
        taken(memory, [unit("Deux", "Two")])
        assert [match.target for match in memory.find(["Deux"])["Deux"]] == ["Two"]
        memory.delete([1])
        assert memory.find(["Un"]) == {}
