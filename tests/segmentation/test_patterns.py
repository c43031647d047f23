"""Expressions of ICU and Java mean here what they mean there; what cannot be used is refused with its place."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from translate.segmentation.patterns import MAX_REPETITIONS, PatternError, translate_pattern


def matches(source: str, text: str) -> bool:
    pattern = translate_pattern(source)
    flags = regex.VERSION1 | (regex.IGNORECASE if pattern.ignores_case and "(?i" not in pattern.text else 0)
    return regex.fullmatch(pattern.text, text, flags) is not None


@pytest.mark.parametrize(
    ("source", "taken", "left"),
    [
        (r"\h", ["\t", " ", "\u00a0", "\u2009"], ["\n", "a", "\v"]),
        (r"\H", ["a", "\n"], ["\t", "\u202f"]),
        (r"\v", ["\n", "\r", "\x85", "\u2028", "\f"], [" ", "a"]),
        (r"\V", ["a", " "], ["\n", "\u2029"]),
        (r"\R", ["\n", "\r\n", "\u2028"], ["\n\n", " "]),
        (r"\e", ["\x1b"], ["e"]),
        (r".", ["a", " ", "😀"], ["\n", "\r", "\x85", "\u2028", "\u2029", "ab"]),
        (r"(?s).", ["a", "\n"], [""]),
        (r"(?s:.).", ["\na"], ["\n\n"]),
        (r"(?s)(?-s:.)", ["a"], ["\n"]),
        (r"(?s:a|.)b.", ["\nbc"], ["\nb\n"]),
        (r"\u00e9\U0001F600", ["é😀"], ["e"]),
        (r"\x41\x{1F600}\x{e9}", ["A😀é"], ["A"]),
        (r"\0101\07", ["A\x07"], ["A7"]),
        (r"\cA\c[", ["\x01\x1b"], ["cA"]),
        (r"\Q.*\E+", [".*", ".**"], ["a", ".*.*"]),
        (r"\Qa.b", ["a.b"], ["aab"]),
        (r"\Q\Ea", ["a"], ["Ea"]),
        (r"\p{Lu}\p{L}\pN\PL", ["Éa3."], ["éa3.", "Éa3b"]),
        (r"\p{^Lu}\P{Lu}\P{^Lu}", ["abC"], ["Abc", "abc"]),
        (r"\p{IsGreek}\p{InGreek}?", ["α"], ["a"]),
        (r"\p{javaUpperCase}\p{javaDigit}", ["É7"], ["e7"]),
        (r"[\p{Lu}&&[^A]]", ["B"], ["A", "b"]),
        (r"[a-c[x-z]]", ["b", "y"], ["d", "["]),
        (r"[]a]", ["]", "a"], ["b"]),
        (r"[^]a]", ["b", "["], ["]", "a"]),
        (r"[|~.()]", ["|", "~", ".", "("], ["a"]),
        (r"[a||b]", ["a", "b", "|"], ["c"]),
        (r"[a~~b]", ["a", "b", "~"], ["c"]),
        (r"[\]\[\-]", ["]", "[", "-"], ["\\"]),
        (r"[\u0041\x{42}\h]", ["A", "B", "\u00a0"], ["C"]),
        (r"a{2}", ["aa"], ["a", "aaa"]),
        (r"a{2,}", ["aa", "a" * 50], ["a"]),
        (r"a{1,3}b?+", ["ab", "aaa"], ["aaaa", "abb"]),
        (r"a++", ["aaa"], [""]),
        (r"a{x}", ["a{x}"], ["a"]),
        (r"(?i)éTé", ["ÉTÉ", "été"], ["ete"]),
        (r"(?i:a)b", ["Ab", "ab"], ["aB"]),
        (r"(?x) a b # and no more", ["ab"], ["a b"]),
        ("(?x)a #one\nb", ["ab"], ["a"]),
        (r"(?x: a )\ b", ["a b"], ["ab"]),
        (r"(?x)[ ]a", [" a"], ["a"]),
        (r"(?#nothing)a", ["a"], [""]),
        (r"(?<word>a)(?P<other>b)(c)", ["abc"], ["ab"]),
        (r"(?>a|ab)c", ["ac"], ["abc"]),
        (r"(?=a)a(?!b)", ["a"], ["b"]),
        (r"(?idmsux-x)a", ["a", "A"], ["b"]),
        (r"\.\-\«", [".-«"], ["a-«"]),
        (r"\N{LATIN SMALL LETTER A}[\N{FULL STOP}-]", ["a.", "a-"], ["b.", "aa"]),
        (r"\ba\b\z", ["a"], [""]),
    ],
)
def test_what_an_expression_takes(source: str, taken: list[str], left: list[str]) -> None:
    assert [text for text in taken if not matches(source, text)] == []
    assert [text for text in left if matches(source, text)] == []


def test_an_open_repetition_has_an_end_and_one_with_an_end_keeps_it() -> None:
    assert matches("a*", "a" * MAX_REPETITIONS)
    assert not matches("a*", "a" * (MAX_REPETITIONS + 1))
    assert matches("a+", "a" * (MAX_REPETITIONS + 1))
    assert not matches("a+", "a" * (MAX_REPETITIONS + 2))
    assert matches("a{300}", "a" * 300)
    assert matches("a{0,1000}", "a" * 1000)
    assert matches("a{300,}", "a" * (300 + MAX_REPETITIONS))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a)", r"'\)' at character 2 closes nothing"),
        ("(a", r"a '\(' is never closed"),
        ("(?=a", r"a '\(' is never closed"),
        ("[a", r"the '\[' at character 1 is never closed"),
        ("a[b[c]", r"the '\[' at character 2 is never closed"),
        ("[]", "is never closed"),
        ("*a", r"'\*' at character 1 repeats nothing"),
        ("a|+", r"'\+' at character 3 repeats nothing"),
        ("(?)", "the group at character 1 is of an unknown type"),
        ("a(?&b)", "the group at character 2 is of an unknown type"),
        ("(?z)a", "unknown flag 'z'"),
        ("a{3,1}", r"the repetition \{3,1\} is empty"),
        (r"(a)\1", r"back-references such as '\\1' are not supported"),
        (r"(?<a>b)\k<a>", r"back-references such as '\\k'"),
        ("a\\", r"a '\\' at the end escapes nothing"),
        (r"\x{110000}", "110000 is not a code point"),
        (r"\U00110000", "110000 is not a code point"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(source: str, message: str) -> None:
    with pytest.raises(PatternError, match=message):
        translate_pattern(source)


@given(st.text(max_size=15))
def test_a_quoted_text_matches_itself_and_nothing_longer(text: str) -> None:
    source = "\\Q" + text.replace("\\E", "") + "\\E"
    text = text.replace("\\E", "")
    assert matches(source, text)
    assert not matches(source, text + "x")


@given(st.characters(), st.characters())
def test_a_character_by_its_number_is_that_character(one: str, other: str) -> None:
    for source in (rf"\x{{{ord(one):x}}}", rf"\U{ord(one):08x}", rf"[\x{{{ord(one):x}}}]"):
        assert matches(source, one)
        assert matches(source, other) == (one == other)
