"""The statistics of a corpus count what is there: each figure against a corpus made by hand."""

from __future__ import annotations

import json
from dataclasses import replace

from tests.formats.samples import PLAIN
from translate.corpus.statistics import LENGTHS, label_of, measure
from translate.data import Origin, TranslationUnit, Variant
from translate.report.statistics import format_json, format_page


def unit(source: str, target: str, score: float | None, document: str, origin: Origin) -> TranslationUnit:
    return replace(
        PLAIN, source=Variant("fr", source), target=Variant("en", target), score=score, document=document, origin=origin
    )


UNITS = [
    unit("Le chat dort.", "The cat sleeps.", 98.0, "a.txt", Origin.MACHINE),
    unit("Le chat dort.", "The cat is asleep.", 91.0, "a.txt", Origin.MACHINE),
    unit("Le chat dort.", "The cat sleeps.", 15.0, "b.txt", Origin.MEMORY),
    unit("un deux trois quatre cinq six", "one two three four five six", None, "b.txt", Origin.HUMAN),
]


def test_units_words_and_characters_are_counted_by_document() -> None:
    found = measure(UNITS)
    assert (found.total.units, found.total.source_words, found.total.target_words) == (4, 15, 16)
    assert found.total.source_characters == sum(len(one.source.text) for one in UNITS)
    assert {name: amount.units for name, amount in found.documents.items()} == {"a.txt": 2, "b.txt": 2}
    assert found.languages == {"fr–en": 4}


def test_duplicates_are_counted_beyond_the_first() -> None:
    found = measure(UNITS)
    assert (found.same_pair, found.same_source, found.same_target) == (1, 2, 1)


def test_lengths_scores_and_origins_are_counted_in_classes() -> None:
    found = measure(UNITS)
    assert found.lengths == {0: 3, 1: 1}
    assert found.scores == {"90": 2, "10": 1, "none": 1}
    assert found.origins == {"machine": 2, "memory": 1, "human": 1}
    assert [label_of(0), label_of(1), label_of(len(LENGTHS))] == ["0–5", "6–10", "over 100"]


def test_an_empty_corpus_has_nothing() -> None:
    found = measure([])
    assert (found.total.units, found.same_pair) == (0, 0)
    assert json.loads(format_json(found))["units"] == 0
    assert "<h1>none</h1>" in format_page(found, "none")


def test_the_page_has_bars_in_proportion_and_escapes_names() -> None:
    page = format_page(measure([replace(one, document="<a>") for one in UNITS]), "m.tmx & n.tmx")
    assert '<span>90</span><div class="bar" style="width:100.0%"></div><span>2</span>' in page
    assert '<span>10</span><div class="bar" style="width:50.0%"></div><span>1</span>' in page
    assert "&lt;a&gt;" in page and "m.tmx &amp; n.tmx" in page
    assert "http" not in page and "src=" not in page
