"""Pairs of codes that hold words in the source and nothing in the target are found; others are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import CodeKind, InlineCode, Severity
from translate.text.inline.emptied import emptied_issue, find_emptied

_MARK = re.compile(r"<(?P<end>/)?(?P<name>[a-z])(?P<alone>/)?>")


def marked(text: str) -> tuple[str, list[InlineCode]]:
    """Return a text with the codes that its tags of one letter are: `<b>…</b>` a pair, `<x/>` alone."""
    codes, open_pairs = [], []
    for number, match in enumerate(_MARK.finditer(text)):
        kind, pair = CodeKind.ISOLATED, None
        if match["end"]:
            kind, pair = CodeKind.END, open_pairs.pop() if open_pairs else None
        elif not match["alone"]:
            kind, pair = CodeKind.START, number
            open_pairs.append(number)
        codes.append(InlineCode(match.start(), match.end(), kind, pair, match["name"]))
    return text, codes


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("<b>Cuisson :</b> 40 min", "<b></b> 40 min", [("<b>", "Cuisson :")]),
        ("<b>Cuisson :</b> 40 min", "<b>: </b>40 min", [("<b>", "Cuisson :")]),
        ("<b>Le <i>petit</i> chat</b>", "<b><i></i></b> cat", [("<b>", "Le petit chat"), ("<i>", "petit")]),
        ("<b>un</b>, <b>deux</b>", "<b>one</b>, <b></b>", [("<b>", "deux")]),
        ("<b>12</b>", "<b></b>12", [("<b>", "12")]),
        ("<b>Cuisson :</b> 40 min", "<b>Baking:</b> 40 min", []),
        ("<b>Cuisson :</b> 40 min", "40 min", []),  # no pair at all: said of elsewhere
        ("<a></a>Titre", "<a></a>Title", []),
        ("<a></a><a>Titre</a>", "<a></a><a>Title</a>", []),
        ("<a></a><a>Titre</a>", "<a></a><a></a>Title", [("<a>", "Titre")]),
        ("<b>voir <x/></b>", "<b><x/></b> see", []),
        ("<b>!</b>", "<b></b>!", []),
        ("Titre</b> <b>Corps", "</b> <b>Body", []),  # the other halves lie outside
        ("", "", []),
    ],
)
def test_what_stood_between_codes_is_missed(source: str, target: str, found: list[tuple[str, str]]) -> None:
    assert sorted(find_emptied(*marked(source), *marked(target))) == found


def test_the_words_of_a_pair_of_another_number_are_not_known() -> None:
    source, codes = marked("<b>un</b> <i>deux</i>")
    target, others = marked("<i></i> <b>two</b>")
    assert find_emptied(source, codes, target, others) == [("<i>", "")]


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("<b>Cuisson :</b> x", "<b></b> x", "The tag pair of '<b>' is empty, for 'Cuisson :' of the source."),
        (
            "<b>un</b><b>deux</b>",
            "<b></b><b></b>",
            "The tag pair of '<b>' is empty, for 'un' of the source, and 1 more.",
        ),
    ],
)
def test_the_issue_says_what_was_lost(source: str, target: str, message: str) -> None:
    issue = emptied_issue(*marked(source), *marked(target))
    assert issue is not None
    assert (issue.check, issue.severity, issue.message) == ("emptied", Severity.WARNING, message)
    assert issue.value == source.count("</b>")


@given(st.lists(st.sampled_from(["<b>", "</b>", "<i>", "</i>", "<x/>", "mot ", "; "]), max_size=12))
def test_a_text_has_emptied_nothing_of_itself(parts: list[str]) -> None:
    text, codes = marked("".join(parts))
    assert emptied_issue(text, codes, text, codes) is None
