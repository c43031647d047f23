"""Whether words of a target render a word of its source: by the dictionary, by human translations, or not at all."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Entry, Found, find_dictionary
from translate.care.names.rare_names import Rarity
from translate.care.words.renderings import Renderings, best_of, is_plain, rendering
from translate.care.words.wording import Wording
from translate.languages import find_language

KNOWN = frozenset({"the", "child", "had", "measles", "train", "disease", "house", "home"})


@pytest.fixture(scope="module")
def renderings() -> Renderings:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    return Renderings(
        dictionary, find_language("fr"), find_language("en"), Wording(lambda: KNOWN, "test", keeps=lambda word: False)
    )


def test_an_equivalent_stands_in_whatever_form(renderings: Renderings) -> None:
    assert renderings.stands("strange child", {"strange", "children"})
    assert not renderings.stands("strange child", {"children"})
    assert not renderings.stands("of the", {"of", "the"})  # nothing to go by
    assert renderings.stands("child care", {"childcare"})
    assert renderings.stands("world organisation", {"world", "health", "organizations"})  # as others spell it


@pytest.mark.parametrize(
    ("target", "is_said"),
    [
        ("I met a Dane at the station.", True),
        ("I met a Danish woman at the station.", True),
        ("One in three Danes is at the station.", True),
        ("I met a Danish at the station.", False),
        ("At the station I met a Danish.", False),
        ("I met a famous Danes at the station.", False),
        ("At the station I met one Danes.", False),
    ],
)
def test_one_person_of_a_people_is_no_adjective_and_not_many(
    renderings: Renderings, target: str, *, is_said: bool
) -> None:
    source = "J'ai rencontré un Danois à la gare."
    rarity = Rarity(18, 24, (Found(Entry("Danois", "n", ("Dane",)), False),), is_sure=True)
    assert source[18:24] == "Danois"
    assert renderings.says_person(rarity, source, target) is is_said


def test_what_a_verb_does_to_its_object_has_an_article(renderings: Renderings) -> None:
    assert renderings.said(Found(Entry("mettre le couvert", "v", ("set the table",)), False)) == "set the table"
    assert renderings.said(Found(Entry("couvert", "n", ("the table",)), False)) is None


@pytest.mark.parametrize(
    ("there", "french", "said", "is_right"),
    [
        ("train", "rougeole", "measles", False),
        ("rougola", "rougeole", "measles", False),  # no word at all
        ("child", "rougeole", "measles", True),  # of « enfant »
        ("home", "maison", "house", True),  # human translations have it
        ("trenches", "troènes", "privet", False),  # alike by chance
    ],
)
def test_what_may_be_right_stays(renderings: Renderings, there: str, french: str, said: str, *, is_right: bool) -> None:
    assert renderings.may_be_right(there, french, said, "L'enfant de la maison a eu la rougeole.") == is_right


def test_a_word_that_was_left_as_it_was_is_not_right(renderings: Renderings) -> None:
    source = "La maison a un linteau."
    assert not renderings.may_be_right("linteau", "linteau", "lintel", source)
    assert renderings.may_be_right("lintol", "linteaux", "lintel", source) is False  # no word at all
    assert renderings.may_be_right("Linteau", "Linteau", "lintel", source)  # maybe a name


def test_what_human_translations_have_beside_a_word_that_is_hardly_met_tells_nothing(renderings: Renderings) -> None:
    assert renderings.answers("maison", ["home"])
    assert not renderings.answers("chalumeau", ["cylinder"])


def rarity(*entries: tuple[str, str]) -> Rarity:
    found = tuple(Found(Entry("lime", part, (said,)), is_inflected=False) for part, said in entries)
    return Rarity(5, 9, found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("la lime coupe", "file"),
        ("il lime la clé", "to file"),
        ("lime à bois", "file"),
        ("une lime", "file"),
        ("elle est lime", "lime green"),
        ("un vert trop lime", "lime green"),
    ],
)
def test_what_stands_beside_a_word_tells_its_part_of_speech(text: str, said: str) -> None:
    start = text.index("lime")
    all_parts = rarity(("adj", "lime green"), ("v", "to file"), ("n", "file"))
    one = all_parts._replace(start=start, end=start + 4)
    assert best_of(one, text, find_language("fr")).entry.english == (said,)


def test_where_nothing_tells_it_the_first_entry_is_the_best() -> None:
    assert best_of(rarity(("adj", "lime green"), ("n", "file")), "vert lime", find_language("fr")).entry.part == "adj"


def test_an_answer_of_another_word_is_none(renderings: Renderings) -> None:
    assert renderings.is_answered("maison", "home", "La maison brûle.")
    assert not renderings.is_answered("maison", "child", "La maison de l'enfant brûle.")


def test_words_of_the_source_that_are_none_of_the_target_were_left(renderings: Renderings) -> None:
    source = "La jauge est au train de Ploumanac."
    assert renderings.find_left(source, "The jauge is on the train of Ploumanac.") == {"jauge"}
    assert renderings.find_left(source, "The gauge is on the train.") == frozenset()
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    assert (
        Renderings(dictionary, find_language("fr"), find_language("en"), None).find_left(source, source) == frozenset()
    )


@pytest.mark.parametrize(
    ("said", "is_one"),
    [("sheet metal", True), ("the sea", False), ("put something in ovens", False), ("metal (sheet)", False),
     ("Ho Chi Minh City", True), ("plumber's snake", True), ("cows' milk", True), ("one's head", False),
     ("that's right", False), ("can't wait", False)],
)  # fmt: skip
def test_an_equivalent_that_can_stand_in_a_sentence_is_a_few_words(said: str, *, is_one: bool) -> None:
    assert is_plain(said, find_language("en")) == is_one


def test_a_noun_may_be_longer_and_a_verb_with_its_object_longer_still() -> None:
    english = find_language("en")
    assert is_plain("first cousin once removed", english, kind="n")
    assert not is_plain("first cousin once removed", english, kind="v")
    assert is_plain("inhabitant of the Var", english, kind="n")
    assert not is_plain("person in the street", english, kind="n")
    assert is_plain("turn off the power", english, kind="v", has_object=True)


def test_a_word_of_the_target_is_one_for_a_word_of_the_source() -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    renders = rendering(dictionary, find_language("en"))
    assert renders("Le plâtrier est là.", "plasterers")
    assert not renders("Le plâtrier est là.", "anvil")
    assert renders("Il ne l'a pas noté.", "noted")
    assert not renders("Il ne l'a pas noté.", "notted"), "no form of a function word"


@pytest.mark.parametrize(
    ("target", "own"),
    [("Sardin wine is sold.", "Sardin"), ("Sardin vino is sold.", "Sardin vino"), ("wine is sold.", "wine")],
)
def test_a_place_has_no_words_of_others_at_its_edges(renderings: Renderings, target: str, own: str) -> None:
    place = (0, target.index(" is"))
    assert target[slice(*renderings.own_part(target, place, "sarde", "Le vin sarde est vendu."))] == own


@pytest.mark.parametrize(
    ("target", "french", "own"),
    [
        ("He lives in New Aquitaine.", "Nouvelle-Aquitaine", "New Aquitaine"),
        ("He lives in Aquitaine-New.", "Nouvelle-Aquitaine", "Aquitaine-New"),
        ("He lives in New Aquitaine.", "Aquitaine", "Aquitaine"),
        ("He lives in old Aquitaine.", "Nouvelle-Aquitaine", "Aquitaine"),
    ],
)
def test_what_renders_the_rest_of_a_phrase_belongs_to_its_place(
    renderings: Renderings, target: str, french: str, own: str
) -> None:
    place = target.index("Aquitaine"), target.index("Aquitaine") + 9
    assert target[slice(*renderings.own_part(target, place, french, f"Il vit en {french}."))] == own


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("Enfumez la ruche.", "Smoking the hive.", [(0, 7, "Smoke")]),
        ("Enfumez la ruche.", "Smoke the hive.", []),
        ("Enfumez la ruche.", "Fill the hive.", []),
        ("Ils enfument la ruche.", "Smoking the hive.", []),
    ],
)
def test_an_order_begins_with_the_form_of_an_order(
    renderings: Renderings, source: str, target: str, right: list[tuple[int, int, str]]
) -> None:
    start = source.lower().index("enfum")
    found = Found(Entry("enfumer", "v", ("smoke", "smoke out")), True)
    assert list(renderings.as_order([Rarity(start, start + 7, (found,))], source, target)) == right
    assert list(renderings.as_order([], source, target)) == []
