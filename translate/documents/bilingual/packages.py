"""Packages of translation tools: one comes in, and out come the files in it to fill, and the package to give back.

A return package holds the bilingual files, and for Trados the project that they belong to, which says what the package
is; memories, references and reports stay with who has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from translate.documents.archives.flat import PART
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.archives.repackage import write_package
from translate.documents.bilingual.fills import with_attributes
from translate.documents.xml.nodes import Xml
from translate.errors import DocumentError
from translate.languages import base_code

_ENDINGS = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff", ".txlf")
_PROJECT = ".sdlproj"


def files_of(package: Package) -> tuple[str, ...]:
    """Return the names of the bilingual files in a package, or of the one file that a document is."""
    return tuple(name for name in package.names if name == PART or name.lower().endswith(_ENDINGS))


def files_to_fill(reading: Reading) -> Iterator[str]:
    """Yield those of the target language; what is left out is counted.

    The copies in the source language that Trados puts beside its files name no target. They are passed over.
    """
    package, wanted = reading.package, reading.config.target_language
    names = files_of(package)
    if names == (PART,):
        yield PART
        return
    targets = {name: _target_of(Xml.of(package.read(name), package.path, name, has_doctype=True)) for name in names}
    has_targets = any(targets.values())
    has_wanted = any(target and base_code(target) == base_code(wanted) for target in targets.values() if wanted)
    for name, target in targets.items():
        if has_targets and not target:
            continue
        if has_wanted and base_code(target) != base_code(wanted):
            reading.left_out.add("files in other languages")
        else:
            yield name


def _target_of(xml: Xml) -> str:
    """Return the target language that the head of a file says; an empty string where it says none."""
    for tag in xml.iter_tags():
        own = tag.attributes
        target = own.get("target-language") or own.get("trgLang")
        if target or tag.name.rpartition(":")[2] == "file":
            return target or ""
    return ""


def write_return(package: Package, file: BinaryIO, changed: Mapping[str, bytes]) -> None:
    """Write the return package of a package.

    :param changed: new contents of files, by name.
    :raises DocumentError: where a package of Trados has no project, or one that is of no such package.
    """
    projects = dict(_projects(package)) if package.path.suffix.lower() == ".sdlppx" else {}
    write_package(package.path, file, {**changed, **projects}, kept={*files_of(package), *projects})


def _projects(package: Package) -> Iterator[tuple[str, bytes]]:
    """Yield the project of a package of Trados, called that of a return package."""
    names = [name for name in package.names if "/" not in name and name.lower().endswith(_PROJECT)]
    found = f"has {len(names)} projects ({_PROJECT}); expected one"
    if len(names) == 1:
        xml = Xml.of(package.read(names[0]), package.path, names[0])
        root = next(xml.iter_tags())
        if root.attributes.get("PackageType") == "ProjectPackage":
            tag = with_attributes(xml.data[root.start : root.inner], {"PackageType": "ReturnPackage"})
            yield names[0], xml.encoded(xml.data[: root.start] + tag + xml.data[root.inner :])
            return
        found = f"its project {names[0]} does not say that it is of a project package"
    raise DocumentError(f"{found}, so that no return package can be made of it.", path=package.path)
