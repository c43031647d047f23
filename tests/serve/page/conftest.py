"""A real Chromium for the tests of pages; where there is none, they are skipped, and say how to get one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from tests.serve.browsing import Browser, Page, launched

MISSING = "needs Chromium and Playwright: apt-get install chromium; pip install playwright"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A browser for these tests alone: while Playwright lasts, nothing else can run an event loop."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None or find_spec("playwright") is None:
        pytest.skip(MISSING)
    with launched(path) as browser:
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
