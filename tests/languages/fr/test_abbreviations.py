"""Abbreviations go to the model written out."""

from __future__ import annotations

from translate.care.measures import measures_between
from translate.config import Config
from translate.data import Passage
from translate.languages import find_language
from translate.run.loading import load_tools, load_translator


def test_the_model_gets_them_written_out_and_drops_them_no_more() -> None:
    find_measures = measures_between(find_language("fr"), find_language("en"))
    assert [measure.asked for measure in find_measures("L'art. 4 vaut 3 h")] == ["article", "3:00"]
    translator = load_translator(load_tools(Config()))
    passage = Passage("L’art. 4 du règlement limite chaque intervention.")
    ((_, hypothesis),) = next(iter(translator.iter_translate([passage]))).items()
    assert "Article 4" in hypothesis.text
