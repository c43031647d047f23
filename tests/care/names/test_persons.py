"""Persons, addresses and foreign quotations on their way to the model and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from translate.alignment.dictionary import find_dictionary
from translate.care.base import Request, Revision, Step
from translate.care.codes.placing import Placing
from translate.care.composing import compose, restore
from translate.care.kept.addresses import Addresses
from translate.care.kept.foreign import Foreign
from translate.care.kept.protection import Protection
from translate.care.kept.senses import Senses
from translate.care.names.persons import Persons
from translate.care.phrases.labels import Labels
from translate.care.phrases.phrasing import Phrasing
from translate.care.writing.quoting import Marks
from translate.care.writing.typography import Typography
from translate.config import Config, OutputConfig
from translate.data import CodeKind, InlineCode, Issue, Passage
from translate.engines.base import Draft
from translate.languages import find_language
from translate.models.phrase_table import PhraseTable
from translate.run.loading import load_tools, load_translator
from translate.text.proper_names.lone_names import NameSense

FR, EN = find_language("fr"), find_language("en")
SENSE = NameSense(lambda word: word == "Ploumanac", lambda word: word == "Londres", lambda word: False)
PERSONS = Persons(FR, EN, lambda word: word == "Azenor", SENSE)


def asked(text: str, *steps: Step, codes: Sequence[InlineCode] = ()) -> str:
    request = Request(Passage(text, tuple(codes)))
    for step in steps or (PERSONS,):
        request = step.before(request)
    return compose(request, "X_#").text


def revised(text: str, draft: str, *steps: Step, lost: str | None = None) -> tuple[str, list[Issue]]:
    """Return the target of a draft; of the second try, where the first one `lost` something."""
    request = Request(Passage(text))
    for step in steps:
        request = step.before(request)
        request = step.mask(request, lost) if lost is not None else request
    placing = Placing("X_#")
    request = placing.before(request)
    revision = Revision(request, Draft(draft, 0.0), request.shielded.find_masks(draft) or [], draft)
    issues: list[Issue] = []
    for step in (placing, *reversed(steps)):
        for found in list(step.after(revision)):
            if isinstance(found, Issue):
                issues.append(found)
            else:
                revision.changes.append(found)
    return restore(revision).text, issues


@pytest.mark.parametrize(
    ("text", "to_model"),
    [
        ("Mme Petit et le Dr Roux", "Mrs Petit et Dr Roux"),
        ("La fille du Pr Roux", "La fille de Professor Roux"),
        ("Anne Le Bris et Azenor Le Dû", "Anne Lebris et Azenor Ledu"),
        ("Hier Jean de La Fontaine dormait.", "Hier Jean X_1 dormait."),
        ("Jean de La Fontaine", "X_1"),
        ("Claire Le Roux", "X_1"),
        ("Hier Le Monde l'a écrit.", "Hier Le Monde l'a écrit."),
        ("Ploumanac", "X_1"),
        ("Tours, Londres et Rennes", "X_1, Londres et X_2"),
        ("Il aime Rennes.", "Il aime Rennes."),
        ("MME ROUX EST ABSENTE", "X_1 EST ABSENTE"),
    ],
)
def test_the_model_gets_titles_of_the_target_and_surnames_in_one_word(text: str, to_model: str) -> None:
    assert asked(text) == to_model


@pytest.mark.parametrize(
    ("text", "draft", "target"),
    [
        ("M. Roux et Mme Blin", "Madame Roux and M. Blin", "Mr Roux and Mrs Blin"),
        ("Mlle Roux chante.", "Mademoiselle Roux sings.", "Miss Roux sings."),
        ("Mlle Roux chante.", "Ms Roux sings.", "Ms Roux sings."),
        ("Le Pr Roux opère.", "The Pr Roux operates.", "Professor Roux operates."),
        ("M. et Mme Roux", "Monsieur and Madame Roux", "Mr and Mrs Roux"),
        ("Anne Le Meur part.", "Anne Lemeur leaves Lemeur's.", "Anne Le Meur leaves Le Meur's."),
        ("Sophie Le Meur part.", "Sophy Lemeur leaves.", "Sophie Le Meur leaves."),
        ("Sophie Martin part.", "Sophy Martin leaves.", "Sophie Martin leaves."),
        ("Clémence Dubois part.", "Dubois Clemence leaves.", "Clémence Dubois leaves."),
        ("Constance Dubois part.", "Dubois Constance leaves.", "Constance Dubois leaves."),
        ("Clémence Dubois part.", "Dubois Paris leaves.", "Dubois Paris leaves."),
        ("Non, dit Marie.", "No, said Mary.", "No, said Marie."),
        ("La Sainte Marie", "The Holy Mary", "The Holy Mary"),
        ("Voici Philippe II.", "This is Philip II.", "This is Philip II."),
        ("Voici Alexandre le Grand.", "This is Alexander the Great.", "This is Alexander the Great."),
        ("Philippe II part.", "Philip II leaves.", "Philip II leaves."),
        ("Madame Roux part.", "Madame Roux leaves.", "Madame Roux leaves."),
        ("Le Dr Roux part.", "Mr Dr Roux leaves.", "Dr Roux leaves."),
        ("Monsieur Roux part.", "M. Roux leaves.", "Mr Roux leaves."),
        ("Monsieur Roux part.", "Monsieur Roux leaves.", "Monsieur Roux leaves."),
    ],
)
def test_titles_and_names_come_back_as_the_source_has_them(text: str, draft: str, target: str) -> None:
    assert revised(text, draft, PERSONS)[0] == target


def test_a_title_in_capitals_comes_back_in_capitals() -> None:
    assert revised("M. ET MME ROUX SONT LÀ", "X_1 AND X_2 ARE THERE", PERSONS)[0] == "MR AND MRS ROUX ARE THERE"


@pytest.mark.parametrize(
    ("text", "to_model"),
    [
        ("Hier Paul vit Thomas Neige.", "Hier Paul vit Thomas X_1."),
        ("Hier Paul vit Victoire Principal.", "Hier Paul vit Victoire Principal."),  # a word of the target too
        ("Hier un savon Clémentine Neige.", "Hier un savon Clémentine Neige."),
        ("Hier Anne de la Neige dormait.", "Hier Anne de la Neige dormait."),
        ("Hier Petit (Anne) et Neige (Anne).", "Hier X_1 et Neige (Anne)."),
        ("Hier chez Ets Roux et Fils.", "Hier chez X_1."),  # found as a company before
    ],
)
def test_a_word_is_a_surname_only_behind_a_first_name(text: str, to_model: str) -> None:
    meant = ("neige", "principal", "savon", "clémentine", "petit")
    sense = NameSense(
        lambda word: False, lambda word: False, lambda word: False, lambda word: word.lower() in meant,
        is_listed=lambda word: word.lower() in meant,
    )  # fmt: skip
    persons = Persons(FR, EN, lambda word: False, sense, dictionary=find_dictionary("fr", "en"))
    assert asked(text, Protection(lambda character: True, rules=FR.spans), persons) == to_model


def test_a_first_name_is_kept_with_the_surname_that_is_lost() -> None:
    text = "Clémence Forestier signe."
    assert revised(text, "X_1 signs.", PERSONS, lost="Forester Clemency signs.")[0] == "Clémence Forestier signs."
    assert (
        revised(text, "Clémence X_1 signs.", PERSONS, lost="Clémence Forester signs.")[0] == "Clémence Forestier signs."
    )


@pytest.mark.parametrize(
    ("text", "draft", "target"),
    [
        ("Marie-Claire est venue.", "Mary-Claire came.", "Marie-Claire came."),
        ("Jean-Baptiste est venu.", "Jean-Baptist came.", "Jean-Baptiste came."),
        ("Jean-Paul II est venu.", "John-Paul II came.", "John-Paul II came."),
        ("La Guinée-Bissau est loin.", "Guinea-Bissau is far.", "Guinea-Bissau is far."),
        ("Marie-Claire est venue.", "Rose-Marie came.", "Rose-Marie came."),
        ("Marie-Claire est venue.", "Anglo-Saxons came.", "Anglo-Saxons came."),
    ],
)
def test_a_double_first_name_is_no_half_translation(text: str, draft: str, target: str) -> None:
    assert revised(text, draft, PERSONS)[0] == target


def test_a_name_that_a_try_lost_gets_a_placeholder() -> None:
    target, _ = revised("Mme Petit et Anne Le Bris", "Mrs X_1 and Anne X_2", PERSONS, lost="Mrs Little and Anne Break")
    assert target == "Mrs Petit and Anne Le Bris"


@pytest.mark.parametrize(
    ("text", "to_model", "draft", "target"),
    [
        (
            "Il vit bât. C, 2e étage, porte g.",
            "Il vit X_1.",
            "He lives in X_1.",
            "He lives in building C, 2nd floor, door g.",
        ),
        ("Elle vit ici, à Brest.", "Elle vit ici, à Brest.", "She lives here.", "She lives here."),
    ],
)
def test_an_address_goes_past_the_model(text: str, to_model: str, draft: str, target: str) -> None:
    addresses = Addresses(FR, EN)
    assert asked(text, addresses) == to_model
    assert revised(text, draft, addresses)[0] == target


def test_an_address_with_codes_in_it_is_left_to_the_model() -> None:
    code = InlineCode(7, 9, CodeKind.ISOLATED)
    assert "X_" not in asked("12 rue **Zola, 29200 Brest", Addresses(FR, EN), codes=[code])


def test_what_the_list_of_labels_has_is_no_name_and_no_signature() -> None:
    words = find_dictionary("fr", "en")
    assert words is not None
    labels = Labels(words, FR, EN)
    labelled = Senses(FR, EN, Phrasing(lambda: PhraseTable({}), "", labels))
    step = Persons(
        FR, EN, lambda word: False, NameSense(lambda word: True, lambda word: False, lambda word: False), labels
    )
    assert [asked(text, step) for text in ("Réf.", "P.U. HT", "Kerven")] == ["Réf.", "P.U. HT", "X_1"]
    assert not labelled.stays("P.U. HT")
    assert labelled.stays("P.R. Kerven")


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Please keep off the grass.", True),
        ("Do not disturb.", True),
        ("All rights reserved.", True),
        ("Stille Nacht, heilige Nacht", True),
        ("Eintritt nur für Mitglieder", True),
        ("P. Kerven", True),
        ("P.U. HT", True),  # without a list of labels
        ("« Eintritt nur für Mitglieder »", True),
        ("Au mur, on lit « Eintritt nur für Mitglieder ».", False),
        ("La licence précise : the software is here for you.", False),
        ("Table des matières", False),
        ("Attention, danger.", False),
        ("Le parking est complet.", False),
        ("Service client", False),
        ("Frère Jacques", False),
        ("Message", False),
        ("Non cumulable, non cessible", False),  # one word, twice
    ],
)
def test_a_text_in_another_language_stays(text: str, *, stays: bool) -> None:
    assert Senses(FR, EN).stays(text) is stays


def test_a_foreign_quotation_that_was_changed_comes_back_by_a_placeholder() -> None:
    text, changed = "On lit « Please insert coin » ici.", 'It reads "Please insert corner" here.'
    foreign = Foreign(FR, EN)
    assert revised(text, 'It reads "X_1" here.', foreign, lost=changed)[0] == 'It reads "Please insert coin" here.'
    right = 'It reads "Please insert coin" here.'
    assert revised(text, right, foreign, lost=right)[0] == right


def test_quotation_marks_that_were_lost_are_placed() -> None:
    marks = Marks(Typography(OutputConfig(), FR, EN))
    target, _ = revised("Il dit « oui » hier.", "He said yes yesterday.", marks, lost="He said yes yesterday.")
    assert target.count('"') == 2 and target.replace('"', "") == "He said yes yesterday."


@pytest.fixture(scope="module")
def translate_all() -> Iterable[dict[str, str]]:
    sources = [text for text, _ in TRANSLATED]
    found: dict[str, str] = {}
    for done in load_translator(load_tools(Config())).iter_translate([Passage(text) for text in sources]):
        found |= {passage.text: hypothesis.text for passage, hypothesis in done.items()}
    yield found


TRANSLATED = [
    ("M. Leblanc et Mme Boulanger habitent rue des Lilas.", ["Mr Leblanc and Mrs Boulanger"]),
    ("MM. Noir et Roche sont en congé.", ["Mr Noir", "Mr Roche"]),
    ("Nolwenn Le Meur remplace Hervé Le Gall.", ["Nolwenn Le Meur", "Hervé Le Gall"]),
    ("Mme Renard, M. Colin et Mlle Rivière", ["Mrs Renard, Mr Colin", "Miss Rivière"]),
    ("Vannes", ["Vannes"]),
    ("- Cannes", ["- Cannes"]),
    ("Bruxelles", ["Brussels"]),
    ("Bourgogne, Moulins et Londres", ["Moulins", "London"]),
    ("Sonnez au 8 pl. de la Gare, esc. B, 1er ét.", ["8 pl. de la Gare, staircase B, 1st floor"]),
    ("— On y va, répondit Luc.", ["— We"]),
    ("Elle est née au Mans.", ["She", "in Le Mans"]),
    ("Une course aux Sables-d'Olonne.", ["Les Sables-d'Olonne"]),
    ("Mind the gap.", ["Mind the gap."]),
    ("Le bateau remonte l'Escaut jusqu'à Anvers.", ["Scheldt", "Antwerp"]),  # a placeholder says it in English
    ("La Vistule borde la ville.", ["Vistula"]),  # its article has the capital
    ("Les rives de la Somme sont belles.", ["Somme"]),  # no amount that was left
    ("Elle enseigne dans le Cher.", ["the Cher"]),
    ("Il est né à Sanaa en 1990.", ["Sanaa"]),
    ("Blanche prépare le dîner.", ["Blanche"]),
    ("Il habite à Vienne (Isère).", ["Vienne (Isère)"]),  # no Vienna, as its department tells
    ("Grenade, en Haute-Garonne", ["Grenade", "Haute-Garonne"]),
    ("Vienne, en Autriche", ["Vienna"]),
    ("L'usine est à Orange, dans le Vaucluse.", ["Orange, in the Vaucluse"]),
    ("Le chalet est à Genève, en Savoie.", ["Genève", "Savoy"]),
    ("Elle vit à l'île Maurice.", ["Mauritius"]),
]


@pytest.mark.parametrize(("source", "kept"), TRANSLATED)
def test_the_embedded_model_keeps_persons_and_places(
    translate_all: dict[str, str], source: str, kept: list[str]
) -> None:
    target = translate_all[source]
    assert [part for part in kept if part not in target] == []
    assert target.count('"') == 0
