"""Documents of older formats go through LibreOffice, and come back in the newer one."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.cli.conftest import run_in
from translate.config import DocumentConfig
from translate.documents.discovery import kind_of
from translate.documents.kinds import KINDS_BY_SUFFIX, written_ending
from translate.documents.office import older_files as office
from translate.documents.office.older_files import READER, find_office
from translate.documents.older import NEWER, SHARED
from translate.engines.rotate import turn
from translate.errors import DocumentError

__all__ = ["run_in"]

Run = Callable[..., Any]
TEXT = "La barque est amarrée au ponton."
RTF = r"{\rtf1\ansi\ansicpg1252 La barque est {\b amarr\'e9e} au ponton.\par Les rames sont dans la cabane.}"
NAMESPACE = "http://openoffice.org/2001/registry"
FLAT = Path(__file__).parents[1] / "files"
needs_office = pytest.mark.skipif(find_office() is None, reason="no LibreOffice: apt-get install libreoffice")


def read(path: Path, **settings: Any) -> list[str]:
    config = DocumentConfig(**settings)
    return [block.text for block in READER.read(path, name=path.name, language="fr", config=config).blocks]


@pytest.mark.office
@needs_office
def test_a_text_is_written_as_word_with_its_look_and_the_same_bytes_each_time(tmp_path: Path, run_in: Run) -> None:
    (tmp_path / "a.rtf").write_text(RTF)
    made = []
    for out in ("one", "other"):
        ran = run_in(tmp_path, "translate", "a.rtf", "--engine", "rotate", "--any-language", "--out", out)
        assert (ran.code, "a.rtf: converted from .rtf by LibreOffice, and written as .docx" in ran.output) == (0, True)
        made.append((tmp_path / out / "a.en.docx").read_bytes())
    assert made[0] == made[1]
    with zipfile.ZipFile(tmp_path / "one/a.en.docx") as archive:
        body = archive.read("word/document.xml").decode()
    assert turn("amarrée") in body and "<w:b" in body
    assert turn("Les rames sont dans la cabane.") in body


@pytest.mark.office
@pytest.mark.slow
@needs_office
@pytest.mark.parametrize(("given", "older"), [("ventes.xlsx", ".xls"), ("chiffres.pptx", ".ppt")])
def test_sheets_and_slides_of_older_formats_have_the_texts_of_newer_ones(
    given: str, older: str, tmp_path: Path
) -> None:
    newer = FLAT / given
    shutil.copyfile(newer, tmp_path / f"a{newer.suffix}")
    office._convert(str(find_office()), tmp_path / f"a{newer.suffix}", tmp_path / f"a{older}", 120, newer)
    shutil.rmtree(tmp_path / "profile")
    assert [text for text in read(tmp_path / f"a{older}") if text]


def test_the_profile_lets_no_macro_run_and_sends_what_is_fetched_nowhere(tmp_path: Path) -> None:
    office._write_profile(tmp_path / "profile")
    settings = etree.parse(tmp_path / "profile/user/registrymodifications.xcu")
    values = {prop.get(f"{{{NAMESPACE}}}name"): prop.findtext("value") for prop in settings.iter("prop")}
    assert values["DisableMacrosExecution"] == values["BlockUntrustedRefererLinks"] == "true"
    assert (values["MacroSecurityLevel"], values["ooInetHTTPProxyName"]) == ("3", "127.0.0.1")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.doc", b"", "is empty"),
        ("a.doc", b"\x89PNG\r\n\x1a\n", r"PNG.*expected a document of \.doc"),
        ("a.rtf", b"Bonjour", r"begins with b'Bonjour'; expected a document of \.rtf"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), r"has no document of \.xls in it: damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + "EncryptedPackage\0".encode("utf-16-le"), "is protected by a password"),
    ],
    ids=["empty", "picture", "text", "container", "password"],
)
def test_what_is_no_such_document_is_refused(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DocumentError, match=rf"{re.escape(name)}: .*{message}"):
        read(tmp_path / name)


@pytest.mark.parametrize(("name", "newer"), [("a.rtf", ".docx"), ("b.xls", ".xlsx"), ("c.ppt", ".pptx")])
def test_without_libreoffice_one_line_says_what_to_do(
    name: str, newer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    (tmp_path / name).write_bytes(b"{\\rtf1 x}")
    with pytest.raises(DocumentError, match=rf"not installed; install it.*or save the document as \{newer}"):
        read(tmp_path / name)


def test_a_program_that_makes_nothing_or_takes_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.rtf").write_text(RTF)
    idle = tmp_path / "idle"
    for script, message in (("exit 0", "cannot open it"), ("sleep 60", "took more than 1 s")):
        idle.write_text(f"#!/bin/sh\n{script}\n")
        idle.chmod(0o755)
        monkeypatch.setattr(office, "find_office", lambda: str(idle))
        with pytest.raises(DocumentError, match=message):
            read(tmp_path / "a.rtf", max_seconds=1)


def test_each_older_ending_is_written_as_one_that_is_read() -> None:
    for older, newer in NEWER.items():
        assert (KINDS_BY_SUFFIX[older] == "office") != (older in SHARED)
        assert newer in KINDS_BY_SUFFIX
        assert written_ending("office", older.upper(), DocumentConfig()) == newer


def test_a_template_is_one_of_gettext_unless_it_begins_as_one_of_powerpoint(tmp_path: Path) -> None:
    (tmp_path / "slides.pot").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    (tmp_path / "texts.pot").write_text('msgid "La barque"\nmsgstr ""\n', "utf-8")
    assert [kind_of(tmp_path / name) for name in ("slides.pot", "texts.pot", "absent.pot")] == ["office", "po", "po"]
