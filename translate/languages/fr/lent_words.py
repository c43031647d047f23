"""French words that English dictionaries hold, and other languages too: those with accents, and rare ones."""

from __future__ import annotations

LENT_WORDS = frozenset(
    """
    à café cafés cliché clichés crème crèche décor déjà détente façade façades fiancé fiancée naïve naïveté née
    élite élites protégé protégés résumé résumés sauté soirée touché vis voilà entrée entrées exposé pâté purée
    passé première début débutante éclair émigré fête mêlée pièce séance tête coup coupé précis risqué rosé
    soufflé idées communiqué communiqués sachet sachets
    """.split()
)
