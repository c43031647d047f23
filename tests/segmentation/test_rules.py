"""Our own rules: each example beside them is a test; so is what the rules promise for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.segmentation.cases import Case, load_cases, parse_cases
from translate.segmentation import load_segmenter
from translate.segmentation.matcher import RuleMatcher
from translate.segmentation.segmenter import Segmenter, own_rules
from translate.segmentation.srx import read_srx

SEGMENTERS = {language: load_segmenter(language) for language in own_rules()}
CASES = [
    pytest.param(language, case, id=f"{language}: {case.name}")
    for language in SEGMENTERS
    for case in load_cases(language)
]
PIECES = [
    *".?!…:;,«»“”\"'’()[]-—–•*",
    *(" ", "\u00a0", "\u202f", "\n", "\n\n", "\t"),
    *("M", "Mme", "Dr", "n°", "art", "p", "etc", "J.-C", "S.A", "Yahoo", "cf", "janv", "Il", "Élise", "dit-il", "une"),
    *("12", "3,5", "8 h 30", "XIV", "é", "e\u0301", "😀", "\x00", "\ud800"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize(("language", "case"), CASES)
def test_case(language: str, case: Case) -> None:
    assert tuple(segment.text for segment in SEGMENTERS[language].segment(case.text)) == case.segments


# Decides at once what the last rule decides anyway, so that few look-behinds run at a common full stop.
SHORTCUTS = {"rule 29 of 'French'"}


@pytest.mark.parametrize("language", SEGMENTERS)
def test_each_rule_is_needed_by_a_case(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rules, cases = read_srx(own_rules()[language]).rules_for(language), load_cases(language)
    segmenter = load_segmenter(language)
    needless = set()
    for number, rule in enumerate(rules):
        monkeypatch.setattr(segmenter, "_ready", RuleMatcher((*rules[:number], *rules[number + 1 :])))
        if all(tuple(segment.text for segment in segmenter.segment(case.text)) == case.segments for case in cases):
            needless.add(rule.name)
    assert needless <= SHORTCUTS


def test_french_has_at_least_150_cases() -> None:
    assert len(load_cases("fr")) >= 150


@pytest.mark.parametrize(
    "source",
    [
        "",
        "## only a comment\n",
        "# a name without a text\n",
        "# one\n# two\n",
        "a text without a name\n",
        "# name\nOne. | Two.\nThree.\n",
        "# name\nOne. |  | Two.\n",
        "# name\nOne.|Two.\n",
        "# name\nOne.\n\n# name\nTwo.\n",
    ],
)
def test_a_malformed_file_of_cases_fails(source: str) -> None:
    with pytest.raises(ValueError, match=r"case|segment"):
        parse_cases(source)


def check_promises(segmenter: Segmenter, text: str) -> None:
    segments = segmenter.segment(text)
    end = 0
    for segment in segments:
        assert text[segment.start : segment.end] == segment.text
        assert segment.text == segment.text.strip() != ""
        assert not text[end : segment.start].strip()
        end = segment.end
    assert not text[end:].strip()


@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_only_white_space_lies_between_segments_and_offsets_are_exact(text: str) -> None:
    for language, segmenter in SEGMENTERS.items():
        note(language)
        check_promises(segmenter, text)


@settings(max_examples=200, deadline=None)
@given(text=texts.filter(lambda text: "\n" not in text))
def test_a_small_letter_begins_a_segment_only_after_the_full_stop_of_a_word_or_a_closing_mark(text: str) -> None:
    segments = SEGMENTERS["fr"].segment(text)
    for before, segment in pairwise(segments):
        if segment.text[0] in "éuda" and before.text[-1] in ".?!…":
            assert before.text[-1] == "."
            assert before.text[-2].isalnum() or before.text[-2] in ")»%"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u202f\t"])
def test_a_blank_text_has_no_segment(text: str) -> None:
    assert SEGMENTERS["fr"].segment(text) == ()


@pytest.mark.parametrize("text", ["M. X", "n° 5", "a\x00b. C\x00", "\ud800. A", "***", ":"])
def test_a_text_without_an_inner_stop_stays_whole_but_for_real_ends(text: str) -> None:
    check_promises(SEGMENTERS["fr"], text)


def test_an_empty_line_parts_segments() -> None:
    assert [segment.text for segment in SEGMENTERS["fr"].segment("Titre\n\nun texte")] == ["Titre", "un texte"]
