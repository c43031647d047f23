"""Which paragraphs of a document are in which of its two languages, however these follow each other."""

from __future__ import annotations

import pytest

from tests.aligning.test_furniture import ENGLISH, FRENCH
from translate.aligning.tongues import Tongues

ONE = ["Le refuge", "Prix : 12 €", *FRENCH[:6], "Le soir", *FRENCH[6:12], "Contact : refuge@vallee.example", "1904"]
OTHER = ["The hut", "Price: €12", *ENGLISH[:6], "In the evening", *ENGLISH[6:12], "Contact: hut@valley.example", "1904"]
TURNS = [text for pair in zip(ONE, OTHER, strict=True) for text in pair]
TONGUES = Tongues("fr", "en")


def test_sentences_are_plainly_in_their_language_and_short_texts_are_not() -> None:
    labels = TONGUES.plain(FRENCH), TONGUES.plain(ENGLISH)
    assert labels[0].count(False) > 15
    assert True not in labels[0]
    assert labels[1].count(True) > 15
    assert False not in labels[1]
    assert TONGUES.plain(["Le refuge", "The hut", "1904", ""]) == [None] * 4


def test_names_do_not_make_a_language() -> None:
    assert TONGUES.plain(
        ["Madame de la Tour met Monsieur de Vigny there.", "Help, Monsieur de la Cour! cried he."]
    ) == [
        None,
        None,
    ]


def test_a_third_language_is_neither() -> None:
    assert TONGUES.plain(["Der Weg beginnt am Brunnen und die Hütte ist noch auf dem Berg."]) == [None]


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (TURNS, [False, True] * len(ONE)),
        ([*ONE, *OTHER], [False] * len(ONE) + [True] * len(OTHER)),
        ([*OTHER[:-2], *ONE], [True] * (len(OTHER) - 2) + [False] * len(ONE)),
        (
            [*ONE[:6], *OTHER[:6], *ONE[6:], *OTHER[6:]],
            [False] * 6 + [True] * 6 + [False] * (len(ONE) - 6) + [True] * (len(ONE) - 6),
        ),
    ],
    ids=["in turn", "one after the other", "the other first", "in parts"],
)
def test_short_paragraphs_follow_the_order_of_the_languages(texts: list[str], labels: list[bool]) -> None:
    assert TONGUES.all(texts) == labels


def test_languages_may_be_named_in_either_order() -> None:
    assert Tongues("en", "fr").all(TURNS) == [True, False] * len(ONE)


def test_a_document_in_both_languages_has_all_of_the_other_one_found() -> None:
    found = TONGUES.foreign(TURNS, frozenset(OTHER))
    assert found == set(range(1, len(TURNS), 2))


def test_a_quotation_that_the_translation_has_too_is_left() -> None:
    quoted = [*FRENCH, ENGLISH[0]]
    assert TONGUES.foreign(quoted, frozenset(ENGLISH)) == set()
    assert TONGUES.foreign(quoted, frozenset(ENGLISH[1:])) == {len(FRENCH)}
    assert TONGUES.foreign(FRENCH, frozenset(ENGLISH)) == set()


def test_languages_without_a_lexicon_are_told_by_their_function_words() -> None:
    texts = [
        "Der Weg beginnt am Brunnen und er ist noch sehr steil.",
        ENGLISH[0],
        "Das ist die Hütte",
        "This is the hut",
    ]
    assert Tongues("de", "en").all(texts) == [False, True, False, True]
