"""Of front matter, the values that a person reads are found with exact places; keys, dates and lists are not."""

from __future__ import annotations

import pytest

from translate.documents.markdown.front_matter import find_front_matter
from translate.documents.values import read_value

FIELDS = ("title", "summary", "params.subtitle")


def values(text: str) -> list[str]:
    return [
        read_value(value.manner, text[value.lines[0][0] : value.lines[-1][1]])
        for value in find_front_matter(text, FIELDS).values
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("---\ntitle: Un jardin # note\ndate: 2026-01-14\n---\n", ["Un jardin"]),
        ("---\ntitle: \"L'eau \\u00e0 \\\"boire\\\"\"\nsummary: 'L''eau'\n...\n", ['L\'eau à "boire"', "L'eau"]),
        (
            "---\ntitle: Un\n  jardin\nsummary: >-\n  Deux\n  mots\n\n  Trois\n---\n",
            ["Un jardin", "Deux mots", "Trois"],
        ),
        ("---\nsummary: |\n  Un\n  Deux\n---\n", ["Un", "Deux"]),
        ("---\nlist:\n  - title: Un\n    name: non\n  - {title: Deux, x: [title]}\n---\n", ["Un", "Deux"]),
        ("---\nparams:\n  subtitle: Un\nsubtitle: non\nTitle: Deux\n---\n", ["Un", "Deux"]),
        ("---\ntitle:\n  - non\nsummary: 2026\n---\n", []),
        ("---\ntitle: {{ page }}\nsummary: Un\n---\n", ["Un"]),
        ('---\ntitle: Guide : le moteur\nsummary: "Un"\nname: non : non\n---\n', ["Guide : le moteur", "Un"]),
        ("---\ntitle: &a Un\nx: *a\nsummary: &b >-\n  Deux\n---\n", ["Un", "Deux"]),
        ("---\r\ntitle: Un\r\n---\r\n", ["Un"]),
        (
            '+++\ntitle = "Un \\"mot\\" #" # non\nsummary = \'Deux\'\ntags = ["title = \'x\'"]\n+++\n',
            ['Un "mot" #', "Deux"],
        ),
        ('+++\r\ntitle = "Un"\r\n[params]\r\nsubtitle = "Deux"\r\n+++\r\n', ["Un", "Deux"]),
        ('+++\nsummary = """\nUn\nDeux"""\ndraft = true\n+++\n', ["Un", "Deux"]),
        ("+++\ntitle = Un\n+++\n", []),
        ('{\n  "title": "L\\u2019eau",\n  "tags": ["title"]\n}\n', ["L’eau"]),
        ("% Un titre\n% Une personne\n\nUn\n", ["Un titre"]),
    ],
)
def test_values_are_what_a_person_reads(text: str, shown: list[str]) -> None:
    assert values(text) == shown


@pytest.mark.parametrize("text", ["---\n\nUn\n\n---\n\nDeux\n", "Un\n", "{\nUn\n}\n", "", "---\nUn\n"])
def test_a_text_is_no_front_matter(text: str) -> None:
    assert find_front_matter(text, FIELDS).end == 0


@pytest.mark.parametrize("text", ["---\ntitle: [\n---\n", "+++\ntitle\n+++\n", "---\n---\n"])
def test_front_matter_that_cannot_be_read_is_no_text(text: str) -> None:
    found = find_front_matter(text, FIELDS)
    assert (found.end, found.values) == (len(text), ())
