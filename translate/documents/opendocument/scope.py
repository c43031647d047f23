"""Where text of OpenDocument stands: the elements around it come in, a name for the place and whether it is offered go
out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from translate.documents.archives.packaged import Reading
from translate.documents.opendocument.styles import Styles
from translate.documents.xml.nodes import Node
from translate.records import dataclass

_PLACEHOLDERS = (
    "title",
    "subtitle",
    "outline",
    "text",
    "notes",
    "handout",
    "page",
    "graphic",
    "object",
    "chart",
    "table",
)
"""Classes of shapes that show on a master only what a person is to put in their place."""
_PLACES = {
    "style:header": "header",
    "style:header-left": "header",
    "style:header-first": "header",
    "style:footer": "footer",
    "style:footer-left": "footer",
    "style:footer-first": "footer",
    "draw:text-box": "text box",
    "table:help-message": "input help",
    "table:error-message": "error message",
    "office:chart": "chart",
}
_KEPT = (
    "style:handout-master", "draw:layer", "office:change-info", "table:tracked-changes", "table:dde-link",
    "table:covered-table-cell",
)  # fmt: skip
"""Elements whose text nobody sees."""
_EMBEDDED = ("draw:object", "draw:object-ole")
_BODIES = ("office:text", "office:spreadsheet", "office:presentation", "office:drawing")


@dataclass(frozen=True, slots=True)
class Scope:
    """A place in a document.

    `place` names it, or is empty in the run of the text; `is_kept` tells that nothing in it is offered.
    """

    place: str = ""
    is_kept: bool = False
    is_sheet: bool = False
    """Whether tables are sheets, not tables in a text."""
    is_master: bool = False
    is_embedded: bool = False
    """Whether it is in a document that stands in another one, and is not known yet to be a chart."""
    is_chart: bool = False

    def at(self, place: str) -> Scope:
        """Return a place within."""
        return replace(self, place=f"{self.place}, {place}" if self.place else place)


class Scopes:
    """Goes into elements one by one, and counts them; what it keeps it announces, once.

    :param has_chart_data: whether charts have the words that they show in tables of their own.
    """

    def __init__(self, reading: Reading, styles: Styles, *, has_chart_data: bool) -> None:
        self._reading, self._styles, self._has_chart_data = reading, styles, has_chart_data
        self._numbers: Counter[str] = Counter()
        self._enters: Mapping[str, Callable[[Scope, Node], Scope]] = {
            "office:spreadsheet": lambda scope, _: replace(scope, is_sheet=True),
            "text:deletion": lambda scope, _: self._keep(scope, "deleted passages"),
            "text:section": self._section,
            "text:note": self._note,
            "office:annotation": lambda scope, _: self._switched(scope, "comments", "comment"),
            "style:master-page": self._master,
            "draw:page": self._slide,
            "draw:frame": self._frame,
            "draw:custom-shape": self._frame,
            "presentation:notes": self._notes,
            "table:table": self._table,
        }

    def enter(self, scope: Scope, node: Node) -> Scope:
        """Return the place that an element is, in the place where it stands."""
        name = node.name
        if scope.is_embedded and name == "office:chart":
            return replace(scope, is_kept=False, is_embedded=False, is_chart=True).at("chart")
        if scope.is_embedded and name in _BODIES:
            self._reading.left_out.add("embedded objects")
        if scope.is_kept:
            return scope
        if name in self._enters:
            return self._enters[name](scope, node)
        if name in _KEPT or name in _EMBEDDED:
            return replace(scope, is_kept=True, is_embedded=name in _EMBEDDED)
        return self._at(scope, name) if name in _PLACES else scope

    def number(self, what: str) -> str:
        """Return the name of the next one of its kind: `paragraph 12`."""
        self._numbers[what] += 1
        return f"{what} {self._numbers[what]}"

    def _at(self, scope: Scope, name: str) -> Scope:
        place = _PLACES[name]
        if name.startswith("style:"):
            return self._switched(replace(scope, place=""), "headers", place)
        return scope if name == "draw:text-box" and scope.place.startswith("slide") else scope.at(place)

    def _keep(self, scope: Scope, kind: str) -> Scope:
        self._reading.left_out.add(kind)
        return replace(scope, is_kept=True)

    def _switched(self, scope: Scope, switch: str, place: str) -> Scope:
        return scope.at(place) if self._reading.offers(switch) else self._keep(scope, f"{place.removesuffix('s')}s")

    def _hides(self, scope: Scope, kind: str) -> Scope:
        return scope if self._reading.wants("hidden") else self._keep(scope, kind)

    def _section(self, scope: Scope, node: Node) -> Scope:
        shown = node.attributes.get("text:display", "true")
        is_hidden = shown == "none" or (shown == "condition" and node.attributes.get("text:is-hidden") == "true")
        return self._hides(scope, "hidden sections") if is_hidden else scope

    def _note(self, scope: Scope, node: Node) -> Scope:
        place = self.number(node.attributes.get("text:note-class", "footnote"))
        if not self._reading.offers("notes"):
            return self._keep(scope, f"{place.partition(' ')[0]}s")
        return replace(scope, place=place)

    def _master(self, scope: Scope, node: Node) -> Scope:
        return replace(scope, is_master=True, place="master page")

    def _slide(self, scope: Scope, node: Node) -> Scope:
        place = self.number("slide")
        style = node.attributes.get("draw:style-name", "")
        shown = self._styles.property("drawing-page", style, "style:drawing-page-properties", "presentation:visibility")
        slide = replace(scope, place=place)
        return self._hides(slide, "hidden slides") if shown == "hidden" else slide

    def _frame(self, scope: Scope, node: Node) -> Scope:
        is_prompt = node.attributes.get("presentation:placeholder") == "true"
        is_prompt |= scope.is_master and node.attributes.get("presentation:class") in _PLACEHOLDERS
        return replace(scope, is_kept=is_prompt)

    def _notes(self, scope: Scope, node: Node) -> Scope:
        return replace(scope, is_kept=True) if scope.is_master else self._switched(scope, "notes", "notes")

    def _table(self, scope: Scope, node: Node) -> Scope:
        if scope.is_chart:
            return scope.at("data") if self._has_chart_data else self._keep(scope, "chart tables")
        if not scope.is_sheet:
            return scope
        name = node.attributes.get("table:name", "")
        scope = replace(scope, place=f"sheet {name}")
        if name.startswith("'file:"):
            return replace(scope, is_kept=True)  # what is kept of the sheets of other documents
        style = node.attributes.get("table:style-name", "")
        shown = self._styles.property("table", style, "style:table-properties", "table:display")
        return self._hides(scope, "hidden sheets") if shown == "false" else scope
