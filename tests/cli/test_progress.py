"""The bar shows speed and remaining time on a terminal, and nothing elsewhere."""

from __future__ import annotations

import io
import sys

import pytest

from translate.cli.progress import Bar, showing


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


def test_a_file_shows_nothing_in_a_short_run_and_quiet_nothing_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    assert show(io.StringIO(), monkeypatch) == ""
    assert show(Terminal(), monkeypatch, quiet=True) == ""


class Clock:
    """Seconds that pass when the test says so."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_file_gets_a_line_every_thirty_seconds_with_share_speed_and_time_left(
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock = Clock()
    with Bar(noun="characters", clock=clock) as bar:
        bar.start(10_000)
        for _ in range(70):
            clock.now += 1
            bar.advance(100)
    assert capsys.readouterr().err.splitlines() == [
        "30%: 3,000 of 10,000 characters, 100 per second, 1:10 left",
        "60%: 6,000 of 10,000 characters, 100 per second, 0:40 left",
    ]


def test_a_resumed_run_starts_where_it_is_and_its_speed_is_that_of_this_run() -> None:
    clock = Clock()
    bar = Bar(clock=clock)
    bar.start(10_000)
    bar.skip(8_000)
    clock.now = 10.0
    bar.advance(1_000)
    assert bar.line() == "90%: 9,000 of 10,000 characters, 100 per second, 0:10 left"


def test_hours_are_told_and_no_time_is_guessed_before_anything_is_done() -> None:
    clock = Clock()
    bar = Bar(clock=clock)
    bar.start(1_000_000)
    assert bar.line() == "0%: 0 of 1,000,000 characters, 0 per second"
    clock.now = 36.0
    bar.advance(1_000)
    assert bar.line().endswith("9:59:24 left")


def test_what_is_counted_without_a_total_shows_count_and_speed() -> None:
    clock = Clock()
    bar = Bar(noun="units", clock=clock)
    bar.start(None)
    clock.now = 2.0
    bar.advance(5_000)
    assert bar.line() == "5,000 units, 2,500 per second"


def test_units_pass_through_unchanged_and_are_counted_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(showing(iter(range(3_000)), "units")) == list(range(3_000))
    assert "units" in terminal.getvalue()
