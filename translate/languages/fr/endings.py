"""Endings of French words, without accents, in the order in which they are tried: cut off, forms of a word meet."""

from __future__ import annotations

ENDINGS = tuple(
    """
    issaient issait issant eraient eront erent erait aient ment ions iez ait ant ent ees ons ez er ee es ai e a s x
    """.split()
)
