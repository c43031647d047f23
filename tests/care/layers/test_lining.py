"""Texts with escapes of line ends and tabs: each line goes by itself, and what lay between comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.layers.lining import iter_lined
from translate.data import CodeKind, Edit, Hypothesis, InlineCode, Issue, Origin, Passage, Severity, Stage

ISSUE = Issue("names", Severity.WARNING, "x.")


def shout(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Translate into capitals, one passage at a time; a figure is carried over."""
    for passage in passages:
        origin = Origin.CARRIED if passage.text.isdigit() else Origin.MACHINE
        edit = Edit("names", Stage.AFTER, 0, "a", "b", "why")
        yield {passage: Hypothesis(passage.text.upper(), -1.0, (ISSUE,), passage.codes, origin, (edit,))}


def made(*passages: Passage) -> dict[Passage, Hypothesis]:
    return {passage: one for done in iter_lined(passages, shout) for passage, one in done.items()}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (r"Fin.\nSuite", r"FIN.\nSUITE"),
        (r"nom :\tville :", r"NOM :\tVILLE :"),
        (r"fin.\r\n\r\nsuite\n", r"FIN.\r\n\r\nSUITE\n"),
        (r"\t total \t 12", r"\t TOTAL \t 12"),
        (r"fin. \n suite", r"FIN. \n SUITE"),
        (r"\n", r"\n"),
        ("Fin<br>Suite<br/>12", "FIN<br>SUITE<br/>12"),
        ("la fin<br>du mot", "LA FIN<BR>DU MOT"),  # a sentence runs on
        (r"c:\nom\titre.txt ici", r"C:\NOM\TITRE.TXT ICI"),  # a path
        ("rien à couper", "RIEN À COUPER"),
        (r"dit \"non\"", r"DIT \"NON\""),
        (r"l\'eau\nd\'ici", r"L\'EAU\nD\'ICI"),
        (r"`a\nb` et fin", r"`A\NB` ET FIN"),  # code
    ],
)
def test_lines_are_translated_by_themselves(text: str, target: str) -> None:
    assert made(Passage(text))[Passage(text)].text == target


def test_what_is_said_of_a_line_is_said_of_the_whole_once_and_edits_have_no_place() -> None:
    (whole,) = made(Passage(r"un\ndeux")).values()
    assert whole.issues == (ISSUE,)
    assert [edit.start for edit in whole.edits] == [None, None]
    assert whole.score == -1.0
    assert whole.origin is Origin.MACHINE
    assert made(Passage(r"1\n2"))[Passage(r"1\n2")].origin is Origin.CARRIED


def test_codes_move_with_their_line_and_a_pair_is_not_parted() -> None:
    text = r"un\n**deux** et **trois\nquatre**"
    codes = []
    for pair, (start, end) in enumerate([(4, 10), (16, 29)]):
        codes.append(InlineCode(start, start + 2, CodeKind.START, pair, "bold"))
        codes.append(InlineCode(end, end + 2, CodeKind.END, pair, "bold"))
    (whole,) = made(Passage(text, tuple(codes))).values()
    assert whole.text == r"UN\n**DEUX** ET **TROIS\NQUATRE**"
    assert whole.codes == tuple(codes)


def test_other_passages_are_asked_as_they_are_and_lines_once() -> None:
    asked: list[Passage] = []

    def ask(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        asked.extend(passages)
        yield from shout(passages)

    some = [Passage(r"a\nb"), Passage("b"), Passage(r"b\na")]
    found = {passage for done in iter_lined(some, ask) for passage in done}
    assert found >= set(some)
    assert sorted(passage.text for passage in asked) == ["a", "b"]


@given(st.lists(st.sampled_from([r"\n", r"\t", " ", "mot", "1", r"\r\n", "\\", "."]), max_size=8).map("".join))
def test_nothing_is_lost_whatever_the_text(text: str) -> None:
    whole = made(Passage(text))[Passage(text)]
    assert whole.text.casefold() == text.casefold()
