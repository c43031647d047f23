"""Values of files of strings: which of them people read, where their lines end, and how they are wrapped again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.strings.stringsfiles import document_of, offered
from translate.documents.strings.tokens import token
from translate.documents.strings.values import Keys, is_prose, is_text, lines_of, wrapped_as


@pytest.mark.parametrize(
    ("value", "text", "prose"),
    [
        ("Ouvrir un dossier", True, True), ("Ouvrir", True, True), ("ouvrir", True, False), ("été", True, True),
        ("OK", True, False), ("dossier_ouvert", False, False), ("Besoin d’aide ?", True, True), ("12", False, False),
        ("https://exemple.fr/aide", False, False), ("{0}", False, False), ("%s", False, False), ("a", False, False),
        ("Bonjour {nom}", True, True), ("{nom} !", False, False), ("com.exemple.Menu", False, False),
        ("{n, plural, one {Un fichier} other {# fichiers}}", True, True), ("#ff0000", False, False),
        ("2024-01-01", False, False), ("A-12", False, False), ("", False, False), ("« Oui ! »", True, True),
        ("D'accord", True, True), ("L’aide", True, True), ("d'accord", True, False),
    ],
)  # fmt: skip
def test_what_people_read_is_told_from_what_programs_read(value: str, text: bool, prose: bool) -> None:
    assert (is_text(value), is_prose(value)) == (text, prose)


@pytest.mark.parametrize(
    ("only", "never", "paths"),
    [
        ((), (), ["menu.titre", "menu.id", "aide"]),
        (("menu.*",), (), ["menu.titre", "menu.id"]),
        (("titre", "aide"), (), ["menu.titre", "aide"]),
        ((), ("*.id",), ["menu.titre", "aide"]),
        (("menu.*",), ("id",), ["menu.titre"]),
    ],
)
def test_the_user_says_by_patterns_which_values_are_offered(
    only: tuple[str, ...], never: tuple[str, ...], paths: list[str]
) -> None:
    keys = Keys(only, never)
    assert [path for path in ("menu.titre", "menu.id", "aide") if keys.offers(path, "Un texte", is_prose)] == paths


def test_a_value_that_is_named_is_offered_whatever_it_looks_like(tmp_path: Path) -> None:
    content = '{"statut": "actif", "titre": "Un titre"}'
    assert offered("json", content, tmp_path) == ["Un titre"]
    assert offered("json", content, tmp_path, keys=("statut",)) == ["actif"]
    assert offered("json", content, tmp_path, not_keys=("titre",)) == []


def lines(text: str) -> list[str]:
    return [shown for _, _, shown, _ in lines_of(token(sign, sign) for sign in text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Une ligne.\nUne autre.", ["Une ligne.", "Une autre."]),
        ("Un contrat de longue\ndurée.", ["Un contrat de longue\ndurée."]),
        (" Oui \n\n Non\t", ["Oui", "Non"]),
        ("Nom\tPrénom", ["Nom", "Prénom"]),
        ("\n", []),
    ],
)
def test_a_value_is_parted_at_line_ends_but_not_within_a_sentence(text: str, parts: list[str]) -> None:
    assert lines(text) == parts


@given(st.text("aé .\n\t", max_size=30))
def test_nothing_but_white_space_is_between_lines(text: str) -> None:
    places = [(start, end) for start, end, _, _ in lines_of(token(sign, sign) for sign in text)]
    rest, at = "", 0
    for start, end in places:
        rest, at = rest + text[at:start], end
    assert not (rest + text[at:]).strip()
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in places)


@pytest.mark.parametrize(
    ("text", "native", "mark", "wrapped"),
    [
        ("aa bb cc", "xx yy\n  zz", " ", "aa bb\n  cc"),
        ("aa bb cc", "xx yy \\\n  zz", "", "aa bb \\\n  cc"),
        ("aabbcc", "xx\nyy", " ", "aabbcc"),
        ("a b c d", "x\ny\nz", " ", "a\nb\nc d"),
    ],
)
def test_a_text_is_broken_where_another_one_is(text: str, native: str, mark: str, wrapped: str) -> None:
    ends = re.compile(r"\n *" if mark else r"\\\n *")
    assert wrapped_as(text, native, ends, mark) == wrapped


@given(
    st.text("ab ", max_size=20).map(str.strip), st.lists(st.text("xy", min_size=1, max_size=5), min_size=1, max_size=4)
)
def test_breaking_a_text_changes_none_of_its_words(text: str, words: list[str]) -> None:
    wrapped = wrapped_as(text, "\n".join(words), re.compile(r"\n"), " ")
    assert wrapped.replace("\n", " ") == text


@pytest.mark.parametrize(
    ("kind", "content", "line", "message"),
    [
        ("json", '{"a": "Un texte",\n  "b": }', 2, "not valid JSON"),
        ("json", "[" * 100_000, 1, "JSON"),
        ("yaml", "a: Un texte\nb: [", 2, "not valid YAML"),
        ("po", 'msgid "Un texte"\nmsgstr ""\nn\'importe quoi', 3, "no line of a PO file"),
        ("po", 'msgid "Un texte"\n', 2, "expected its msgstr"),
        ("po", 'msgstr ""\n', 1, "no place for it"),
    ],
)
def test_a_file_that_is_not_of_its_kind_is_refused_with_the_line(
    kind: str, content: str, line: int, message: str, tmp_path: Path
) -> None:
    with pytest.raises(Exception, match=message) as caught:
        list(document_of(kind, content, tmp_path).blocks)
    assert f"a.{kind}:{line}:" in str(caught.value)
