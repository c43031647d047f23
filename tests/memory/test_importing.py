"""Units come into a memory in any number and order, each once, the newest in its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.memory.stored import PLAIN, forgiving, made, taken, unit
from translate.data import CodeKind, InlineCode, Origin, State, TranslationUnit, Variant
from translate.memory import importing
from translate.memory.file import MemoryFile
from translate.memory.importing import Imported, ImportSettings
from translate.memory.matches import LookupSettings, Query

DATES = st.sampled_from(["", "20200101T000000Z", "20210101T000000Z", "20220101T000000Z"])
UNITS = st.builds(
    lambda source, target, document, changed: unit(
        source, target, name=f"{source}{target}", document=document, changed=changed
    ),
    st.sampled_from(["Un", "Deux", "un", "L'an", "L\u2019an"]),
    st.sampled_from(["One", "Two"]),
    st.sampled_from([None, "a", "b"]),
    DATES,
)


def key(one: TranslationUnit) -> tuple[str, str, str | None]:
    return one.source.text, one.target.text, one.document


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(UNITS, max_size=12), st.integers(1, 4))
def test_each_source_target_and_document_is_there_once_with_its_newest_date(
    tmp_path: Path, units: list[TranslationUnit], size: int
) -> None:
    (tmp_path / "m.tmdb").unlink(missing_ok=True)
    counts = Imported()
    with MemoryFile.open_or_create(tmp_path / "m.tmdb", "fr", "en") as memory:
        for start in range(0, len(units), size):
            counts = counts.plus(taken(memory, units[start : start + size]))
        held = {key(one.unit): one.changed for one in memory.stored()}
        assert len(held) == len(list(memory.units()))
    newest: dict[tuple[str, str, str | None], str] = {}
    for one in units:
        newest[key(one)] = max(newest.get(key(one), ""), dict(one.properties).get("tu@changedate", ""))
    assert held == newest
    assert counts.read == counts.added + counts.updated + counts.unchanged == len(units)
    assert counts.added == len(held)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(UNITS, max_size=10), st.randoms(use_true_random=False))
def test_the_order_of_units_changes_no_target_that_is_found(
    tmp_path: Path, units: list[TranslationUnit], draw: object
) -> None:
    shuffled = list(units)
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    answers = []
    for some in (units, shuffled):
        (tmp_path / "m.tmdb").unlink(missing_ok=True)
        with made(tmp_path / "m.tmdb", some) as memory:
            matches = next(iter(memory.lookup([Query("Un")], LookupSettings(threshold=1, count=20))))
            answers.append({(match.percentage, match.unit.target.text) for match in matches})
    assert answers[0] == answers[1]


def test_the_size_of_a_batch_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    units = [unit(f"Phrase {number % 7}", f"Sentence {number % 5}", document=f"{number % 2}") for number in range(200)]
    held = []
    for size in (1, 3, 2000):
        monkeypatch.setattr(importing, "_BATCH_UNITS", size)
        with made(tmp_path / f"{size}.tmdb", units) as memory:
            held.append(list(memory.units()))
    assert held[0] == held[1] == held[2]
    assert len(held[0]) == 70


def test_a_crowd_kept_at_hand_stays_in_step_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "_BATCH_UNITS", 10)
    monkeypatch.setattr(importing, "_CROWD", 2)
    crowd = [unit("Suite", f"Next {number}") for number in range(40)]
    with made(tmp_path / "m.tmdb", crowd) as memory:
        again = [replace(one, state=State.REVIEWED) for one in crowd]
        assert taken(memory, [*again, *again]) == Imported(80, 0, 40, 40, 0)
        assert {one.standing for one in memory.units()} == {State.REVIEWED}


def test_more_texts_than_sqlite_takes_at_once_are_looked_for_in_parts(tmp_path: Path) -> None:
    units = [unit(f"Phrase {number}", "x", name="n") for number in range(1201)]
    with made(tmp_path / "m.tmdb", units) as memory:
        assert taken(memory, units) == Imported(1201, 0, 0, 1201, 0)


@pytest.mark.parametrize(
    ("held", "new", "is_taken"),
    [
        ("", "", True),
        ("", "20200101T000000Z", True),
        ("20200101T000000Z", "", False),
        ("20200101T000000Z", "20200101T000000Z", True),
        ("20200101T000000Z", "20210101T000000Z", True),
        ("20210101T000000Z", "20200101T000000Z", False),
    ],
)
def test_a_later_import_takes_the_place_of_what_is_no_newer(
    held: str, new: str, is_taken: bool, tmp_path: Path
) -> None:
    first = unit("Un", "One", changed=held)
    with made(tmp_path / "m.tmdb", [first]) as memory:
        second = unit("Un", "One", changed=new, state=State.APPROVED)
        assert taken(memory, [second]).updated == is_taken
        assert [one.standing is State.APPROVED for one in memory.units()] == [is_taken]


def test_within_one_file_the_first_of_one_date_stays(tmp_path: Path) -> None:
    units = [unit("Un", "One", name=name, changed="20200101T000000Z") for name in ("first", "second")]
    with made(tmp_path / "m.tmdb", units) as memory:
        assert [one.name for one in memory.units()] == ["first"]


def test_codes_make_another_text_of_the_same_letters(tmp_path: Path) -> None:
    code = InlineCode(0, 0, CodeKind.ISOLATED, None)
    coded = replace(unit("Un", "One", name="n"), source=Variant("fr", "Un", None, (code,)))
    with made(tmp_path / "m.tmdb", [unit("Un", "One", name="n"), coded]) as memory:
        assert len(list(memory.units())) == 2
        found = next(iter(memory.lookup([Query("Un", (code,))], LookupSettings(count=1))))
        assert found[0].unit == coded


def test_a_stated_origin_goes_before_that_of_the_file(tmp_path: Path) -> None:
    machine = unit("Un", "One", origin=Origin.MACHINE)
    with made(tmp_path / "m.tmdb", [machine], ImportSettings(origin=Origin.HUMAN)) as memory:
        (match,) = next(iter(memory.lookup([Query("Un")])))
        assert (match.percentage, match.penalties) == (100, ())


def test_what_is_imported_again_with_a_penalty_has_it_from_then_on(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("Un", "One")]) as memory:
        assert taken(memory, [unit("Un", "One")], ImportSettings(15, "law")).updated == 1
        assert [(one.penalty, one.domain) for one in memory.stored()] == [(15, "law")]
        assert next(iter(memory.lookup([Query("Un")])))[0].percentage == 85


def test_replacing_a_document_that_is_not_there_adds_the_new_one(tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", [unit("Un", "One", document="a")]) as memory:
        counts = memory.take([unit("Deux", "Two", document="b")], PLAIN, forgiving, replaced="b")
        assert (counts.added, [one.document for one in memory.units()]) == (1, ["a", "b"])


def test_what_is_merged_keeps_the_newer_of_two(tmp_path: Path) -> None:
    old, new = (unit("Un", "One", name=date, changed=date) for date in ("20200101T000000Z", "20220101T000000Z"))
    for first, second in ((old, new), (new, old)):
        with (
            made(tmp_path / f"{first.name}.a.tmdb", [first]) as one,
            made(tmp_path / f"{first.name}.b.tmdb", [second]) as other,
        ):
            one.merge(other)
            assert list(one.units()) == [new]
            assert list(other.units()) == [second]


def test_counts_of_files_are_summed_up() -> None:
    assert Imported(1, 2, 3, 4, 5).plus(Imported(10, 20, 30, 40, 50)) == Imported(11, 22, 33, 44, 55)
    assert Imported().plus(Imported()) == Imported()


def test_a_text_that_shares_bits_with_another_is_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "_MET_BITS", 3)
    monkeypatch.setattr(importing, "_BATCH_UNITS", 5)
    units = [unit(f"Phrase {number % 20}", f"Sentence {number % 30}", name="n") for number in range(90)]
    with made(tmp_path / "m.tmdb", units) as memory:
        assert len(list(memory.units())) == 60
        assert memory.connection.execute("SELECT count(*) FROM text").fetchone() == (20,)
