"""How English joins nouns to one: *garden gloves*, *a pot with a handle*."""

from __future__ import annotations

from translate.languages.compounds import Joints

JOINTS = Joints(
    of=frozenset({"of", "for"}),
    having=frozenset({"with"}),
    participle="given",
    past="gave",
    denying=frozenset({"not"}),
    linking={"with": "with", "without": "without"},
    coordinating={"and": "and", "or": "or"},
    counting=frozenset(
        "number choice list start end beginning lack absence type kind quantity copy proof set half rest majority "
        "share bottle glass cup bowl slice box bag packet tube jar roll pair piece".split()
    ),
    counted="of",
    whose=("'s", "s'"),
    leading=frozenset("at on in to by with for from under over into".split()),
)
