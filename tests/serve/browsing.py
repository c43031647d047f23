"""Windows of a real browser that watch what a page does: errors on its console, requests that leave the machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Page = Any
# Everything but the machine itself goes to a proxy that is not there.
ARGUMENTS = ["--no-sandbox", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=127.0.0.1;localhost"]
TIMEOUT = 60_000
EXPECTED = ("503 (Service Unavailable)", "409 (Conflict)", "422 (Unprocessable", "403 (Forbidden)")
"""Refusals that a test provokes; the browser notes them on the console by itself."""


@dataclass
class Browser:
    chromium: Any

    @contextmanager
    def window(
        self, width: int = 1280, height: int = 800, scheme: str = "light", bypass_csp: bool = False, **more: Any
    ) -> Iterator[Page]:
        context = self.chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=bypass_csp, **more
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.set_default_timeout(TIMEOUT)
        errors: list[str] = []
        requests: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: requests.append(request.url))
        try:
            yield page
            check(errors, requests)
        finally:
            context.close()


def check(errors: list[str], requests: list[str]) -> None:
    """Fail where the page had an error, or asked for something beyond this machine."""
    unexpected = [error for error in errors if not any(text in error for text in EXPECTED)]
    away = {url for url in requests if urlsplit(url).scheme not in ("data", "blob")}
    foreign = {url for url in away if urlsplit(url).hostname not in ("127.0.0.1", None)}
    if unexpected or foreign:
        raise AssertionError(f"errors of the page: {unexpected}; asked elsewhere: {foreign}")


@contextmanager
def launched(path: str) -> Iterator[Browser]:
    """Start the Chromium at `path`.

    :raises ImportError: Playwright is not there.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield Browser(chromium)
        finally:
            chromium.close()
