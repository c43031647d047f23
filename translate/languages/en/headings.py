"""What a heading begins with where a part of a English book begins: patterns, in small letters."""

from __future__ import annotations

HEADINGS = ("chapter", "book", "part", "tome", "volume", "act", "scene", "section")
