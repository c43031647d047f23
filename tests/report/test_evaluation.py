"""The page stands alone, holds what was measured, and lets no text become markup."""

from __future__ import annotations

import math
from xml.etree import ElementTree

from translate.evaluation import System, TestSet, evaluate
from translate.evaluation.charts import Series, histogram, line_chart
from translate.report.evaluation import format_page

TEST = TestSet("set", ("Un <b>.", "Deux & trois."), ("One <b>.", "Two & three."))


def test_the_page_holds_scores_signatures_plots_and_segments() -> None:
    found = evaluate(TEST, [System("one", ("One.", "Two")), System("<two>", ("One <b>.", "Four"))], samples=20)
    page = format_page(found)
    assert all(f"{score.value:.2f}" in page for system in found.systems for score in system.scores)
    assert all(score.signature in page for score in found.systems[0].scores)
    assert page.count("<svg") == 2
    assert "The worst 2 of 2 segments" in page
    assert "Deux &amp; trois." in page and "&lt;two&gt;" in page
    assert "<two>" not in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_words_that_the_reference_has_not_are_marked() -> None:
    page = format_page(evaluate(TestSet("set", None, ("a b c",)), [System("one", ("a x c",))], samples=0))
    assert "a <mark>x</mark> c" in page


def test_a_long_set_shows_its_worst_and_says_of_how_many() -> None:
    texts = tuple(f"word {n}" for n in range(30))
    page = format_page(evaluate(TestSet("set", None, texts), [System("one", texts)], samples=0), shown=7)
    assert "The worst 7 of 30 segments" in page
    assert page.count("<tr><td class=n>") == 7


def test_charts_are_well_formed_whatever_the_points() -> None:
    points = ((0.0, 1.0), (1.0, math.nan), (2.0, 3.0))
    for series in (
        [],
        [Series("a & b", points)],
        [Series("flat", ((0.0, 5.0), (1.0, 5.0)))],
        [Series("one", ((3.0, 2.0),))],
    ):
        drawing = line_chart("Loss < 1", "steps", "nats", series)
        ElementTree.fromstring(drawing)
        assert "nan" not in drawing
    ElementTree.fromstring(histogram("h", "x", ["a", "b"], [[0, 5, 100.0], []]))
