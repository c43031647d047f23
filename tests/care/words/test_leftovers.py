"""Words of the source that a model left are translated, where the phrase table is sure of them; others stay."""

from __future__ import annotations

import pytest

from translate.alignment.single import leaves_word
from translate.care.kept.senses import Senses
from translate.care.phrases.phrasing import Phrasing
from translate.care.words.leftovers import Leftovers
from translate.config import Config
from translate.data import Hypothesis, Passage, Severity, Stage
from translate.languages import find_language
from translate.models.phrase_table import PhraseTable
from translate.run.loading import load_tools, load_translator

FRENCH, ENGLISH = find_language("fr"), find_language("en")
TABLE = PhraseTable(
    {
        "menthe": "mint\t4\t4",
        "vernis": "varnish\t9\t14",
        "formation": "training\t9\t10",
        "caoutchouc": "rubber\t21\t26",
        "natation": "swimming\t2\t2",
        "rossignol": "nightingale\t10\t12",
        "lune": "Moon\t9\t9",
        "monaco": "netherlands\t3\t3",
    }
)
SENSES = Senses(FRENCH, ENGLISH, Phrasing(lambda: TABLE, "0"))
LEFTOVERS = Leftovers(FRENCH, SENSES.render, leaves_word("fr", "en"))


def mend(source: str, target: str) -> str:
    edits, issues = LEFTOVERS.find(source, target, [], [])
    assert [issue.severity for issue in issues] == [Severity.INFO] * bool(edits)
    for start, end, text in reversed(edits):
        target = target[:start] + text + target[end:]
    return target


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("du sirop de menthe", "menthe syrup", "mint syrup"),
        ("Menthe et vernis", "Menthe and vernis", "Mint and varnish"),
        ("MENTHE POIVRÉE", "PEPPER MENTHE", "PEPPER MINT"),
        ("des caoutchoucs", "some caoutchoucs", "some rubbers"),  # a plural that the table has not
        ("une formation", "a formation", "a formation"),  # English too
        ("la natation", "the natation", "the natation"),  # met twice: nobody knows
        ("la rue de la Menthe", "the street of the Menthe", "the street of the Menthe"),
        ("le mot « menthe »", 'the word "menthe"', 'the word "menthe"'),
        ("la menthe-coq", "the menthe-coq", "the menthe-coq"),
        ("« Vernis menthe »", "the song Vernis menthe", "the song Vernis menthe"),  # copied together
        ("la lune", "the lune", "the lune"),
        ("Monaco est petit", "Monaco is small", "Monaco is small"),  # a name of its own, as the dictionary knows
        ("Vernis mat", "Matt Vernis", "Matt Varnish"),  # a capital of the sentence
        ("Ce mat de Vernis", "Matt of Vernis", "Matt of Vernis"),
        ("entre le Caoutchouc et l'Acier", "between the Caoutchouc and the Steel", "between the Rubber and the Steel"),
        (
            "entre le Caoutchouc Martin et moi",
            "between the Caoutchouc Martin and me",
            "between the Caoutchouc Martin and me",
        ),
        ("le thé", "the menthe", "the menthe"),
    ],
)
def test_a_word_that_is_none_of_the_target_language_gets_its_translation(source: str, target: str, mended: str) -> None:
    assert mend(source, target) == mended


def test_a_noun_with_an_article_that_is_a_place_is_left() -> None:
    nouns = {"somme": "amount", "bailleur": "landlord"}
    found = [
        Leftovers(FRENCH, SENSES.render, lambda word, said: True, nouns.get, is_place).find(
            "La Somme borde les terres du Bailleur.", "The Somme borders the lands of the Bailleur.", [], []
        )[0]
        for is_place in (SENSES.is_place, lambda name: False)
    ]
    assert [[new for *_, new in edits] for edits in found] == [["Landlord"], ["Amount", "Landlord"]]


def test_what_is_spared_is_left_alone() -> None:
    assert LEFTOVERS.find("la menthe", "the menthe", [], [(4, 10)]) == ([], [])


def test_a_language_without_lexicon_leaves_nothing() -> None:
    assert not leaves_word("fr", "sw")("menthe", "mint")


def test_words_are_translated_and_senses_told_where_the_model_failed() -> None:
    sources = {
        "Il parle de carafes avec eux.": "decanters",
        "Les compteurs d'eau sont relevés en juin.": "read",
        "Le plombier a réparé la fuite.": "leak",
        "Une plainte pour vol a été déposée.": "theft",
    }
    done: dict[Passage, Hypothesis] = {}
    for some in load_translator(load_tools(Config())).iter_translate([Passage(text) for text in sources]):
        done |= some
    lacking = [text for text, word in sources.items() if word not in done[Passage(text)].text]
    assert lacking == []
    left, *_ = (done[Passage(text)] for text in sources)
    assert [edit.stage for edit in left.edits if edit.new == "decanters"] == [Stage.AFTER]
    assert [issue.check for issue in left.issues] == ["phrase"]
