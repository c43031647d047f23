"""Function words of German."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    der die das und ist nicht ein eine einen einem den dem zu mit auf für von im sich auch als an ich du er sie
    wir ihr es wie aber oder wenn noch nur
    """.split()
)
TELLTALE_WORDS = frozenset(
    """
    und der die das nicht eine einen einem ist sich auch für mit von wird werden wurde dass
    """.split()
)
