"""The engine gives what SRX says, rule by rule and place by place; and no text and no rule can make it hang."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.errors import RuleError
from translate.segmentation import load_segmenter, matcher
from translate.segmentation.matcher import RuleMatcher
from translate.segmentation.patterns import translate_pattern
from translate.segmentation.segmenter import own_rules
from translate.segmentation.srx import Rule, read_srx

_TRIES = 3
"""Measurements of which one must be linear: processors are shared."""
FRENCH = read_srx(own_rules()["fr"]).rules_for("fr")
ENGLISH = read_srx(own_rules()["en"]).rules_for("en")
PIECES = [
    *'.?!…:;«»“”"’()[]-—•',
    *(" ", " ", " ", "\u00a0", "\n", "\n\n"),
    *("M", "Mme", "art", "p", "etc", "J", "C", "Le", "Il", "Elle", "va", "dit", "a", "1", "12", "XIV", "LE CHAT", "II"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
atoms = st.sampled_from(
    [
        *("a", "b", r"\.", "[.!]", r"\s", "[^a]", ".", r"(?s:.)", r"(?:a|b\.)", "(?:|ab)", "(?>a|ab)", r"\R"),
        *("(?=b)", "(?<=a)", "(?!a)", "(?<=ba)", r"(?=\.\s)", "(?<=(?:a|)b)", "(?<!b)", r"\b", "^", "$"),
    ]
)
patterns = st.lists(
    st.tuples(atoms, st.sampled_from(["", "", "", "*", "+", "?", "{1,3}"])).map(
        lambda item: item[0] + (item[1] if not item[0].startswith(("(?=", "(?<", "(?!", "\\b", "^", "$")) else "")
    ),
    max_size=3,
).map("".join)
rules = st.builds(Rule, st.just("rule"), st.booleans(), patterns, patterns)


def naive(entries: Sequence[Rule]) -> Callable[[str], list[int]]:
    """Return what finds the breaks of a text as the specification of SRX tells it."""
    compiled = [
        (
            regex.compile(f"(?<={translate_pattern(entry.before).text})", regex.VERSION1),
            regex.compile(translate_pattern(entry.after).text, regex.VERSION1),
            entry.is_break,
        )
        for entry in entries
    ]

    def breaks_at(text: str, at: int) -> bool:
        return next((brk for before, after, brk in compiled if before.match(text, at) and after.match(text, at)), False)

    return lambda text: [at for at in range(1, len(text)) if breaks_at(text, at)]


OURS = {"fr": (RuleMatcher(FRENCH), naive(FRENCH)), "en": (RuleMatcher(ENGLISH), naive(ENGLISH))}


@pytest.mark.parametrize("language", OURS)
@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_our_rules_give_what_the_specification_says(language: str, text: str) -> None:
    matcher, find_breaks = OURS[language]
    assert list(matcher.iter_breaks(text)) == find_breaks(text)


@settings(max_examples=300, deadline=None)
@given(entries=st.lists(rules, max_size=4), text=st.text("ab.! \n", max_size=20))
def test_any_rules_give_what_the_specification_says(entries: list[Rule], text: str) -> None:
    assert list(RuleMatcher(entries).iter_breaks(text)) == naive(entries)(text)


HOSTILE = {
    "no space": "a" * 4_000_000,
    "no space, with stops": "a.b!c?" * 400_000,
    "full stops": "." * 400_000,
    "full stops with spaces": ". " * 40_000,
    "spaces": " " * 400_000,
    "initials": "A. " * 40_000,
    "opening guillemets": "« " * 80_000,
    "opening guillemets and stops": "« a. " * 20_000,
    "opening brackets and stops": "(a. " * 20_000,
    "capitals": "ABCD " * 40_000,
    "lines": "\n" * 200_000,
    "list marks": "\n1. " * 20_000,
    "NULs": "\x00. " * 40_000,
    "lone surrogates": "\ud800. A" * 40_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_takes_linear_time_and_loses_no_character(text: str) -> None:
    segmenter = load_segmenter("fr")
    small = text[: len(text) // 10]
    for _ in range(_TRIES):
        seconds = []
        gc.collect()
        gc.disable()  # the collector looks at all that other tests left behind
        try:
            for part in (small, text):
                start = time.thread_time()
                segments = segmenter.segment(part)
                seconds.append(time.thread_time() - start)
        finally:
            gc.enable()
        if seconds[1] < 40 * seconds[0] + 0.5:
            break
    assert sum(len(s.text) for s in segments) == len(text) - sum(map(str.isspace, text)) + sum(
        sum(map(str.isspace, s.text)) for s in segments
    )
    assert all(one.end <= other.start for one, other in pairwise(segments))
    assert seconds[1] < 40 * seconds[0] + 0.5


def endless(before: str, after: str = "") -> RuleMatcher:
    return RuleMatcher(
        [Rule("rule 1 of 'X'", False, "x", "y"), Rule("rule 2 of 'X'", True, before, after, path="x.srx", line=7)]
    )


@pytest.mark.parametrize(
    ("before", "after"), [("b(a|a)*!", ""), ("!", "(?:(?:a+)+)+b"), ("c(?:a|aa|a.)+!", ""), ("!", "(a*)*(a*)*(a*)*b")]
)
def test_a_pattern_that_backtracks_without_end_is_named(
    monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    monkeypatch.setattr(matcher, "MAX_SECONDS_AT_A_PLACE", 0.2)
    text = "a" * 60 + "!" + "a" * 60 + "?bc"
    with pytest.raises(RuleError, match=r"x\.srx:7: rule 2 of 'X' \(before .* backtracks endlessly at character 62"):
        list(endless(before, after).iter_breaks(text))


def test_a_pattern_that_is_slow_at_each_place_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher, "MAX_SECONDS_A_TEXT", 0.1)
    monkeypatch.setattr(matcher, "MAX_SECONDS_A_CHARACTER", 0.0)
    with pytest.raises(RuleError, match="rule 2 of 'X'"):
        list(endless(r"(?:a.*){2}\.", "b").iter_breaks("aa. " * 100_000 + "aa.b" * 50_000))


def test_an_open_repetition_ends_after_200_characters() -> None:
    entries = [Rule("", False, r"\(.*\.", ""), Rule("", True, r"\.", r"\s")]
    assert list(RuleMatcher(entries).iter_breaks("(" + "a" * 199 + ". b")) == []
    assert list(RuleMatcher(entries).iter_breaks("(" + "a" * 201 + ". b")) == [203]
