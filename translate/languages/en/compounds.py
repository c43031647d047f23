"""How English joins nouns to one: *garden gloves*, *a pot with a handle*."""

from __future__ import annotations

from translate.languages.compounds import Joints

JOINTS = Joints(of=frozenset({"of", "for"}), having=frozenset({"with"}))
