"""Structured data: what search results show is offered, the rest of it stays, and it is still JSON afterwards."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.html.json_ld import iter_json_ld, write_json


def texts(source: str) -> list[str]:
    return [block.text for block in iter_json_ld(source, 0, len(source), "")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"@type": "Article", "headline": "Un jardin"}, ["Un jardin"]),
        ({"@type": "Article", "name": "Un jardin"}, ["Un jardin"]),
        ({"name": "Un jardin", "@type": "Article"}, ["Un jardin"]),
        ({"@type": "Person", "name": "Léa Petit"}, []),
        ({"name": "Léa Petit"}, []),
        ({"@type": "Organization", "name": "Petit", "slogan": "Du pain frais"}, ["Du pain frais"]),
        ({"@type": "Recipe", "name": "Soupe", "author": {"@type": "Person", "name": "Léa"}}, ["Soupe"]),
        ({"@type": "Recipe", "author": {"@type": "Person", "name": "Léa"}, "name": "Soupe"}, ["Soupe"]),
        ({"@type": "Article", "keywords": ["pain", "four"]}, ["pain", "four"]),
        ({"@type": "Question", "acceptedAnswer": {"text": "Oui."}, "name": "Ouvert ?"}, ["Oui.", "Ouvert ?"]),
        ({"@type": "Article", "url": "https://a.fr/un", "image": "un.png"}, []),
        ({"@type": "Article", "description": "12 %"}, []),
        ({"@type": "Article", "description": ""}, []),
        ([{"@type": "Article", "headline": "Un"}, {"@type": "Article", "headline": "Deux"}], ["Un", "Deux"]),
        ("headline", []),
        ({"@type": "Article", "description": "Un\n  jardin"}, ["Un jardin"]),
        ({"@type": "Article", "description": 'Un "jardin" \\ {'}, ['Un "jardin" \\ {']),
    ],
)  # fmt: skip
def test_what_search_results_show_is_offered(data: object, expected: list[str]) -> None:
    assert texts(json.dumps(data)) == expected
    assert texts(json.dumps(data, indent=2, ensure_ascii=False)) == expected


@pytest.mark.parametrize("source", ["", "{", '{"headline": Un}', "{'headline': 'Un'}", "[" * 100_000])
def test_what_is_no_json_is_left_alone(source: str) -> None:
    assert texts(source) == []


def test_only_its_part_of_the_page_is_read() -> None:
    data = '{"headline": "Un"}'
    page = f'<p>{{"headline": "Non"}}<script>{data}</script>'
    start = page.index(data)
    (block,) = iter_json_ld(page, start, start + len(data), "a.xhtml")
    assert (block.text, block.part, block.context) == ("Un", "a.xhtml", "structured data")
    assert page[block.start : block.end] == "Un"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.booleans())
def test_any_text_is_written_as_a_string_that_ends_no_script(text: str, is_ascii: bool) -> None:
    written = write_json(text, is_ascii=is_ascii)
    assert json.loads(f'"{written}"') == text
    assert "</" not in written
    assert written.isascii() or not is_ascii


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=4), st.booleans())
def test_texts_that_are_put_back_as_they_are_make_the_same_data(values: list[str], is_ascii: bool) -> None:
    data = [{"@type": "Article", "headline": value, "note": value} for value in values]
    source = json.dumps(data, ensure_ascii=is_ascii)
    blocks = list(iter_json_ld(source, 0, len(source), ""))
    assert [block.text for block in blocks] == [" ".join(v.split()) for v in values if any(map(str.isalpha, v))]
    made = source
    for block in reversed(blocks):
        made = made[: block.start] + write_json("Another", is_ascii=is_ascii) + made[block.end :]
    shown = ["Another" if any(map(str.isalpha, value)) else value for value in values]
    assert [(one["headline"], one["note"]) for one in json.loads(made)] == list(zip(shown, values, strict=True))
