"""Names that programs tell things by, such as those of a table's columns: their translations come in, those that would
not do go out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from translate.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Names that have to differ, whatever their case. `kind` is what a person calls them, in the plural.

    :param present: what they are in the document, in order.
    :param longest: how many characters a name may have.
    :param forbidden: characters that a name may not have.
    """

    kind: str
    present: tuple[str, ...]
    longest: int
    forbidden: str = ""

    def may_have(self, text: str) -> bool:
        """Tell whether a text may be one of the names."""
        return 0 < len(text.strip()) <= len(text) <= self.longest and not any(sign in text for sign in self.forbidden)


@dataclass(frozen=True, slots=True)
class Name:
    """One of several names: the one of a number, counted from 0."""

    names: Names
    number: int

    @property
    def present(self) -> str:
        """What it is in the document."""
        return self.names.present[self.number]


def refused(made: Mapping[Name, str], tied: Collection[Collection[Name]]) -> frozenset[Name]:
    """Return the names that have to stay as they are, because their translation is no name, or that of another one.

    :param tied: names that show one text: they change together or not at all.
    """
    bad = {name for name, text in made.items() if text != name.present and not name.names.may_have(text)}
    while True:
        size = len(bad)
        for together in tied:
            if not bad.isdisjoint(together):
                bad.update(together)
        for names in {name.names for name in made}:
            bad |= _clashing(names, made, bad)
        if len(bad) == size:
            return frozenset(bad)


def _clashing(names: Names, made: Mapping[Name, str], bad: Collection[Name]) -> set[Name]:
    shown = list(names.present)
    new = {name for name in made if name.names is names and name not in bad and made[name] != name.present}
    for name in new:
        shown[name.number] = made[name]
    counts = Counter(text.casefold() for text in shown)
    return {name for name in new if counts[made[name].casefold()] > 1}
