"""Each rule file of a language has right and wrong examples beside it, and the rules agree with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.languages.care_judges import JUDGES
from tests.languages.examples import FOLDER, SEGMENTATION, SUFFIX, Example, parse_examples, rule_files
from translate.languages import find_language, known_languages

RULE_FILES = [path for code in known_languages() for path in rule_files(FOLDER / code) if path.name != SEGMENTATION]
NAMES = [f"{path.parent.name}/{path.name}" for path in RULE_FILES]
EXAMPLES = sorted(FOLDER.glob(f"*/*{SUFFIX}"))


@pytest.mark.parametrize("path", RULE_FILES, ids=NAMES)
def test_a_rule_file_has_examples_and_a_judge(path: Path) -> None:
    assert path.with_name(path.stem + SUFFIX).is_file()
    assert path.stem in JUDGES


@pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*/*.examples.*")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_examples_have_a_rule_file(path: Path) -> None:
    stem = path.name.partition(".")[0]
    assert stem in {rule.stem for rule in rule_files(path.parent)}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_rules_agree_with_the_examples(path: Path) -> None:
    judge, language = JUDGES[path.name.removesuffix(SUFFIX)], find_language(path.parent.name)
    examples = parse_examples(path.read_text(encoding="utf-8"))
    assert [one for one in examples if judge(language, *one.fields) is not one.is_right] == []


@pytest.mark.parametrize(
    "source",
    [
        "",
        "# only a comment\n",
        "right\ta\tb\n",
        "wrong\ta\tb\n",
        "right\ta\tb\nwrong\ta\n",
        "right\ta\nwrong\tb\nright\ta\n",
        "right\ta\nwrong\t\n",
        "right\ta\n\nwrong\tb\n",
        "right\ta\nfalse\tb\n",
        "right\nwrong\n",
    ],
)
def test_a_malformed_file_of_examples_fails(source: str) -> None:
    with pytest.raises(ValueError, match="example"):
        parse_examples(source)


def test_fields_are_read_with_their_signs() -> None:
    (first, _) = parse_examples("# text, value\nright\t1~000¬€\t-\nwrong\ta\tb\n")
    assert first == Example(2, True, ("1\u00a0000\u202f€", ""))
