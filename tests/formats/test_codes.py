"""Language codes of other tools are mended into BCP 47, and compared without their regions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.formats.codes import agree, mend_code, primary


@pytest.mark.parametrize(
    ("code", "mended"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("fr_FR", "fr-FR"),
        ("fr-fr", "fr-FR"),
        (" en-us ", "en-US"),
        ("FRA", "fr"),
        ("fre-CA", "fr-CA"),
        ("ger", "de"),
        ("zho_hant_tw", "zh-Hant-TW"),
        ("sr-latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("gsw", "gsw"),
        ("FR-01", "fr"),
        ("en_GB_euro2", "en"),
        ("French", "fr"),
        ("Français (Canada)", "fr"),
    ],
)
def test_a_code_is_mended(code: str, mended: str) -> None:
    assert mend_code(code) == mended


@pytest.mark.parametrize(
    "code", ["", " ", "und", "MUL", "zxx-FR", "mis", "*all*", "frangipane", "f", "fr FR", "-fr", "12"]
)
def test_what_names_no_language_is_none(code: str) -> None:
    assert mend_code(code) is None


@given(st.text(st.sampled_from("frEN-_ é1"), max_size=10))
def test_a_mended_code_needs_no_mending(code: str) -> None:
    mended = mend_code(code)
    assert mended is None or mend_code(mended) == mended


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [("fr", "fr-CA", True), ("zh-Hant-TW", "zh-CN", True), ("fr", "fro", False), ("en", "fr", False)],
)
def test_codes_agree_by_the_language_alone(one: str, other: str, is_one: bool) -> None:
    assert agree(one, other) is agree(other, one) is is_one
    assert primary(one) == one.split("-", maxsplit=1)[0]
