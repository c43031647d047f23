"""Sentences over broken lines are aligned as sentences; lines of verse, items and names stay lines."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH, links_of, side
from translate.alignment import align
from translate.alignment.layout import find_layout
from translate.alignment.sentences import find_sentences

CUES = (
    ("Le vieux facteur", "The old postman got"),
    ("descendit de son vélo", "off his bicycle"),
    ("et frappa à la porte.", "and knocked at the door."),
    ("Une petite fille ouvrit", "A little girl opened it"),
    ("avec un chat gris", "with a grey cat"),
    ("dans les bras.", "in her arms."),
)


def test_cues_are_joined_until_both_sides_end_a_sentence() -> None:
    source = (*(one for one, _ in CUES), "Il pleuvait depuis", "trois jours.")
    target = (
        *(other for _, other in (CUES[0], CUES[1], CUES[2])),
        "A little girl",
        "opened it with a grey cat in her arms.",
    )
    target = (*target, "It had been raining for three days.")
    found = links_of(align(side("fr", source, (1,) * len(source)), side("en", target, (1,) * len(target))))
    assert found == [((0, 1, 2), (0, 1, 2)), ((3, 4, 5), (3, 4)), ((6, 7), (5,))]


VERSE = (
    ("la lune dort sur le lac,", "the moon sleeps on the lake,"),
    ("le vent caresse les roseaux", "the wind strokes the reeds"),
    ("et la barque du pêcheur", "and the fisherman's boat"),
    ("tourne dans l'ombre.", "turns in the shade."),
)


@pytest.mark.parametrize("change", [str.lower, str.capitalize])
def test_verse_keeps_its_lines(change: Callable[[str], str]) -> None:
    source, target = (tuple(change(pair[column]) for pair in VERSE) for column in (0, 1))
    found = links_of(align(side("fr", source, (1, 0, 0, 0)), side("en", target, (1, 0, 0, 0))))
    assert found == [((n,), (n,)) for n in range(4)]


WHOLE = (
    "The mill stands\nbelow the bridge.\nIts wheel turned\nuntil last spring.\nThen a beam broke\nin the night.",
    "The mill stands below the bridge.\nIts wheel turned until\nlast spring.\nThen a beam\nbroke in the night.",
)


def groups_of(one: str, other: str) -> tuple[list[range], list[range]] | None:
    texts = one.split("\n"), other.split("\n")
    marks = np.ones(len(texts[0]), np.int64), np.ones(len(texts[1]), np.int64)
    return find_sentences(texts, find_layout(marks, texts))


def test_lines_of_both_sides_that_are_parts_of_sentences_are_joined() -> None:
    found = groups_of(*WHOLE)
    assert found == ([range(0, 2), range(2, 4), range(4, 6)], [range(0, 1), range(1, 3), range(3, 5)])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Flour,\nbutter,\nand salt.\nEggs,\nmilk,\nand sugar.", id="items with commas"),
        pytest.param("flour\nbutter\nsalt\neggs\nmilk", id="items in small letters"),
        pytest.param("The moon,\nthe sea,\nthe sand.\nA sail,\na cloud,\na hand.", id="verse"),
        pytest.param("Mill Lane\nBridge Street\nHigh Street", id="names"),
        pytest.param("The mill stands\nbelow the bridge.\nIts wheel is broken.", id="one sentence over two lines"),
        pytest.param(
            "Doors\nopen inwards.\nWindows\nopen outwards.\nStairs\nhave rails.\nof oak, and\nno steps.",
            id="items below headings",
        ),
    ],
)
def test_lines_that_are_no_parts_of_sentences_stay_apart(text: str) -> None:
    assert groups_of(text, text) is None


def test_a_text_that_goes_on_without_end_marks_is_no_sentence() -> None:
    endless = "\n".join(["A beam", *["and a beam"] * 60, "and a wheel.", "It", "turned.", "They", "saw."])
    found = groups_of(endless, endless)
    assert found is not None
    assert found[0] == [*(range(n, n + 1) for n in range(62)), range(62, 64), range(64, 66)]


def test_lines_of_one_width_on_one_side_are_joined_as_its_first_beads_show() -> None:
    french, english = (*FRENCH[:4], *FRENCH[5:8]), (*ENGLISH[:4], *ENGLISH[5:8])
    words = " ".join(french).split()
    lines: list[str] = [""]
    for word in words:
        if len(lines[-1]) + len(word) < 32 and not lines[-1].endswith("."):
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
    found = links_of(align(side("fr", tuple(lines), (1,) * len(lines)), side("en", english, (1,) * len(english))))
    ends = [number for number, line in enumerate(lines, 1) if line.endswith(".")]
    parts = zip([0, *ends], ends, strict=False)
    assert found == [(tuple(range(first, end)), (number,)) for number, (first, end) in enumerate(parts)]
