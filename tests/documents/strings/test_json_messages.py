"""Messages in JSON: what is said to people is offered, and what is said of it stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.strings.stringsfiles import document_of, offered, said

OFFERED = {
    "an extension": (
        '{"a": {"message": "annuler", "description": "Un bouton", "placeholders": {"n": {"example": "Un nom long"}}}}',
        ["annuler"],
    ),
    "FormatJS": ('[{"id": "Un nom", "defaultMessage": "Un mot", "description": "Deux mots"}]', ["Un mot"]),
    "a description that is a text": ('{"a": {"title": "Un mot", "description": "Deux mots"}}', ["Un mot", "Deux mots"]),
    "ARB": ('{"@@locale": "fr", "a": "Un mot", "@a": {"description": "Deux mots"}}', ["Un mot"]),
    "Angular": ('{"locale": "fr", "translations": {"1": "annuler", "2": "{$A}"}}', ["annuler"]),
    "a package": (
        '{"name": "un-nom", "version": "1", "description": "Un mot", "author": "Deux Mots", "scripts": {"a": "Trois"},'
        ' "keywords": ["Quatre mots"]}',
        ["Un mot", "Quatre mots"],
    ),
    "no package": ('{"name": "Un nom", "version": "1", "author": "Deux mots"}', ["Un nom", "Deux mots"]),
    "plural keys of i18next": (
        '{"a_one": "Un mot", "a_other": "{{count}} mots ici"}',
        ["Un mot", "{{count}} mots ici"],
    ),
    "plural forms of Vue": ('{"a": "aucun mot | un mot | {n} mots"}', ["aucun mot", "un mot", "{n} mots"]),
    "a bar in a filter": ('{"a": "Un {mot|upper} ici"}', ["Un {mot|upper} ici"]),
}


@pytest.mark.parametrize(("content", "texts"), OFFERED.values(), ids=OFFERED)
def test_what_is_said_to_people_is_offered(content: str, texts: list[str], tmp_path: Path) -> None:
    assert offered("json", content, tmp_path) == texts
    assert said("json", content, tmp_path, {}) == content


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Un {$INTERPOLATION} mot", "{$INTERPOLATION}"),
        ("Un $t(mot.un) ici", "$t(mot.un)"),
        ("Un @:mot.un ici", "@:mot.un"),
        ("Un %mot% ici", "%mot%"),
    ],
)
def test_placeholders_stand_for_words(text: str, held: str, tmp_path: Path) -> None:
    (block,) = [one for one in document_of("json", f'{{"a": "{text}"}}', tmp_path).blocks if one.context]
    assert [(block.text[code.start : code.end], code.type) for code in block.codes] == [(held, "x-var")]


def test_who_names_a_key_gets_it_whatever_it_is(tmp_path: Path) -> None:
    content = '{"a": {"message": "Un mot", "description": "Deux mots"}}'
    assert offered("json", content, tmp_path, keys=("*.description",)) == ["Deux mots"]
