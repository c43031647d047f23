"""The review page in a real browser: what a reviewer does is saved, shown and found again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.serve.browsing import HOLD, Browser, Page, idle, opened, rest, settled, text_of
from tests.serve.stand_in import Folder, served

CODES = {
    "source": ["Le ", {"c": 1, "k": "isolated", "t": "image"}, " mot."],
    "target": ["The ", {"c": 1, "k": "isolated"}, " word."],
}
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def test_what_is_typed_is_saved_after_a_rest(clocked: Page) -> None:
    page = clocked
    folder = Folder(20)
    with served(folder) as address:
        opened(page, address, 1)
        page.keyboard.press("End")
        page.keyboard.type(" More.")
        settled(page, "Not saved yet")
        rest(page)
        settled(page, "Saved.")
        assert page.locator(".row.open .standing").inner_text() == "edited"
    assert folder.decisions[1][-1]["verdict"] == "edit"
    assert folder.decisions[1][-1]["parts"][-1].endswith(" More.")


def test_leaving_a_unit_saves_it(page: Page) -> None:
    folder = Folder(20)
    with served(folder) as address:
        opened(page, address, 1)
        page.keyboard.type("X")
        page.keyboard.press("Alt+ArrowDown")
        page.wait_for_selector(".row.open[data-index='2']")
    assert [made["verdict"] for made in folder.decisions[1]] == ["edit"]


def test_what_was_typed_and_undone_is_no_decision(clocked: Page) -> None:
    page = clocked
    folder = Folder(20)
    with served(folder) as address:
        before = text_of(opened(page, address, 1))
        page.keyboard.type("X")
        rest(page)
        settled(page, "Saved.")
        page.keyboard.press("Control+z")
        assert text_of(page) == before
        rest(page)
        page.wait_for_function("() => document.querySelector('.row.open .standing').textContent === 'to do'")
        page.keyboard.press("Control+z")
        settled(page, "Nothing to undo")
    assert folder.decisions[1][-1]["verdict"] == "reopen"


def test_undo_takes_a_decision_of_an_earlier_visit_back(page: Page) -> None:
    folder = Folder(20, decisions={1: [{"verdict": "edit", "dismissed": [], "parts": ["Old text."]}]})
    with served(folder) as address:
        assert text_of(opened(page, address, 1)) == "Old text."
        page.keyboard.press("Control+z")
        settled(page, "undone")
        assert text_of(page).startswith("The committee")
    assert folder.decisions[1] == []


def test_a_text_that_lost_a_code_is_not_saved_nor_left(page: Page) -> None:
    folder = Folder(20, fixed={1: {"source": CODES["source"], "target": ["The word."]}})
    with served(folder) as address:
        opened(page, address, 1)
        page.keyboard.type("X")
        page.keyboard.press("Alt+ArrowDown")
        settled(page, "Not saved: code 1 of the source is missing")
        assert page.locator(".row.open").get_attribute("data-index") == "1"
        page.keyboard.press("Alt+c")
        page.keyboard.press("Alt+ArrowDown")
        page.wait_for_selector(".row.open[data-index='2']")
    assert folder.decisions[1][-1]["parts"][1]["c"] == 1


def test_accepting_goes_to_the_next_unit_that_is_to_do_and_settles_issues(page: Page) -> None:
    folder = Folder(20, decisions={6: [{"verdict": "accept", "dismissed": [], "parts": ["x"]}]})
    with served(folder) as address:
        opened(page, address, 5)
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(".row.open[data-index='7']")
        assert page.locator("[data-index='5'] .standing").inner_text() == "accepted"
        assert page.locator("[data-index='5'] .issues").count() == 0
        page.keyboard.press("Control+Shift+Enter")
        page.wait_for_selector(".row.open[data-index='10']")
        assert page.locator("header .progress").inner_text().startswith("3 of 20")
    assert folder.decisions[5][-1]["dismissed"] == ["numbers"]


def test_the_next_unit_to_do_is_found_far_beyond_what_is_loaded(page: Page) -> None:
    done = {unit: [{"verdict": "accept", "dismissed": [], "parts": ["x"]}] for unit in range(1, 950)}
    with served(Folder(1000, decisions=done)) as address:
        opened(page, address, 0)
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(".row.open[data-index='950']")


@pytest.mark.parametrize("choice", ["Keep mine", "Take theirs"])
def test_a_conflict_shows_both_texts_and_loses_none(clocked: Page, choice: str) -> None:
    page = clocked
    folder = Folder(20)
    with served(folder) as address:
        opened(page, address, 1)
        folder.decisions[1] = [{"verdict": "edit", "dismissed": [], "parts": ["Theirs."]}]
        page.keyboard.press("Control+a")
        page.keyboard.type("Mine.")
        rest(page)
        settled(page, "changed elsewhere")
        assert page.locator(".conflict .theirs").inner_text() == "Theirs."
        assert text_of(page) == "Mine."
        page.keyboard.press("Alt+ArrowDown")
        settled(page, "changed elsewhere")
        assert page.locator(".row.open").get_attribute("data-index") == "1"
        page.get_by_role("button", name=choice).click()
        page.wait_for_function("() => !document.querySelector('.conflict')")
        if choice == "Keep mine":
            settled(page, "Saved.")
        assert text_of(page) == ("Mine." if choice == "Keep mine" else "Theirs.")
    assert folder.decisions[1][-1]["parts"] == ["Mine." if choice == "Keep mine" else "Theirs."]


def test_a_server_that_is_gone_for_a_while_loses_nothing(clocked: Page) -> None:
    page = clocked
    folder = Folder(20, fails=1)
    with served(folder) as address:
        opened(page, address, 1)
        page.keyboard.type("X")
        rest(page)
        settled(page, "Not saved: The server is busy")
        rest(page)
        settled(page, "Saved.")
    assert folder.decisions[1][-1]["parts"][0].endswith("X")


def test_rejecting_takes_the_source_and_reopening_the_machine_s_text(page: Page) -> None:
    folder = Folder(20)
    with served(folder) as address:
        before = text_of(opened(page, address, 1))
        page.keyboard.press("Alt+r")
        settled(page, "Saved.")
        assert text_of(page).startswith("La commission")
        page.keyboard.press("Alt+o")
        page.wait_for_function("() => document.querySelector('.row.open .standing').textContent === 'to do'")
        assert text_of(page) == before
    assert [made["verdict"] for made in folder.decisions[1]] == ["reject", "reopen"]


INSERTIONS = {"Alt+1": "The commission", "Alt+s": "La commission examine", "Alt+m": "The committee examines"}


@pytest.mark.parametrize("key", INSERTIONS)
def test_other_texts_are_inserted_by_key_and_undone_like_typing(page: Page, key: str) -> None:
    with served(Folder(20)) as address:
        opened(page, address, 1)
        page.keyboard.press("Control+a")
        page.keyboard.type("Mine.")
        page.keyboard.press(key)
        page.wait_for_function(
            "(text) => document.querySelector('.box').textContent.startsWith(text)", arg=INSERTIONS[key]
        )
        page.keyboard.press("Control+z")
        assert text_of(page) == "Mine."


def test_an_issue_that_is_no_error_is_kept_as_such(page: Page) -> None:
    folder = Folder(20)
    with served(folder) as address:
        opened(page, address, 5)
        assert page.locator(".row.open .issues").count() == 1
        page.keyboard.press("Alt+n")
        settled(page, "Saved.")
        assert page.locator(".row.open .issues").count() == 0
        page.wait_for_selector(".issue.dismissed")
    assert folder.decisions[5][-1] == {"verdict": "dismiss", "dismissed": ["numbers"]}


def test_issues_show_where_they_stand(page: Page) -> None:
    with served(Folder(20)) as address:
        opened(page, address)
        assert page.locator("[data-index='5'] .target mark").inner_text() == "e "
        page.locator("[data-index='5'] .source").click()
        page.wait_for_selector(".row.open")
        assert page.evaluate("[...CSS.highlights.get('issue')].map(String)") == ["e "]
        page.keyboard.type("X")
        assert page.evaluate("CSS.highlights.get('issue').size") == 0


def test_what_changed_is_shown_by_words(page: Page) -> None:
    with served(Folder(20)) as address:
        opened(page, address, 1)
        page.keyboard.press("Control+Home")
        page.keyboard.press("Control+Delete")
        page.keyboard.type("A")
        page.wait_for_selector(".difference del")
        assert page.locator(".difference del").inner_text() == "The"
        assert page.locator(".difference ins").inner_text() == "A"


def test_the_filter_is_in_the_address_and_survives_reload_and_back(page: Page) -> None:
    with served(Folder(100)) as address:
        opened(page, address)
        page.get_by_label("Show").select_option("issues")
        page.wait_for_function("() => document.querySelector('.found').textContent === '20 units'")
        assert "filter=issues" in page.evaluate("location.search")
        page.reload()
        page.wait_for_function("() => document.querySelector('.found')?.textContent === '20 units'")
        assert page.get_by_label("Show").input_value() == "issues"
        page.go_back()
        page.wait_for_function("() => document.querySelector('.found').textContent === '100 units'")


def test_the_open_unit_is_in_the_address(page: Page) -> None:
    with served(Folder(3000)) as address:
        opened(page, address + "?id=2500")
        page.wait_for_selector(".row.open[data-index='2500']")
        assert page.locator(".row.open").bounding_box()["y"] > 0


def test_an_accepted_unit_stays_in_its_row_until_the_filter_is_asked_anew(page: Page) -> None:
    with served(Folder(300)) as address:
        opened(page, address + "?filter=todo", 0)
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(".row.open[data-index='1']")
        assert page.locator("[data-index='0'] .standing").inner_text() == "accepted"
        page.locator(".scroller").evaluate("(box) => { box.scrollTop = box.scrollHeight; }")
        page.wait_for_selector("[data-index='299'] .target")
        assert "(299)" in page.locator("[data-index='299'] .source").inner_text()


def test_documents_narrow_the_list(page: Page) -> None:
    with served(Folder(90, documents=3)) as address:
        opened(page, address)
        page.get_by_role("button", name="document1.md").click()
        page.wait_for_function("() => document.querySelector('.found').textContent === '30 units'")
        assert "doc=1" in page.evaluate("location.search")
        assert page.locator(".documents [aria-current=true] .name").inner_text() == "chapter/document1.md"


def test_hostile_texts_are_shown_as_text(page: Page) -> None:
    fixed: dict[int, Any] = {1: {"source": [HOSTILE], "target": [HOSTILE]}}
    with served(Folder(20, fixed=fixed)) as address:
        opened(page, address, 1)
        assert text_of(page) == HOSTILE
        assert page.locator("img, body script").count() == 0


def test_the_page_speaks_french_too(browser: Browser) -> None:
    with served(Folder(20)) as address, browser.window() as page:
        opened(page, address)
        page.get_by_label("Language of this page").select_option("fr")
        page.wait_for_function("() => document.documentElement.lang === 'fr'")
        page.wait_for_selector("body[data-ready]")
        assert page.get_by_role("button", name="Écrire les documents").count() == 1


def test_plain_text_with_marks_does_the_same(clocked: Page) -> None:
    page = clocked
    fixed = {1: {"source": ["Le ", *BOLD_PARTS, " {1} mot."], "target": ["The ", *BOLD_PARTS, " {1} word."]}}
    folder = Folder(20, fixed=fixed)
    with served(folder) as address:
        opened(page, address + "?plain", 1)
        box = page.locator("textarea.box")
        assert box.input_value() == "The {1}big{/1} {{1} word."
        box.fill("The {1}big word.")
        page.keyboard.press("Alt+ArrowDown")
        settled(page, "code 2 of the source is missing")
        box.fill("A {1}large{/1} word {{1}{9}.")
        rest(page)
        settled(page, "Saved.")
        page.keyboard.press("Control+z")
        assert box.input_value() == "The {1}big word."
        page.keyboard.press("Control+z")
    parts = folder.decisions[1][0]["parts"]
    assert [part if isinstance(part, str) else part["c"] for part in parts] == ["A ", 1, "large", 2, " word {1}{9}."]


BOLD_PARTS = [{"c": 1, "k": "start", "t": "bold", "p": 1}, "big", {"c": 2, "k": "end", "p": 1}]


def close(page: Page) -> None:
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")


def test_concordance_preview_orphans_files_and_writing_are_there(page: Page) -> None:
    with served(Folder(20)) as address:
        opened(page, address, 1)
        page.keyboard.press("Control+a")
        page.keyboard.press("Alt+k")
        page.wait_for_selector(".concordance .hit")
        page.keyboard.press("Alt+a")
        page.wait_for_selector(".alternative")
        page.get_by_role("button", name="1 orphaned decision").click()
        assert "Old" in page.locator("dialog").inner_text()
        close(page)
        page.keyboard.press("Alt+p")
        page.locator("dialog .preview span").nth(3).click()
        page.wait_for_selector(".row.open[data-index='3']")
        page.get_by_role("button", name="Export and import").click()
        page.wait_for_selector("dialog input[type=file]")
        close(page)
        page.keyboard.press("Control+Enter")
        page.wait_for_selector(".row.open[data-index='4']")
        page.keyboard.press("Alt+w")
        settled(page, "1 document written")


def test_twenty_units_are_reviewed_by_keyboard_alone(page: Page) -> None:
    folder = Folder(40)
    with served(folder) as address:
        opened(page, address)
        page.keyboard.press("Alt+ArrowDown")
        page.wait_for_selector(".row.open[data-index='0']")
        for unit in range(20):
            page.wait_for_selector(f".row.open[data-index='{unit}']")
            if unit % 4 == 1:
                page.keyboard.press("End")
                page.keyboard.type(" Seen.")
            if unit % 4 == 2:
                page.keyboard.press("Home")
                page.keyboard.press("Control+Delete")
            page.keyboard.press("Control+Enter")
        page.wait_for_selector(".row.open[data-index='20']")
    assert sorted(folder.decisions) == list(range(20))
    assert {made[-1]["verdict"] for made in folder.decisions.values()} == {"accept", "edit"}


def test_help_lists_every_key(page: Page) -> None:
    with served(Folder(5)) as address:
        opened(page, address)
        page.keyboard.press("?")
        page.wait_for_selector("dialog[open]")
        assert page.locator("dialog th").count() == page.evaluate(
            "async () => Object.keys((await import('/assets/keys.js')).KEYS).length"
        )
        close(page)


def test_searching_with_enter_makes_one_step_back_and_keeps_the_focus(page: Page) -> None:
    with served(Folder(100)) as address:
        opened(page, address)
        page.keyboard.press("Alt+l")
        page.keyboard.type("(77)")
        page.keyboard.press("Enter")
        page.wait_for_function("() => document.querySelector('.found').textContent === '1 unit'")
        assert page.evaluate("document.activeElement.name") == "q"
        page.go_back()
        page.wait_for_function("() => document.querySelector('.found').textContent === '100 units'")


@pytest.mark.parametrize("is_sent", [True, False], ids=["then searched for", "and left"])
def test_letters_typed_while_a_filter_is_loaded_stay_in_the_search_field(page: Page, is_sent: bool) -> None:
    with served(Folder(100)) as address:
        opened(page, address, 2)
        page.keyboard.press("Alt+l")
        page.keyboard.type("(7")
        page.evaluate(HOLD)
        page.keyboard.press("Enter")
        page.keyboard.type("7")
        page.keyboard.press("ArrowLeft")
        page.evaluate("window.let_go()")
        page.wait_for_function("() => document.querySelector('.found').textContent === '11 units'")
        idle(page)
        page.keyboard.type("1")
        assert page.locator("[name=q]").input_value() == "(717"
        page.keyboard.press("Backspace")
        if is_sent:
            page.keyboard.press("Enter")
        else:
            page.get_by_label("Show").select_option("todo")
        page.wait_for_function("() => document.querySelector('.found').textContent === '1 unit'")
        page.go_back()
        page.wait_for_function("() => document.querySelector('.found').textContent === '11 units'")
        assert page.locator("[name=q]").input_value() == "(7"


def test_escape_leaves_the_box_and_enter_opens_the_first_row_in_sight(page: Page) -> None:
    with served(Folder(30)) as address:
        opened(page, address, 2)
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        page.wait_for_selector("dialog[open]")
        page.keyboard.press("Escape")
        page.keyboard.press("Enter")
        page.wait_for_selector(".row.open[data-index='0']")
        assert page.evaluate(FOCUSED) == "box"


FOCUSED = "document.activeElement.className"
CLOSE_AND_OPEN = """() => {
    document.querySelector('dialog').close();
    const key = { key: 'Enter', bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', key));
}"""


def test_a_dialog_that_closes_takes_the_focus_from_nobody(page: Page) -> None:
    with served(Folder(30)) as address:
        opened(page, address, 2)
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        page.wait_for_selector("dialog[open]")
        page.evaluate(CLOSE_AND_OPEN)  # before the page is told that the dialog is closed
        page.wait_for_selector(".row.open[data-index='0']")
        page.wait_for_selector("dialog", state="detached")
        assert page.evaluate(FOCUSED) == "box"


def test_a_dialog_gives_the_focus_to_the_box_that_was_drawn_anew_below_it(page: Page) -> None:
    with served(Folder(30)) as address:
        opened(page, address, 2)
        page.keyboard.press("Alt+h")
        page.wait_for_selector("dialog[open]")
        page.evaluate("document.querySelector('.box').replaceWith(document.querySelector('.box').cloneNode(true))")
        close(page)
        assert page.evaluate(FOCUSED) == "box"


def test_a_unit_that_opens_late_takes_the_focus_from_no_field_that_is_typed_in(page: Page) -> None:
    with served(Folder(300)) as address:
        opened(page, address, 2)
        page.evaluate(HOLD)
        page.keyboard.press("Alt+b")
        page.keyboard.press("Alt+g")
        page.keyboard.type("250")
        page.keyboard.press("Enter")
        page.locator("[name=q]").click()
        page.keyboard.type("be")
        page.evaluate("window.let_go()")
        page.wait_for_selector(".row.open[data-index='249']")
        page.keyboard.type("low")
        assert page.locator("[name=q]").input_value() == "below"


def test_a_field_of_the_filter_keeps_the_focus_though_the_open_unit_passes(page: Page) -> None:
    with served(Folder(30)) as address:
        opened(page, address, 2)
        page.get_by_label("Show").focus()
        page.get_by_label("Show").select_option("todo")
        page.wait_for_function("() => location.search.includes('todo')")
        idle(page)
        page.wait_for_selector(".row.open[data-index='2']")
        assert page.evaluate("document.activeElement.name") == "filter"


def test_an_action_that_fails_by_a_fault_of_the_page_stops_no_other(browser: Browser) -> None:
    with served(Folder(30)) as address, pytest.raises(AssertionError, match="Cannot read prop"), browser.tab() as page:
        page.route("**/alternatives*", lambda route: route.fulfill(json={}))
        opened(page, address, 2)
        with page.expect_event("pageerror"):
            page.keyboard.press("Alt+a")
            page.keyboard.press("Alt+ArrowDown")
        page.wait_for_selector(".row.open[data-index='3']")
