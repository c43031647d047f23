"""A table of plug-ins gives each when it is asked for, and lists what there is where a name is unknown."""

from __future__ import annotations

import subprocess
import sys

import pytest

from translate.errors import UnknownNameError, UsageError
from translate.registry import Registry, late_names

TABLE = {"path": "pathlib:Path", "parse": "json:loads", "gone": "translate.nowhere:X", "less": "json:nothing"}


@pytest.fixture
def registry() -> Registry[object]:
    return Registry("plug-in", TABLE)


def test_names_are_in_the_order_of_the_table(registry: Registry[object]) -> None:
    assert list(registry) == ["path", "parse", "gone", "less"]
    assert len(registry) == 4
    assert "path" in registry
    assert "Path" not in registry
    assert 3 not in registry


def test_a_name_gives_its_object(registry: Registry[object]) -> None:
    from json import loads
    from pathlib import Path

    assert registry.load("path") is Path
    assert registry.load("parse") is loads


def test_an_unknown_name_is_a_mistake_of_the_user(registry: Registry[object]) -> None:
    with pytest.raises(UnknownNameError, match=r"^Unknown plug-in 'x'\. Known: gone, less, parse, path\.$") as caught:
        registry.load("x")
    assert isinstance(caught.value, UsageError)


def test_a_table_that_is_wrong_is_a_bug_and_shows_itself(registry: Registry[object]) -> None:
    with pytest.raises(ModuleNotFoundError, match="nowhere"):
        registry.load("gone")
    with pytest.raises(AttributeError, match="nothing"):
        registry.load("less")


def test_a_table_that_is_changed_afterwards_changes_nothing() -> None:
    table = dict(TABLE)
    registry: Registry[object] = Registry("plug-in", table)
    table.clear()
    assert len(registry) == 4


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    code = (
        "import sys; from translate.engines import ENGINES; from translate.formats import FORMATS; "
        "print(len(ENGINES) > 1, len(FORMATS) > 1, *sorted({'torch', 'transformers', 'pyarrow'} & sys.modules.keys()))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["True", "True"]


def test_a_late_name_is_imported_when_it_is_asked_for_and_then_the_packages_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import json

    monkeypatch.setattr(json, "py_scanstring", None, raising=False)  # taken away again afterwards
    monkeypatch.delattr(json, "py_scanstring")
    find = late_names("json", {"py_scanstring": "decoder"})
    assert find("py_scanstring") is json.decoder.py_scanstring  # type: ignore[attr-defined]
    assert vars(json)["py_scanstring"] is json.decoder.py_scanstring  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="module 'json' has no attribute 'other'"):
        find("other")
