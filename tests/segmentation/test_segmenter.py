"""What the segmenter does beside the rules: it keeps messages whole, and makes its rules ready.

Our own are made ready late, a file's at once, for a mistake in it is to be told before the work.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from translate.data import CodeKind, InlineCode
from translate.segmentation import load_segmenter, segmenter
from translate.segmentation.matcher import RuleMatcher
from translate.segmentation.segmenter import own_rules
from translate.segmentation.srx import Rule


def test_a_message_stays_whole() -> None:
    message = "{n, plural, one {Un fichier. Ouvrez-le.} other {# fichiers. Ouvrez-les.}}"
    code = InlineCode(0, 1, CodeKind.ISOLATED)
    for text, codes in ((f"Il y a {message}. Merci.", ()), (f"*Il y a {message}. Merci.", (code,))):
        parts = load_segmenter("fr").segment(text, codes)
        assert [part.text.lstrip("*") for part in parts] == [f"Il y a {message}.", "Merci."]
    broken = load_segmenter("fr").segment("{n, plural, one {Un fichier. Ouvrez-le.}")
    assert [part.text for part in broken] == ["{n, plural, one {Un fichier.", "Ouvrez-le.}"]


def test_our_own_rules_are_made_ready_once_by_the_first_text_and_those_of_a_file_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[int] = []

    class Matcher(RuleMatcher):
        def __init__(self, rules: Sequence[Rule], *, late: bool = False) -> None:
            made.append(len(rules))
            super().__init__(rules, late=late)

    monkeypatch.setattr(segmenter, "RuleMatcher", Matcher)
    segmenter._late_matcher.cache_clear()
    own, again = load_segmenter("en"), load_segmenter("en")
    assert not made
    for one in (own, again):
        assert [piece.text for piece in one.segment("Yes. No.")] == ["Yes.", "No."]
    assert len(made) == 1
    load_segmenter("en", own_rules()["en"])
    assert len(made) == 2
