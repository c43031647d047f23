"""How the pairs of inline codes lie in a text."""

from __future__ import annotations

import pytest

from translate.data import CodeKind, InlineCode
from translate.text.inline.codes import is_nested

START, END, ALONE = CodeKind.START, CodeKind.END, CodeKind.ISOLATED


@pytest.mark.parametrize(
    ("pairs", "nested"),
    [
        ([], True),
        ([(START, 1), (START, 2), (END, 2), (END, 1)], True),
        ([(START, 1), (END, 1), (START, 2), (END, 2)], True),
        ([(START, 1), (START, 2), (END, 1), (END, 2)], False),
        ([(END, 1)], False),
        ([(START, 1)], False),
        ([(START, None), (ALONE, None), (START, 3), (END, 3)], True),
    ],
)
def test_nesting_is_that_of_elements(pairs: list[tuple[CodeKind, int | None]], nested: bool) -> None:
    assert is_nested([InlineCode(at, at, kind, pair) for at, (kind, pair) in enumerate(pairs)]) is nested
