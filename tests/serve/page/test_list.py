"""The list of the page: any number of units, few elements, quick jumps."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.serve.browsing import ACCEPT, JUMP, Browser, Page, opened
from tests.serve.stand_in import Folder, served

UNITS = 100_000
MAX_ELEMENTS = 1500
MAX_READY, MAX_JUMP, MAX_ACCEPT = 1.5, 0.3, 0.1
"""Seconds of the processor for the page's own thread, which other work on the machine does not lengthen; what a person
waits, server and all, `benchmarks/review.py` measures."""
STILL = """() => new Promise((resolve) => {
    const read = () => [...document.querySelectorAll('.row')].map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return [Number(row.dataset.index), top, bottom];
    });
    const look = (before) => requestAnimationFrame(() => {
        const now = read();
        if (String(now) === String(before) && !document.querySelector('.row.waiting')) resolve(now);
        else look(now);
    });
    look(null);
})"""
"""Gives the rows of the page and where they stand, once all have their texts and move no more."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(Folder(UNITS, documents=20)) as address:
        yield address


def elements(page: Page) -> int:
    return int(page.evaluate("document.querySelectorAll('*').length"))


class Stopwatch:
    """Counts the processor's seconds of the page's thread."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.last = 0.0

    def lap(self) -> float:
        found = {metric["name"]: metric["value"] for metric in self.session.send("Performance.getMetrics")["metrics"]}
        before, self.last = self.last, float(found["TaskDuration"])
        return self.last - before


def test_the_page_is_ready_soon_whatever_the_number_of_units(browser: Browser, address: str) -> None:
    with browser.window() as page:
        watch = Stopwatch(page)
        opened(page, address)
        assert 0 < watch.lap() <= MAX_READY
        assert elements(page) <= MAX_ELEMENTS


def test_jumps_anywhere_show_texts_at_once_and_leave_few_elements(page: Page, address: str) -> None:
    opened(page, address)
    watch = Stopwatch(page)
    watch.lap()
    taken = []
    for place in (0.87, 0.21, 0.55, 0.99, 0.4):
        page.evaluate(JUMP, place)
        taken.append(watch.lap())
    assert max(taken) <= MAX_JUMP, taken
    assert elements(page) <= MAX_ELEMENTS


def test_accepting_and_going_on_takes_no_time(page: Page, address: str) -> None:
    opened(page, address, 0)
    watch = Stopwatch(page)
    watch.lap()
    taken = []
    for _ in range(12):
        page.evaluate(ACCEPT)
        taken.append(watch.lap())
    assert statistics.median(taken) <= MAX_ACCEPT, taken
    assert elements(page) <= MAX_ELEMENTS


def test_rows_stand_below_one_another_without_gaps_wherever_one_goes(page: Page, address: str) -> None:
    opened(page, address)
    for place in (0, 0.33, 1):
        page.locator(".scroller").evaluate("(box, place) => { box.scrollTop = box.scrollHeight * place; }", place)
        boxes = page.evaluate(STILL)
        assert [index for index, *_ in boxes] == list(range(boxes[0][0], boxes[0][0] + len(boxes)))
        assert all(abs(after[1] - before[2]) <= 1.5 for before, after in pairwise(boxes))
    assert boxes[-1][0] == UNITS - 1


def test_the_number_that_is_asked_for_is_opened(page: Page, address: str) -> None:
    opened(page, address)
    page.keyboard.press("Alt+g")
    page.keyboard.type("87655")
    page.keyboard.press("Enter")
    page.wait_for_selector(".row.open[data-index='87654']")
    assert "(87654)" in page.locator(".row.open .source").inner_text()
    assert page.locator(".row.open").get_attribute("aria-posinset") == "87655"
    assert page.locator(".row.open").get_attribute("aria-setsize") == str(UNITS)
    place, list_place = page.locator(".row.open").bounding_box(), page.locator(".scroller").bounding_box()
    assert list_place["y"] <= place["y"] < list_place["y"] + list_place["height"]


def test_the_open_unit_stays_in_the_page_and_keeps_the_focus(page: Page, address: str) -> None:
    opened(page, address, 3)
    page.evaluate(JUMP, 0.5)
    assert page.locator(".row.open").get_attribute("data-index") == "3"
    assert page.evaluate("document.activeElement.className") == "box"
    page.keyboard.type("X")
    assert "X" in page.locator(".row.open .box").inner_text()


def test_lists_beyond_what_a_browser_can_scroll_are_scrolled_to_their_end(page: Page) -> None:
    units = 600_000
    with served(Folder(units)) as address:
        opened(page, address)
        assert page.locator(".canvas").evaluate("(canvas) => canvas.offsetHeight") < 17_000_000
        page.locator(".scroller").evaluate("(box) => { box.scrollTop = box.scrollHeight; }")
        page.wait_for_selector(f".row[data-index='{units - 1}'] .target")
        page.keyboard.press("Alt+g")
        page.keyboard.type("300000")
        page.keyboard.press("Enter")
        page.wait_for_selector(".row.open[data-index='299999']")
        page.locator(".scroller").evaluate("(box) => { box.scrollTop += 150; }")
        page.wait_for_selector(".row[data-index='300002'] .target")
