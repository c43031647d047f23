"""Pages of reports begin and end alike, and no report brings the colours and the head of a page of its own."""

from __future__ import annotations

from pathlib import Path

import translate
from translate.report import page

PACKAGE = Path(translate.__file__).parent
REPORTS = sorted(
    path for part in ("report", "evaluation", "training", "cli") for path in (PACKAGE / part).rglob("*.py")
)
OWN = ("doctype html", "<head>", "<style", "color-scheme: light", "--ink:", "--page:")


def test_what_a_page_has_besides_comes_after_what_all_share_and_its_title_is_no_markup() -> None:
    made = page.begin_page("<b> & c", "td.mine { color: red; }") + page.end_page("filter();")
    assert made.index("--ink:") < made.index("td.mine") < made.index("</style>")
    assert "<title>&lt;b&gt; &amp; c</title>" in made
    assert made.endswith("<body><main><h1>&lt;b&gt; &amp; c</h1></main><script>filter();</script></body></html>")


def test_the_head_and_the_colours_of_a_page_stand_in_one_place() -> None:
    found = {path for path in REPORTS if any(mark in path.read_text(encoding="utf-8").lower() for mark in OWN)}
    assert found == {Path(page.__file__)}
