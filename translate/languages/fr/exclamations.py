"""French words that are nouns and, by themselves, what people call out or write to greet, thank or wish."""

from __future__ import annotations

EXCLAMATIONS = frozenset(
    """
    salut bonjour bonsoir coucou merci pardon bravo adieu courage dommage chapeau attention bisou bisous gare peste
    santé silence tchin patience alerte halte
    """.split()
)
