"""Cues of subtitles: a file comes in, and for each cue its times and the place of its text go out.

SubRip has no specification; WebVTT is that of the W3C, SubViewer's YouTube dialect (sbv) that of its help pages, and
Advanced SubStation Alpha that of the SSA v4 document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from translate.records import dataclass

_CLOCK = r"(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_ARROW = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}[^\r\n]*(?:\r\n|\n|\r|\Z)")
_COMMA = re.compile(rf"[ \t]*{_CLOCK},{_CLOCK}[ \t]*(?:\r\n|\n|\r|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_NUMBER = re.compile(r"\s*\d+\s*")
_FORMAT = re.compile(r"Format:(?P<names>[^\r\n]*)")
_DIALOGUE = re.compile(r"Dialogue:(?P<fields>[^\r\n]*)")
_EVENTS = re.compile(r"^\[Events\][ \t]*\r?$", re.MULTILINE)
# Limited, or without what they begin with: a text with many beginnings and no end is read once all the same.
_PLACE = re.compile(r"\\(?:an?\d+|(?:pos|move)\([^)\\]*\))")
_VOICE = re.compile(r"<v(?:\.[\w.]{1,200})?[ \t]+([^>]{1,1000})>")
_OVERRIDES = re.compile(r"\{([^}]*)")
_DRAWS = re.compile(r"\\p[1-9]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that is shown from `begin` to `end`, in seconds; characters [start, stop) are its text, maybe of several
    lines."""

    begin: float
    end: float
    start: int
    stop: int
    voice: str = ""
    """Who speaks; empty where the file does not say."""
    place: tuple[str, ...] = ()
    """Where and in which style it is shown, as far as the file says."""


def timed_cues(text: str) -> Iterator[Cue]:
    """Yield the cues of SubRip and WebVTT: a line with two times and an arrow, and all lines until an empty one.

    Where that is missing, the number of the next cue is no text, if this cue has a number too.
    """
    yield from _below(text, _ARROW)


def comma_cues(text: str) -> Iterator[Cue]:
    """Yield the cues of sbv: a line of two times with a comma between, and all lines until an empty one."""
    yield from _below(text, _COMMA)


def dialogue_cues(text: str) -> Iterator[Cue]:
    """Yield the cues of SSA and ASS: the last field of each dialogue of the events; drawings are none."""
    events = _EVENTS.search(text)
    names = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"]
    place = events.end() if events else len(text)
    while place < len(text):
        line = _LINE.match(text, place)
        assert line
        declared, dialogue = _FORMAT.match(text, place), _DIALOGUE.match(text, place)
        if declared:
            names = [name.strip().lower() for name in declared["names"].split(",")]
        elif text.startswith("[", place):
            return
        elif dialogue and {"start", "end", "text"} <= set(names):
            fields = dialogue["fields"].split(",", len(names) - 1)
            if len(fields) == len(names) and not any(map(_DRAWS.search, _OVERRIDES.findall(fields[-1]))):
                times = [re.search(_CLOCK, fields[names.index(name)]) for name in ("start", "end")]
                stop = dialogue.end()
                if times[0] and times[1]:
                    shown = tuple(fields[names.index(name)].strip() for name in ("layer", "style") if name in names)
                    voice = fields[names.index("name")].strip() if "name" in names else ""
                    place_of_text = (*shown, *_PLACE.findall(fields[-1]))
                    start = stop - len(fields[-1])
                    yield Cue(_seconds(times[0], 1), _seconds(times[1], 1), start, stop, voice, place_of_text)
        place = line.end()


def _below(text: str, timing: re.Pattern[str]) -> Iterator[Cue]:
    place, before = 0, ""
    while place < len(text):
        line = _LINE.match(text, place)
        assert line
        times = timing.match(text, place)
        place = line.end()
        if times is None:
            before = line[0]
            continue
        is_numbered = bool(_NUMBER.fullmatch(before))
        start = stop = earlier = place
        last = before = ""
        while place < len(text):
            line = _LINE.match(text, place)
            assert line
            if not line[0].strip():
                break
            if timing.match(text, place):
                if is_numbered and _NUMBER.fullmatch(last):
                    stop, before = earlier, last
                break
            last = line[0]
            earlier, stop = stop, place + len(last.rstrip("\r\n"))
            place = line.end()
        voice, shown = _VOICE.search(text, start, stop), tuple(_PLACE.findall(text, start, stop))
        yield Cue(_seconds(times, 1), _seconds(times, 5), start, stop, voice[1].strip() if voice else "", shown)


def _seconds(match: re.Match[str], group: int) -> float:
    hours, minutes, seconds, rest = (match[group + number] or "0" for number in range(4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")


Cues = Callable[[str], Iterator[Cue]]
