"""Character data of Office files: line ends, tabs and escapes become items, and texts are read as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import LINE_BREAK, TAB
from translate.documents.spliced import Kind
from translate.documents.xml.escaped_texts import decoded, text_items, write_text, write_value


def items(raw: str, *, has_lines: bool) -> list[str]:
    data = f"<t>{raw}</t>".encode()
    found = text_items(data, 3, len(data) - 4, "whole", has_lines=has_lines)
    return [item.text if item.kind is Kind.TEXT else f"[{item.type}]" for item in found]


@pytest.mark.parametrize(
    ("raw", "lines", "flowing"),
    [
        ("un", ["un"], ["un"]),
        ("un &amp; deux", ["un & deux"], ["un & deux"]),
        ("un\ndeux", ["un", f"[{LINE_BREAK}]", "deux"], ["un deux"]),
        ("un\r\n\t deux", ["un", f"[{LINE_BREAK}]", f"[{TAB}]", " deux"], ["un deux"]),
        ("un&#10;deux", ["un", f"[{LINE_BREAK}]", "deux"], ["un", f"[{LINE_BREAK}]", "deux"]),
        ("un_x000D_\ndeux", ["un", f"[{LINE_BREAK}]", "deux"], ["un", f"[{LINE_BREAK}]", "deux"]),
        ("un_x000a_deux", ["un", f"[{LINE_BREAK}]", "deux"], ["un", f"[{LINE_BREAK}]", "deux"]),
        ("un\tdeux", ["un", f"[{TAB}]", "deux"], ["un", f"[{TAB}]", "deux"]),
        ("un_x0001_deux", ["un", "[x-mark]", "deux"], ["un", "[x-mark]", "deux"]),
        ("_x005F_x000A_ et _x00E9_", ["_x000A_ et é"], ["_x000A_ et é"]),
        ("<![CDATA[un & deux]]>", ["whole"], ["whole"]),
    ],
)
def test_text_becomes_items(raw: str, lines: list[str], flowing: list[str]) -> None:
    assert items(raw, has_lines=True) == lines
    assert items(raw, has_lines=False) == flowing


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("_x0041&<>\"'"), min_size=1, max_size=20)
)
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    assert items(write_text(text).decode(), has_lines=True) == [text]
    assert items(write_value(text).decode(), has_lines=False) == [text]
    assert decoded("_x005F_") == "_"
