"""Cells of a line are aligned with their line, and titles of a contents list without their pages."""

from __future__ import annotations

from tests.alignment.test_aligner import ENGLISH, FRENCH, links_of, side
from translate.alignment import CELL, Side, align
from translate.alignment.rows import as_rows, find_rows, split_contents

ROWS = (("Suisse", "Switzerland"), ("Belgique", "Belgium"), ("Danemark", "Denmark"), ("Italie", "Italy"))
FIGURES = (("310", "14"), ("88", "3"), ("451", "27"), ("96", "5"))


def table(language: str, order: tuple[int, ...]) -> Side:
    """Return two sentences, the rows of a table in some order, and two sentences."""
    column = 0 if language == "fr" else 1
    sentences = (FRENCH, ENGLISH)[column]
    cells = [text for row in order for text in (ROWS[row][column], *FIGURES[row])]
    marks = (1, 1, *(mark for _ in order for mark in (1, CELL, CELL)), 1, 1)
    return Side(language, (*sentences[:2], *cells, *sentences[2:4]), marks)


def test_rows_sorted_in_each_language_cross_each_other() -> None:
    target_order = (1, 2, 3, 0)
    found = links_of(align(table("fr", (1, 2, 3, 0)), table("en", target_order)))
    sorted_otherwise = links_of(align(table("fr", (1, 2, 3, 0)), table("en", (0, 1, 2, 3))))
    rows = [tuple(range(2 + 3 * row, 5 + 3 * row)) for row in range(4)]
    assert found[2:6] == [(row, row) for row in rows]
    assert sorted_otherwise[2:6] == [(rows[k], rows[(k + 1) % 4]) for k in range(4)]


def test_columns_of_text_stay_apart() -> None:
    columns = Side("fr", ("Une phrase.", "Une autre.", "Un mot", "deux"), (1, CELL, 0, 1))
    assert find_rows(columns) == [range(1), range(1, 2), range(2, 3), range(3, 4)]
    long = Side("fr", ("a" * 200, "b" * 200), (1, CELL))
    assert find_rows(long) == [range(1), range(1, 2)]


def contents(titles: tuple[str, ...], pages: tuple[int, ...], language: str) -> Side:
    texts = tuple(text for title, page in zip(titles, pages, strict=True) for text in (title, str(page)))
    return Side(language, texts, (1, CELL) * len(titles))


def test_titles_of_a_contents_list_are_units_without_their_pages() -> None:
    sides = (
        contents(("Préface", "Les outils", "Le jardin"), (5, 12, 40), "fr"),
        contents(("Preface", "The tools", "The garden"), (7, 15, 44), "en"),
    )
    found = links_of(align(*sides))
    assert found == [((n,), (n,)) for n in range(6)]
    groups = split_contents(sides, (find_rows(sides[0]), find_rows(sides[1])))
    assert groups[0] == groups[1] == [range(n, n + 1) for n in range(6)]


def test_where_numbers_fall_it_is_a_table() -> None:
    sides = (
        contents(("Lyon", "Brest", "Nice"), (40, 12, 5), "fr"),
        contents(("Lyon", "Brest", "Nice"), (40, 12, 5), "en"),
    )
    groups = split_contents(sides, (find_rows(sides[0]), find_rows(sides[1])))
    assert groups[0] == [range(2), range(2, 4), range(4, 6)]
    assert as_rows(sides[0], groups[0]).texts == ("Lyon 40", "Brest 12", "Nice 5")


def test_a_line_alone_is_a_segment() -> None:
    plain = side("fr", FRENCH, (1,) * 12)
    assert as_rows(plain, find_rows(plain)) == plain
