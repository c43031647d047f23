"""Each bead is a band of the page, coloured by its score; the strip shows the worst of those that share a place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from translate.aligning import AlignedPair, Judged, Pair
from translate.aligning.reading import ReadDocument
from translate.alignment import Alignment
from translate.data import Bead, Block, Issue, Origin, Segment, Severity, Span, TranslationUnit, Variant
from translate.documents import Source
from translate.report.sidebyside import iter_page, write_view
from translate.run.placed import PlacedSegment


def document(name: str, texts: list[str]) -> ReadDocument:
    placed = tuple(
        PlacedSegment(Segment(text, 0, len(text)), Block("", text, "\n"), Span(n, 0, len(text)))
        for n, text in enumerate(texts)
    )
    return ReadDocument(Path(name), placed, (0,) * len(texts), (None,) * len(texts))


def pair_of(scores: list[float | None], *, lone: int = 0) -> tuple[AlignedPair, list[Judged]]:
    """Return 1–1 beads of these scores, and at the end some of the source alone."""
    texts = [f"Un {n}." for n in range(len(scores) + lone)], [f"One {n}." for n in range(len(scores))]
    beads = [Bead(range(n, n + 1), range(n, n + 1), 0.1) for n in range(len(scores))]
    beads += [Bead(range(n, n + 1), range(len(scores), len(scores)), 0.1) for n in range(len(scores), len(texts[0]))]
    sources = Source(Path("a.fr"), "a<b>.fr", "segments"), Source(Path("a.en"), "a&b.en", "segments")
    documents = document("a.fr", texts[0]), document("a.en", texts[1])
    aligned = AlignedPair(Pair("a", *sources), *documents, Alignment(tuple(beads), 67.8))
    units = [
        TranslationUnit(f"u{n}", Variant("fr", texts[0][n]), Variant("en", texts[1][n]), Origin.HUMAN, score)
        for n, score in enumerate(scores)
    ]
    units += [
        TranslationUnit(f"u{n}", Variant("fr", texts[0][n]), Variant("en", ""), Origin.HUMAN, 90.0, alignment="1-0")
        for n in range(len(scores), len(texts[0]))
    ]
    return aligned, [(unit, True) for unit in units]


def page_of(aligned: AlignedPair, units: list[Judged]) -> str:
    return "".join(iter_page(aligned, units))


def bands_of(page: str) -> list[str]:
    return re.findall(r'<div class="bead (\w+)"', page)


@pytest.mark.parametrize(
    ("score", "colour"),
    [(100.0, "good"), (80.0, "good"), (79.9, "fair"), (50.0, "fair"), (49.9, "poor"), (0.0, "poor"), (None, "poor")],
)
def test_a_band_has_the_colour_of_its_score(score: float | None, colour: str) -> None:
    page = page_of(*pair_of([score]))
    assert bands_of(page) == [colour]
    assert f'data-score="{score or 0.0:g}"' in page


def test_what_stands_alone_is_so_whatever_its_score_and_counts_as_poor() -> None:
    page = page_of(*pair_of([90.0, 60.0, 10.0], lone=2))
    assert bands_of(page) == ["good", "fair", "poor", "lone", "lone"]
    assert "5 and 3 segments, 5 beads, 3 of them poor or unmatched, similarity 67.8" in page
    assert page.count('<p class="none">nothing</p>') == 2


def test_names_of_documents_are_no_markup() -> None:
    page = page_of(*pair_of([90.0]))
    assert page.count("a&lt;b&gt;.fr | a&amp;b.en") == 2  # title and heading
    assert "<b>.fr" not in page


@pytest.mark.parametrize(("count", "bands"), [(1, 1), (399, 399), (400, 400), (401, 400), (1000, 400)])
def test_the_strip_has_a_place_for_every_bead_as_far_as_it_is_seen(count: int, bands: int) -> None:
    page = page_of(*pair_of([90.0] * count))
    links = re.findall(r'<a class="(\w+)" href="#b(\d+)"', page)
    assert len(links) == bands
    assert len(bands_of(page)) == count
    assert len({target for _, target in links}) == bands


def test_a_single_poor_bead_among_a_thousand_is_seen_in_the_strip_and_linked() -> None:
    scores: list[float | None] = [90.0] * 1000
    scores[503] = 20.0
    links = re.findall(r'<a class="(\w+)" href="#b(\d+)"', page_of(*pair_of(scores)))
    assert [link for link in links if link[0] != "good"] == [("poor", "503")]


def test_refused_beads_are_marked_and_show_their_reasons_but_no_mere_information() -> None:
    aligned, units = pair_of([70.0, 90.0])
    issues = (
        Issue("numbers", Severity.ERROR, "7 < 8 & lost"),
        Issue("length", Severity.WARNING, "long"),
        Issue("copied", Severity.INFO, "as it was"),
    )
    first = units[0][0]
    changed = TranslationUnit(
        first.name, first.source, first.target, first.origin, first.score, issues, alignment=first.alignment
    )
    page = page_of(aligned, [(changed, False), units[1]])
    assert page.count('data-refused="1"') == 1
    assert re.findall(r"<li>(.*?)</li>", page) == ["numbers: 7 &lt; 8 &amp; lost", "length: long"]


def test_the_page_is_written_whole_where_its_folder_does_not_exist_yet(tmp_path: Path) -> None:
    aligned, units = pair_of([70.0])
    write_view(tmp_path / "views" / "a.html", aligned, units)
    assert (tmp_path / "views" / "a.html").read_text(encoding="utf-8") == page_of(aligned, units)
    assert [path.name for path in (tmp_path / "views").iterdir()] == ["a.html"]


def test_units_that_are_not_one_a_bead_are_refused() -> None:
    aligned, units = pair_of([70.0, 80.0])
    with pytest.raises(ValueError, match="shorter"):
        page_of(aligned, units[:1])


def test_the_reader_can_have_the_lowest_score_first() -> None:
    page = page_of(*pair_of([90.0, 20.0]))
    assert '<input id="worst" type="checkbox"> lowest score first' in page
    assert "worst.checked ? 'score' : 'order'" in page
