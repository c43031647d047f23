"""Styles of OpenDocument: texts that look alike have one key, and a look is called by what is seen first of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.opendocument.styles import STYLES, Look, Styles
from translate.documents.xml.nodes import Xml

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {"style": "style", "text": "text", "fo": "xsl-fo-compatible", "table": "table"}.items()
)
_SPACES += ' xmlns:officeooo="http://openoffice.org/2009/office"'


def style(name: str, text: str = "", *, parent: str = "", family: str = "text", more: str = "") -> str:
    own = f' style:parent-style-name="{parent}"' if parent else ""
    inner = f"<style:text-properties {text}/>{more}"
    return f'<style:style style:name="{name}" style:family="{family}"{own}>{inner}</style:style>'


def default(text: str) -> str:
    inner = f"<style:text-properties {text}/>"
    return f'<style:default-style style:family="paragraph">{inner}</style:default-style>'


def styles_of(*own: str, shared: tuple[str, ...] = ()) -> Styles:
    styles = Styles()
    for is_shared, group in ((True, shared), (False, own)):
        xml = Xml.of(f"<x {_SPACES}>{''.join(group)}</x>".encode(), Path("a.odt"))
        for node, _ in xml.iter_nodes(STYLES):
            styles.add(node, is_shared=is_shared)
    return styles


BOLD, ITALIC = 'fo:font-weight="bold"', 'fo:font-style="italic"'


@pytest.mark.parametrize(
    ("properties", "code_type", "is_seen"),
    [
        (BOLD, "bold", False),
        ('fo:font-weight="700"', "bold", False),
        ('fo:font-weight="300"', "x-format", False),
        ('fo:font-weight="normal"', "x-format", False),
        (ITALIC, "italic", False),
        (f"{BOLD} {ITALIC}", "bold", False),
        ('style:text-underline-style="solid"', "underlined", True),
        ('style:text-underline-style="none"', "x-format", False),
        ('style:text-position="super 58%"', "superscript", False),
        ('style:text-position="33% 58%"', "superscript", False),
        ('style:text-position="sub 58%"', "subscript", False),
        ('style:text-position="-33% 58%"', "subscript", False),
        ('style:text-position="0% 100%"', "x-format", False),
        ('style:text-line-through-style="solid"', "x-strike", True),
        ('fo:background-color="#ffff00"', "x-format", True),
        ('fo:background-color="transparent"', "x-format", False),
        ('fo:color="#ff0000"', "x-format", False),
    ],
)
def test_a_look_is_called_by_what_is_seen_first(properties: str, code_type: str, *, is_seen: bool) -> None:
    look = styles_of(style("T1", properties)).look("T1")
    assert (look.type, look.is_seen, look.is_hidden) == (code_type, is_seen, False)
    assert look.key


@pytest.mark.parametrize(
    "properties",
    ["", 'officeooo:rsid="00a1"', 'fo:language="de" fo:country="DE"', 'style:rfc-language-tag="fr-x"'],
)
def test_what_nobody_sees_makes_no_look(properties: str) -> None:
    assert styles_of(style("T1", properties)).look("T1").key == b""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (style("T1", BOLD), style("T2", f'{BOLD} officeooo:rsid="00a1"'), True),
        (style("T1", f"{BOLD} {ITALIC}"), style("T2", f"{ITALIC} {BOLD}"), True),
        (style("T1", BOLD), style("T2", ITALIC), False),
        (style("T1", BOLD), style("T2", BOLD, parent="Strong"), False),
        (style("T1", ITALIC, parent="Strong"), style("T2", ITALIC, parent="Strong"), True),
        (style("T1", "", parent="Strong"), style("T2", "", parent="Strong"), True),
    ],
)
def test_styles_that_programs_make_are_told_apart_by_their_looks(one: str, other: str, *, expected: bool) -> None:
    styles = styles_of(one, other, shared=(style("Strong", BOLD),))
    assert (styles.look("T1").key == styles.look("T2").key) is expected


def test_styles_with_names_are_told_apart_by_them() -> None:
    styles = styles_of(shared=(style("Strong", BOLD), style("Title", BOLD)))
    assert styles.look("Strong").key != styles.look("Title").key
    assert styles.look("unheard of").key == b"unheard of"
    assert styles.look("") == Look()


@pytest.mark.parametrize(
    ("properties", "language"),
    [
        ('fo:language="de"', "de"), ('fo:language="fr"', ""), ('fo:language="none"', ""), ('fo:language="zxx"', ""),
        ("", ""),
    ],
)  # fmt: skip
def test_only_another_language_than_that_of_the_document_is_told(properties: str, language: str) -> None:
    assert styles_of(style("T1", properties), shared=(default('fo:language="fr"'),)).look("T1").language == language


def test_the_standard_style_says_the_language_before_the_default() -> None:
    standard = style("Standard", 'fo:language="de"', family="paragraph")
    styles = styles_of(style("T1", 'fo:language="de"'), shared=(default('fo:language="fr"'), standard))
    assert styles.look("T1").language == ""


def test_a_style_has_what_those_that_it_is_made_of_say() -> None:
    hidden = style("Gone", 'text:display="none"')
    styles = styles_of(style("T1", ITALIC, parent="Gone"), style("T2", 'text:display="true"', parent="Gone"), hidden)
    assert [styles.look(name).is_hidden for name in ("T1", "T2", "Gone")] == [True, False, True]


def test_a_property_is_that_of_the_nearest_style_that_has_it() -> None:
    far = '<style:table-properties table:display="false"/>'
    styles = styles_of(style("ta1", parent="ta0", family="table"), style("ta0", family="table", more=far))
    where = ("style:table-properties", "table:display")
    assert styles.property("table", "ta1", *where) == "false"
    assert styles.property("text", "ta1", *where) == ""
    assert styles.property("table", "ta9", *where) == ""


def test_a_style_that_is_made_of_itself_ends() -> None:
    styles = styles_of(style("A", BOLD, parent="B"), style("B", ITALIC, parent="A"))
    assert styles.property("text", "A", "style:text-properties", "fo:font-style") == "italic"


def test_other_parts_know_only_what_is_shared() -> None:
    shared = styles_of(style("T1", BOLD), shared=(style("Strong", BOLD),)).shared()
    assert shared.look("Strong").type == "bold"
    assert shared.look("T1").type == "x-format"


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_in_which_styles_come_changes_no_look(order: list[str]) -> None:
    made = {"a": style("a", BOLD), "b": style("b", ITALIC, parent="a"), "c": style("c", "", parent="b")}
    made["d"] = style("d", 'fo:color="#000000"', parent="c")
    one, other = styles_of(*made.values()), styles_of(*(made[name] for name in order))
    assert [one.look(name) for name in made] == [other.look(name) for name in made]
