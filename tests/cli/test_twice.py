"""A corpus that a step reads twice is the same both times, or nothing is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.cli import corpus as module
from translate.cli.remarks import Remarks, SaidOnce
from translate.data import TranslationUnit
from translate.errors import DocumentError, UsageError

LINES = "".join(f"Le port {number} est fermé.\tPort {number} is closed.\n" for number in range(5))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "m.tsv"
    path.write_text(f"fr\ten\n{LINES}", encoding="utf-8")
    return path


@pytest.mark.parametrize("step", [("dedup",), ("dedup", "--by", "similar"), ("sample", "--units", "2")])
@pytest.mark.parametrize("more", [LINES, "Il dort.\tHe sleeps.\n"])
def test_a_corpus_that_changes_between_two_readings_is_an_error_and_nothing_is_written(
    corpus: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch, step: tuple[str, ...], more: str
) -> None:
    class Changing(SaidOnce):
        def __iter__(self) -> Iterator[TranslationUnit]:
            if "!" in corpus.read_text(encoding="utf-8"):
                corpus.write_text(f"fr\ten\n{LINES}{more}", encoding="utf-8")
            else:
                corpus.write_text(f"fr\ten\n{LINES}!\t!\n", encoding="utf-8")
                self._stamp = self._look()
            yield from super().__iter__()

    monkeypatch.setattr(module, "SaidOnce", Changing)
    found = run_in(corpus.parent, "corpus", step[0], "m.tsv", *step[1:], "-o", "out.tsv")
    assert (found.code, found.error) == (
        1,
        "bitexte: m.tsv: has changed while it was read; run the same command again.\n",
    )
    assert not (corpus.parent / "out.tsv").exists()


def test_a_corpus_that_stays_is_read_as_often_as_one_likes(corpus: Path) -> None:
    units = SaidOnce([], corpus, Remarks())
    assert [list(units), list(units)] == [[], []]
    corpus.write_text("fr\ten\n", encoding="utf-8")
    with pytest.raises(DocumentError, match="has changed while it was read"):
        list(units)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_is_not_read_twice(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tsv")
    with pytest.raises(UsageError, match=r"pipe\.tsv: is read twice, and a pipe can be read only once"):
        SaidOnce([], tmp_path / "pipe.tsv", Remarks())
