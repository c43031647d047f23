"""A unit becomes a row and a row the same unit; what counts of a text is the same for every way of writing it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.stored import unit
from translate.data import CodeKind, InlineCode, Note, Origin, State, TranslationUnit, Variant
from translate.formats.fields import make_name
from translate.memory.dates import date_of
from translate.memory.rows import (
    Languages,
    columns_of,
    contexts_of,
    details_of,
    digest_of,
    digests_of,
    is_half,
    name_column,
    plain,
    tagged,
    texts_of,
    unit_of_row,
)

LANGUAGES = Languages("fr", "en")
TEXTS = st.text(st.sampled_from("aé'\u2019\u02bc \u00a0\u202f\u2009e\u0301."), max_size=8)
START, END = InlineCode(0, 3, CodeKind.START, 1), InlineCode(7, 11, CodeKind.END, 1)


def with_properties(**dates: str) -> TranslationUnit:
    properties = tuple((name.replace("_", "@"), value) for name, value in dates.items())
    return replace(unit("Un", "One"), properties=properties)


@pytest.mark.parametrize(
    ("properties", "neighbours"),
    [
        ({"prev": "Avant.", "next": "Après."}, ("Avant.", "Après.")),
        ({"prev": "Avant."}, ("Avant.", None)),
        ({"file": "a.txt"}, (None, None)),
        ({"source/x-context-post": "<seg>Prix &lt; 5 &amp; &quot;port&quot;</seg>"}, (None, 'Prix < 5 & "port"')),
        (
            {"source/x-context-pre": "<seg>Un <bpt i='1'/>mot</seg>", "source/x-context-post": "<seg></seg>"},
            (None, None),
        ),
    ],
)
def test_the_neighbours_that_other_tools_name_are_known(
    properties: dict[str, str], neighbours: tuple[str | None, str | None]
) -> None:
    one = replace(unit("Un", "One"), properties=tuple(properties.items()))
    assert contexts_of(one) == neighbours
    assert contexts_of(replace(one, context_after="Deux")) == (None, "Deux")


def row_of(one: TranslationUnit) -> tuple[object, ...]:
    """Return the columns that a memory would hold."""
    origin, state, _ = columns_of(one)
    name, changed = name_column(one.name, one.source.text), date_of(one)
    context = one.context_before, one.context_after
    return 1, name, one.target.text, origin, state, one.document, changed, *context, details_of(one, LANGUAGES)


@pytest.mark.parametrize(
    ("one", "other", "are_equal"),
    [
        ("L\u2019été", "L'e\u0301te\u0301", True),
        ("L\u02bcan", "L'an", True),
        ("10\u202f000\u00a0km ", "10 000 km", True),
        ("a\u2009b", "a b", True),
        ("Oui", "oui", False),
        ("a  b", "a b", True),
        ("a \u00a0 b", "a b", True),
        ("a\tb", "a b", False),
        ("« a »", '" a "', False),
    ],
)
def test_apostrophes_and_spaces_alone_do_not_count(one: str, other: str, are_equal: bool) -> None:
    assert (plain(one) == plain(other)) is are_equal
    assert (digest_of(one) == digest_of(other)) is are_equal


@given(TEXTS)
def test_what_counts_of_a_text_is_plain_already(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert not set(plain(text)) & set("\u2019\u02bc\u00a0\u202f\u2009")
    assert unicodedata.is_normalized("NFC", plain(text))


def test_a_digest_fits_a_column_of_32_bits_even_for_half_a_surrogate_pair() -> None:
    for text in ("", "a", "\ud800", "mot " * 5000):
        assert -(1 << 31) <= digest_of(text) < 1 << 31


@given(st.lists(TEXTS | st.text(st.sampled_from("a \0\ud83d\u0301"), max_size=3), max_size=6))
def test_texts_have_the_digests_together_that_each_has_alone(texts: list[str]) -> None:
    assert digests_of(texts) == [digest_of(text) for text in texts]


@pytest.mark.parametrize(
    ("name", "source", "stored"),
    [
        (make_name(7, "Un"), "Un", 7),
        (make_name(7, "Un"), "Deux", make_name(7, "Un")),
        ("7-abc", "Un", "7-abc"),
        ("7-12345678", "Un", "7-12345678"),
        ("x-" + make_name(7, "Un").partition("-")[2], "Un", "x-" + make_name(7, "Un").partition("-")[2]),
        ("", "Un", ""),
    ],
)
def test_of_a_name_that_a_format_made_the_position_is_stored(name: str, source: str, stored: str | int) -> None:
    assert name_column(name, source) == stored
    assert unit_of_row(row_of(replace(unit(source, "One"), name=name)), source, LANGUAGES).name == name


@pytest.mark.parametrize(
    ("text", "codes", "expected"),
    [
        ("plain", (), "plain"),
        ("<b>Chat</b> noir", (START, END), "<g1>Chat</g1> noir"),
        ("a{0}b", (InlineCode(1, 4, CodeKind.ISOLATED, None),), "a<x1/>b"),
        ("a{0}b", (InlineCode(1, 4, CodeKind.START, None),), "a<x1/>b"),
        ("ab", (InlineCode(1, 1, CodeKind.ISOLATED, None), InlineCode(2, 2, CodeKind.ISOLATED, None)), "a<x1/>b<x2/>"),
        (
            "[(x)]",
            (
                InlineCode(0, 1, CodeKind.START, 9),
                InlineCode(1, 2, CodeKind.START, 4),
                InlineCode(3, 4, CodeKind.END, 4),
                InlineCode(4, 5, CodeKind.END, 9),
            ),
            "<g1><g2>x</g2></g1>",
        ),
    ],
)
def test_codes_are_tags_as_omegat_shows_them(text: str, codes: tuple[InlineCode, ...], expected: str) -> None:
    assert tagged(text, codes) == expected


@pytest.mark.parametrize(
    ("one", "has_half"),
    [
        (unit("Un", "One"), False),
        (unit("Un 😀", "One"), False),
        (unit("U\ud83d", "One", name="a"), True),
        (unit("Un", "O\ude00", name="a"), True),
        (unit("Un", "One", context=(None, "\ud83d")), True),
        (unit("Un", "One", name="\ud83d"), True),
    ],
)
def test_half_a_surrogate_pair_is_seen_in_every_text_of_a_unit(one: TranslationUnit, has_half: bool) -> None:
    assert is_half(*texts_of(one)) is has_half


@pytest.mark.parametrize(
    "more",
    [
        {"properties": (("x-client", "Dupont"),)},
        {"notes": (Note("Revoir", "BEA"),)},
        {"score": 0.0},
        {"alignment": "1-2"},
        {"source": Variant("fr-CA", "Un")},
        {"target": Variant("en-GB", "One")},
        {"target": Variant("en", "<b>One</b>", None, (START, InlineCode(6, 10, CodeKind.END, 1)))},
    ],
)
def test_only_what_no_column_holds_is_kept_as_details(more: dict[str, object]) -> None:
    bare = unit("Un", "One", document="a.txt", context=("Avant", None), state=State.APPROVED, origin=Origin.MACHINE)
    assert details_of(bare, LANGUAGES) is None
    rich = replace(bare, **more)  # type: ignore[arg-type]
    details = details_of(rich, LANGUAGES)
    assert details is not None
    assert details.isascii()
    assert "Avant" not in details
    assert unit_of_row(row_of(rich), rich.source.text, LANGUAGES) == rich


@given(
    TEXTS,
    TEXTS,
    st.sampled_from(Origin),
    st.none() | st.sampled_from(State),
    st.none() | TEXTS,
    st.none() | st.floats(0, 100),
)
def test_a_row_gives_its_unit_back(
    source: str, target: str, origin: Origin, state: State | None, beside: str | None, score: float | None
) -> None:
    one = replace(
        unit(source, target, origin=origin, state=state, document=beside, context=(beside, None)), score=score
    )
    assert unit_of_row(row_of(one), source, LANGUAGES) == one
