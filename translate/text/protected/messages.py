"""Messages of ICU, `{n, plural, one {# fichier} other {# fichiers}}`, and what of them a person reads.

After *ICU User Guide, Formatting Messages*: `plural` and `selectordinal` choose by number, for which `#` stands,
`select` by word, and `choice` of Java by limits, `{0,choice,0#aucun|1#un|1<{0}}`; branches may hold placeholders and
messages. An apostrophe before a brace quotes it; a message with such quotes is none here.
"""

from __future__ import annotations

import re

from translate.records import dataclass
from translate.text.late import late_plain

MAX_NESTING = 50
"""Braces within one another: no message of a person has so many, and a text that has more has no messages."""
_CHOICE = "choice"
_HINTS = ("plural", "select", "choice")
_BRACE = late_plain(r"[{}]")
_HEAD = late_plain(r"\{\s*([\w.-]+)\s*,\s*(plural|selectordinal|select|choice)\s*,(?:\s*offset:\s*\d+)?")
_KEY = late_plain(r"\s*(=\d+|[\w-]+)\s*\{")
_LIMIT = late_plain(r"\s*(-?(?:\d+(?:\.\d*)?|∞)[#<≤])")
_END = late_plain(r"\s*\}")
_SIMPLE = late_plain(r"\{\s*[\w.-]+\s*(?:,[^{}']*)?\}")
_QUOTE = late_plain(r"'(?=[{}])")


@dataclass(frozen=True, slots=True)
class Branch:
    """What a message says in one case: characters [start, end) of the text; `messages` are those within."""

    key: str
    start: int
    end: int
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """Characters [start, end) of a text, braces included."""

    start: int
    end: int
    argument: str
    kind: str
    branches: tuple[Branch, ...]


def find_messages(text: str) -> tuple[Message, ...]:
    """Return the messages of `text` that have branches, in order; what is not well formed is none."""
    if "{" not in text or not any(map(text.__contains__, _HINTS)) or is_deeply_nested(text):
        return ()
    found: list[Message] = []
    for head in _HEAD.finditer(text):
        if not found or head.start() >= found[-1].end:
            message = _message_at(text, head)
            if message is not None:
                found.append(message)
    return tuple(found)


def is_deeply_nested(text: str) -> bool:
    """Tell whether braces open within one another more than :data:`MAX_NESTING` times."""
    if text.count("{") <= MAX_NESTING:
        return False
    depth = 0
    for brace in _BRACE.findall(text):
        depth = depth + 1 if brace == "{" else max(depth - 1, 0)
        if depth > MAX_NESTING:
            return True
    return False


def may_have_messages(text: str) -> bool:
    """Tell whether a message seems to stand in `text`, well formed or not."""
    return "{" in text and any(map(text.__contains__, _HINTS)) and _HEAD.search(text) is not None


def flatten(text: str) -> str:
    """Return `text` without the syntax of its messages: the argument of each, as a placeholder, and all its branches.

    `{n, plural, one {# chat} other {# chats}} ici` is `{n} # chat / # chats ici`.
    """
    messages = find_messages(text)
    return _flat(text, 0, len(text), messages) if messages else text


def _flat(text: str, start: int, end: int, messages: tuple[Message, ...]) -> str:
    parts: list[str] = []
    for message in messages:
        branches = [_flat(text, branch.start, branch.end, branch.messages) for branch in message.branches]
        parts += text[start : message.start], f"{{{message.argument}}} ", " / ".join(branches)
        start = message.end
    return "".join([*parts, text[start:end]])


def _message_at(text: str, head: re.Match[str]) -> Message | None:
    if head[2] == _CHOICE:
        return _choice_at(text, head)
    branches: list[Branch] = []
    place = head.end()
    while key := _KEY.match(text, place):
        branch = _branch_at(text, key)
        if branch is None:
            return None
        branches.append(branch)
        place = branch.end + 1
    end = _END.match(text, place)
    if not end or not branches:
        return None
    return Message(head.start(), end.end(), head[1], head[2], tuple(branches))


def _choice_at(text: str, head: re.Match[str]) -> Message | None:
    """Return a message of Java that chooses by limits: `{0,choice,0#aucun|1#un|1<{0} fichiers}`."""
    branches: list[Branch] = []
    place = head.end()
    while limit := _LIMIT.match(text, place):
        branch = _branch_at(text, limit, ends="|}")
        if branch is None:
            return None
        branches.append(branch)
        place = branch.end + 1
        if text[branch.end] == "}":
            return Message(head.start(), place, head[1], head[2], tuple(branches))
    return None


def _branch_at(text: str, key: re.Match[str], ends: str = "}") -> Branch | None:
    """Return the branch that begins behind `key`; None where it does not end, or something is quoted.

    :param ends: signs of which any ends it.
    """
    within: list[Message] = []
    place = key.end()
    while place < len(text) and text[place] not in ends:
        if text[place] == "{":
            head = _HEAD.match(text, place)
            message = _message_at(text, head) if head else None
            simple = None if message else _SIMPLE.match(text, place)
            if message:
                within.append(message)
                place = message.end
            elif simple:
                place = simple.end()
            else:
                return None
        elif _QUOTE.match(text, place):
            return None
        else:
            place += 2 if text.startswith("''", place) else 1
    return Branch(key[1], key.end(), place, tuple(within)) if place < len(text) else None
