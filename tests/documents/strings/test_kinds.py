"""Kinds of files of strings: how each writes texts is read, and written in its own manner again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.strings.stringsfiles import document_of, offered, said
from translate.documents import READERS

VALUES = ["Une valeur", "Deux mots"]
READ = [
    ("properties", "# a=b\n! c\nclé=Une valeur\n  autre : Deux mots\nx Trois mots\n", [*VALUES, "Trois mots"]),
    ("properties", "a=Un \\\n   mot \\u00e9trange\\nEt un autre\n", ["Un mot étrange", "Et un autre"]),
    ("properties", "a\\ b\\=c=Une valeur", ["Une valeur"]),
    ("properties", "a=L''été de {0}\nb=C''est {0}\nc=Rien d''autre", ["L'été de {0}", "C'est {0}", "Rien d'autre"]),
    ("strings", '/* "a" = "b"; */ "c" = "Un \\"mot\\"";// "d" = "e";\n', ['Un "mot"']),
    ("strings", '"a" = "Un \\U00e9t\\u00e9";', ["Un été"]),
    ("json", '{"a": ["Un mot", {"b": "Deux mots"}], "c": "d"}', ["Un mot", "Deux mots"]),
    ("json", '{"Un mot": "Cl\\u00e9 \\ud83d\\udd11 d\'or"}', ["Clé 🔑 d'or"]),
    ("json", '{"@a": {"description": "Un mot"}, "@@locale": "fr", "a": "Deux mots"}', ["Deux mots"]),
    ("yaml", "a: Un mot\nb: [Deux mots, 'Trois ''mots'' ici']\n", ["Un mot", "Deux mots", "Trois 'mots' ici"]),
    ("yaml", "a: [:day, :month]\nb: {c: Un mot, 'd':\"Deux mots\", e::f}\n", ["Un mot", "Deux mots"]),
    ("yaml", 'a: "Un mot\\u00e9\\\n  tré"\n', ["Un motétré"]),
    ("yaml", "a: >\n  Un mot\n  encore\n", ["Un mot encore"]),
    ("yaml", "a: |\n  Un mot.\n  Un autre.\nb: !!str Un mot\n", ["Un mot.", "Un autre."]),
    ("yaml", "a: 'Un mot|%n% mots ici'\nb: Un | deux\n", ["Un mot", "%n% mots ici", "Un | deux"]),
    ("yaml", 'a: "{0} Un mot|]1,Inf[ Deux mots"\n', ["Un mot", "Deux mots"]),
    ("csv", "id;Nom\n1;Un mot\n2;Deux mots\n", ["Nom", "Un mot", "Deux mots"]),
    ("csv", "Nom;Prix;x;y\nClou;14,50 €;-3,5 %;12,50\n", ["Nom", "Prix", "Clou", "14,50 €", "-3,5 %"]),
    ("csv", "code;libellé\n1;Un mot\n", ["Un mot"]),
    ("csv", "Code client;libellé\n1;x\n", ["Code client"]),
    ("csv", 'sep=|\na|"Un ""mot"""\n', ['Un "mot"']),
    ("csv", 'a,"Un mot de longue\ndurée"\nb,"Un.\nDeux mots."\n', ["Un mot de longue\ndurée", "Un.", "Deux mots."]),
    ("tsv", 'a\tUn mot, encore\nb\t"Un mot\n', ["Un mot, encore", '"Un mot']),
]  # fmt: skip


CONTROLS = {
    "properties": "a=Un\\u0000 mot \\u0007 ici\n",
    "strings": '"a" = "Un\\U0000 mot \\U0007 ici";\n',
    "json": '{"a":"Un\\u0000 mot \\u0007 ici"}',
    "yaml": 'a: "Un\\u0000 mot \\u0007 ici"\n',
    "toml": 'a = "Un\\u0000 mot \\u0007 ici"\n',
    "php": '<?php return ["a" => "Un\\x00 mot \\x07 ici"];',
    "fluent": 'a = Un{"\\u0000"} mot {"\\u0007"} ici\n',
    "android": '<resources><string name="a">Un\\u0000 mot \\u0007 ici</string></resources>',
}


@pytest.mark.parametrize(("kind", "content"), CONTROLS.items(), ids=CONTROLS)
def test_control_characters_are_written_as_escapes(kind: str, content: str, tmp_path: Path) -> None:
    assert said(kind, content, tmp_path, lambda text: text.replace("ici", "la")) == content.replace("ici", "la")


def test_those_of_gettext_in_octal(tmp_path: Path) -> None:
    content = 'msgid "Un\\000 mot \\a ici"\nmsgstr ""\n'
    made = said("po", content, tmp_path, lambda text: text.replace("ici", "la"))
    assert 'msgstr "Un\\000 mot \\007 la"\n' in made


@pytest.mark.parametrize("kind", ["properties", "json", "yaml", "strings", "android"])
def test_half_a_character_is_a_code(kind: str, tmp_path: Path) -> None:
    content = CONTROLS[kind].replace("0000", "d800")
    document = document_of(kind, content, tmp_path)
    block = next(block for block in document.blocks if block.context)
    (code,) = block.codes
    assert block.text[code.start : code.end] in ("\\ud800", "\\Ud800")
    assert said(kind, content, tmp_path, lambda text: text.replace("ici", "la")) == content.replace("ici", "la")


