"""What is held out is what brute force would take, and an interruption waits until it is asked for."""

from __future__ import annotations

import hashlib
import signal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.errors import TrainingError
from translate.executors.interruption import deferred_signals
from translate.training.heldout import MAX_HELD_OUT_SHARE, HeldOut
from translate.training.parts import MANIFEST, join, missing, split
from translate.training.recipe import DataSource, Recipe, ValidationRecipe
from translate.training.sources import Pair

OFFERED = st.lists(st.tuples(st.integers(0, 60), st.sampled_from([0.5, 1.0])), max_size=150)


def rank(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


@given(OFFERED, st.integers(0, 6))
def test_the_smallest_hashes_of_the_heaviest_source_are_held_out_with_all_their_like(
    offered: list[tuple[int, float]], wanted: int
) -> None:
    recipe = Recipe(data=(DataSource("a", 0.5), DataSource("b", 1.0)), validation=ValidationRecipe(segments=wanted))
    held_out = HeldOut(recipe)
    for number, weight in offered:
        held_out.offer(Pair(f"Mot {number}.", f"Word {number}."), weight)
    pairs, hidden = held_out.close()
    heavy = [number for number, weight in offered if weight == 1.0]
    texts = sorted({f"Mot {number}." for number in heavy}, key=rank)[:wanted]
    expected = texts[: int(len(heavy) * MAX_HELD_OUT_SHARE)]
    assert [pair.source for pair in pairs] == expected
    assert hidden == ([n for n, (number, _) in enumerate(offered) if f"Mot {number}." in expected] if wanted else [])


def test_nothing_is_held_out_where_files_are_named() -> None:
    held_out = HeldOut(Recipe(data=(DataSource("a"),), validation=ValidationRecipe(files=("dev.tsv",))))
    for number in range(100):
        held_out.offer(Pair(f"Mot {number}.", "Word."), 1.0)
    assert held_out.close() == ((), [])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_nothing_at_once_and_its_handler_comes_back(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    asked: list[str] = []
    with deferred_signals(lambda: asked.append("stop")):
        signal.raise_signal(number)
        asked.append("done")  # the work went on
        signal.raise_signal(number)
    assert asked == ["stop", "done", "stop"]
    assert signal.getsignal(number) is before


def test_the_handlers_come_back_after_an_error_too() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ZeroDivisionError), deferred_signals(lambda: None):
        raise ZeroDivisionError
    assert signal.getsignal(signal.SIGINT) is before


@settings(max_examples=40)
@given(st.binary(max_size=200), st.integers(10, 80))
def test_parts_of_any_size_join_to_what_was_split(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, size: int
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    manifest, *parts = split(content, folder, size)
    assert manifest.name == MANIFEST
    assert all(path.stat().st_size <= size for path in parts)
    assert len(parts) == max(1, -(-len(content) // size))
    assert missing(folder) == []
    assert join(folder) == content


@pytest.mark.parametrize("damage", ["changed", "gone", "swapped"])
def test_parts_that_are_damaged_or_lost_are_all_named(tmp_path: Path, damage: str) -> None:
    _, *parts = split(bytes(range(100)), tmp_path, 30)
    if damage == "changed":
        parts[1].write_bytes(b"x" * 30)
    elif damage == "gone":
        parts[1].unlink()
    else:
        parts[0].write_bytes(parts[1].read_bytes())
    lacking = missing(tmp_path)
    assert lacking == ["part-000.bin" if damage == "swapped" else "part-001.bin"]
    with pytest.raises(TrainingError, match=lacking[0]):
        join(tmp_path)
    (tmp_path / MANIFEST).unlink()
    assert missing(tmp_path) == [MANIFEST]
