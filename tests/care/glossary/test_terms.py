"""A required term takes the place of its known equivalent, or a frequent word is asked in its place."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary, find_dictionary
from translate.care.base import Change, Cut, Request, Revision, Shielded
from translate.care.composing import Restored
from translate.care.glossary.terms import Terms, wanted_terms
from translate.care.repair import FIRST, NEXT_BEST, Candidate, better, nearest
from translate.care.revising import Reviser
from translate.care.standing import Standing
from translate.config import RepairConfig
from translate.data import Issue, Passage, Severity
from translate.engines.base import Draft, Links
from translate.languages import find_language
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology
from translate.text.protected.spans import Treatment

FRENCH, ENGLISH = find_language("fr"), find_language("en")


def terminology(*pairs: tuple[str, str, TermKind]) -> Terminology:
    return Terminology([Term(one, (two,), kind, n) for n, (one, two, kind) in enumerate(pairs, 1)], FRENCH, ENGLISH)


def required(*pairs: tuple[str, str]) -> Terminology:
    return terminology(*((one, two, TermKind.REQUIRED) for one, two in pairs))


def revision_of(source: str, target: str) -> Revision:
    request = Request(Passage(source), shielded=Shielded(source), text=source)
    return Revision(request, Draft(target, -0.5), [], target)


def revised(terms: Terminology, dictionary: Dictionary | None, source: str, target: str) -> str:
    for change in sorted(Terms(terms, dictionary).after(revision_of(source, target)), key=lambda one: -one.start):
        target = target[: change.start] + change.text + target[change.end :]
    return target


@pytest.mark.parametrize(
    ("term", "said", "source", "target", "expected"),
    [
        ("logiciel", "software package", "Ce logiciel marche.", "This software works.", "This software package works."),
        ("fichier", "document", "Deux fichiers manquent.", "Two files are missing.", "Two documents are missing."),
        ("hôtel", "inn", "Un hôtel brûle.", "A hotel burns.", "An inn burns."),
        ("maison", "cottage", "Maison à vendre", "House for sale", "Cottage for sale"),
        ("maison", "cottage", "MAISON À VENDRE", "HOUSE FOR SALE", "COTTAGE FOR SALE"),
        ("maison", "cottage", "La maison", "The cottage", "The cottage"),
        ("maison", "cottage", "La maison", "The housing", "The housing"),
        ("maison", "cottage", "Une maison, une maison", "A house", "A house"),
        ("maison", "cottage", "La maison du foyer", "The home", "The home"),
        ("avoir", "credit note", "Nous avons deux chats.", "We have two cats.", "We have two cats."),
    ],
)
def test_a_term_takes_the_place_of_a_word_that_surely_renders_it(
    dictionary: Dictionary, term: str, said: str, source: str, target: str, expected: str
) -> None:
    assert revised(required((term, said)), dictionary, source, target) == expected


@pytest.mark.parametrize(
    ("term", "said", "source", "target", "expected"),
    [
        ("dépôt de garantie", "security bond", "Le dépôt de garantie", "The guarantee deposit", "The security bond"),
        ("dépôt de garantie", "security bond", "Le dépôt de garantie", "The new deposit", "The new security bond"),
    ],
)
def test_a_term_of_several_words_takes_the_place_of_them_all(
    term: str, said: str, source: str, target: str, expected: str
) -> None:
    assert revised(required((term, said)), find_dictionary("fr", "en"), source, target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Ici, le Trésor public paie.", "Here, the public treasury pays.", "Here, the Public Treasury pays."),
        ("Ici, le trésor public paie.", "Here, the public treasury pays.", "Here, the public treasury pays."),
        ("ICI, LE TRÉSOR PUBLIC PAIE.", "HERE, THE PUBLIC TREASURY PAYS.", "HERE, THE PUBLIC TREASURY PAYS."),
    ],
)
def test_a_term_has_the_capitals_of_the_glossary_where_its_source_has_some(
    source: str, target: str, expected: str
) -> None:
    assert revised(required(("Trésor public", "Public Treasury")), None, source, target) == expected


def test_what_is_forbidden_for_a_source_is_known_to_render_it() -> None:
    terms = terminology(("vanne", "valve", TermKind.REQUIRED), ("vanne", "tap", TermKind.FORBIDDEN))
    assert revised(terms, None, "Les vannes fuient.", "The taps leak.") == "The valves leak."
    assert revised(required(("vanne", "valve")), None, "Les vannes fuient.", "The taps leak.") == "The taps leak."


def test_a_place_that_another_step_took_is_left() -> None:
    terms = terminology(("vanne", "valve", TermKind.REQUIRED), ("vanne", "tap", TermKind.FORBIDDEN))
    revision = revision_of("La vanne fuit.", "The tap leaks.")
    revision.changes.append(Change(4, 7, "cock", "rarities", ""))
    assert list(Terms(terms).after(revision)) == []


@pytest.mark.parametrize(
    ("term", "said", "source", "asked", "answer", "expected"),
    [
        (
            "maître d'œuvre", "prime contractor", "Le maître d’œuvre signe.", "Le chapeau signe.",
            "The hat signs.", "The prime contractor signs.",
        ),
        (
            "écluse", "lock", "Deux écluses ferment.", "Deux églises ferment.",
            "Two churches close.", "Two locks close.",
        ),
        (
            "mainlevée", "discharge", "Une mainlevée suit.", "Une chaise suit.",
            "A chair follows.", "A discharge follows.",
        ),
        (
            "résilier", "terminate", "Il va résilier le bail.", "Il va trouver le bail.",
            "He will find the lease.", "He will terminate the lease.",
        ),
    ],
)  # fmt: skip
def test_a_frequent_word_stands_for_a_term_of_several(
    dictionary: Dictionary, term: str, said: str, source: str, asked: str, answer: str, expected: str
) -> None:
    terms, standing = required((term, said)), Standing(dictionary, FRENCH, ENGLISH)
    made = standing.ask(source, wanted_terms(terms, dictionary, source, "Nothing of it."))
    assert made is not None
    assert made[0] == asked
    draft = standing.answer(made[1], Draft(answer, -0.5))
    assert draft is not None
    assert draft.text == expected
    assert wanted_terms(terms, dictionary, source, expected) == []


def test_a_stand_in_attends_to_what_it_stands_for(dictionary: Dictionary) -> None:
    source = "Une mainlevée suit."
    standing = Standing(dictionary, FRENCH, ENGLISH)
    asked = standing.ask(source, wanted_terms(required(("mainlevée", "discharge")), dictionary, source, ""))
    assert asked is not None
    links = Links((0, 4, 11, 16), (0, 2, 8, 16), ((1.0, 0.0, 0.0), (0.9, 0.1, 0.0), (0.0, 0.0, 1.0)))
    made = standing.answer(asked[1], Draft("A chair follows.", -0.5, link=lambda whole=True: links))
    assert made is not None and made.link is not None
    moved = made.link()
    assert moved is not None
    assert moved.weights[1] == (0.0, 1.0, 0.0)


def candidate(text: str, score: float, by: str, *, honours: bool) -> Candidate:
    issues = () if honours else (Issue("terms", Severity.WARNING, "missing"),)
    revision = revision_of("", text)
    return Candidate(Draft(text, score), Restored(text, ()), issues, by, revision)


def test_a_sentence_is_not_given_up_for_a_term() -> None:
    first = candidate("The beer pays.", -0.4, FIRST, honours=False)
    assert better(first, candidate("The lessor is what pay.", -0.9, NEXT_BEST, honours=True)) is first
    near = candidate("The lessor pays.", -0.5, NEXT_BEST, honours=True)
    assert better(first, near) is near


def test_of_equal_answers_the_one_that_is_like_the_first_is_taken() -> None:
    first = candidate("The beer must pay the rent.", -0.4, FIRST, honours=False)
    far, like = (
        candidate(text, -0.3, "stand_ins", honours=True)
        for text in ("It is the lessor who has the rent to pay.", "The lessor must pay the rent.")
    )
    assert nearest(first, iter([far, like])) is like
    assert nearest(candidate("x", -0.4, FIRST, honours=True), iter([far, like])) is far
    assert nearest(first, iter([])) is None


@pytest.mark.parametrize(("place", "is_told"), [(3, True), (12, False)])
def test_a_term_within_which_a_code_stands_is_not_asked_for(place: int, is_told: bool) -> None:
    text = "Le maître d'œuvre signe."
    cut = Cut(place, "**", Treatment.CUT, "", "")
    request = Request(Passage(text), shielded=Shielded(text, cuts=(cut,)), text=text)
    reviser = Reviser((), RepairConfig(), terms=required(("maître d'œuvre", "prime contractor")))
    found = reviser.candidate(request, Draft("The master signs.", -0.5), FIRST)
    assert found is not None
    assert [issue.check for issue in found.issues] == (["terms"] if is_told else [])
