"""A text is split by the rules of its language, and nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate import RuleError, Segment, UnknownNameError, UsageError, segment
from translate.segmentation import export_srx


def test_segments_are_where_they_say() -> None:
    text = "  M. Dupont dort.\nIl pleut. "
    assert segment(text) == (Segment("M. Dupont dort.", 2, 17), Segment("Il pleut.", 18, 27))
    assert segment("") == segment(" \n ") == ()


def test_the_language_decides() -> None:
    text = "Voir éd. Gallimard. Merci."
    assert [s.text for s in segment(text, language="fr-CA")] == ["Voir éd. Gallimard.", "Merci."]
    assert len(segment(text, language="en")) == 3


def test_the_rules_can_be_a_file(tmp_path: Path) -> None:
    (tmp_path / "own.srx").write_text(export_srx(), encoding="utf-8")
    assert len(segment("Un. Deux.", srx=tmp_path / "own.srx")) == 2
    (tmp_path / "own.srx").write_text("no rules", encoding="utf-8")
    with pytest.raises(RuleError, match=r"own\.srx"):
        segment("Un. Deux.", srx=str(tmp_path / "own.srx"))
    with pytest.raises(RuleError, match=r"none\.srx"):
        segment("Un. Deux.", srx=tmp_path / "none.srx")


def test_a_language_without_rules_is_an_error_that_lists_those_that_have() -> None:
    with pytest.raises(UnknownNameError, match=r"ja.*Known: .*en.*fr"):
        segment("東京。", language="ja")


@pytest.mark.parametrize("text", [None, b"Un. Deux.", 7])
def test_what_is_no_text_is_a_usage_error(text: object) -> None:
    with pytest.raises(UsageError, match="expected a str, not"):
        segment(text)  # type: ignore[arg-type]
