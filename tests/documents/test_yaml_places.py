"""Values of YAML are found where they stand, and nothing that others depend on is taken for one."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.yaml_places import read_scalars

_VALUES = st.text(st.sampled_from("aé:#'\"\n -,[]{}0"), min_size=1, max_size=12)
_TREES = st.recursive(
    _VALUES,
    lambda inner: st.dictionaries(st.sampled_from("abcd"), inner, min_size=1, max_size=3) | st.lists(inner, max_size=3),
    max_leaves=8,
)


def found(text: str, *, takes_all: bool = False) -> list[tuple[str, str]]:
    """Paths, joined by dots, and values."""
    return [(".".join(one.path), one.value) for one in read_scalars(text, takes_all=takes_all) or []]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: Un jardin", [("title", "Un jardin")]),
        ("a:\n  b: Un\nc: Deux", [("a.b", "Un"), ("c", "Deux")]),
        ("a: {b: Un, c: Deux}", [("a.b", "Un"), ("a.c", "Deux")]),
        ("a:\n- b: Un\n- b: Deux", [("a..b", "Un"), ("a..b", "Deux")]),
        ("a: [Un, Deux]", []),
        ("a: !x Un\nb: Deux", [("b", "Deux")]),
        ("a: &x Un\nb: *x\nc: Deux", [("a", "Un"), ("c", "Deux")]),
        ("a: [Un]\nb: Deux", [("b", "Deux")]),
        ("a: |\n  Un\n  Deux\n", [("a", "Un\nDeux\n")]),
        ("Un", []),
        ("", []),
    ],
)
def test_values_of_fields_are_found_with_their_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: [Un, Deux]", [("a.", "Un"), ("a.", "Deux")]),
        ("a: &x Un\nb: *x\nc: Deux", [("a", "Un"), ("c", "Deux")]),
        ("a: !x Un\nb: Deux", [("b", "Deux")]),
        ("- Un\n- - Deux", [("", "Un"), (".", "Deux")]),
    ],
)
def test_lists_and_anchors_are_found_where_all_is_wanted(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, takes_all=True) == expected


@pytest.mark.parametrize("text", ["a: [Un", "a: b: c", "\tx: 1", 'a: "Un', "a: " + "[" * 51 + "]" * 51, "a: *none\n b"])
def test_what_is_no_yaml_has_no_places(text: str) -> None:
    assert read_scalars(text) is None


@pytest.mark.parametrize(
    ("text", "style", "is_flow"),
    [
        ("a: Un", None, False),
        ("a: 'Un'", "'", False),
        ('a: "Un"', '"', False),
        ("a: |\n  Un", "|", False),
        ("a: >-\n  Un", ">", False),
        ("{a: Un}", None, True),
        ("{a: 'Un'}", "'", True),
    ],
)
def test_a_place_says_how_its_value_is_written(text: str, style: str | None, *, is_flow: bool) -> None:
    (one,) = read_scalars(text) or []
    assert (one.value.strip(), one.style, one.is_flow) == ("Un", style, is_flow)


@given(_TREES, st.booleans())
def test_any_tree_has_its_texts_at_their_places(tree: object, is_flow: bool) -> None:
    text = yaml.safe_dump({"top": tree}, default_flow_style=is_flow, allow_unicode=True, sort_keys=False)
    places = read_scalars(text, takes_all=True) or []
    assert [one.value for one in places] == list(_leaves(tree))
    position = 0
    for one in places:
        assert position <= one.start < one.end <= len(text)
        position = one.end
        if one.style in ("'", '"'):
            assert text[one.start] == text[one.end - 1] == one.style
        else:
            assert text[one.start : one.end] == one.value


def _leaves(tree: object) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    values = tree.values() if isinstance(tree, dict) else tree
    assert not isinstance(values, (str, bytes))
    return [leaf for value in values for leaf in _leaves(value)]  # type: ignore[attr-defined]
