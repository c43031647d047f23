"""French departments behind the name of a town, « Vienne (Isère) », which tell that it is in France.

Another town that is called like it has another name in other languages: *Vienna*, in Austria.
"""

from __future__ import annotations

_NAMES = (
    "Ain|Aisne|Allier|Alpes-de-Haute-Provence|Hautes-Alpes|Alpes-Maritimes|Ardèche|Ardennes|Ariège|Aube|Aude"
    "|Aveyron|Bouches-du-Rhône|Calvados|Cantal|Charente|Charente-Maritime|Cher|Corrèze|Côte-d['’]Or"
    "|Côtes-d['’]Armor|Creuse|Dordogne|Doubs|Drôme|Essonne|Eure|Eure-et-Loir|Finistère|Gard|Gers|Gironde"
    "|Haute-Garonne|Haute-Loire|Haute-Marne|Haute-Saône|Haute-Savoie|Haute-Vienne|Hautes-Pyrénées"
    "|Hauts-de-Seine|Hérault|Ille-et-Vilaine|Indre|Indre-et-Loire|Isère|Jura|Landes|Loir-et-Cher|Loire"
    "|Loire-Atlantique|Loiret|Lot|Lot-et-Garonne|Lozère|Maine-et-Loire|Manche|Marne|Mayenne|Meurthe-et-Moselle"
    "|Meuse|Morbihan|Moselle|Nièvre|Oise|Orne|Pas-de-Calais|Puy-de-Dôme|Pyrénées-Atlantiques"
    "|Pyrénées-Orientales|Bas-Rhin|Haut-Rhin|Rhône|Saône-et-Loire|Sarthe|Savoie|Seine-Maritime|Seine-et-Marne"
    "|Yvelines|Deux-Sèvres|Somme|Tarn|Tarn-et-Garonne|Var|Vaucluse|Vendée|Vienne|Vosges|Yonne"
    "|Territoire de Belfort|Seine-Saint-Denis|Val-de-Marne|Val-d['’]Oise"
)
DEPARTMENTS = frozenset(
    [*_NAMES.replace("['’]", "'").split("|"), *"Nord Corse-du-Sud Haute-Corse Corse Martinique Guadeloupe".split()]
) | frozenset("Guyane Réunion Mayotte".split())
"""All of them, those too that are called like something else."""
BEHIND_TOWN = (
    rf" \((?P<region>{_NAMES})\)"
    rf"|(?:,? (?:en|dans (?:la|les|le)) |,? dans l['’]|, )(?P<region>{_NAMES})(?!['’\w-]|\s\d)"
)
"""What stands behind a town of France, from the space or the mark on; the north alone may be that of any town."""
