"""Charts put every point where its value says, whatever the range, and label it with round numbers."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.evaluation.charts import HEIGHT, WIDTH, Series, histogram, line_chart

SVG = "{http://www.w3.org/2000/svg}"
VALUES = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
POINTS = st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=8).map(lambda points: tuple(sorted(points)))


def points_of(drawing: str) -> list[list[tuple[float, float]]]:
    lines = ElementTree.fromstring(drawing).iter(f"{SVG}polyline")
    return [
        [(float(x), float(y)) for x, y in re.findall(r"([-\d.]+),([-\d.]+)", line.get("points", ""))] for line in lines
    ]


def labels_of(drawing: str) -> list[str]:
    return [text.text or "" for text in ElementTree.fromstring(drawing).iter(f"{SVG}text")]


@settings(max_examples=60, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=3))
def test_every_point_lies_within_the_frame_and_in_the_order_of_its_values(lines: list[tuple]) -> None:
    drawing = line_chart("t", "x", "y", [Series(str(n), points) for n, points in enumerate(lines)])
    placed = points_of(drawing)
    assert [len(one) for one in placed] == [len(points) for points in lines]
    everything = [
        (value, place)
        for points, one in zip(lines, placed, strict=True)
        for value, place in zip(points, one, strict=True)
    ]
    for axis, size in enumerate((WIDTH, HEIGHT)):
        ordered = [place[axis] for value, place in sorted(everything, key=lambda entry: entry[0][axis])]
        upward = ordered if axis == 0 else [size - place for place in ordered]
        assert all(one <= other + 0.11 for one, other in pairwise(upward))
        assert all(0 < place < size for place in ordered)


@settings(max_examples=60, deadline=None)
@given(VALUES, st.floats(1e-3, 1e6))
def test_a_scale_has_a_few_round_numbers_within_its_range(low: float, width: float) -> None:
    drawing = line_chart("t", "x", "y", [Series("s", ((low, 0.0), (low + width, 1.0)))])
    below = [
        float((text.text or "").replace(",", ""))
        for text in ElementTree.fromstring(drawing).iter(f"{SVG}text")
        if text.get("y") == str(HEIGHT - 28)
    ]
    assert 2 <= len(below) <= 7
    assert below == sorted(below)
    room = width * 1e-3 + abs(low) * 1e-5  # labels have six digits
    assert low - room <= below[0] and below[-1] <= low + width + room


@pytest.mark.parametrize(
    ("values", "counts"),
    [
        ([], [0] * 10),
        ([0, 9.999, 10, 19.9, 95, 100], [2, 2, 0, 0, 0, 0, 0, 0, 0, 2]),
        ([55.5] * 7, [0, 0, 0, 0, 0, 7, 0, 0, 0, 0]),
    ],
)
def test_a_histogram_counts_tenths_and_a_hundred_is_in_the_last(values: list[float], counts: list[int]) -> None:
    drawing = histogram("h", "x", ["<one>"], [values])
    tips = [tip.text or "" for tip in ElementTree.fromstring(drawing).iter(f"{SVG}title")]
    assert tips == [f"<one>: {count} segments from {10 * n} to {10 * n + 10}" for n, count in enumerate(counts)]
    bars = [float(bar.get("height", "")) for bar in ElementTree.fromstring(drawing).iter(f"{SVG}rect") if len(bar)]
    tallest = max([*counts, 1])
    assert [round(bar / max(bars, default=1.0) * tallest, 1) if any(counts) else 0 for bar in bars] == counts


def test_bars_of_several_systems_stand_side_by_side() -> None:
    drawing = histogram("h", "x", ["a", "b"], [[5], [5, 6]])
    bars = [bar for bar in ElementTree.fromstring(drawing).iter(f"{SVG}rect") if len(bar)]
    ends = [float(bar.get("x", "")) + float(bar.get("width", "")) for bar in bars]
    assert len(bars) == 20
    assert float(bars[10].get("x", "")) == pytest.approx(ends[0], abs=0.11)


def test_many_points_have_no_dots_and_a_long_name_is_cut_in_the_legend() -> None:
    name = "a very long name of a system that nobody can read"
    for count, dots in ((40, 40), (41, 0)):
        series = Series(name, tuple((float(n), float(n % 7)) for n in range(count)), is_dashed=True)
        drawing = line_chart("t", "x", "y", [series])
        assert drawing.count("<circle") == dots
        assert drawing.count("stroke-dasharray") == 1
    assert labels_of(drawing)[-1] == name[:27] + "…"
