"""The target as a model: whatever a reviewer or a browser does, every code stands there once and in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.serve.browsing import Browser, Page
from tests.serve.stand_in import Folder, served

START, END = {"c": 1, "k": "start", "p": 1, "t": "bold", "l": "<b>"}, {"c": 2, "k": "end", "p": 1, "l": "</b>"}
INNER = [{"c": 2, "k": "start", "p": 2, "t": "italic"}, {"c": 3, "k": "end", "p": 2}, {"c": 4, "k": "end", "p": 1}]
LONE = {"c": 3, "k": "isolated", "t": "image"}
PARTS = ["The ", START, "whole report", END, " of May ", LONE, "."]
NESTED = [START, "a", INNER[0], "b", INNER[1], "c", INNER[2]]
ONLY_CODES = [START, END, LONE]
RIGHT_TO_LEFT = [
    "\u05d4\u05d3\u05d5\u05d7 ",
    START,
    "\u05d4\u05de\u05dc\u05d0",
    END,
    " \u05e9\u05dc ",
    LONE,
    "\u05de\u05d0\u05d9",
]
SETUP = """async ([parts, source]) => {
    const { Target } = await import('/assets/target.js');
    const { Field } = await import('/assets/field.js');
    document.body.replaceChildren();
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.id = 'box';
    document.body.append(box);
    window.told = { changed: 0, mended: 0 };
    const tell = { changed: () => window.told.changed++, mended: () => window.told.mended++ };
    window.target = new Target(parts, source);
    window.field = new Field(box, window.target, tell);
    window.field.focus();
}"""
READ = """() => {
    const shown = [];
    const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) shown.push(node.data.replaceAll('\\u200b', ''));
        else if (node.dataset.code) shown.push(`{${node.dataset.code}}`);
        else node.childNodes.forEach(walk);
    };
    walk(document.getElementById('box'));
    const model = window.target.parts.map((part) => typeof part === 'string' ? part : `{${part.c}}`).join('');
    return { shown: shown.join(''), model, codes: window.target.atoms.filter((a) => a.c).map((a) => a.c),
             isWhole: window.target.isWhole, start: window.target.start, end: window.target.end };
}"""
PASTE_HTML = """(text) => {
    const data = new DataTransfer();
    data.setData('text/html', '<b>loud</b><span data-code="1" class="chip">1</span><p>and</p>');
    data.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.getElementById('box').dispatchEvent(paste);
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(Folder(10)) as address:
        yield address


@pytest.fixture(scope="module")
def box(browser: Browser, address: str) -> Iterator[Page]:
    with browser.window() as page:
        page.goto(address)
        page.wait_for_selector("body[data-ready]")
        yield page


def laid(page: Page, parts: list[Any], source: list[Any] | None = None) -> Page:
    page.evaluate(SETUP, [parts, source or parts])
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def compose(page: Page, text: str, is_kept: bool = True) -> None:
    session = page.context.new_cdp_session(page)
    for end in [*range(1, len(text) + 1), *([] if is_kept else [0])]:
        session.send("Input.imeSetComposition", {"text": text[:end], "selectionStart": end, "selectionEnd": end})
    if is_kept:
        session.send("Input.insertText", {"text": text})
    session.detach()


def rewrite(page: Page, code: str) -> None:
    """Change the box behind the page's back, and say so, as extensions do."""
    told = "box.dispatchEvent(new InputEvent('input', { bubbles: true }));"
    page.evaluate(f"() => {{ const box = document.getElementById('box'); {code} {told} }}")


ATTACKS: dict[str, Callable[[Page], None]] = {
    "select all and Delete": lambda page: press(page, "Control+a", "Delete"),
    "select all and a letter": lambda page: (press(page, "Control+a"), page.keyboard.type("x")),
    "select all and bold": lambda page: press(page, "Control+a", "Control+b"),
    "execCommand delete": lambda page: (press(page, "Control+a"), page.evaluate("document.execCommand('delete')")),
    "execCommand insertHTML": lambda page: (
        press(page, "Control+a"),
        page.evaluate("document.execCommand('insertHTML', false, '<i>x</i><span data-code=9>y</span>')"),
    ),
    "sixty Backspaces": lambda page: press(page, "End", *["Backspace"] * 60),
    "sixty Deletes": lambda page: press(page, "Home", *["Delete"] * 60),
    "words deleted from the end": lambda page: press(page, "End", *["Control+Backspace"] * 12),
    "words deleted from the start": lambda page: press(page, "Home", *["Control+Delete"] * 12),
    "cut and paste": lambda page: press(page, "Control+a", "Control+x", "Control+v"),
    "copy and paste twice": lambda page: press(page, "Control+a", "Control+c", "End", "Control+v", "Control+v"),
    "markup pasted over all": lambda page: (
        press(page, "Control+a"),
        page.evaluate(PASTE_HTML, "loud {1}and{/1}\nclear"),
    ),
    "undo and redo": lambda page: (
        press(page, "Control+a", "Delete"),
        page.keyboard.type("abc"),
        press(page, "Control+z", "Control+z", "Control+y", "Control+Shift+z"),
    ),
    "Enter within a pair": lambda page: press(page, "Home", *["ArrowRight"] * 7, "Enter", "Shift+Enter"),
    "typing in the middle": lambda page: (press(page, "Home", *["ArrowRight"] * 6), page.keyboard.type("very ")),
    "composition at the end": lambda page: (press(page, "End"), compose(page, "かな")),
    "composition over everything": lambda page: (press(page, "Control+a"), compose(page, "かな")),
    "a chip dragged before the text": lambda page: page.locator("#box .chip").last.drag_to(
        page.locator("#box"), target_position={"x": 1, "y": 8}
    ),
    "text dropped from elsewhere": lambda page: page.evaluate(
        """() => { const data = new DataTransfer(); data.setData('text/plain', 'far {1}');
        const box = document.getElementById('box'); const { x, y } = box.getBoundingClientRect();
        box.dispatchEvent(new DragEvent('drop', { dataTransfer: data, clientX: x + 20, clientY: y + 8,
                                                  bubbles: true, cancelable: true })); }"""
    ),
    "selected text dragged": lambda page: (
        press(page, "Control+a"),
        page.locator("#box").drag_to(
            page.locator("#box"), source_position={"x": 60, "y": 8}, target_position={"x": 1, "y": 8}
        ),
    ),
    "a list made of it": lambda page: page.evaluate("document.execCommand('insertUnorderedList')"),
    "a picture and a link put in": lambda page: (
        press(page, "Control+a"),
        page.evaluate("document.execCommand('createLink', false, 'http://a.example')"),
        page.evaluate("document.execCommand('insertImage', false, 'data:,x')"),
    ),
    "half of a pair cut and pasted twice": lambda page: press(
        page, "Home", *["ArrowRight"] * 2, *["Shift+ArrowRight"] * 5, "Control+x", "End", "Control+v", "Control+v"
    ),
    "all written anew by an extension": lambda page: rewrite(page, "box.textContent = box.textContent;"),
    "all wrapped by an extension": lambda page: rewrite(
        page, "const mark = document.createElement('mark'); mark.append(...box.childNodes); box.append(mark);"
    ),
    "all copied by an extension": lambda page: rewrite(page, "box.innerHTML = box.innerHTML;"),
    "a chip doubled by an extension": lambda page: rewrite(
        page, "box.append(box.querySelector('.chip').cloneNode(true));"
    ),
    "a chip moved by an extension": lambda page: rewrite(page, "box.append(box.querySelector('.chip'));"),
    "a chip written into by an extension": lambda page: rewrite(page, "box.querySelector('.chip').append('zzz');"),
    "a replacement of a spelling checker": lambda page: page.evaluate(
        """() => { const dataTransfer = new DataTransfer(); dataTransfer.setData('text/plain', 'fixed');
        const how = { bubbles: true, cancelable: true, inputType: 'insertReplacementText', dataTransfer };
        document.getElementById('box').dispatchEvent(new InputEvent('beforeinput', how)); }"""
    ),
    "a composition that is given up": lambda page: compose(page, "かな", is_kept=False),
    "control characters pasted": lambda page: page.evaluate(PASTE_HTML, "a\u0007b\u2028c{{1}1}\ud83d"),
    "a paragraph's end deleted": lambda page: press(page, "Home", "Control+Shift+End", "Backspace"),
}
TEXTS = {"pair and image": PARTS, "nested": NESTED, "codes alone": ONLY_CODES, "right to left": RIGHT_TO_LEFT}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("attack", ATTACKS)
def test_every_code_survives_once_and_in_order(box: Page, attack: str, text: str) -> None:
    page = laid(box, TEXTS[text])
    ATTACKS[attack](page)
    state = page.evaluate(READ)
    assert state["isWhole"], state
    assert state["shown"] == state["model"]
    assert not any(character in state["model"] for character in "\u200b\u0007\n")


EXPECTED = {
    "select all and Delete": "{1}{2}{3}",
    "select all and a letter": "x{1}{2}{3}",
    "cut and paste": "The {1}whole report{2} of May {3}.",
    "markup pasted over all": "loud and clear{1}{2}{3}",
    "Enter within a pair": "The {1}whole report{2} of May {3}.",
    "typing in the middle": "The {1}wvery hole report{2} of May {3}.",
    "composition at the end": "The {1}whole report{2} of May {3}.かな",
    "composition over everything": "かな{1}{2}{3}",
    "undo and redo": "abc{1}{2}{3}",
    "execCommand delete": "The {1}whole report{2} of May {3}.",
    "a chip dragged before the text": "{3}The {1}whole report{2} of May .",
}


@pytest.mark.parametrize("attack", EXPECTED)
def test_the_text_is_what_a_plain_box_would_have(box: Page, attack: str) -> None:
    page = laid(box, PARTS)
    ATTACKS[attack](page)
    assert page.evaluate(READ)["model"] == EXPECTED[attack]


def test_codes_put_back_are_told(box: Page) -> None:
    page = laid(box, PARTS)
    ATTACKS["execCommand delete"](page)
    assert page.evaluate("window.told.mended") > 0


@pytest.mark.parametrize(
    ("keys", "caret"),
    [
        (["Home"], 0),
        (["End"], len("The whole report of May .") + 3),
        (["Home", *["ArrowRight"] * 5], 5),
        (["End", "ArrowLeft", "ArrowLeft"], 26),
        (["Home", "Control+ArrowRight"], 3),
    ],
)
def test_the_caret_stands_where_a_plain_box_has_it(box: Page, keys: list[str], caret: int) -> None:
    page = laid(box, PARTS)
    press(page, *keys)
    page.evaluate("window.field.readSelection()")
    assert page.evaluate(READ)["start"] in (caret, caret + 1 if "Control+ArrowRight" in keys else caret)


def test_typing_goes_on_at_the_caret_after_a_chip_is_passed(box: Page) -> None:
    page = laid(box, PARTS)
    press(page, "End", "ArrowLeft", "ArrowLeft")
    page.keyboard.type("x")
    press(page, "ArrowRight")
    page.keyboard.type("y")
    assert page.evaluate(READ)["model"] == "The {1}whole report{2} of May x{3}y."


def test_typing_at_the_edges_of_codes_alone_lands_between_them(box: Page) -> None:
    page = laid(box, ONLY_CODES)
    press(page, "Home")
    for letter in "abc":
        page.keyboard.type(letter)
        press(page, "ArrowRight")
    page.keyboard.type("d")
    assert page.evaluate(READ)["model"] == "a{1}b{2}c{3}d"


def test_a_letter_of_several_units_goes_whole(box: Page) -> None:
    page = laid(box, ["a👩‍👩‍👧é", START, END])
    press(page, "End", "ArrowLeft", "ArrowLeft", "Backspace", "Backspace")
    assert page.evaluate(READ)["model"] == "a{1}{2}"


CHANGES = {
    "a missing pair is put around the selection": (
        ["The whole report"],
        PARTS,
        "t.select(4, 9); t.insertMissing()",
        "The {1}whole{2} report",
    ),
    "the next missing code is put at the caret": (
        ["The ", START, "whole", END, " report"],
        PARTS,
        "t.select(0); t.insertMissing()",
        "{3}The {1}whole{2} report",
    ),
    "a missing end is put behind its start": (
        ["The ", START, "whole report"],
        PARTS,
        "t.select(0); t.insertMissing()",
        "The {1}{2}whole report",
    ),
    "nothing is put where nothing is missing": (
        PARTS,
        PARTS,
        "t.insertMissing()",
        "The {1}whole report{2} of May {3}.",
    ),
    "an end does not go before its start": (PARTS, PARTS, "t.moveCode(2, 0)", "The {1}whole report{2} of May {3}."),
    "a code moves": (PARTS, PARTS, "t.moveCode(1, 0)", "{1}The whole report{2} of May {3}."),
    "pairs do not cross": (NESTED, NESTED, "t.moveCode(4, 3)", "{1}a{2}b{3}c{4}"),
    "the code beside the caret moves a letter on": (
        PARTS,
        PARTS,
        "t.select(5); t.shiftCode(true)",
        "The w{1}hole report{2} of May {3}.",
    ),
    "another text is taken whole, with codes of the source": (
        PARTS,
        PARTS,
        "t.take(['A ', {c: 3}, {c: 7}, {c: 3}])",
        "A {3}",
    ),
    "a code that the source lacks can be removed": (["a", {"c": 9}], ["a"], "t.erase(1, 2)", "a"),
    "text moves without its codes": (PARTS, PARTS, "t.move(0, 10, 25)", "{1} report{2} of MayThe whole {3}."),
    "what was cut takes its codes along": (
        PARTS,
        PARTS,
        "t.select(4, 18); t.cut(); t.select(0); t.paste('whole report', true)",
        "{1}whole report{2}The  of May {3}.",
    ),
    "half a pair that was cut stays where it was": (
        PARTS,
        PARTS,
        "t.select(16, 19); const c = t.cut(); t.select(0); t.paste(c, true)",
        "t The {1}whole repor{2}of May {3}.",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_changes_of_the_model(box: Page, change: str) -> None:
    parts, source, code, expected = CHANGES[change]
    page = laid(box, parts, source)
    page.evaluate(f"() => {{ const t = window.target; {code}; window.field.draw(); }}")
    assert page.evaluate(READ)["model"] == expected


def test_undo_goes_back_over_typing_and_insertions_alike(box: Page) -> None:
    page = laid(box, PARTS)
    press(page, "End")
    page.keyboard.type("abc def")
    page.evaluate("() => { window.field.edit((target) => target.take(['Else'])); }")
    seen = []
    for _ in range(3):
        press(page, "Control+z")
        seen.append(page.evaluate(READ)["model"].partition(".")[2])
    assert seen == ["abc def", "abc", ""]
    press(page, "Control+y", "Control+y")
    assert page.evaluate(READ)["model"].endswith(".abc def")


@pytest.mark.parametrize(
    ("codes", "faults"),
    [
        ([1, 2, 3], {"missing": [], "doubled": [], "foreign": [], "order": []}),
        ([1, 1, 2], {"missing": [3], "doubled": [1], "foreign": [], "order": []}),
        ([2, 1, 3, 4], {"missing": [], "doubled": [], "foreign": [4], "order": [2]}),
    ],
)
def test_faults_of_codes_are_named(box: Page, codes: list[int], faults: dict[str, list[int]]) -> None:
    source = [START, END, LONE]
    found = box.evaluate(
        """async ([source, codes]) => (await import('/assets/text.js')).faultsOf(source, codes.map((c) => ({ c })))""",
        [source, codes],
    )
    assert found == faults
