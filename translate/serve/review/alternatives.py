"""The machine's alternatives to a target: the engine is loaded when they are wished for first."""

from __future__ import annotations

import threading
from typing import Any

from translate.data import Passage
from translate.run.alternatives import OtherWays
from translate.run.loading import load_engine, load_tools
from translate.serve.review.desk import Desk
from translate.serve.review.entry import Entry
from translate.serve.review.rows import parts_value, plain_of
from translate.text.words import has_letters


class Alternatives:
    """Asks the engine that the folder was made with."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self._ways: OtherWays | None = None

    def find(self, entry: Entry, count: int) -> list[dict[str, Any]]:
        """Return other translations of a unit, as the page shows them.

        :raises BitexteError: where the model is not to be had.
        """
        source = entry.source
        if not has_letters(source.text):
            return []
        with self._lock:
            if self._ways is None:
                tools = load_tools(self._desk.config)
                self._ways = OtherWays(tools, load_engine(tools))
            found = self._ways.find(source, count, entry.machine.text)
        targets = [Passage(one.text, one.codes) for one in found]
        return [
            {"parts": parts_value(source, target), "plain": plain_of(source, target), "score": None}
            for target in targets
        ]
