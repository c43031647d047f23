"""A unit has one date, whichever tool wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.memory.stored import unit
from translate.data import TranslationUnit
from translate.memory.dates import date_of


def with_properties(**dates: str) -> TranslationUnit:
    properties = tuple((name.replace("_", "@"), value) for name, value in dates.items())
    return replace(unit("Un", "One"), properties=properties)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, ""),
        ({"tu_changedate": "20240301T101500Z"}, "20240301T101500Z"),
        ({"tu_changedate": "20240301T101500Z", "target_changedate": "20250301T101500Z"}, "20250301T101500Z"),
        ({"tu_creationdate": "20260301T101500Z", "target_changedate": "20250301T101500Z"}, "20250301T101500Z"),
        ({"tu_creationdate": "20200301T101500Z", "target_creationdate": "20210301T101500Z"}, "20210301T101500Z"),
        ({"tu_changedate": "2024-03-01", "tu_creationdate": "20200301T101500Z"}, "20200301T101500Z"),
        ({"tu_changedate": "20240301T101500"}, ""),
        ({"x_changedate": "20240301T101500Z"}, ""),
    ],
)
def test_a_change_counts_before_a_creation_and_what_is_no_date_not_at_all(dates: dict[str, str], expected: str) -> None:
    assert date_of(with_properties(**dates)) == expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("sdl:modified_on", "08/26/2024 10:26:11", "20240826T102611Z"),
        ("sdl:created_on", "08/06/2024 10:26:11", "20240806T102611Z"),
        ("mq:lastchangedtimestamp", "2024-05-06T07:08:09Z", "20240506T070809Z"),
        ("mq:translatorcommittimestamp", "2024-05-06T07:08:09+02:00", "20240506T050809Z"),
        ("m:modified-at", "1491400000123", "20170405T134640Z"),
        ("lastModifiedAt", "2024-05-06", "20240506T000000Z"),
        ("sdl:modified_on", "26/08/2024 10:26:11", ""),
        ("sdl:modified_on", "9" * 14, ""),
        ("sdl:modified_by", "2024-05-06", ""),
        ("x-updated", "2024-05-06", ""),
    ],
)
def test_the_date_that_another_tool_writes_counts(name: str, value: str, expected: str) -> None:
    assert date_of(replace(unit("Un", "One"), properties=((name, value),))) == expected


def test_a_change_counts_before_a_creation_in_every_tool() -> None:
    told = (("sdl:created_on", "08/06/2025 10:24:22"), ("sdl:modified_on", "08/06/2024 10:26:11"))
    assert date_of(replace(unit("Un", "One"), properties=told)) == "20240806T102611Z"
