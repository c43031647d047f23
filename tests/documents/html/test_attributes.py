"""Attributes that a person reads are texts of what they are; addresses, sheets of style and page breaks have none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.html.attributes import NO_ATTRIBUTES, Attributes, attribute_block, read_attributes, texts_of
from translate.documents.html.tokens import Type, iter_tokens


def attributes_of(tag: str) -> tuple[str, Attributes]:
    """The name and the attributes of a tag."""
    token = next(token for token in iter_tokens(tag) if token.type is Type.START)
    return token.name, read_attributes(tag, token)


def texts(tag: str, *skip: str) -> list[tuple[str, str]]:
    """The texts of a tag as they are written, without quotation marks, and what they are."""
    name, attributes = attributes_of(tag)
    found = texts_of(name, attributes, skip)
    return [(one.attribute.native.strip("\"'"), one.context) for one in found]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<img alt="Un port" src="a.png">', [("Un port", "alt")]),
        ("<IMG ALT='Un port'>", [("Un port", "alt")]),
        ('<a title="Un port" href="#">', [("Un port", "title")]),
        ('<input type="submit" value="Envoyer">', [("Envoyer", "button")]),
        ('<input type="text" value="Léa" placeholder="Votre nom">', [("Votre nom", "placeholder")]),
        ('<input value="Léa">', []),
        ('<meta name="description" content="Un port">', [("Un port", "description")]),
        ('<meta property="og:title" content="Un port">', [("Un port", "og:title")]),
        ('<meta name="viewport" content="width=device-width">', []),
        ('<link rel="stylesheet" title="Sombre">', []),
        ('<link rel="next" title="La suite">', [("La suite", "title")]),
        ('<span epub:type="pagebreak" title="Page un">', []),
        ('<span role="doc-pagebreak" aria-label="Page un">', []),
        ('<track label="Français" kind="captions">', [("Français", "label")]),
        ('<td abbr="Année" class="un">', [("Année", "abbreviation")]),
        ('<p class="title">', []),
    ],
)
def test_what_a_person_reads_in_a_tag_is_a_text(tag: str, expected: list[tuple[str, str]]) -> None:
    assert texts(tag) == expected


@pytest.mark.parametrize(
    ("tag", "skip"),
    [
        ('<img alt="Un port">', "alt"),
        ('<a title="Un port">', "title"),
        ('<input type="reset" value="Effacer">', "button"),
        ('<meta name="description" content="Un port">', "properties"),
    ],
)
def test_a_kind_of_text_can_be_left_out(tag: str, skip: str) -> None:
    assert texts(tag) and not texts(tag, skip)


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ('<a title="  Un port ">', ("Un port", '"')),
        ("<a title='L&#39;an'>", ("L'an", "'")),
        ("<a title=Port>", ("Port", "bare")),
        ('<a title="12">', None),
        ('<a title="">', None),
        ('<a title="https://a.fr/un">', None),
        ('<a title="//a.fr/un">', None),
        ('<a title="&nbsp;&mdash;">', None),
    ],
)
def test_a_text_of_words_is_a_block_with_its_marks(tag: str, shown: tuple[str, str] | None) -> None:
    name, attributes = attributes_of(tag)
    (one,) = texts_of(name, attributes, ())
    block = attribute_block(tag, one, part="", is_xml=False)
    assert (block and (block.text, block.manner)) == shown
    if block:
        assert tag[block.start : block.end] == (block.native or block.text)


@pytest.mark.parametrize(
    ("tag", "marked"),
    [
        ('<meta http-equiv="Content-Language" content="fr">', ["fr -"]),
        ('<meta property="og:locale" content="fr_FR">', ["fr_FR _"]),
        ('<meta property="og:locale" content="de_DE">', []),
        ('<meta name="description" content="fr">', []),
        ('<link rel="alternate" hreflang="fr-FR" href="/">', ["fr-FR -"]),
        ('<link rel="alternate" hreflang="de">', []),
        ('<link rel="stylesheet" hreflang="fr">', []),
        ('<a hreflang="fr">', []),
    ],
)
def test_a_tag_says_that_the_page_is_in_its_language(tag: str, marked: list[str]) -> None:
    name, attributes = attributes_of(tag)
    assert [f"{tag[one.start : one.end]} {one.joiner}" for one in attributes.languages(name, "fr")] == marked


def test_a_tag_that_says_nothing_here_has_no_attributes() -> None:
    assert attributes_of('<p id="a" style="b">')[1] is NO_ATTRIBUTES
    assert not NO_ATTRIBUTES and NO_ATTRIBUTES.get("title", "none") == "none" and NO_ATTRIBUTES.words("rel") == []


def test_of_two_attributes_of_one_name_the_first_counts() -> None:
    _, attributes = attributes_of('<a title="Un" TITLE="Deux">')
    assert attributes["title"] == "Un"


@given(st.text(st.sampled_from("aé &;<'=/"), min_size=1, max_size=12))
def test_a_value_stands_where_it_says(value: str) -> None:
    tag = f'<a title="{value}" lang="fr">'
    _, attributes = attributes_of(tag)
    place = attributes.place("title")
    assert place is not None and tag[slice(*place)] == value
    assert attributes.place("alt") is None
