"""Signs that a model cannot write are found with their number and spelled in plain characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.amounts.signs import find_signs, spell_plainly


@pytest.mark.parametrize(
    ("text", "written", "plain"),
    [
        ("2 × 3", "2 ×", "2 x"),
        ("20 cm × 30 cm", "20 cm ×", "20 cm x"),
        ("about ±5 of", "±5", "+/-5"),
        ("at ≤ 3,5 now", "≤ 3,5", "<= 3,5"),
        ("≥−2", "≥−2", ">=−2"),
        ("add 1½ spoons", "1½", "1 1/2"),
        ("¾ of it", "¾", "3/4"),
        ("take 3⁄8 of", "3⁄8", "3/8"),
        ("250 µg a day", "250 µg", "250 ug"),
        ("4 mL·min⁻¹", "4 mL·min⁻¹", "4 mL/min"),
        ("9 kg·m⁻³", "9 kg·m⁻³", "9 kg/m3"),
        ("10 kΩ", "10 kΩ", "10 kohm"),
        ("of 5 m² each", "m²", "m2"),
        ("CO₂ and", "CO₂", "CO2"),
        ("C₆H₁₂O₆", "C₆H₁₂O₆", "C6H12O6"),
    ],
)
def test_a_sign_is_spelled_with_its_number(text: str, written: str, plain: str) -> None:
    assert [(text[start:end], spelled) for start, end, spelled in find_signs(text)] == [(written, plain)]


@pytest.mark.parametrize(
    "text", ["", "×", "a×b", "½x", "x½", "µ", "Ω", "note²", "co₂", "5 m2", "2 x 3", "\ud800½\ud800x"]
)
def test_a_sign_without_its_number_stays(text: str) -> None:
    assert [text[start:end] for start, end, _ in find_signs(text)] == (["½"] if "\ud800" in text else [])


@given(st.text(st.sampled_from("0123456789,. \u202f×±≤½⁄µΩ·⁻¹²kmgLCOH₂é\ud800"), max_size=40))
def test_what_is_found_lies_in_the_text_and_is_spelled_as_by_itself(text: str) -> None:
    for start, end, plain in find_signs(text):
        assert 0 <= start < end <= len(text)
        assert plain == spell_plainly(text[start:end])
        assert not set("×±≤½⁄·⁻¹²₂Ω") & set(plain)


@given(st.text(st.characters(codec="ascii")))
def test_plain_characters_are_left_as_they_are(text: str) -> None:
    assert spell_plainly(text) == text
    assert list(find_signs(text)) == []


@pytest.mark.parametrize("bit", ["½", "1 ", "1·", "µ", "C₂", "a⁻", "2 × ", "Cl"])
def test_a_long_text_is_searched_in_little_time(bit: str) -> None:
    text = bit * (20_000 // len(bit)) + " 5 µg"
    assert (text.rfind("5"), len(text), "5 ug") in set(find_signs(text))
