"""Drawings of slides and sheets: a part comes in, the blocks of its shapes, charts and diagrams go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from translate.documents.archives.packaged import Reading
from translate.documents.office.drawn_parts import chart_blocks, diagram_blocks
from translate.documents.office.relationships import Relationship, parts_of, relationships
from translate.documents.office.shapes import Shapes
from translate.documents.spliced import SplicedBlock
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Drawings:
    """The drawings of a package; `seen` are the parts that several share, and which were read."""

    reading: Reading
    seen: set[str] = field(default_factory=set)

    def blocks(self, name: str, place: str, *, has_prompts: bool = False) -> Iterator[SplicedBlock]:
        """Yield the blocks of the shapes of a part, and of the charts and diagrams among them.

        :param place: what messages call the part: `slide 3`.
        :param has_prompts: whether placeholders in it are prompts, which nobody sees, as on masters and layouts.
        """
        yield from Shapes(self.reading, self.reading.xml(name), place, has_prompts).blocks()
        related = relationships(self.reading, name)
        for chart in self._new(related, "chart", "chartEx"):
            yield from chart_blocks(self.reading, chart, f"{place}, chart")
            for drawn in self._new(relationships(self.reading, chart), "chartUserShapes"):
                yield from Shapes(self.reading, self.reading.xml(drawn), f"{place}, chart").blocks()
        data, drawings = self._new(related, "diagramData"), self._new(related, "diagramDrawing")
        yield from diagram_blocks(self.reading, data, drawings, f"{place}, diagram")

    def _new(self, related: Mapping[str, Relationship], *kinds: str) -> list[str]:
        """Return the parts of some kinds that were not read before."""
        found = [name for name in parts_of(related, *kinds) if name not in self.seen]
        self.seen.update(found)
        return found
