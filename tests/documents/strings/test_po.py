"""Catalogues of gettext: empty translations are filled, marked and wrapped as its tools do; all else stays."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.strings.stringsfiles import document_of, offered, said
from translate.documents import READERS
from translate.formats.po.strings import quoted

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
)
SAY = {"Un mot": "A word", "Deux mots": "Two words", "%d mot": "%d word", "%d mots": "%d words"}

FILLED = {
    "a message": ('msgid "Un mot"\nmsgstr ""\n', '#, fuzzy\nmsgid "Un mot"\nmsgstr "A word"\n'),
    "flags": ('#, c-format\nmsgid "Un mot"\nmsgstr ""\n', '#, fuzzy, c-format\nmsgid "Un mot"\nmsgstr "A word"\n'),
    "a context": ('msgctxt "x"\nmsgid "Un mot"\nmsgstr ""', '#, fuzzy\nmsgctxt "x"\nmsgid "Un mot"\nmsgstr "A word"'),
    "plural forms": (
        'msgid "%d mot"\nmsgid_plural "%d mots"\nmsgstr[0] ""\nmsgstr[1] ""\n',
        '#, fuzzy\nmsgid "%d mot"\nmsgid_plural "%d mots"\nmsgstr[0] "%d word"\nmsgstr[1] "%d words"\n',
    ),
    "several lines": (
        'msgid ""\n"Un mot\\n"\n"\\n"\n" Deux mots\\n"\nmsgstr ""\n',
        '#, fuzzy\nmsgid ""\n"Un mot\\n"\n"\\n"\n" Deux mots\\n"\nmsgstr ""\n"A word\\n"\n"\\n"\n" Two words\\n"\n',
    ),
    "a line of two": ('msgid "Un "\n"mot"\nmsgstr ""\n', '#, fuzzy\nmsgid "Un "\n"mot"\nmsgstr "A word"\n'),
    "no blank line": (
        'msgid "Un mot"\nmsgstr ""\nmsgid "Deux mots"\nmsgstr "x"\n',
        '#, fuzzy\nmsgid "Un mot"\nmsgstr "A word"\nmsgid "Deux mots"\nmsgstr "x"\n',
    ),
}
KEPT = {
    "filled": 'msgid "Un mot"\nmsgstr "x"\n',
    "fuzzy": '#, fuzzy\nmsgid "Un mot"\nmsgstr ""\n',
    "obsolete": 'msgid "a1"\nmsgstr ""\n\n#~ msgid "Un mot"\n#~ msgstr ""\n',
    "no text": 'msgid "%s"\nmsgstr ""\n',
}


@pytest.mark.parametrize(("before", "after"), FILLED.values(), ids=FILLED)
def test_empty_translations_are_filled_and_marked(before: str, after: str, tmp_path: Path) -> None:
    assert said("po", before, tmp_path, SAY) == after


@pytest.mark.parametrize("content", KEPT.values(), ids=KEPT)
def test_what_is_no_empty_translation_of_a_text_stays(content: str, tmp_path: Path) -> None:
    assert offered("po", content, tmp_path) == []


def test_a_translation_that_equals_its_message_is_filled_where_others_are(tmp_path: Path) -> None:
    content = 'msgid "Menu"\nmsgstr ""\n\nmsgid "Un mot"\nmsgstr ""\n'
    assert 'msgid "Menu"\nmsgstr "Menu"' in said("po", content, tmp_path, SAY)
    assert said("po", content, tmp_path, {}) == content


def test_the_header_names_the_target_and_its_plural_forms(tmp_path: Path) -> None:
    made = said("po", HEADER + 'msgid "Un mot"\nmsgstr ""\n', tmp_path, SAY)
    assert '"Language: en\\n"' in made and "nplurals=2; plural=(n != 1);" in made
    three = HEADER.replace("nplurals=2; plural=(n > 1)", "nplurals=3; plural=n")
    made = said("po", three + 'msgid "Un mot"\nmsgstr ""\n', tmp_path, SAY)
    assert "nplurals=3; plural=n;" in made


def test_who_approves_gets_no_mark(tmp_path: Path) -> None:
    content = 'msgid "Un mot"\nmsgstr ""\n'
    assert said("po", content, tmp_path, SAY, filled_as="translated") == 'msgid "Un mot"\nmsgstr "A word"\n'


def test_the_encoding_that_the_header_names_is_read(tmp_path: Path) -> None:
    content = (HEADER.replace("UTF-8", "ISO-8859-15") + 'msgid "Œuvre à 5 €"\nmsgstr ""\n').encode("iso-8859-15")
    assert offered("po", content, tmp_path) == ["Œuvre à 5 €"]


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ("Court", ['"Court"']),
        ("Une\\nDeux", ['""', '"Une\\n"', '"Deux"']),
        ("Une\\n", ['"Une\\n"']),
        ("mot " * 30, ['""', f'"{"mot " * 19}"', f'"{"mot " * 11}"']),
        ("m" * 100, ['""', f'"{"m" * 100}"']),
    ],
)
def test_strings_are_wrapped_as_gettext_wraps(written: str, lines: list[str]) -> None:
    assert quoted(written, 6, "\n", wraps=True).split("\n") == lines


def test_a_catalogue_that_wraps_nothing_keeps_to_it(tmp_path: Path) -> None:
    long = "Un mot, " * 15
    content = f'msgid "{long}fin"\nmsgstr ""\n'
    assert f'msgstr "{"y" * 100} z"' in said("po", content, tmp_path, lambda text: "y" * 100 + " z")


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_what_is_written(tmp_path: Path) -> None:
    said("po", HEADER + "\n".join(before for before, _ in FILLED.values() if "mot" in before), tmp_path, SAY)
    content = HEADER + FILLED["plural forms"][0] + "\n" + FILLED["several lines"][0]
    said("po", content, tmp_path, SAY)
    made = tmp_path / "made.po"
    done = subprocess.run(
        ["msgfmt", "-c", "-o", tmp_path / "made.mo", made], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


TEMPLATE = (
    '#, fuzzy\nmsgid ""\nmsgstr ""\n"Language: \\n"\n"Content-Type: text/plain; charset=CHARSET\\n"\n'
    '"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n\n'
)


def test_the_header_of_a_template_becomes_that_of_a_catalogue(tmp_path: Path) -> None:
    made = said("po", TEMPLATE + 'msgid "Un mot"\nmsgstr ""\n', tmp_path, SAY)
    assert made.startswith(
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n#, fuzzy\nmsgid'
    )


def test_a_header_gets_the_fields_that_its_messages_need(tmp_path: Path) -> None:
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    plural = 'msgid "%d mot"\nmsgid_plural "%d mots"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    made = said("po", header + plural, tmp_path, SAY)
    assert '"Language: en\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n' in made
    made = said("po", header + 'msgid "Un mot"\nmsgstr ""\n', tmp_path, SAY)
    assert '"Language: en\\n"\n' in made and "Plural-Forms" not in made


def test_a_translation_without_a_directive_that_the_flag_names_stays_empty(tmp_path: Path) -> None:
    content = '#, c-format\nmsgid "Le fichier %s"\nmsgstr ""\n\nmsgid "Un mot"\nmsgstr ""\n'
    made = said("po", content, tmp_path, SAY | {"Le fichier %s": "The file"})
    assert made == content.replace('msgid "Un mot"\nmsgstr ""', '#, fuzzy\nmsgid "Un mot"\nmsgstr "A word"')


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_a_template_that_was_filled(tmp_path: Path) -> None:
    plural = '#, c-format\nmsgid "%d mot"\nmsgid_plural "%d mots"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    said("po", TEMPLATE + plural, tmp_path, SAY)
    command = ["msgfmt", "--check-format", "--check-domain", "--use-fuzzy", "-o", "made.mo", "made.po"]
    subprocess.run(command, cwd=tmp_path, check=True)
    assert b"%d word\0%d words" in (tmp_path / "made.mo").read_bytes()


@pytest.mark.parametrize(("target", "charset"), [("an été", "ISO-8859-1"), ("“a word”", "UTF-8")])
def test_a_catalogue_stays_in_its_encoding_as_long_as_that_has_all_its_characters(
    target: str, charset: str, tmp_path: Path
) -> None:
    content = HEADER.replace("UTF-8", "ISO-8859-1") + 'msgid "Un mot"\nmsgstr ""\n'
    document = document_of("po", content, tmp_path)
    made = tmp_path / "made.po"
    with READERS.load("po").rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, target if block.text else block.text)
    assert f"charset={charset}\\n" in made.read_bytes().decode(charset)
    assert f'msgstr "{target}"' in made.read_bytes().decode(charset)
