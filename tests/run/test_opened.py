"""A configuration opens the memories that it names, and the translator that they may lead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translate.config import Config, MemoryConfig
from translate.errors import UsageError
from translate.run.loading import load_tools
from translate.run.opened import opened

PLAIN = Config()
ECHO = replace(PLAIN, engine=replace(PLAIN.engine, name="echo"))


def test_where_no_memory_is_named_nothing_is_opened_or_made(tmp_path: Path) -> None:
    with opened(tmp_path, load_tools(ECHO)) as (translator, recall, fuzzy):
        assert (recall, fuzzy) == (None, None)
        assert "echo" in translator.signature
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("threshold", [0, 75])
def test_fuzzy_matches_are_opened_beside_exact_ones_where_they_are_asked_for(tmp_path: Path, threshold: int) -> None:
    memory = tmp_path / "memory.tsv"
    memory.write_text("source\ttarget\nBonjour.\tGood day to you.\n", encoding="utf-8")
    config = replace(ECHO, memory=MemoryConfig(files=(str(memory),), fuzzy=threshold))
    with opened(tmp_path, load_tools(config)) as (_, recall, fuzzy):
        assert recall is not None
        assert [match.target for match in recall.find(["Bonjour."])["Bonjour."]] == ["Good day to you."]
        assert (fuzzy is None) is (threshold == 0)


def test_fuzzy_matches_without_a_memory_are_an_error(tmp_path: Path) -> None:
    config = replace(ECHO, memory=MemoryConfig(fuzzy=75))
    with pytest.raises(UsageError, match="give one with --memory"), opened(tmp_path, load_tools(config)):
        pass
