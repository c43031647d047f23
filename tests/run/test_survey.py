"""A document that cannot be translated is refused at first sight, with the reason."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from translate.config import Config, DocumentConfig
from translate.documents import Source
from translate.errors import DocumentError
from translate.run.survey import survey

CONFIG = Config(source_language="fr", target_language="en")
FRENCH = "Le chat de la voisine dort sur le mur et les enfants sont dans la cour avec leur père."
ENGLISH = "The cat of the neighbour is asleep on the wall and the children are in the yard with their father."


def source(folder: Path, text: bytes, name: str = "note.txt") -> Source:
    path = folder / name
    path.write_bytes(text)
    return Source(path, name, "text")


def test_a_document_is_counted_and_known_by_its_bytes(tmp_path: Path) -> None:
    data = f"{FRENCH}\n\nOui.\n".encode()
    found = survey(source(tmp_path, data), CONFIG)
    assert (found.characters, found.digest) == (len(FRENCH) + 4, hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "is empty"), (b" \n\t\n", "has no text, only white space or markup"), ("\ufeff".encode(), "has no text")],
)
def test_a_document_without_text_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason):
        survey(source(tmp_path, data), CONFIG)


def test_a_document_in_another_language_is_refused_with_what_was_counted(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"seems to be in 'en', not 'fr': \d+ of its .* Give --any-language"):
        survey(source(tmp_path, ENGLISH.encode()), CONFIG)


@pytest.mark.parametrize(
    "text", [FRENCH, "12 345\n", "Big Ben\n", f"{FRENCH} {ENGLISH}", f"{FRENCH}\n\n" * 400 + f"{ENGLISH}\n\n" * 900]
)
def test_figures_names_and_a_french_beginning_are_no_other_language(tmp_path: Path, text: str) -> None:
    assert survey(source(tmp_path, text.encode()), CONFIG).characters


def test_any_language_passes_where_that_is_asked_for(tmp_path: Path) -> None:
    config = Config(source_language="fr", target_language="en", documents=DocumentConfig(verify_language=False))
    assert survey(source(tmp_path, ENGLISH.encode()), config).characters == len(ENGLISH)


def test_a_name_that_no_journal_can_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text(FRENCH, encoding="utf-8")
    name = os.fsdecode(b"\xe9t\xe9.txt")
    with pytest.raises(DocumentError, match=r"its name is not in UTF-8; rename it"):
        survey(Source(path, name, "text"), CONFIG)
