"""What a user gets who translates with a glossary: his terms, in the number and with the article of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import translate

TERMS = {
    "maître de l'ouvrage": "building owner",
    "caisse": "till",
    "avoir": "refund slip",
    "livre": "logbook",
    "aiguillage": "railway switch",
    "écoutille": "hatchway",
    "chaudronnier": "boilermaker",
    "bon de commande": "purchase order",
    "remise": "rebate",
}


@pytest.fixture(scope="module")
def translator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[translate.Translator]:
    path = tmp_path_factory.mktemp("terms") / "terms.tsv"
    path.write_text("".join(f"{source}\t{target}\n" for source, target in TERMS.items()), encoding="utf-8")
    with translate.Translator(glossary=path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("source", "terms"),
    [
        ("Le maître de l'ouvrage refuse les travaux.", ["building owner"]),
        ("Les maîtres de l’ouvrage refusent les travaux.", ["building owners"]),
        ("La caisse ferme à midi.", ["till"]),
        ("Deux écoutilles sont ouvertes.", ["hatchways"]),
        ("L'écoutille est ouverte.", ["hatchway"]),
        ("Un chaudronnier répare la cuve.", ["boilermaker"]),
        ("Les bons de commande et la remise sont joints.", ["purchase orders", "rebate"]),
        ("AIGUILLAGE FERMÉ", ["RAILWAY SWITCH"]),
        ("Vous recevrez un avoir.", ["refund slip"]),
    ],
)
def test_terms_stand_in_the_target_as_the_sentence_wants_them(
    source: str, terms: list[str], translator: translate.Translator
) -> None:
    (unit,) = translator.translate([source])
    said = unit.target.text if source.isupper() else unit.target.text.lower()
    assert all(term in said for term in terms), unit.target.text
    assert "terms" not in [issue.check for issue in unit.issues]


@pytest.mark.parametrize("source", ["Nous avons deux chats.", "Il livre des fleurs.", "Ils ont faim."])
def test_a_verb_is_not_the_noun_of_the_glossary(source: str, translator: translate.Translator) -> None:
    (unit,) = translator.translate([source])
    assert not any(term in unit.target.text.lower() for term in TERMS.values()), unit.target.text
    assert "terms" not in [issue.check for issue in unit.issues]


def test_a_sentence_without_terms_is_what_it_is_without_a_glossary(translator: translate.Translator) -> None:
    source = "Le train part à neuf heures."
    with translate.Translator() as plain:
        assert translator.translate([source])[0].target == plain.translate([source])[0].target
