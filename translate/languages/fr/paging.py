"""How French counts pages, steps and other parts of a whole."""

from __future__ import annotations

from translate.text.numbers.paging import Paging

PAGING = Paging(
    page="page",
    read="sur|de",
    of="sur",
    unlike=frozenset(["à", "et", "-", "–", "—"]),
    counted={
        "attempt": "tentative",
        "box": "carton",
        "chapter": "chapitre",
        "day": "jour",
        "episode": "épisode",
        "exercise": "exercice",
        "file": "fichier",
        "image": "image",
        "item": "élément",
        "lesson": "leçon",
        "level": "niveau",
        "line": "ligne",
        "lot": "lot",
        "message": "message",
        "module": "module",
        "parcel": "colis",
        "part": "partie",
        "photo": "photo",
        "question": "question",
        "record": "enregistrement",
        "result": "résultat",
        "section": "section",
        "session": "séance",
        "sheet": "feuille",
        "slide": "diapositive",
        "step": "étape",
        "task": "tâche",
        "video": "vidéo",
        "volume": "tome",
        "week": "semaine",
    },
)
