"""What cannot be a document is refused in one line, with exit code 1, at once, and nothing is written or fetched."""

from __future__ import annotations

import io
import re
import shutil
import socket
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import run_in
from tests.documents.kinds import CONVERTED
from tests.documents.packages import write_package, write_word
from translate.documents import READERS
from translate.documents.discovery import kind_of

__all__ = ["run_in"]

FILES = {path.suffix: path for path in sorted((Path(__file__).parent / "files").iterdir())}
PACKAGES = [suffix for suffix, path in FILES.items() if zipfile.is_zipfile(path) and suffix != ".zip"]
MAIN = {
    ".docx": "word/document.xml",
    ".odt": "content.xml",
    ".pptx": "ppt/presentation.xml",
    ".xlsx": "xl/workbook.xml",
    ".epub": "META-INF/container.xml",
    ".idml": "designmap.xml",
}
SECONDS = 2.0
"""Of the processor, so that a busy machine makes nothing wrong."""
PLACES = 20
"""Where each file is cut off."""
STEPS = (1, 2, 3, 5, 8, 13)
"""How far in the row of endings those stand that each file gets wrongly: all of them would take minutes."""

Refused = Callable[..., str]
each_package = pytest.mark.parametrize("suffix", PACKAGES)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("a document was read with a look at the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, fail)
    monkeypatch.setattr(socket, "getaddrinfo", fail)


def translate(run: Callable[..., object], path: Path, *, engine: str = "rotate") -> tuple[int, list[str], list[str]]:
    """Translate a document; return the exit code, what was said, and the names of what was written."""
    out = path.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    options = ("--engine", engine, "--any-language", "--quiet", "--out", str(out))
    ran = run(path.parent, "translate", path.name, *options)
    written = sorted(one.relative_to(out).as_posix() for one in out.rglob("*") if one.is_file()) if out.exists() else []
    return ran.code, ran.error.splitlines(), written  # type: ignore[attr-defined]


@pytest.fixture
def refused(run_in: Callable[..., object]) -> Refused:
    """Return a function that fails where a document is not refused as it should be, and returns what was said."""

    def refuse(path: Path) -> str:
        around = set(path.parent.parent.glob("*")) | set(path.parent.glob("*"))
        started = time.process_time()
        code, lines, written = translate(run_in, path)
        took = time.process_time() - started
        assert (code, len(lines)) == (1, 1), lines
        assert path.name in lines[0]
        assert [one for one in written if not one.startswith(".bitexte")] == []
        left = set(path.parent.parent.glob("*")) | set(path.parent.glob("*"))
        assert left - around <= {path.parent / "out", path.parent.parent / "bitexte-cache"}
        assert took < SECONDS
        return lines[0]

    return refuse


def parts_of(suffix: str) -> dict[str, bytes]:
    with zipfile.ZipFile(FILES[suffix]) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(tmp_path: Path, suffix: str, parts: dict[str, bytes]) -> Path:
    return write_package(tmp_path / f"made{suffix}", parts)


def xml_parts(suffix: str) -> Iterator[str]:
    """Yield the parts of a package that are XML."""
    for name in parts_of(suffix):
        if name == "META-INF/encryption.xml" or not name.endswith((".xml", ".xhtml", ".opf", ".ncx", ".rels")):
            continue
        yield name


@each_package
def test_a_password_protected_file_is_told_from_an_archive(suffix: str, tmp_path: Path, refused: Refused) -> None:
    path = tmp_path / f"made{suffix}"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000))
    assert "password" in refused(path)


@each_package
def test_a_truncated_package_is_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    data = FILES[suffix].read_bytes()
    path = tmp_path / f"made{suffix}"
    for place in range(PLACES):
        path.write_bytes(data[: len(data) * place // PLACES])
        refused(path)


@each_package
def test_a_part_that_fills_the_memory_is_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    parts = parts_of(suffix)
    parts[MAIN[suffix]] += b" " * 30_000_000
    assert "max_ratio" in refused(changed(tmp_path, suffix, parts))


@each_package
@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd">%a;]>',
    ],
    ids=["internal", "file", "network", "parameter"],
)
def test_a_document_type_is_refused(
    suffix: str, declaration: str, tmp_path: Path, refused: Refused, run_in: Callable[..., object]
) -> None:
    parts = parts_of(suffix)
    head, tail = re.split(rb"(?<=\?>)", parts[MAIN[suffix]], maxsplit=1)
    parts[MAIN[suffix]] = head + declaration.encode() + tail
    path = changed(tmp_path, suffix, parts)
    if suffix == ".epub" and "[" not in declaration:
        # Tables of contents and pages of EPUB 2 have one by their standard: it is not looked at.
        assert translate(run_in, path)[0] == 0
    else:
        assert "DOCTYPE" in refused(path)


@each_package
@pytest.mark.parametrize("name", ["../evil.txt", "/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt"])
def test_a_name_that_leads_out_is_refused(suffix: str, name: str, tmp_path: Path, refused: Refused) -> None:
    refused(changed(tmp_path, suffix, parts_of(suffix) | {name: b"x"}))


@each_package
def test_a_package_without_its_main_part_is_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    parts = parts_of(suffix)
    del parts[MAIN[suffix]]
    refused(changed(tmp_path, suffix, parts))