def test_escapes_of_no_character_are_text(tmp_path: Path) -> None:
    assert offered("php", '<?php return ["a" => "Un mot \\u{110000}\\u{d800}"];', tmp_path) == [
        "Un mot \\u{110000}\\u{d800}"
    ]
    assert offered("fluent", 'a = Un mot {"\\UFFFFFF"}\n', tmp_path) == ["Un mot \\UFFFFFF"]


@pytest.mark.parametrize(("kind", "content", "texts"), READ)
def test_the_texts_are_read_as_they_are_meant(kind: str, content: str, texts: list[str], tmp_path: Path) -> None:
    assert offered(kind, content, tmp_path) == texts


WRITTEN = [
    ("properties", "a=Un mot", "l'été\\ à 5 €", "a=l'\\u00e9t\\u00e9\\\\ \\u00e0 5 \\u20ac"),
    ("properties", "# é\na=Un mot", "l'été", "# é\na=l'été"),
    ("properties", "a=D''un {0}", "it's {0}", "a=it''s {0}"),
    ("properties", "a=Un mot \\\n  de trop", "One word too many", "a=One word \\\n  too many"),
    ("strings", '"a" = "Un mot";', 'a "b" \\', '"a" = "a \\"b\\" \\\\";'),
    ("json", '{"a": "Un mot"}', 'a "b" \\ é', '{"a": "a \\"b\\" \\\\ é"}'),
    ("json", '{"a": "Un mot d\\u2019or", "c": "é"}', "é", '{"a": "\\u00e9", "c": "é"}'),
    ("strings", '"a" = "\\U00e9t\\u00e9 \\n"; "c" = "é";', "é", '"a" = "\\U00e9 \\n"; "c" = "é";'),
    ("json", '{"a": "Un mot \\u00e9"}', "é🔑", '{"a": "\\u00e9\\ud83d\\udd11"}'),
    ("yaml", "a: Un mot # b", "it's: so", 'a: "it\'s: so" # b'),
    ("yaml", "a: Un mot", "yes", 'a: "yes"'),
    ("yaml", "a: 'Un mot'", "it's", "a: 'it''s'"),
    ("yaml", 'a: "Un mot"', 'a "b"', 'a: "a \\"b\\""'),
    ("yaml", "a: &b Un mot\nc: *b", "a word", "a: &b a word\nc: *b"),
    ("yaml", "a: [Un mot, Un mot]", "a, b", 'a: ["a, b", "a, b"]'),
    ("yaml", "a: >-\n  Un mot\n  de trop\n", "One word too many", "a: >-\n  One word\n  too many\n"),
    ("yaml", "a: Un mot de %b%\n", "Un mot: de %b%", 'a: "Un mot: de %b%"\n'),
    ("csv", "a;Un mot\n", 'x; "y"', 'a;"x; ""y"""\n'),
    ("csv", 'a;"Un mot"\n', 'x; "y"', 'a;"x; ""y"""\n'),
    ("tsv", "a\tUn mot\n", 'x; "y', 'a\t"x; ""y"\n'),
]


@pytest.mark.parametrize(("kind", "content", "target", "written"), WRITTEN)
def test_a_text_is_written_in_the_manner_of_its_file(
    kind: str, content: str, target: str, written: str, tmp_path: Path
) -> None:
    made = said(kind, content, tmp_path, lambda text: target)
    assert made == written
    (tmp_path / "again").mkdir()
    assert set(offered(kind, made, tmp_path / "again", keys=("*",))) <= {target, "a", "c"}


def test_line_breaks_within_a_sentence_stay_codes(tmp_path: Path) -> None:
    content = '{"a": "Un contrat de longue\\ndurée."}'
    (block,) = [block for block in document_of("json", content, tmp_path).blocks if block.context]
    assert (block.text, [code.type for code in block.codes]) == ("Un contrat de longue\\ndurée.", ["lb"])
    assert said("json", content, tmp_path, lambda text: text.replace("contrat", "CONTRAT")) == content.replace(
        "contrat", "CONTRAT"
    )


def test_a_properties_file_of_an_older_java_is_latin_1_and_escapes_what_that_lacks(tmp_path: Path) -> None:
    content = "a=Terminé à l'heure".encode("latin-1")
    assert said("properties", content, tmp_path, lambda text: "é…") == "a=é\\u2026"
    assert list(document_of("properties", content, tmp_path).notices) == []


def test_strings_in_utf_16_stay_so(tmp_path: Path) -> None:
    content = '"a" = "Un mot";'.encode("utf-16")
    said("strings", content, tmp_path, lambda text: "é")
    assert (tmp_path / "made.strings").read_bytes() == '"a" = "é";'.encode("utf-16")


def test_the_column_is_where_a_cell_stands(tmp_path: Path) -> None:
    content = "Nom,Texte\na,Un mot\nb,Deux mots\n"
    found = {block.text: block.context for block in document_of("csv", content, tmp_path).blocks if block.context}
    assert found["Deux mots"] == "Texte"
    assert offered("csv", content, tmp_path, keys=("Texte",)) == ["Texte", "Un mot", "Deux mots"]


@pytest.mark.parametrize("kind", ["json", "yaml", "csv", "tsv", "properties", "strings", "po"])
def test_an_empty_file_has_no_texts(kind: str, tmp_path: Path) -> None:
    content = "{}" if kind == "json" else ""
    assert offered(kind, content, tmp_path) == []
    assert kind in READERS
