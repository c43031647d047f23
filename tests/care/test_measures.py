"""Times, durations and units: what the model gets, and what is said where it copies that."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.care.test_translator import Scripted
from translate.care.base import Request, Revision
from translate.care.codes.placing import Placing
from translate.care.composing import restore
from translate.care.kept.protection import Protection
from translate.care.measures import Measure, edits_of, measures_between
from translate.care.steps import Measures
from translate.care.translator import Translator
from translate.care.writing.typography import Typography
from translate.config import Config, EngineConfig, OutputConfig, RepairConfig
from translate.data import CodeKind, InlineCode, Passage
from translate.engines.base import Draft, Links
from translate.languages import find_language
from translate.run.loading import load_tools, load_translator

find_measures = measures_between(find_language("fr"), find_language("en"))


def copied(text: str) -> str:
    """Return what comes of a text through a model that copies."""
    measures = find_measures(text)
    asked = _rewritten(text, measures)
    for start, end, said in reversed(edits_of(measures, asked)):
        asked = asked[:start] + said + asked[end:]
    return asked


def _rewritten(text: str, measures: list[Measure]) -> str:
    for measure in reversed(measures):
        text = text[: measure.start] + measure.asked + text[measure.end :]
    return text


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Ouvert de 9 h à 18 h.", "Ouvert de 9:00 à 18:00."),
        ("mardi à 14\u00a0h", "mardi at 14:00"),
        ("le 3 mars 2026, à 8 h 05", "le 3 mars 2026, at 8:05"),
        ("à partir de 8h", "à partir de 8:00"),
        ("Horaires : 9 h – 17 h", "Horaires : 9:00 – 17:00"),
        ("Lundi 9 h-12 h 30 et 14 h-18 h", "Lundi 9:00-12:30 et 14:00-18:00"),
        ("vers 10 h du matin", "around 10:00 du matin"),
        ("départ 7 h 45, arrivée 11 h 20", "départ 7:45, arrivée 11:20"),
        ("à 08 h 00 UTC", "at 08:00 UTC"),
        ("(à 14h)", "(at 14:00)"),
        ("Rendez-vous à 14 h sur la place", "See you at 14:00 sur la place"),
        ("lundi 18 h après le repas", "lundi 18:00 après le repas"),
        ("OUVERT DE 9H À 18H30", "OUVERT DE 9:00 À 18:30"),
    ],
)
def test_a_time_of_the_day_has_a_colon(source: str, said: str) -> None:
    assert copied(source) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("toutes les 6 h", "toutes les 6 heures"),
        ("Durée : 3 h", "Durée : 3 hours"),
        ("Temps de charge : 1 h", "Temps de charge : 1 hour"),
        ("Formation de 35 h", "Formation de 35 hours"),
        ("14 h sur deux jours", "14 hours sur deux jours"),
        ("Un village à 2 h de route", "Un village à 2 hours de route"),
        ("Conserver 24 h au réfrigérateur", "Conserver 24 hours au réfrigérateur"),
        ("Après 4 h d'attente", "Après 4 hours d'attente"),
        ("Entre 2 h et 3 h de cuisson", "Entre 2 hours et 3 hours de cuisson"),
        ("Temps de repos : 1 h 30.", "Temps de repos : 1 hour 30 minutes."),
        ("Laisser 2 h 01 min.", "Laisser 2 hours 01 minute."),
        ("Retrait en 24h/48h.", "Retrait en 24 hours/48 hours."),
    ],
)
def test_a_duration_is_in_hours(source: str, said: str) -> None:
    assert copied(source) == said


@pytest.mark.parametrize("source", ["5 h", "Après 8 h, plus rien.", "un bus 10 h"])
def test_where_nothing_tells_a_time_from_a_duration_it_stays(source: str) -> None:
    assert copied(source) == source
    assert find_measures(source)


@pytest.mark.parametrize(
    ("source", "asked", "said"),
    [
        ("24 h/24 et 7j/7", ["24 hours a day", "7 days a week"], "24 hours a day et 7 days a week"),
        ("24 heures sur 24, 5 jours sur 7", ["24 hours a day", "5 days a week"], "24 hours a day, 5 days a week"),
        ("35 h/semaine", ["35 heures par semaine"], "35 heures par semaine"),
        ("Cuire 20 min à 180 °C.", ["20 minutes", "at"], "Cuire 20 min at 180 °C."),
        ("Préavis de 30 j.", ["30 jours"], "Préavis de 30 jours."),
        ("1,2 Go, 500 Ko et 5 Mo/s", ["1,2GB", "500kB", "5MB"], "1.2 GB, 500 kB et 5 MB/s"),
        ("20 cl de crème, 1,5 l d'eau", ["20 ml", "1,5 litres"], "20 cl de crème, 1.5 l d'eau"),
        ("pendant 30 s, sur 3 ha", ["30 secondes", "3 hectares"], "pendant 30 s, sur 3 ha"),
        ("85 m² et 12m³/h de CO₂", ["m2", "m3", "CO2"], "85 m² et 12m³/h de CO₂"),
        ("du 03/02/2021 au 5/9/25", ["03.02.2021", "5.9.25"], "du 03/02/2021 au 5/9/25"),
    ],
)
def test_units_are_asked_in_words_that_the_model_knows(source: str, asked: list[str], said: str) -> None:
    assert [measure.asked for measure in find_measures(source)] == asked
    assert copied(source) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Le trajet dure de 1,5 à 2 h.", "Le trajet dure de 1.5 to 2 hours."),
        ("Reposer 2 h à 2 h 30.", "Reposer 2 hours to 2 hours 30 minutes."),
        ("Lundi, 9 à 12 h et 14 à 18 h", "Lundi, 9:00 to 12:00 et 14:00 to 18:00"),
        ("De 14 h à 16 h", "De 14:00 à 16:00"),
        ("Jeudi 3 à 9 h", "Jeudi 3 at 9:00"),
    ],
)
def test_a_range_of_hours_is_one_measure(source: str, said: str) -> None:
    assert copied(source) == said


@pytest.mark.parametrize(
    "source",
    [
        "l'alinéa 7h) et le paragraphe 1h",
        "50 km/h, 5 kWh, 6 l/100 km, 2 l'ont",
        "200 hôpitaux et 3 heures",
        "J'ai 3 j'ignore quoi",
        "8 h 5 et 12 h 75",
        "min. 20, 20 min/max",
        "10-12 h",
        "v1.2h",
        "Le Go, 4 Google",
        "note² et x₁",
        "de 00h à 7fh",
        "",
    ],
)
def test_what_is_no_measure_is_left_alone(source: str) -> None:
    assert [measure.asked for measure in find_measures(source) if measure.asked not in ("00:00", "8:05")] == []


@pytest.mark.parametrize("made", ["1954-08-07", "7.8.1954", "07.08.1954"])
def test_a_date_that_the_model_turned_round_is_as_the_source_has_it(made: str) -> None:
    (edit,) = edits_of(find_measures("Payé le 07/08/1954."), f"Paid on {made}.")
    assert edit == (8, 8 + len(made), "07/08/1954")


def test_a_fraction_that_the_model_made_a_range_of_is_one_again() -> None:
    source = "1/2 sachet de levure"
    ((start, end, said),) = edits_of(find_measures(source), "1-2 yeast bag")
    assert (start, end, said) == (0, 3, "1/2")
    assert edits_of(find_measures("Ils gagnent 1-2, en 1/2 finale."), "They won 1-2.") == []
    assert edits_of(find_measures("½ tasse ou ¾ tasse"), "1-2 cup or 3-4 cup") == [(0, 3, "½"), (11, 14, "¾")]
    assert edits_of(find_measures("½ tasse"), "1–2 cup") == [(0, 3, "½")]
    assert edits_of(find_measures("½ tasse"), "11-2 cup, 1-25") == []
    assert edits_of(find_measures("1-2 sachets, ½ tasse"), "1-2 bags, half a cup") == []


def test_what_stands_in_the_source_already_is_not_asked_in_its_place() -> None:
    assert find_measures("Durée : 6 h (6:00)") == []


@given(
    st.lists(
        st.sampled_from(
            ["de", "à", "9 h", "12 h 30", "les", "24h/24", "7 j/7", "20 min", "5 Mo", "85 m²", "6:00", "/", "-"]
        )
    ).map(" ".join)
)
def test_measures_are_in_order_and_apart_and_a_copy_loses_no_figure(text: str) -> None:
    measures = find_measures(text)
    ends = [0, *(measure.end for measure in measures)]
    assert all(end <= measure.start < measure.end for end, measure in zip(ends, measures, strict=False))
    target = _rewritten(text, measures)
    edits = edits_of(measures, target)
    assert edits == sorted(edits)
    assert all(one[1] <= other[0] for one, other in pairwise(edits))
    for measure in measures:
        figures = set(re.findall("[0-9]+", text[measure.start : measure.end]))
        assert figures <= set(re.findall("[0-9]+", measure.said))
        asked = set(re.findall("[0-9]+", measure.asked))
        assert figures <= asked or measure.made  # « 20 min à 9 h » is asked in minutes


def _figures(text: str) -> set[str]:
    return set(re.findall("[0-9]+", text))


def test_a_target_that_does_not_copy_is_left_as_it_is() -> None:
    measures = find_measures("Durée : 6 h")
    assert edits_of(measures, "every six hours") == []
    assert edits_of(measures, "at 16:00 and 6:00:30") == []


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("pendant 30 s", "for 30 seconds", "for 30 s"),
        ("1,5 l d'eau", "1.5 liters of water", "1.5 l of water"),
        ("un tour de 1 s", "a 1-second turn", "a 1 s turn"),
    ],
)
def test_what_a_model_makes_of_a_unit_is_its_symbol_again(source: str, target: str, said: str) -> None:
    ((start, end, text),) = edits_of(find_measures(source), target)
    assert target[:start] + text + target[end:] == said


@pytest.mark.parametrize("written", ["1.2GB", "1,2GB"])
def test_an_amount_has_the_mark_of_the_target(written: str) -> None:
    assert edits_of(find_measures("1,2 Go"), f"only {written}") == [(5, 10, "1.2 GB")]


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("pour 12,5 M€", "for EUR 12.5 million", "for €12.5 million"),
        ("3 Md€ et 45 k€", "3 billion euros and EUR 45 000", "€3 billion and €45,000"),
        ("40 M$ et 1,2 Md$", "USD 1.2 billion and $40 million", "$1.2 billion and $40 million"),
        ("de 10 à 15 M€", "from EUR 10 to 15 million", "from €10 to €15 million"),
        ("entre 10 et 15 €", "between EUR 10 and EUR 15", "between €10 and €15"),
        ("Menu 2 à 15 €", "Menu 2 for EUR 15", "Menu 2 for €15"),
        ("1\u202f234,56 € par mois", "EUR 1 234.56 per month", "€1,234.56 per month"),
        ("750 €/mois", "750 euros a month", "€750 per month"),
        ("12 euros puis 12 €", "12 euros, then EUR 12", "€12, then €12"),
        ("2 comprimés de 500 mg", "2 tablets of 500 mg", "2 tablets of 500 mg"),
        ("un comprimé", "1 pill", "one tablet"),
        ("3 ampoules de 10 mL", "3 bulbs of 10 mL", "3 ampoules of 10 mL"),
        ("soixante-douze chaises", "72 chairs", "seventy-two chairs"),
        ("deux cent cinquante mille", "250,000", "two hundred and fifty thousand"),
        ("6 × 1,5 L d'eau", "6 x 1.5 litres of water", "6 × 1.5 L of water"),
        ("12 × 33 cl", "12 x 33 ml", "12 × 33 cl"),
        ("1 234,5 N·m", "1,234.5 N.m", "1,234.5 N·m"),
        ("4 mL·min⁻¹", "4 mL/min", "4 mL·min⁻¹"),
        ("10 ± 0,5 mm", "10 +/-0.5 mm", "10 ± 0.5 mm"),
        ("¾ de litre", "3/4 litre", "¾ litre"),
    ],
)
def test_what_a_model_makes_of_a_quantity_is_as_the_target_writes_it(source: str, target: str, said: str) -> None:
    for start, end, new in reversed(edits_of(find_measures(source), target)):
        target = target[:start] + new + target[end:]
    assert target == said


def test_amounts_of_money_in_figures_stay_where_numbers_do() -> None:
    find = measures_between(find_language("fr"), find_language("en"), rewrites=False)
    assert [(one.asked, one.said) for one in find("850 € et 3 M€")] == [("3 millions d'euros", "€3 million")]


def test_a_lost_measure_gets_a_placeholder_in_another_try() -> None:
    step = Measures(find_measures)
    request = step.before(Request(Passage("Prendre 1 suppositoire de 100 mg à 8 h")))
    masked = step.mask(request, "Take 100 mg at 8 h")
    assert [piece.said for piece in masked.pieces] == ["1 suppository", ""]
    assert Placing("X_#").before(masked).text == "Prendre X_1 de 100 mg à 8:00"
    assert Placing("X_#").before(masked, masking=False).shielded.cuts[0].native == "1 suppository"
    assert step.mask(request, "Take 1 suppository of 100 mg at 8 h") == request


def test_a_measure_takes_the_signs_within_it_from_protection() -> None:
    request = Request(Passage("12,5 M€ à https://a.fr/12€ pour ¾ des 3 × 2"))
    for step in (Protection(lambda character: character not in "€¾×"), Measures(find_measures)):
        request = step.before(request)
    assert Placing("X_#").before(request).text == "12,5 millions d'euros à X_1 pour 3/4 des 3 x 2"


def test_in_capitals_a_duration_is_in_capitals() -> None:
    measures = find_measures("DURÉE : 3 H")
    assert edits_of(measures, "DURATION: 3:00", shouting=True) == [(10, 14, "3 HOURS")]


def test_measures_stand_between_codes_and_protected_strings() -> None:
    text = "**Voir** https://a.fr/8h30 à 14 h 🎉"
    codes = (InlineCode(0, 2, CodeKind.START, 1, "bold"), InlineCode(6, 8, CodeKind.END, 1, "bold"))
    request = Request(Passage(text, codes))
    for step in (Protection(lambda c: True), Measures(find_measures)):
        request = step.before(request)
    placing = Placing("X_#")
    assert placing.before(request, masking=False).text == "Voir à 14:00"
    request = placing.before(request)
    assert request.text == "Voir X_1 à 14:00"
    offsets = tuple(range(len(request.text) + 1))
    rows = tuple(tuple(float(s == t) for s in range(len(request.text))) for t in range(len(request.text)))
    places = request.shielded.find_masks(request.text)
    assert places is not None
    draft = Draft(request.text, 0.0, link=lambda whole=True: Links(offsets, offsets, rows))
    revision = Revision(request, draft, places, request.text)
    revision.changes += placing.after(revision)
    assert restore(revision).text == "**Voir** https://a.fr/8h30 à 14:00 🎉"


def test_a_translator_says_what_a_duration_is_beside_other_edits() -> None:
    engine = Scripted({"plain": "Don’t take X_1 for 6:00, 1,5 g"})
    translator = Translator(
        engine,
        EngineConfig(),
        RepairConfig(),
        typography=Typography(OutputConfig(numbers="english"), find_language("fr"), find_language("en")),
        find_measures=find_measures,
    )
    passage = Passage("Ne pas prendre a@b.fr pendant 6 h, 1,5 g")
    ((_, hypothesis),) = next(iter(translator.iter_translate([passage]))).items()
    assert hypothesis.text == "Don't take a@b.fr for 6 hours, 1.5 g"


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Ouvert de 9 h à 18 h.", ["9:00", "18:00"]),
        ("Prendre un comprimé pendant 6 h.", ["one tablet", "6 hours"]),
        ("OUVERT DE 9H À 18H", ["9:00", "18:00"]),
        ("Le service est disponible 24 h/24 et 7 j/7.", ["24 hours a day", "7 days a week"]),
        ("La taille du fichier ne doit pas dépasser 5 Mo.", ["5 MB"]),
        ("Un bureau de 85 m² à Lyon", ["85 m²"]),
        ("8 h 30", ["8:30", "8 h 30"]),
    ],
)
def test_the_embedded_model_keeps_times_and_units(source: str, kept: list[str]) -> None:
    translator = load_translator(load_tools(Config()))
    ((_, hypothesis),) = next(iter(translator.iter_translate([Passage(source)]))).items()
    found = [form for form in kept if form in hypothesis.text]
    assert found == kept or (source == "8 h 30" and found)
    assert "numbers" not in {issue.check for issue in hypothesis.issues}


@pytest.mark.parametrize(("source", "target"), [("fr", "de"), ("de", "en"), ("en", "fr")])
def test_languages_of_which_one_knows_no_measures_are_not_asked_in_other_words(source: str, target: str) -> None:
    find = measures_between(find_language(source), find_language(target))
    assert list(find("L’art. 4 à 14 h, 85 m²")) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("1 234,56 €", "€1,234.56"),
        ("48 312", "48,312"),
        ("12,5 %", "12.5%"),
        ("123 456 789", "123 456 789"),
        ("2024", "2024"),
    ],
)
def test_figures_without_words_do_not_go_to_the_model(source: str, target: str) -> None:
    french, english = find_language("fr"), find_language("en")
    translator = Translator(
        Scripted({"plain": "From the model"}),
        EngineConfig(),
        RepairConfig(),
        typography=Typography(OutputConfig(), french, english),
        find_measures=measures_between(french, english),
    )
    ((_, hypothesis),) = next(iter(translator.iter_translate([Passage(source)]))).items()
    assert hypothesis.text == target


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("La nageuse bat son record.", "The swimmer beats his record.", ["her"]),
        ("La nageuse bat son record.", "The swimmer beats her record and its time.", []),
        ("Claire Roux vend sa maison.", "Claire Roux sells its house.", ["her"]),
        ("Ma sœur et son chien sont là.", "My sister and his dog are here.", ["her"]),
        ("La femme de Tom vend sa maison.", "Tom's wife sells his house.", []),
    ],
)
def test_what_is_a_womans_is_hers_unless_the_target_has_said_so(source: str, target: str, said: list[str]) -> None:
    assert [one for _, _, one in edits_of(find_measures(source), target)] == said
