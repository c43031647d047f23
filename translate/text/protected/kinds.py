"""What a kind of text is that no translation may alter: how it is kept, and which check reports its loss."""

from __future__ import annotations

from enum import StrEnum

from translate.records import dataclass


class Keeping(StrEnum):
    """How a kind is kept from the model."""

    MASK = "mask"
    """It stands for a word: a placeholder goes to the model in its place."""
    CUT = "cut"
    """It is no word of the sentence: it is taken out, and placed in the target afterwards."""
    COPY = "copy"
    """The model copies it better than a placeholder; where it did not, it gets a placeholder in a second try."""


class Family(StrEnum):
    """What a kind belongs to: the check that reports its loss. What is a `NUMBER` is compared as one."""

    ADDRESS = "urls"
    PLACEHOLDER = "placeholders"
    TAG = "tags"
    CODE = "codes"
    NUMBER = "numbers"


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table of kinds. `is_exact` tells that nobody writes it otherwise, so that a change is an error.

    `sign` is a pattern that a text with a sign of the kind has, and that is found fast.
    """

    name: str
    family: Family
    keeping: Keeping
    pattern: str
    is_exact: bool = True
    sign: str = ""
