"""The bar shows speed and remaining time on a terminal, and nothing elsewhere."""

from __future__ import annotations

import io
import sys

import pytest

from translate.cli.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def show(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *, quiet: bool = False) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with Bar(quiet=quiet) as bar:
        bar.start(1000)
        bar.advance(1000)
        return stream.getvalue()


def test_a_terminal_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = show(Terminal(), monkeypatch)
    assert "characters" in shown
    assert "<" in shown  # elapsed<remaining


def test_a_file_and_quiet_show_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert show(io.StringIO(), monkeypatch) == ""
    assert show(Terminal(), monkeypatch, quiet=True) == ""
