"""The log of what reviewers decided: decisions come in, one line of JSON each; they go out, in their order.

The log is only appended to, lies outside of the journal, and can be merged by concatenation.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from translate.data import Decision, Passage, Ruling, Shape
from translate.errors import FormatError, reason_of, shown
from translate.files import FOLDER, make_folder
from translate.files.parts import refusal
from translate.formats.jsonunit import code_value, codes_of
from translate.records import dataclass

LOG = "decisions.jsonl"
"""The file beside the journal that holds the decisions of an output folder."""
_TEXTS = ("unit", "document", "ruling", "author", "time", "comment", "group")
_KEYS = {*_TEXTS, "source", "target", "machine", "before", "after", "dismissed"}
_OPTIONAL = {"comment", "group", "dismissed", "before", "after"}


@dataclass(frozen=True, slots=True)
class Log:
    """What a log holds. `torn` is the number of its last line, where a process ended while it wrote that line."""

    path: Path
    decisions: tuple[Decision, ...] = ()
    torn: int | None = None

    def of(self, document: str) -> tuple[Decision, ...]:
        """Return the decisions on the units of a document."""
        return tuple(decision for decision in self.decisions if decision.document == document)


def log_path(out: Path) -> Path:
    """Return where the log of an output folder lies; a file is a log itself."""
    return out if out.is_file() else out / FOLDER / LOG


def read_log(path: Path) -> Log:
    """Read a log; none is an empty one. A last line that is no whole decision was never confirmed, and is set aside.

    :raises FormatError: for any other line that is no decision.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log(path)
    except OSError as exc:
        raise FormatError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
    *lines, rest = data.split(b"\n")
    if _is_whole(rest):
        lines, rest = [*lines, rest], b""
    decisions = [_parse(line, path, number) for number, line in enumerate(lines, 1) if line.strip()]
    return Log(path, in_order(decisions), len(lines) + 1 if rest else None)


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return decisions by time, then author, each once."""
    return tuple(sorted(dict.fromkeys(decisions), key=lambda one: (one.time, one.author)))


def find_overruled(decisions: Iterable[Decision], new: Collection[Decision]) -> list[tuple[Decision, Decision]]:
    """Return what people decided on units that somebody else decided otherwise later, each with what stands.

    :param new: decisions of which one at least must be of such a pair.
    """
    latest: dict[tuple[str, str, Shape], dict[str, Decision]] = {}
    for decision in in_order(decisions):
        by_author = latest.setdefault((decision.document, decision.unit, decision.source.shape), {})
        by_author.pop(decision.author, None)
        by_author[decision.author] = decision
    found = []
    for by_author in latest.values():
        standing = next(reversed(by_author.values()))
        found += [
            (one, standing)
            for one in by_author.values()
            if one.ruling is not Ruling.REOPEN
            and (one.ruling, one.target) != (standing.ruling, standing.target)
            and (one in new or standing in new)
        ]
    return found


def told(decision: Decision) -> str:
    """Return what was decided, as messages name it."""
    return shown(decision.target.text) if decision.ruling is Ruling.EDIT else str(decision.ruling)


def append(path: Path, decisions: Sequence[Decision]) -> None:
    """Add decisions to a log, and return when the disk has them. A torn line is taken off first, so that none joins it.

    :raises OutputError: where the disk refuses; then none of them is in the log.
    """
    if not decisions:
        return
    make_folder(path.parent)
    data = b"".join(format_decision(decision).encode() + b"\n" for decision in decisions)
    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o644)
        try:
            start = _cut_torn(number)
            data = data if _ends_line(number, start) else b"\n" + data
            left = memoryview(data)
            try:
                while left:
                    left = left[os.write(number, left) :]
                os.fsync(number)
            except OSError:  # a full disk takes the first of several, which nobody is told of
                if os.fstat(number).st_size == start + len(data) - len(left):  # and nobody wrote behind them
                    os.ftruncate(number, start)
                raise
        finally:
            os.close(number)
    except OSError as exc:
        raise refusal(path, exc) from exc


def _cut_torn(number: int) -> int:
    """Take off what a killed process left of its last line; return how long the log is then."""
    size = end = os.fstat(number).st_size
    rest = b""
    while end > 0:
        start = max(0, end - 4096)
        os.lseek(number, start, os.SEEK_SET)
        _, mark, behind = os.read(number, end - start).rpartition(b"\n")
        rest, end = behind + rest, end - len(behind)
        if mark:
            break
    if end < size and not _is_whole(rest):
        os.ftruncate(number, end)
        return end
    return size


def _is_whole(rest: bytes) -> bool:
    """Tell whether a last line without its end is a decision: editors take ends off, and no half of a line is one."""
    try:
        parse_decision(json.loads(rest))
    except (ValueError, RecursionError):
        return False
    return True


def _ends_line(number: int, size: int) -> bool:
    if not size:
        return True
    os.lseek(number, size - 1, os.SEEK_SET)
    return os.read(number, 1) == b"\n"


def next_time(log: Iterable[Decision], now: datetime | None = None) -> str:
    """Return the time of a decision that is made now, later than all there are, whatever the clock says."""
    time = format_time(now or datetime.now(UTC))
    latest = max((decision.time for decision in log), default="")
    if time > latest:
        return time
    return format_time(datetime.fromisoformat(latest) + timedelta(microseconds=1))


def format_time(time: datetime) -> str:
    """Return a time as decisions write it: 2026-11-29T08:15:00.000123Z."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def format_decision(decision: Decision) -> str:
    """Return a decision as one line of JSON."""
    value: dict[str, object] = {key: getattr(decision, key) for key in _TEXTS if getattr(decision, key)}
    for key in ("source", "target", "machine"):
        passage: Passage = getattr(decision, key)
        codes = [code_value(code) for code in passage.codes]
        value[key] = {"text": passage.text} | ({"codes": codes} if codes else {})
    for key in ("before", "after"):
        if getattr(decision, key) is not None:
            value[key] = getattr(decision, key)
    if decision.dismissed:
        value["dismissed"] = list(decision.dismissed)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _parse(line: bytes, path: Path, number: int) -> Decision:
    try:
        return parse_decision(json.loads(line))
    except (ValueError, RecursionError) as exc:
        message = f"not a decision: {reason_of(exc)}. Restore the line from a copy, or remove it."
        raise FormatError(message, path=path, line=number) from exc


