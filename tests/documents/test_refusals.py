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

DECLARATIONS = [
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd">%a;]>',
]

Refused = Callable[..., str]
each_package = pytest.mark.parametrize("suffix", PACKAGES)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("a document was read with a look at the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, fail)
    monkeypatch.setattr(socket, "getaddrinfo", fail)


def translate(run: Callable[..., object], *paths: Path, engine: str = "rotate") -> tuple[int, list[str], list[str]]:
    """Translate documents of a folder; return the exit code, what was said, and the names of what was written."""
    folder = paths[0].parent
    shutil.rmtree(folder / "out", ignore_errors=True)
    options = ("--engine", engine, "--any-language", "--quiet", "--out", str(folder / "out"))
    ran = run(folder, "translate", *(path.name for path in paths), *options)
    return ran.code, ran.error.splitlines(), written(folder / "out")  # type: ignore[attr-defined]


def written(out: Path) -> list[str]:
    return sorted(one.relative_to(out).as_posix() for one in out.rglob("*") if one.is_file()) if out.exists() else []


@pytest.fixture
def refused(run_in: Callable[..., object]) -> Refused:
    """Return a function that fails where a document is not refused as it should be, and returns what was said.

    It takes several documents of a folder as well: each has its line, and together they take no longer than one may.
    """

    def refuse(*paths: Path) -> str:
        folder = paths[0].parent
        around = set(folder.parent.glob("*")) | set(folder.glob("*"))
        started = time.process_time()
        code, lines, made = translate(run_in, *paths)
        took = time.process_time() - started
        assert (code, len(lines)) == (1, len(paths)), lines
        for path, line in zip(paths, lines, strict=True):
            assert path.name in line
        assert [one for one in made if not one.startswith(".bitexte")] == []
        left = set(folder.parent.glob("*")) | set(folder.glob("*"))
        assert left - around <= {folder / "out", folder.parent / "bitexte-cache"}
        assert took < SECONDS
        return "\n".join(lines)

    return refuse


def parts_of(suffix: str) -> dict[str, bytes]:
    with zipfile.ZipFile(FILES[suffix]) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(tmp_path: Path, suffix: str, parts: dict[str, bytes], number: int = 0) -> Path:
    return write_package(tmp_path / f"made{number}{suffix}", parts)


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
    paths = [tmp_path / f"made{place}{suffix}" for place in range(PLACES)]
    for place, path in enumerate(paths):
        path.write_bytes(data[: len(data) * place // PLACES])
    refused(*paths)


@each_package
def test_a_part_that_fills_the_memory_is_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    parts = parts_of(suffix)
    parts[MAIN[suffix]] += b" " * 30_000_000
    assert "max_ratio" in refused(changed(tmp_path, suffix, parts))


@each_package
def test_a_document_type_is_refused(
    suffix: str, tmp_path: Path, refused: Refused, run_in: Callable[..., object]
) -> None:
    parts = parts_of(suffix)
    head, tail = re.split(rb"(?<=\?>)", parts[MAIN[suffix]], maxsplit=1)
    paths = [
        changed(tmp_path, suffix, parts | {MAIN[suffix]: head + declaration.encode() + tail}, number)
        for number, declaration in enumerate(DECLARATIONS)
    ]
    if suffix == ".epub":
        # Tables of contents and pages of EPUB 2 have one by their standard: it is not looked at.
        plain = [path for path, declaration in zip(paths, DECLARATIONS, strict=True) if "[" not in declaration]
        assert plain and translate(run_in, *plain)[0] == 0
        paths = [path for path in paths if path not in plain]
    assert refused(*paths).count("DOCTYPE") == len(paths)


@each_package
def test_a_name_that_leads_out_is_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    names = ["../evil.txt", "/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt"]
    refused(*(changed(tmp_path, suffix, parts_of(suffix) | {name: b"x"}, at) for at, name in enumerate(names)))


@each_package
def test_a_package_without_its_main_part_is_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    parts = parts_of(suffix)
    del parts[MAIN[suffix]]
    refused(changed(tmp_path, suffix, parts))


@each_package
def test_a_part_that_is_no_xml_is_refused_or_left_alone(
    suffix: str, tmp_path: Path, refused: Refused, run_in: Callable[..., object]
) -> None:
    """A page of a book may be broken, and so may a part that holds no text; it comes back as it was."""
    whole, names = parts_of(suffix), list(xml_parts(suffix))
    broken = {name: whole[name][: len(whole[name]) * 2 // 3] + b"<open" for name in names}
    paths = {name: changed(tmp_path, suffix, whole | {name: broken[name]}, at) for at, name in enumerate(names)}
    _, lines, made = translate(run_in, *paths.values())
    assert not any("Traceback" in line for line in lines)
    read = {name: path for name, path in paths.items() if not any(path.name in line for line in lines)}
    for name, path in read.items():
        assert f"{path.stem}.en{suffix}" in made
        with zipfile.ZipFile(tmp_path / "out" / f"{path.stem}.en{suffix}") as archive:
            assert name.endswith((".xhtml", ".rels")) or archive.read(name) == broken[name]
    others = [name for name in names if name not in read]
    if others:
        said = refused(*(paths[name] for name in others)).splitlines()
        assert all(name in line for name, line in zip(others, said, strict=True))


@each_package
def test_a_part_that_stands_twice_is_refused(suffix: str, tmp_path: Path, refused: Refused) -> None:
    path = changed(tmp_path, suffix, parts_of(suffix))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr(MAIN[suffix], parts_of(suffix)[MAIN[suffix]])
    assert "2 members" in refused(path)


@pytest.mark.parametrize("suffix", FILES, ids=lambda suffix: suffix[1:])
def test_a_wrong_ending_is_refused_or_is_a_text(
    suffix: str, tmp_path: Path, refused: Refused, run_in: Callable[..., object]
) -> None:
    """Any text is plain text; of another kind it is only where it has some text of it."""
    endings = 2 * list(FILES)
    paths = [tmp_path / f"made{step}{endings[endings.index(suffix) + step]}" for step in STEPS]
    for path in paths:
        path.write_bytes(FILES[suffix].read_bytes())
    _, lines, made = translate(run_in, *paths)
    others = [path for path in paths if any(path.name in line for line in lines)]
    for path in paths:
        if {suffix, path.suffix} & {*PACKAGES, ".zip"}:
            assert path in others
        else:
            assert path.suffix != ".txt" if path in others else any(one.startswith(f"{path.stem}.en.") for one in made)
    if others:
        refused(*others)


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
