"""Languages: codes, guesses by function words, and the words that tell one language beside another."""

from __future__ import annotations

import pytest

from translate.errors import UsageError
from translate.languages import find_language
from translate.languages.codes import check_code, shorten
from translate.languages.identification import count_own_words, guess_language, is_plainly_in, telltale_words
from translate.text.words import has_letters


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le chat dort sur la table et le chien est dehors.", "fr"),
        ("Es-tu fier de ce que tu es devenu ?", "fr"),
        ("En es-tu sûr ?", None),
        ("Tu te souviens de la date de naissance de ton père ?", "fr"),
        ("J’ai mal à la tête, je ne peux pas venir.", "fr"),
        ("On met des majuscules en début de phrase.", "fr"),
        ("The cat sleeps on the table and the dog is outside.", "en"),
        ("I don't know what you are talking about.", "en"),
        ("How did he do that?", "en"),
        ("Die Katze schläft auf dem Tisch und der Hund ist nicht da.", "de"),
        ("El gato duerme en la mesa y el perro está con los niños.", "es"),
        ("Il gatto dorme sul tavolo e il cane è nella casa con gli altri.", "it"),
        ("O gato não está na mesa e o cão também não está em casa.", "pt"),
        ("De kat slaapt op het bed en de hond is niet in het huis.", "nl"),
        ("", None),
        ("Paris", None),
        ("12 345", None),
        ("***", None),
        ("Jean Dupont", None),
    ],
)
def test_guess_language(text: str, language: str | None) -> None:
    assert guess_language(text).language == language


def test_votes_and_shares() -> None:
    guess = guess_language("The cat and the dog")
    assert guess.votes["en"] == 3
    assert guess.share("en") == 1.0
    assert guess.share("fr") == 0.0
    assert guess_language("").share("fr") == 0.0


def test_minimum_votes() -> None:
    assert guess_language("The dog", minimum_votes=1).language == "en"
    assert guess_language("The dog").language is None


def test_own_words_are_those_of_no_other_language() -> None:
    assert count_own_words(["the", "on", "which", "table"], "en") == 2
    assert count_own_words(["the"], "xx") == 0


@pytest.mark.parametrize("word", ["on", "as", "a", "me", "but", "or", "pour", "son", "plus", "sans", "sur"])
def test_words_that_english_has_tell_nothing_beside_it(word: str) -> None:
    assert word not in telltale_words("fr", beside="en")


def test_telltale_words() -> None:
    assert {"avec", "dans", "une", "vous", "où"} <= telltale_words("fr", beside="en")
    assert {"the", "which", "with"} <= telltale_words("en", beside="fr")
    assert telltale_words("fr", beside="fr") == frozenset()
    assert telltale_words("xx", beside="en") == frozenset()


@pytest.mark.parametrize(
    ("code", "expected"),
    [("fr", "fr"), ("FR-fr", "fr-FR"), ("zh-hans-cn", "zh-Hans-CN"), ("es-419", "es-419"), ("en-gb", "en-GB")],
)
def test_check_code(code: str, expected: str) -> None:
    assert check_code(code) == expected


@pytest.mark.parametrize("code", ["", "f", "french", "fr_FR", "fr-", "fr-FR-x", "12"])
def test_a_wrong_code_is_refused(code: str) -> None:
    with pytest.raises(UsageError, match="BCP 47"):
        check_code(code)


@pytest.mark.parametrize(
    ("code", "missing"),
    [("fr-ZZ", "region ZZ"), ("en-UK", "region UK"), ("es-420", "region 420"), ("xx", "language 'xx'")],
)
def test_a_language_and_a_region_that_there_are_not_are_refused(code: str, missing: str) -> None:
    with pytest.raises(UsageError, match=f"'{code}': there is no {missing}; expected"):
        check_code(code)


@pytest.mark.parametrize(
    ("code", "short"), [("fra", "fr"), ("GER-AT", "de"), ("en", "en"), ("roa", None), ("mul", None)]
)
def test_a_code_is_shortened_where_there_is_a_shorter_one(code: str, short: str | None) -> None:
    assert shorten(code) == short


def test_a_language_is_one_object_whatever_the_region() -> None:
    assert find_language("fr-CA") is find_language("fr") is find_language("FR")
    assert find_language("fr") is not find_language("en")


def test_of_a_language_without_a_folder_little_is_known() -> None:
    assert find_language("ja").numerals.decimal == "."
    assert find_language("sv").numerals.decimal == ","
    assert find_language("br").spaced_marks == "!?;:"
    assert find_language("sv").spaced_marks == find_language("en").spaced_marks == ""
    assert find_language("sv").name == "sv"


@pytest.mark.parametrize(("text", "expected"), [("a", True), ("é", True), ("ж", True), ("12 :", False), ("", False)])
def test_has_letters(text: str, expected: bool) -> None:
    assert has_letters(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The committee has adopted the report.", True),
        ("THE COMMITTEE HAS ADOPTED THE REPORT.", True),
        ("The report.", False),
        ("Le groupe The Who and the band that was there chante avec nous.", False),
        ("Le comité a adopté le rapport.", False),
    ],
)
def test_a_text_is_plainly_english_with_telltale_words_and_no_french_ones(text: str, expected: bool) -> None:
    assert is_plainly_in("en", text, beside="fr") is expected


def test_a_language_has_letters_of_its_own() -> None:
    assert set("Où, déçu, l’œil naïf".lower()) & set(find_language("fr").letters) == set("ùéçœï")
    assert "ü" not in find_language("fr").letters
    assert find_language("xx").letters == ""
