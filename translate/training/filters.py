"""Filters: which pairs are fit to learn from, and how many each reason removed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Set

from translate.languages.codes import base_code
from translate.languages.identification import guess_language
from translate.training.recipe import FilterRecipe, Recipe
from translate.training.sources import Pair

REASONS = (
    "unreadable",
    "empty",
    "test text",
    "length",
    "ratio",
    "untranslated",
    "language",
    "duplicate",
    "pieces",
    "noise",
    "held out",
)
"""Why a pair is left out, in the order they are asked. `test text`: a side stands in a file to test by; `pieces`:
longer than the model shall read; `held out`: kept for validation."""

PIECES, SCORE, SCORED = "target pieces", "score", "scored"
"""Counted beside the reasons: pieces to learn to say; the sum of the scores of what is kept, in thousandths of a nat a
piece, and of how many pairs."""

LEAST_TEST_WORDS = 4
"""Shorter sentences, of three words, stand everywhere, and may be learnt."""
_WORD = re.compile(r"\w+")
_ROOM = 15
"""Characters that both sides get before their ratio is looked at."""


class Filters:
    """Judges pairs in order; a duplicate is one whose twin, in any source, came before."""

    def __init__(
        self, recipe: FilterRecipe, source_language: str, target_language: str, *, never: Set[str] = frozenset()
    ) -> None:
        """:param never: texts, as :func:`comparable`, that may stand on no side: those to test by."""
        self._recipe, self._never = recipe, never
        self._languages = (base_code(source_language), base_code(target_language))
        self._seen: set[bytes] = set()

    def reason_against(self, pair: Pair) -> str | None:
        """Return one of :data:`REASONS`, or None for a pair to keep."""
        recipe = self._recipe
        if self._never and not self._never.isdisjoint(map(comparable, (pair.source, pair.target))):
            return "test text"
        shorter, longer = sorted((len(pair.source), len(pair.target)))
        if longer > recipe.max_characters or longer + _ROOM > recipe.max_ratio * (shorter + _ROOM):
            return "length" if longer > recipe.max_characters else "ratio"
        if recipe.drop_untranslated and pair.source == pair.target and len(pair.source.split()) >= 3:
            return "untranslated"
        if recipe.verify_language and not self._is_in_its_languages(pair):
            return "language"
        if recipe.drop_duplicates:
            digest = hashlib.blake2b(f"{pair.source}\t{pair.target}".encode(), digest_size=8).digest()
            if digest in self._seen:
                return "duplicate"
            self._seen.add(digest)
        return None

    def _is_in_its_languages(self, pair: Pair) -> bool:
        for text, language in zip((pair.source, pair.target), self._languages, strict=True):
            guess = guess_language(text)
            # A text with some votes for its own language may quote another one; none at all is plain.
            if guess.language not in (None, language) and guess.share(language) < 0.5:
                return False
        return True


def comparable(text: str) -> str:
    """Return the words and figures of a text in small letters: what is equal so is the same sentence."""
    return " ".join(_WORD.findall(text.lower()))


def format_material(recipe: Recipe, counts: Mapping[str, Mapping[str, int]]) -> list[tuple[str, ...]]:
    """Return rows of a table, one a source: what it gives, how much of all draws that is, and what was left out.

    `draws` is the share of all target pieces that are read in a pass; `score` the mean log probability of a target
    piece, in nats, of the pairs that a model scored and that were kept.
    """
    weights = {data.name: data.weight for data in recipe.data}
    drawn_weights = {data.name: data.drawn(recipe.filters.sample)[1] for data in recipe.data}
    rows = {name: counts.get(name, {}) for name in weights}
    drawn = {name: row.get(PIECES, 0) * drawn_weights[name] for name, row in rows.items()}
    total = sum(drawn.values()) or 1.0
    shown = [reason for reason in REASONS if any(row.get(reason) for row in rows.values())]
    head = ("source", "read", "kept", "copies", "subwords", "weight", "draws", "score", *shown)
    table = [
        (
            name,
            *(f"{row.get(column, 0):,}" for column in ("read", "kept", "copies", PIECES)),
            f"{weights[name]:g}",
            f"{drawn[name] / total:.1%}",
            f"{row[SCORE] / row[SCORED] / 1000:.2f}" if row.get(SCORED) else "",
            *(f"{row.get(reason, 0):,}" for reason in shown),
        )
        for name, row in rows.items()
    ]
    whole = [sum(row.get(column, 0) for row in rows.values()) for column in ("read", "kept", "copies", PIECES)]
    left = [sum(row.get(reason, 0) for row in rows.values()) for reason in shown]
    return [head, *table, ("all", *map("{:,}".format, whole), "", "", "", *map("{:,}".format, left))]


def format_counts(counts: Mapping[str, Mapping[str, int]]) -> list[tuple[str, ...]]:
    """Return rows of a table, one a source, with the reasons that removed anything; the first row is its head."""
    shown = [reason for reason in REASONS if any(row.get(reason) for row in counts.values())]
    head = ("source", "read", *shown, "kept", "copies")
    rows = [
        (name, *(str(row.get(column, 0)) for column in ("read", *shown, "kept", "copies")))
        for name, row in counts.items()
    ]
    return [head, *rows]
