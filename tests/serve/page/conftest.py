"""A real Chromium for the tests of pages; where there is none, they are skipped, and say how to get one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serve.browsing import Browser, Page, launched_here


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser for these tests alone: while Playwright lasts, nothing else can run an event loop."""
    with launched_here() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page; an error on its console, or a request that leaves the machine, fails the test."""
    with browser.tab() as page:
        yield page


@pytest.fixture
def clocked(browser: Browser) -> Iterator[Page]:
    """The same, with a clock that `rest` turns on."""
    with browser.tab(has_clock=True) as page:
        yield page
