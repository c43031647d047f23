"""What a unit has beside its texts goes into attributes, props and notes of TMX, and comes back from there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import FULL, PLAIN, bitext
from translate.data import CodeKind, InlineCode, Issue, Note, Origin, Severity, Span, Variant
from translate.formats import read_bitext, write_bitext
from translate.formats.tmx.parts import Tu, Tuv
from translate.formats.tmx.props import (
    OWN_PROPS,
    Fields,
    is_date,
    own_props,
    part,
    read_attributes,
    read_variant_properties,
    unshield,
)
from translate.formats.units import Notes

DATE = "20260131T235959Z"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (DATE, True),
        ("20260101T000000Z", True),
        ("20261231T235959Z", True),
        ("20260031T235959Z", False),
        ("20261331T235959Z", False),
        ("20260100T235959Z", False),
        ("20260132T235959Z", False),
        ("20260131T240000Z", False),
        ("20260131T236000Z", False),
        ("20260131T235960Z", False),
        ("20260131T235959", False),
        ("20260131T235959Z\n", False),
        ("2026-01-31T23:59:59Z", False),
        ("٢٠٢٦٠١٣١T235959Z", False),
        ("", False),
    ],
)
def test_a_date_is_written_as_tmx_writes_it(text: str, is_one: bool) -> None:
    assert is_date(text) is is_one


def test_each_field_of_ours_has_a_prop_of_its_own() -> None:
    props = own_props(FULL)
    assert [kind for kind, _ in props] == [
        "x-origin", "x-state", "x-score", "x-alignment", "x-checks", "x-checks", "x-document", "x-context-pre",
        "x-context-post", "x-span-source", "x-span-target",
    ]  # fmt: skip
    assert set(OWN_PROPS) >= {kind for kind, _ in props}
    assert own_props(PLAIN) == [("x-origin", "human"), ("x-alignment", "1-1")]


def test_the_props_of_ours_are_read_back() -> None:
    fields = Fields()
    for kind, value in own_props(FULL):
        fields.take(kind, value)
    assert (fields.origin, fields.score, fields.source_span, fields.target_span) == (
        Origin.MACHINE, 87.25, Span(0, 1, 37), Span(0, 1, 35),
    )  # fmt: skip
    assert tuple(fields.issues) == FULL.issues
    assert fields.texts == {
        "x-alignment": "2-1", "x-document": "courrier/lettre.txt", "x-context-pre": "Bonjour.", "x-context-post": "",
    }  # fmt: skip
    assert fields.properties == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("x-origin", "robot"),
        ("x-score", "high"),
        ("x-score", "nan"),
        ("x-checks", "none"),
        ("x-span-source", "1-2"),
        ("x-span-target", ""),
        ("x-other", "a"),
    ],
)
def test_a_prop_that_has_not_our_form_is_a_foreign_one(kind: str, value: str) -> None:
    fields = Fields()
    fields.take(kind, value)
    assert fields.properties == [(kind, value)]
    assert (fields.origin, fields.score, fields.source_span, fields.target_span, fields.issues) == (None,) * 4 + ([],)


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        ("x-origin", "human", "machine"),
        ("x-score", "1.0", "2.0"),
        ("x-span-source", "0:1-2", "0:3-4"),
        ("x-document", "a", "b"),
        ("x-alignment", "1-1", "1-2"),
    ],
)
def test_the_first_of_two_counts_and_the_second_is_kept(kind: str, first: str, second: str) -> None:
    fields = Fields()
    fields.take(kind, first)
    fields.take(kind, second)
    assert fields.properties == [(kind, second)]


def test_all_checks_and_notes_count() -> None:
    fields = Fields()
    for kind, value in ((None, "a"), ("x-checks", "info a - m"), (None, ""), ("x-checks", "error b 2.0 n")):
        fields.take(kind, value)
    assert fields.notes == [Note("a"), Note("")]
    assert fields.issues == [Issue("a", Severity.INFO, "m"), Issue("b", Severity.ERROR, "n", 2.0)]


KEYS = [
    "x-score",
    "x-foreign-x-score",
    "x-foreign-x-foreign-x-score",
    "x-foreign-",
    "x-foreign-x-other",
    "file",
    "",
    "x",
]


@given(st.lists(st.sampled_from(KEYS), max_size=5))
def test_a_foreign_property_under_a_name_of_ours_is_shielded(keys: list[str]) -> None:
    unit = replace(PLAIN, properties=tuple((key, str(n)) for n, key in enumerate(keys)))
    props = part(unit).props[len(own_props(unit)) :]
    assert not {kind for kind, _ in props} & {*OWN_PROPS, "file", ""}
    assert [(unshield(kind), value) for kind, value in props] == list(unit.properties)


@pytest.mark.parametrize(
    ("key", "value", "where"),
    [
        ("tu@changeid", "me", ("tu", "changeid")),
        ("tu@segtype", "phrase", ("tu", "segtype")),
        ("tu@creationdate", DATE, ("tu", "creationdate")),
        ("source@lastusagedate", DATE, ("source", "lastusagedate")),
        ("target@usagecount", "3", ("target", "usagecount")),
        ("tu@segtype", "word", None),
        ("source@segtype", "phrase", None),
        ("tu@changedate", "hier", None),
        ("tu@tuid", "3", None),
        ("tu@xml:lang", "fr", None),
        ("unit@changeid", "me", None),
    ],
)
def test_an_attribute_that_tmx_knows_goes_back_to_its_place(
    key: str, value: str, where: tuple[str, str] | None
) -> None:
    parts = part(replace(PLAIN, properties=((key, value),)))
    found = {(side, name): v for side, attributes in parts.attributes.items() for name, v in attributes.items()}
    assert found == ({} if where is None else {where: value})
    assert ((key, value) in parts.props) == (where is None)


def test_props_and_notes_of_variants_go_back_to_their_side() -> None:
    properties = (("source/x-a", "1"), ("target@note", "n"), ("source@note", "m"), ("target/", "2"), ("other/x", "3"))
    parts = part(replace(PLAIN, properties=properties))
    assert parts.variant_props == {"source": [("x-a", "1"), (None, "m")], "target": [(None, "n"), ("", "2")]}
    assert parts.props[-1] == ("other/x", "3")


def test_a_second_value_of_an_attribute_is_a_prop() -> None:
    parts = part(replace(PLAIN, properties=(("tu@changeid", "me"), ("tu@changeid", "you"))))
    assert parts.attributes["tu"] == {"changeid": "me"}
    assert parts.props[-1] == ("tu@changeid", "you")


def test_attributes_of_a_unit_are_properties_but_for_those_it_has_by_rule() -> None:
    remarks: list[object] = []
    notes = Notes(Path("x.tmx"), remarks.append)
    tu = Tu({"tuid": "7", "creationdate": DATE, "changedate": "hier", "changeid": "me"}, [], [])
    found = list(read_attributes(tu, {"creationdate": DATE, "changeid": "you"}, {"segtype": "phrase"}, notes))
    assert found == [("tu@changedate", "hier"), ("tu@changeid", "me"), ("tu@segtype", "phrase")]
    assert len(remarks) == 1
    assert "changedate is not a date such as 20260131T235959Z" in str(remarks[0])


def test_what_the_header_lends_goes_behind_what_a_unit_has() -> None:
    notes = Notes(Path("x.tmx"), lambda _: None)
    tu = Tu({"segtype": "block"}, [], [])
    assert list(read_attributes(tu, {}, {"segtype": "phrase"}, notes)) == [("tu@segtype", "block")]


def test_attributes_props_and_notes_of_a_variant_are_properties() -> None:
    tuv = Tuv({"xml:lang": "fr", "lang": "fr", "changeid": "me"}, [("x-a", "1"), (None, "n"), ("", "")], "texte")
    assert list(read_variant_properties("source", tuv)) == [
        ("source@changeid", "me"), ("source/x-a", "1"), ("source@note", "n"), ("source/", ""),
    ]  # fmt: skip


def test_what_tmx_does_not_say_of_notes_and_codes_comes_back(tmp_path: Path) -> None:
    code = InlineCode(0, 3, CodeKind.ISOLATED, None, "", "TOTAL\t1", (("equiv", "{{ total }}"), ("disp", "")))
    unit = replace(
        PLAIN,
        source=Variant("fr", "{n} mots", None, (code,)),
        target=Variant("en", "{n} words", None, (code,)),
        notes=(Note("Plain."), Note("Short.", "developer", 1, "source", "en", "context")),
    )
    write_bitext(bitext([unit]), tmp_path / "x", "tmx")
    assert list(read_bitext(tmp_path / "x.tmx").units) == [unit]


@pytest.mark.parametrize("value", ["", "1", "a\tb\tc\td\te\tf", "1\tAnne\thigh\t\t\t"])
def test_a_note_that_is_not_of_our_form_is_a_foreign_property(value: str) -> None:
    fields = Fields()
    fields.take("x-note", value)
    assert fields.properties == [("x-note", value)]
