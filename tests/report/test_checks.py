"""The page of checks counts every issue, marks what a message names, filters, and needs nothing from outside."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import PLAIN
from tests.serve.browsing import Browser
from translate.corpus.findings import UNREADABLE, Finding
from translate.data import Issue, Severity, Variant
from translate.report import checks
from translate.report.checks import HtmlSink, named_in

UNIT = replace(
    PLAIN,
    source=Variant("fr", "Le 3 mai, <b>Zoé</b> & Léa."),
    target=Variant("en", "On May 4, Leah <script>alert(1)</script>."),
)
FOUND = [
    Finding(Path("a.tmx"), 7, Issue("numbers", Severity.ERROR, "Lost in the target: 3.", 1.0), UNIT),
    Finding(Path("a.tmx"), 7, Issue("lost_names", Severity.WARNING, "Missing names: Zoé, Léa.", 2.0), UNIT),
    Finding(Path("b.tsv"), None, Issue(UNREADABLE, Severity.ERROR, "not UTF-8."), content="x\udce9<y>"),
]


def page_of(findings: list[Finding]) -> str:
    file = io.StringIO()
    sink = HtmlSink(file)
    for finding in findings:
        sink.write(finding)
    sink.finish({"units": 2, "refused": 1})
    return file.getvalue()


def test_issues_are_counted_by_check_with_bars_and_listed_with_their_places() -> None:
    page = page_of(FOUND + FOUND[:1])
    assert page.count("<article") == 4
    assert '<div class="bar error" style="width:100.0%"></div>\n<span>2 error</span>' in page
    assert '<div class="bar warning" style="width:50.0%"></div>\n<span>1 warning</span>' in page
    assert f"a.tmx:7, {UNIT.name}" in page
    assert "2 units, 1 refused; 4 issues" in page


def test_texts_are_escaped_and_what_a_message_names_is_marked() -> None:
    page = page_of(FOUND)
    assert "<script>alert" not in page
    assert "Le <mark>3</mark> mai, &lt;b&gt;Zoé&lt;/b&gt; &amp; Léa." in page
    assert "&lt;b&gt;<mark>Zoé</mark>&lt;/b&gt; &amp; <mark>Léa</mark>." in page
    assert "x\\udce9&lt;y&gt;" in page


@pytest.mark.parametrize(
    ("message", "names"),
    [
        ("Lost in the target: 3, 12 km.", ("12 km", "3")),
        ('The target has been decoded with a wrong encoding: "Ã©".', ("Ã©",)),
        ("Perhaps not translated: haché (chopped, minced).", ("haché",)),
        ("The number 12 of the source is not in the target (found: 21).", ("12", "21")),
        ("Missing from the target: the names Zoé, Le Bris of the source.", ("Zoé", "Le Bris")),
        ("The target is empty", ()),
    ],
)
def test_what_a_message_quotes_or_lists_is_looked_for(message: str, names: tuple[str, ...]) -> None:
    assert set(named_in(message)) >= set(names)
    assert bool(named_in(message)) == bool(names)


def test_a_page_names_nothing_outside_itself() -> None:
    assert not re.search(r"https?://|src=|@import|url\(", page_of(FOUND))


def test_a_long_list_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MAX_SHOWN", 2)
    page = page_of(FOUND)
    assert page.count("<article") == 2
    assert "The first 2 of 3 issues are listed" in page
    assert "; 3 issues" in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_browser_filters_by_check_document_and_words(browser: Browser, scheme: str, tmp_path: Path) -> None:
    """The structure that a reader sees in a real Chromium, in both schemes."""
    (tmp_path / "page.html").write_text(page_of(FOUND), encoding="utf-8")
    with browser.window(scheme=scheme) as window:
        window.goto((tmp_path / "page.html").as_uri())

        def shown() -> list[str]:
            return [one.get_attribute("data-check") for one in window.query_selector_all("article:not([hidden])")]

        assert shown() == ["numbers", "lost_names", UNREADABLE]
        assert window.inner_text("#said") == "3 of 3 shown"
        window.click(".bars button[data-check=numbers]")
        assert shown() == ["numbers"]
        window.select_option("select[name=check]", "")
        window.select_option("select[name=file]", "b.tsv")
        assert shown() == [UNREADABLE]
        window.select_option("select[name=file]", "")
        window.fill("input[name=words]", "missing names")
        assert shown() == ["lost_names"]
        box = window.query_selector("article:not([hidden])").bounding_box()
        assert box is not None and box["width"] <= 1280
        dark = window.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 20, 20)"
        assert dark == (scheme == "dark")
