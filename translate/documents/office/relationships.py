"""Relationships between the parts of an Office package (ECMA-376 part 2, section 6.5): a part comes in, those that it
points to go out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from translate.documents.archives.packaged import Reading
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part is to another: `kind` is the end of the type's address (`notesSlide`), `part` the other's name."""

    kind: str
    part: str


def relationships(reading: Reading, part: str) -> Mapping[str, Relationship]:
    """Return the relationships of a part to others of the package, by their ids, in order.

    :raises DocumentError: where the list of them is no XML.
    """
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relationship] = {}
    if listed not in reading.package:
        return found
    for node in reading.xml(listed).iter_tags():
        own = node.attributes
        if node.name == "rel:Relationship" and own.get("TargetMode") != "External":
            target = _target(reading, folder, own.get("Target", ""))
            if target:
                found[own.get("Id", "")] = Relationship(own.get("Type", "").rpartition("/")[2], target)
    return found


def parts_of(related: Mapping[str, Relationship], *kinds: str) -> Iterator[str]:
    """Yield the parts that are of some kinds to another one."""
    for one in related.values():
        if one.kind in kinds:
            yield one.part


def _target(reading: Reading, folder: str, target: str) -> str:
    """Return the name of a part; empty where the package has none of that name."""
    path = target.partition("#")[0]
    whole = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
    return next((name for name in (whole, unquote(whole)) if name in reading.package), "")
