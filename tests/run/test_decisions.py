"""The log of decisions: nothing that was confirmed is lost, nothing that is torn is taken."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from translate.data import CodeKind, Decision, InlineCode, Passage, Ruling
from translate.errors import FormatError, OutputError
from translate.run.decisions import (
    Log,
    append,
    find_overruled,
    format_decision,
    in_order,
    next_time,
    parse_decision,
    read_log,
)

BOLD = (
    InlineCode(0, 2, CodeKind.START, 1, "bold", "1"),
    InlineCode(6, 8, CodeKind.END, 1, "bold", "1"),
)
ONE = Decision(
    unit="ab-1",
    document="a.md",
    source=Passage("**Oui\u2028!**", ()),
    before=None,
    after="Non.",
    ruling=Ruling.EDIT,
    target=Passage("**Yes.**", BOLD),
    machine=Passage("**Yeah**", (BOLD[0], replace(BOLD[1], start=6, end=8))),
    author="Zoé",
    time="2026-11-29T08:00:00.000001Z",
    dismissed=("numbers",),
    comment="« ainsi »",
    group="import-1",
)
LATER = replace(ONE, time="2026-11-29T09:00:00.000001Z", ruling=Ruling.REOPEN)

WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from translate.run.decisions import append, parse_decision
import json
one = parse_decision(json.loads(sys.argv[2]))
number = int(sys.argv[3])
while True:
    append(Path(sys.argv[1]), [replace(one, unit=f"u-{number}", comment="long " * 400)])
    print(number, flush=True)
    number += 1
"""


def test_a_decision_comes_back_from_its_line_as_it_was(tmp_path: Path) -> None:
    log = tmp_path / "sub" / "decisions.jsonl"
    append(log, [ONE])
    append(log, [LATER])
    assert read_log(log).decisions == (ONE, LATER)
    assert log.read_bytes().count(b"\n") == 2


def test_no_log_is_an_empty_one(tmp_path: Path) -> None:
    assert read_log(tmp_path / "none.jsonl").decisions == ()


def test_nothing_to_add_makes_no_file(tmp_path: Path) -> None:
    append(tmp_path / "log.jsonl", [])
    assert not (tmp_path / "log.jsonl").exists()


def test_a_torn_line_is_set_aside_said_and_ended_by_the_next_decision(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    append(log, [ONE])
    whole = log.read_bytes()
    log.write_bytes(whole + format_decision(LATER).encode()[:-20])
    assert read_log(log).decisions == (ONE,)
    assert read_log(log).torn == 2
    append(log, [LATER])
    assert read_log(log).decisions == (ONE, LATER)
    assert read_log(log).torn is None


def test_a_last_line_whose_end_an_editor_took_off_is_a_decision_and_stays_one(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    append(log, [ONE])
    log.write_bytes(log.read_bytes().rstrip(b"\n"))
    assert read_log(log) == Log(log, (ONE,))
    append(log, [LATER])
    assert read_log(log) == Log(log, (ONE, LATER))


@pytest.mark.parametrize("step", ["write", "fsync"])
def test_a_full_disk_leaves_none_of_several_decisions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    log, write = tmp_path / "log.jsonl", os.write
    append(log, [ONE])
    before, times = log.read_bytes(), iter(range(2))

    def refuse(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def write_some(number: int, data: memoryview) -> int:
        return write(number, data[:-300]) if next(times) == 0 else refuse()

    monkeypatch.setattr(os, step, write_some if step == "write" else refuse)
    with pytest.raises(OutputError, match="the disk is full"):
        append(log, [LATER, replace(LATER, unit="ab-2")])
    assert log.read_bytes() == before


def test_a_log_that_is_one_torn_line_is_begun_anew(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_bytes(b"{" * 10_000)
    append(log, [ONE])
    assert read_log(log).decisions == (ONE,)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{}\n", "'document' is missing"),
        (b"[1]\n", "expected an object"),
        (b"nonsense\n", "not a decision"),
        (b"[" * 100_000 + b"\n", "not a decision: maximum recursion depth exceeded"),
        (format_decision(ONE).replace('"edit"', '"maybe"').encode() + b"\n", "'maybe' is not a valid Ruling"),
        (format_decision(ONE).replace('"unit"', '"units"').encode() + b"\n", "unknown key 'units'"),
        (format_decision(ONE).replace('"unit"', '"a\\nb"').encode() + b"\n", "unknown key 'a b'"),
        (format_decision(ONE).replace('"unit"', f'"{"a" * 99}"').encode() + b"\n", "unknown key 'a{39}…'"),
        (format_decision(ONE).replace("2026-11-29T", "soon ").encode() + b"\n", "soon"),
    ],
)
def test_a_broken_line_is_an_error_with_its_number(tmp_path: Path, line: bytes, said: str) -> None:
    log = tmp_path / "log.jsonl"
    append(log, [ONE])
    log.write_bytes(log.read_bytes() + line)
    with pytest.raises(FormatError, match=said) as caught:
        read_log(log)
    assert "log.jsonl:2" in str(caught.value)


def test_logs_are_merged_by_time_whatever_the_order_of_their_lines() -> None:
    other = replace(ONE, author="Abel")
    assert in_order([LATER, ONE, other, ONE]) == (other, ONE, LATER)


def test_times_of_other_zones_are_brought_to_ours() -> None:
    line = format_decision(ONE).replace("08:00:00.000001Z", "10:00:00.000001+02:00")
    assert parse_decision(json.loads(line)) == ONE


def test_a_decision_is_later_than_all_before_it_though_the_clock_was_set_back() -> None:
    now = datetime(2020, 1, 1, tzinfo=UTC)
    assert next_time([ONE, LATER], now) == "2026-11-29T09:00:00.000002Z"
    assert next_time([], now) == "2020-01-01T00:00:00.000000Z"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise")
def test_no_confirmed_decision_is_lost_in_twenty_kills(tmp_path: Path) -> None:
    log, confirmed, number = tmp_path / "log.jsonl", [], 0
    rng = random.Random(28)
    for _ in range(20):
        words = [sys.executable, "-c", WRITER, str(log), format_decision(ONE), str(number)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            first = process.stdout.readline()
            time.sleep(rng.uniform(0, 0.02))
            process.kill()
            said = [int(line) for line in (first + process.stdout.read()).splitlines()]
        confirmed += said
        number = said[-1] + 2
    kept = {decision.unit for decision in read_log(log).decisions}
    assert len(confirmed) >= 20
    assert {f"u-{one}" for one in confirmed} <= kept


def test_what_somebody_else_decides_otherwise_later_is_told_once_with_what_stands() -> None:
    other = replace(LATER, author="Abel", ruling=Ruling.ACCEPT)
    assert find_overruled([other, ONE], [other]) == [(ONE, other)]
    assert find_overruled([other, ONE], [ONE]) == [(ONE, other)]
    assert find_overruled([other, ONE], []) == []
    assert find_overruled([replace(other, ruling=ONE.ruling), ONE], [ONE]) == []
    assert find_overruled([replace(other, unit="cd-1"), ONE], [ONE]) == []
    assert find_overruled([LATER, ONE], [LATER]) == []
    assert find_overruled([other, ONE, replace(LATER, time="2026-11-29T08:30:00.000001Z")], [other]) == []
