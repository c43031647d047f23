"""What a book in EPUB consists of: a package comes in, its parts with text go out, in the order of reading.

EPUB 3.3 and OPF 2.0.1: the container names the package documents, these the parts, and nothing has a fixed path.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from translate.documents.archives.package import Package
from translate.documents.xml.nodes import Node, Xml
from translate.errors import DocumentError, shown
from translate.records import dataclass

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_MIMETYPE = "application/epub+zip"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
_CONTENTS = "application/x-dtbncx+xml"
PACKAGE, CONTENTS, PAGE, PICTURE = "package", "contents", "page", "picture"


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the package, and what it is: :data:`PACKAGE`, :data:`CONTENTS`, :data:`PAGE` or :data:`PICTURE`."""

    name: str
    kind: str


def check_book(package: Package) -> None:
    """Refuse what is no EPUB, and a book whose text is encrypted.

    :raises DocumentError: with what was found and what was expected.
    """
    if "mimetype" in package:
        said = package.read("mimetype").decode(errors="replace").strip("\ufeff\0 \r\n\t")
        if said != _MIMETYPE:
            raise DocumentError(f"is of the type {shown(said)}; expected {_MIMETYPE}.", path=package.path)
    if _CONTAINER not in package:
        raise DocumentError(f"has no {_CONTAINER}, which a book in EPUB needs; save it again.", path=package.path)
    encrypted = set(_iter_encrypted(package))
    for part in read_parts(package):
        if part.name in encrypted and part.kind != PICTURE:
            raise DocumentError(
                f"{part.name} is encrypted (DRM); only a book without protection can be translated.", path=package.path
            )


def read_parts(package: Package) -> list[Part]:
    """Return the parts that may have text: package documents, pages in the order of reading, then what else is listed.

    :raises DocumentError: where the container or a package document is missing or damaged.
    """
    parts: dict[str, Part] = {}
    for name in _package_documents(package):
        parts[name] = Part(name, PACKAGE)
        items: dict[str, Part] = {}
        spine: list[str] = []
        for node in Xml.of(package.read(name), package.path, name, has_doctype=True).iter_tags():
            local = _local(node)
            if local == "item":
                part = _part(node, posixpath.dirname(name))
                if part is not None and part.name in package:
                    items[node.attributes.get("id", "")] = part
            elif local == "itemref":
                spine.append(node.attributes.get("idref", ""))
        for one in (*filter(None, map(items.get, spine)), *items.values()):
            parts.setdefault(one.name, one)
    return list(parts.values())


def _package_documents(package: Package) -> Iterator[str]:
    found = False
    for node in Xml.of(package.read(_CONTAINER), package.path, _CONTAINER, has_doctype=True).iter_tags():
        if _local(node) == "rootfile" and node.attributes.get("media-type", "").endswith("oebps-package+xml"):
            found = True
            yield _resolved("", node.attributes.get("full-path", ""))
    if not found:
        raise DocumentError(f"{_CONTAINER} names no package document; save the book again.", path=package.path)


def _part(node: Node, folder: str) -> Part | None:
    media = node.attributes.get("media-type", "").strip().lower()
    kind = PAGE if media in _PAGES else {_CONTENTS: CONTENTS, "image/svg+xml": PICTURE}.get(media)
    href = node.attributes.get("href", "")
    return Part(_resolved(folder, href), kind) if kind and not urlsplit(href).scheme else None


def _resolved(folder: str, href: str) -> str:
    """Return the member that an address names."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(urlsplit(href).path))).lstrip("/")


def _iter_encrypted(package: Package) -> Iterator[str]:
    if _ENCRYPTION not in package:
        return
    for node in Xml.of(package.read(_ENCRYPTION), package.path, _ENCRYPTION).iter_tags():
        if _local(node) == "CipherReference":
            yield _resolved("", node.attributes.get("URI", ""))


def _local(node: Node) -> str:
    return node.name.rpartition(":")[2]
