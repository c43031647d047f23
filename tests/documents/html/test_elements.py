"""What a start tag ends and how far an end tag looks are as the HTML standard says (13.1.2.4 and 13.2.6.4)."""

from __future__ import annotations

import pytest

from translate.documents.html.elements import (
    CODE_TYPES,
    ENDS,
    FORMATTING,
    INLINE,
    KEPT,
    KNOWN,
    VOID,
    barriers_of,
    ends_of,
)


def ended(name: str) -> set[str]:
    """The elements that a start tag ends where they are open."""
    return {one for names, _ in ends_of(name) for one in names}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("li", {"li", "p"}), ("dd", {"dt", "dd", "p"}), ("dt", {"dt", "dd", "p"}), ("div", {"p"}), ("p", {"p"}),
        ("tr", {"td", "th", "tr"}), ("td", {"td", "th"}), ("option", {"option"}), ("h2", {"p"}), ("body", {"head"}),
        ("optgroup", {"option", "optgroup"}), ("rt", {"rt", "rp", "rb"}), ("span", set()), ("a", set()), ("br", set()),
    ],
)  # fmt: skip
def test_a_start_tag_ends_what_the_standard_says(name: str, expected: set[str]) -> None:
    assert ended(name) == expected


@pytest.mark.parametrize(
    ("name", "within", "expected"),
    [
        ("li", "ul", True), ("li", "ol", True), ("li", "div", False), ("dd", "dl", True), ("td", "table", True),
        ("option", "select", True), ("p", "button", True), ("p", "span", False), ("tr", "template", True),
    ],
)  # fmt: skip
def test_nothing_ends_beyond_the_element_that_holds_it(name: str, within: str, *, expected: bool) -> None:
    assert any(within in barriers for _, barriers in ends_of(name)) is expected


@pytest.mark.parametrize(
    ("name", "within", "expected"),
    [
        ("li", "ul", True), ("p", "td", True), ("b", "td", True), ("td", "td", False), ("td", "table", True),
        ("table", "td", False), ("body", "table", False), ("div", "ul", False),
    ],
)  # fmt: skip
def test_an_end_tag_looks_no_further_than_its_scope(name: str, within: str, *, expected: bool) -> None:
    assert (within in barriers_of(name)) is expected


def test_every_element_that_has_a_rule_is_known_and_blocks_are_not_inline() -> None:
    assert INLINE | VOID | FORMATTING | set(KEPT) | set(CODE_TYPES) | set(ENDS) <= KNOWN
    assert not {"p", "div", "li", "td", "h1"} & INLINE
