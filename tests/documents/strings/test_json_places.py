"""Places of JSON: each value stands where the tree says, and means what JSON says that it means."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.strings.json_places import JsonNode, parse_json
from translate.text.faults import FaultError

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


def verify(node: JsonNode, value: Any, text: str) -> None:
    assert json.loads(text[node.start : node.end]) == value
    if isinstance(value, dict):
        assert node.members is not None and list(node.members) == list(value)
        for key, one in node.members.items():
            assert json.loads(text[slice(*one.key)]) == key
            verify(one, value[key], text)
    elif isinstance(value, list):
        assert node.members is not None and list(node.members) == [str(number) for number in range(len(value))]
        for one, item in zip(node.members.values(), value, strict=True):
            verify(one, item, text)
    elif isinstance(value, str):
        assert (node.value, node.members) == (value, None)


@given(VALUES, st.sampled_from([None, 1]), st.booleans())
def test_each_value_stands_where_the_tree_says(value: Any, indent: int | None, is_ascii: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii)
    verify(parse_json(text), value, text)


def test_a_path_finds_what_stands_under_it() -> None:
    root = parse_json('{"a": {"b": ["x", "y"]}}')
    found = root.find("a", "b", "1")
    assert found is not None and found.value == "y"
    assert root.find("a", "c", "1") is None
    assert [(path, node.value) for path, node in root.walk()] == [(("a", "b", "0"), "x"), (("a", "b", "1"), "y")]


@pytest.mark.parametrize(("text", "place"), [('{"a" 1}', 5), ("[1,\n", 4), ("[" * 100_000, 0)])
def test_a_fault_has_its_place(text: str, place: int) -> None:
    with pytest.raises(FaultError) as caught:
        parse_json(text)
    assert caught.value.place == place
