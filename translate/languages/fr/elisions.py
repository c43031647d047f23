"""Small French words that lose their vowel before another one: « de Lyon », « d’Arras »."""

from __future__ import annotations

ELIDED = frozenset("de la le que".split())
