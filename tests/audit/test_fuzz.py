"""The audit of readers finds what is wrong, and finds nothing in the files of the tests."""

from __future__ import annotations

import io
import mmap
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from audit import fuzz as module
from audit.damage import damage
from audit.fuzz import SAMPLES, Fault, Tally, by_format, fuzz
from audit.samples import Sample, find_samples, make_samples, sound
from translate.errors import BitexteError


def test_damage_is_drawn_by_the_seed_and_changes_parts_of_packages() -> None:
    content = (SAMPLES[0] / "jardin.epub").read_bytes()
    made = [damage(content, random.Random(seed)) for seed in range(40)]
    assert made == [damage(content, random.Random(seed)) for seed in range(40)]
    assert len(set(made)) > 25
    packed = [one for one in made if zipfile.is_zipfile(io.BytesIO(one))]
    assert len(packed) > 20, "most damage is done to a part, which the package still holds"


@pytest.mark.parametrize("content", [b"", b"a", b"<a>", b'"', b"\n"])
def test_the_smallest_samples_can_be_damaged(content: bytes) -> None:
    assert len({damage(content, random.Random(seed)) for seed in range(40)}) > 3


def test_half_of_what_is_damaged_can_still_be_read_by_a_parser() -> None:
    (sample,) = (
        sample for sample in find_samples(SAMPLES) if sample.path.name == "memoire.tmx" and "of" in sample.format
    )
    tally = Tally()
    list(fuzz([sample], 60, 1, tally))
    assert 10 < tally.refused < 50


def test_all_kinds_of_samples_are_found_or_made_and_are_sound(tmp_path: Path) -> None:
    made = make_samples(tmp_path)
    assert sound(made) == made
    samples = [*find_samples(SAMPLES), *made]
    assert {"docx", "epub", "latex", "mail", "notebook", "zip"} <= by_format(samples).keys()
    assert {"units of moses", "packages", "packed gz", "terms of tbx", "memory", "decisions"} <= by_format(
        samples
    ).keys()
    assert {"records of parquet", "settings", "units of xliff2"} <= by_format(samples).keys()


def test_no_damaged_file_gives_anything_but_a_document_or_a_refusal(tmp_path: Path) -> None:
    found: list[Fault] = []
    for samples in by_format([*find_samples(SAMPLES), *make_samples(tmp_path)]).values():
        small = [sample for sample in samples if sample.path.stat().st_size < 20_000]
        found += fuzz(small, 3 if small else 0, 1, Tally(), left_seconds=10)
    assert found == []


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[Callable[[Path], None]], tuple[list[Fault], Tally]]:
    """Return what has a sample read by a function, once."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"Le port. " * 5)

    def read_by(function: Callable[[Path], None]) -> tuple[list[Fault], Tally]:
        tally = Tally()
        return list(fuzz([Sample(path, "text", function)], 1, 1, tally)), tally

    return read_by


def test_a_reader_with_a_fault_is_found(reading: Callable[..., tuple[list[Fault], Tally]]) -> None:
    def fail(path: Path) -> None:
        raise KeyError("page")

    (fault,), tally = reading(fail)
    assert (fault.sample, fault.what, fault.where) == ("a.txt", "KeyError: 'page'", "outside KeyError")
    assert (tally.files, tally.faults, tally.refused) == (1, 1, 0)


def test_a_refusal_in_one_line_is_no_fault(reading: Callable[..., tuple[list[Fault], Tally]]) -> None:
    def refuse(path: Path) -> None:
        raise BitexteError("no text in it")

    found, tally = reading(refuse)
    assert (found, tally.refused) == ([], 1)

    def refuse_at_length(path: Path) -> None:
        raise BitexteError("no", "text")

    (fault,), _ = reading(refuse_at_length)
    assert fault.what == "a message of several lines"


def test_a_message_that_quotes_a_whole_file_is_a_fault(reading: Callable[..., tuple[list[Fault], Tally]]) -> None:
    def quote(path: Path) -> None:
        raise BitexteError(f"{path}: found {'a' * 500}")

    (fault,), _ = reading(quote)
    assert fault.what.startswith("a message of 513 characters, which begins: a.txt: found aaa")


def test_a_reader_that_does_not_end_is_stopped(
    reading: Callable[..., tuple[list[Fault], Tally]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(path: Path) -> None:
        while True:
            try:
                time.sleep(0.1)
            except Exception:  # noqa: BLE001 - what a reader may do
                continue

    monkeypatch.setattr(module, "MOST_WAITED", 1)
    (fault,), _ = reading(hang)
    assert "more than 10 s" in fault.what


def test_a_reader_that_takes_much_memory_is_found(
    reading: Callable[..., tuple[list[Fault], Tally]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_much(path: Path) -> None:
        with mmap.mmap(-1, 60_000_000) as fresh:  # not from what the process holds free
            fresh.write(b"a" * len(fresh))

    monkeypatch.setattr(module, "MOST_BYTES", 30_000_000)
    (fault,), tally = reading(take_much)
    assert fault.what.endswith("MB of memory")
    assert tally.peak > 60_000_000


def test_what_the_process_held_before_is_not_the_readers(
    reading: Callable[..., tuple[list[Fault], Tally]], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = b"a" * 60_000_000
    monkeypatch.setattr(module, "MOST_BYTES", 30_000_000)
    faults, tally = reading(lambda path: None)
    assert not faults
    assert tally.peak > len(held)
