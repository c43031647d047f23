"""Apple's `.stringsdict` (*Apple, Localizing strings that contain plurals*): the texts of each form and each width.

It is a property list of XML. What a program looks up, keys and the types of rules and values, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.values import StringsFile, Value, is_text
from translate.documents.strings.xml_texts import CHARSET, XmlText
from translate.documents.xml.nodes import Node
from translate.text.faults import FaultError

_FORMS = re.compile(r"zero|one|two|few|many|other|\d+|NSStringLocalizedFormatKey")
_HELD = re.compile(r"%(?:\d+\$)?#@[^@\s]+@|%(?:\d+\$)?arg\b")
_VARIABLE = re.compile(r"%(?:\d+\$)?#@[^@\s]+@|%(?:\d+\$)?@")


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the texts of a property list of plural forms.

    :raises FaultError: where it is no property list.
    """
    xml = XmlText(file)
    for node, around in xml.iter_nodes(("dict",), has_doctype=True):
        if not around or around[0].name != "plist":
            raise FaultError(f"begins with {(around or [node])[0].name}; expected plist.", 0)
        for path, string in _strings(node, ()):
            name = path[-1]
            text = _VARIABLE.sub("", string.text) if name == "NSStringLocalizedFormatKey" else string.text
            if _FORMS.fullmatch(name) and file.keys.offers(".".join(path), text, is_text):
                value = xml.value(string, ".".join(path), _HELD)
                if value:
                    yield value


def _strings(node: Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Yield the strings of a dictionary and of those within, with their keys."""
    key = ""
    for child in node.nodes:
        if child.name == "key":
            key = child.text
        elif child.name == "dict":
            yield from _strings(child, (*path, key))
        elif child.name == "string":
            yield (*path, key), child


READER = StringsReader("stringsdict", find_values, charset=CHARSET)
