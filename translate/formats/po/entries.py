"""Catalogues of gettext (*GNU gettext manual*, chapter 10, The Format of PO Files): a text comes in, entries go out.

An entry knows where its strings stand, so that one of them can change and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from translate.records import dataclass
from translate.text.faults import FaultError

_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_KEYWORD = re.compile(r"[ \t]*(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<form>\d+)\])?)[ \t]*(?=\")")
_LIMIT = re.compile(r"\bmax-length:\s*(\d{1,5})\b")
"""The flag by which Weblate and others say how many characters a translation may have."""
_STRING = re.compile(r'[ \t]*"((?:\\.|[^"\\\n])*)"[ \t]*\r?(?:\n|\Z)')


@dataclass(slots=True)
class Text:
    """A string of an entry: characters [start, end) of the file, from the first quotation mark to the last.

    `pieces` are the places of what stands between the marks, a line each.
    """

    start: int
    end: int
    pieces: list[tuple[int, int]]


@dataclass(slots=True)
class Entry:
    """A message. `start` is where its first keyword stands, `flags` where its line of flags ends, if it has one."""

    start: int
    flags: tuple[int, int] | None = None
    is_fuzzy: bool = False
    comments: list[str] = field(default_factory=list)
    """Lines that begin with `#`, flags aside, as they are."""
    context: Text | None = None
    text: Text | None = None
    plural: Text | None = None
    targets: dict[int, Text] = field(default_factory=dict)
    """Of a message with plural forms by their number; of any other one only 0."""

    def limit(self, text: str) -> str:
        """Return how many characters the flags in `text` allow a translation; nothing where they say none."""
        found = _LIMIT.search(text[slice(*self.flags)]) if self.flags else None
        return found[1] if found else ""


def read_entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a catalogue, in order; obsolete ones are passed over.

    :raises FaultError: where a line is none of a catalogue.
    """
    entry: Entry | None = None
    waiting = Entry(0)  # comments before the first keyword
    last: Text | None = None
    place = 0
    while place < len(text):
        line = _LINE.match(text, place)
        assert line
        end = line.end()
        shown = line[0].strip("\r\n \t\ufeff")
        keyword = _KEYWORD.match(text, place + (text[place] == "\ufeff"))
        string = _STRING.match(text, keyword.end() if keyword else place)
        if shown.startswith("#") or not shown:
            if entry and entry.targets:
                yield entry
                entry, last = None, None
            _note(waiting, shown, place, line[0])
        elif keyword and string:
            word = keyword["word"]
            if entry and entry.targets and not word.startswith("msgstr"):
                yield entry
                entry = None
            if entry is None:
                entry, waiting = waiting, Entry(0)
                entry.start = place
            last = Text(string.start(1) - 1, string.end(1) + 1, [string.span(1)])
            _put(entry, word, int(keyword["form"] or 0), last, place)
        elif string and last:
            last.pieces.append(string.span(1))
            last.end = string.end(1) + 1
        else:
            raise FaultError("no line of a PO file: expected a comment, a keyword such as msgid, or a string.", place)
        place = end
    if entry:
        if not entry.targets:
            raise FaultError("ends within a message; expected its msgstr.", len(text))
        yield entry


def _note(waiting: Entry, shown: str, place: int, line: str) -> None:
    if shown.startswith("#,"):
        waiting.flags = (place, place + len(line.rstrip("\r\n \t")))
        waiting.is_fuzzy = "fuzzy" in re.split(r"[,\s]+", shown[2:])
    elif shown.startswith("#~"):
        waiting.flags, waiting.is_fuzzy = None, False
        waiting.comments.clear()
    elif shown:
        waiting.comments.append(shown)


def _put(entry: Entry, word: str, form: int, text: Text, place: int) -> None:
    if word == "msgctxt" and entry.text is None:
        entry.context = text
    elif word == "msgid" and entry.text is None:
        entry.text = text
    elif word == "msgid_plural" and entry.text and not entry.targets:
        entry.plural = text
    elif word.startswith("msgstr") and entry.text and form not in entry.targets:
        entry.targets[form] = text
    else:
        raise FaultError(f"{word} stands where the message has no place for it.", place)
