"""Words of legal references that a model takes others for: a translation names an article as its original does."""

from __future__ import annotations

MADE_OF = {"article": r"[Ss]ection(?= \d)|[Aa]rticle(?= \d)", "articles": r"[Ss]ections(?= \d)"}
