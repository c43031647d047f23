"""Windows of a real browser that watch what a page does: errors on its console, requests that leave the machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

import pytest

Page = Any
# Everything but the machine itself goes to a proxy that is not there.
ARGUMENTS = ["--no-sandbox", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=127.0.0.1;localhost"]
# One process draws for all pages, all of them ours: a quarter less of the processor's time.
ARGUMENTS += ["--disable-gpu", "--renderer-process-limit=1", "--disable-site-isolation-trials"]
ARGUMENTS += ["--disable-features=Translate,site-per-process"]
TIMEOUT = 60_000
EXPECTED = (
    "503 (Service Unavailable)",
    "409 (Conflict)",
    "422 (Unprocessable",
    "403 (Forbidden)",
    "net::ERR_CONNECTION_REFUSED",
)
"""Refusals that a test provokes, and a server that ended before its page; the browser notes them by itself."""

LISTEN = """(() => {
    Object.assign(window, { said: [], heard: 0 });
    const listen = (records) => records.filter(({ target }) => target.id === 'status').forEach(
        ({ addedNodes }) => window.said.push(...[...addedNodes].map((node) => node.textContent)));
    new MutationObserver(listen).observe(document, { childList: true, subtree: true });
})()"""
"""Keeps all that the status line ever said, as some of it stands there for a moment only."""
HEAR = """(text) => {
    const at = window.said.findIndex((one, index) => index >= window.heard && one.includes(text));
    if (at >= 0) window.heard = at + 1;
    return at >= 0;
}"""
HOLD = """() => {
    const fetched = window.fetch;
    const held = new Promise((resolve) => {
        window.let_go = () => { window.fetch = fetched; resolve(); };
    });
    window.fetch = async (...asked) => { await held; return fetched(...asked); };
}"""
"""Keeps what the page asks for, until `let_go` is called."""
JUMP = """(share) => new Promise((resolve) => {
    const start = performance.now();
    const box = document.querySelector('.scroller');
    box.scrollTop = (box.scrollHeight - box.clientHeight) * share;
    const look = () => {
        const { top, bottom } = box.getBoundingClientRect();
        const rows = [...document.querySelectorAll('.row')].filter((row) => {
            const place = row.getBoundingClientRect();
            return place.bottom > top && place.top < bottom;
        });
        if (rows.length && rows.every((row) => row.querySelector('.target'))) resolve(performance.now() - start);
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})"""
"""Scrolls to a share of the list; gives the milliseconds until all rows in sight have their texts."""
ACCEPT = """() => new Promise((resolve) => {
    const start = performance.now();
    const open = document.querySelector('.row.open').dataset.index;
    const key = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', key));
    const look = () => {
        const row = document.querySelector('.row.open');
        const isThere = row && row.dataset.index !== open && row.contains(document.activeElement);
        if (isThere) resolve(performance.now() - start);
        else setTimeout(look, 2);
    };
    look();
})"""
"""Accepts the open unit; gives the milliseconds until another one can be typed in."""


@dataclass
class Browser:
    chromium: Any
    kept: dict[bool, Page] = field(default_factory=dict)

    @contextmanager
    def window(self, width: int = 1280, scheme: str = "light", bypass_csp: bool = False) -> Iterator[Page]:
        """Open a page in a window of its own, which knows nothing of what others stored."""
        context = self._context(width, scheme, bypass_csp)
        try:
            with watched(context.new_page()) as page:
                yield page
        finally:
            context.close()

    @contextmanager
    def tab(self, has_clock: bool = False) -> Iterator[Page]:
        """Take the page that all tests use, as a process for each would cost more than what they do.

        :param has_clock: whether its time can be turned on.
        """
        if has_clock not in self.kept:
            self.kept[has_clock] = self._context().new_page()
            if has_clock:
                self.kept[has_clock].clock.install()
        page = self.kept[has_clock]
        page.context.clear_cookies()
        try:
            with watched(page):
                yield page
        finally:
            for other in page.context.pages:
                if other is not page:
                    other.close()
            page.unroute_all()
            page.on("dialog", accept)
            page.goto("about:blank")
            page.remove_listener("dialog", accept)

    def _context(self, width: int = 1280, scheme: str = "light", bypass_csp: bool = False) -> Any:
        size = {"width": width, "height": 800}
        context = self.chromium.new_context(viewport=size, color_scheme=scheme, bypass_csp=bypass_csp)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(TIMEOUT)
        context.add_init_script(LISTEN)
        return context


def accept(dialog: Any) -> None:
    dialog.accept()


@contextmanager
def watched(page: Page) -> Iterator[Page]:
    """Fail where a page has an error, opens a dialog of the browser's, or asks for something beyond this machine."""
    errors: list[str] = []
    requests: list[str] = []

    def answer(dialog: Any) -> None:
        if dialog.type != "beforeunload":
            errors.append(f"a dialog: {dialog.message}")
        accept(dialog)

    listeners = {
        "pageerror": lambda error: errors.append(str(error)),
        "console": lambda message: errors.append(message.text) if message.type == "error" else None,
        "request": lambda request: requests.append(request.url),
        "dialog": answer,
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    try:
        yield page
        unexpected = [error for error in errors if not any(text in error for text in EXPECTED)]
        away = {url for url in requests if urlsplit(url).scheme not in ("data", "blob")}
        foreign = {url for url in away if urlsplit(url).hostname not in ("127.0.0.1", None)}
        if unexpected or foreign:
            raise AssertionError(f"errors of the page: {unexpected}; asked elsewhere: {foreign}")
    finally:
        for event, listener in listeners.items():
            page.remove_listener(event, listener)


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


@contextmanager
def launched_here() -> Iterator[Browser]:
    """Start the Chromium of this machine; where there is none, skip the test and say how to get one."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None or find_spec("playwright") is None:
        pytest.skip("needs Chromium and Playwright: apt-get install chromium; pip install playwright")
    with launched(path) as browser:
        yield browser


def opened(page: Page, address: str, unit: int | None = None) -> Page:
    """Open the review page, and a unit of it; its row, what stands beside it and the caret are there."""
    joint = "&" if "?" in address else "?"
    page.goto(address if unit is None else f"{address}{joint}id={unit}")
    page.wait_for_selector("body[data-ready]")
    if unit is not None:
        page.wait_for_selector(f".row.open[data-id='{unit}']")
        page.wait_for_selector(".of-unit section")
    return page


def rest(page: Page) -> None:
    """Let the time pass after which the page saves what was typed, or asks a server again that was gone."""
    page.clock.fast_forward(3000)


def settled(page: Page, text: str) -> None:
    """Wait until the status line says something that it had not said when this was asked the last time."""
    page.wait_for_function(HEAR, arg=text)


def idle(page: Page) -> None:
    """Wait until all that was asked for by key or button is done."""
    page.wait_for_selector("body:not([data-busy])")


def text_of(page: Page) -> str:
    """Return the text of the open unit, codes as the letters on their chips."""
    text: str = page.locator(".row.open .box").inner_text()
    return text.replace("\u200b", "")
