"""Modules of the page that need no page: heights, differences, plain text, places."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from tests.serve.browsing import Browser, Page
from tests.serve.stand_in import Folder, served

START, END = {"c": 1, "k": "start", "p": 1}, {"c": 2, "k": "end", "p": 1}
LONE = {"c": 3, "k": "isolated"}


@pytest.fixture(scope="module")
def modules(browser: Browser) -> Iterator[Page]:
    with served(Folder(1)) as address, browser.window() as page:
        page.goto(address)
        yield page


def call(page: Page, module: str, code: str, argument: Any) -> Any:
    return page.evaluate(f"async (given) => {{ const m = await import('/assets/{module}'); {code} }}", argument)


@pytest.mark.parametrize("count", [1, 2, 7, 64, 1000])
def test_heights_are_those_that_a_sum_from_the_top_gives(modules: Page, count: int) -> None:
    chance = random.Random(count)
    changes = [[chance.randrange(count), chance.randrange(1, 300)] for _ in range(200)]
    heights = [72] * count
    for index, height in changes:
        heights[index] = height
    tops = [sum(heights[:index]) for index in range(count + 1)]
    asked = [chance.uniform(-50, tops[-1] + 50) for _ in range(200)]
    inside = [min(max(at, 0), tops[-1] - 1) for at in asked]
    expected = [max(index for index in range(count) if tops[index] <= at) for at in inside]
    code = """const heights = new m.Heights(given.count, 72);
        for (const [index, height] of given.changes) heights.set(index, height);
        const tops = Array.from({ length: given.count + 1 }, (_, at) => heights.topOf(at));
        return [tops, given.asked.map((y) => heights.indexAt(y)), heights.total];"""
    found = call(modules, "heights.js", code, {"count": count, "changes": changes, "asked": asked})
    assert found == [tops, expected, tops[-1]]


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("The old cat.", "The new cat.", [["=", "The "], ["-", "old"], ["+", "new"], ["=", " cat."]]),
        ("a", "a", [["=", "a"]]),
        ("", "new", [["+", "new"]]),
        ("gone", "", [["-", "gone"]]),
        ("one two three", "two three four", [["-", "one "], ["=", "two three"], ["+", " four"]]),
        ("a b c", "c b a", [["-", "a b "], ["=", "c"], ["+", " b a"]]),
    ],
)
def test_differences_go_by_words(modules: Page, before: str, after: str, runs: list[list[str]]) -> None:
    found = call(modules, "difference.js", "return m.differenceOf(...given)", [before, after])
    assert "".join(text for sign, text in found if sign != "+") == before
    assert "".join(text for sign, text in found if sign != "-") == after
    if before != "a b c":  # there, either word may be the one that stays
        assert found == runs


def test_the_difference_of_long_texts_takes_no_time(modules: Page) -> None:
    texts = [" ".join(f"{side}{n}" for n in range(5000)) for side in "ab"]
    code = """const start = performance.now();
        const runs = m.differenceOf(...given);
        return [runs.length, performance.now() - start];"""
    length, took = call(modules, "difference.js", code, texts)
    assert length == 2 and took < 1000


PLAIN = [
    (["The ", START, "big", END, " dog", LONE], "The {1}big{/1} dog{3/}"),
    (["{1} is text, ", START, "x", END, LONE], "{{1} is text, {1}x{/1}{3/}"),
    (["{name} {{0}} stays ", START, END, LONE], "{name} {{{{0}} stays {1}{/1}{3/}"),
    (["{9} {/1} {3/}", START, END, LONE], "{{9} {{/1} {{3/}{1}{/1}{3/}"),
    ([START, END, LONE], "{1}{/1}{3/}"),
    (["{{{1}", START, END, LONE], None),
]


@pytest.mark.parametrize(("parts", "plain"), PLAIN)
def test_plain_text_gives_back_the_parts(modules: Page, parts: list[Any], plain: str | None) -> None:
    code = "const plain = m.plainOf(given); return [plain, m.partsOfPlain(plain, given.filter((part) => part.c))]"
    written, read = call(modules, "marks.js", code, parts)
    assert read == parts
    assert plain is None or written == plain


def test_places_in_code_points_are_found_in_texts_with_codes_and_pairs_of_units(modules: Page) -> None:
    code = "const atoms = m.atomsOf(given); return [0, 1, 2, 3, 4, 9].map((at) => m.atomOffset(atoms, at))"
    assert call(modules, "text.js", code, ["𝒳", START, "𝒴z"]) == [0, 2, 3, 5, 6, 6]


@pytest.mark.parametrize(
    ("pressed", "action"),
    [
        ({"key": "Enter", "ctrlKey": True}, "accept"),
        ({"key": "Enter", "ctrlKey": True, "shiftKey": True}, "acceptIssue"),
        ({"key": "j", "code": "KeyJ", "altKey": True}, "nextIssue"),
        ({"key": "&", "code": "Digit1", "altKey": True}, "match"),  # a French keyboard
        ({"key": "?", "shiftKey": True}, "help"),
        ({"key": "e", "ctrlKey": True, "altKey": True}, None),  # AltGr types a letter
        ({"key": "t", "ctrlKey": True}, None),
        ({"key": "Enter"}, None),
    ],
)
def test_keys_mean_actions_and_leave_the_browser_its_own(
    modules: Page, pressed: dict[str, Any], action: str | None
) -> None:
    code = """const event = new KeyboardEvent('keydown', given); document.body.dispatchEvent(event);
        return m.actionOf(event)?.action ?? null"""
    assert call(modules, "keys.js", code, pressed) == action


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("Possibly made up by the model: consequencies, militaryly.", ["consequencies", "militaryly"]),
        ("Rare, and perhaps not translated: chef de gare (stationmaster, guard).", ["chef de gare"]),
        ("Probably needs another. Perhaps not translated: cuite (cook, bake).", ["cuite"]),
        (
            'Missing from the target: "agréer, Madame, l’expression de mes sa….',
            ["agréer", "Madame", "l’expression de mes sa"],
        ),
        ("Low score.", []),
    ],
)
def test_the_words_that_a_message_names_are_known(modules: Page, message: str, named: list[str]) -> None:
    assert call(modules, "places.js", "return m.namedIn(given)", message) == named


def test_named_words_are_found_whole_in_texts_with_codes(modules: Page) -> None:
    row = {"source": ["Le chat ", START, "chatte", END], "target": ["The cats, ", LONE, "cat 12."]}
    found = call(
        modules,
        "places.js",
        "return m.placesOf({ message: given.message }, given.row)",
        {"message": "Missing: cat, chatte, 12, dog.", "row": row},
    )
    assert found == [
        {"side": "target", "start": 11, "end": 14},
        {"side": "source", "start": 9, "end": 15},
        {"side": "target", "start": 15, "end": 17},
    ]
