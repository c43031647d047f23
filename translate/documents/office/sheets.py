"""Workbooks (xlsx, xlsm, xltx): what a person reads in cells and around them; numbers and formulas as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from translate.documents.archives.package import Package
from translate.documents.archives.packaged import PackageReader, Reading
from translate.documents.office.drawing import DRAWING_LANGUAGES
from translate.documents.office.ooxml import language_marks, main_part
from translate.documents.office.workbook import open_workbook
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock
from translate.documents.xml.nodes import Xml


class Sheets:
    """The family of workbooks."""

    def check(self, package: Package) -> None:
        main_part(package, "xlsx")

    def iter_blocks(self, reading: Reading) -> Iterator[SplicedBlock]:
        yield from open_workbook(reading, main_part(reading.package, "xlsx")).blocks()

    def language_marks(self, xml: Xml, language: str, target: str) -> Splice:
        if b"lang" not in xml.data:
            return Splice()
        return language_marks(xml, language, target, DRAWING_LANGUAGES)


READER = PackageReader("xlsx", Sheets())
