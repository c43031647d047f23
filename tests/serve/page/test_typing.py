"""Keys that are typed before what was asked for is done: they do what they would have done if nothing took time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.serve.browsing import HOLD, Page, idle, opened, settled, text_of
from tests.serve.stand_in import Folder, served

LEAVING = ["Control+Enter", "Control+Shift+Enter", "Alt+ArrowDown", "Alt+ArrowUp", "Alt+j"]
STAYING = ["Alt+r", "Alt+o", "Alt+n", "Alt+m", "Alt+s", "Alt+c", "Control+z", "Control+y"]
EDITING = ["Home", "End", "ArrowLeft", "Shift+ArrowLeft", "ArrowRight", "Control+ArrowLeft", "Shift+Home", "Shift+End"]
EDITING += ["Backspace", "Delete", "Control+Backspace", "Control+a"]
Typed = list[str]
"""Keys by name; what begins with `=` is typed letter by letter."""


@pytest.fixture(autouse=True)
def _let_go(page: Page) -> Iterator[None]:
    yield
    page.evaluate("window.let_go?.()")


def press(page: Page, typed: str) -> None:
    if typed.startswith("="):
        page.keyboard.type(typed[1:])
    else:
        page.keyboard.press(typed)


def outcome(page: Page, typed: Typed, is_fast: bool) -> dict[str, Any]:
    """Return the texts of all units, and which is open, after keys that wait for one another or not."""
    folder = Folder(60)
    with served(folder) as address:
        opened(page, address, 20)
        before = text_of(page)
        if is_fast:
            page.evaluate(HOLD)
        for at, key in enumerate(typed):
            press(page, key)
            if not is_fast:
                idle(page)
            elif at == 0:
                assert text_of(page) == before
        page.evaluate("window.let_go?.()")
        idle(page)
        opened_now = page.locator(".row.open").get_attribute("data-index")
        page.keyboard.press("Alt+ArrowDown")
        idle(page)
    texts = {unit: folder.row(unit)["target_plain"] for unit in folder.decisions}
    changed = {unit: text for unit, text in texts.items() if text != Folder(60).row(unit)["target_plain"]}
    return {"open": opened_now, "texts": changed}


@pytest.mark.parametrize("leaving", LEAVING)
def test_letters_typed_after_a_unit_is_left_stand_in_the_next_alone(page: Page, leaving: str) -> None:
    folder = Folder(60)
    with served(folder) as address:
        opened(page, address, 20)
        before = text_of(page)
        page.evaluate(HOLD)
        page.keyboard.type("1")
        page.keyboard.press(leaving)
        page.keyboard.type("Next é.")
        assert text_of(page) == before + "1"
        page.evaluate("window.let_go()")
        idle(page)
        assert page.locator(".row.open").get_attribute("data-id") != "20"
        assert text_of(page).endswith(".Next é.")
        assert page.evaluate("document.activeElement.className") == "box"


@pytest.mark.parametrize(
    "typed",
    [
        ["Control+Enter", "Control+a", "=Mine.", "Control+Enter", "Home", "=Yours ", "Alt+ArrowUp", "End", "=!"],
        ["Control+Enter", "=abc", "Control+z", "=d", "Control+Backspace", "=e", "Alt+ArrowDown", "Control+z"],
        ["Alt+r", "=more", "Alt+o", "=less", "Control+Enter", "Shift+Home", "=All."],
        ["Control+Enter", "Alt+g", "=41", "Enter", "=?!"],
        ["Control+Enter", "Control+a", "Control+x", "Control+v", "Control+v"],
    ],
    ids="replace undo verdicts jump clipboard".split(),
)
def test_fast_keys_do_what_slow_ones_do(page: Page, typed: Typed) -> None:
    slow = outcome(page, typed, is_fast=False)
    assert slow["texts"]
    assert outcome(page, typed, is_fast=True) == slow


@pytest.mark.parametrize("seed", range(4))
def test_any_fast_keys_do_what_slow_ones_do(page: Page, seed: int) -> None:
    chance = random.Random(seed)
    kinds = [LEAVING, STAYING, EDITING, ["=a", "=B c", "=é"], ["=x.", "=1"]]
    typed = ["Control+Enter", *(chance.choice(chance.choice(kinds)) for _ in range(25))]
    assert outcome(page, typed, is_fast=True) == outcome(page, typed, is_fast=False), typed


def test_keys_stay_in_a_unit_that_may_not_be_left(page: Page) -> None:
    folder = Folder(20)
    with served(folder) as address:
        before = text_of(opened(page, address, 1))
        folder.decisions[1] = [{"verdict": "edit", "dismissed": [], "parts": ["Theirs."]}]
        page.evaluate(HOLD)
        page.keyboard.press("Control+Enter")
        page.keyboard.type("abc")
        page.evaluate("window.let_go()")
        settled(page, "changed elsewhere")
        idle(page)
        assert text_of(page) == before + "abc"
    assert len(folder.decisions[1]) == 1


def test_letters_typed_after_a_click_on_a_row_stand_in_it(page: Page) -> None:
    with served(Folder(20)) as address:
        opened(page, address)
        page.evaluate("document.querySelector('.row[data-index=\"2\"] .source').click()")
        page.evaluate(HOLD)
        idle(page)
        page.locator(".row[data-index='3'] .source").click()
        page.keyboard.press("Alt+r")
        page.locator(".row[data-index='4'] .source").click()
        page.keyboard.type("Here?")
        page.evaluate("window.let_go()")
        page.wait_for_selector(".row.open[data-index='4']")
        idle(page)
        assert text_of(page).endswith("Here?")


def test_plain_boxes_hold_keys_as_well(page: Page) -> None:
    with served(Folder(20)) as address:
        before = text_of_plain(opened(page, address + "?plain", 1))
        page.evaluate(HOLD)
        page.keyboard.press("Control+Enter")
        page.keyboard.press("Control+Home")
        page.keyboard.type("New ")
        assert text_of_plain(page) == before
        page.evaluate("window.let_go()")
        page.wait_for_selector(".row.open[data-index='2']")
        idle(page)
        assert text_of_plain(page).startswith("New ")


def text_of_plain(page: Page) -> str:
    return str(page.locator("textarea.box").input_value())


def test_an_input_method_writes_into_no_unit_that_is_left(page: Page) -> None:
    folder = Folder(20)
    with served(folder) as address:
        opened(page, address, 1)
        page.evaluate(HOLD)
        page.keyboard.press("Control+Enter")
        session = page.context.new_cdp_session(page)
        session.send("Input.imeSetComposition", {"text": "に", "selectionStart": 1, "selectionEnd": 1})
        page.evaluate("window.let_go()")
        session.send("Input.insertText", {"text": "日"})
        page.wait_for_selector(".row.open[data-index='2']")
        idle(page)
        assert text_of(page).endswith("日") and "に" not in text_of(page)
    assert "日" not in folder.row(1)["target_plain"]


def test_typing_waits_neither_for_documents_nor_for_the_engine(page: Page) -> None:
    with served(Folder(20)) as address:
        opened(page, address, 1)
        page.evaluate(HOLD)
        page.keyboard.press("Alt+a")
        page.keyboard.press("Alt+w")
        page.keyboard.type("X")
        assert text_of(page).endswith("X")
