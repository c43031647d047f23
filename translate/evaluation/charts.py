"""Charts as inline SVG: series of points come in, text that any browser shows comes out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from translate.records import dataclass

WIDTH, HEIGHT = 640, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 16, 34, 44
COLOURS = ("#1f6feb", "#d1500a", "#1a7f4b", "#8250df", "#9a6700", "#57606a")


@dataclass(frozen=True, slots=True)
class Series:
    """One line of a chart: points (x, y) in order of x. `is_dashed` sets it apart where colours are few."""

    name: str
    points: tuple[tuple[float, float], ...]
    is_dashed: bool = False


def line_chart(title: str, x_title: str, y_title: str, series: Sequence[Series]) -> str:
    """Return a chart of lines with a legend. Points that are not finite are left out; nothing to draw says so."""
    kept = [
        Series(s.name, tuple((x, y) for x, y in s.points if math.isfinite(x) and math.isfinite(y)), s.is_dashed)
        for s in series
    ]
    kept = [one for one in kept if one.points]
    xs = [x for one in kept for x, _ in one.points]
    ys = [y for one in kept for _, y in one.points]
    frame = _Frame(_range(xs, is_tight=True), _range(ys))
    body = frame.draw(title, x_title, y_title)
    if not kept:
        body.append(f'<text x="{WIDTH / 2}" y="{HEIGHT / 2}" text-anchor="middle">nothing was measured yet</text>')
    for number, one in enumerate(kept):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join(f"{frame.x(x):.1f},{frame.y(y):.1f}" for x, y in one.points)
        dash = ' stroke-dasharray="5 4"' if one.is_dashed else ""
        body.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="1.8"{dash}/>')
        if len(one.points) <= 40:
            body += [
                f'<circle cx="{frame.x(x):.1f}" cy="{frame.y(y):.1f}" r="2.4" fill="{colour}"/>' for x, y in one.points
            ]
    return _svg(title, [*body, *_legend([one.name for one in kept])])


def histogram(title: str, x_title: str, names: Sequence[str], columns: Sequence[Sequence[float]]) -> str:
    """Return how many values fall into each tenth of 0 to 100, one bar a column side by side.

    :param columns: values, one sequence for each of `names`.
    """
    counts = [[sum(10 * b <= min(v, 99.999) < 10 * (b + 1) for v in column) for b in range(10)] for column in columns]
    frame = _Frame((0.0, 100.0), _range([0.0, *(float(c) for row in counts for c in row)]))
    body = frame.draw(title, x_title, "segments")
    width = (frame.x(10) - frame.x(0) - 6) / max(1, len(columns))
    for number, row in enumerate(counts):
        colour = COLOURS[number % len(COLOURS)]
        for bucket, count in enumerate(row):
            x, y = frame.x(10 * bucket) + 3 + number * width, frame.y(count)
            height = frame.y(0) - y
            tip = f"<title>{escape(names[number])}: {count} segments from {10 * bucket} to {10 * bucket + 10}</title>"
            body.append(
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}">{tip}</rect>'
            )
    return _svg(title, [*body, *_legend(names)])


class _Frame:
    """Axes: data coordinates to places on the drawing."""

    def __init__(self, x_range: tuple[float, float], y_range: tuple[float, float]) -> None:
        self._x, self._y = x_range, y_range

    def x(self, value: float) -> float:
        low, high = self._x
        return _LEFT + (value - low) / (high - low) * (WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        low, high = self._y
        return HEIGHT - _BOTTOM - (value - low) / (high - low) * (HEIGHT - _TOP - _BOTTOM)

    def draw(self, title: str, x_title: str, y_title: str) -> list[str]:
        middle = _TOP + (HEIGHT - _TOP - _BOTTOM) / 2
        body = [
            f'<text x="{_LEFT}" y="18" font-size="14" font-weight="600">{escape(title)}</text>',
            f'<text x="{(_LEFT + WIDTH) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{escape(x_title)}</text>',
            f'<text transform="translate(14 {middle}) rotate(-90)" text-anchor="middle">{escape(y_title)}</text>',
        ]
        for tick in _ticks(*self._y):
            y = self.y(tick)
            body.append(f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#d0d7de"/>')
            body.append(f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_label(tick)}</text>')
        for tick in _ticks(*self._x):
            body.append(
                f'<text x="{self.x(tick):.1f}" y="{HEIGHT - _BOTTOM + 16}" text-anchor="middle">{_label(tick)}</text>'
            )
        return body


def _range(values: Sequence[float], *, is_tight: bool = False) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low == high:
        return low - 0.5, high + 0.5
    room = 0.0 if is_tight else 0.05 * (high - low)
    return (low if low == 0 else low - room), high + room


def _ticks(low: float, high: float) -> list[float]:
    """Return round numbers within the range, about five of them."""
    step = 10 ** math.floor(math.log10((high - low) / 5))
    step *= next(factor for factor in (1, 2, 5, 10) if (high - low) / (step * factor) <= 6)
    first = math.ceil(low / step - 1e-9)
    return [round(number * step, 10) for number in range(first, math.floor(high / step + 1e-9) + 1)]


def _label(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"


def _legend(names: Sequence[str]) -> list[str]:
    made, x = [], float(WIDTH - _RIGHT)
    for number, name in reversed(list(enumerate(names))):
        text = escape(name if len(name) <= 28 else name[:27] + "…")
        x -= 7 * min(len(name), 28) + 22
        made.append(f'<rect x="{x:.0f}" y="9" width="10" height="10" fill="{COLOURS[number % len(COLOURS)]}"/>')
        made.append(f'<text x="{x + 14:.0f}" y="18">{text}</text>')
    return made


def _svg(title: str, body: Sequence[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title, quote=True)}" font-family="system-ui, sans-serif" font-size="11.5" fill="#24292f">'
    )
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    return "\n".join([head, ground, *body, "</svg>"])
