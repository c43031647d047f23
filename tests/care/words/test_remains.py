"""A rendering takes the place of all words that answer its source, or of none: nothing of them is left beside it."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary
from translate.care.glossary.splicing import find_place, find_rest
from translate.care.names.rare_names import Rarity
from translate.care.words.remains import Remains, occurrence_of, others_of
from translate.care.words.renderings import Renderings
from translate.engines.base import Links
from translate.languages import find_language
from translate.text.words import iter_words

FR, EN = find_language("fr"), find_language("en")


@pytest.fixture(scope="module")
def remains(dictionary: Dictionary) -> Remains:
    return Remains(Renderings(dictionary, FR, EN, None), EN)


def linked(source: str, target: str, answers: str, phrase: str, share: float = 0.9) -> tuple[Rarity, Links]:
    """A phrase of a source and links in which each word of `answers` gives it that share of its attention."""
    start = source.index(phrase)
    end, own = start + len(phrase), [match.start() for match in iter_words(target)]
    rows = tuple(
        (1 - given, given, 0.0)
        for given in (share if word[0] in answers.split() else 0.0 for word in iter_words(target))
    )
    links = Links((0, start, end, len(source)), (*own, len(target)), rows)
    return Rarity(start, end, ()), links


@pytest.mark.parametrize(
    ("source", "phrase", "target", "answers", "place"),
    [
        (
            "le jour de l'état des lieux",
            "état des lieux",
            "the day of the state of the place",
            "state of place",
            "state of the place",
        ),
        ("une vis à métaux neuve", "vis à métaux", "a new screw at metals", "screw at metals", "screw at metals"),
        ("pour battre en neige", "battre en neige", "to strike in snow", "strike in snow", "strike in snow"),
        ("la rougeole est là", "rougeole", "the train is there", "train", "train"),
    ],
)
def test_function_words_may_stand_within_the_place_of_a_phrase(
    remains: Remains, source: str, phrase: str, target: str, answers: str, place: str
) -> None:
    rarity, links = linked(source, target, answers, phrase)
    found = remains.find_place(rarity, source, target, links)
    assert found is not None
    assert target[slice(*found)] == place


def test_a_phrase_has_no_place_where_what_renders_it_stands_apart(remains: Remains, dictionary: Dictionary) -> None:
    source, target = "votre vis à métaux principale", "your screw at main metals"
    rarity, links = linked(source, target, "screw metals", "vis à métaux")
    occurrence = occurrence_of(rarity, "vis à métaux")
    place = find_place(links, target, source, occurrence, over_small=True)
    assert place is not None
    assert find_rest(links, target, place, occurrence) != []
    assert remains.find_place(rarity._replace(found=dictionary.find("vis")), source, target, links) is None


def test_without_attention_nothing_has_a_place(remains: Remains) -> None:
    assert remains.find_place(Rarity(0, 3, ()), "une vis", "a screw", None) is None


@pytest.mark.parametrize(
    ("target", "start", "begins"),
    [
        ("Turn the whites into snow", 9, 0),  # what stands for the verb goes with its object
        ("You must turn the whites into snow", 18, 9),
        ("You must beat whites", 14, 14),  # no article: nothing says that the verb stands before it
        ("The anchor must be weighed", 4, None),  # an object without its verb
        ("To the whites", 7, None),
        ("He's passing the broom", 0, None),  # the verb holds its subject
    ],
)
def test_the_place_of_a_verb_with_its_object_begins_with_the_verb(
    remains: Remains, target: str, start: int, begins: int | None
) -> None:
    assert remains.start_of_verb(target, start, "") == begins


@pytest.mark.parametrize(
    ("said", "target", "place", "others", "is_doubled"),
    [
        ("soldering iron", "bring your iron to welcome today", "welcome", "apportez", True),
        ("soldering irons", "bring your iron to welcome today", "welcome", "apportez", True),
        ("soldering iron", "the iron of the welcome", "welcome", "le fer de", False),  # another word asks for it
        ("soldering iron", "bring your welcome today", "welcome", "apportez", False),
    ],
)
def test_a_word_that_is_said_beside_the_place_is_one_too_many(
    remains: Remains, said: str, target: str, place: str, others: str, is_doubled: bool
) -> None:
    start = target.index(place)
    assert remains.is_doubled(said, target, (start, start + len(place)), others) == is_doubled


def test_the_other_words_of_a_source_are_those_around_a_rare_one() -> None:
    assert others_of(Rarity(3, 7, ()), "le vélo bleu").split() == ["le", "bleu"]
