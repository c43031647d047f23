"""What stands before the units of a TMX file: the root, the header, the start of the body, both ways."""

from __future__ import annotations

import re
from pathlib import Path

from translate import __version__
from translate.errors import FormatError, reason_of, shown
from translate.formats.base import Header
from translate.formats.codes import mend_code
from translate.formats.tmx.props import SEGTYPES
from translate.formats.tmx.scan import Piece
from translate.formats.tmx.unit import Derived, Reading
from translate.formats.units import Notes
from translate.formats.xmltext import (
    Element,
    XmlFaultError,
    clean,
    escape_attribute,
    escape_markup,
    mend,
    parse_element,
)
from translate.languages import ADMINISTRATION
from translate.records import dataclass
from translate.text.late import late_plain

TOOL = "bitexte"
SIGNATURE, TARGET_LANGUAGE = "x-signature", "x-target-language"


def model_of(signature: str) -> str | None:
    """Return what the signature says of the model: the creator of what a machine made."""
    return next((part.removeprefix("model:") for part in signature.split("|") if part.startswith("model:")), None)


def format_head(source: str, target: str, signature: str, derived: Derived) -> str:
    """Return everything up to the first unit."""
    date = "" if derived.creation_date is None else f' creationdate="{derived.creation_date}"'
    props = f'<prop type="{TARGET_LANGUAGE}">{target}</prop>\n'
    if signature:
        props = f'<prop type="{SIGNATURE}">{clean(escape_markup(signature))}</prop>\n' + props
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        f'<header creationtool="{TOOL}" creationtoolversion="{escape_attribute(__version__)}" segtype="sentence" '
        f'o-tmf="{TOOL}" adminlang="{ADMINISTRATION}" srclang="{source}" datatype="plaintext"{date}>\n'
        f"{props}</header>\n<body>\n"
    )


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the units. `source` and `target` are None where the file does not say."""

    source: str | None
    target: str | None
    signature: str
    derived: Derived
    segtype: str
    is_ours: bool

    def reading(self, header: Header) -> Reading:
        return Reading(header, self.derived, {"segtype": self.segtype} if self.segtype else {}, self.is_ours)


_HEADER = late_plain(r"""<header(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>""")
_HEADER_END = late_plain(r"</header\s*>")
_COMMENT = late_plain(r"<!--.*?-->", re.DOTALL)
_VERSION = late_plain(r"""<tmx[^>]*?\sversion\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
_REQUIRED = ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype")


def parse_head(piece: Piece, path: Path, notes: Notes) -> Head:
    """Read the root element and the header, and say what is missing.

    :raises FormatError: where the header is not well-formed.
    """
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), piece.text)
    notes.line = piece.line
    version = _VERSION.match(text)
    if version is None or version[1] != "1.4":
        found = shown(version[1]) if version else "missing"
        notes.fixed(f"the version of TMX is {found}; read as 1.4.")
    header = _parse_header(text, piece.line, path, notes)
    missing = [key for key in _REQUIRED if key not in header.attributes]
    if missing:
        notes.fixed(f"the header has no {', '.join(missing)}.")
    props = {child.attributes.get("type"): child.text() for child in header.elements() if child.tag == "prop"}
    is_ours = header.attributes.get("creationtool") == TOOL
    for child in header.elements():
        if child.tag not in ("prop", "note") or child.attributes.get("type") not in (SIGNATURE, TARGET_LANGUAGE):
            notes.lost(f"a <{child.tag}> of the header is dropped.", child.text())
    signature = props.get(SIGNATURE, "")
    segtype = header.attributes.get("segtype", "")
    return Head(
        source=mend_code(header.attributes.get("srclang", "")),
        target=mend_code(props.get(TARGET_LANGUAGE, "")),
        signature=signature,
        derived=Derived(header.attributes.get("creationdate"), model_of(signature)) if is_ours else Derived(),
        segtype=segtype if segtype in SEGTYPES[:-1] else "",
        is_ours=is_ours,
    )


def _parse_header(text: str, first_line: int, path: Path, notes: Notes) -> Element:
    start = _HEADER.search(text)
    if start is None:
        return Element("header", {})
    end = start if start[0].endswith("/>") else _HEADER_END.search(text, start.end())
    line = first_line + text.count("\n", 0, start.start())
    if end is None:
        raise FormatError("the <header> that starts here is never closed.", path=path, line=line)
    snippet = text[start.start() : end.end()]
    try:
        return parse_element(snippet)
    except XmlFaultError:
        mended, done = mend(snippet)
    try:
        element = parse_element(mended)
    except XmlFaultError as exc:
        place = {"line": line + exc.line, "column": exc.column + 1}
        raise FormatError(f"the header is not well-formed: {reason_of(exc)}.", path=path, **place) from exc
    notes.fixed(f"in the header: {', '.join(done)}.", snippet)
    return element
