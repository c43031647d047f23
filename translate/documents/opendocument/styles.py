"""Styles of OpenDocument (ODF 1.3 part 3, section 16): a name comes in, what a person sees of the style goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from translate.documents.xml.nodes import Node
from translate.languages import base_code
from translate.records import dataclass

STYLES = ("style:style", "style:default-style")
"""Elements to give to :meth:`Styles.add`."""
LANGUAGE = "fo:language"
_UNSEEN = ("officeooo:rsid", "officeooo:paragraph-rsid", "style:rfc-language-tag", "fo:script", LANGUAGE, "fo:country")
_NO_LANGUAGE = ("", "none", "zxx")
_SEEN = (
    "style:text-underline-style",
    "style:text-line-through-style",
    "fo:background-color",
    "style:text-overline-style",
)
_OFF = ("none", "normal", "transparent")
_MAX_PARENTS = 50


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of a text: `key` is equal for texts that look alike, and empty for what looks like all around.

    `type` is what the look is called as a code, `is_seen` tells that white space shows it.
    """

    key: bytes = b""
    type: str = "x-format"
    is_seen: bool = False
    language: str = ""
    """Which language the text says that it is in, where that is not the document's; empty where it says nothing."""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """A style, as it stands in the document. `is_shared` tells it from those that a program makes for one place."""

    parent: str
    is_shared: bool
    properties: Mapping[str, Mapping[str, str]]
    """Attributes by the element that has them, such as `style:text-properties`."""


@dataclass(slots=True)
class Styles:
    """The styles of a part, by family and name, as far as they are read."""

    _styles: dict[tuple[str, str], _Style] = field(default_factory=dict)
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def add(self, node: Node, *, is_shared: bool) -> None:
        """Take a style, or what is so where no style says otherwise."""
        family = node.attributes.get("style:family", "")
        name = node.attributes.get("style:name", "") if node.name == "style:style" else ""
        properties = {child.name: child.attributes for child in node.nodes}
        self._styles[family, name] = _Style(node.attributes.get("style:parent-style-name", ""), is_shared, properties)
        self._looks.clear()

    def shared(self) -> Styles:
        """Return those that other parts of the document know too."""
        return Styles({key: style for key, style in self._styles.items() if style.is_shared})

    def look(self, name: str, family: str = "text") -> Look:
        """Return what is seen of text in a style of a family, `text` or `paragraph`."""
        found = self._looks.get((family, name))
        if found is None:
            found = self._looks[family, name] = self._look(family, name)
        return found

    def property(self, family: str, name: str, element: str, attribute: str) -> str:
        """Return what a style or one that it is made of says; empty where none does."""
        return self._resolved(family, name, element).get(attribute, "")

    def _look(self, family: str, name: str) -> Look:
        if not name:
            return Look()
        text = self._resolved(family, name, "style:text-properties")
        language = base_code(text.get(LANGUAGE, ""))
        is_own = language in _NO_LANGUAGE or language == self._default_language()
        return Look(
            self._key(family, name, text), _type(text), any(text.get(one, "none") not in _OFF for one in _SEEN),
            "" if is_own else language, text.get("text:display") == "none",
        )  # fmt: skip

    def _default_language(self) -> str:
        standard = self._resolved("paragraph", "Standard", "style:text-properties").get(LANGUAGE)
        default = self._resolved("paragraph", "", "style:text-properties").get(LANGUAGE, "")
        return base_code(standard or default)

    def _key(self, family: str, name: str, text: Mapping[str, str]) -> bytes:
        style = self._styles.get((family, name))
        if style is None:
            return name.encode()
        if not any(one not in _UNSEEN for one in text) and set(style.properties) <= {"style:text-properties"}:
            return b""
        if style.is_shared:
            return name.encode()
        own = style.properties.get("style:text-properties", {})
        seen = sorted((one, value) for one, value in own.items() if one not in _UNSEEN)
        parent = self._key(family, style.parent, text) if style.parent else b""
        return b"%s %s" % (parent, repr(seen).encode()) if seen else parent

    def _resolved(self, family: str, name: str, element: str) -> dict[str, str]:
        """Return the attributes of an element of a style, and those of the styles that it is made of."""
        found: dict[str, str] = {}
        for _ in range(_MAX_PARENTS):
            style = self._styles.get((family, name))
            if style is None:
                break
            found = {**style.properties.get(element, {}), **found}
            if not style.parent:
                break
            name = style.parent
        return found


def _type(text: Mapping[str, str]) -> str:
    if text.get("fo:font-weight", "normal") not in (*_OFF, "100", "200", "300", "400"):
        return "bold"
    if text.get("fo:font-style", "normal") not in _OFF:
        return "italic"
    if text.get("style:text-underline-style", "none") not in _OFF:
        return "underlined"
    position = text.get("style:text-position", "0%").split()[:1]
    if position and position[0] not in ("0%", "0"):
        return "subscript" if position[0].startswith(("sub", "-")) else "superscript"
    return "x-strike" if text.get("style:text-line-through-style", "none") not in _OFF else "x-format"
