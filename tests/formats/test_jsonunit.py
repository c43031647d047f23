"""A unit as a value of JSON: what is written is read back, and each wrong value is named."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from tests.formats.samples import CODED, FULL, PLAIN, UNIT
from translate.data import Origin, TranslationUnit
from translate.formats.jsonunit import name_of, unit_of, value_of


@settings(deadline=None)
@given(UNIT)
def test_a_unit_comes_back_through_json(unit: TranslationUnit) -> None:
    assert unit_of(json.loads(json.dumps(value_of(unit)))) == unit


def test_what_a_unit_has_not_is_left_out() -> None:
    assert value_of(PLAIN) == {
        "name": "2",
        "source": {"language": "fr", "text": "Deux."},
        "target": {"language": "en", "text": "Two."},
        "origin": "human",
        "score": None,
        "alignment": "1-1",
    }


def test_what_a_value_has_not_is_as_usual() -> None:
    sides = {"source": {"language": "fr", "text": "a"}, "target": {"language": "en", "text": "b"}}
    unit = unit_of({"name": "1", **sides})
    assert (unit.origin, unit.score, unit.alignment, unit.document) == (Origin.MEMORY, None, "1-1", None)
    empty = {"document": None, "alignment": None, "score": None, "issues": [], "properties": None, "notes": []}
    assert unit_of({"name": "1", **sides, **empty, "context_before": None}) == unit


def coded(**changes: object) -> dict[str, Any]:
    """Return the value of a unit whose first code of the source has other members; `...` takes one out."""
    value: dict[str, Any] = json.loads(json.dumps(value_of(CODED)))
    code = value["source"]["codes"][0]
    code.update({key: item for key, item in changes.items() if item is not ...})
    for key in [key for key, item in changes.items() if item is ...]:
        del code[key]
    return value


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"start": 7}, "a code runs from 7 to 6; expected numbers within the text"),
        ({"start": -1}, "a code runs from -1 to 6"),
        ({"end": 31}, "a code runs from 3 to 31"),
        ({"end": 6.0}, "a code runs from 3 to 6.0"),
        ({"start": True}, "a code runs from True to 6"),
        ({"start": ...}, "a code runs from missing to 6"),
        ({"pair": "2"}, "'pair' is '2'; expected a whole number"),
        ({"pair": True}, "'pair' is True; expected a whole number"),
        ({"kind": "begin"}, "'begin' is not a valid CodeKind"),
        ({"kind": ...}, "'kind' is missing; expected a string"),
        ({"type": 3}, "'type' is 3; expected a string"),
        ({"id": 3}, "'id' is 3; expected a string"),
        ({"attributes": [["disp"]]}, "a property is ['disp']; expected [name, value]"),
        ({"name": "b"}, "a code has an unknown key 'name'; known: attributes, end, id, kind, pair, start, type"),
        ({"end": 10}, "the codes of 'source' overlap, or are not in the order of the text"),
    ],
)
def test_a_wrong_code_is_named(changes: dict[str, object], message: str) -> None:
    assert unit_of(coded()) == CODED
    with pytest.raises(ValueError, match=re.escape(message)):
        unit_of(coded(**changes))


def test_a_code_may_end_where_the_text_or_the_next_code_does() -> None:
    value = coded(end=9)
    assert unit_of(value).source.codes[0].end == 9
    value["source"]["codes"] = value["source"]["codes"][:1]
    value["source"]["codes"][0]["end"] = 30
    assert unit_of(value).source.codes[0].end == len(CODED.source.text)


def full(**changes: object) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(json.dumps(value_of(FULL)))
    return value | changes


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"source": None}, "'source' is missing; expected an object"),
        ({"source": "Deux."}, "'source' is 'Deux.'; expected an object"),
        ({"target": {"language": "en", "text": "a", "lang": "en"}}, "'target' has an unknown key 'lang'"),
        ({"target": {"text": "a"}}, "'language' is missing; expected a string"),
        ({"target": {"language": "en", "text": "a", "span": [1, 2]}}, "'span' is [1, 2]; expected [block, start, end]"),
        ({"target": {"language": "en", "text": "a", "span": [0, -1, 2]}}, "'span' is [0, -1, 2]"),
        ({"target": {"language": "en", "text": "a", "span": [0, 1, 2.0]}}, "'span' is [0, 1, 2.0]"),
        ({"target": {"language": "en", "text": "a", "span": "0:1-2"}}, "'span' is '0:1-2'"),
        (
            {"target": {"language": "en", "text": "a", "codes": {"start": 0}}},
            "'codes' is {'start': 0}; expected a list",
        ),
        ({"target": {"language": "en", "text": "a", "codes": [3]}}, "a code is 3; expected an object"),
        ({"score": "87"}, "'score' is '87'; expected a number"),
        ({"score": float("nan")}, "'score' is nan; expected a number"),
        ({"score": False}, "'score' is False; expected a number"),
        ({"issues": [{"check": "a", "severity": "info", "message": "m", "value": "1"}]}, "'value' is '1'; expected a"),
        ({"issues": [{"severity": "info", "message": "m"}]}, "'check' is missing; expected a string"),
        ({"issues": [{"check": "a", "severity": "info", "message": "m", "at": 1}]}, "an issue has an unknown key 'at'"),
        ({"issues": ["numbers"]}, "an issue is 'numbers'; expected an object"),
        ({"properties": [["a", "b", "c"]]}, "a property is ['a', 'b', 'c']; expected [name, value]"),
        ({"properties": [["a", None]]}, "a property is missing; expected a string"),
        ({"properties": {"a": "b"}}, "'properties' is {'a': 'b'}; expected a list"),
        ({"notes": "a"}, "'notes' is 'a'; expected a list"),
        ({"notes": [None]}, "a note is missing; expected an object"),
        ({"notes": [{"author": "Anne"}]}, "'text' is missing; expected a string"),
        ({"notes": [{"text": "n", "priority": "1"}]}, "'priority' is '1'; expected a whole number"),
        ({"notes": [{"text": "n", "from": "Anne"}]}, "a note has an unknown key 'from'"),
        ({"state": "final"}, "'final' is not a valid State"),
        ({"alignment": 11}, "'alignment' is 11; expected a string"),
        ({"context_after": []}, "'context_after' is []; expected a string"),
        ({"origin": None}, "'origin' is missing; expected a string"),
        ({"zusatz": 1, "anhang": 2}, "the unit has an unknown key 'anhang'; known: alignment"),
    ],
)
def test_a_wrong_value_is_named(changes: dict[str, object], message: str) -> None:
    assert unit_of(full()) == FULL
    with pytest.raises(ValueError, match=re.escape(message)):
        unit_of(full(**changes))


def test_a_long_value_is_shown_in_part() -> None:
    with pytest.raises(ValueError, match=r"^'score' is '1{39}…'; expected a number$"):
        unit_of(full(score="1" * 1000))


@pytest.mark.parametrize(
    ("value", "name"), [({"name": "u"}, "u"), ({"name": 3}, None), ({}, None), ([], None), ("name", None), (None, None)]
)
def test_the_name_is_found_in_whatever_stands_there(value: object, name: str | None) -> None:
    assert name_of(value) == name
