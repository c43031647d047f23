"""Each segment goes through the engine once in the life of an output folder, and a batch that was done is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from translate.aligning.hypotheses import Translator
from translate.config import Config, EngineConfig
from translate.engines.base import DEFAULT_WAY, Draft, Way
from translate.engines.echo import Echo, Echoing
from translate.errors import EngineError, UnknownNameError
from translate.run.journal import Journal

CONFIG = Config(engine=EngineConfig(name="echo"))


class Counting(Echoing):
    """Counts what it is asked for, takes two at a time, and may fail or forget."""

    def __init__(self, asked: list[str], fails_after: int, forgets: str) -> None:
        super().__init__()
        self._seen, self._left, self._forgets = asked, fails_after, forgets

    def ask(self, texts: Sequence[str], way: Way = DEFAULT_WAY) -> range:
        self._seen += texts
        return super().ask(texts, way)

    def take(self) -> Mapping[int, Draft]:
        if not self._left:
            raise EngineError("out of memory")
        self._left -= 1
        pairs = [self._texts.popleft() for _ in range(min(2, len(self._texts)))]
        return {number: Draft(text.upper(), -0.5) for number, text in pairs if text != self._forgets}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    seen: list[str] = []
    set_up(monkeypatch, seen)
    yield seen


def set_up(monkeypatch: pytest.MonkeyPatch, seen: list[str], *, fails_after: int = 99, forgets: str = "") -> None:
    monkeypatch.setattr(Echo, "begin", lambda self: Counting(seen, fails_after, forgets))


def test_every_text_has_its_translation_in_order_and_twins_are_asked_for_once(asked: list[str], tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        assert Translator(CONFIG, journal).translate(["b", "a", "b", "c"]) == ["B", "A", "B", "C"]
    assert asked == ["b", "a", "c"]


def test_another_run_asks_only_for_what_is_new(asked: list[str], tmp_path: Path) -> None:
    for texts in (["a", "b"], ["b", "c", "a"]):
        with Journal(tmp_path) as journal:
            assert Translator(CONFIG, journal).translate(texts) == [text.upper() for text in texts]
    assert asked == ["a", "b", "c"]


def test_what_an_engine_gave_before_it_failed_is_kept(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch, asked, fails_after=2)
    with Journal(tmp_path) as journal, pytest.raises(EngineError, match="out of memory"):
        Translator(CONFIG, journal).translate(list("abcdef"))
    del asked[:]
    set_up(monkeypatch, asked)
    with Journal(tmp_path) as journal:
        assert Translator(CONFIG, journal).translate(list("abcdef")) == list("ABCDEF")
    assert asked == ["e", "f"]


def test_an_engine_that_leaves_something_out_is_an_error(
    asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(monkeypatch, asked, forgets="b")
    with Journal(tmp_path) as journal, pytest.raises(EngineError, match="returned nothing for 1 segments"):
        Translator(CONFIG, journal).translate(["a", "b"])


def test_an_engine_without_a_model_signs_by_its_name(tmp_path: Path) -> None:
    with Journal(tmp_path) as journal:
        assert Translator(CONFIG, journal).signature == "echo"
        with pytest.raises(UnknownNameError, match="babel"):
            Translator(Config(engine=EngineConfig(name="babel")), journal)
