"""Scores, places and findings on one line: what is written is read back, and what is not ours is refused."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Issue, Severity, Span
from translate.formats.fields import (
    escape,
    format_issue,
    format_score,
    format_span,
    make_name,
    parse_issue,
    parse_score,
    parse_span,
    unescape,
)

ANY = st.text(st.characters() | st.sampled_from("\\\t\n\r ns"), max_size=20)


@given(ANY)
def test_an_escaped_text_has_no_line_break_and_comes_back(text: str) -> None:
    escaped = escape(text)
    assert not set(escaped) & set("\t\n\r")
    assert unescape(escaped) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("a\tb", r"a\tb"), ("a\\tb", r"a\\tb"), ("\r\n", r"\r\n"), ("\\", r"\\"), ("\u2028\x0b", "\u2028\x0b")],
)
def test_what_breaks_a_table_is_escaped_and_nothing_else(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(("text", "plain"), [(r"C:\Users", r"C:\Users"), ("end\\", "end\\"), (r"\\n", r"\n")])
def test_a_backslash_before_another_character_stands_for_itself(text: str, plain: str) -> None:
    assert unescape(text) == plain


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_score_comes_back_as_the_same_number(score: float) -> None:
    assert parse_score(format_score(score)) == score


@pytest.mark.parametrize(("score", "text"), [(0.1, "0.1"), (100, "100.0"), (87.25, "87.25"), (1e-7, "1e-07")])
def test_a_score_is_the_shortest_decimal(score: float, text: str) -> None:
    assert format_score(score) == text


@pytest.mark.parametrize("score", [math.nan, math.inf, -math.inf])
def test_a_score_that_is_no_number_is_refused_both_ways(score: float) -> None:
    with pytest.raises(ValueError, match=f"the score is {score}; expected a number from 0 to 100"):
        format_score(score)
    with pytest.raises(ValueError, match=f"the score is '{score}'; expected a number from 0 to 100"):
        parse_score(str(score))


@given(st.builds(Span, *[st.integers(0, 10**17)] * 3))
def test_a_place_comes_back(span: Span) -> None:
    assert parse_span(format_span(span)) == span


@pytest.mark.parametrize(
    "text",
    ["", "3:0", "3:0-", "-1:0-2", "3:0-42 ", " 3:0-42", "3.0-42", "a:b-c", "1:2-3-4", "٣:0-42", "1" * 19 + ":0-1"],
)
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{re.escape(text)}' is not a place in a document; expected block:start-end"):
        parse_span(text)


@given(
    st.builds(
        Issue,
        ANY,
        st.sampled_from(Severity),
        ANY,
        st.none() | st.floats(allow_nan=False, allow_infinity=False),
    )
)
def test_an_issue_is_one_line_and_comes_back(issue: Issue) -> None:
    line = format_issue(issue)
    assert len(line.split("\n")) == 1
    assert parse_issue(line) == issue


@pytest.mark.parametrize(
    ("issue", "line"),
    [
        (Issue("numbers", Severity.ERROR, "Lost 3.", 1.0), "error numbers 1.0 Lost 3."),
        (Issue("my check", Severity.INFO, "a\nb"), r"info my\scheck - a\nb"),
        (Issue("", Severity.WARNING, ""), "warning  - "),
    ],
)
def test_an_issue_is_severity_check_value_and_message(issue: Issue, line: str) -> None:
    assert format_issue(issue) == line


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "'' is not an issue; expected: severity check value message"),
        ("error numbers 1.0", "'error numbers 1.0' is not an issue"),
        ("fatal numbers - a", "'fatal' is not a valid Severity"),
        ("error numbers many a", "could not convert string to float: 'many'"),
        ("error numbers inf a", "the score is 'inf'"),
    ],
)
def test_what_is_no_issue_is_refused(line: str, reason: str) -> None:
    with pytest.raises(ValueError, match=re.escape(reason)):
        parse_issue(line)


def test_a_unit_without_a_name_is_named_after_place_and_source() -> None:
    assert make_name(7, "Oui.") == "7-3ef80140"
    assert make_name(7, "\ud800") == "7-91a681b9"
