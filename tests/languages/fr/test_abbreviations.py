"""Abbreviations go to the model written out, with their capital; what only looks like one stays."""

from __future__ import annotations

import pytest

from translate.care.measures import measures_between
from translate.config import Config
from translate.data import Passage
from translate.languages import find_language
from translate.languages.fr.abbreviations import iter_abbreviations
from translate.run.loading import load_tools, load_translator


def written_out(text: str) -> str:
    for start, end, words in reversed(list(iter_abbreviations(text))):
        text = text[:start] + words + text[end:]
    return text


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("L’art. 4 et les art. L. 123-4", "L’article 4 et les articles L. 123-4"),
        ("Art. 4", "Article 4"),
        ("ART. 4", "ARTICLE 4"),
        ("env. 80 chaises, chap. 2", "environ 80 chaises, chapitre 2"),
        ("par ex. Firefox, p. ex. lundi", "par exemple Firefox, par exemple lundi"),
        ("c.-à-d. deux fois", "c'est-à-dire deux fois"),
        ("càd deux fois", "c'est-à-dire deux fois"),
        ("art.4", "article 4"),
        ("Réf. 4512", "Référence 4512"),
        ("Le RDV est fixé, un rdv", "Le rendez-vous est fixé, un rendez-vous"),
        ("Nb de pages, nb d'heures", "Nombre de pages, nombre d'heures"),
        ("Répondez SVP", "Répondez s'il vous plaît"),
        ("12 bis av. de la République, 3 bd Victor-Hugo", "12 bis avenue de la République, 3 boulevard Victor-Hugo"),
        ("au Ier siècle av. J.-C., av. midi, un boul de", "au Ier siècle av. J.-C., av. midi, un boul de"),
        ("Me Vasseur et Me Durand me voient", "Maître Vasseur et Maître Durand me voient"),
        ("le dossier n° 12, N°12 et nº 3", "le dossier no 12, No 12 et no 3"),
        ("votre n° de client, n°s 3 et 4", "votre numéro de client, numéros 3 et 4"),
    ],
)
def test_an_abbreviation_is_written_out(text: str, full: str) -> None:
    assert written_out(text) == full


@pytest.mark.parametrize(
    "text",
    ["l'art. Il vit", "un smart. 4", "l'env. local", "ex. 4", "NB : voir", "le chap. Il", "rdvs", "a.svp", "réf."],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert written_out(text) == text


def test_the_model_gets_them_written_out_and_drops_them_no_more() -> None:
    find_measures = measures_between(find_language("fr"), find_language("en"))
    assert [measure.asked for measure in find_measures("L'art. 4 vaut 3 h")] == ["article", "3:00"]
    translator = load_translator(load_tools(Config()))
    passage = Passage("L’art. 4 du règlement limite chaque intervention.")
    ((_, hypothesis),) = next(iter(translator.iter_translate([passage]))).items()
    assert "Article 4" in hypothesis.text
