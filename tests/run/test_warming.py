"""What texts need is read before the first one comes, without a model and without a thread that copies would lack."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from translate.config import Config, EngineConfig, MemoryConfig
from translate.errors import UsageError
from translate.run.warming import warm

TOLD = """
import sys, time
from dataclasses import replace
from translate.config import Config, EngineConfig
from translate.run.loading import load_tools
from translate.run.texts import opened_texts
from translate.run.warming import warm
config = Config(engine=EngineConfig(name="rotate"))
warm(config)
known = set(sys.modules)
with opened_texts(load_tools(config)) as texts:
    list(texts.translate([texts.read("Abc 12 km.", "")]))
print(sorted(name for name in set(sys.modules) - known if name.startswith("translate")))
print("ctranslate2.extensions" in sys.modules, "torch" in sys.modules)
"""


def test_a_text_after_it_imports_nothing_more_and_no_engine_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", TOLD], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\nFalse False\n"


def test_memories_are_not_opened(tmp_path: Path) -> None:
    warm(Config(memory=MemoryConfig(files=(str(tmp_path / "none.tmx"),), fuzzy=75)))


def test_a_configuration_that_cannot_be_used_is_an_error() -> None:
    config = Config()
    with pytest.raises(UsageError, match="nonsense"):
        warm(replace(config, care=replace(config.care, without=("nonsense",))))
    assert EngineConfig().name != "rotate"
