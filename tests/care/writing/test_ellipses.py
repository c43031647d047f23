"""Three dots stand in a target where they stand in its source."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.writing.ellipses import iter_ellipses, mend_ellipses


def mended(source: str, target: str) -> str:
    for start, end, new in sorted(mend_ellipses(source, target), reverse=True):
        target = target[:start] + new + target[end:]
    return target


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("", "", ""),
        ("Il part.", "He leaves.", "He leaves."),
        ("Il part...", "He leaves...", "He leaves..."),
        ("Il part…", "He leaves...", "He leaves…"),
        ("Il part...", "He leaves…", "He leaves..."),
        ("Il part…", "He leaves.", "He leaves…"),
        ("Il part…", "He leaves", "He leaves…"),
        ("Il part…", "He leaves --", "He leaves …"),
        ("Il part…", "He leaves.. ", "He leaves… "),
        ("Il part…", "He leaves.'\" \n", "He leaves…'\" \n"),
        ("Il part… ? »  ", 'He leaves,"', 'He leaves…"'),
        ("Il part... »", 'He leaves."', 'He leaves..."'),
        ("Il part …", "He leaves …", "He leaves…"),
        ("Il part…", "He leaves?", "He leaves?"),
        ("du pain, etc…", "bread, etc.", "bread, etc."),
        ("« Si seulement… » dit-elle.", '"If only" she said.', '"If only…" she said.'),
        ("« Si seulement... » dit-elle.", '"If only," she said.', '"If only..." she said.'),
        ("« Si… » dit-elle, « oui ».", '"If" she said, "yes" he said.', '"If" she said, "yes" he said.'),
        ("… et puis rien", "And then nothing", "… and then nothing"),
        ("...Demain", "Tomorrow", "...Tomorrow"),
        ("Oui… non", "Yes -- no", "Yes… no"),
        ("Oui... si je veux", "Yes, if I want", "Yes... if I want"),
        ("La fin [...] du texte", "The end [...] of the text", "The end [...] of the text"),
    ],
)
def test_an_ellipsis_stands_where_it_stands_in_the_source(source: str, target: str, expected: str) -> None:
    assert mended(source, target) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a…b", ["…"]),
        ("one... two.... three", ["...", "...."]),
        ("...one", []),
        ("one...", []),
        ("« …one", []),
        ("one (...) two", []),
        ("one […] two", []),
        ("one..... two", []),
        ("one.. two", []),
    ],
)
def test_only_an_ellipsis_between_words_is_one_within(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in iter_ellipses(text)] == found


@given(st.text(), st.text())
def test_without_an_ellipsis_on_either_side_nothing_changes(source: str, target: str) -> None:
    source, target = (text.replace("…", "").replace("..", ".").replace("..", ".") for text in (source, target))
    if "..." not in source + target:
        assert mended(source, target) == target


@given(*[st.text(st.sampled_from('Aa ….,!?«»"-—()1\ud800'), max_size=25)] * 2)
def test_what_is_mended_stays_within_the_target(source: str, target: str) -> None:
    for start, end, _ in mend_ellipses(source, target):
        assert 0 <= start <= end <= len(target)


@pytest.mark.parametrize("bit", ["…", "a ", "a… ", ". ", "... ", "-- "])
def test_a_long_text_is_mended_in_little_time(bit: str) -> None:
    text, started = bit * (20_000 // len(bit)), process_time()
    assert list(iter_ellipses(text)) == sorted(iter_ellipses(text))
    mend_ellipses(text, text)
    assert process_time() - started < 4


@pytest.mark.parametrize("bit", [" ", "\u00a0", '"', "'", "”", ",", "?"])
def test_signs_without_end_are_passed_over_in_little_time(bit: str) -> None:
    run, started = bit * 20_000, process_time()
    assert mend_ellipses(f"{run}a", f"{run}a") == []
    assert mend_ellipses(f"a…{run}b", f"a…{run}b") == []
    assert mended("a b…", f"{run}a") == f"{run}a…"
    assert process_time() - started < 4
