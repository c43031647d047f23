"""First names are put as the source has them, and no word of another kind is taken for one."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.names.renaming import FirstNames
from translate.languages import find_language

NAMES = FirstNames(find_language("fr"), find_language("en"), find_dictionary("fr", "en"))


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("Sophie Martin vit ici.", "Sophy Martin lives here.", "Sophie Martin lives here."),
        ("Jules César franchit le Rubicon.", "Julius Caesar crossed the Rubicon.", None),  # the dictionary calls him so
        ("Salut Sophie,", "Hey Sophy,", "Hey Sophie,"),
        ("Sophie est là.", "Sophy is there.", "Sophie is there."),
        ("Marie-Claire est là.", "Mary-Claire is there.", "Marie-Claire is there."),
        ("Marie-Thérèse est là.", "Mary-Therese is there.", "Marie-Thérèse is there."),
        ("J.-P. Roux est là.", "J.P. Roux is there.", "J.-P. Roux is there."),
        ("J.-P. Roux est là.", "J. P. Roux is there.", "J.-P. Roux is there."),
        ("P.-S. Merci de répondre.", "P.S. Please reply.", None),
        ("Anne-Laure est là.", "Anne Laure is there.", "Anne-Laure is there."),
        ("Anne-Sophie est là.", "Anne is there.", "Anne-Sophie is there."),
        ("Anne-Sophie et Anne sont là.", "Anne and Sophy are there.", None),  # nobody knows whose name it is
        ("Baptiste Lefèvre vit ici.", "Spencer Lefèvre lives here.", "Baptiste Lefèvre lives here."),
        ("Hier Baptiste Lefèvre a dîné.", "Yesterday Spencer Lefèvre dined.", "Yesterday Baptiste Lefèvre dined."),
        ("Hier Baptiste Lefèvre a dîné.", "Yesterday Lefèvre dined.", None),  # no place, and no name, is first
        ("Baptiste Lefèvre a dîné.", "Mr Lefèvre dined.", None),  # a title
        ("Baptiste Lefèvre a dîné.", "The Lefèvre dined.", None),
        ("Le juge Baptiste Lefèvre a dîné.", "The judge Justice Lefèvre dined.", None),  # an office stands there
        ("Il habite en Virginie.", "He lives in Virginia.", None),  # where no person can be
        ("La Virginie est loin.", "Virginia is far.", None),
        ("Virginie est loin.", "Virginia is far.", "Virginie is far."),
        ("Inès et Thibault dînent.", "Ines and Thibault dine.", "Inès and Thibault dine."),
        ("Inès van Dam dîne.", "Ines van Dam dines.", "Inès van Dam dines."),
        ("Mme Hélène des Essarts dîne.", "Mrs Helene des Essarts dines.", "Mrs Hélène des Essarts dines."),
        ("M. Noël dîne.", "Mr Noel dines.", "Mr Noël dines."),
        ("Québec est loin.", "Quebec is far.", None),
        ("Joël et Jésus dînent.", "Joel and Jesus dine.", "Joël and Jesus dine."),
        ("Il dîne avec Blanche.", "He dines with White.", "He dines with Blanche."),
        ("Blanche prépare le dîner.", "Whitepa prepares dinner.", "Blanche prepares dinner."),
        ("Blanche est là.", "White is there.", "Blanche is there."),
        ("Blanche, la neige tombe.", "White, the snow falls.", None),  # no verb tells that she is one
        ("Blanche porte de bois.", "White wooden gate.", None),
        ("Il dîne avec Blanche.", "He dines with Brown.", None),  # of whom nothing tells
        ("Blanche et Anne sont là.", "White and Anne are there.", "Blanche and Anne are there."),
        ("Blanche et Rose Petit", "White and Rose Petit", "Blanche and Rose Petit"),
        ("La famille Prévost dîne.", "The Prevost family dines.", "The Prévost family dines."),
        ("Il voit Sophie Vigneron.", "He sees Sophy X.", "He sees Sophie X."),
        ("Il voit Marie Vigneron.", "He sees Married X.", None),
        ("Blanche et Rose sont là.", "White and Rose are there.", None),  # colours
        ("Juliane est là.", "Julian is there.", "Juliane is there."),  # though it begins like her name
        ("Le chien de Thomas dort.", "Tom's dog sleeps.", "Thomas's dog sleeps."),
        ("Le tabac de Virginie est cher.", "Virginia's tobacco is dear.", None),  # a place, maybe
        ("Ousmane est là.", "Usmania is there.", "Ousmane is there."),
        ("Fidèle à ses amis, il reste.", "Faithful to his friends, he stays.", None),
        ("Hier, Régis Kerjean dîne.", "Regis Kerjan dined yesterday.", "Régis Kerjean dined yesterday."),
        ("Claire Chambre dîne.", "Claire Chamber dines.", None),  # a word
        ("Ivan Poutine dîne.", "Ivan Putin dines.", None),  # the lexicon has him
        ("Jean-Baptiste dîne.", "John-Baptist dines.", "Jean-Baptiste dines."),
        ("Noé Bijou dîne.", "Node X dines.", "Noé X dines."),  # a surname that is a placeholder
        ("Noé Bijou dîne.", "A note on X.", None),
        ("Ana de Oliveira dîne.", "Ana of Oliveira dines.", "Ana de Oliveira dines."),
        ("Élise de Saint-Aubin dîne.", "Élise of Saint-Aubin dines.", "Élise de Saint-Aubin dines."),
        ("Anne d'Hautekerque dîne.", "Anne of Hautekerque dines.", "Anne d'Hautekerque dines."),
        ("Godefroy de Bouillon dîne.", "Godfrey of Bouillon dines.", None),
        ("Éléonore d'Aquitaine dîne.", "Éléonore of Aquitaine dines.", None),
        ("Anne de Rennes dîne.", "Anne of Rennes dines.", None),  # a town
        ("M. Prévôt dîne.", "Mr Prevôt dines.", "Mr Prévôt dines."),
        ("Lucas Papadémos dîne.", "Lucas Papademos dines.", "Lucas Papadémos dines."),
        ("Napoléon dîne.", "Napoleon dines.", None),
        ("On voit si Émilie dîne.", "They say Em'ly dines.", "They say Émilie dines."),
        ("On voit si Émilie dîne.", "They say Sam'll dine.", None),
    ],
)
def test_a_first_name_stays_as_it_is(source: str, target: str, right: str | None) -> None:
    made = target
    for start, end, name in sorted(NAMES.mend(source, target, {}), reverse=True):
        made = made[:start] + name + made[end:]
    assert made == (right or target)


def test_first_names_with_a_name_behind_them_are_found() -> None:
    assert [one[0] for one in NAMES.iter_full("Sophie Martin et Petit Jean")] == ["Sophie Martin"]
