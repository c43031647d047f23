"""English words that tell whether a person is a man or a woman, so that another person may ask for others."""

from __future__ import annotations

GENDERED = frozenset("he her hers herself him himself his she".split())
