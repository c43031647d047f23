"""Links put each piece where its characters stand, in texts that the vocabulary normalises too."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.data import Model
from translate.engines.links import Part, join_links, source_offsets, target_offsets
from translate.engines.pieces import Pieces

LETTERS = st.text(st.sampled_from("aeéœstrl’'«» \u00a0…-–1ÆÇ😀\n"), max_size=25)


@pytest.fixture(scope="module")
def pieces(embedded: Model) -> Pieces:
    return Pieces(embedded)


@settings(max_examples=80, deadline=None)
@given(LETTERS)
def test_pieces_of_a_source_begin_in_order_within_it(pieces: Pieces, text: str) -> None:
    (encoded,) = pieces.encode([text])
    offsets = source_offsets(text, encoded, pieces)
    assert len(offsets) == len(encoded)
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)


@settings(max_examples=80, deadline=None)
@given(LETTERS)
def test_pieces_of_a_target_begin_in_order_within_it(pieces: Pieces, text: str) -> None:
    (encoded,) = pieces.encode_target([text])
    offsets, length = target_offsets(encoded, pieces)
    assert length == len(pieces.decode(encoded))
    assert len(offsets) == len(encoded)
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= length for offset in offsets)


@pytest.mark.parametrize(
    "text", ["Le chat dort.", "L’été, « oui »…", "1\u202f000\u00a0km – fin", "Œuvre d’art", "e\u0301te\u0301"]
)
def test_a_word_begins_where_its_first_piece_does(pieces: Pieces, text: str) -> None:
    (encoded,) = pieces.encode([text])
    offsets = source_offsets(text, encoded, pieces)
    begun = {offset for offset, piece in zip(offsets, encoded, strict=True) if piece.startswith("▁")}
    words = {number for number, letter in enumerate(text) if number == 0 or text[number - 1].isspace()}
    assert {offset for offset in begun if not text[offset].isspace()} <= words | {0}
    assert 0 in begun


def test_pieces_of_plain_text_spell_what_stands_at_their_offsets(pieces: Pieces) -> None:
    text = "The committee adopted the report."
    (encoded,) = pieces.encode_target([text])
    offsets, length = target_offsets(encoded, pieces)
    spelled = [text[a:b].strip() for a, b in zip(offsets, [*offsets[1:], length], strict=True)]
    assert spelled == [piece.removeprefix("▁") for piece in encoded]


def part_of(pieces: Pieces, source: str, target: str, weight: float) -> Part:
    given_pieces, said = pieces.encode([source])[0], pieces.encode_target([target])[0]
    # The end piece of both sides has a column and a row.
    rows = [[weight] * len(given_pieces) + [0.5] for _ in range(len(said) + 1)]
    return Part(source, given_pieces, said, lambda whole=True: rows)


def test_parts_of_a_text_attend_to_their_own_source_alone(pieces: Pieces) -> None:
    text = "Le chat dort ; le chien court"
    first = part_of(pieces, "Le chat dort ; ", "The cat sleeps;", 0.1)
    second = part_of(pieces, "le chien court", "the dog runs", 0.2)
    links = join_links(text, [first, second], pieces)
    assert links is not None
    assert links.source[-1] == len(text)
    assert links.target[-1] == len("The cat sleeps; the dog runs")
    assert len(links.source) == len(first.source) + len(second.source) + 1
    assert len(links.target) == len(links.weights) + 1 == len(first.target) + len(second.target) + 1
    for number, row in enumerate(links.weights):
        is_first = number < len(first.target)
        here = [0.1 if is_first else 0.0] * len(first.source) + [0.0 if is_first else 0.2] * len(second.source)
        assert list(row) == pytest.approx(here)
    assert text[links.source[len(first.source)] :].startswith("le chien")


def test_the_second_of_two_equal_parts_is_looked_for_behind_the_first(pieces: Pieces) -> None:
    parts = [part_of(pieces, "oui, ", "yes,", 0.3), part_of(pieces, "oui, ", "yes,", 0.3)]
    links = join_links("oui, oui, ", parts, pieces)
    assert links is not None
    assert links.source[len(parts[0].source)] == 5


def test_without_attention_there_are_no_links(pieces: Pieces) -> None:
    blind = Part("oui", ["▁oui"], ["▁yes"], None)
    assert join_links("oui", [blind], pieces) is None
    nothing = join_links("", [], pieces)
    assert nothing is not None
    assert (nothing.source, nothing.target, nothing.weights) == ((0,), (0,), ())
