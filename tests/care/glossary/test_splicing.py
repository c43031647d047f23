"""A term takes the place of the words that render its source, and no other word of the sentence changes."""

from __future__ import annotations

import pytest

from translate.care.glossary.splicing import find_place, splice, without_lead
from translate.engines.base import Draft, Links
from translate.languages import find_language
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Occurrence, Terminology


def terminology(source: str, target: str) -> Terminology:
    term = Term(source, (target,), TermKind.REQUIRED, 1)
    return Terminology([term], find_language("fr"), find_language("en"))


def linked(source: str, target: str, pairs: dict[str, str]) -> Draft:
    """A draft whose words are pieces, with the space before them; each attends to the source word of `pairs`."""
    ours, theirs = source.split(" "), target.split(" ")
    starts = [[sum(len(word) + 1 for word in words[:n]) for n in range(len(words))] for words in (ours, theirs)]
    rows = [
        [float(ours.index(pairs[word]) == n) if word in pairs else 0.05 for n in range(len(ours))] for word in theirs
    ]
    begins = [0, *(start - 1 for start in starts[1][1:])]
    links = Links((*starts[0], len(source)), (*begins, len(target)), tuple(map(tuple, rows)))
    return Draft(target, -1.0, link=lambda whole=True: links)


@pytest.mark.parametrize(
    ("term", "source", "target", "pairs", "expected"),
    [
        (
            ("bailleur", "lessor"), "Le bailleur refuse .", "The beer refuses .", {"beer": "bailleur"},
            "The lessor refuses .",
        ),
        (
            ("bailleur", "lessor"), "Les bailleurs refusent .", "Beers refuse .", {"Beers": "bailleurs"},
            "Lessors refuse .",
        ),
        (
            ("bail commercial", "commercial lease"), "Un bail commercial suit", "A commercial contract follows",
            {"commercial": "commercial", "contract": "bail"}, "A commercial lease follows",
        ),
        (
            ("taxe foncière", "property tax"), "La taxe foncière monte", "The land tax rises", {"land": "foncière"},
            "The property tax rises",
        ),
        (
            ("taxe foncière", "property tax"), "La taxe foncière monte", "The property charge rises",
            {"charge": "taxe"}, "The property tax rises",
        ),
        (
            ("huissier", "enforcement officer"), "Un huissier vient", "A bailiff comes", {"bailiff": "huissier"},
            "An enforcement officer comes",
        ),
        (
            ("gérance", "management"), "Une gérance libre", "An agency", {"agency": "gérance"}, "A management",
        ),
        (
            ("registre", "log"), "Le registre du syndic", "The syndic's registry", {"registry": "registre"},
            "The syndic's log",
        ),
    ],
)  # fmt: skip
def test_the_words_that_stand_for_a_source_give_way_to_the_term(
    term: tuple[str, str], source: str, target: str, pairs: dict[str, str], expected: str
) -> None:
    terms = terminology(*term)
    made = splice(terms, terms.find(source)[0], source, linked(source, target, pairs))
    assert made is not None
    assert made.text == expected


@pytest.mark.parametrize(
    ("target", "pairs", "expected"),
    [
        ("Closed shutdown : open", {"Closed": "vanne", "shutdown": "vanne"}, "Closed shut-off valve : open"),
        ("Shutdown closed : open", {"Shutdown": "vanne", "closed": "vanne"}, "Shut-off valve closed : open"),
        ("Closed shutdown : open", {"Closed": "vanne", "shutdown": "ouvrez"}, None),
        ("Closed thing : open", {"Closed": "vanne"}, "Closed shut-off valve : open"),  # beside what attends to it
    ],
)
def test_a_word_that_renders_another_word_of_the_source_stays(
    target: str, pairs: dict[str, str], expected: str | None
) -> None:
    terms, source = terminology("vanne", "shut-off valve"), "vanne fermée : ouvrez"

    def renders_another(term: str, word: str, text: str) -> bool:
        return term == "vanne" and word == "closed" and text == source

    made = splice(terms, terms.find(source)[0], source, linked(source, target, pairs), renders_another)
    assert (made.text if made else None) == expected


def test_where_no_word_renders_a_source_nothing_is_put_in() -> None:
    terms = terminology("bailleur", "lessor")
    source = "Le bailleur refuse"
    assert splice(terms, terms.find(source)[0], source, linked(source, "The answer is no", {"The": "bailleur"})) is None
    assert splice(terms, terms.find(source)[0], source, Draft("The beer refuses", -1.0)) is None


def test_the_links_of_what_was_made_are_those_of_the_draft_with_the_term_as_one_piece() -> None:
    terms = terminology("bail commercial", "commercial lease agreement")
    source = "Le bail commercial suit"
    draft = linked(source, "The trade contract follows", {"trade": "commercial", "contract": "bail"})
    made = splice(terms, terms.find(source)[0], source, draft)
    assert made is not None and made.link is not None
    links = made.link()
    assert links is not None
    assert [made.text[a:b] for a, b in zip(links.target, links.target[1:], strict=False)] == [
        "The", " commercial lease agreement", " follows",
    ]  # fmt: skip
    assert len(links.weights) == len(links.target) - 1


@pytest.mark.parametrize(("over_small", "place"), [(True, "Republic of the North"), (False, "Republic")])
def test_a_long_name_has_function_words_within(over_small: bool, place: str) -> None:
    source, target = "La République du Nord vote", "The Republic of the North votes"
    pairs = {"Republic": "République", "North": "Nord", "votes": "vote"}
    draft = linked(source, target, pairs)
    links = draft.link() if draft.link else None
    assert links is not None
    occurrence = Occurrence(Term("République du Nord", (), TermKind.REQUIRED, 0), 3, 21, False)
    found = find_place(links, target, source, occurrence, over_small=over_small)
    assert found is not None and target[slice(*found)] == place


@pytest.mark.parametrize(
    ("text", "name", "native", "rest"),
    [
        ("She saw the |Ulis", "Les Ulis", "Ulis", "the "),
        ("She saw the |Seine", "Seine", "Seine", ""),
        ("in St. |Sebastian", "San Sebastián", "Saint-Sébastien", "St. "),
        ("in Saint |Sebastian", "San Sebastián", "Saint-Sébastien", "Saint "),
        ("with the. |Ulis", "Les Ulis", "Ulis", ""),
        ("|Ulis", "Les Ulis", "Ulis", ""),
    ],
)
def test_what_a_name_has_in_itself_stands_before_it_no_more(text: str, name: str, native: str, rest: str) -> None:
    before, _, behind = text.partition("|")
    start = without_lead(before + behind, len(before), name, native, find_language("fr"), find_language("en"))
    assert before[start:] == rest
