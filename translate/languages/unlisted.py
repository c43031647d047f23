"""The noun of languages for forms and spellings of words that no list has: how the listed ones may be spelled."""

from __future__ import annotations

from collections.abc import Iterator

from translate.records import dataclass

_SHORTEST = 4
"""Letters of the shortest word that a form is taken for."""


@dataclass(frozen=True, slots=True)
class UnlistedForms:
    """Rules by which a word that a dictionary does not have may be one that it has."""

    ligatures: tuple[tuple[str, str], ...] = ()
    """Letters that a text may have in place of a ligature, and that."""
    endings: tuple[tuple[str, str], ...] = ()
    """Endings of forms of nouns and adjectives, and those of the words themselves, in the order of trying."""
    verb_endings: tuple[str, ...] = ()
    """Endings of forms of verbs whose infinitives end with the first of them, the likeliest first."""
    feminine: tuple[str, ...] = ()
    """How forms of adjectives end that are no noun's: « divergentes »."""

    def iter_bases(self, form: str) -> Iterator[str]:
        """Yield the words of which a form, in small letters, may be a plural or a feminine."""
        for ending, base in self.endings:
            if form.endswith(ending) and len(word := form.removesuffix(ending) + base) >= _SHORTEST:
                yield word

    def iter_verbs(self, form: str) -> Iterator[str]:
        """Yield the infinitives that a form, in small letters, may be of, were its verb as most are."""
        for ending in self.verb_endings[1:]:
            word = form.removesuffix(ending) + self.verb_endings[0]
            if form.endswith(ending) and len(word) > _SHORTEST:
                yield word

    def with_ligatures(self, form: str) -> str:
        """Return a form with a ligature wherever it may have one."""
        for letters, ligature in self.ligatures:
            form = form.replace(letters, ligature)
        return form


NO_UNLISTED_FORMS = UnlistedForms()
