"""IDML packages (.idml, .idms): stories in the order of their frames, and the alternative texts of pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from translate.config import DocumentConfig
from translate.documents.archives.flat import PART, FlatFile
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import PackageReader, Reading
from translate.documents.indesign.story import Story
from translate.documents.office.ooxml import value_block
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Node, Xml
from translate.errors import DocumentError
from translate.records import dataclass

_MAP, _TYPE = "designmap.xml", "application/vnd.adobe.indesign-idml-package"
_ALTERNATIVES = "CustomAltText"
_ENDING_OF_SNIPPETS = ".idms"


@dataclass(slots=True)
class _Placed:
    """Where each story is first shown, by its id, and which ones nobody sees; the alternative texts of pictures."""

    shown: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    alternatives: list[SplicedBlock] = field(default_factory=list)


class InDesign:
    """The family of IDML."""

    def check(self, package: Package) -> None:
        if PART in package:
            root = next(Xml.of(package.read(PART), package.path).iter_tags(), None)
            if root is None or root.name != "Document":
                shown = root.name if root else "nothing"
                raise DocumentError(f"begins with {shown}; expected a snippet of InDesign.", path=package.path)
            return
        found = package.read("mimetype").decode("utf-8", "replace").strip() if "mimetype" in package else ""
        if _MAP not in package or (found and found != _TYPE):
            raise DocumentError(f"has no member {_MAP}; expected an IDML package. Export it again.", path=package.path)

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        parts = _parts(reading)
        placed = _placed(reading, parts)
        stories = _stories(reading, parts)
        order = sorted(
            stories, key=lambda name: list(placed.shown).index(name) if name in placed.shown else len(stories)
        )
        for name in order:
            xml, node = stories[name]
            if name in placed.hidden and not reading.wants("hidden"):
                if any(map(str.isalpha, node.text)):
                    reading.left_out.add("hidden texts")
            else:
                yield from Story(xml, reading, placed.shown.get(name, "story without a frame")).blocks(node)
        if reading.offers("alt"):
            yield from placed.alternatives
        reading.left_out.remark("the language of its styles is kept; set it in InDesign, which hyphenates by it")

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        return Splice()


def _parts(reading: Reading) -> list[Node]:
    """Return the elements of the map that name a part, in its order; of a file that is one part, none."""
    if PART in reading.package:
        return []
    return [node for node in reading.xml(_MAP).iter_tags() if "src" in node.attributes]


def _local(node: Node) -> str:
    return node.name.rpartition(":")[2]


def _sources(parts: list[Node], kind: str) -> Iterator[str]:
    yield from (node.attributes["src"] for node in parts if _local(node) == kind)


def _stories(reading: Reading, parts: list[Node]) -> dict[str, tuple[Xml, Node]]:
    """Return the stories by their ids."""
    names = [name for name in _sources(parts, "Story") if name in reading.package] or [PART] * (not parts)
    found: dict[str, tuple[Xml, Node]] = {}
    for name in names:
        xml = reading.xml(name)
        for node, _ in xml.iter_nodes(("Story",)):
            found[node.attributes.get("Self", f"{name} {len(found)}")] = xml, node
    return found


def _placed(reading: Reading, parts: list[Node]) -> _Placed:
    """Look where the frames of stories are: on spreads in their order, then on masters."""
    placed = _Placed()
    layers = _hidden_layers(reading, parts)
    visible: set[str] = set()
    for kind, called in (("Spread", "spread"), ("MasterSpread", "master")):
        for number, name in enumerate(_sources(parts, kind), 1):
            if name in reading.package:
                _look_over(reading, reading.xml(name), f"{called} {number}", layers, placed, visible)
    if not parts:
        _look_over(reading, reading.xml(PART), "snippet", layers, placed, visible)
    placed.hidden = set(placed.shown) - visible
    return placed


def _hidden_layers(reading: Reading, parts: list[Node]) -> frozenset[str]:
    nodes = reading.xml(_MAP if parts else PART).iter_tags()
    return frozenset(
        node.attributes.get("Self", "")
        for node in nodes
        if node.name == "Layer" and node.attributes.get("Visible") == "false"
    )


def _look_over(
    reading: Reading, xml: Xml, place: str, layers: frozenset[str], placed: _Placed, visible: set[str]
) -> None:
    """Note the frames and the alternative texts of a spread."""
    for node in xml.iter_tags():
        story = node.attributes.get("ParentStory")
        if story:
            placed.shown.setdefault(story, place)
            if node.attributes.get("ItemLayer") not in layers and node.attributes.get("Visible") != "false":
                visible.add(story)
        if _ALTERNATIVES in node.attributes:
            placed.alternatives += value_block(xml, node, _ALTERNATIVES, part=xml.name, context=f"{place}, alt")


def _open(path: Path, config: DocumentConfig) -> Package:
    return FlatFile(path, config) if path.suffix.lower() == _ENDING_OF_SNIPPETS else Package(path, config)


READER = PackageReader("indesign", InDesign(), _open)
