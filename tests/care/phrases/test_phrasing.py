"""Texts that are one phrase come from the phrase table, with all else that they hold; sentences go to the model."""

from __future__ import annotations

import math

import pytest

from tests.care.test_translator import Scripted
from translate.alignment.dictionary import find_dictionary
from translate.care.base import Shielded
from translate.care.measures import Measure, measures_between
from translate.care.phrases.labels import Labels
from translate.care.phrases.phrasing import Phrasing
from translate.care.translator import Translator
from translate.care.writing.typography import Typography
from translate.config import CareConfig, Config, EngineConfig, OutputConfig, RepairConfig
from translate.data import CodeKind, Hypothesis, InlineCode, Origin, Passage
from translate.languages import find_language
from translate.models.phrase_table import PhraseTable
from translate.run.loading import load_tools, load_translator, make_judge
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology

TABLE = PhraseTable({"durée": "duration\t9\t18", "souris": "mouse\t5\t5", "prix": "price\t3\t4", "dix": "ten\t3\t3"})


def translate(passage: Passage | str, terminology: Terminology | None = None) -> Hypothesis:
    translator = Translator(
        Scripted({"plain": "From the model"}),
        EngineConfig(),
        RepairConfig(),
        terminology=terminology,
        judge=make_judge("fr", "en"),
        typography=Typography(OutputConfig(), find_language("fr"), find_language("en")),
        phrasing=Phrasing(lambda: TABLE, "0"),
        find_measures=measures_between(find_language("fr"), find_language("en")),
    )
    passage = Passage(passage) if isinstance(passage, str) else passage
    found = [h for batch in translator.iter_translate([passage]) for h in batch.values()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Souris", "Mouse"),
        ("souris", "mouse"),
        ("SOURIS", "MOUSE"),
        ("Durée :", "Duration:"),
        ("- Souris", "- Mouse"),
        ("2. Durée", "2. Duration"),
        ("Prix : 12,50 €", "Price: €12.50"),
        ("Durée : 3 h", "Duration: 3 hours"),
        ("Prix : 250 W", "Price: 250 W"),
        ("Prix : 2,5 kg, 25 km/h", "Price: 2.5 kg, 25 km/h"),
        ("Prix : https://a.fr/prix", "Price: https://a.fr/prix"),
        ("🎉 Souris", "🎉 Mouse"),
        ("(souris)", "(mouse)"),
        ("[Souris]", "[Mouse]"),
    ],
)
def test_a_phrase_comes_from_the_table_and_what_stands_beside_it_stays(source: str, target: str) -> None:
    assert translate(source).text == target


def test_a_name_is_what_the_table_writes_as_it_is_with_a_capital() -> None:
    lines = {"lyon": "Lyon\t9\t9", "mars": "March\t5\t9", "prix": "price\t3\t4"}
    phrasing = Phrasing(lambda: PhraseTable(lines), "0")
    assert [phrasing.is_name(word) for word in ("LYON", "Lyon", "MARS", "PRIX", "ZQX")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_an_acronym_has_another_one_where_the_table_has_that_mostly() -> None:
    lines = {
        "otan": "NATO\t9\t9",
        "pme": "SMEs\t5\t9",
        "ist": "STI\t4\t9",
        "prix": "price\t3\t4",
        "onu": "ONU\t3\t3",
        "mo": "MB\t9\t9",
    }
    phrasing = Phrasing(lambda: PhraseTable(lines), "0")
    words = ("OTAN", "PME", "IST", "PRIX", "ONU", "ZQX", "MO")
    assert [phrasing.acronym(word) for word in words] == ["NATO", "SMEs", None, None, None, None, None]


@pytest.mark.parametrize(
    "source", ["Souris.", "La souris dort", "Durée : deux jours", "Durée : 3 kilos", "Chat", "Prix !"]
)
def test_a_sentence_or_an_unknown_phrase_goes_to_the_model(source: str) -> None:
    assert translate(source).text == "From the model"


def test_codes_are_kept() -> None:
    codes = (InlineCode(0, 2, CodeKind.START, 1, "bold"), InlineCode(8, 10, CodeKind.END, 1, "bold"))
    hypothesis = translate(Passage("**Souris**", codes))
    assert hypothesis.text == "**Mouse**"
    assert [(code.start, code.end) for code in hypothesis.codes] == [(0, 2), (7, 9)]


def test_a_label_in_bold_stays_in_bold_and_what_it_labels_does_not() -> None:
    codes = (InlineCode(0, 2, CodeKind.START, 1, "bold"), InlineCode(10, 12, CodeKind.END, 1, "bold"))
    assert translate(Passage("**Souris :** 250 W", codes)).text == "**Mouse:** 250 W"


def test_the_unit_says_where_it_comes_from_and_its_score_is_the_share() -> None:
    hypothesis = translate("Durée")
    (issue,) = hypothesis.issues
    assert (issue.check, issue.value) == ("phrase", 9.0)
    assert issue.message == "From the phrase table, 9 of 18 times."
    assert hypothesis.score == pytest.approx(math.log(0.5))
    assert hypothesis.origin is Origin.MACHINE


def test_a_glossary_comes_first() -> None:
    terms = Terminology((Term("souris", ("mice",), TermKind.REQUIRED, 1),), find_language("fr"), find_language("en"))
    assert translate("Souris", terms).text == "Mice"
    assert translate("Souris verte", terms).text == "From the model"


def test_the_embedded_model_says_its_phrases_and_may_be_kept_from_it() -> None:
    for without, checks in (((), ["phrase"]), (("phrases",), [])):
        tools = load_tools(Config(engine=EngineConfig(beam=1), care=CareConfig(without)))
        assert ("phrases:" in tools.signature) == (not without)
        ((_, hypothesis),) = next(iter(load_translator(tools).iter_translate([Passage("Parlement européen")]))).items()
        assert hypothesis.text == "European Parliament"
        assert [issue.check for issue in hypothesis.issues] == checks


@pytest.mark.parametrize(
    ("text", "measures", "expected"),
    [
        ("Remise 10 %", (), "Discount 10 %"),
        ("Loyer 620 euros", (Measure(6, 11, "620 euros", "€620"),), "Rent 620 euros"),
        ("Page 12", (), None),
        ("Loyer 620 euros", (), None),
        ("Remise 10 % en mai", (), None),
        ("Débit : 3 l", (), "Debit: 3 l"),
        ("Débit : 3 l", (Measure(0, 5, "Débit", "Flow rate"),), None),  # another sense of it
    ],
)
def test_a_label_before_an_amount_is_that_of_the_list(
    text: str, measures: tuple[Measure, ...], expected: str | None
) -> None:
    words = find_dictionary("fr", "en")
    assert words is not None
    labels = Labels(words, find_language("fr"), find_language("en"))
    draft = Phrasing(lambda: TABLE, "", labels).label(Shielded(text, measures=measures), text)
    assert (draft.text if draft else None) == expected
