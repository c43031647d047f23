"""Words that the model made up are named, and names that it mangled come from the source."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.care.test_translator import Scripted
from translate.care.translator import Translator
from translate.care.words.wording import Wording
from translate.care.writing.typography import Typography
from translate.config import Config, EngineConfig, OutputConfig, RepairConfig
from translate.data import Passage, Severity
from translate.languages import find_language
from translate.run.loading import load_tools, load_translator
from translate.text.words import fold, iter_words

WORDS = "a and at born cafe don from government he in isn mayor meeting minister of rome said station the to was"
KNOWN = frozenset(WORDS.split())
FRENCH, ENGLISH = find_language("fr"), find_language("en")
WORDING = Wording(lambda: KNOWN, "0", source=FRENCH, target=ENGLISH)


def mend(source: str, target: str, *, mends_names: bool = True) -> str:
    edits, _ = WORDING.read(source, target, (), mends_names=mends_names)
    for start, end, text in reversed(edits):
        target = target[:start] + text + target[end:]
    return target


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Poids : 3 kg", "Poids: 3 kg", ["Poids"]),
        ("COUPURE D'EAU", "WATER COUPURE", ["COUPURE"]),
        ("un peu de vanille", "a bit of vanille", ["vanille"]),
        ("Le maire Gonthard est là.", "Mayor Gonthard is there.", []),  # a name
        ("Chaque sachet est plein.", "Each sachet is full.", []),  # a word of both
        ("Mme Boulanger", "Mrs Boulanger", []),
        ("Le gouvernement", "the government", []),
    ],
)
def test_words_that_the_source_has_and_the_target_does_not_know_are_left_untranslated(
    source: str, target: str, found: list[str]
) -> None:
    wording = Wording(lambda: KNOWN, "0", keeps=lambda word: False, source=FRENCH, target=ENGLISH)
    assert [word[0] for word in wording.find_left(source, target)] == found


def test_a_word_that_may_stand_as_it_is_is_not_left_untranslated() -> None:
    assert not WORDING.find_left("Poids : 3 kg", "Poids: 3 kg")
    _, issues = Wording(lambda: KNOWN, "0", keeps=lambda word: False, source=FRENCH, target=ENGLISH).read(
        "Poids : 3 kg", "Poids: 3 kg", (), mends_names=True
    )
    assert [issue.message for issue in issues] == ["Left untranslated by the model: Poids."]


def invented(source: str, target: str) -> list[str]:
    return [word[0] for word in WORDING.find_invented(source, target)]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Le maire est né à Rome.", "The mayor was born in Rome.", []),
        ("Le comprimé", "The compemed", ["compemed"]),
        ("L’émission de Nébouy", "The Nebouy emision", ["emision"]),  # a name without its accent is that name
        ("À la GARE", "At the GAREL", ["GAREL"]),
        ("Le café", "The CAFÉ isn’t", []),
        ("Il a dit zz", "He said qx", []),  # two letters are no word to judge
        ("", "", []),
    ],
)
def test_words_that_stand_neither_in_the_source_nor_in_what_was_read_are_made_up(
    source: str, target: str, found: list[str]
) -> None:
    assert invented(source, target) == found


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("la station Gesundbrunnen", "the Gesunnen station", "the Gesundbrunnen station"),
        ("Le maire, M. Marcegaglia, a dit", "The mayor, Mr Marcegalia, said", "The mayor, Mr Marcegaglia, said"),
        ("Manfred Ötztal a dit.", "Manedfred Öttal said.", "Manfred Ötztal said."),
        ("à Saint-Étienne-du-Grès", "to Saint-Etienne-du-Gres", "to Saint-Étienne-du-Grès"),
        ("pour Saint-Étienne", "for Stetienne", "for Saint-Étienne"),
        ("à Saint-Étienne", "in Saint-Stienne", "in Saint-Étienne"),
        ("la loi Carrez", "the carrez law", "the Carrez law"),
        ("la loi Marron", "the brown law", "the brown law"),
        ("Mme Lefèvre a dit.", "Ms Lefevre said.", "Ms Lefèvre said."),
        ("Né à Café-du-Minister.", "Born in Cafe-du-Minister.", "Born in Café-du-Minister."),
        ("le Café de Nébouy", "the Cafe of Nebouy", "the Cafe of Nébouy"),  # `cafe` was read so
        ("Mme LEFÈVRE a dit.", "Ms LEFEVRE said.", "Ms LEFEVRE said."),
        ("Le maire. UBS a dit.", "The mayor. UBSs said.", "The mayor. UBS said."),
        ("Fierté du maire", "Fierty of the mayor", "Fierty of the mayor"),  # the capital is the sentence's
        ("Il a dit : « Fierté du maire »", "He said: Fierty of the mayor", "He said: Fierty of the mayor"),
        ("le comprimé", "the Compemed", "the Compemed"),  # no name in the source
        ("à Rome, à Gesundbrunnen", "in Rome", "in Rome"),
        ("de Romero", "of Rome", "of Rome"),  # a word that it has read is not for us to doubt
        ("Saint-Étienne-du-Bois", "Saint-Étienne-du-Boise", "Saint-Étienne-du-Bois"),
        ("la station Gesundbrunnen", "the station of Zagreb", "the station of Zagreb"),
    ],
)
def test_a_mangled_name_is_put_right_from_the_source(source: str, target: str, mended: str) -> None:
    assert mend(source, target) == mended


def test_capitals_of_a_title_make_no_names() -> None:
    assert mend("Le Gouvernement A Dit", "The Gouveren Said", mends_names=False) == "The Gouveren Said"


def test_what_is_spared_is_neither_changed_nor_named() -> None:
    edits, issues = WORDING.read("à Gesundbrunnen", "in Gesunnen", [(3, 11)], mends_names=True)
    assert (edits, issues) == ([], [])


def test_it_is_said_what_was_made_up_and_what_was_put_right() -> None:
    _, issues = WORDING.read("le comprimé de Gesundbrunnen", "the compemed of Gesunnen", (), mends_names=True)
    assert [(issue.check, issue.severity, issue.value) for issue in issues] == [
        ("invented", Severity.WARNING, 1.0),
        ("names", Severity.WARNING, 1.0),
    ]
    assert issues[0].message.endswith("by the model: compemed.")
    assert issues[1].message.endswith("Gesundbrunnen (the model wrote Gesunnen).")


def test_a_word_that_has_a_translation_is_no_name_to_put_right() -> None:
    wording = Wording(lambda: KNOWN, "0", keeps=lambda word: word != "Semaine")
    edits, issues = wording.read("la Semaine de Marcegaglia", "the Semain of Marcegalia", (), mends_names=True)
    assert edits == [(14, 24, "Marcegaglia")]
    assert [issue.check for issue in issues] == ["invented", "names"]
    edits, _ = wording.read("à Saint-Semaine", "in Saint-Semain", (), mends_names=True)
    assert edits == [(9, 15, "Semaine")]


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("à la GARE de l’OTAN", "at the OTAN station", "at the NATO station"),
        ("à la GARE de l’OTAN", "at the OTN station", "at the NATO station"),
        ("de l’OTAN, OTAN", "of OTAN and OTAN", "of NATO and NATO"),
        ("de l’OTAN", "of NATO", "of NATO"),
        ("du maire", "of OTAN", "of OTAN"),  # the source has none
        ("le PRIX", "the PRIX", "the PRIX"),
    ],
)
def test_an_acronym_that_has_a_translation_gets_it(source: str, target: str, mended: str) -> None:
    english = {"OTAN": "NATO", "Otan": "NATO"}
    wording = Wording(lambda: KNOWN | {"nato"}, "0", acronym=english.get)
    edits, issues = wording.read(source, target, (), mends_names=True)
    for start, end, text in reversed(edits):
        target = target[:start] + text + target[end:]
    assert target == mended
    assert [issue.check for issue in issues if issue.check == "names"] == ["names"] * bool(edits)


def test_the_words_of_a_glossary_are_words() -> None:
    own = Wording(lambda: KNOWN, "0", ["Kubelet", "side-cars"])
    assert own.find_invented("", "the kubelet and the cars") == []


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("1 500 € TTC (TVA à 20 %)", "1 500 € TC (TA to 20%)", "1 500 € TTC (TVA to 20%)"),
        ("Le COVID et le MERS", "The CVID and MRS", "The COVID and MERS"),
        ("L'ONU et les USA", "The UN and the US", "The UN and the US"),  # translated
        ("La BCE", "the ECB", "the ECB"),
        ("L'OTAN et la TVA", "NATO and TVA", "NATO and TVA"),
        ("Le TC et la TTC", "The TC", "The TC"),  # the source has both
        ("ABCD et ABED", "AD", "AD"),  # which of them?
        ("L'AB-12", "A", "A"),
    ],
)
def test_an_acronym_without_some_of_its_letters_is_that_of_the_source(source: str, target: str, mended: str) -> None:
    edits, issues = WORDING.read(source, target, (), mends_names=True)
    for start, end, text in reversed(edits):
        target = target[:start] + text + target[end:]
    assert target == mended
    assert [issue.check for issue in issues if issue.check == "names"] == ["names"] * bool(edits)


@given(st.text(st.sampled_from("Aabé .,'-Z«é»1"), max_size=40), st.text(st.sampled_from("Aabé .,'-Z1"), max_size=40))
def test_edits_change_words_alone_and_leave_none_of_them_made_up(source: str, target: str) -> None:
    edits, _ = WORDING.read(source, target, (), mends_names=True)
    there = {fold(word[0]) for word in iter_words(source)}
    assert all(fold(text) in there and re.fullmatch(r"[^\W\d_]+", target[start:end]) for start, end, text in edits)
    assert [edit[:2] for edit in edits] == sorted({edit[:2] for edit in edits})


def test_a_translator_puts_names_right_between_protected_strings_and_says_so() -> None:
    engine = Scripted({"plain": "See X_1, 'Gesunnen' compemed"})
    translator = Translator(
        engine,
        EngineConfig(),
        RepairConfig(),
        typography=Typography(OutputConfig(), FRENCH, ENGLISH),
        wording=WORDING,
    )
    passage = Passage('Voir https://gare.example, la gare "Gesundbrunnen" : comprimé')
    ((_, hypothesis),) = next(iter(translator.iter_translate([passage]))).items()
    assert hypothesis.text == 'See https://gare.example, "Gesundbrunnen" compemed'
    assert [issue.check for issue in hypothesis.issues] == ["invented", "names"]


def test_the_embedded_model_says_what_it_makes_up() -> None:
    config = Config(engine=EngineConfig(beam=1))
    translator = load_translator(load_tools(config))
    texts = ["Le Parlement a adopté le rapport.", "Il habite à Zzyxgorod, près de Plouézec."]
    done = {
        p.text: h for batch in translator.iter_translate([Passage(text) for text in texts]) for p, h in batch.items()
    }
    assert "invented" not in {issue.check for issue in done[texts[0]].issues}
    for name in ("Zzyxgorod", "Plouézec"):
        told = {issue.check for issue in done[texts[1]].issues}
        assert name in done[texts[1]].text or told & {"invented", "names"}
