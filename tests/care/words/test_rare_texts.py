"""Texts that the embedded model cannot know come out as the dictionary and the list of labels have them."""

from __future__ import annotations

from functools import cache

import pytest

from translate.config import Config
from translate.data import Passage
from translate.run.loading import load_tools, load_translator

SENTENCES = [
    ("Serrez l'écrou avec une clé plate.", ["nut"]),
    ("La carte mère de cet ordinateur est neuve.", ["motherboard"]),
    ("Le jardinier taille la haie.", ["hedge"]),
    ("Il cherche une enclume.", ["an anvil"]),
    ("Elle habite à Oulan-Bator.", ["Ulaanbaatar"]),
    ("C'est un citoyen brésilien.", ["Brazilian"]),
    ("Elle aime la cuisine génoise.", ["Genoese"]),
    ("Écosse est loin d'ici.", ["Scotland"]),
    ("La République de Macédoine du Nord a signé.", ["The Republic of North Macedonia has"]),
    ("Le fraiseur règle la machine.", ["milling"]),
    ("Le pisciculteur nourrit les truites.", ["fish farmer"]),
    ("Baptiste Lefèvre habite au Caire.", ["Baptiste Lefèvre", "Cairo"]),
    ("Alain est venu hier.", ["Alain"]),
    ("Les Havrais aiment la mer.", ["inhabitants of Le Havre"]),
    ("Elle vit à Lyon.", ["Lyon."]),
    ("Le bailleur conserve le dépôt de garantie.", ["landlord"]),
    ("Je vous prie d'agréer, Madame, l'expression de mes salutations distinguées.", ["Yours"]),
    ("Le train à destination de Saint-Pierre-des-Corps est là.", ["to Saint-Pierre-des-Corps"]),
    ("Le locataire doit rendre les clés le jour de l'état des lieux.", ["inventory of fixtures."]),
    ("Vous pourrez couper le courant dès lundi prochain.", ["able to turn off the power"]),
]
LABELS = [
    ("Montant de la TVA", "VAT amount"),
    ("3. FACTURE ACQUITTÉE", "3. RECEIPTED INVOICE"),
    ("3. Comprimé pelliculé", "3. Film-coated tablet"),
    ("a) MONTANT DE LA TVA :", "a) VAT AMOUNT:"),
    ("Montants :", "Amounts:"),
    ("Préchauffer le four à 180 °C.", "Preheat the oven to 180 °C."),
    ("Durée (en jours) :", "Duration (in days):"),
    ("Profession : plombier", "Occupation: plumber"),
    ("Filet de saumon", "Salmon fillet"),
    ("Gants de jardin", "Garden gloves"),
    ("Rouge à lèvres", "Lipstick"),
    ("VENTE DE pH-MÈTRES", "pH METER SALE"),
    ("LOGICIEL macOS ET iOS", "macOS AND iOS SOFTWARE"),
    ("Le macOS est installé.", "macOS is installed."),
    ("Le plan est au 1/500.", "Plan is 1:500."),
    ("Le train est à 8 h 05.", "The train is at 8:05."),
    ("Cliquez sur %{début}ici%{fin}.", "Click %{début}here%{fin}."),
]


@cache
def targets() -> dict[str, str]:
    translator = load_translator(load_tools(Config()))
    passages = [Passage(source) for source, _ in (*SENTENCES, *LABELS)]
    return {one.text: made.text for batch in translator.iter_translate(passages) for one, made in batch.items()}


@pytest.mark.parametrize(("source", "words"), SENTENCES)
def test_rare_words_and_places_are_said(source: str, words: list[str]) -> None:
    assert [word for word in words if word not in targets()[source]] == []


@pytest.mark.parametrize(("source", "target"), LABELS)
def test_labels_are_as_they_are_written_down(source: str, target: str) -> None:
    assert targets()[source] == target
