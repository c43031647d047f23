"""What was decided on one unit: the log comes in; what stands, and can be undone and redone, goes out.

Undoing appends the opposite to the log, which nothing is ever taken from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace

from translate.data import Decision, Ruling
from translate.records import dataclass

UNDO, REDO = "undo:", "redo:"
"""How the groups of decisions begin that take another one back, or bring it back; its time follows."""


@dataclass(slots=True)
class History:
    """The decisions on one unit: those that were made and not undone, and those that can be brought back."""

    done: list[Decision] = field(default_factory=list)
    undone: list[Decision] = field(default_factory=list)
    steps: list[Decision] = field(default_factory=list)
    """All, as the log has them."""

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> History:
        history = cls()
        for decision in decisions:
            history.add(decision)
        return history

    def add(self, decision: Decision) -> None:
        self.steps.append(decision)
        if decision.group.startswith(UNDO) and self.done and self.done[-1].time == decision.group.removeprefix(UNDO):
            self.undone.append(self.done.pop())
        elif (
            decision.group.startswith(REDO)
            and self.undone
            and self.undone[-1].time == decision.group.removeprefix(REDO)
        ):
            self.done.append(self.undone.pop())
        else:
            self.done.append(decision)
            self.undone.clear()

    def is_undone(self, decision: Decision) -> bool:
        """Tell whether a decision was taken back."""
        return decision not in self.done

    def undo(self, time: str, author: str) -> Decision | None:
        """Return the decision that takes the last one back; None where there is nothing to take back."""
        if not self.done:
            return None
        last = self.done[-1]
        group = f"{UNDO}{last.time}"
        if len(self.done) > 1:
            return replace(self.done[-2], time=time, author=author, group=group)
        return replace(
            last,
            ruling=Ruling.REOPEN,
            target=last.machine,
            dismissed=(),
            comment="",
            time=time,
            author=author,
            group=group,
        )

    def redo(self, time: str, author: str) -> Decision | None:
        """Return the decision that brings back what was taken back last; None where nothing was."""
        if not self.undone:
            return None
        last = self.undone[-1]
        return replace(last, time=time, author=author, group=f"{REDO}{last.time}")
