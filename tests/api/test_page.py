"""Every example of docs/python.md runs, and gives what the page says."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import translate

PAGE = Path(__file__).parents[2] / "docs" / "python.md"


def test_every_example_runs_and_gives_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert {language for language, _ in blocks} == {"python"}
    examples = doctest.DocTestParser().get_doctest("\n".join(text for _, text in blocks), {}, PAGE.name, str(PAGE), 0)
    found = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples)
    assert found.failed == 0, capsys.readouterr().out
    assert found.attempted == page.count("\n>>> ") >= 20


def test_the_page_speaks_of_every_function_and_of_nothing_else() -> None:
    page = PAGE.read_text(encoding="utf-8")
    used = set(re.findall(r"translate\.(\w+)", page)) - {"__all__", "errors"}
    assert used <= set(translate.__all__)
    assert {name for name in translate.__all__ if name[0].islower()} <= set(re.findall(r"\w+", page))
