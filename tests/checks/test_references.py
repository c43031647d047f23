"""What a source tells a thing by stands in its target, as it is and in its order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.data import Issue, Severity

Find = Callable[..., tuple[Issue, ...]]


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Rendez-vous bâtiment B.", "Meet in building D.", "Missing from the target: bâtiment B."),
        ("Classe énergie : D", "Energy class: C", "Missing from the target: : D."),
        ("Prenez la ligne A.", "Take a bus.", "Missing from the target: ligne A."),
        ("Voir la figure 3b.", "See figure 3c.", "Missing from the target: 3b."),
        ("L'appartement 12B est vendu.", "Flat 12 is sold.", "Missing from the target: 12B."),
        ("Le quai 2 bis est fermé.", "Platform 2 is closed.", "Missing from the target: 2 bis."),
        ("Porte E22", "Gate E23", "Missing from the target: E22."),
        ("L'article L. 123-4 du code", "Article R. 123-4 of the code", "Missing from the target: L. 123-4."),
        ("Le point b) est adopté.", "Point c) is adopted.", "Missing from the target: b)."),
        ("Le chapitre IV traite des pannes.", "Chapter VI deals with faults.", "Missing from the target: IV."),
        ("Voir l'annexe II-a du contrat", "See annex II-b of the contract", "Missing from the target: II-a."),
        ("La pièce B sur la pièce C", "Part C on part B", "Not in this order in the target: pièce B, pièce C."),
        ("Vis (3), support (5)", "Screw (5), bracket (3)", "Not in this order in the target: 3, 5."),
        ("Le lot n° 7 et le lot n° 9", "Lot no. 9 and lot no. 7", "Not in this order in the target: 7, 9."),
        ("La v2.1 avant la v2.3", "v2.3 before v2.1", "Not in this order in the target: v2.1, v2.3."),
    ],
)
def test_what_is_changed_or_turned_is_told(find: Find, source: str, target: str, message: str) -> None:
    (issue,) = find("references", source, target)
    assert (issue.severity, issue.message) == (Severity.WARNING, message)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Rendez-vous bâtiment B.", "Meet in building B."),
        ("Le chapitre II est court.", "Chapter 2 is short."),
        ("L'axe X est gradué.", "The x-axis is graduated."),
        ("La lettre A, majuscule", "The letter “a”, capital"),
        ("L'article 12 bis est abrogé.", "Article 12a is repealed."),
        ("Voir les figures 3 a et 3b.", "See figures 3(a) and 3-B."),
        ("Une imprimante 3D de 12 V", "A three-dimensional printer of 12 V"),
        ("Il a bu 3 l d'eau en 2 h.", "He drank three litres of water in two hours."),
        ("Selon M. Dupont et J. Roux", "According to them"),
        ("Deux solutions : A cause du bruit", "Two solutions: because of the noise"),
        ("L'article 5, l'article 5", "Article 5, article 5"),
        ("Le 3 mai, 5 chats et 2 chiens.", "Two dogs and five cats on 3 May."),
        ("De 3 à 5, puis 5 et 3.", "5 and 3, from 3 to 5."),
        ("Soit x = A et y = B.", "Let y be B and x be A."),
        ("Ouvrez (vite) la porte b", "Open the door"),
        ("", ""),
    ],
)
def test_what_is_written_otherwise_is_no_other(find: Find, source: str, target: str) -> None:
    assert find("references", source, target) == ()


def test_letters_that_are_told_as_names_are_not_told_twice(find: Find) -> None:
    source, target = "Un examen aux rayons X le matin", "A radio examination in the morning"
    assert find("lost_names", source, target)
    assert find("references", source, target) == ()


def test_a_text_of_one_language_is_not_looked_at(find: Find) -> None:
    assert find("references", "Porte E22", "Porte E23", languages=("fr", "fr")) == ()
