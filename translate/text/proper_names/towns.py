"""The preposition of where something is or happens, before the name of a town or of a street."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate.records import dataclass
from translate.text.late import late

if TYPE_CHECKING:
    import regex

_NONE = late("(?!)x")


@dataclass(frozen=True, slots=True, eq=False)
class TownForms:
    """How a language says that something is in a town."""

    at: regex.Pattern[str] = _NONE
    """Of another preposition that a model takes for it, before a `town`."""
    within: str = ""
    """The right one."""
    at_house: str = ""
    """That of an organisation or a building, which a model takes for a town: *works in the Louvre*."""
    definite: str = ""
    """The article of what there is one of."""
    along: regex.Pattern[str] = _NONE
    """Of another preposition before a wide street: *in the Avenue Foch*."""
    on: str = ""
    """The right one."""


NO_TOWNS = TownForms()