def parse_decision(value: object) -> Decision:
    """Return the decision that a value of JSON describes.

    :raises ValueError: where it is none.
    """
    if not isinstance(value, dict):
        raise ValueError("expected an object")
    if unknown := sorted(map(str, value.keys() - _KEYS)):
        raise ValueError(f"unknown key {shown(unknown[0])}")
    if missing := sorted(_KEYS - _OPTIONAL - value.keys() - {"author"}):
        raise ValueError(f"'{missing[0]}' is missing")
    texts = {key: _text(value.get(key, ""), key) for key in _TEXTS}
    dismissed = value.get("dismissed", [])
    if not isinstance(dismissed, list):
        raise ValueError("'dismissed' is no list")
    texts["time"] = format_time(datetime.fromisoformat(texts["time"]))
    return Decision(
        unit=texts["unit"],
        document=texts["document"],
        source=_passage(value["source"], "source"),
        before=None if value.get("before") is None else _text(value["before"], "before"),
        after=None if value.get("after") is None else _text(value["after"], "after"),
        ruling=Ruling(texts["ruling"]),
        target=_passage(value["target"], "target"),
        machine=_passage(value["machine"], "machine"),
        author=texts["author"],
        time=texts["time"],
        dismissed=tuple(_text(name, "dismissed") for name in dismissed),
        comment=texts["comment"],
        group=texts["group"],
    )


def _text(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"'{key}' is {shown(value)}; expected a string")
    return value


def _passage(value: Any, key: str) -> Passage:
    if not isinstance(value, dict) or not value.keys() <= {"text", "codes"}:
        raise ValueError(f"'{key}' has no text")
    text = _text(value.get("text"), key)
    return Passage(text, codes_of(value.get("codes") or [], text, key))
