"""Packages of tools: files in the target language are filled, and the return package has what its project needs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.documents.packages import write_package
from translate.config import DocumentConfig
from translate.data import Document
from translate.documents import READERS
from translate.documents.kinds import PACKAGES, written_ending
from translate.errors import DocumentError

DRAFT = ' state="needs-review-translation" state-qualifier="leveraged-mt"'
PROJECT = (
    '\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<PackageProject xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
    ' PackageGuid="8b0c" PackageType="{}" Guid="4711" Name="Guide">\r\n<Note PackageType="ProjectPackage" />\r\n'
    "</PackageProject>"
)


def file(target: str = "en-GB", more: str = "") -> str:
    """Return an XLIFF file of one unit, whose languages are French and `target`, which it may leave unsaid."""
    said = f' target-language="{target}"' if target else ""
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a.docx"'
        f' source-language="fr-FR"{said}><header><x/></header><body><trans-unit id="1"><source>Un mot.</source>'
        f"{more}</trans-unit></body></file></xliff>"
    )


FILLED = file(more=f"<target{DRAFT}>A word.</target>")
TRADOS = {
    "Guide.sdlproj": PROJECT.format("ProjectPackage"),
    "fr-FR/a.docx.sdlxliff": file(""),
    "en-GB/a.docx.sdlxliff": file(),
    "TM/main.sdltm": b"SQLite",
    "Reports/Analyze.xml": "<a/>",
}


def opened(path: Path, **config: object) -> Document:
    return READERS.load("xliff").read(path, name=path.name, language="fr", config=DocumentConfig(**config))  # type: ignore[arg-type]


def translated(path: Path, text: str = "A word.", **config: object) -> dict[str, bytes]:
    """Return the members of a package once its texts were translated, in order."""
    made = path.with_name(f"made{path.suffix}")
    document = opened(path, **config)
    with READERS.load("xliff").rebuild(document, made, language="en-GB") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, text)
    with zipfile.ZipFile(made) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("ending", PACKAGES)
def test_a_package_comes_back_whole(ending: str, tmp_path: Path) -> None:
    members = {**TRADOS, "en-GB/a.docx.sdlxliff": FILLED}
    made = translated(write_package(tmp_path / f"job{ending}", TRADOS))
    assert made == {
        name: content.encode() if isinstance(content, str) else content for name, content in members.items()
    }


def test_copies_in_the_source_language_are_no_texts_but_files_that_name_no_target_are(tmp_path: Path) -> None:
    assert [block.part for block in opened(write_package(tmp_path / "a.sdlppx", TRADOS)).blocks] == [
        "en-GB/a.docx.sdlxliff"
    ]
    members = {"a.xlf": file(""), "b.xlf": file("")}
    assert [block.part for block in opened(write_package(tmp_path / "a.xlz", members)).blocks] == ["a.xlf", "b.xlf"]


def test_files_in_other_target_languages_stay_where_the_target_is_known(tmp_path: Path) -> None:
    path = write_package(tmp_path / "a.sdlppx", {"de-DE/a.sdlxliff": file("de-DE"), "en-GB/a.sdlxliff": file()})
    document = opened(path, target_language="en")
    assert [block.part for block in document.blocks] == ["en-GB/a.sdlxliff"]
    assert list(document.notices) == ["1 file in other languages kept as it is"]
    only = write_package(tmp_path / "b.sdlppx", {"de-DE/a.sdlxliff": file("de-DE")})
    with pytest.raises(DocumentError, match="its targets are in de-DE; expected en-GB"):
        translated(only, target_language="en")


def test_the_return_package_of_trados_has_the_files_and_a_project_that_says_so(tmp_path: Path) -> None:
    path = write_package(tmp_path / "job.SDLPPX", TRADOS)
    made = translated(path, return_packages=True)
    assert {name: content.decode() for name, content in made.items()} == {
        "Guide.sdlproj": PROJECT.format("ReturnPackage"),
        "fr-FR/a.docx.sdlxliff": file(""),
        "en-GB/a.docx.sdlxliff": FILLED,
    }
    assert written_ending("xliff", ".SDLPPX", DocumentConfig(return_packages=True)) == ".sdlrpx"
    assert written_ending("xliff", ".sdlppx", DocumentConfig()) == ".sdlppx"


def test_a_return_package_is_one_where_nobody_translated_too(tmp_path: Path) -> None:
    made = translated(write_package(tmp_path / "job.sdlppx", TRADOS), "Un mot.", return_packages=True)
    assert list(made) == ["Guide.sdlproj", "fr-FR/a.docx.sdlxliff", "en-GB/a.docx.sdlxliff"]
    assert made["en-GB/a.docx.sdlxliff"].decode() == file()


def test_that_of_memoq_has_the_bilingual_files(tmp_path: Path) -> None:
    members = {"project.xml": "<a/>", "docs/a.mqxliff": file(), "tm/a.tmx": "<tmx/>"}
    made = translated(write_package(tmp_path / "job.mqout", members), return_packages=True)
    assert made == {"docs/a.mqxliff": FILLED.encode()}
    assert written_ending("xliff", ".mqout", DocumentConfig(return_packages=True)) == ".mqback"
    assert written_ending("xliff", ".mqxlz", DocumentConfig(return_packages=True)) == ".mqxlz"


@pytest.mark.parametrize(
    ("project", "message"),
    [
        ({}, r"has 0 projects \(\.sdlproj\); expected one"),
        ({"a.sdlproj": "<a/>", "b.sdlproj": "<b/>"}, "has 2 projects"),
        ({"a.sdlproj": PROJECT.format("ReturnPackage").replace("<Note", "<!--<Note")}, "does not say"),
    ],
)
def test_what_has_no_project_to_return_to_is_refused(project: dict[str, str], message: str, tmp_path: Path) -> None:
    path = write_package(tmp_path / "job.sdlppx", {"en-GB/a.sdlxliff": file(), **project})
    with pytest.raises(DocumentError, match=message):
        translated(path, return_packages=True)
