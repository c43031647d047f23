"""A check of terms says what is missing and what is forbidden, with its place."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.terms.findings import Finding, find_in_unit
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Terminology

TERMS = Terminology(
    (
        Term("vanne", ("valve", "gate"), TermKind.REQUIRED, 1),
        Term("vanne", ("tap",), TermKind.FORBIDDEN, 2),
        Term("Hydrolux", ("Hydrolux",), TermKind.KEEP, 3),
        Term("", ("utilize",), TermKind.FORBIDDEN, 4),
        Term("avoir", ("credit note",), TermKind.REQUIRED, 5),
        Term("livre", ("pound",), TermKind.REQUIRED, 6),
    ),
    find_language("fr"),
    find_language("en"),
)


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Deux vannes.", "Two gates.", []),
        ("Deux vannes.", "Two of them.", [Finding("missing", "vanne", ("valve", "gate"), 5, 11)]),
        ("La vanne", "The valve, a tap", [Finding("forbidden", "vanne", ("tap",), 3, 8, 13, 16)]),
        ("Hydrolux", "Hydro", [Finding("missing", "Hydrolux", ("Hydrolux",), 0, 8)]),
        ("On s'en sert.", "We utilize it.", [Finding("forbidden", "", ("utilize",), None, None, 3, 10)]),
        ("Un avoir suit.", "A note follows.", [Finding("missing", "avoir", ("credit note",), 3, 8)]),
        ("Ils ont deux chats.", "They have two cats.", []),
        ("Il livre des fleurs.", "He delivers flowers.", []),
        ("Une livre de beurre", "A book of butter", [Finding("missing", "livre", ("pound",), 4, 9)]),
    ],
)
def test_each_breach_has_its_place(source: str, target: str, found: list[Finding]) -> None:
    assert list(find_in_unit(TERMS, source, target)) == found
