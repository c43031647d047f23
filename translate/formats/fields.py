"""Scores, places and findings of a unit as one line of text, for the formats that hold nothing but text."""

from __future__ import annotations

import hashlib
import math
import re
from functools import lru_cache

from translate.data import Edit, Issue, Severity, Span
from translate.errors import shown
from translate.text.late import late_plain

_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_PLAIN = {escape: character for character, escape in _ESCAPES.items()}
_NEEDS_ESCAPE = late_plain(r"[\\\t\n\r]")
_ESCAPE = late_plain(r"\\[\\tnr]")
_NAMES = 8192
"""Names that are kept at hand: a memory asks for those of the units that it is given again."""
_SPAN = late_plain(r"([0-9]{1,18}):([0-9]{1,18})-([0-9]{1,18})")


def escape(text: str) -> str:
    r"""Return `text` without tab, line feed and carriage return: they become `\t`, `\n`, `\r`, a backslash `\\`."""
    return _NEEDS_ESCAPE.sub(lambda match: _ESCAPES[match[0]], text)


def unescape(text: str) -> str:
    r"""Undo :func:`escape`. A backslash before any other character stands for itself."""
    return _ESCAPE.sub(lambda match: _PLAIN[match[0]], text) if "\\" in text else text


def format_score(score: float) -> str:
    """Return the shortest decimal that reads back as the same number.

    :raises ValueError: where it is not a finite number.
    """
    if not math.isfinite(score):
        raise ValueError(f"the score is {score}; expected a number from 0 to 100")
    return repr(float(score))


def parse_score(text: str) -> float:
    """Undo :func:`format_score`.

    :raises ValueError: where `text` is not a finite number.
    """
    score = float(text)
    if not math.isfinite(score):
        raise ValueError(f"the score is {shown(text)}; expected a number from 0 to 100")
    return score


def format_span(span: Span) -> str:
    """Return `block:start-end`."""
    return f"{span.block}:{span.start}-{span.end}"


def parse_span(text: str) -> Span:
    """Undo :func:`format_span`.

    :raises ValueError: where `text` is not a span.
    """
    match = _SPAN.fullmatch(text)
    if match is None:
        raise ValueError(f"{shown(text)} is not a place in a document; expected block:start-end, such as 3:0-42")
    block, start, end = match.groups()
    return Span(int(block), int(start), int(end))


def format_issue(issue: Issue) -> str:
    """Return `severity check value message` on one line; the value is `-` where there is none."""
    value = "-" if issue.value is None else format_score(issue.value)
    check = escape(issue.check).replace(" ", "\\s")
    return f"{issue.severity} {check} {value} {escape(issue.message)}"


def parse_issue(text: str) -> Issue:
    """Undo :func:`format_issue`.

    :raises ValueError: where `text` is not an issue.
    """
    parts = text.split(" ", 3)
    if len(parts) != 4:
        raise ValueError(f"{shown(text)} is not an issue; expected: severity check value message")
    severity, check, value, message = parts
    if "\\" in check:
        check = re.sub(r"\\[\\tnrs]", lambda match: " " if match[0] == "\\s" else _PLAIN[match[0]], check)
    return Issue(check, Severity(severity), unescape(message), None if value == "-" else parse_score(value))


def format_edit(edit: Edit) -> str:
    """Return an edit as a note for people: `measures, before: 8H → 8:00 (in words that the model knows)`."""
    return f"{edit.step}, {edit.stage}: {edit.old} → {edit.new} ({edit.reason})"


@lru_cache(maxsize=_NAMES)
def make_name(position: int, source: str) -> str:
    """Return a name for a unit whose file gives none, the same whenever the file is read: position and content."""
    return f"{position}-{hashlib.sha256(source.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
