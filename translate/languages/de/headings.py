"""What a heading begins with where a part of a German book begins: patterns, in small letters."""

from __future__ import annotations

HEADINGS = ("kapitel", "buch", "teil", "band", "akt", "aufzug", "szene", "abschnitt")
