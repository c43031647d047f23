"""What is loaded for a run: a glossary once, as long as it says the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translate.config import Config, EngineConfig
from translate.errors import GlossaryError
from translate.run.loading import load_tools
from translate.terms.terminology import Terminology


def terms_of(path: Path, config: Config | None = None) -> Terminology | None:
    found = config or Config(engine=EngineConfig(name="echo"))
    return load_tools(replace(found, engine=replace(found.engine, glossary=str(path)))).terminology


def test_a_glossary_is_read_once_wherever_it_lies_and_again_where_it_says_something_else(tmp_path: Path) -> None:
    one, other = tmp_path / "one.tsv", tmp_path / "other.tsv"
    one.write_text("port\tharbour\n", encoding="utf-8")
    other.write_text("port\tharbour\n", encoding="utf-8")
    first = terms_of(one)
    assert first is not None
    assert first.targets[0] == "harbour"
    assert terms_of(other) is first
    one.write_text("port\tdocks\n", encoding="utf-8")
    changed = terms_of(one)
    assert changed is not None
    assert changed.targets[0] == "docks"


def test_a_glossary_of_another_region_is_another(tmp_path: Path) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text("port\tharbour\n", encoding="utf-8")
    own = Config(engine=EngineConfig(name="echo"))
    assert terms_of(path, own) is not terms_of(path, replace(own, target_language="en-US"))


def test_a_glossary_that_is_wrong_or_missing_is_refused_each_time_with_its_own_place(tmp_path: Path) -> None:
    for name, text in (("one.tsv", "port\n"), ("other.tsv", "port\n"), ("missing.tsv", None)):
        path = tmp_path / name
        if text is not None:
            path.write_text(text, encoding="utf-8")
        with pytest.raises(GlossaryError, match=name):
            terms_of(path)
