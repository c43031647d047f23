"""The page for everybody: axe-core finds nothing serious, in both colour schemes and at every width."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.serve.browsing import Browser, Page, idle, opened
from tests.serve.stand_in import Folder, served

AXE = Path(__file__).parents[3] / ".clients" / "node_modules" / "axe-core" / "axe.min.js"
MISSING = "needs axe-core: npm install --no-save --prefix .clients axe-core@4.14.1"
RUN = """async () => (await axe.run()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.length, nodes[0].html, nodes[0].failureSummary])"""
WIDTHS = (390, 820, 1440)


@pytest.mark.skipif(not AXE.is_file(), reason=MISSING)
@pytest.mark.parametrize("state", ["list", "open", "plain", "conflict", "keys", "preview", "files", "orphans"])
def test_axe_finds_nothing_serious_in_either_scheme(browser: Browser, state: str) -> None:
    folder = Folder(60, documents=3, decisions={2: [{"verdict": "edit", "dismissed": [], "parts": ["Old."]}]})
    with served(folder) as address, browser.window(bypass_csp=True) as page:
        opened(page, address + ("?plain" if state == "plain" else ""), None if state == "list" else 5)
        if state == "conflict":
            folder.decisions[5] = [{"verdict": "edit", "dismissed": [], "parts": ["Theirs."]}]
            page.keyboard.type("X")
            page.keyboard.press("Alt+p")  # saves first
            page.wait_for_selector(".conflict")
        elif state in ("keys", "preview"):
            page.keyboard.press({"keys": "Alt+h", "preview": "Alt+p"}[state])
        elif state in ("files", "orphans"):
            page.get_by_role("button", name={"files": "Export and import", "orphans": "orphaned"}[state]).click()
        if state in ("keys", "preview", "files", "orphans"):
            page.wait_for_selector("dialog[open]")
        page.add_script_tag(path=str(AXE))
        grounds = []
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            assert page.evaluate(RUN) == [], scheme
    assert len(set(grounds)) == 2


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_has_to_be_scrolled_sideways(browser: Browser, width: int) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 12
    with served(Folder(30, fixed={1: {"source": [long], "target": [long]}})) as address, browser.window(width) as page:
        opened(page, address, 1)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_every_control_has_a_name_and_the_box_says_which_unit_it_is_of(page: Page) -> None:
    with served(Folder(30)) as address:
        opened(page, address, 0)
        tree = page.locator("body").aria_snapshot()
        assert 'textbox "Target of unit 1"' in tree
        assert 'img "code 1 opens bold"' in tree
        assert page.locator(".row.open .source").get_attribute("lang") == "fr"
        assert page.locator(".row.open .box").get_attribute("lang") == "en"
        assert page.evaluate("document.documentElement.lang") == "en"
        unnamed = """[...document.querySelectorAll('button, input, select, textarea')].filter(
            (one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.[0]?.textContent.trim())).length"""
        assert page.evaluate(unnamed) == 0


LOST = """() => {
    window.lost = 0;
    const look = () => { window.lost += document.activeElement === document.body; requestAnimationFrame(look); };
    look();
}"""


def test_the_focus_never_falls_to_the_body(page: Page) -> None:
    with served(Folder(400)) as address:
        opened(page, address, 0)
        page.evaluate(LOST)
        for key in ("Alt+ArrowDown", "Control+Enter", "Alt+r", "Alt+o", "Alt+h", "Escape", "Control+z", "Alt+j"):
            page.keyboard.press(key)
            idle(page)
            assert page.evaluate("document.activeElement.tagName") != "BODY", key
        page.wait_for_selector("dialog", state="detached")
        assert page.evaluate("window.lost") == 0
