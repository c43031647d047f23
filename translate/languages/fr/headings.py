"""What a heading begins with where a part of a French book begins: patterns, in small letters."""

from __future__ import annotations

HEADINGS = ("chapitre", "livre", "partie", "tome", "volume", "acte", "sc[eè]ne", "section")
