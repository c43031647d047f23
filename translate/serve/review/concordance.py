"""Concordance: words come in, and the units of the folder and of its memories that hold them go out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from translate.memory.file import MemoryFile
from translate.memory.search import Search, SearchSettings, Side
from translate.serve.review.desk import Desk
from translate.serve.review.index import fold

_COLUMNS = {"source": ("source",), "target": ("target",), "both": ("source", "target")}


def hits_in_units(desk: Desk, words: str, side: str, count: int) -> list[dict[str, Any]]:
    """Return the units of the folder that hold words on a side, whatever their capitals and accents."""
    wanted = fold(words)
    where = " OR ".join(f"instr(f.{column}, ?)" for column in _COLUMNS[side])
    query = (
        "SELECT p.id, d.name, p.source, p.target FROM folded f JOIN plain p ON p.id = f.id JOIN unit u ON u.id = f.id "
        f"JOIN document d ON d.id = u.doc WHERE {where} ORDER BY f.id LIMIT ?"
    )
    rows = desk.connection.execute(query, (*(wanted for _ in _COLUMNS[side]), count))
    return [
        {
            "where": "folder",
            "id": number,
            "document": name,
            "source": source,
            "target": target,
            "marks": {
                "source": _marks(source, wanted) if side != "target" else [],
                "target": _marks(target, wanted) if side != "source" else [],
            },
        }
        for number, name, source, target in rows
    ]


def hits_in_memories(memories: Sequence[MemoryFile], words: str, side: str, count: int) -> list[dict[str, Any]]:
    """Return the units of memories that hold words on a side."""
    hits: list[dict[str, Any]] = []
    for memory in memories:
        if count > len(hits):
            settings = SearchSettings(Side(side), count=count - len(hits))
            for hit in Search(memory.connection, memory.languages, words, settings).hits():
                hits.append(
                    {
                        "where": memory.path.name,
                        "id": None,
                        "document": hit.unit.document or "",
                        "source": hit.unit.source.text,
                        "target": hit.unit.target.text,
                        "marks": {"source": list(map(list, hit.source)), "target": list(map(list, hit.target))},
                    }
                )
    return hits


def _marks(text: str, wanted: str) -> list[list[int]]:
    """Return where a text has folded words; character by character, for folding changes lengths."""
    folded, places = "", []
    for place, character in enumerate(text):
        made = fold(character)
        folded += made
        places += [place] * len(made)
    found, at = [], folded.find(wanted)
    while at >= 0:
        found.append([places[at], places[at + len(wanted) - 1] + 1])
        at = folded.find(wanted, at + len(wanted))
    return found
