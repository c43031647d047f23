"""Characters of LaTeX are read as what they show, and written as the file writes them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.markup.tex_signs import Signs, declared_encoding, read_sign

READ = [
    ("\\'e", "é"), ("\\'{e}", "é"), ("\\`a", "à"), ("\\^{\\i}", "î"), ('\\"{\\i}', "ï"), ("\\^\\i ", "î"),
    ("\\c{c}", "ç"), ("\\c c", "ç"), ("\\v{s}", "š"), ("\\oe{}", "œ"), ("\\oe ", "œ"), ("\\dots", "…"),
    ("``", "“"), ("''", "”"),
    ("---", "—"), ("--", "–"), ("~", "\u00a0"), ("\\,", "\u202f"), ("\\%", "%"), ("\\og ", "« "), ("\\fg{}", " »"),
    ("~\\fg{}", " »"), ("\\no", "n°"),
]  # fmt: skip


@pytest.mark.parametrize(("native", "text"), READ)
def test_a_command_is_read_as_its_character(native: str, text: str) -> None:
    assert read_sign(native) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [("naïve café", "na\\\"{\\i}ve caf\\'e"), ("œuvre", "\\oe{}uvre"), ("Ça", "\\c{C}a"), ("50 %", "50 \\%")],
)
def test_a_file_of_commands_gets_commands(text: str, written: str) -> None:
    assert Signs.of("Il a \\'et\\'e l\\`a.", "ascii").write(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("café — “oui”", "café --- ``oui''"),
        ("l’été", "l'été"),
        ("a_b & {c}", "a\\_b \\& \\{c\\}"),
        ("a\\b", "a\\textbackslash{}b"),
    ],
)
def test_a_file_of_characters_gets_characters(text: str, written: str) -> None:
    assert Signs.of("Il a été là.", "utf-8").write(text) == written


@given(st.text("éèàùâêîôûëïüçœæÉÀÇabc", max_size=12))
def test_what_is_written_as_commands_is_read_again(text: str) -> None:
    written = Signs(has_commands=True, encoding="ascii").write(text)
    assert written.isascii()
    parts = [read_sign(part) for part in _commands(written)]
    assert "".join(parts) == text


def _commands(text: str) -> list[str]:
    return re.findall(r"\\.\{\\[ij]\}|\\[a-zA-Z]\{[A-Za-z]\}|\\[A-Za-z]+\{\}|\\[^A-Za-z][A-Za-z]|[A-Za-z]", text)


@pytest.mark.parametrize(
    ("start", "encoding"),
    [(b"\\usepackage[latin1]{inputenc}", "iso-8859-1"), (b"\\usepackage[utf8]{inputenc}", None), (b"", None)],
)
def test_a_preamble_names_an_encoding(start: bytes, encoding: str | None) -> None:
    assert declared_encoding(start) == encoding
