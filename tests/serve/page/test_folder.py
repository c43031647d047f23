"""The page, its server and a folder together: what a reviewer does in the browser stands in the folder afterwards."""

from __future__ import annotations

import csv
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from tests.serve.browsing import Browser, Page, opened, rest, settled, text_of
from tests.serve.review.conftest import make
from translate.serve.review.app import opened_review


@contextmanager
def started(out: Path) -> Iterator[str]:
    """Start `bitexte review`; give the address that it prints."""
    command = [sys.executable, "-m", "translate", "review", str(out), "--no-browser"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


@contextmanager
def reviewed(out: Path) -> Iterator[str]:
    """Serve what the command serves, without its start; give the same address."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        with opened_review(out, port) as review:
            server = uvicorn.Server(uvicorn.Config(review.app, log_level="error", ws="none", lifespan="off"))
            thread = threading.Thread(target=server.run, args=([held],), daemon=True)
            thread.start()
            try:
                yield f"http://127.0.0.1:{port}/?code={review.secrets.code}"
            finally:
                server.should_exit = server.force_exit = True
                thread.join()


def decisions(out: Path) -> list[dict[str, Any]]:
    log = (out / ".bitexte" / "decisions.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in log.splitlines()]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return make(tmp_path)


def click(page: Page, words: str) -> None:
    """Open the first unit that holds words."""
    page.locator(".row", has_text=words).first.locator(".source").click()
    page.wait_for_selector(".row.open")
    page.wait_for_selector(".of-unit section")


def test_what_is_reviewed_in_the_browser_is_in_the_log_and_in_the_documents(page: Page, out: Path) -> None:
    with reviewed(out) as address:
        click(opened(page, address), "bateau")
        assert page.locator(".row.open .box .chip").count() == 2
        page.keyboard.press("Control+a")
        page.keyboard.type("The boat leaves.")
        page.keyboard.press("Control+Enter")
        page.wait_for_function("() => document.querySelector('header .progress').textContent.startsWith('1 of')")
        page.keyboard.press("Alt+w")
        settled(page, " written.")
    (made,) = [made for made in decisions(out) if made["ruling"] == "edit"][-1:]
    assert made["target"]["text"].replace("*", "") == "The boat leaves."
    written = (out / "a.en.md").read_text(encoding="utf-8")
    assert "The boat leaves." in written.replace("*", "")


def test_two_windows_on_one_unit_lose_no_text(clocked: Page, out: Path) -> None:
    page = clocked
    with reviewed(out) as address:
        click(opened(page, address), "bateau")
        other = page.context.new_page()
        click(opened(other, address.partition("?")[0]), "bateau")
        other.keyboard.press("Control+a")
        other.keyboard.type("Theirs")
        rest(other)
        settled(other, "Saved.")
        page.bring_to_front()
        page.locator(".row.open .box").click()
        page.keyboard.press("Control+a")
        page.keyboard.type("Mine")
        rest(page)
        settled(page, "changed elsewhere")
        assert "Theirs" in page.locator(".conflict .theirs").inner_text()
        assert "Mine" in text_of(page)
        page.get_by_role("button", name="Keep mine").click()
        settled(page, "Saved.")
    texts = [made["target"]["text"] for made in decisions(out) if made["ruling"] == "edit"]
    assert "Theirs" in texts[-2] and "Mine" in texts[-1]


def test_undo_reopen_and_not_an_error_reach_the_log(page: Page, out: Path) -> None:
    with reviewed(out) as address:
        click(opened(page, address), "port")
        page.keyboard.press("Alt+r")
        page.wait_for_function("() => document.querySelector('.row.open .standing').textContent === 'rejected'")
        page.keyboard.press("Control+z")
        page.wait_for_function("() => document.querySelector('.row.open .standing').textContent !== 'rejected'")
        assert page.locator("header .progress").inner_text().startswith("0 of")


def test_hostile_texts_and_names_are_shown_as_text(page: Page, tmp_path: Path) -> None:
    hostile = "Il pleut <img src=x onerror=alert(1)> fort."
    out = make(tmp_path, {"b<img src=x onerror=alert(2)>.txt": f"{hostile}\n"})
    with reviewed(out) as address:
        opened(page, address)
        assert hostile in page.locator(".row .source").first.inner_text()
        assert page.locator("img, body script").count() == 0


def test_a_second_browser_cannot_use_the_address_again(browser: Browser, page: Page, out: Path) -> None:
    with started(out) as address:
        opened(page, address)
        with browser.window() as stranger:
            assert stranger.goto(address).status == 403
            assert stranger.goto(address.partition("?")[0]).status == 403


def test_a_table_that_was_filled_in_elsewhere_is_imported_and_taken_back_whole(
    page: Page, out: Path, tmp_path: Path
) -> None:
    with reviewed(out) as address:
        opened(page, address)
        page.get_by_role("button", name="Export and import").click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Export CSV").click()
        table = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(table)
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        edited = rows[0].index("edited")
        rows[-1][edited] = rows[-1][rows[0].index("target")] + " By mail."
        with table.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        page.locator("dialog input[type=file]").set_input_files(table)
        page.wait_for_function(
            "() => document.querySelector('dialog').textContent.includes('Decisions taken: 1; left out: 0')"
        )
        page.get_by_role("button", name="Undo the import").click()
        page.wait_for_function("() => document.querySelector('dialog').textContent.includes('1 decision undone')")
        page.wait_for_function("() => document.querySelector('header .progress').textContent.startsWith('0 of')")
    assert decisions(out)[0]["target"]["text"].endswith(" By mail.")
