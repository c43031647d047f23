"""Small pieces of XML: escaped text goes out, an element comes in as a tree, and faults of other tools are mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from types import MappingProxyType
from xml.parsers import expat

from translate.records import dataclass

MAX_DEPTH = 100

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, not even as a character reference."""

SPECIAL = re.compile("[\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CDATA = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_BARE_AMPERSAND = re.compile(r"&(?!#[0-9]+;|#x[0-9A-Fa-f]+;|[A-Za-z_][\w.-]*;)")
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]+)|([0-9]+));")


def escape_markup(text: str) -> str:
    """Return `text` as the content of an element; what XML cannot hold is left to :func:`clean`."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Return `text` as the value of an attribute in double quotes; line ends and tabs survive."""
    return escape_markup(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def clean(markup: str) -> str:
    """Return what was written without characters that XML cannot hold; a carriage return survives as a reference."""
    return FORBIDDEN.sub("", markup).replace("\r", "&#13;")


@dataclass(slots=True)
class Element:
    """An element; `children` holds text and elements in their order."""

    tag: str
    attributes: dict[str, str]
    children: list[str | Element] = field(default_factory=list)

    def elements(self) -> Iterator[Element]:
        return (child for child in self.children if isinstance(child, Element))

    def text(self) -> str:
        """Return the text of the element and of all within it."""
        children = self.children
        if len(children) == 1 and isinstance(children[0], str):
            return children[0]
        return "".join(child if isinstance(child, str) else child.text() for child in children)


_NAMESPACE = re.compile(r"\{(.*)\}(.*)", re.DOTALL)
Namespaces = Mapping[str, str]
"""By prefix, with its colon, those that are not declared where the markup goes."""


def format_element(element: Element, namespaces: Namespaces = MappingProxyType({})) -> str:
    """Return an element with all that is in it, as XML; what XML cannot hold is left to :func:`clean`."""
    start = format_attributes(element.attributes, namespaces, tag=element.tag)[1:]
    content = format_content(element, namespaces)
    return f"<{start}>{content}</{start.partition(' ')[0]}>" if content else f"<{start}/>"


def format_content(element: Element, namespaces: Namespaces = MappingProxyType({})) -> str:
    """Return what is in an element, as XML."""
    return "".join(escape_markup(c) if isinstance(c, str) else format_element(c, namespaces) for c in element.children)


def kept_content(markup: str | None, text: str) -> str:
    """Return `text` as XML: in the way that a file wrote it, where that still says the same.

    :param markup: what stood in an element of the file; None where it was text alone.
    """
    if markup is not None:
        try:
            if parse_element(f"<it>{markup}</it>").text() == text:
                return markup
        except XmlFaultError:
            pass
    return escape_markup(text)


def format_attributes(
    attributes: Mapping[str, str], namespaces: Namespaces = MappingProxyType({}), *, tag: str = ""
) -> str:
    """Return attributes as XML, each with a blank before it; `{namespace}name` gets a prefix, which is declared.

    :param tag: that of their element, which stands before them then.
    """
    declared: dict[str, str] = {}

    def named(name: str) -> str:
        match = _NAMESPACE.fullmatch(name)
        if match is not None:
            return f"{declared.setdefault(match[1], f'n{len(declared) + 1}')}:{match[2]}"
        prefix = name[: name.find(":") + 1]
        if prefix in namespaces:
            declared[namespaces[prefix]] = prefix[:-1]
        return name

    said = f" {named(tag)}" if tag else ""
    said += "".join(f' {named(key)}="{escape_attribute(text)}"' for key, text in attributes.items())
    return said + "".join(f' xmlns:{prefix}="{escape_attribute(name)}"' for name, prefix in declared.items())


_CODE = frozenset({"ph", "bpt", "ept", "it"})
"""Elements whose content is markup of another kind, in which each space counts."""
_BREAK = re.compile(r"[ \t\r\n]*[\r\n][ \t\r\n]*")
_LEADING = re.compile(rf"\A{_BREAK.pattern}")
_TRAILING = re.compile(rf"{_BREAK.pattern}\Z")


def fold_indentation(element: Element) -> None:
    """Make one blank of each line break with the blanks beside it, and nothing at both ends: they indent the file."""
    for at, ending in ((0, _LEADING), (-1, _TRAILING)):
        edge = element
        while edge.children and isinstance(child := edge.children[at], Element) and child.tag not in _CODE:
            edge = child
        if edge.children and isinstance(text := edge.children[at], str):
            edge.children[at] = ending.sub("", text)
    _fold(element)


def _fold(element: Element) -> None:
    for number, child in enumerate(element.children):
        if isinstance(child, str):
            element.children[number] = _BREAK.sub(" ", child)
        elif child.tag not in _CODE:
            _fold(child)


class XmlFaultError(Exception):
    """A piece of text is not well-formed; `line` and `column` count from its start, 0-based."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line, self.column = line, column


def parse_element(text: str) -> Element:
    """Parse one element. There is no DTD here, so there is no entity but the five that XML has.

    :raises XmlFaultError: where it is not well-formed, or nested too deeply.
    """
    top = Element("", {})
    stack = [top]
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def fail(message: str) -> None:
        raise XmlFaultError(message, parser.CurrentLineNumber - 1, parser.CurrentColumnNumber)

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(stack) > MAX_DEPTH:
            fail(f"elements are nested more than {MAX_DEPTH} deep")
        element = Element(tag, attributes)
        stack[-1].children.append(element)
        stack.append(element)

    def end(_: str) -> None:
        stack.pop()

    def data(characters: str) -> None:
        stack[-1].children.append(characters)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    try:
        parser.Parse(text, True)
    except expat.ExpatError as exc:
        raise XmlFaultError(expat.ErrorString(exc.code), exc.lineno - 1, exc.offset) from exc
    except UnicodeEncodeError as exc:
        line = text.count("\n", 0, exc.start)
        column = exc.start - text.rfind("\n", 0, exc.start) - 1
        raise XmlFaultError("bytes that are not of the file's encoding", line, column) from exc
    return next(top.elements())


_ENTITIES = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&apos;": "'",
    "&#13;": "\r",
    "&#10;": "\n",
    "&#9;": "\t",
}
_REFERENCE_OR_NOT = re.compile(r"&[#\w]*;?")


def unescape(text: str) -> str:
    """Replace references to characters.

    :raises KeyError: for any but the five that XML names and those that we write.
    """
    return _REFERENCE_OR_NOT.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    return _ENTITIES[match[0]]


def mend(text: str) -> tuple[str, list[str]]:
    """Take out what XML forbids, and escape bare ampersands; return the text, and what was done."""
    done: list[str] = []
    # Lone surrogates stand for bytes of another encoding: what they were cannot be known, so they are no mend of ours.
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
    if clean != text:
        done.append("control characters removed")
    pieces = _CDATA.split(clean)
    for number in range(0, len(pieces), 2):
        piece = _REFERENCE.sub(_allowed_reference, pieces[number])
        if piece != pieces[number]:
            done.append("references to control characters removed")
        pieces[number] = _BARE_AMPERSAND.sub("&amp;", piece)
        if pieces[number] != piece:
            done.append("'&' written as '&amp;'")
    return "".join(pieces), list(dict.fromkeys(done))


def _allowed_reference(match: re.Match[str]) -> str:
    digits = match[1] or match[2]
    code = int(digits, 16 if match[1] else 10) if len(digits) < 9 else 0x110000
    allowed = code < 0x110000 and (code == 0x0D or not FORBIDDEN.match(chr(code)))
    return match[0] if allowed else ""
