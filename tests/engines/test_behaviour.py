"""The table of behaviours that must not fail, on the model that ships, through the careful engine.

What is asked holds for any model of the kind: nothing dropped, no loop, figures and names kept, all where they belong.
"""

from __future__ import annotations

import re

import pytest

from translate.care.translator import Translator
from translate.checks import check_unit, load_checks
from translate.config import CheckConfig, Config
from translate.data import Hypothesis, Origin, Passage, Severity, TranslationUnit, Variant
from translate.run.loading import load_tools, load_translator

SENTENCES = [
    "Le conseil municipal a adopté le budget",
    "les habitants ont demandé une nouvelle école",
    "le maire a promis une réponse avant la fin de l'année",
    "la commission examinera ce projet au mois de mars",
    "les travaux commenceront dès que possible",
]
LONG = ", et ".join(SENTENCES * 6) + "."
CASES = {
    "capitals": "LE GOUVERNEMENT ANNONCE UNE BAISSE DES IMPÔTS",
    "title case": "Le Gouvernement Annonce Une Baisse Des Impôts",
    "no final punctuation": "Le train part à midi",
    "one word": "Bonjour",
    "number list": "12, 15, 18, 21, 24 et 27 mars",
    "dates and times": "La réunion du 14 juin 2024 commence à 18 h 30.",
    "e-mail and URL": "Écrivez à jean.dupont@exemple.fr ou voyez https://www.exemple.fr/aide.",
    "emoji": "Merci beaucoup 🙏 pour votre aide 🎉 !",
    "accents": "Hélène Müller et Zoé Lefèvre habitent à Besançon.",
    "letters that the vocabulary lacks": "Ça coïncide avec Noël et Pâques, disait Loïc Müller.",
    "guillemets": "« C’est l’été », dit-il.",
    "200 words": LONG,
    "twice": "La séance est ouverte. La séance est ouverte.",
    "English": "The committee has adopted the report.",
}
_LOOP = re.compile(r"(\b\w+(?:\W+\w+){0,4})(?:\W+\1){3,}", re.IGNORECASE)


@pytest.fixture(scope="module")
def translator() -> Translator:
    return load_translator(load_tools(Config()))


@pytest.fixture(scope="module")
def table(translator: Translator) -> dict[str, Hypothesis]:
    found: dict[Passage, Hypothesis] = {}
    for batch in translator.iter_translate([Passage(text) for text in CASES.values()]):
        found.update(batch)
    return {name: found[Passage(text)] for name, text in CASES.items()}


@pytest.mark.parametrize("name", [name for name in CASES if name not in ("200 words", "twice")])
def test_there_is_a_target_without_a_loop(table: dict[str, Hypothesis], name: str) -> None:
    assert table[name].text.strip()
    assert not _LOOP.search(table[name].text)


@pytest.mark.parametrize("name", list(CASES))
def test_figures_addresses_and_signs_are_kept(table: dict[str, Hypothesis], name: str) -> None:
    unit = TranslationUnit("u", Variant("fr", CASES[name]), Variant("en", table[name].text), Origin.MACHINE)
    config = CheckConfig()
    watched = {"numbers", "urls", "placeholders", "tags", "characters", "repetition", "empty", "length"}
    checks = [check for check in load_checks(config) if check.name in watched]
    assert [i for i in check_unit(unit, checks, config) if i.severity is Severity.ERROR] == []


def test_capitals_stay_capitals(table: dict[str, Hypothesis]) -> None:
    assert table["capitals"].text.isupper()
    assert len(table["capitals"].text.split()) >= 4


@pytest.mark.parametrize(
    ("text", "kept", "lost"),
    [
        ("Ça ne marche pas.", (), ("Ça",)),
        ("Êtes-vous là ?", (), ("Êtes",)),
        ("Le maïs est cher cette année.", (), ("maïs",)),
        ("Joyeux Noël !", (), ("Noël",)),
        ("L'Île aux Moines est belle.", ("Island",), ("Île",)),
        ("Loïc habite à Győr avec Jürgen.", ("Loïc", "Győr", "Jürgen"), ()),
    ],
)
def test_words_are_translated_and_names_kept_whose_letters_the_vocabulary_lacks(
    translator: Translator, text: str, kept: tuple[str, ...], lost: tuple[str, ...]
) -> None:
    passage = Passage(text)
    (made,) = [batch[passage] for batch in translator.iter_translate([passage])]
    assert all(word in made.text for word in kept)
    assert not any(word in made.text for word in lost)
    assert made.text[0].isupper()


def test_emoji_and_addresses_survive_once_each(table: dict[str, Hypothesis]) -> None:
    for sign in ("🙏", "🎉"):
        assert table["emoji"].text.count(sign) == 1
    for address in ("jean.dupont@exemple.fr", "https://www.exemple.fr/aide"):
        assert table["e-mail and URL"].text.count(address) == 1


def test_quotation_marks_stay_a_pair(table: dict[str, Hypothesis]) -> None:
    assert len(re.findall("[\"“”‘’']", table["guillemets"].text)) >= 2
    assert "«" not in table["guillemets"].text


def test_200_words_are_translated_whole(table: dict[str, Hypothesis]) -> None:
    assert len(LONG.split()) >= 200
    assert 0.6 * len(LONG) < len(table["200 words"].text) < 1.3 * len(LONG)
    assert table["200 words"].text.lower().count("council") >= 4


def test_an_english_sentence_is_carried_over(table: dict[str, Hypothesis]) -> None:
    assert table["English"].text == CASES["English"]
    assert table["English"].origin is Origin.CARRIED


def test_the_same_sentence_twice_comes_twice(table: dict[str, Hypothesis]) -> None:
    assert len(re.findall(r"\bopen(?:ed)?\b", table["twice"].text)) == 2


def test_an_empty_line_stays_empty(translator: Translator) -> None:
    (done,) = list(translator.iter_translate([Passage("")]))
    assert done[Passage("")].text == ""
