"""`bitexte segment`: what it reads, how it joins wrapped lines, and what it refuses."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from translate.cli import main

DATA = Path(__file__).parents[1] / "data" / "segmentation"

Give = Callable[[str | bytes], None]
LETTER = """\
Bonjour Marie,

Je t'écris au sujet de la réunion de jeudi prochain, que M.
Dupont a dû reporter. Elle aura lieu lundi à 8 h 30, dans la
grande salle.

Amitiés,
Paul
"""


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Give:
    def set_input(text: str | bytes) -> None:
        data = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return set_input


def test_joined_lines_are_segmented_as_one_paragraph(
    tmp_path: Path, give: Give, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = [
        "Bonjour Marie,",
        "Je t'écris au sujet de la réunion de jeudi prochain, que M. Dupont a dû reporter.",
        "Elle aura lieu lundi à 8 h 30, dans la grande salle.",
        *("Amitiés,", "Paul"),
    ]
    give(LETTER)
    assert main(["segment", "--join-lines", "-"]) == 0
    assert capsys.readouterr().out.splitlines() == expected
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    assert main(["segment", "--join-lines", str(tmp_path / "letter.txt")]) == 0
    assert capsys.readouterr().out.splitlines() == expected


def test_without_the_option_every_line_is_a_paragraph(give: Give, capsys: pytest.CaptureFixture[str]) -> None:
    give(LETTER)
    assert main(["segment"]) == 0
    assert "prochain, que M.\nDupont a dû reporter.\n" in capsys.readouterr().out


def test_the_option_can_stand_in_the_configuration(
    tmp_path: Path, give: Give, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bitexte.toml").write_text("[documents]\njoin_lines = true\n", encoding="utf-8")
    give(LETTER)
    assert main(["segment", "--config", str(tmp_path / "bitexte.toml")]) == 0
    assert "que M. Dupont a dû reporter.\n" in capsys.readouterr().out


def test_standard_input_is_kept_as_it_comes_but_for_white_space(give: Give, capsys: pytest.CaptureFixture[str]) -> None:
    """Decomposed letters stay so, and a byte-order mark goes."""
    give("\ufeffE\u0301te\u0301.\u00a0Il fait 30\u202f°C.\r\n".encode())
    assert main(["segment"]) == 0
    assert capsys.readouterr().out == "E\u0301te\u0301.\nIl fait 30\u202f°C.\n"


@pytest.mark.parametrize(
    ("data", "options", "message"),
    [
        (b"Un.\nDeux\x00.\n", [], "bitexte: -:2: has a NUL character, which is not allowed in text."),
        (b"Un.\n\xe9t\xe9\n", [], "bitexte: -:2: not valid utf-8; give the right encoding with --encoding."),
        (b"Un.\n\xed\xa0\x80\n", [], "bitexte: -:2: not valid utf-8; give the right encoding with --encoding."),
        (b"Un.\n", ["--encoding", "latin-99"], "bitexte: -: unknown encoding 'latin-99'; use a name such as utf-8"),
        (b"a" * 1_000_001, [], "bitexte: -:1: the line is longer than 1,000,000 characters"),
    ],
)
def test_input_that_is_no_text_is_an_error(
    give: Give, capsys: pytest.CaptureFixture[str], data: bytes, options: list[str], message: str
) -> None:
    give(data)
    assert main(["segment", *options]) == 1
    assert message in capsys.readouterr().err


def test_standard_input_can_be_in_another_encoding(give: Give, capsys: pytest.CaptureFixture[str]) -> None:
    give("Été. Hiver.\n".encode("cp1252"))
    assert main(["segment", "--encoding", "cp1252"]) == 0
    assert capsys.readouterr().out == "Été.\nHiver.\n"


def test_segments_come_before_the_input_ends(give: Give, capsys: pytest.CaptureFixture[str]) -> None:
    """A paragraph is not held back until the next error, or the end."""
    give(b"Un. Deux.\n" * 5000 + b"\xff\n")
    assert main(["segment"]) == 1
    assert capsys.readouterr().out.startswith("Un.\nDeux.\n")


def test_titles_items_and_cells_are_segments_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text(
        "# Un titre\n\nUn texte\n\n- un point\n- un autre\n\n| a | b |\n|---|---|\n| un | deux |\n", encoding="utf-8"
    )
    assert main(["segment", str(tmp_path / "a.md")]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown == ["Un titre", "Un texte", "un point", "un autre", "a", "b", "un", "deux"]
    (tmp_path / "a.txt").write_text("Un titre\nUn texte\n• un point\n• un autre\nun\tdeux\n", encoding="utf-8")
    assert main(["segment", str(tmp_path / "a.txt")]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown == ["Un titre", "Un texte", "• un point", "• un autre", "un", "deux"]


def test_the_exported_rules_are_valid_against_the_schema_of_srx_2(capsys: pytest.CaptureFixture[str]) -> None:
    schema = etree.XMLSchema(etree.parse(DATA / "srx20-structure.xsd"))
    assert main(["segment", "--export-srx", "-"]) == 0
    schema.assertValid(etree.fromstring(capsys.readouterr().out.encode()))


def test_a_wrong_rule_file_is_one_line_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "theirs.srx"
    path.write_text('<srx version="2.0">\n</srx>\n', encoding="utf-8")
    assert main(["segment", "--srx", str(path)]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"bitexte: {path}:1: the root element is <srx>; expected <srx> in the namespace of SRX 2.0")
    assert error.count("\n") == 1


def test_a_rule_file_without_the_language_names_those_it_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["segment", "--export-srx", str(tmp_path / "ours.srx")]) == 0
    assert main(["segment", "--language", "es", "--srx", str(tmp_path / "ours.srx")]) == 1
    assert "no rules for the language 'es'. Its language maps: '[Dd][Ee]" in capsys.readouterr().err
