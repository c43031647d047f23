"""The view is a review: in a real browser beads are joined, parted, moved and unlinked by key and by mouse, and what is
saved is what `align --fix` takes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.aligning.test_furniture import ENGLISH, FRENCH, paged
from tests.cli.test_align import align
from tests.serve.browsing import Browser, Page
from translate.formats import read_bitext

HEAD = "# source segments, tab, target segments, for bitexte align --fix\n"
Drive = Callable[[str], dict[str, str]]

DRIVER = """<script>
const press = key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
const at = n => bands().find(band => band.querySelector(`[data-n="${n}"]`));
const click = name => document.querySelector(`[data-do="${name}"]`).click();
const result = {};
try { %s } catch (error) { result.error = String(error); }
const box = document.createElement('pre');
box.id = 'result';
box.textContent = JSON.stringify({...result, edits: edits(), said: said.textContent});
document.body.append(box);
</script></body>"""


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("review")
    paths = folder / "guide.fr.txt", folder / "guide.en.txt"
    for path, texts in zip(paths, (paged(FRENCH, 6, lambda n: [str(n)])[0], ENGLISH), strict=True):
        path.write_text("\n\n".join(texts), encoding="utf-8")
    return paths


@pytest.fixture(scope="module")
def page(pair: tuple[Path, Path]) -> str:
    view = pair[0].with_name("view.html")
    assert align(*pair, "--out", pair[0].with_name("x.tsv"), "--html", view) == 0
    return view.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    with browser.window() as window:
        yield window


@pytest.fixture
def drive(page: str, tmp_path: Path, window: Page) -> Drive:
    """Return a function that opens the page anew, and returns what it says after a script does what a person does."""

    def driven(script: str) -> dict[str, str]:
        path = tmp_path / "driven.html"
        path.write_text(page.replace("</body>", DRIVER % script), encoding="utf-8")
        window.goto(path.as_uri())
        result = json.loads(window.locator("#result").text_content())
        assert "error" not in result, result
        return result  # type: ignore[no-any-return]

    return driven


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        ("", []),
        ("at(2).click(); press('j');", ["2-3 Au bout de vingt minutes,\t2-3 After twenty minutes you come"]),
        ("at(2).click(); click('join');", ["2-3 Au bout de vingt minutes,\t2-3 After twenty minutes you come"]),
        ("at(2).click(); press('j'); press('u');", []),
        (
            "at(2).click(); press('j'); press('p');",
            [
                "2 Au bout de vingt minutes,\t2 After twenty minutes you come",
                "3 Son toit fut emporté par\t3 Its roof was carried off",
            ],
        ),
        (
            "at(2).click(); press('x');",
            ["2 Au bout de vingt minutes,\t-", "-\t2 After twenty minutes you come"],
        ),
        (
            "at(2).click(); press('t');",
            ["2 Au bout de vingt minutes,\t-", "3 Son toit fut emporté par\t2-3 After twenty minutes you come"],
        ),
        ("at(2).click(); press('ArrowDown'); press('c');", ["3 Son toit fut emporté par\t3 Its roof was carried off"]),
        (
            "at(6).click(); press('j');",  # a page number lies between
            ["6-8 Les trains ressemblent à des\t6-7 The trains look like toys"],
        ),
    ],
    ids=["nothing", "key", "mouse", "undo", "part", "unlink", "down", "confirm", "over a page"],
)
def test_what_a_person_does_is_saved(script: str, lines: list[str], drive: Drive) -> None:
    assert drive(script)["edits"] == HEAD + "".join(f"{line}\n" for line in lines)


def test_what_cannot_be_joined_is_said(drive: Drive) -> None:
    assert drive("press('j');")["said"] == "select a bead first"
    said = drive("worst.click(); at(2).click(); press('j');")
    assert (said["edits"], said["said"]) == (HEAD, 'switch off "lowest score first" to join and move')


def test_all_beads_saved_change_no_byte_and_a_change_stands(
    drive: Drive, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    fixes = tmp_path / "edits.tsv"
    outputs = []
    for name, script in (("a", None), ("b", "whole.click();"), ("c", "at(2).click(); press('j');")):
        out = tmp_path / f"{name}.tsv"
        options = []
        if script is not None:
            fixes.write_text(drive(script)["edits"], encoding="utf-8")
            options = ["--fix", fixes]
        assert align(*pair, "--out", out, *options) == 0
        outputs.append(out)
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    units = [(unit.source.text, unit.target.text) for unit in read_bitext(outputs[2]).units]
    assert units[1] == (" ".join(FRENCH[1:3]), " ".join(ENGLISH[1:3]))
    assert units[2:] == list(zip(FRENCH[3:], ENGLISH[3:], strict=True))
