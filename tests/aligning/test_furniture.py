"""Running heads and page numbers are told from chapters, steps, refrains, labels and figures."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.aligning.furniture import find_furniture
from translate.languages import find_language

LANGUAGES = find_language("fr"), find_language("en")
Lines = list[str]
Foot = Callable[[int], Lines]

FRENCH = [
    "Le sentier part de la fontaine et monte entre deux murs de pierre.",
    "Au bout de vingt minutes, on arrive à une chapelle abandonnée.",
    "Son toit fut emporté par la foudre en 1904.",
    "Un berger y garde ses outils et quelques bouteilles vides.",
    "De là, on voit toute la plaine jusqu'au fleuve.",
    "Les trains ressemblent à des jouets oubliés dans l'herbe.",
    "Plus haut, le bois devient épais et la lumière verte.",
    "Des panneaux indiquent le chemin du refuge.",
    "Il n'ouvre que de juin à septembre.",
    "La gardienne sert une soupe de lentilles et du fromage.",
    "Elle vend aussi des cartes postales de son fils.",
    "Le soir, les chamois viennent lécher le sel des rochers.",
    "On dort à huit par chambre, sous des couvertures rouges.",
    "Avant l'aube, les guides réveillent ceux qui vont au sommet.",
    "La corde est obligatoire à partir du glacier.",
    "En août, la neige est molle dès dix heures.",
    "Le retour se fait par la vallée des mélèzes.",
    "Un car repart du village à seize heures trente.",
]
ENGLISH = [
    "The path leaves the fountain and climbs between two stone walls.",
    "After twenty minutes you come to a deserted chapel.",
    "Its roof was carried off by lightning in 1904.",
    "A shepherd keeps his tools there and a few empty bottles.",
    "From there you see the whole plain as far as the river.",
    "The trains look like toys forgotten in the grass.",
    "Higher up the wood becomes dense and the light green.",
    "Signs show the way to the hut.",
    "It is open only from June to September.",
    "The keeper serves lentil soup and cheese.",
    "She also sells postcards by her son.",
    "In the evening the chamois come to lick the salt of the rocks.",
    "You sleep eight to a room, under red blankets.",
    "Before dawn the guides wake those who are going to the summit.",
    "The rope is compulsory from the glacier on.",
    "In August the snow is soft from ten o'clock.",
    "You return by the valley of larches.",
    "A coach leaves the village again at half past four.",
]
ROMANS = ["", "i", "ii", "iii", "iv", "v", "vi", "vii"]


def paged(lines: Lines, size: int, foot: Foot, first: int = 1) -> tuple[Lines, Lines]:
    """Return `lines` with what `foot` gives for a number after each `size` of them, and that alone."""
    whole: Lines = []
    furniture: Lines = []
    for place, line in enumerate(lines, 1):
        whole.append(line)
        if place % size == 0:
            furniture += foot(first + place // size - 1)
            whole += foot(first + place // size - 1)
    return whole, furniture


def found(one: Lines, other: Lines) -> list[Lines]:
    places = find_furniture((one, other), LANGUAGES)
    return [[side[place] for place in sorted(each)] for side, each in zip((one, other), places, strict=True)]


@pytest.mark.parametrize("sizes", [(4, 6), (3, 5), (5, 6)])
@pytest.mark.parametrize(
    "feet",
    [
        (lambda n: [str(n)], lambda n: [str(n)]),
        (lambda n: [f"- {n} -"], lambda n: [f"[{n}]"]),
        (lambda n: [ROMANS[n]], lambda n: [ROMANS[n]]),
        (lambda n: [f"Page {n}"], lambda n: [f"p. {n}"]),
        (lambda n: [f"Page {n} sur 6"], lambda n: [f"Page {n} of 5"]),
        (lambda n: [f"{n}/6"], lambda n: [f"{n}/5"]),
        (lambda n: [f"Guide de la vallée – page {n}"], lambda n: [f"Guide to the Valley – page {n}"]),
        (lambda n: [f"Guide de la vallée\t{n}"], lambda n: [f"{n} Guide to the Valley"]),
        (lambda n: [str(n), "Guide de la vallée"], lambda n: ["Guide to the Valley", str(n)]),
        (lambda n: ["Guide de la vallée"], lambda n: ["Guide to the Valley"]),
    ],
    ids=["plain", "marked", "roman", "page", "of", "slash", "in a head", "head", "beside", "head alone"],
)
def test_heads_and_numbers_of_pages_that_end_elsewhere_are_furniture(
    feet: tuple[Foot, Foot], sizes: tuple[int, int]
) -> None:
    one, other = (paged(*side) for side in zip((FRENCH, ENGLISH), sizes, feet, strict=True))
    assert found(one[0], other[0]) == [one[1], other[1]]


def test_heads_that_change_from_page_to_page_are_furniture() -> None:
    def foot(number: int) -> Lines:
        return [f"{number} LE CHEMIN DES CHÈVRES" if number % 2 else f"GUIDE DE LA VALLÉE {number}"]

    whole, furniture = paged(FRENCH, 4, foot, first=12)
    assert found(whole, ENGLISH) == [furniture, []]


def test_pages_without_a_counterpart_are_furniture() -> None:
    whole, furniture = paged(FRENCH, 4, lambda n: [str(n)])
    assert found(whole, ENGLISH) == [furniture, []]
    assert found(FRENCH, whole) == [[], furniture]


@pytest.mark.parametrize(
    "feet",
    [
        (lambda n: [str(n)], lambda n: [str(n)]),
        (lambda n: [f"Chapitre {n}"], lambda n: [f"Chapter {n}"]),
        (lambda n: [f"Article {n}"], lambda n: [f"Section {n + 3}"]),
        (lambda n: ["IIIIII"[:n] if n < 4 else "IV"], lambda n: [f"CHAPTER {n}"]),
        (lambda n: ["Exemple"], lambda n: ["Example"]),
        (lambda n: ["Pour aller plus loin"], lambda n: ["Further reading"]),
    ],
    ids=["numbers", "chapters", "articles", "mixed", "label", "long label"],
)
def test_what_parts_both_texts_alike_is_text(feet: tuple[Foot, Foot]) -> None:
    one, other = (paged(lines, 4, foot)[0] for lines, foot in zip((FRENCH, ENGLISH), feet, strict=True))
    assert found(one, other) == [[], []]
    assert found(one, other[:4] + other[5:]) == [[], []]  # one of them is missing


def test_what_cuts_sentences_is_furniture_even_where_both_texts_break_alike() -> None:
    sides = [paged(textwrap.wrap(" ".join(side), 45), 5, lambda n: [str(n)]) for side in (FRENCH, ENGLISH)]
    one, other = (lines[:23] for lines, _ in sides)
    assert found(one, other) == [["1", "2", "3"]] * 2


@pytest.mark.parametrize(
    "feet",
    [
        (lambda n: [f"Page {n}"], lambda n: [f"Page {n}"]),
        (lambda n: [f"Guide de la vallée – page {n}"], lambda n: [f"Guide to the Valley – page {n}"]),
        (lambda n: [str(n), "Guide de la vallée"], lambda n: [str(n), "Guide to the Valley"]),
    ],
    ids=["page", "page in a head", "head"],
)
def test_what_says_that_it_is_a_page_is_furniture_even_where_both_texts_break_alike(feet: tuple[Foot, Foot]) -> None:
    one, other = (paged(lines, 6, foot) for lines, foot in zip((FRENCH, ENGLISH), feet, strict=True))
    assert found(one[0], other[0]) == [one[1], other[1]]


@pytest.mark.parametrize(
    "lines",
    [
        ["1 204", "887", "3 015", "46", "912", "77", "2 340"],
        ["1", "2", "3", "4", "5"],
        ["1", "un", "2", "deux", "3", "trois"],
        [line for verse in FRENCH[:6] for line in (verse, "Tourne, tourne, joli moulin !")],
        [line for verse in FRENCH[:6] for line in (verse, "Voir la fiche")],
    ],
    ids=["figures", "rows", "numbered words", "refrain", "short refrain"],
)
def test_lists_and_refrains_are_text(lines: Lines) -> None:
    assert found([*FRENCH[:3], *lines, *FRENCH[3:]], ENGLISH) == [[], []]


def test_a_cell_is_no_furniture() -> None:
    whole, _ = paged(FRENCH, 4, lambda n: [str(n)])
    lines = [None if line.isdigit() else line for line in whole]
    assert find_furniture((lines, ENGLISH), LANGUAGES) == (set(), set())


@given(st.lists(st.text(), max_size=40), st.lists(st.text(), max_size=40))
def test_what_is_found_is_a_line_of_the_document(one: Lines, other: Lines) -> None:
    places = find_furniture((one, other), LANGUAGES)
    assert all(side[place] for side, each in zip((one, other), places, strict=True) for place in each)
