"""OpenDocument (ODF 1.0 to 1.3; packages and files of one XML): what a person reads, in the order of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from translate.config import DocumentConfig
from translate.documents.archives.flat import PART, FlatFile
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import PackageReader, Reading
from translate.documents.office.ooxml import value_place
from translate.documents.opendocument.part import Part
from translate.documents.opendocument.scope import Scope
from translate.documents.opendocument.styles import STYLES, Styles
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Xml
from translate.errors import DocumentError, shortened, shown
from translate.languages import base_code

_CONTENT, _STYLES, _META, _MANIFEST = "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"
_TYPE = "application/vnd.oasis.opendocument."
_TYPES = {"odt": "text", "ott": "text", "ods": "spreadsheet", "ots": "spreadsheet", "odp": "presentation"}
_TYPES |= {"otp": "presentation", "fodt": "text", "fods": "spreadsheet", "fodp": "presentation"}
"""What documents of each ending are, as their types name them."""
_OBJECT = re.compile(r"(?!META-INF/).+/content\.xml")
_BINARY_OBJECT = re.compile(r"Object \d+")
_LANGUAGES = ("fo:language", "number:language", "table:language")


class OpenDocument:
    """The family of OpenDocument."""

    def check(self, package: Package) -> None:
        is_flat = PART in package
        if not is_flat and _CONTENT not in package and _MANIFEST not in package:
            raise DocumentError(
                f"has no member {_CONTENT}; expected an OpenDocument file. Save it again.", path=package.path
            )
        if not is_flat:
            _refuse_encrypted(package)
        if not is_flat and _CONTENT not in package:
            raise DocumentError(f"has no member {_CONTENT}, which holds its text; save it again.", path=package.path)
        found, wanted = _type_of(package), _TYPES.get(package.path.suffix[1:].lower())
        if wanted and found and found != wanted:
            raise DocumentError(
                f"is of the type {shortened(found)}; expected {wanted}, as its ending says. "
                "Give it the ending of what it is.",
                path=package.path,
            )

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        package = reading.package
        if PART in package:
            yield from Part(reading, reading.xml(PART), Styles()).blocks()
            return
        shared = _shared_styles(reading)
        yield from Part(reading, reading.xml(_CONTENT), shared).blocks()
        if _STYLES in package:
            yield from Part(reading, reading.xml(_STYLES), Styles()).blocks()
        for name in filter(_OBJECT.fullmatch, package.names):
            yield from Part(reading, reading.xml(name), Styles(), Scope(is_kept=True, is_embedded=True)).blocks()
        if _META in package:
            yield from Part(reading, reading.xml(_META), Styles()).blocks()
        _announce(reading)

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        marks = Splice()
        if b":language" in xml.data:
            for node, _ in xml.iter_nodes(("dc:language",)):
                if base_code(node.text.strip()) == language:
                    marks.replace(node.inner, node.outer, [target.encode()])
        code, country = _code_and_country(target)
        for node in xml.iter_tags():
            wanted = next((name for name in _LANGUAGES if name in node.attributes), None)
            if wanted and base_code(node.attributes[wanted]) == language:
                for attribute, value in (("language", code), ("country", country), ("rfc-language-tag", target)):
                    place = value_place(xml, node, attribute)
                    if place:
                        marks.replace(*place, [value.encode()])
        return marks


def _shared_styles(reading: Reading) -> Styles:
    """Return the styles that every part knows."""
    styles = Styles()
    if _STYLES in reading.package:
        for node, around in reading.xml(_STYLES).iter_nodes(STYLES):
            styles.add(node, is_shared=all(one.name != "office:automatic-styles" for one in around))
    return styles.shared()


def _code_and_country(target: str) -> tuple[str, str]:
    code, *rest = target.split("-")
    return code, next((one.upper() for one in rest if re.fullmatch(r"[A-Za-z]{2}|\d{3}", one)), "none")


def _type_of(package: Package) -> str:
    """Return what a document is by its type; empty where it has none of OpenDocument.

    :raises DocumentError: where the only part is of another kind.
    """
    if PART in package:
        root = next(Xml.of(package.read(PART), package.path).iter_tags(), None)
        if root is None or root.name != "office:document":
            found = shown(root.name) if root else "nothing"
            raise DocumentError(f"begins with {found}; expected office:document. Save it again.", path=package.path)
        found = root.attributes.get("office:mimetype", "")
    else:
        found = package.read("mimetype").decode("utf-8", "replace").strip() if "mimetype" in package else ""
    if found and not found.startswith(_TYPE):
        raise DocumentError(f"is of the type {shown(found)}; expected one of OpenDocument.", path=package.path)
    return found.removeprefix(_TYPE).partition("-")[0]


def _refuse_encrypted(package: Package) -> None:
    if _MANIFEST in package:
        manifest = Xml.of(package.read(_MANIFEST), package.path, _MANIFEST, has_doctype=True)
        if any(node.name == "manifest:encryption-data" for node in manifest.iter_tags()):
            raise DocumentError("is encrypted; save it without a password.", path=package.path)


def _announce(reading: Reading) -> None:
    names = reading.package.names
    objects = sum(bool(_BINARY_OBJECT.fullmatch(name)) for name in names)
    if objects:
        reading.left_out.add("embedded objects", objects)
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        reading.left_out.remark("its macros are kept as they are, and never run")
    if any(name.startswith("META-INF/") and name.endswith("signatures.xml") for name in names):
        reading.left_out.remark("its digital signature is no longer valid, because the text has changed")


def _open(path: Path, config: DocumentConfig) -> Package:
    return FlatFile(path, config) if path.suffix.lower().startswith(".f") else Package(path, config)


READER = PackageReader("opendocument", OpenDocument(), _open)
