"""Rare words are said as the dictionary has them where the model guessed, and labels as they are written down."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary
from translate.care.base import Change, Request, Revision, Shielded
from translate.care.phrases.labels import Labels
from translate.care.words.compounds import Compounds
from translate.care.words.rarities import Rarities
from translate.care.words.wording import Wording
from translate.data import Issue, Passage
from translate.engines.base import Draft, Links
from translate.languages import find_language
from translate.text.words import iter_words

FR, EN = find_language("fr"), find_language("en")


def revise(
    dictionary: Dictionary, source: str, target: str, pairs: list[tuple[int, int]], wording: Wording | None = None
) -> tuple[str, list[Issue]]:
    """Return a target with its changes, and what is told; `pairs` are the numbers of words that attend to others."""
    own, other = ([match.start() for match in iter_words(text)] for text in (source, target))
    weights = tuple(tuple(float((row, column) in pairs) for column in range(len(own))) for row in range(len(other)))
    links = Links((*own, len(source)), (*other, len(target)), weights)
    request = Request(Passage(source), shielded=Shielded(source), text=source)
    draft = Draft(target, -0.5, link=lambda whole=True: links)
    found = list(Rarities(dictionary, FR, EN, wording).after(Revision(request, draft, [], target)))
    for change in sorted((one for one in found if isinstance(one, Change)), key=lambda one: -one.start):
        target = target[: change.start] + change.text + target[change.end :]
    return target, [one for one in found if isinstance(one, Issue)]


@pytest.mark.parametrize(
    ("source", "target", "pairs", "right"),
    [
        ("La mère a eu la rougeole.", "The mother had the train.", [(4, 5)], "The mother had the measles."),
        ("Il a vu deux sécateurs.", "He saw two trains.", [(3, 4)], "He saw two secateurs."),
        ("Il a trouvé une enclume.", "He found a train.", [(3, 4)], "He found an anvil."),
        ("Il a trouvé une enclume.", "He found a DPL.", [(3, 4)], "He found an anvil."),  # no acronym's capitals
        ("Il a eu la rougeole.", "He had measles.", [(2, 4)], "He had measles."),
        ("Le menuisier est en panne.", "The carpenter is red.", [(3, 3), (3, 4)], "The carpenter is out of order."),
        (
            "Vidangez l'huile et changez le filtre.",
            "Train oil and change the filter.",
            [(0, 0), (3, 4)],
            "Drain oil and change the filter.",
        ),
        ("Piquez à la machine.", "Stitch to the train.", [(3, 3)], "Stitch by machine."),
        ("Surfilez les bords.", "Trained the edges.", [(0, 0)], "Overcast the edges."),
        ("Il a tissé la toile.", "He has trained the canvas.", [(2, 2)], "He has woven the canvas."),
        ("Il a tissé la toile.", "He trained the canvas.", [(1, 2)], "He wove the canvas."),
    ],
)
def test_a_rare_word_takes_the_place_of_the_guess(
    dictionary: Dictionary, source: str, target: str, pairs: list[tuple[int, int]], right: str
) -> None:
    assert revise(dictionary, source, target, pairs) == (right, [])


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("Le grenier est là.", "The grenier is there.", "The attic is there."),  # left as it was
        ("Le grenier est là.", "The beter is there.", "The attic is there."),
        ("Le grenier est là.", "The train is there.", "The train is there."),  # a word, whatever it means
        ("Le grenier est là.", "The unattic is there.", "The unattic is there."),
    ],
)
def test_a_word_that_models_have_met_takes_the_place_of_one_that_is_made_up(
    dictionary: Dictionary, source: str, target: str, right: str
) -> None:
    wording = Wording(lambda: frozenset({"the", "train", "is", "there"}), "test", keeps=lambda word: False)
    assert revise(dictionary, source, target, [(1, 1)], wording)[0] == right


def test_a_phrase_that_counts_is_no_other_phrase_where_the_target_counts_too(dictionary: Dictionary) -> None:
    source = "Première page du rapport"
    assert revise(dictionary, source, "First page of the report", [])[0] == "First page of the report"
    assert revise(dictionary, source, "Front of the report", [])[0] == "Report front page"


def test_a_word_without_a_sure_place_is_told(dictionary: Dictionary) -> None:
    target, told = revise(dictionary, "La mère a eu la rougeole hier.", "The mother was ill.", [])
    assert target == "The mother was ill."
    assert [issue.check for issue in told] == ["rare_words"] and "rougeole (measles" in told[0].message


def test_a_word_that_answers_its_neighbour_stays(dictionary: Dictionary) -> None:
    target, told = revise(dictionary, "La mère a la rougeole hier.", "The mother goes.", [(1, 4)])
    assert target == "The mother goes." and told


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("Il habite à Alger.", "He lives in Alger.", "He lives in Algiers."),
        ("Il habite à Aix-la-Chapelle.", "He lives at Aix-la-Chapelle.", "He lives at Aachen."),
        ("Jean Alger est venu.", "Jean Alger came.", "Jean Alger came."),
        ("Hier Alain est venu.", "Alain came yesterday.", "Alain came yesterday."),
    ],
)
def test_a_place_that_was_left_gets_its_name(dictionary: Dictionary, source: str, target: str, right: str) -> None:
    assert revise(dictionary, source, target, [])[0] == right


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("gants de jardin", "garden gloves"),
        ("pot en terre cuite", "terracotta pot"),
        ("perceuse sans fil", "wireless drill"),
        ("boîtes de vis", "screw boxes"),
        ("linge non fourni", "linen not supplied"),
        ("frais de dossier non remboursables", None),
        ("linge non", None),
        ("linge non non fourni", None),
        ("il pleut", None),
        ("xyzzy de jardin", None),
        ("de jardin", None),
        ("pelle, seau", None),
        ("le robinet du lavabo est bouché", None),
    ],
)
def test_a_short_text_is_put_together(dictionary: Dictionary, source: str, right: str | None) -> None:
    made = Compounds(dictionary, FR, EN).compose(source)
    assert (made.text if made else None) == right


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("Expéditeur", "Sender"),
        ("Expéditeur :", "Sender:"),
        ("3. Expéditeur", "3. Sender"),
        ("EXPÉDITEUR", "Sender"),
        ("EXPEDITEUR", "Sender"),
        ("(expéditeur)", "(sender)"),
        ("Expéditeur *", "Sender *"),
        ("- Expéditeur…", "- Sender…"),
        ("Expéditeurs :", "Senders:"),
        ("Bons de commande", "Purchase orders"),
        ("Dates de naissance :", "Dates of birth:"),
        ("Frais bancaires", "Bank charges"),
        ("Expéditeur absent", None),
    ],
)
def test_a_label_is_known_whatever_stands_around_it(labels: Labels, source: str, right: str | None) -> None:
    found = labels.translate(source)
    assert (found[0] if found else None) == right


def test_a_label_is_known_whatever_spaces_part_its_words_and_no_sentence_is_one(labels: Labels) -> None:
    plain, parted = (labels.translate(f"Facture{gap}acquittée :") for gap in (" ", " " * 300))
    assert plain and parted and plain[0] == parted[0]
    assert labels.translate("Facture acquittée " + "le jour de la livraison " * 20) is None
