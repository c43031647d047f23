"""What the step of spelling changes in what a model wrote, and what it leaves."""

from __future__ import annotations

import pytest

from tests.care.test_translator import Scripted
from translate.care.translator import Translator
from translate.config import CareConfig, Config, EngineConfig, OutputConfig, RepairConfig
from translate.data import Passage
from translate.languages import find_language
from translate.run.loading import load_tools, load_translator
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology
from translate.text.usage.spelling import Variety

FRENCH, ENGLISH = find_language("fr"), find_language("en")
BRITISH, AMERICAN = ENGLISH.varieties
FRENCH_WORDS = {"le", "centre", "est", "gris", "programme", "du", "au", "mai"}


def translated(
    source: str, draft: str, variety: Variety | None, *terms: Term, without: tuple[str, ...] = ()
) -> tuple[str, list[str]]:
    """Return the target and what was changed in what the model wrote."""
    translator = Translator(
        Scripted({"plain": draft}),
        EngineConfig(),
        RepairConfig(),
        terminology=Terminology(terms, FRENCH, ENGLISH) if terms else None,
        is_word=FRENCH_WORDS.__contains__,
        source=FRENCH,
        target=ENGLISH,
        variety=variety,
        without=without,
    )
    ((_, hypothesis),) = next(iter(translator.iter_translate([Passage(source)]))).items()
    return hypothesis.text, [edit.new for edit in hypothesis.edits if edit.step == "spelling"]


def test_words_and_dates_are_those_of_the_region_and_are_recorded() -> None:
    source, draft = "Le centre est gris du 3 au 5 mai.", "The centre is grey from 3 to 5 May."
    assert translated(source, draft, AMERICAN) == (
        "The center is gray from May 3 to 5.",
        ["center", "gray", "May 3 to 5"],
    )
    assert translated(source, draft, BRITISH) == (draft, [])
    assert translated(source, draft, None) == (draft, [])
    assert translated(source, draft, AMERICAN, without=("spelling",)) == (draft, [])


@pytest.mark.parametrize(
    "draft", ["12 October and 1 December", "October 12th and December 1", "the 12th of October and 1 December"]
)
def test_dates_have_one_order_where_no_region_is_asked_for(draft: str) -> None:
    assert translated("le 12 octobre et le 1er décembre", draft, None)[0] == "12 October and 1 December"


def test_a_day_that_shares_its_month_has_the_order_of_the_other() -> None:
    draft = "From May 12 to 18 May, gray"
    assert translated("Du 12 au 18 mai, gris", draft, None)[0] == "From 12 May to 18 May, gray"


def test_a_heading_in_capitals_is_spelled_too() -> None:
    assert translated("LE CENTRE EST GRIS", "the centre is grey", AMERICAN)[0] == "THE CENTER IS GRAY"


@pytest.mark.parametrize(
    ("source", "draft", "target"),
    [
        ("La fonction color est là.", "The color function is gray.", "The color function is grey."),
        ("Le Kennedy Center est gris.", "The Kennedy Center is gray.", "The Kennedy Center is grey."),
        ("Mme Gray est grise.", "Mrs. Gray is gray.", "Mrs. Gray is grey."),
        ("Voir color@example.org, en gris", "See X_1, in gray", "See color@example.org, in grey"),
    ],
)
def test_what_the_source_has_stays(source: str, draft: str, target: str) -> None:
    assert translated(source, draft, BRITISH)[0] == target


def test_terms_of_the_glossary_stay() -> None:
    term = Term("nuancier", ("color chart",), TermKind.REQUIRED, 1)
    assert translated("Le nuancier gris", "The gray color chart", BRITISH, term)[0] == "The grey color chart"


@pytest.mark.parametrize("code", ["en-GB", "en-US"])
def test_a_region_decides_what_the_embedded_model_writes(code: str) -> None:
    config = Config(output=OutputConfig(target_code=code))
    translator = load_translator(load_tools(config))
    sources = ["La couleur du centre est grise.", "Il est mort le samedi 14 juin 2025."]
    found = {}
    for done in translator.iter_translate([*map(Passage, sources)]):
        found |= {passage.text: hypothesis.text for passage, hypothesis in done.items()}
    wanted = {"en-GB": ("colour", "14 June 2025"), "en-US": ("color", "June 14, 2025")}[code]
    assert all(word in found[source] for word, source in zip(wanted, sources, strict=True))
    plain = load_translator(load_tools(Config()))
    off = load_translator(
        load_tools(Config(output=OutputConfig(target_code=code), care=CareConfig(without=("spelling",))))
    )
    assert len({translator.signature, plain.signature, off.signature}) == 3
