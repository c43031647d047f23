"""The audit of readers finds what is wrong, and finds nothing in the files of the tests."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from audit import fuzz as module
from audit.fuzz import SAMPLES, damage, find_samples, fuzz


def test_damage_is_drawn_by_the_seed_and_changes_parts_of_packages() -> None:
    content = (SAMPLES[0] / "jardin.epub").read_bytes()
    made = [damage(content, random.Random(seed)) for seed in range(20)]
    assert made == [damage(content, random.Random(seed)) for seed in range(20)]
    assert len(set(made)) > 15
    packed = [one for one in made if zipfile.is_zipfile(io.BytesIO(one))]
    assert len(packed) > 10, "most damage is done to a part, which the package still holds"


def test_all_kinds_of_samples_are_found() -> None:
    endings = {path.suffix for path in find_samples(SAMPLES)}
    assert {".epub", ".html", ".json", ".po", ".tex", ".ipynb", ".eml"} <= endings


def test_no_damaged_file_gives_anything_but_a_document_or_a_refusal() -> None:
    samples = [path for path in find_samples(SAMPLES) if path.stat().st_size < 20_000]
    found = list(fuzz(samples, 2, 1, left_seconds=60))
    assert len(found) > 10
    assert [fault for fault in found if fault is not None] == []


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Le port. " * 5)
    return path


def test_a_reader_with_a_fault_is_found(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **named: object) -> None:
        raise KeyError("page")

    monkeypatch.setattr(module, "_read_document", fail)
    (fault,) = fuzz([sample], 1, 1)
    assert fault is not None
    assert (fault.sample, fault.what, fault.where) == ("a.txt", "KeyError: 'page'", "outside KeyError")


def test_a_reader_that_does_not_end_is_stopped(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*given: object, **named: object) -> None:
        while True:
            pass

    monkeypatch.setattr(module, "_read_document", hang)
    monkeypatch.setattr(module, "MOST_WAITED", 1)
    (fault,) = fuzz([sample], 1, 1)
    assert fault is not None
    assert "more than 10 s" in fault.what
