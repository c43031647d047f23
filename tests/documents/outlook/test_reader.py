"""Messages of Outlook are written as e-mails, with subject, people, date, texts and attachments."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import cast

import pytest

from tests.documents.outlook.messages import (
    ATTACHMENT,
    RECIPIENT,
    Paths,
    binary,
    message,
    narrow,
    numbers,
    packed,
    text,
    within,
)
from translate.config import DocumentConfig
from translate.data import Document
from translate.documents import READERS
from translate.documents.discovery import kind_of
from translate.documents.kinds import written_ending
from translate.documents.outlook.container import DamagedError, read_streams
from translate.errors import DocumentError

SUBJECT = text("0037", "RE: Réunion de chantier")
BODY = text("1000", "Bonjour Marie,\r\n\r\nLa réunion aura lieu mardi.\r\n")
PAGE = binary("1013", "<html><body><p>La réunion aura lieu <b>mardi</b>.</p></body></html>".encode("cp1252"))
SENT = 133_500_000_000_000_000
PEOPLE = (
    numbers(32, x0039=SENT, x3FDE=1252),
    text("0C1A", "Dupont, Paul"),
    text("5D01", "paul@example.org"),
    within(RECIPIENT, text("3001", "Zoé Petit"), text("39FE", "zoe@example.org"), numbers(8, x0C15=2)),
)
FILE = within(ATTACHMENT, text("3707", "plan été.pdf"), text("370E", "application/pdf"), binary("3701", b"%PDF" * 2000))


def document_of(folder: Path, *parts: Paths, name: str = "a.msg") -> Document:
    path = folder / name
    path.write_bytes(message(*parts))
    kind = kind_of(path)
    return READERS.load(kind).read(path, name=path.name, language="fr", config=DocumentConfig())


def texts_of(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.text.strip()]


def written(document: Document, folder: Path) -> EmailMessage:
    made = folder / "made.eml"
    with READERS.load(document.kind).rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, block.text.replace("mardi", "LUNDI"), block.codes)
    return cast(EmailMessage, message_from_bytes(made.read_bytes(), policy=default))


def test_a_message_is_an_e_mail_with_all_that_one_has(tmp_path: Path) -> None:
    document = document_of(tmp_path, SUBJECT, BODY, PAGE, FILE, *PEOPLE)
    found = texts_of(document)
    assert found[0] == "Réunion de chantier"
    assert "La réunion aura lieu mardi." in found
    mail = written(document, tmp_path)
    assert (mail["Subject"], mail["From"], mail["Cc"]) == (
        "RE: Réunion de chantier", '"Dupont, Paul" <paul@example.org>', "Zoé Petit <zoe@example.org>"
    )  # fmt: skip
    assert mail["Date"].datetime.year == 2024
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None and plain.get_content() == "Bonjour Marie,\r\n\r\nLa réunion aura lieu LUNDI.\r\n"
    assert page is not None and "<b>LUNDI</b>" in page.get_content()
    (file,) = mail.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("plan été.pdf", b"%PDF" * 2000)
    assert "written as .eml" in next(iter(document.notices))


def test_the_same_message_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        written(document_of(tmp_path / name, SUBJECT, BODY, PAGE, FILE), tmp_path / name)
        made.append((tmp_path / name / "made.eml").read_bytes())
    assert made[0] == made[1]


def test_texts_in_a_code_page_are_read(tmp_path: Path) -> None:
    cyrillic = numbers(32, x3FFD=1251)
    assert texts_of(document_of(tmp_path, narrow("0037", "Встреча".encode("cp1251")), cyrillic)) == ["Встреча"]
    western = narrow("1000", "Un été à 5 €".encode("cp1252"))
    assert texts_of(document_of(tmp_path, western)) == ["Un été à 5 €"]


@pytest.mark.parametrize(("page", "sign"), [(28605, "iso8859-15"), (65001, "utf-8"), (9, "cp1252")])
def test_a_page_is_in_its_code_page(page: int, sign: str, tmp_path: Path) -> None:
    written_page = "<p>Cœur à 5 €.</p>".encode(sign)
    document = document_of(tmp_path, SUBJECT, binary("1013", written_page), numbers(32, x3FDE=page))
    assert texts_of(document)[-1] == "Cœur à 5 €."


RTF = (
    rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\fonttbl{\f0 Arial;}}{\*\htmltag19 <html>}{\*\htmltag64 <p>}\htmlrtf {"
    rb"\htmlrtf0 La r\'e9union aura lieu {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 mardi\htmlrtf }\htmlrtf0 "
    rb"{\*\htmltag92 </b>}.\htmlrtf\par}\htmlrtf0{\*\htmltag72 </p>}{\*\htmltag27 </html>}}"
)


def test_html_that_outlook_keeps_in_rtf_is_translated_as_html(tmp_path: Path) -> None:
    mail = written(document_of(tmp_path, SUBJECT, BODY, binary("1009", packed(RTF))), tmp_path)
    page, plain = mail.get_body(("html",)), mail.get_body(("plain",))
    assert page is not None and page.get_content() == "<html><p>La réunion aura lieu <b>LUNDI</b>.</p></html>\r\n"
    assert plain is not None and "LUNDI" in plain.get_content()


def test_text_that_is_in_rtf_alone_is_translated(tmp_path: Path) -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1252\fromtext {\fonttbl{\f0 Arial;}}Bonjour,\par La r\'e9union est mardi.\par}"
    document = document_of(tmp_path, SUBJECT, binary("1009", packed(rtf)))
    assert texts_of(document)[1:] == ["Bonjour,", "La réunion est mardi."]


def test_messages_within_a_message_are_counted(tmp_path: Path) -> None:
    inner = within(ATTACHMENT, text("3001", "Un autre"), within("__substg1.0_3701000D", SUBJECT))
    document = document_of(tmp_path, SUBJECT, BODY, inner)
    assert any("1 attachments that are messages" in notice for notice in document.notices)
    assert "Un autre" not in texts_of(document)


def test_it_is_written_under_another_ending() -> None:
    assert written_ending("outlook", ".MSG", DocumentConfig()) == ".eml"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((SUBJECT, binary("1009", b"packed")), "no plain text or HTML"),
        ((text("001A", "IPM.Note.SMIME"), SUBJECT), "S/MIME"),
        ((text("001A", "IPM.Contact"),), r"no plain text or HTML \(IPM.Contact\)"),
    ],
)
def test_what_cannot_be_read_is_refused(parts: tuple[Paths, ...], expected: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=expected):
        document_of(tmp_path, *parts)


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"", "is empty"), (b"%PDF-1.4", "is a PDF"), (b"Bonjour", "expected a message of Outlook")],
)
def test_another_file_is_refused(content: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=expected):
        READERS.load("outlook").read(path, name="a.msg", language="fr", config=DocumentConfig())


def test_a_damaged_container_is_refused_wherever_it_is_damaged() -> None:
    whole = message(SUBJECT, BODY, FILE)
    assert read_streams(whole)[(ATTACHMENT, "__substg1.0_37010102")] == b"%PDF" * 2000
    caught = 0
    for place in range(0, len(whole), 41):
        for data in (whole[:place], whole[:place] + b"\x05\x00\x00\x00" + whole[place + 4 :]):
            try:
                read_streams(data)
            except DamagedError:
                caught += 1
    assert caught > len(whole) // 82
