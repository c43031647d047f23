"""The percentage is OmegaT's third figure, and the figures beside it follow the same tokens."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.memory import percentage as module
from translate.memory.percentage import (
    LONGEST,
    count_characters,
    count_words,
    masked_tokens,
    percentage,
    percentage_after_repair,
    tokens,
    word_tokens,
    words_percentage,
)

PAIRS = [
    ("Le chat dort.", "Le chien dort.", 83, 66, 83),
    ("L'été revient.", "L\u2019été revient.", 50, 50, 99),
    ("Il a 3 chats.", "Il a 14 chats.", 87, 100, 99),
    ("Cliquez sur <g1>Envoyer</g1>.", "Cliquez sur <g2>Envoyer</g2>.", 75, 100, 99),
    ("OUI", "oui", 100, 100, 100),
    ("", "oui", 0, 0, 0),
    ("", "", 0, 0, 0),
    ("Du pain, du vin et du fromage.", "Du pain et du fromage.", 66, 71, 66),
    ("Prix : 12 €", "Prix\u00a0: 12\u00a0€", 71, 100, 99),
    ("rendez-vous à 8 h", "rendez-vous à 9 h 30", 66, 100, 76),
    ("x", "y", 0, 0, 0),
    ("v2.1 de R&D", "v2.2 de R&D", 80, 100, 80),
]
TOKENS = [
    ("L'été, R&D paie 1 234,5 € (+3%).", "l'été|,| |r&d| |paie| |1| |234,5| |€| |(|+|3%|)|.", 6),
    ("<x1/> a@b.fr <b>", "<x1/>| |a|@|b.fr| |<|b|>", 3),
    ("3e 4G ABC12de #5 .5 $3", "3e| |4g| |abc12de| |#5| |.5| |$3", 6),
    ("日本語 と a_b-c", "日本語| |と| |a_b-c", 3),
    ("e\u0301te\u0301 a\u200bb", "été| |a\u200bb", 2),
    ("  \t«\u00a0oui\u00a0» &c", "  \t|«|\u00a0|oui|\u00a0|»| |&c", 2),
    ("3.2.1 a.b. 12h30 ½ x²", "3.2.1| |a.b|.| |12h30| |½| |x²", 4),
]
TEXTS = st.text(st.sampled_from("aéŒ12½²\"'.-_&#$€¢%‰ \t\u00a0\u0301\u00ad</>gx日カ\u2019\u2027\n"), max_size=14)


@pytest.mark.parametrize(("one", "other", "figure", "words", "repaired"), PAIRS)
def test_figures_of_a_pair(one: str, other: str, figure: int, words: int, repaired: int) -> None:
    assert percentage(one, other) == figure
    assert words_percentage(one, other) == words
    assert percentage_after_repair(one, other) == repaired


@pytest.mark.parametrize(("text", "parted", "words"), TOKENS)
def test_tokens_and_words_of_a_text(text: str, parted: str, words: int) -> None:
    assert "|".join(tokens(text)) == parted
    assert count_words(text) == words


def test_characters_are_counted_without_spaces_and_with_them() -> None:
    assert count_characters("Le\u00a0chat <x1/> dort\u2009!") == (16, 20)


def test_words_are_the_parts_between_hyphens_and_apostrophes_keep_them_whole() -> None:
    assert word_tokens("Rendez-vous <x1/> à l\u2019aube, 12 M$ R&D.") == (
        "rendez",
        "vous",
        "à",
        "l\u2027aube",
        "m",
        "r",
        "d",
    )


def test_what_repair_puts_right_is_masked() -> None:
    assert masked_tokens("L\u2019an\u00a02020 <g12>$5</g12>") == ("l'an", " ", "#", " ", "<g>", "#", "</g>")


@given(TEXTS)
def test_tokens_joined_are_the_text_in_small_letters(text: str) -> None:
    assert "".join(tokens(text)) == unicodedata.normalize("NFC", text).lower()


@given(TEXTS)
def test_the_quick_expression_parts_as_the_whole_one(text: str) -> None:
    lowered = unicodedata.normalize("NFC", text).lower()
    assert tokens(text) == tuple(module._TOKEN.findall(lowered))


@given(TEXTS)
def test_the_words_of_a_text_are_those_of_its_tokens_however_its_parts_are_joined(text: str) -> None:
    """The parts between single spaces are taken one by one, and a text with runs of spaces as a whole."""
    whole = tokens(text.replace("\u2019", "\u2027"))
    assert word_tokens(text) == tuple(word for token in whole for word in module._words_in(token))


@given(TEXTS)
def test_the_masked_tokens_of_a_text_are_those_of_the_whole_with_single_spaces(text: str) -> None:
    whole = tokens(module._SPACES.sub(" ", text.replace("\u2019", "'")))
    assert masked_tokens(text) == tuple(map(module._masked, whole))


@pytest.mark.parametrize(
    "text", ["a  b 12", " a 12", "a 12 ", "l\u2019an\u00a012 b", "\u00a0 a", "a \u00a0 b", "", " "]
)
def test_spaces_at_the_ends_and_in_runs_change_no_word_and_mask_as_one(text: str) -> None:
    assert word_tokens(text) == word_tokens(" ".join(text.split()))
    assert masked_tokens(text) == masked_tokens(module._SPACES.sub(" ", text))


@given(TEXTS, TEXTS)
def test_a_percentage_is_symmetric_and_100_only_for_equal_tokens(one: str, other: str) -> None:
    assert percentage(one, other) == percentage(other, one)
    assert (percentage(one, other) == 100) == (tokens(one) == tokens(other) != ())
    assert percentage(one, other) <= percentage_after_repair(one, other) <= 100


def test_the_first_thousand_tokens_count() -> None:
    text = "mot " * LONGEST
    assert percentage(text + "un", text + "deux") == 100
    assert percentage("un " + text, "deux " + text) == 99


def test_a_text_of_one_kind_of_sign_takes_no_longer_than_another() -> None:
    for sign in ("1.", "a'", "a1", "&a", "<a", "#1"):
        assert "".join(tokens(sign * 50_000)) == sign * 50_000, sign


SIMPLE = [chr(code) for code in range(0x2200) if module._is_simple(chr(code))]


@pytest.mark.parametrize("name", ["_IS_NUMBER", "_PARTS", "_HAS_LETTER", "_HAS_DIGIT"])
@given(st.text(st.sampled_from([*SIMPLE, *'1.."&-é$' * 9]), max_size=9))
def test_expressions_for_simple_texts_find_what_those_for_all_texts_find(name: str, text: str) -> None:
    whole, simple = getattr(module, name)
    assert bool(simple.search(text)) == bool(whole.search(text))
    assert "".join(simple.findall(text)) == "".join(whole.findall(text))


def test_every_space_is_one_of_unicode_s() -> None:
    spaces = [chr(code) for code in range(0x11000) if unicodedata.category(chr(code)) == "Zs"]
    assert all(module._SPACES.fullmatch(space) for space in [*spaces, "\t"])
    assert not any(map(module._SPACES.fullmatch, {*map(chr, range(0x11000))} - {*spaces, "\t"}))
