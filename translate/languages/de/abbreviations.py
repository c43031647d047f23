"""German abbreviations that a small model drops or garbles, written out for it."""

from __future__ import annotations

from translate.text.usage.abbreviations import Abbreviations

ABBREVIATIONS = Abbreviations(
    {
        "zum Beispiel": r"z\.\s?B\.",
        "das heißt": r"d\.\s?h\.",
        "unter anderem": r"u\.\s?a\.",
        "in der Regel": r"i\.\s?d\.\s?R\.",
        "beziehungsweise": r"bzw\.",
        "gegebenenfalls": r"ggf\.",
        "vergleiche": r"vgl\.",
        "inklusive": r"inkl\.(?=\s\w)",
        "circa": r"ca\.(?=\s?\d)",
        "Nummer": r"(?-i:Nr)\.(?=\s?\d)",
        "Artikel": r"(?-i:Art)\.(?=\s?\d)",
        "Absatz": r"(?-i:Abs)\.(?=\s?\d)",
        "Kapitel": r"(?-i:Kap)\.(?=\s?(?:\d|[IVX]+(?!\w)))",
        "Seite": r"(?-i:S)\.(?=\s?\d)",
    }
)
