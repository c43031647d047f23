"""Words of several senses are told by other words of their text."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.words.word_senses import WordSenses
from translate.languages import find_language
from translate.text.words import split_words


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Le filet de cabillaud est cuit.", {"filet": "fillet"}),
        ("Le filet de pêche est cassé.", {}),
        ("Le moteur cale souvent.", {"cale": "stall"}),
        ("Il note la moyenne.", {}),  # an article behind it: a verb
        ("La note de l'élève est basse.", {"note": "mark"}),
        ("Elle aime la cuisine comorienne.", {"cuisine": "cooking"}),  # no room of the islanders
        ("Une cuisine américaine équipée.", {}),  # a kitchen, as models know
        ("Le syndic est absent.", {"syndic": "property manager"}),
        ("Les haricots sont égouttés.", {"égouttés": "drain"}),
        ("Le mineur est jugé sans avocat.", {"mineur": "minor"}),
        ("Le mineur descend au fond.", {}),
        ("Faites un nœud avec la laine.", {"nœud": "knot"}),
        ("Le fichier est perdu et la sauvegarde échoue.", {"sauvegarde": "backup"}),  # no verb behind an article
        ("Il la sauvegarde sur le disque.", {"sauvegarde": "back up", "disque": "disk"}),
        ("La botte est vide.", {}),
        ("Le cheminot inspecte les traverses.", {"traverses": "sleeper"}),  # no « travers »
        ("Ils annoncent un préavis de grève.", {"préavis": "notice", "grève": "strike"}),  # no verb behind « de »
        ("Une brouette neuve.", {"brouette": "wheelbarrow"}),  # whatever is near
        ("La grange est pleine de bottes.", {"bottes": "bale"}),
        ("La botte de radis est vendue.", {"botte": "bunch"}),
        ("Approchez l'aimant du clou.", {"aimant": "magnet"}),  # behind an article
        ("En aimant lire, il apprend.", {}),
        ("Bêche pliante", {}),  # in a label no verb that is a noun too
        ("Il bêche le jardin.", {"bêche": "dig"}),
        ("Téléski fermé", {"téléski": "ski lift", "fermé": "closed"}),  # a label
        ("Le téléski fermé", {}),
        ("Ici il prend un téléski", {}),
        ("Entrée et sortie", {"entrée": "entrance", "sortie": "exit"}),
        ("Enceinte du château", {}),  # a complement tells what it is
        ("Chambre des députés", {}),
        ("Véhicule d'occasion", {"occasion": "used"}),  # a complement without an article
        ("Vente de l'occasion", {}),
        ("Il vend un véhicule d'occasion", {}),
        ("Occasion de rire", {}),
        ("Plage de températures", {"plage": "range"}),
        ("La plage et les températures", {}),
        ("Supprimer la ligne", {"supprimer": "delete"}),
        ("Merci de supprimer", {}),
        ("Caution encaissée", {"caution": "deposit", "encaissée": "cashed"}),  # what was done with it is no complement
        ("TVA non comprise", {"comprise": "included"}),  # a participle in the feminine
        ("Charges comprises", {"charges": "expense", "comprises": "included"}),
        ("Elle est comprise de tous", {}),
        (
            "Un pli lu, une dose, une lettre recommandée",
            {"pli": "letter", "lettre": "letter", "recommandée": "registered"},
        ),
        ("La dose recommandée", {}),
        ("Avoir à déduire", {"avoir": "credit note"}),
        ("Caution solidaire", {}),
        ("Le dossier du fauteuil grince.", {"dossier": "back"}),
        ("Le facteur chausse ses raquettes.", {"chausse": "put on", "raquettes": "snowshoe"}),
        ("Le moniteur de ski salue.", {"moniteur": "instructor"}),
        ("Le moniteur est éteint.", {}),
        ("Les encombrants vont à la déchetterie.", {"encombrants": "bulky item"}),  # an adjective elsewhere
        ("Des meubles encombrants vont à la déchetterie.", {}),
    ],
)
def test_the_words_near_it_tell_the_sense(text: str, senses: dict[str, str]) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    words = split_words(text.lower())
    found = dict(WordSenses(dictionary, find_language("fr")).find(words))
    assert {words[place]: one.entry.english[0] for place, one in found.items()} == senses


def test_a_sentence_is_no_label() -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    senses = WordSenses(dictionary, find_language("fr"))
    assert [one.entry.english[0] for _, one in senses.find(["téléski", "fermé"])] == ["ski lift", "closed"]
    assert not list(senses.find(["téléski", "fermé"], is_sentence=True))


LONG = "Le {word} de la ville a dit que rien ne serait changé avant la fin de cette année ni de la suivante{end}."


@pytest.mark.parametrize(("end", "senses"), [("", []), (", devant le tribunal", []), (", à l'avocat", [])])
def test_far_words_tell_no_topic(end: str, senses: list[str]) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    words = split_words(LONG.format(word="mineur", end=end).lower())
    found = WordSenses(dictionary, find_language("fr")).find(words)
    assert [one.entry.english[0] for place, one in found if words[place] == "mineur"] == senses


@pytest.mark.parametrize(
    ("behind", "senses"), [("de la ville", ["map"]), ("dont je te parle et dont je n'ai pas vu toute la ville", [])]
)
def test_a_far_word_tells_no_sense(behind: str, senses: list[str]) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    words = split_words(f"le plan {behind} est là")
    found = WordSenses(dictionary, find_language("fr")).find(words)
    assert [one.entry.english[0] for place, one in found if words[place] == "plan"] == senses


def test_in_a_long_text_one_word_tells_no_topic_and_two_do() -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    senses = WordSenses(dictionary, find_language("fr"))
    rest = "et rien de ce que nous savons ne permet de le contredire avec tout ce qui est dit ici"
    one, two = (split_words(f"le mineur {said} {rest}") for said in ("voit le juge", "voit le juge et son avocat"))
    assert "mineur" not in {one[place] for place, _ in senses.find(one)}
    assert "mineur" in {two[place] for place, _ in senses.find(two)}


@pytest.mark.parametrize(
    ("text", "has_sense"),
    [
        ("Le train d'atterrissage est sorti", True),
        ("Prenez le train ou l'avion", False),
        ("La couleur du train et le bruit du moteur", False),
        ("Une femme de chambre", False),  # a phrase, which is looked up as one
        ("Le bouton du manteau", True),
        ("Le bouton dans le manteau", False),  # parted by a preposition
        ("Le bouton et le manteau", False),  # and by a conjunction
        ("Ce bouton, le manteau", False),  # and by another noun's article
        ("Le bouton, qui était rouge, du manteau", False),  # too far
        ("Le bouton rouge est là, et le manteau aussi", False),
        ("Vous cliquez sur ce bouton", True),  # before it
        ("Le bouton à recoudre, rouge, du manteau", True),  # two words tell it
        ("L'eau monte et il coupe", False),  # tied, though models meet the verb less often
        ("Coupez vite l'eau", True),
    ],
)
def test_close_words_or_two_tell_the_sense_of_what_models_meet_often(text: str, has_sense: bool) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    words = split_words(text.lower())
    found = WordSenses(dictionary, find_language("fr")).find(words, is_sentence=True)
    known = {"train", "femme", "bouton", "coupe", "coupez"}
    assert bool(known.intersection(words[place] for place, _ in found)) == has_sense


def test_everyday_words_keep_what_they_mostly_mean_beside_words_of_trades() -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    senses = WordSenses(dictionary, find_language("fr"))
    lines = Path(__file__).with_name("everyday_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    told = []
    for word, text in rows:
        words = split_words(text.lower())
        assert word in words
        told += [text for place, _ in senses.find(words, is_sentence=True) if words[place] == word]
    assert len(rows) > 100
    assert not told


def test_the_judge_of_senses_reads_the_human_english() -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    judge = runpy.run_path(str(Path(__file__).parents[3] / "benchmarks" / "alignment" / "judge_senses.py"))
    pairs = [
        ("Le filet de cabillaud est cuit.", "The fillets of cod are cooked."),
        ("Le filet de cabillaud est cuit.", "The cod net is ready."),
        ("Le filet de cabillaud est cuit.", "The cod is done."),
    ]
    firings = list(judge["iter_firings"](dictionary, pairs))
    assert [one.verdict for one in firings if one.word == "filet"] == ["right", "wrong", "open"]
