"""Rows that are written stand in the tables as they are, with or without what most lack."""

from __future__ import annotations

from pathlib import Path

from translate.memory.database import create
from translate.memory.inserting import Row, make_row, write_texts, write_units

BARE = (1, 1, "One", "1", None, 1, 0, None, 2, "", None, None, None)
FULL = (2, 1, "Two", 2, 3, 1, 0, 4, 2, "20200101T000000Z", "Avant", "Après", "{}")


def test_texts_keep_their_tags_and_have_none_where_there_are_none(tmp_path: Path) -> None:
    connection = create(tmp_path / "m.tmdb", "fr", "en")
    rows = [(1, 7, "Un", None), (2, 8, "Un", "<x1/>Un")]
    write_texts(connection, rows)
    assert connection.execute("SELECT * FROM text ORDER BY number").fetchall() == rows
    connection.close()


def test_units_keep_each_column_and_are_replaced_by_their_number(tmp_path: Path) -> None:
    connection = create(tmp_path / "m.tmdb", "fr", "en")
    write_units(connection, "INSERT", map(make_row, (BARE, FULL)))
    assert connection.execute("SELECT * FROM unit ORDER BY number").fetchall() == [BARE, FULL]
    write_units(connection, "REPLACE", [make_row(BARE)._replace(number=2), Row(*FULL)._replace(number=1)])
    assert [row[2] for row in connection.execute("SELECT * FROM unit ORDER BY number")] == ["Two", "One"]
    connection.close()
