"""Rules, translated: what the cache folder gives is what translating gives, and no rule of others is taken for ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import RuleError
from translate.segmentation import entries, segmenter
from translate.segmentation.entries import find_kept, translate_rule
from translate.segmentation.rules import Rule, SrxFile
from translate.segmentation.segmenter import load_segmenter, own_rules
from translate.segmentation.srx import read_srx

TEXT = "M. Dupont est là. Il a 3,5 ans ! « Vraiment ? » dit-elle. Oui."


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path))
    return tmp_path


def _refuse(*arguments: object) -> None:
    raise AssertionError(f"made anew: {arguments}")


@pytest.mark.parametrize("language", sorted(own_rules()))
def test_kept_rules_are_the_translated_ones(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = read_srx(own_rules()[language]).rules_for(language)
    made = [translate_rule(rule) for rule in rules]
    assert find_kept(rules) == made
    monkeypatch.setattr(entries, "translate_rule", _refuse)
    kept = find_kept(rules)
    assert kept == made
    assert [one.surroundings.flags for one in kept] == [one.surroundings.flags for one in made]


def test_a_rule_that_differs_by_a_character_is_translated_anew() -> None:
    one, other = Rule("rule 1", True, "a", "b"), Rule("rule 1", True, "a", "c")
    assert find_kept([one])[0].expression != find_kept([other])[0].expression


def test_the_place_of_a_rule_is_no_part_of_what_is_kept() -> None:
    here, there = Rule("rule 1", True, "a", "b", "here.srx", 3), Rule("rule 7", True, "a", "b", "there.srx", 9)
    assert [find_kept([rule])[0].rule for rule in (here, there)] == [here, there]


def test_a_pattern_that_is_none_names_its_rule() -> None:
    with pytest.raises(RuleError, match=r"rule 1 of 'x' \(before '\(', after ''\)"):
        translate_rule(Rule("rule 1 of 'x'", True, "(", ""))


@pytest.mark.parametrize("language", sorted(own_rules()))
def test_a_kept_file_says_what_the_file_says(language: str) -> None:
    file = read_srx(own_rules()[language])
    assert SrxFile.of(file.path, file.plain) == file


def test_a_second_start_reads_no_xml_and_breaks_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_segmenter("fr")
    monkeypatch.setattr(segmenter, "_read_srx", _refuse)
    second = load_segmenter("fr")
    assert second.signature == first.signature
    assert second.segment(TEXT) == first.segment(TEXT)
