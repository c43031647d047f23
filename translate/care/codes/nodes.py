"""What was cut out of a source as a tree: cuts in order come in, pairs with what lies between them go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace

from translate.care.base import Cut
from translate.care.codes.grid import Grid
from translate.records import dataclass
from translate.text.protected.spans import Treatment


@dataclass(slots=True)
class Node:
    """A cut, or a pair of cuts and what lies between them. An open end reaches to the end of what holds it.

    `source` counts source pieces before it, `target` is its range of characters in the draft.
    """

    first: Cut | None
    last: Cut | None = None
    source: tuple[int, int] = (0, 0)
    children: list[Node] = field(default_factory=list)
    target: tuple[int, int] = (0, 0)

    @property
    def is_range(self) -> bool:
        return self.first is None or self.last is None or self.first is not self.last

    @property
    def is_empty(self) -> bool:
        """Tell whether it is a pair that holds no characters, which is placed as a sign is."""
        return bool(self.first and self.last and self.is_range and self.first.offset == self.last.offset)


def make_tree(cuts: Sequence[Cut], grid: Grid) -> Node:
    """Nest the cuts. A start whose end lies outside of the passage reaches to the end, and the other way round."""
    root = Node(None, None, (0, grid.source_count))
    stack = [root]
    for cut in cuts:
        at = grid.before(cut.offset)
        if cut.treatment is Treatment.CUT:
            stack[-1].children.append(Node(cut, cut, (at, at)))
        elif cut.treatment is Treatment.OPEN:
            node = Node(cut, None, (at, grid.source_count))
            stack[-1].children.append(node)
            stack.append(node)
        else:
            _close(stack, cut, at)
    return root


def _close(stack: list[Node], cut: Cut, at: int) -> None:
    """End the innermost range where it is the cut's own, else take all that came before in its level."""
    top = stack[-1]
    if top.first is not None and top.first.pair == cut.pair and cut.pair is not None:
        top.last, top.source = cut, (top.source[0], at)
        stack.pop()
        return
    if any(node.first is not None and node.first.pair == cut.pair for node in stack) or len(stack) > 1:
        top.children.append(Node(replace(cut, treatment=Treatment.CUT), None, (at, at)))  # badly nested in the source
        top.children[-1].last = top.children[-1].first
        return
    top.children = [Node(None, cut, (0, at), top.children)]
