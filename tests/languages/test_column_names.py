"""What the columns of a table are called: by languages, by roles, by both."""

from __future__ import annotations

import pytest

from translate.languages.column_names import code_of_column, languages_beside, role_of_column, without_numbers


@pytest.mark.parametrize(
    ("name", "role", "code"),
    [
        ("fr", None, "fr"),
        ("fr_CA", None, "fr-CA"),
        ("Français (Canada)", None, "fr"),
        ("French (fr-CA)", None, "fr-CA"),
        ("source", "source", None),
        ("Source text", "source", None),
        ("Terme source", "source", None),
        ("Segment cible", "target", None),
        ("target_text", "target", None),
        ("source (fr)", "source", "fr"),
        ("Term:fr-CA", None, "fr-CA"),
        ("translation en", "target", "en"),
        ("Term", "source", None),
        ("Interdit", "forbidden", None),
        ("The source of the river", None, None),
        ("source target", None, None),
        ("fr to en", None, None),
        ("name", None, None),
        ("Oui", None, None),
    ],
)
def test_a_name_says_a_role_a_language_or_both(name: str, role: str | None, code: str | None) -> None:
    assert (role_of_column(name), code_of_column(name)) == (role, code)


@pytest.mark.parametrize(
    ("codes", "stated", "expected"),
    [
        (["id", "fr", "en"], (), ["", "fr", "en"]),
        (["no", "", "fr", "en"], (), ["", "", "fr", "en"]),
        (["id", "fr"], (), ["id", "fr"]),
        (["id", "fr", "en"], ("id", "en"), ["id", "fr", "en"]),
    ],
)
def test_a_column_that_numbers_the_rows_is_no_language(
    codes: list[str], stated: tuple[str, ...], expected: list[str]
) -> None:
    assert without_numbers(codes, stated) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["loutre", "otter", "FR", "EN-GB"], ("fr", "en-GB")),
        (["source", "target", "fr", "en"], None),
        (["loutre", "otter", "FR", "animal"], None),
        (["loutre", "otter"], None),
    ],
)
def test_two_languages_behind_two_texts_are_theirs(cells: list[str], expected: tuple[str, str] | None) -> None:
    assert languages_beside(cells) == expected
