"""Endings of English words, without accents, in the order in which they are tried: cut off, forms of a word meet."""

from __future__ import annotations

ENDINGS = tuple("ingly ings edly ing ied ies ed ly es e s y".split())
