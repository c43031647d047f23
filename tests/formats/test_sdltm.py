"""Memories of Trados Studio are read with their codes, dates, people and fields, and damage is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from translate.cli import main
from translate.data import CodeKind, InlineCode
from translate.errors import FormatError, UsageError
from translate.formats import Header, Remark, pairs_of, place_of, read_bitext

SCHEMA = """
CREATE TABLE parameters (name TEXT, value TEXT);
INSERT INTO parameters VALUES ('VERSION', '8.09');
CREATE TABLE translation_memories (id INTEGER PRIMARY KEY, name TEXT, source_language TEXT, target_language TEXT);
CREATE TABLE translation_units (id INTEGER PRIMARY KEY, guid BLOB, translation_memory_id INT, source_hash INT,
 source_segment TEXT, target_hash INT, target_segment TEXT, creation_date DATETIME, creation_user TEXT,
 change_date DATETIME, change_user TEXT, last_used_date DATETIME, last_used_user TEXT, usage_counter INT, flags INT);
CREATE TABLE attributes (id INTEGER PRIMARY KEY, guid BLOB, name TEXT, type INT, tm_id INT);
CREATE TABLE string_attributes (translation_unit_id INT, attribute_id INT, value TEXT);
CREATE TABLE picklist_values (id INTEGER PRIMARY KEY, guid BLOB, attribute_id INT, value TEXT);
CREATE TABLE picklist_attributes (translation_unit_id INT, picklist_value_id INT);
"""
SPACES = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"'


def text(value: str) -> str:
    return f"<Text><Value>{value}</Value></Text>"


def tag(kind: str, anchor: int, aligned: int, identity: str, more: str = "") -> str:
    return (
        f"<Tag><Type>{kind}</Type><Anchor>{anchor}</Anchor><AlignmentAnchor>{aligned}</AlignmentAnchor>"
        f"<TagID>{identity}</TagID>{more}<CanHide>false</CanHide></Tag>"
    )


def segment(elements: str, culture: str = "fr-FR") -> str:
    return f"<Segment {SPACES}><Elements>{elements}</Elements><CultureName>{culture}</CultureName></Segment>"


PAIRS = (
    (segment(text("Le chat &amp; le chien.")), segment(text("The cat &amp; the dog."))),
    (
        segment(
            text("Un ") + tag("Start", 1, 1, "b") + text("mot") + tag("End", 1, 0, "b") + tag("Standalone", 2, 2, "br")
        ),
        segment(tag("Start", 5, 1, "b") + text("A word") + tag("End", 5, 0, "b") + tag("Standalone", 6, 2, "br")),
    ),
)


def studio(folder: Path, pairs: tuple[tuple[object, object], ...] = PAIRS, languages: str = "fr-FR en-GB") -> Path:
    path = folder / "client.sdltm"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(SCHEMA)
        for number, pair in enumerate(languages.split(","), 1):
            connection.execute("INSERT INTO translation_memories VALUES (?, 'client', ?, ?)", (number, *pair.split()))
        connection.executemany(
            "INSERT INTO translation_units VALUES (?, NULL, 1, 0, ?, 0, ?, '2020-01-02 03:04:05', 'ANNE',"
            " '2021-01-02 03:04:05.12', 'PAUL', NULL, NULL, 3, 0)",
            [(number, *pair) for number, pair in enumerate(pairs, 1)],
        )
        connection.executemany("INSERT INTO attributes VALUES (?, NULL, ?, 1, 1)", [(1, "Project"), (2, "Domain")])
        connection.execute("INSERT INTO string_attributes VALUES (2, 1, 'P-17')")
        connection.execute("INSERT INTO picklist_values VALUES (9, NULL, 2, 'Law')")
        connection.executemany("INSERT INTO picklist_attributes VALUES (?, 9)", [(None,), (1,), (2,)])
    return path


def test_a_memory_is_read_with_dates_people_and_fields(tmp_path: Path) -> None:
    bitext = read_bitext(studio(tmp_path))
    assert (bitext.source_language, bitext.target_language) == ("fr-FR", "en-GB")
    first, second = bitext.units
    assert (first.source.text, first.target.text) == ("Le chat & le chien.", "The cat & the dog.")
    assert dict(first.properties) == {
        "tu@creationdate": "20200102T030405Z", "tu@creationid": "ANNE", "tu@changedate": "20210102T030405Z",
        "tu@changeid": "PAUL", "tu@usagecount": "3", "x-Domain": "Law",
    }  # fmt: skip
    assert {"x-Project": "P-17", "x-Domain": "Law"}.items() <= dict(second.properties).items()


def test_tags_are_codes_and_one_on_both_sides_where_studio_aligned_them(tmp_path: Path) -> None:
    _, unit = read_bitext(studio(tmp_path)).units
    assert unit.source.text == "Un mot" and unit.target.text == "A word"
    assert unit.source.codes == (
        InlineCode(3, 3, CodeKind.START, 1, id="1"), InlineCode(6, 6, CodeKind.END, 1, id="1"),
        InlineCode(6, 6, CodeKind.ISOLATED, None, id="2"),
    )  # fmt: skip
    assert [(code.kind, code.id) for code in unit.target.codes] == [(code.kind, code.id) for code in unit.source.codes]


def test_text_that_a_tag_stands_for_is_the_code(tmp_path: Path) -> None:
    held = tag("TextPlaceholder", 1, 0, "7", "<TextEquivalent>2 kg</TextEquivalent>")
    (unit,) = read_bitext(
        studio(tmp_path, ((segment(text("Il pèse ") + held), segment(text("It weighs ") + held)),))
    ).units
    assert unit.source.text == "Il pèse 2 kg"
    assert [(code.start, code.end, code.id) for code in unit.source.codes] == [(8, 12, "t7")]


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        ("<Segment><Elements>", "its segment cannot be read"),
        ("<Segment/>", "it has no <Elements>"),
        (segment("<Token/>"), "it has <Token>; expected <Text> or <Tag>"),
        (f"<!DOCTYPE a [<!ENTITY b 'c'>]>{segment(text('&b;'))}", "it declares a type of document"),
        (None, "it is NoneType, no text"),
    ],
)
def test_a_segment_that_cannot_be_read_is_rejected_and_the_rest_is_read(
    tmp_path: Path, damaged: object, reason: str
) -> None:
    remarks: list[Remark] = []
    units = list(read_bitext(studio(tmp_path, ((damaged, PAIRS[0][1]), PAIRS[0])), report=remarks.append).units)
    assert [unit.name for unit in units] == ["2"]
    assert [remark.unit for remark in remarks] == ["1"] and reason in remarks[0].message


def test_the_memory_in_the_languages_that_are_stated_is_read(tmp_path: Path) -> None:
    path = studio(tmp_path, languages="fr-FR de-DE,fr-FR en-GB")
    assert pairs_of(path) == (Header("fr-FR", "de-DE"), Header("fr-FR", "en-GB"))
    assert read_bitext(path, Header("fr", "de")).target_language == "de-DE"
    assert not list(read_bitext(path, Header("fr", "en")).units)  # the second memory is empty


def test_what_is_no_memory_of_studio_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sdltm"
    path.write_text("Bonjour", "utf-8")
    with pytest.raises(FormatError, match=r"begins with b'Bonjour', and is no memory of Trados Studio"):
        read_bitext(path)
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE VIEW translation_units AS SELECT 1")
    with pytest.raises(FormatError, match=r"it has no table translation_memories.*export it from Studio as TMX"):
        read_bitext(path)
    whole = studio(tmp_path)
    path.write_bytes(whole.read_bytes()[:5000])
    with pytest.raises(FormatError, match="cannot be read as a memory of Trados Studio"):
        list(read_bitext(path).units)
    with pytest.raises(UsageError, match="unknown file extension"):
        place_of(whole)


def test_a_memory_is_imported_twice_without_a_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, store = studio(tmp_path), tmp_path / "m.tmdb"
    before = path.read_bytes()
    for counts in ("2 added, 0 updated, 0 unchanged", "0 added, 0 updated, 2 unchanged"):
        assert main(["memory", "import", str(path), "--into", str(store)]) == 0
        assert counts in capsys.readouterr().out
    assert path.read_bytes() == before
