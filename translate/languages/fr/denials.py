"""What a French text may have where its translation denies: negations, and words that imply one."""

from __future__ import annotations

from translate.text.usage.negations import Denials

DENIALS = Denials(
    implied=r"(?<!\w)(?:n['’]|(?:ne|ni|non|pas|plus|sans|sauf|jamais|rien|peu|point|plutôt|sinon|guère|personne|trop|que)(?!\w)"
    r"|aucun|ignor|refus|manqu|évit|mal|dé|in|im|ill|irr|dis|mé|empêch|absen)"
)
