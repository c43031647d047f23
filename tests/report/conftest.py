"""A real Chromium for the tests of pages that reports write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.serve.browsing import Browser, launched_here


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One for these tests: while Playwright lasts, nothing else can run an event loop."""
    with launched_here() as browser:
        yield browser
