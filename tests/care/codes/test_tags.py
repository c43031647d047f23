"""Raised and lowered text is found in plain text, where each tag has its other half."""

from __future__ import annotations

import pytest

from translate.care.codes.tags import find_tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Du CO<sub>2</sub> et 3 m<SUP>2</SUP>", ["<sub>", "</sub>", "<SUP>", "</SUP>"]),
        ("x<sup>y<sub>1</sub></sup>", ["<sup>", "<sub>", "</sub>", "</sup>"]),
        ("<kbd>Ctrl</kbd>+<kbd>C</kbd> ou <code>x</code>", ["<kbd>Ctrl</kbd>+<kbd>C</kbd>", "<code>x</code>"]),
        ("Un <sub>mot", []),
        ("Un mot</sub>", []),
        ("<sub>a<sup>b</sub></sup>", []),
        ("<b>2</b> < 3", []),
    ],
)
def test_tags_are_found_in_pairs(text: str, tags: list[str]) -> None:
    assert [text[code.start : code.end] for code in find_tags(text)] == tags
