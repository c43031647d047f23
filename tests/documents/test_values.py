"""A value that is written means what was to be written, whatever its marks; one that needs none gets none."""

from __future__ import annotations

import tomllib
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from translate.documents.values import read_value, write_value

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" ")).map(str.split).map(" ".join)


@given(text=TEXTS.filter(bool), native=st.sampled_from(["un", "'un'", '"un"']))
def test_yaml_reads_what_was_written(text: str, native: str) -> None:
    written = write_value("yaml", text, native)
    assert yaml.safe_load(f"title: {written}\n") == {"title": text}
    assert read_value("yaml", written) == text


@given(text=TEXTS.filter(bool), native=st.sampled_from(["un", "'un'", '"un"']))
def test_yaml_reads_what_was_written_in_a_list(text: str, native: str) -> None:
    written = write_value("yaml flow", text, native)
    assert yaml.safe_load(f"{{a: {written}, b: c}}") == {"a": text, "b": "c"}


@given(text=TEXTS, native=st.sampled_from(["'un'", '"un"']))
def test_toml_reads_what_was_written(text: str, native: str) -> None:
    assert tomllib.loads(f"title = {write_value('toml', text, native)}") == {"title": text}


@given(text=TEXTS, native=st.sampled_from(["un", "'un'", '"un"']))
def test_html_reads_what_was_written(text: str, native: str) -> None:
    found: list[str | None] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(value for _, value in attrs)

    Reader().feed(f"<p title={write_value('html attribute', text, native)}>")
    assert found == [text]


@given(text=TEXTS.filter(bool), native=st.sampled_from(["'un'", '"un"', "(un)"]))
def test_markdown_reads_the_title_of_a_definition_as_it_was_written(text: str, native: str) -> None:
    found: dict[str, dict[str, dict[str, str]]] = {}
    MarkdownIt().parse(f"[a]: /x {write_value('title', text, native)}\n", found)
    assert found["references"]["A"]["title"] == text


@pytest.mark.parametrize(
    ("manner", "text", "native", "written"),
    [
        ("yaml", "A garden", "Un jardin", "A garden"),
        ("yaml", "A garden: more", "Un jardin", '"A garden: more"'),
        ("yaml", "No", "Non", '"No"'),
        ("yaml", "It's", "'x'", "'It''s'"),
        ("yaml flow", "One, two", "Un", '"One, two"'),
        ("yaml block", "One: two", "Un", "One: two"),
        ("toml", "It's", "'x'", '"It\'s"'),
        ("toml lines", "a\\b", "x", "a\\\\b"),
        ("html attribute", "Plan", "Plan", "Plan"),
        ("html attribute", "A plan", "Plan", '"A plan"'),
        ("quoted", 'a "b"', '"x"', "\"a 'b'\""),
        ("title", "a (b)", "(x)", "(a \\(b\\))"),
    ],
)
def test_a_value_is_written_in_the_manner_of_the_file(manner: str, text: str, native: str, written: str) -> None:
    assert write_value(manner, text, native) == written
