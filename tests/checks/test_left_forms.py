"""Short forms that only the source's language has are told where the target has them too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.data import Issue, Severity

Find = Callable[..., tuple[Issue, ...]]

LEFT = [
    ("Prendre 1 cp 3×/j pendant 5 j.", "Take 1 cp 3×/j for 5 j."),
    ("Prendre 2 gél. matin et soir", "Take 2 gél. morning and evening"),
    ("Délai : 15 j", "Time limit: 15 j"),
    ("Cours : 3 j/sem.", "Class: 3 j/sem."),
    ("Cotisation : 30 €/an", "Membership fee: €30 per year par an"),
    ("Comptez 3 pers. max par table.", "Count 3 pers. max per table."),
    ("L'appt. est au 3e ét.", "The appt. is on the 3rd ét."),
    ("NE PAS OUVRIR AVANT L'ARRÊT COMPLET", "DON'T OPEN BEFORE THE COMPLET ARREST"),
    ("FERMETURE DU 1ER AU 15 AOÛT", "CLOSURE 1ER 15 AUGUST"),
    ("Le 2e étage est fermé.", "The 2e floor is closed."),
    ("La table de l'hôte", "The table of the hôte"),
    ("PINCE À LINGE", "CLOTHES PINCE"),
]
RIGHT = [
    ("Prendre 1 cp 3×/j pendant 5 j.", "Take 1 tablet 3 times a day for 5 days."),
    ("Cotisation : 30 €/an", "Membership fee: €30 per year"),
    ("À conserver au frais.", "Keep in a cool place."),  # « a » is English too
    ("Poids : 10 kg", "Weight: 10 kg"),
    ("Cuire 5 min à 180 °C", "Cook for 5 min at 180 °C"),
    ("Départ à 9 h", "Departure at 9 h"),
    ("Salle 3, 12 av. de la République, à 18 h.", "Room 3, 12 av. de la République, at 6 pm."),
    ("Le 2e étage est fermé.", "The 2nd floor is closed."),
    ("Le résultat est 3+4j.", "The result is 3+4j."),
    ("Les modèles 2E", "2E models"),
    ("Voir la fig. 3, al. 2", "See fig. 3, al. 2"),
    ("FAIRE DU SURF", "GO SURF"),
    ("Le restaurant sert une table d'hôte.", "The restaurant serves a table d’hôte."),
    ("C'est un fait accompli.", "It is a fait accompli."),
    ("DOSSIER COMPLET", "COMPLETE FILE"),
    ("PORT DU CASQUE", "PORT OF THE HELMET"),
]


@pytest.mark.parametrize(("source", "target"), LEFT)
def test_a_short_form_left_as_it_is_warns(find: Find, source: str, target: str) -> None:
    assert Severity.WARNING in {issue.severity for issue in find("remnants", source, target)}


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_what_the_target_may_write_alike_is_right(find: Find, source: str, target: str) -> None:
    assert Severity.WARNING not in {issue.severity for issue in find("remnants", source, target)}
