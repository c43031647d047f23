"""English verbs: one comes in with another word, out goes the form of the verb that the other seems to have."""

from __future__ import annotations

from translate.text.late import late

_CONSONANT_Y = late(r"[^aeiou]y$")
_SIBILANT = late(r"(?:s|x|z|ch|sh)$")
_DOUBLED = late(r"^[^aeiou]*[aeiou][bdgmnprt]$")
_PLAIN_S = late(r"(?:ss|us|is)$")
_PASTS = {
    "break": "broke",
    "build": "built",
    "catch": "caught",
    "choose": "chose",
    "cut": "cut",
    "draw": "drew",
    "find": "found",
    "hold": "held",
    "keep": "kept",
    "leave": "left",
    "make": "made",
    "put": "put",
    "sell": "sold",
    "set": "set",
    "steal": "stole",
    "take": "took",
    "write": "wrote",
}


def inflect(verb: str, like: str) -> str:
    """Return a verb, maybe with words behind it, in the form of `like`: with *-ed*, *-ing* or *-s*, or as it is."""
    head, space, rest = verb.partition(" ")
    if like.endswith("ing"):
        made = _stem(head) + "ing"
    elif like.endswith("ed"):
        made = _PASTS.get(head) or _past(head)
    elif like.endswith("s") and not _PLAIN_S.search(like):
        made = head[:-1] + "ies" if _CONSONANT_Y.search(head) else head + ("es" if _SIBILANT.search(head) else "s")
    else:
        made = head
    return made + space + rest


def _past(head: str) -> str:
    return head[:-1] + "ied" if _CONSONANT_Y.search(head) else _stem(head) + "ed"


def _stem(head: str) -> str:
    if head.endswith("e") and not head.endswith("ee"):
        return head[:-1]
    return head + head[-1] if _DOUBLED.search(head) else head
