"""What recurs at the edges of pages, and numbers them, is no text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translate.documents.pdf.furniture import Furniture
from translate.documents.pdf.pieces import Piece, Run
from translate.languages import find_language

HEIGHT = 842.0
BODY = ("Le vent a tourné pendant la nuit.", "La marée emporte les algues.", "On répare les filets.")


def page(number: int, *edges: tuple[float, str]) -> list[Piece]:
    """Return the pieces of a page with a text of its own, and others at heights."""
    rows = [(400.0 - 14 * row, f"{BODY[number % 3]} {row}") for row in range(3)]
    return [
        Piece(72, 72 + 5 * len(text), height, 11, order, [Run(text)])
        for order, (height, text) in enumerate([*edges, *rows])
    ]


def left_out(pages: Sequence[Sequence[Piece]]) -> list[str]:
    found = Furniture([(one, HEIGHT) for one in pages], find_language("fr")).pieces
    return [piece.text for one in pages for piece in one if id(piece) in found]


@pytest.mark.parametrize(
    ("texts", "height"),
    [
        (("Bulletin du port", "Bulletin du port", "Bulletin du port"), 800.0),
        (("Bulletin du port – 4", "Bulletin du port – 5", "Bulletin du port – 6"), 800.0),
        (("12", "13", "14"), 30.0),
        (("Page 1 sur 3", "Page 2 sur 3", "Page 3 sur 3"), 30.0),
        (("Port de pêche", "Marée basse", "Port de pêche"), 800.0),
    ],
    ids=["head", "head with a number", "numbers", "numbers of all", "alternating"],
)
def test_what_recurs_at_one_height_is_left_out(texts: tuple[str, ...], height: float) -> None:
    found = left_out([page(number, (height, text)) for number, text in enumerate(texts)])
    assert set(found) == {text for text in texts if texts.count(text) > 1 or any(map(str.isdigit, text)) or 0}


@pytest.mark.parametrize(
    "texts",
    [
        ("Premier quai", "Deuxième quai", "Troisième quai"),
        ("1 204", "87", "996"),
    ],
    ids=["headings", "figures"],
)
def test_what_differs_from_page_to_page_is_text(texts: tuple[str, ...]) -> None:
    assert left_out([page(number, (800.0, text)) for number, text in enumerate(texts)]) == []


def test_what_recurs_in_the_middle_of_a_page_is_text() -> None:
    assert left_out([page(number, (500.0, "Avis aux marins")) for number in range(3)]) == []


@pytest.mark.parametrize(
    ("text", "is_number"), [("1", True), ("- 1 -", True), ("Page 1 / 1", True), ("7", False), ("an 1", False)]
)
def test_a_page_alone_may_have_its_number(text: str, is_number: bool) -> None:
    assert left_out([page(0, (30.0, text))]) == ([text] if is_number else [])


def test_several_rows_are_left_out_from_the_edge_inwards() -> None:
    edges = [((805.0, "Ville de Port-Louis"), (790.0, "Service des quais"), (30.0, str(n + 1))) for n in range(3)]
    found = left_out([page(number, *rows) for number, rows in enumerate(edges)])
    assert sorted(set(found)) == ["1", "2", "3", "Service des quais", "Ville de Port-Louis"]