@pytest.mark.parametrize(("suffix", "name"), [(suffix, name) for suffix in PACKAGES for name in xml_parts(suffix)])
def test_a_part_that_is_no_xml_is_refused_or_left_alone(
    suffix: str, name: str, tmp_path: Path, refused: Refused, run_in: Callable[..., object]
) -> None:
    """A page of a book may be broken, and so may a part that holds no text; it comes back as it was."""
    parts = parts_of(suffix)
    parts[name] = parts[name][: len(parts[name]) * 2 // 3] + b"<open"
    path = changed(tmp_path, suffix, parts)
    code, lines, _ = translate(run_in, path)
    if code:
        assert name in refused(path)
        return
    assert not any("Traceback" in line for line in lines)
    with zipfile.ZipFile(tmp_path / "out" / f"made.en{suffix}") as archive:
        assert name.endswith((".xhtml", ".rels")) or archive.read(name) == parts[name]


@each_package
def test_a_part_that_stands_twice_is_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    path = changed(tmp_path, suffix, parts_of(suffix))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(MAIN[suffix], parts_of(suffix)[MAIN[suffix]])
    assert "2 members" in refused(path)


@pytest.mark.parametrize(
    ("suffix", "other"),
    [(one, (2 * list(FILES))[number + step]) for number, one in enumerate(FILES) for step in STEPS],
    ids=lambda suffix: suffix[1:],
)
def test_a_wrong_ending_is_refused_or_is_a_text(
    suffix: str, other: str, tmp_path: Path, refused: Refused, run_in: Callable[..., object]
) -> None:
    """Any text is plain text; of another kind it is only where it has some text of it."""
    path = tmp_path / f"made{other}"
    path.write_bytes(FILES[suffix].read_bytes())
    if {suffix, other} & {*PACKAGES, ".zip"}:
        refused(path)
    elif translate(run_in, path)[0]:
        assert other != ".txt" and refused(path)


@pytest.mark.parametrize("suffix", [suffix for suffix in FILES if suffix not in PACKAGES])
def test_bytes_that_are_no_text_are_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    path = tmp_path / f"made{suffix}"
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    assert "PDF" in refused(path)


def test_macros_and_links_stay_byte_for_byte_and_nothing_is_fetched(
    tmp_path: Path, run_in: Callable[..., object]
) -> None:
    link, there = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://127.0.0.1:9"
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{link}/attachedTemplate" Target="{there}/a.dotm" TargetMode="External"/>'
        f'<Relationship Id="r2" Type="{link}/image" Target="{there}/a.png" TargetMode="External"/>'
        "</Relationships>"
    )
    write_word(tmp_path / "made.docx", "<w:p><w:r><w:t>Le lilas fleurit en mai.</w:t></w:r></w:p>")
    macro = b"\xd0\xcf\x11\xe0" + bytes(range(256)) * 4
    with zipfile.ZipFile(tmp_path / "made.docx", "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", relationships)
        archive.writestr("word/vbaProject.bin", macro)
    code, lines, _ = translate(run_in, tmp_path / "made.docx")
    assert (code, [line for line in lines if "error" in line]) == (0, [])
    with zipfile.ZipFile(tmp_path / "out" / "made.en.docx") as archive:
        assert archive.read("word/vbaProject.bin") == macro
        assert archive.read("word/_rels/document.xml.rels").decode() == relationships
        assert "Yr yvynf" in archive.read("word/document.xml").decode()


def test_a_page_fetches_nothing(tmp_path: Path, run_in: Callable[..., object]) -> None:
    page = (
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd"><html><head><base href="http://127.0.0.1:9/">'
        '<link rel="stylesheet" href="a.css"><script src="a.js"></script></head>'
        '<body><iframe src="a.html"></iframe><img src="a.png"><p>Le lilas fleurit en mai.</p></body></html>'
    )
    (tmp_path / "made.html").write_text(page, encoding="utf-8")
    assert translate(run_in, tmp_path / "made.html")[0] == 0
    made = (tmp_path / "out" / "made.en.html").read_text(encoding="utf-8")
    assert made == page.replace("Le lilas fleurit en mai.", "Yr yvynf syrhevg ra znv.")


def test_a_digital_signature_that_no_longer_holds_is_announced(tmp_path: Path, run_in: Callable[..., object]) -> None:
    write_word(tmp_path / "made.docx", "<w:p><w:r><w:t>Le lilas fleurit en mai.</w:t></w:r></w:p>")
    with zipfile.ZipFile(tmp_path / "made.docx", "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
        archive.writestr("_xmlsignatures/origin.sigs", "")
    path = tmp_path / "made.docx"
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    options = ("--engine", "rotate", "--any-language", "--out", str(tmp_path / "out"))
    ran = run_in(tmp_path, "translate", path.name, *options)
    assert ran.code == 0  # type: ignore[attr-defined]
    assert "signature" in ran.error + ran.output  # type: ignore[attr-defined]


def test_the_other_documents_of_a_run_go_on(tmp_path: Path, run_in: Callable[..., object]) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04")
    shutil.copy(FILES[".txt"], tmp_path / "good.txt")
    options = ("--engine", "rotate", "--any-language", "--quiet", "--out", str(tmp_path / "out"))
    ran = run_in(tmp_path, "translate", "bad.docx", "good.txt", *options)
    assert ran.code == 1  # type: ignore[attr-defined]
    assert [one.name for one in (tmp_path / "out").glob("*.en.*")] == ["good.en.txt"]


def test_a_member_whose_size_lies_is_refused(tmp_path: Path, refused: Refused) -> None:
    """The directory says that the part is small; what is unpacked counts."""
    write_word(tmp_path / "made.docx", "<w:p/>" + " " * 30_000_000)
    data = bytearray((tmp_path / "made.docx").read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    wrong = data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert wrong != data
    (tmp_path / "made.docx").write_bytes(wrong)
    refused(tmp_path / "made.docx")


def test_every_kind_with_an_ending_is_tried() -> None:
    assert {kind_of(path) for path in FILES.values()} == set(READERS) - {"segments", *CONVERTED}
    assert set(MAIN) == set(PACKAGES)
