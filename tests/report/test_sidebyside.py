"""The side-by-side view shows both texts, marks what is poor, needs nothing from outside, and works in a browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH
from tests.cli.test_align import align, write
from tests.serve.browsing import Browser


@pytest.fixture
def page(tmp_path: Path) -> Path:
    source = (*FRENCH[:5], "<script>alert('non')</script> & « oui »", *FRENCH[5:])
    paths = write(tmp_path, "x", source, ENGLISH)
    view = tmp_path / "views" / "x.html"
    assert align(*paths, "--segmented", "--out", tmp_path / "x.tmx", "--html", view) == 0
    return view


class Checker(HTMLParser):
    """Counts elements that are opened and not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_every_segment_is_shown_and_its_text_is_no_markup(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    checker = Checker()
    checker.feed(text)
    assert checker.open == []
    assert all(segment in checker.texts for segment in (*FRENCH, *ENGLISH))
    assert "alert('non')" not in re.sub(r"&lt;script&gt;.*?&lt;/script&gt;", "", text)


def test_a_deletion_stands_alone_with_its_reason_and_in_the_strip(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.count('class="bead lone"') == 1
    assert "unaligned: The segment has no counterpart" in text
    assert '<a class="lone" href="#b5"' in text


def test_the_page_needs_nothing_from_outside(page: Path) -> None:
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import""", page.read_text(encoding="utf-8"))


def test_in_a_real_browser_the_filter_counts_all_beads(page: Path, browser: Browser) -> None:
    with browser.window() as window:
        window.goto(page.as_uri())
        assert "13 of 13 beads, score at most 100" in window.inner_text("body")
