"""Mail: subjects and bodies are translated in their encodings, attachments and other fields stay."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path

import pytest

from tests.documents.markup.markups import read, shown, written
from translate.errors import DocumentError


def message(subject: str, text: str, **options: str) -> EmailMessage:
    """Return a message with a plain text."""
    made = EmailMessage(policy=SMTP)
    made["Subject"], made["From"] = subject, "Anne Roy <a@b.fr>"
    made.set_content(text, **options)
    return made


def parsed(data: bytes) -> EmailMessage:
    made = email.message_from_bytes(data, policy=default)
    assert isinstance(made, EmailMessage)
    return made


@pytest.mark.parametrize(
    ("charset", "coding"),
    [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("iso-8859-1", "quoted-printable"), ("utf-8", "8bit")],
)
def test_a_text_is_written_in_its_encoding(charset: str, coding: str, tmp_path: Path) -> None:
    source = bytes(message("L'été", "Un café ici.\n\nUne autre ligne.\n", charset=charset, cte=coding))
    document = read(tmp_path / "a.eml", "mail", source)
    assert shown(document) == ["L'été", "Un café ici.", "Une autre ligne."]
    made = parsed(written(document, tmp_path / "b.eml", {"Un café ici.": "A café here.", "L'été": "Rosé time"}))
    assert made["Subject"] == "Rosé time"
    assert made.get_content().splitlines() == ["A café here.", "", "Une autre ligne."]
    assert (made["Content-Transfer-Encoding"], made.get_content_charset()) == (coding, charset)


def test_what_the_encoding_lacks_makes_it_utf_8(tmp_path: Path) -> None:
    source = bytes(message("Bonjour", "Un mot.\n", charset="iso-8859-1", cte="quoted-printable"))
    document = read(tmp_path / "a.eml", "mail", source)
    made = parsed(written(document, tmp_path / "b.eml", {"Un mot.": "A “word”."}))
    assert made.get_content_charset() == "utf-8"
    assert made.get_content().strip() == "A “word”."


def test_a_text_of_ascii_that_is_none_any_more_is_encoded(tmp_path: Path) -> None:
    source = b"Subject: Bonjour\n\nUn mot.\n"
    document = read(tmp_path / "a.eml", "mail", source)
    made = parsed(written(document, tmp_path / "b.eml", {"Un mot.": "A café."}))
    assert made.get_content().strip() == "A café."


def test_pages_are_read_as_pages_and_attachments_stay(tmp_path: Path) -> None:
    source = message("Bonjour", "Un mot.\n")
    source.add_alternative('<p lang="fr">Un <b>mot</b>.</p>', subtype="html")
    source.add_attachment("Rien à faire", filename="note.txt")
    document = read(tmp_path / "a.eml", "mail", bytes(source))
    assert shown(document) == ["Bonjour", "Un mot.", "Un <mot>."]
    assert list(document.notices) == ["1 attachment kept as it is"]
    made = parsed(written(document, tmp_path / "b.eml", {"Un mot.": "A word."}))
    attachment = next(made.iter_attachments())
    assert attachment.get_content().strip() == "Rien à faire"


def test_marks_of_answers_and_quotation_stay(tmp_path: Path) -> None:
    source = b"Subject: RE: TR : Un mot\n\nUne phrase.\n\n> Une autre.\n"
    document = read(tmp_path / "a.eml", "mail", source)
    made = written(document, tmp_path / "b.eml", {"Un mot": "A word", "Une autre.": "Another."})
    assert made == b"Subject: RE: TR : A word\n\nUne phrase.\n\n> Another.\n"


def test_a_box_has_its_messages_apart(tmp_path: Path) -> None:
    one = "From a@b.fr Mon Jan  1 00:00:00 2024\nSubject: Un mot\n\nUne phrase.\n\n"
    document = read(tmp_path / "a.mbox", "mailbox", one + one.replace("Un mot", "Autre mot"))
    assert [block.part for block in document.blocks if block.text] == [
        "message 1, subject", "message 1, text", "message 2, subject", "message 2, text",
    ]  # fmt: skip
    made = written(document, tmp_path / "b.mbox", {"Une phrase.": "From here."}).decode()
    assert made.count("\n>From here.\n") == 2


def test_a_language_field_names_the_target(tmp_path: Path) -> None:
    source = b"Subject: Un mot\nContent-Language: fr-FR\n\nUne phrase.\n"
    made = written(read(tmp_path / "a.eml", "mail", source), tmp_path / "b.eml", {"Un mot": "A word"}, language="en-GB")
    assert b"\nContent-Language: en-GB\n" in made


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [("mail", "Une phrase.\n", "expected an e-mail"), ("mailbox", "Subject: Un mot\n\nRien.\n", "expected a box")],
)
def test_what_is_no_mail_is_refused(kind: str, text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=message):
        list(read(tmp_path / "a.eml", kind, text).blocks)


@pytest.mark.parametrize(
    ("body", "notice"),
    [
        (b"Content-Type: text/plain; charset=utf-8\n\n\xff\xfe mot\n", "encoding"),
        (b"Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\nAAAA\n", "S/MIME"),
        (b"Content-Transfer-Encoding: base64\n\n????\n", "encoding"),
        (b'Content-Type: text/plain; charset="utf\0-8"\n\nun mot\n', "encoding"),
        (b"Content-Type: text/plain; charset=hex\n\nun mot\n", "encoding"),
    ],
)
def test_what_cannot_be_read_is_said(body: bytes, notice: str, tmp_path: Path) -> None:
    document = read(tmp_path / "a.eml", "mail", b"Subject: Un mot\n" + body)
    assert shown(document) == ["Un mot"]
    assert notice in "".join(document.notices)


@pytest.mark.parametrize("charset", ["\xf1f-8", "none", "hex", "idna"])
def test_a_subject_in_no_known_encoding_is_left_as_it_is(charset: str, tmp_path: Path) -> None:
    data = b"Subject: =?" + charset.encode("latin-1") + b"?q?Un_mot?=\n\nUn texte.\n"
    document = read(tmp_path / "a.eml", "mail", data)
    assert shown(document)[-1] == "Un texte."
