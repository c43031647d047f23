"""Parts that all Office documents have: their properties as texts, and what stays as it is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.documents.archives.packaged import Reading
from translate.documents.office.ooxml import element_block
from translate.documents.spliced import SplicedBlock

_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PROPERTIES = ("dc:title", "dc:subject", "cp:keywords", "dc:description", "cp:category")


def iter_properties(reading: Reading, types: Mapping[str, str]) -> Iterator[SplicedBlock]:
    """Yield title, subject, keywords, description and category of an office document."""
    for name in [name for name, one in types.items() if one == _CORE]:
        if reading.offers("properties"):
            for node, _ in reading.xml(name).iter_nodes(_PROPERTIES):
                yield from element_block(node, part=name, context=f"property {node.name.partition(':')[2]}")


def announce(reading: Reading, types: Mapping[str, str]) -> None:
    """Say what of a package is kept: embedded files, macros, signatures."""
    names = reading.package.names
    count = sum("/embeddings/" in name for name in names)
    if count:
        reading.left_out.add("embedded files", count)
    if any(name.endswith("vbaProject.bin") for name in names):
        reading.left_out.remark("its macros are kept as they are, and never run")
    if any("digital-signature" in one for one in types.values()):
        reading.left_out.remark("its digital signature is no longer valid, because the text has changed")
