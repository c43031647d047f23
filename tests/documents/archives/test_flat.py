"""One file of XML is read as a package of one part, within the same limits; names are those of its namespaces."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from translate.config import DocumentConfig
from translate.documents.archives.flat import PART, FlatFile
from translate.documents.xml.namespaces import PREFIXES
from translate.documents.xml.nodes import Xml
from translate.errors import DocumentError


def flat(folder: Path, content: bytes, **config: int) -> FlatFile:
    path = folder / "a.fodt"
    path.write_bytes(content)
    return FlatFile(path, DocumentConfig(**config))  # type: ignore[arg-type]


def test_the_file_is_its_only_part(tmp_path: Path) -> None:
    with flat(tmp_path, b"<a/>") as package:
        assert package.names == (PART,)
        assert PART in package and "content.xml" not in package
        assert package.read(PART) == b"<a/>"


@pytest.mark.parametrize(("changed", "after"), [({}, b"<a/>"), ({PART: b"<b/>"}, b"<b/>"), ({"other": b"x"}, b"<a/>")])
def test_the_file_is_written_with_what_changed(tmp_path: Path, changed: dict[str, bytes], after: bytes) -> None:
    file = io.BytesIO()
    with flat(tmp_path, b"<a/>") as package:
        package.write(file, changed)
    assert file.getvalue() == after


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<a>" + b" " * 1_000_000, "is larger than 1 MB; if it is right, raise max_member_mb"),
        (b"PK\x03\x04", "is a ZIP package; expected one file of XML. Give it the ending of what it is"),
    ],
)
def test_what_is_no_file_of_xml_within_the_limits_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        flat(tmp_path, content, max_member_mb=1)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.fodt: cannot be read: No such file"):
        FlatFile(tmp_path / "gone.fodt", DocumentConfig())


_STRICT, _USUAL = "http://purl.oclc.org/ooxml/", "http://schemas.openxmlformats.org/"


@pytest.mark.parametrize(
    "strict", sorted(space.removeprefix(_STRICT) for space in PREFIXES if space.startswith(_STRICT))
)
def test_the_strict_form_of_a_namespace_is_called_as_the_usual_one(strict: str) -> None:
    family, _, rest = strict.partition("/")
    assert PREFIXES[_STRICT + strict] == PREFIXES[f"{_USUAL}{family}/2006/{rest}"]


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ('<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>', "w:p"),
        ('<p xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>', "w:p"),
        ('<x:p xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"/>', "text:p"),
        ('<p xmlns="urn:unheard:of"/>', "urn:unheard:of:p"),
        ("<p/>", "p"),
    ],
)
def test_an_element_is_called_by_its_namespace_whatever_its_prefix(tag: str, name: str) -> None:
    assert [node.name for node in Xml.of(tag.encode(), Path("a")).iter_tags()] == [name]
