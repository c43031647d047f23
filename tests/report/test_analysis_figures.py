"""The figures of an analysis are the same in every layout, and its pages and tables say nothing more."""

from __future__ import annotations

import csv
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.memory.analysis import Analysis, Bands, Counts, DocumentAnalysis
from translate.report.analysis import FORMATS

FEW = settings(max_examples=25)
NUMBERS = st.integers(0, 9000)
COUNTS = st.builds(Counts, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS)


@st.composite
def analyses(draw: st.DrawFn, *, has_internal: bool = False) -> Analysis:
    bands = Bands(draw(st.sampled_from([(95, 85, 75, 50), (75,), (99, 1)])), has_internal)
    documents = [
        DocumentAnalysis(f"{number}.txt", {name: draw(COUNTS) for name in bands.names}, draw(COUNTS))
        for number in range(draw(st.integers(0, 3)))
    ]
    return Analysis(tuple(documents), bands, draw(st.sampled_from([{}, {"100": 10, "new": 200}])))


def of(bands: Bands, name: str = "a.txt", rates: dict[str, int] | None = None, **counts: Counts) -> Analysis:
    zero = dict.fromkeys(bands.names, Counts())
    named = {key.removeprefix("_").replace("_", "-"): value for key, value in counts.items()}
    return Analysis((DocumentAnalysis(name, zero | named),), bands, rates or {})


@FEW
@given(analyses() | analyses(has_internal=True))
def test_csv_and_json_hold_the_same_figures(analysis: Analysis) -> None:
    found = json.loads(FORMATS["json"](analysis))
    rows = list(csv.DictReader(FORMATS["csv"](analysis).splitlines()))
    assert len(rows) == (len(analysis.documents) + 1) * len(analysis.bands.names)
    for row in rows:
        told = found[row["document"]][row["band"]]
        assert {name: int(row[name]) for name in Counts.__dataclass_fields__} == {
            name: told[name] for name in Counts.__dataclass_fields__
        }
        assert int(row["cross_file_segments"]) == told.get("cross_file", {"segments": 0})["segments"]
    assert ("weighted_words" in rows[0]) is bool(analysis.rates)


def test_csv_gives_the_weighted_words_of_each_band_where_there_are_rates() -> None:
    bands = Bands()
    analysis = of(bands, rates={"repetition": 30}, repetition=Counts(1, 7, 9, 10), new=Counts(1, 5, 9, 10))
    rows = list(csv.DictReader(FORMATS["csv"](analysis).splitlines()))
    weighted = {row["band"]: float(row["weighted_words"]) for row in rows if row["document"] == "total"}
    assert {name: words for name, words in weighted.items() if words} == {"repetition": 2.1, "new": 5.0}
    assert sum(weighted.values()) == pytest.approx(json.loads(FORMATS["json"](analysis))["total"]["weighted_words"])


@FEW
@given(analyses() | analyses(has_internal=True))
def test_the_total_is_the_sum_of_documents_in_every_band(analysis: Analysis) -> None:
    for name in analysis.bands.names:
        assert analysis.total.bands[name] == sum((d.bands[name] for d in analysis.documents), Counts())
    weighted = sum(analysis.weighted_words(document) for document in analysis.documents)
    assert analysis.weighted_words(analysis.total) == pytest.approx(weighted)


@FEW
@given(analyses() | analyses(has_internal=True), st.sampled_from(["trados-csv", "memoq-csv"]))
def test_the_words_of_the_bands_of_other_tools_sum_up_to_their_total(analysis: Analysis, name: str) -> None:
    titles, cells, *rows = csv.reader(FORMATS[name](analysis).splitlines(), delimiter=";")
    words = [place for place, cell in enumerate(cells) if cell == "Words"]
    assert titles[words[-1] - 1] == "Total"
    for row in rows:
        figures = [int(row[place]) for place in words]
        assert sum(figures[:-1]) == figures[-1]


@FEW
@given(analyses())
def test_a_page_has_a_row_for_each_band_of_each_document_and_its_total(analysis: Analysis) -> None:
    page = FORMATS["html"](analysis)
    tables = len(analysis.documents) + 1
    assert page.count("<h2>") == page.count("</table>") == tables
    assert page.count('<td class="bar">') == tables * (len(analysis.bands.names) + 1)
    assert ("Weighted words" in page) is bool(analysis.rates)
    assert re.search(r"\b(?:nan|inf)\b", page) is None


@pytest.mark.parametrize("name", FORMATS)
def test_a_project_without_words_is_written_without_a_division(name: str) -> None:
    assert "nan" not in FORMATS[name](Analysis((), Bands()))
    assert FORMATS[name](of(Bands(), new=Counts(1, 0, 3, 3))).count("a.txt") >= 1


@pytest.mark.parametrize("name", ["trados-csv", "memoq-csv"])
def test_other_tools_have_the_matches_within_the_project_in_the_bands_of_the_memory(name: str) -> None:
    bands = Bands(has_internal=True)
    analysis = of(bands, _85_94=Counts(1, 10, 50, 60))
    counts = dict(analysis.documents[0].bands) | {"internal 85-94": Counts(2, 7, 30, 36)}
    both = Analysis((DocumentAnalysis("a.txt", counts),), bands)
    titles, cells, row, _ = csv.reader(FORMATS[name](both).splitlines(), delimiter=";")
    place = titles.index("85% - 94%")
    assert dict(zip(cells[place : place + 2], row[place : place + 2], strict=True)) == {"Segments": "3", "Words": "17"}
    assert not [title for title in titles if "internal" in title]


def test_shares_are_of_the_words_of_their_document() -> None:
    page = FORMATS["html"](of(Bands(), _100=Counts(1, 25, 90, 114), new=Counts(1, 75, 300, 374)))
    assert "<td>25.0%</td>" in page
    assert "<td>75.0%</td>" in page
    assert 'style="width:25.0%"' in page


@pytest.mark.parametrize(
    ("name", "shown"), [("<b>.txt", "&lt;b&gt;.txt"), ('a"b.txt', "a&quot;b.txt"), ("a&b.txt", "a&amp;b.txt")]
)
def test_the_name_of_a_document_is_no_markup(name: str, shown: str) -> None:
    assert f"<h2>{shown}</h2>" in FORMATS["html"](of(Bands(), name))


def test_a_name_with_the_separator_is_one_cell() -> None:
    rows = list(csv.reader(FORMATS["memoq-csv"](of(Bands(), 'a;"b".txt')).splitlines(), delimiter=";"))
    assert rows[2][0] == 'a;"b".txt'
    assert {len(row) for row in rows} == {len(rows[0])}


def test_large_figures_are_grouped_on_the_page_and_plain_in_tables() -> None:
    analysis = of(Bands(), new=Counts(1_200, 34_567, 1_000_000, 1_100_000))
    assert "<td>34,567</td>" in FORMATS["html"](analysis)
    assert "34567" in FORMATS["csv"](analysis)
    assert "34,567" not in FORMATS["csv"](analysis)
