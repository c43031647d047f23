"""A text that a gate keeps out holds nothing that its expression matches."""

from __future__ import annotations

from typing import cast

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from translate.languages import find_language
from translate.languages.fr import centuries, cooking, greetings, inclusive, initials, papers, ranks, scores, senses
from translate.languages.fr.abbreviations import ABBREVIATIONS
from translate.text.gated import Gated, GatedAlternatives
from translate.text.gates import Gate

EVERY = rf"(?<![\w.-])(?:{'|'.join(f'({pattern})' for pattern in ABBREVIATIONS.patterns.values())})"
WHOLE = regex.compile(EVERY, regex.I)
SOME = GatedAlternatives(r"(?<![\w.-])", tuple(ABBREVIATIONS.patterns.values()), regex.I)
LATELY_GATED = (
    cooking._HEAT, greetings._CLOSING, initials._HINT, papers.CONTRACTED_PAPERS, ranks._SERIES, scores._WINS,
    senses._PHRASE, find_language("fr").closings.sentence, find_language("en").closings.formula,
)  # fmt: skip
RULES = [
    *ABBREVIATIONS.patterns.values(),
    EVERY,
    *(pattern for sense, pattern in senses._WORDS.items() if sense != "born"),  # « Né » is too short
    *(rule.gated_pattern for rule in (inclusive._HINT, centuries._DISTRICT)),
    *(cast("Gated", rule).gated_pattern for rule in LATELY_GATED if rule),
]
GATES = [Gate(pattern) for pattern in RULES]
LITERALS = sorted({one for gate in GATES for one in gate.needed or ()})


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"art\.(?=\s?\d)", {"art."}),
        (r"b[âa]t\.", {"bât.", "bat."}),
        (r"tabl?\.", {"tab.", "tabl."}),
        (r"one|(?:two|three)s", {"one", "two", "three"}),
        (r"(?-i:RAS)(?!\w)", {"RAS"}),  # in capitals alone
        (r"RAS(?!stop)", {"ras"}),
        (r"dit(?=\s(?-i:L(?:e\s|['’])))", {"dit"}),  # and not the letter, though it is large
        (r"soi(?:t|ent)(?=\s\$)", {"soi"}),
        (r"(?<=\d\s)\w\.", set()),  # a figure is enough
        (r"\w+(?:long)?", None),
        (r"long|\w+", None),
        (r"x", None),  # nearly every text has a letter
        (r"(?P<a>long)(?P=a)", None),  # not read
        (r"(long", None),
    ],
)
def test_the_longest_literal_of_each_alternative_is_needed(pattern: str, needed: set[str] | None) -> None:
    assert Gate(pattern).needed == (None if needed is None else frozenset(needed))


def test_a_text_with_what_is_needed_is_searched() -> None:
    rule = Gated(r"(?<!\w)art\.(?=\s?\d)|page", regex.I)
    assert [match.span() for match in rule.finditer("ART. 3, page")] == [(0, 4), (8, 12)]
    assert rule.search("art 3") is None
    assert list(rule.finditer("")) == []
    assert Gated("stop", regex.I).search("\u017ftop")  # a long s, which is no small letter of s


def test_the_rules_that_are_gated_keep_most_texts_out() -> None:
    assert all(gate.needed is not None for gate in GATES)
    assert not any(gate.opens("Le chat dort sur le lit depuis hier.") for gate in GATES)


@given(st.lists(st.one_of(st.sampled_from(LITERALS), st.text(max_size=4), st.sampled_from(" .3(")), max_size=5))
def test_what_is_kept_out_would_match_nothing(parts: list[str]) -> None:
    for text in ("".join(parts), " ".join(parts), " ".join(parts).upper()):
        for pattern, gate in zip(RULES, GATES, strict=True):
            if not gate.opens(text):
                assert regex.search(pattern, text, regex.I) is None, (pattern, text)


@given(
    st.lists(st.one_of(st.sampled_from(LITERALS), st.sampled_from(["3", " ", "de", "\u017f", "(", "ans"])), max_size=6)
)
def test_alternatives_that_may_match_find_what_all_of_them_do(parts: list[str]) -> None:
    text = " ".join(parts)
    every = [(next(n for n, one in enumerate(match.groups()) if one), match.span()) for match in WHOLE.finditer(text)]
    assert [(number, match.span()) for number, match in SOME.finditer(text)] == every
