"""Cues: times and texts of each dialect are found, whatever stands around them."""

from __future__ import annotations

import pytest

from translate.documents.subtitles.cues import Cues, comma_cues, dialogue_cues, timed_cues

FOUND = [
    (timed_cues, "1\n00:00:01,500 --> 00:01:02,000\nUn\nDeux\n\n", [(1.5, 62.0, "Un\nDeux")]),
    (timed_cues, "00:01.5 --> 00:02.25 line:0\r\nUn\r\n\r\n", [(1.5, 2.25, "Un")]),
    (timed_cues, "1:00:00,0 --> 1:00:01,0\n\n2\n1:00:02,0 --> 1:00:03,0\nUn", [(3600, 3601, ""), (3602, 3603, "Un")]),
    (timed_cues, "00:01.0 --> 00:02.0\nUn\n00:02.0 --> 00:03.0\nDeux\n", [(1.0, 2.0, "Un"), (2.0, 3.0, "Deux")]),
    (timed_cues, "1\n0:1,0 --> 0:2,0\nUn\n2\n0:2,0 --> 0:3,0\n4", [(1, 2, "Un"), (2, 3, "4")]),
    (timed_cues, "0:1,0 --> 0:2,0\n12\n0:2,0 --> 0:3,0\nUn", [(1, 2, "12"), (2, 3, "Un")]),
    (timed_cues, "WEBVTT\n\nNOTE\nA --> b\n\nSTYLE\n::cue {}\n", []),
    (comma_cues, "0:00:01.000,0:00:02.500\nUn\nDeux\n\n", [(1.0, 2.5, "Un\nDeux")]),
    (dialogue_cues, "Dialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,Un", []),
    (dialogue_cues, "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,Un, deux\n", [(1.0, 2.0, "Un, deux")]),
    (dialogue_cues, "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,Un\n[X]\n", [(1, 2, "Un")]),
    (dialogue_cues, "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,{\\an7\\p1}m 0 0\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("cues", "text", "found"), FOUND)
def test_cues_are_found_with_their_times(cues: Cues, text: str, found: list[tuple[float, float, str]]) -> None:
    assert [(cue.begin, cue.end, text[cue.start : cue.stop]) for cue in cues(text)] == found
