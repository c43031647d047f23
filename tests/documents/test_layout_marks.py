"""Titles between rules and directives of reStructuredText keep their signs outside of the text."""

from __future__ import annotations

import pytest

from translate.documents.layout import lay_out


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("-----Message transféré-----\n", ["-----", "Message transféré", "-----\n"]),
        ("*** Fin de la liste ***", ["*** ", "Fin de la liste", " ***"]),
        ("=== Un titre", ["", "=== Un titre", ""]),
        (".. note:: Fermez la porte.\n", [".. note:: ", "Fermez la porte.", "\n"]),
        (".. Une remarque", ["", ".. Une remarque", ""]),
    ],
)
def test_signs_stand_outside_of_the_text(line: str, pieces: list[str]) -> None:
    (block,) = lay_out(line)
    assert [block.lead, block.text, block.trail] == pieces


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Le tarif ~~12 €~~ 10 €, ~~hors taxes~~.", ["12 €", "hors taxes"]),
        ("Le tarif ~~ 12 € ~~, ~~~ou~~~ ~5, ~~~~, ~~a ~~", []),
    ],
)
def test_what_is_struck_out_stands_between_codes(text: str, struck: list[str]) -> None:
    (block,) = lay_out(text)
    starts, ends = block.codes[::2], block.codes[1::2]
    assert [block.text[start.end : end.start] for start, end in zip(starts, ends, strict=True)] == struck
    assert [start.pair for start in starts] == [end.pair for end in ends]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Un ==mot très important==, un ++ajout++.", {"==mot très important==": "x-mark", "++ajout++": "x-inserted"}),
        (
            "12 m^2^, le XX^e^ et Ca^2+^, H~2~O",
            {"^2^": "superscript", "^e^": "superscript", "^2+^": "superscript", "~2~": "subscript"},
        ),
        ("si a == b ou c == d, i++ ou j++, === oui ===, x ^ y ^ z, ~5~, a~b~, C++ ou C++", {}),
    ],
)
def test_what_is_marked_or_raised_stands_between_codes(text: str, types: dict[str, str]) -> None:
    (block,) = lay_out(text)
    starts, ends = block.codes[::2], block.codes[1::2]
    found = [(block.text[one.start : other.end], one.type) for one, other in zip(starts, ends, strict=True)]
    assert found == list(types.items())
