"""Doubled apostrophes of messages: which files have them, how they are read, and that targets get theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.strings.stringsfiles import document_of, offered, said

READ = [
    ("properties", "a=L''heure d''arriv\\u00e9e", ["L'heure d'arrivée"]),
    ("properties", "a=Le fichier ''{0}'' manque", ["Le fichier '{0}' manque"]),
    ("properties", "a=L\\u0027\\u0027été\nb=L'été", ["L'été", "L'été"]),
    ("json", '{"a": "L\'\'heure est {h}."}', ["L'heure est {h}."]),
    ("json", '{"a": "Un \'\'mot\'\' ici", "b": "L\'\'\'important\'\'"}', ["Un ''mot'' ici", "L'''important''"]),
    ("json", '{"a": "Un \'\'{{mot}}\'\' ici"}', ["Un ''{{mot}}'' ici"]),
    ("arb", '{"@@locale": "fr", "a": "L\'\'heure"}', ["L'heure"]),
    ("yaml", "a: L''heure\nb: 'L''''heure'\nc: 'L''heure'\n", ["L'heure"] * 3),
    ("strings", '"a" = "L\'\'heure";', ["L'heure"]),
    ("po", 'msgid "L\'\'heure"\nmsgstr ""\n', ["L'heure"]),
    ("resx", "<root><data name='a'><value>L''heure</value></data></root>", ["L'heure"]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "content", "texts"), READ)
def test_two_apostrophes_within_a_word_are_one(kind: str, content: str, texts: list[str], tmp_path: Path) -> None:
    assert offered("json" if kind == "arb" else kind, content, tmp_path) == texts


WRITTEN = [
    ("a=L''heure", "it's", "a=it''s"),
    ("a=C''est {0}\nb=Le mot {1}", "it's {0}", "a=it''s {0}\nb=it''s {0}"),
    ("a=C''est {0}\nb=Le mot", "it's", "a=it''s\nb=it's"),
    ("a=L''heure\nb=Le mot", "it's", "a=it''s\nb=it''s"),
    ("a=L''heure\nb=L'heure\nc=Le mot", "it's", "a=it''s\nb=it's\nc=it's"),
    ("a=L'heure {0}", "it's {0}", "a=it's {0}"),
]


@pytest.mark.parametrize(("content", "target", "written"), WRITTEN)
def test_apostrophes_are_doubled_where_the_file_doubles_them(
    content: str, target: str, written: str, tmp_path: Path
) -> None:
    assert said("properties", content, tmp_path, lambda text: target) == written


@pytest.mark.parametrize(
    ("second", "written"), [("Le mot {0}", "it''s"), ("Le mot", "it's"), ("L'été {0}", "it''s"), ("L'été", "it's")]
)
def test_a_catalogue_doubles_them_in_all_messages_with_arguments(second: str, written: str, tmp_path: Path) -> None:
    content = f'msgid "L\'\'heure {{0}}"\nmsgstr ""\n\nmsgid "{second}"\nmsgstr ""\n'
    made = said("po", content, tmp_path, lambda text: "it's", filled_as="translated")
    assert made == content.replace('msgstr ""', "msgstr \"it''s\"", 1).replace('msgstr ""', f'msgstr "{written}"')


def test_what_is_quoted_is_a_code(tmp_path: Path) -> None:
    content = "a=Mettez ''l''un'' dans '{'.'}' et {0}"
    (block,) = document_of("properties", content, tmp_path).blocks
    assert block.text == "Mettez 'l'un' dans '{'.'}' et {0}"
    assert [(block.text[code.start : code.end], code.type) for code in block.codes] == [
        ("'{'", "x-quoted"), ("'}'", "x-quoted"),
    ]  # fmt: skip
    made = said("properties", content, tmp_path, lambda text: text.replace("et", "OU"))
    assert made == content.replace("et", "OU")


def test_a_quotation_that_does_not_end_is_text(tmp_path: Path) -> None:
    assert offered("properties", "a=L''un dans '{0} ici", tmp_path) == ["L'un dans '{0} ici"]


def test_two_before_a_brace_are_one_of_print_where_a_plain_one_would_quote_it(tmp_path: Path) -> None:
    message = "{n, plural, one {pas d''{x} ici} other {ni d''{x} ni l''un}}"
    shown = "{n, plural, one {pas d’{x} ici} other {ni d’{x} ni l'un}}"
    assert offered("properties", f"a={message}", tmp_path) == [shown]
    made = said("properties", f"a={message}", tmp_path, lambda text: text.replace("ici", "it's"))
    assert made == f"a={message}".replace("ici", "it''s").replace("d''", "d\\u2019")


def test_branches_that_cannot_be_read_with_single_ones_keep_two(tmp_path: Path) -> None:
    message = "{n, plural, one {l''un '{'{x}} other {l''autre}}"
    assert offered("properties", f"a={message}", tmp_path) == [message]


def test_a_string_of_fluent_is_text_but_for_braces(tmp_path: Path) -> None:
    content = 'a = L{ "\\u2019" }été { "{" }fini{ "}" } { $n }\nb = { "" }Un mot\n'
    first, second = (block for block in document_of("fluent", content, tmp_path).blocks if block.context)
    assert first.text == 'L’été { "{" }fini{ "}" } { $n }'
    assert [code.type for code in first.codes] == ["x-quoted", "x-quoted", "x-var"]
    assert second.text == "Un mot"
    assert said("fluent", content, tmp_path, {"Un mot": "A word"}) == content.replace("Un mot", "A word")
