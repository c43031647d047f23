"""No rule without an example that fails when it is removed: each alternative and each entry of a rule file has one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import regex

from tests.languages.care_judges import JUDGES
from tests.languages.examples import FOLDER, SUFFIX, Example, parse_examples
from tests.languages.mutants import iter_mutants, language_with
from translate.languages import Language

RULE_FILES = sorted(path.with_name(path.name.removesuffix(SUFFIX) + ".py") for path in FOLDER.glob(f"*/*{SUFFIX}"))


def agrees(language: Language, name: str, examples: list[Example]) -> bool:
    try:
        return all(JUDGES[name](language, *example.fields) is example.is_right for example in examples)
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, regex.error):
        return False


def likeliest_first(examples: list[Example], part: str) -> list[Example]:
    """Put those in front that have the longest word of a part: a language without it soon disagrees."""
    word = max(re.findall(r"\w+", part), key=len, default="").lower()
    return sorted(examples, key=lambda one: not any(word in field.lower() for field in one.fields))


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_part_of_a_rule_is_needed_by_an_example(path: Path) -> None:
    examples = parse_examples(path.with_name(path.stem + SUFFIX).read_text(encoding="utf-8"))
    source = path.read_text(encoding="utf-8")
    whole = language_with(path, source)
    assert whole is not None and agrees(whole, path.stem, examples)
    mutants = ((part, language_with(path, mutant)) for part, mutant in iter_mutants(source))
    needless = [
        part for part, language in mutants if language and agrees(language, path.stem, likeliest_first(examples, part))
    ]
    assert needless == []


def test_an_alternative_and_an_entry_are_left_out_one_by_one() -> None:
    source = '"""Doc | string."""\nA = regex(r"a(?:b|[|c]|d\\|e)")\nB = {"f": 1, "g": 2}\n'
    parts = [part for part, _ in iter_mutants(source)]
    assert parts == ["b", "[|c]", "d\\|e", "'f'", "'g'"]
    mutants = [mutant if isinstance(mutant, str) else ast.unparse(mutant) for _, mutant in iter_mutants(source)]
    assert [mutant.splitlines()[1] for mutant in mutants[:3]] == [
        'A = regex(r"a(?:[|c]|d\\|e)")',
        'A = regex(r"a(?:b|d\\|e)")',
        'A = regex(r"a(?:b|[|c])")',
    ]
    assert [mutant.splitlines()[2] for mutant in mutants[3:]] == ["B = {'g': 2}", "B = {'f': 1}"]
