"""The segments that XLIFF 1.2 marks are units at whatever depth; no text of the source gets lost unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.formats import Remark, read_bitext
from translate.formats.xliff.segments import find_segments
from translate.formats.xmltext import Element, parse_element


def mark(mid: str, text: str) -> str:
    return f'<mrk mtype="seg" mid="{mid}">{text}</mrk>'


def element(content: str) -> Element:
    return parse_element(f"<x>{content}</x>")


@pytest.mark.parametrize(
    ("source", "target", "pairs"),
    [
        (mark("1", "Un."), mark("1", "One."), [("Un.", "One.")]),
        (f"<g>{mark('1', 'Un.')} {mark('2', 'Deux.')}</g>", f"<g>{mark('1', 'One.')} {mark('2', 'Two.')}</g>",
         [("Un.", "One."), ("Deux.", "Two.")]),
        (f"{mark('1', 'Un.')} <g><g>{mark('2', 'Deux.')}</g></g>", f"{mark('1', 'One.')}<g>{mark('2', 'Two.')}</g>",
         [("Un.", "One."), ("Deux.", "Two.")]),
        (mark("1", "Un.") + mark("2", "Deux."), mark("2", "Two.") + mark("1", "One."),
         [("Un.", "One."), ("Deux.", "Two.")]),
        (mark("1", "Un.") + mark("2", "Deux."), mark("1", "One."), [("Un.", "One."), ("Deux.", "")]),
        (mark("1", "Un.") + mark("1", "Deux."), mark("1", "One.") + mark("1", "Two."),
         [("Un.", "One."), ("Deux.", "Two.")]),
        (f'<mrk mtype="x-term">{mark("1", "Un.")}</mrk>', mark("1", "One."), [("Un.", "One.")]),
        (mark("1", "Un."), "One.", [("Un.", "One.")]),
        (mark("1", "Un."), "", [("Un.", "")]),
    ],
)  # fmt: skip
def test_segments_are_paired_by_their_mid(source: str, target: str, pairs: list[tuple[str, str]]) -> None:
    marked = find_segments(element("Un. Deux."), element(source), element(target))
    assert marked is not None
    assert [(one.text(), other.text()) for _, one, other in marked.pairs] == pairs


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Un. Deux.", "One. Two."),
        ("Un. Deux.", mark("1", "One.")),
        (mark("1", "Un.") + mark("2", "Deux."), "One. Two."),
    ],
)
def test_a_unit_is_whole_where_one_side_marks_nothing(source: str, target: str) -> None:
    assert find_segments(element(source), None, element(target)) is None


@pytest.mark.parametrize(
    ("content", "text", "codes"),
    [
        (f"{mark('1', 'Un.')} {mark('2', 'Deux.')}", False, False),
        (f"{mark('1', 'Un.')} – {mark('2', 'Deux.')}", False, False),
        (f"Note {mark('1', 'Un.')}", True, False),
        (f"<g>{mark('1', 'Un.')}</g>", False, True),
        (f"<g>Note</g> {mark('1', 'Un.')}", True, True),
        (f"{mark('1', 'Un <g>mot</g>.')}", False, False),
    ],
)
def test_what_stands_between_segments_is_told(content: str, text: bool, codes: bool) -> None:
    marked = find_segments(element(content), None, element(mark("1", "One.")))
    assert marked is not None
    assert (marked.has_text_between, marked.has_codes_between) == (text, codes)


def test_segments_of_the_target_alone_are_counted() -> None:
    marked = find_segments(element(mark("1", "Un.")), None, element(mark("1", "One.") + mark("9", "More.")))
    assert marked is not None
    assert marked.unpaired == 1


TREE = st.recursive(
    st.sampled_from(["Un.", " ", "Deux mots."]).map(lambda text: f"{text}"),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: f"<g>{''.join(parts)}</g>"),
    max_leaves=6,
)


@given(st.lists(st.tuples(TREE, st.text("abc ", min_size=1, max_size=5)), min_size=1, max_size=4))
def test_each_segment_stands_in_one_pair_in_the_order_of_the_source(items: list[tuple[str, str]]) -> None:
    content = "".join(f"<g>{before}{mark(str(at), text)}</g>" for at, (before, text) in enumerate(items))
    marked = find_segments(element("x"), element(content), element(mark("0", "One.")))
    assert marked is not None
    assert [one.text() for _, one, _ in marked.pairs] == [text for _, text in items]


@pytest.mark.parametrize("kind", ["x-term", "term", "x-comment", "abbrev"])
def test_marks_that_are_no_segments_are_announced_and_their_text_kept(kind: str, tmp_path: Path) -> None:
    path, remarks = tmp_path / "x.xlf", list[Remark]()
    path.write_text(
        '<xliff version="1.2"><file original="a" source-language="fr" target-language="en" datatype="plaintext"><body>'
        f'<trans-unit id="1"><source>La <mrk mtype="{kind}">bielle</mrk> plie.</source>'
        "<target>The rod bends.</target></trans-unit></body></file></xliff>"
    )
    (unit,) = read_bitext(path, report=remarks.append).units
    assert unit.source.text == "La bielle plie."
    assert [remark.message for remark in remarks] == [
        "<mrk>, which marks a term or holds a comment, is left out; its text is kept."
    ]
