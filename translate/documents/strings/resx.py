"""Resources of .NET and Windows, `.resx` and `.resw` (*Microsoft, Resources in .resx Files*): texts of `data`.

Those with a type are pictures, sizes and colours, those whose names begin with `>>` are of the designer of forms.
A comment `{Locked}` keeps a text as it is, and `{Locked="Contoso"}` these words of it (*Multilingual App Toolkit*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.values import StringsFile, Value, is_text
from translate.documents.strings.xml_texts import CHARSET, XmlText
from translate.text.faults import FaultError

_LOCKED = re.compile(r'\{Locked(?:=(?P<what>(?:"[^"]*"|[^"}])*))?\}')
_WORDS = re.compile(r'"([^"]+)"')


def find_values(file: StringsFile) -> Iterator[Value]:
    """Yield the texts of a file of resources.

    :raises FaultError: where it is another kind of XML.
    """
    xml = XmlText(file)
    for node, around in xml.iter_nodes(("data",)):
        if not around or around[0].name != "root":
            raise FaultError(f"begins with {(around or [node])[0].name}; expected root, as resources of .NET do.", 0)
        name = node.attributes.get("name", "")
        if "type" in node.attributes or "mimetype" in node.attributes or name.startswith(">>"):
            continue
        value, comment = node.find("value"), node.find("comment")
        locks = list(_LOCKED.finditer(comment.text)) if comment else []
        if any(lock["what"] is None for lock in locks):
            continue
        if value and file.keys.offers(name, value.text, is_text):
            words = [word for lock in locks for word in _WORDS.findall(lock["what"])]
            found = xml.value(value, name, re.compile("|".join(map(re.escape, words))) if words else None)
            if found:
                yield found


READER = StringsReader("resx", find_values, charset=CHARSET)
