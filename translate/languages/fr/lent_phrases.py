"""French phrases that English dictionaries hold: in an English text they are no words that were left."""

from __future__ import annotations

LENT_PHRASES = frozenset(
    """
    table d'hôte|maître d'hôtel|pièce de résistance|raison d'être|coup d'état|fait accompli|femme fatale
    carte blanche|joie de vivre|je ne sais quoi|nom de plume|nouveau riche|objet d'art|trompe l'œil|cri de cœur
    force majeure|de rigueur|en masse|à la carte|à la mode|haute couture|hors d'œuvre|mise en scène|film noir
    enfant terrible|esprit de corps|idée fixe|ménage à trois|noblesse oblige|par excellence|petits fours
    tour de force|crème brûlée|crème fraîche|café au lait|art nouveau|belle époque|cause célèbre|chaise longue
    cordon bleu|coup de grâce|crème de la crème|eau de toilette|entente cordiale|roman à clef|son et lumière
    trompe l'oeil|hors d'oeuvre|avant garde|prêt à porter|vice versa|pro forma|cul de sac
    bon appétit|bon voyage|comme il faut|coup de théâtre|droit de seigneur|jeunesse dorée|mot juste
    """.strip().replace("\n    ", "|").split("|")
)  # fmt: skip
