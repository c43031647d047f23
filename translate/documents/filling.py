"""Documents whose translations stand beside their texts: blocks with their translations come in, and wait for the last.

Only then it is known whether anybody translated. A document that nobody did stays as it is; in one that somebody did,
texts that stayed as they were are filled in as well, for that is what they are in the other language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate.data import Block, Hypothesis, InlineCode
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Filling:
    """What is said in place of the text of a block, with its codes."""

    block: Block
    text: str
    codes: Sequence[InlineCode]
    hypotheses: Sequence[Hypothesis] = ()
    """Of its segments; none where nobody says."""


class FillingRebuilder:
    """Keeps what is said of all blocks, in order.

    :param verify: refuses a block that is of no document of the kind, or of one in other languages.
    """

    def __init__(self, verify: Callable[[Block], None] = lambda block: None) -> None:
        self._verify = verify
        self.fillings: list[Filling] = []
        self._explained: tuple[Block | None, Sequence[Hypothesis]] = (None, ())

    def explain(self, block: Block, hypotheses: Sequence[Hypothesis]) -> None:
        self._explained = block, hypotheses

    def write(self, block: Block, text: str, codes: Sequence[InlineCode] = ()) -> None:
        self._verify(block)
        hypotheses = self._explained[1] if self._explained[0] is block else ()
        self.fillings.append(Filling(block, text, codes or (block.codes if text == block.text else ()), hypotheses))

    @property
    def has_changed(self) -> bool:
        """Whether anybody translated."""
        return any(one.text != one.block.text for one in self.fillings)
