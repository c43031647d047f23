"""A run that stops at any batch goes on from it, and ends with the bytes of one that did not stop."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.run.test_run import ECHO, document, files, go
from translate.config import DocumentConfig, OutputConfig
from translate.documents import Source
from translate.engines.base import DEFAULT_WAY, Draft, Way
from translate.engines.echo import Echo, Echoing
from translate.errors import EngineError
from translate.run import asking, lookup

CONFIG = replace(ECHO, documents=DocumentConfig(verify_language=False), output=OutputConfig(("tmx", "json", "moses")))
WORDS = "chat chien maison rouge dort mange le la une petit grand arbre".split()


def texts(random_seed: int, count: int) -> list[str]:
    chance = random.Random(random_seed)
    return [f"{' '.join(chance.choices(WORDS, k=6)).capitalize()} {chance.randint(1, 99)}." for _ in range(count)]


def sources(folder: Path) -> list[Source]:
    """Three documents that share some of their segments, one of them in two paragraphs a line."""
    return [
        document(folder, "a.txt", "\n".join(texts(1, 40))),
        document(folder, "b.txt", "\n\n".join([*texts(2, 30), *texts(1, 10)])),
        document(folder, "c.txt", "***\n" + " ".join(texts(3, 25))),
    ]


class Faltering(Echoing):
    """Gives ten texts a batch, and fails after some batches; it counts what it is asked for."""

    left = -1
    asked: list[str] = []  # noqa: RUF012

    def ask(self, some: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        type(self).asked += some
        return super().ask(some, way)

    def take(self) -> Mapping[int, Draft]:
        if type(self).left == 0:
            raise EngineError("the machine is out of memory")
        type(self).left -= 1
        pairs = [self._texts.popleft() for _ in range(min(10, len(self._texts)))]
        return {number: Draft(text, 0.0) for number, text in pairs}


@pytest.fixture
def faltering(monkeypatch: pytest.MonkeyPatch) -> type[Faltering]:
    monkeypatch.setattr(Echo, "begin", lambda self: Faltering())
    Faltering.left, Faltering.asked = -1, []
    return Faltering


@pytest.mark.parametrize(("batches", "window"), [(0, 7), (4, 7), (9, 4096)])
def test_a_run_that_stopped_ends_with_the_same_bytes_and_asks_for_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faltering: type[Faltering], batches: int, window: int
) -> None:
    made = sources(tmp_path)
    go(made, tmp_path / "whole", CONFIG)
    total = len(set(faltering.asked))
    assert len(faltering.asked) == total  # no segment that stands twice goes to the engine twice
    monkeypatch.setattr(asking, "WINDOW_SEGMENTS", window)

    faltering.left = batches
    with pytest.raises(EngineError, match="out of memory"):
        go(made, tmp_path / "stopped", CONFIG)
    faltering.left, faltering.asked = -1, []
    report = go(made, tmp_path / "stopped", CONFIG)
    assert files(tmp_path / "stopped") == files(tmp_path / "whole")
    assert report.translated_segments == len(faltering.asked)
    assert total - 10 * batches <= len(faltering.asked) < total if batches else len(faltering.asked) == total


def test_a_run_that_stops_again_and_again_comes_to_its_end(tmp_path: Path, faltering: type[Faltering]) -> None:
    made = sources(tmp_path)
    go(made, tmp_path / "whole", CONFIG)
    for _ in range(30):
        faltering.left = 4
        try:
            go(made, tmp_path / "stopped", CONFIG)
            break
        except EngineError:
            pass
    assert files(tmp_path / "stopped") == files(tmp_path / "whole")


def test_a_document_that_is_added_changes_no_byte_of_the_others(tmp_path: Path, faltering: type[Faltering]) -> None:
    made = sources(tmp_path)
    go(made[:2], tmp_path / "out", CONFIG)
    before = files(tmp_path / "out")
    faltering.asked = []
    report = go(made, tmp_path / "out", CONFIG)
    after = files(tmp_path / "out")
    assert {name: after[name] for name in before} == before
    assert [one.status for one in report.documents] == ["unchanged", "unchanged", "translated"]
    assert not set(faltering.asked) & set(texts(1, 40))


@pytest.mark.parametrize("blocks", [1, 5])
def test_how_many_blocks_are_held_at_a_time_changes_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blocks: int
) -> None:
    made = sources(tmp_path)
    go(made, tmp_path / "whole", CONFIG)
    monkeypatch.setattr(lookup, "WINDOW_BLOCKS", blocks)
    go(made, tmp_path / "narrow", CONFIG)
    assert files(tmp_path / "narrow") == files(tmp_path / "whole")


def test_a_document_that_is_gone_leaves_its_outputs_alone(tmp_path: Path) -> None:
    made = sources(tmp_path)
    go(made, tmp_path / "out", CONFIG)
    before = files(tmp_path / "out")
    go(made[1:], tmp_path / "out", CONFIG)
    assert files(tmp_path / "out") == before


@pytest.mark.parametrize(
    ("change", "is_redone"),
    [
        ({"output": OutputConfig(("tmx", "json", "moses"), source_code="fr-CA")}, True),
        ({"output": OutputConfig(("tmx",))}, True),
        ({"engine": replace(CONFIG.engine, threads=1, batch_pieces=9)}, False),
        ({"engine": replace(CONFIG.engine, offline=True)}, False),
        ({"checks": replace(CONFIG.checks, max_warnings=1)}, True),
    ],
)
def test_a_document_is_written_again_where_a_setting_decides_its_bytes(
    tmp_path: Path, change: dict[str, object], is_redone: bool
) -> None:
    made = sources(tmp_path)[:1]
    go(made, tmp_path / "out", CONFIG)
    report = go(made, tmp_path / "out", replace(CONFIG, **change))  # type: ignore[arg-type]
    assert report.documents[0].status == ("translated" if is_redone else "unchanged")
