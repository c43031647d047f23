"""Words that a dictionary has in another form or spelling: what it lacks comes in, what that may be there goes out.

One after the other: what an adjective is as a noun and the other way round (« enseignants »), other endings
(« pelleteuses », « surmotive »), other hyphens (« belles-mères », « micro-entreprise »).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from translate.alignment.forms import Lemma
from translate.languages import Language

_NOUN, _ADJECTIVE, _VERB = "n", "adj", "v"
_COMMON = frozenset({_NOUN, _ADJECTIVE})
_HYPHEN = "-"
_JOINED_BY = (_HYPHEN, " ", "")
_SHORTEST_PART = 2
"""Letters of the first and the last part of a compound."""
_MOST_PARTS = 4


class Candidate(NamedTuple):
    """A word that a form may be of, and the parts of speech that it may have then; any where there are none."""

    text: str
    kinds: frozenset[str] = frozenset()


class UnlistedWords:
    """Knows what words of a language that a dictionary does not have may be in it.

    :param lemmas_of: returns the lemmas of a form.
    """

    def __init__(self, source: Language, lemmas_of: Callable[[str], Sequence[Lemma]]) -> None:
        self._rules, self._lemmas_of = source.unlisted, lemmas_of
        self.plural_endings = source.plural_endings
        self._participles, self._agreeing = source.joints.participles, source.joints.agreeing
        self._small = source.function_words | source.determiners | source.verb_leaders

    def iter_candidates(self, form: str) -> Iterator[Candidate]:
        """Yield what a form in small letters may be, the likeliest first."""
        for lemma in self._lemmas_of(form):
            if lemma.part in _COMMON:
                yield Candidate(lemma.text, frozenset({_ADJECTIVE}) if self._is_feminine(form, lemma.text) else _COMMON)
        for base in self._rules.iter_bases(form):
            yield Candidate(base, _COMMON)
        for verb in self._rules.iter_verbs(form):
            yield Candidate(verb, frozenset({_VERB}))
        parts = form.split(_HYPHEN)
        is_word = parts[-1] not in self._small and min(len(parts[0]), len(parts[-1])) >= _SHORTEST_PART
        if 1 < len(parts) <= _MOST_PARTS and is_word:
            yield from map(Candidate, self._iter_compounds(parts))

    def iter_bases(self, form: str) -> Iterator[str]:
        return self._rules.iter_bases(form)

    def iter_participles(self, form: str) -> Iterator[str]:
        """Yield the participles that a form may be of, in another gender or number."""
        bases = (form.removesuffix(ending) for ending in self._agreeing if form.endswith(ending))
        return (base for base in bases if base.endswith(self._participles))

    def with_ligatures(self, form: str) -> str:
        return self._rules.with_ligatures(form)

    def _is_feminine(self, form: str, lemma: str) -> bool:
        """Tell whether a form is a feminine one, of an adjective alone: « divergentes » is no noun « divergent »."""
        return form.endswith(self._rules.feminine) and not lemma.endswith(self._rules.feminine)

    def _iter_compounds(self, parts: Sequence[str]) -> Iterator[str]:
        """Yield how a compound may be written, its parts as they are first."""
        choices = [tuple(dict.fromkeys((part, *self._rules.iter_bases(part)))) for part in parts]
        for some in product(*choices):
            yield from (between.join(some) for between in _JOINED_BY)
