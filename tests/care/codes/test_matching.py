"""What is known of words outweighs attention that looks beside them, and leaves it alone where nothing is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.care.codes.grid import diagonal_links
from translate.care.codes.matching import as_attended, sharpener
from translate.engines.base import Links
from translate.languages import UNDETERMINED
from translate.languages.en import LANGUAGE as ENGLISH
from translate.languages.fr import LANGUAGE as FRENCH

SHARPEN = sharpener(FRENCH, ENGLISH)


def flat(source: str, target: str) -> Links:
    """Return attention to all words alike."""
    found = diagonal_links(source, target)
    row = (1 / (len(found.source) - 1),) * (len(found.source) - 1)
    return Links(found.source, found.target, (row,) * (len(found.target) - 1))


def best(source: str, target: str, word: str) -> str:
    """Return the source word that a target word renders most surely."""
    links = SHARPEN(flat(source, target), source, target)
    weights = links.weights[links.target.index(target.index(word))]
    place = max(range(len(weights)), key=lambda number: weights[number])
    return source[links.source[place] : links.source[place + 1]].strip()


@pytest.mark.parametrize(
    ("source", "target", "word", "found"),
    [
        ("le chat noir", "the black cat", "cat", "chat"),
        ("le chat noir", "the black cat", "black", "noir"),
        ("Mme Lehmann et Paul", "Paul and Mrs Lehmann", "Lehmann", "Lehmann"),
        ("en 1 250 cas et 30", "30 and 1,250 cases", "1,250", "1"),
        ("une admission facile", "easy admission", "admission", "admission"),
        ("le cheval du roi", "the king's horse", "king", "roi"),
        ("douze chaises", "12 chairs", "12", "douze"),
    ],
)
def test_a_word_finds_what_it_renders(source: str, target: str, word: str, found: str) -> None:
    assert best(source, target, word) == found


def test_attention_decides_between_two_that_the_lexicon_knows() -> None:
    source, target = "la reine voit la reine", "the queen sees the queen"
    links = SHARPEN(diagonal_links(source, target), source, target)
    assert [max(range(5), key=row.__getitem__) for row in links.weights] == [0, 1, 2, 3, 4]


def test_languages_without_a_lexicon_know_what_is_written_alike() -> None:
    source, target = "ba Lehmann", "Lehmann zu"
    links = sharpener(UNDETERMINED, UNDETERMINED)(flat(source, target), source, target)
    assert links.weights[0][1] > links.weights[0][0]


@given(source=st.text("ab é1,'-", max_size=20), target=st.text("ab é1,'-", max_size=20))
def test_every_piece_has_shares_that_are_none_below_nothing_and_no_more_than_all(source: str, target: str) -> None:
    links = flat(source, target) if source.split() and target.split() else diagonal_links(source, target)
    made = SHARPEN(links, source, target)
    assert (made.source, made.target) == (links.source, links.target)
    assert len(made.weights) == len(links.weights)
    assert all(0 <= share <= 1.001 for row in made.weights for share in row)
    assert all(sum(row) <= 1.001 for row in made.weights)


def test_a_text_of_thousands_of_words_stays_as_it_is() -> None:
    source = "mot " * 300
    links = diagonal_links(source, source)
    assert SHARPEN(links, source, source) == as_attended(links, source, source) == links
