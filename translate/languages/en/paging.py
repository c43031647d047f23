"""How English counts pages, steps and other parts of a whole."""

from __future__ import annotations

from translate.text.numbers.paging import Paging

PAGING = Paging(
    page="page",
    read="of",
    of="of",
    unlike=frozenset(["to", "on", "and", "or", "-", "–", "—"]),
    counted={
        "attempt": "attempt",
        "box": "box",
        "chapter": "chapter",
        "day": "day",
        "episode": "episode",
        "exercise": "exercise",
        "file": "file",
        "image": "image",
        "item": "item",
        "lesson": "lesson",
        "level": "level",
        "line": "line",
        "lot": "lot",
        "message": "message",
        "module": "module",
        "parcel": "parcel",
        "part": "part",
        "photo": "photo",
        "question": "question",
        "record": "record",
        "result": "result",
        "section": "section",
        "session": "session",
        "sheet": "sheet",
        "slide": "slide",
        "step": "step",
        "task": "task",
        "video": "video",
        "volume": "volume",
        "week": "week",
    },
)
