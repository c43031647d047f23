"""Parts of a package point to one another: by whatever path they do, the part that is meant is found, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.packages import write_package
from tests.documents.workbooks import relations
from translate.config import DocumentConfig
from translate.documents.archives.package import Package
from translate.documents.archives.packaged import Reading
from translate.documents.left_out import LeftOut
from translate.documents.office.ooxml import CONTENT_TYPES, content_types, main_part
from translate.documents.office.parts import announce, iter_properties
from translate.documents.office.relationships import Relationship, parts_of, relationships
from translate.errors import DocumentError

SLIDE, RELS = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"
PARTS = ("ppt/notes/note1.xml", "ppt/media/une image.png", "ppt/slides/own.xml", "root.xml")


def reading(folder: Path, parts: dict[str, str], **config: object) -> Reading:
    path = write_package(folder / "a.pptx", parts)
    settings = DocumentConfig(**config)  # type: ignore[arg-type]
    return Reading(Package(path, settings), settings, "fr", LeftOut())


def related(folder: Path, listed: str) -> list[tuple[str, str]]:
    with (one := reading(folder, {SLIDE: "<a/>", RELS: listed, **dict.fromkeys(PARTS, "")})).package:
        return [(found.kind, found.part) for found in relationships(one, SLIDE).values()]


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("../notes/note1.xml", "ppt/notes/note1.xml"),
        ("/ppt/notes/note1.xml", "ppt/notes/note1.xml"),
        ("../notes/../notes/./note1.xml", "ppt/notes/note1.xml"),
        ("own.xml", "ppt/slides/own.xml"),
        ("own.xml#shape", "ppt/slides/own.xml"),
        ("../../root.xml", "root.xml"),
        ("../media/une%20image.png", "ppt/media/une image.png"),
        ("../media/une image.png", "ppt/media/une image.png"),
    ],
)
def test_a_target_is_found_from_where_its_part_stands(tmp_path: Path, target: str, part: str) -> None:
    assert related(tmp_path, relations(("notesSlide", target))) == [("notesSlide", part)]


@pytest.mark.parametrize("target", ["", "#here", "gone.xml", "../notes", "../../../root.xml", "https://a.fr/own.xml"])
def test_what_is_no_part_of_the_package_is_left_out(tmp_path: Path, target: str) -> None:
    assert related(tmp_path, relations(("notesSlide", target), ("image", "own.xml"))) == [
        ("image", "ppt/slides/own.xml")
    ]


def test_what_is_outside_of_the_package_is_no_part_even_where_one_is_called_so(tmp_path: Path) -> None:
    listed = relations(("hyperlink", "own.xml")).replace("<Relationship ", '<Relationship TargetMode="External" ')
    assert related(tmp_path, listed) == []


def test_a_part_without_a_list_points_to_none(tmp_path: Path) -> None:
    with (one := reading(tmp_path, {SLIDE: "<a/>"})).package:
        assert relationships(one, SLIDE) == {}
        assert relationships(one, "gone.xml") == {}


def test_a_list_that_is_no_xml_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=rf"{RELS}: not well-formed XML"):
        related(tmp_path, "<Relationships>")


def test_parts_of_some_kinds_come_in_the_order_of_the_list() -> None:
    listed = {"3": Relationship("chart", "c"), "1": Relationship("image", "i"), "2": Relationship("chartEx", "e")}
    assert list(parts_of(listed, "chart", "chartEx")) == ["c", "e"]
    assert list(parts_of(listed)) == []


_TYPE = "application/vnd.openxmlformats-officedocument.{}.main+xml"
_LIST = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'


def override(name: str, content_type: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{content_type}"/>'


def test_a_part_has_the_type_of_its_name_or_of_its_ending(tmp_path: Path) -> None:
    listed = '<Default Extension="XML" ContentType="x"/>' + override("b.xml", "y") + override("gone.xml", "z")
    parts = {CONTENT_TYPES: _LIST.format(listed), "a.xml": "", "b.xml": "", "c.bin": "", "d.Xml": ""}
    with (one := reading(tmp_path, parts)).package:
        assert content_types(one.package) == {CONTENT_TYPES: "x", "a.xml": "x", "b.xml": "y", "d.Xml": "x"}


@pytest.mark.parametrize(
    ("content_type", "kind", "message"),
    [
        (_TYPE.format("wordprocessingml.document"), "docx", ""),
        (_TYPE.format("wordprocessingml.template"), "docx", ""),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "docx", ""),
        (_TYPE.format("presentationml.slideshow"), "pptx", ""),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xlsx", ""),
        (
            _TYPE.format("spreadsheetml.sheet"),
            "docx",
            r"is a workbook; expected a Word document, .* Rename it to \.xlsx",
        ),
        (_TYPE.format("presentationml.presentation"), "xlsx", "is a presentation; expected a workbook"),
        ("application/xml", "pptx", "has no main part of a presentation; save it again"),
    ],
)
def test_a_package_is_what_its_main_part_is(tmp_path: Path, content_type: str, kind: str, message: str) -> None:
    with (
        one := reading(tmp_path, {CONTENT_TYPES: _LIST.format(override("m.xml", content_type)), "m.xml": ""})
    ).package:
        if not message:
            assert main_part(one.package, kind) == "m.xml"
        else:
            with pytest.raises(DocumentError, match=message):
                main_part(one.package, kind)


CORE = "application/vnd.openxmlformats-package.core-properties+xml"
PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Un titre</dc:title><dc:subject>2024</dc:subject>'
    "<dc:creator>Léa</dc:creator><cp:keywords>pain, four</cp:keywords><cp:lastModifiedBy>Léa</cp:lastModifiedBy>"
    "</cp:coreProperties>"
)


@pytest.mark.parametrize(
    ("skip", "texts"),
    [((), [("Un titre", "property title"), ("pain, four", "property keywords")]), (("properties",), [])],
)
def test_properties_are_texts_where_they_have_words(
    tmp_path: Path, skip: tuple[str, ...], texts: list[tuple[str, str]]
) -> None:
    with (one := reading(tmp_path, {"core.xml": PROPERTIES}, skip=skip)).package:
        blocks = list(iter_properties(one, {"core.xml": CORE, "other.xml": "x"}))
    assert [(block.text, block.context) for block in blocks] == texts
    assert all(block.part == "core.xml" for block in blocks)


@pytest.mark.parametrize(
    ("names", "types", "lines"),
    [
        (["word/a.xml"], {}, []),
        (["word/embeddings/a.bin", "word/embeddings/b.bin"], {}, ["2 embedded files kept as they are"]),
        (["word/vbaProject.bin"], {}, ["its macros are kept as they are, and never run"]),
        (
            ["word/a.xml"],
            {"s": "application/vnd.openxmlformats-package.digital-signature-origin"},
            ["its digital signature is no longer valid, because the text has changed"],
        ),
    ],
)
def test_what_is_kept_of_a_package_is_told(
    tmp_path: Path, names: list[str], types: dict[str, str], lines: list[str]
) -> None:
    with (one := reading(tmp_path, dict.fromkeys(names, ""))).package:
        announce(one, types)
    assert list(one.left_out) == lines
