"""Android's string resources (`strings.xml`; *Android Developers, String resources*): texts, plurals and lists.

A text is XML within which Android has escapes of its own: `\\'`, `\\"`, `\\n`, `\\u00e9`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, escaped_as, token, units_token
from translate.documents.strings.values import StringsFile, Value, is_text
from translate.formats.xmltext import escape_markup
from translate.text.faults import FaultError

# Possessive: what stands before the root is taken in one way, however much of it there is.
_ROOT = re.compile(r"(?:(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>)|\s++)*+<resources[\s>/]", re.DOTALL)
_ELEMENT = re.compile(
    r"<!--.*?-->|<(?P<name>string|plurals|string-array)(?=[\s>/])(?P<attributes>[^>]*?)(?:/>|>(?P<inner>.*?)</(?P=name)\s*>)",
    re.DOTALL,
)
_ITEM = re.compile(r"<!--.*?-->|<item(?=[\s>/])(?P<attributes>[^>]*?)(?:/>|>(?P<inner>.*?)</item\s*>)", re.DOTALL)
_ATTRIBUTE = re.compile(r"""(?P<name>[\w:.-]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
_CDATA = re.compile(r"\s*<!\[CDATA\[(?P<text>.*)\]\]>\s*", re.DOTALL)
_ESCAPED = r"(?:\\u[0-9a-fA-F]{4})+|\\."
_LINE = r"\s*[\r\n]\s*"
_IN_XML = re.compile(
    rf"{_ESCAPED}|<!--.*?-->|<(?P<kept>\w+:g)\b[^>]*?(?:/>|>.*?</(?P=kept)\s*>)|<[^>]*>|&(?:#\w+|\w+);|{_LINE}|"
    r"\w+(?: \w+)*|.",
    re.DOTALL,
)
_IN_CDATA = re.compile(rf"{_ESCAPED}|<[^>]*>|{_LINE}|\w+(?: \w+)*|.", re.DOTALL)
_QUOTED = re.compile(r'\s*"(?P<text>(?:\\.|[^"\\<])*)"\s*', re.DOTALL)
_REFERENCE = ("@", "?")
_SIGNS = {"n": "\n", "t": "\t", "'": "'", '"': '"', "@": "@", "?": "?", "\\": "\\"}
_QUOTES = str.maketrans({"\\": "\\\\", "'": "\\'", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the texts of a file of Android resources; those that say `translatable="false"` stay.

    :raises FaultError: where the file is another kind of XML.
    """
    if _ROOT.match(file.text) is None:
        raise FaultError(
            "is XML of a kind that nobody reads here; of .xml, Android's <resources>, DocBook and DITA are.", 0
        )
    for match in _ELEMENT.finditer(file.text):
        attributes = _attributes(match["attributes"] or "")
        if match["inner"] is None or attributes.get("translatable") == "false":
            continue
        name = attributes.get("name", "")
        if match["name"] == "string":
            yield from _value(file, *match.span("inner"), name)
            continue
        number = 0
        for item in _ITEM.finditer(file.text, *match.span("inner")):
            if item["inner"] is not None:
                own = _attributes(item["attributes"]).get("quantity", str(number))
                yield from _value(file, *item.span("inner"), f"{name}.{own}")
                number += 1


def _attributes(text: str) -> dict[str, str]:
    return {match["name"]: match["double"] or match["single"] or "" for match in _ATTRIBUTE.finditer(text)}


def _value(file: StringsFile, start: int, end: int, path: str) -> Iterator[Value]:
    cdata = _CDATA.fullmatch(file.text, start, end)
    if cdata:
        start, end = cdata.span("text")
    quoted = _QUOTED.fullmatch(file.text, start, end)
    if quoted:  # so that white space counts
        start, end = quoted.span("text")
    escaping = _CDATA_TEXT if cdata else _XML_TEXT
    native = file.text[start:end]
    shown = "".join(one.text for one in escaping.split(native))
    if not native.lstrip().startswith(_REFERENCE) and file.keys.offers(path, shown, is_text):
        yield Value(start, end, path, escaping, _as_text)


def _as_text(written: str, native: str) -> str:
    """Write what is no reference, with escapes where the text before had nothing but them."""
    return escaped_as(f"\\{written}" if written.startswith(_REFERENCE) else written, native)


def _split(pattern: re.Pattern[str], native: str) -> Iterator[Token]:
    for match in pattern.finditer(native):
        one = match[0]
        if one.startswith("<") and len(one) > 1:
            yield Token(one, "", _code(one))
        elif one.startswith("\\u") and len(one) > 2:
            yield units_token(one)
        elif one.startswith("\\") and len(one) > 1:
            yield token(one, _SIGNS.get(one[1], one[1]))
        elif one.startswith("&") and len(one) > 1:
            yield token(one, unescape(one))
        else:
            yield token(one, " " if "\n" in one or "\r" in one else one)


def _code(tag: str) -> str:
    """Return what a tag is among codes; an element of which nothing is translated is one."""
    if tag.startswith(("<!--", "<?")) or tag.endswith("/>") or ">" in tag[:-1]:
        return "x-tag"
    return "x-close" if tag.startswith("</") else "x-open"


def _write(text: str) -> str:
    return escape_markup(text.translate(_QUOTES))


def _write_cdata(text: str) -> str:
    return text.translate(_QUOTES).replace("]]>", "]]]]><![CDATA[>")


_XML_TEXT = Escaping(lambda native: _split(_IN_XML, native), _write)
_CDATA_TEXT = Escaping(lambda native: _split(_IN_CDATA, native), _write_cdata)

READER = StringsReader("android", find_values)
