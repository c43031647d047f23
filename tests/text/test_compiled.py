"""Compiled expressions: what is kept finds the same, and what is no expression of ours is never read."""

from __future__ import annotations

import ast
import gc
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import regex

from translate.config import Config
from translate.files import Remembered, read_kept
from translate.run.loading import load_tools, load_translator
from translate.text import compiled
from translate.text.compiled import compile_kept, compile_plain, keep_made
from translate.text.late import _Late, late, late_plain

ROOT = Path(__file__).resolve().parents[2]
PATTERNS = (
    (r"\p{Lu}[\p{Ll}'’]*+(?=\s)", 0),
    (r"(?<!\w)(?P<day>\d{1,2})(?:er|e)?\s+(?P<month>mai|juin|août)(?!\w)", regex.I),
    (r"[[a-z]--[aeiou]]+|(?i:É+)|(?<=a)b(?P=x)?(?P<x>c)*", regex.VERSION1),
    (r"  a  # with white space  \n  b", regex.VERBOSE),
    (r"(?s:.)\Z|\X{2,}", 0),
    (r"(?:foo){i<=1}", 0),
)
PLAIN = (
    (r"(?<!\w)(?P<day>\d{1,2})(?:er|e)?\s+(?P<month>mai|juin|août)(?!\w)", re.IGNORECASE),
    (r"[^\W\d_]+(?:['’-][^\W\d_]+)*+", 0),
    (r"  a  # with white space  \n  b", re.VERBOSE),
    (r"(?i:É+)|(?<=a)b(?P<x>c)*(?(x)d|e)", re.ASCII | re.DOTALL),
    (r"[À-ÿŒœ\u0370-\u03ff\U0001f600-\U0001f64f]{2,}?", 0),
)
TEXTS = ("Le 1er Mai à Paris, le 12 août.", "ÉTÉ été bcdc abcc", "a b ab\n", "l'eau fo fooo", "")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path))
    monkeypatch.setattr(compiled, "_made", None)
    monkeypatch.setattr(compiled, "_made_plain", None)
    _forget()
    yield tmp_path


def _forget() -> None:
    """Be a process that has just begun."""
    compiled._made = Remembered(compiled._place, 1024)
    compiled._made_plain = Remembered(partial(compiled._place, is_plain=True), 1024)


def _kept() -> set[str]:
    """Return the expressions that a process finds which begins now."""
    return {pattern for pattern, _ in read_kept(compiled._place()) or ()}


def _refuse(*arguments: object) -> regex.Pattern[str]:
    raise AssertionError(f"compiled anew: {arguments}")


def _found(pattern: regex.Pattern[str] | re.Pattern[str]) -> list[object]:
    return [
        [(match.span(), match.groupdict()) for match in pattern.finditer(text)] + [pattern.split(text)]
        for text in TEXTS
    ]


@pytest.mark.parametrize(
    ("library", "compile_one", "pattern", "flags"),
    [(regex, compile_kept, *one) for one in PATTERNS] + [(re, compile_plain, *one) for one in PLAIN],
)
def test_what_was_kept_is_what_the_library_makes_and_is_not_compiled_again(
    library: Any, compile_one: Any, pattern: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_itself = library.compile(pattern, flags)
    compile_one(pattern, flags)
    keep_made()
    _forget()
    compiled._unpickler()
    monkeypatch.setattr(regex, "compile", _refuse)
    monkeypatch.setattr(compiled, "_reduce_plain", _refuse)
    again = compile_one(pattern, flags)
    assert again is not by_itself
    assert _found(again) == _found(by_itself)
    assert (again.pattern, again.flags, again.groupindex) == (pattern, by_itself.flags, by_itself.groupindex)


def test_a_python_that_compiles_in_another_way_compiles_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "re", SimpleNamespace(compile=re.compile, DEBUG=re.DEBUG))
    compiled._find_plain_end.cache_clear()
    assert compile_plain(r"\d+").findall("a 12 b 3") == ["12", "3"]
    keep_made()
    compiled._find_plain_end.cache_clear()
    assert read_kept(compiled._place(is_plain=True)) is None


def test_what_is_no_expression_of_pythons_own_is_an_error_too() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compile_plain("(")


def _of_a_start() -> set[str]:
    """Return the late expressions of a translator that is loaded."""
    translator = load_translator(load_tools(Config()))
    gc.unfreeze()  # what pytest froze
    found = {one._make[1] for one in gc.get_objects() if type(one) is _Late}
    gc.freeze()
    assert translator.signature
    return found


def test_expressions_of_sets_are_written_alike_in_every_process() -> None:
    """Else each start would compile them anew, and keep what no other asks for."""
    text = "from tests.text.test_compiled import _of_a_start; print(ascii(sorted(_of_a_start())))"
    own = os.environ | {"PYTHONHASHSEED": "1"}
    done = subprocess.run([sys.executable, "-c", text], env=own, capture_output=True, check=True, text=True, cwd=ROOT)
    there = set(ast.literal_eval(done.stdout))
    assert len(there) > 100
    assert there - _of_a_start() == set()


def test_a_late_expression_is_one_that_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (late(r"\p{L}+").findall("à b1"), late_plain(r"\d+").findall("à b1")) == (["à", "b"], ["1"])
    keep_made()
    _forget()
    compiled._unpickler()
    monkeypatch.setattr(regex, "compile", _refuse)
    monkeypatch.setattr(compiled, "_reduce_plain", _refuse)
    assert (late(r"\p{L}+").findall("à b1"), late_plain(r"\d+").findall("à b1")) == (["à", "b"], ["1"])


def test_a_process_that_compiled_nothing_writes_nothing(own_cache: Path) -> None:
    keep_made()
    assert list(own_cache.iterdir()) == []


def test_flags_tell_expressions_apart() -> None:
    compile_kept("é")
    keep_made()
    _forget()
    assert compile_kept("é", regex.I).findall("É") == ["É"]
    assert compile_kept("é").findall("É") == []


def test_what_other_processes_kept_stays(own_cache: Path) -> None:
    compile_kept("one")
    keep_made()
    _forget()
    compile_kept("two")
    keep_made()
    assert _kept() == {"one", "two"}
    assert len([path for path in own_cache.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize(
    "damage", [lambda text: text[:-3], lambda text: "x" + text[1:], lambda text: "", lambda text: "é"]
)
def test_a_damaged_file_is_one_that_is_not_there(damage: object, own_cache: Path) -> None:
    compile_kept("one")
    keep_made()
    (path,) = (path for path in own_cache.rglob("*") if path.is_file())
    path.write_text(damage(path.read_text()))  # type: ignore[operator]
    _forget()
    assert _kept() == set()
    assert compile_kept("one").match("one")


def test_another_python_or_another_library_has_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    here = compiled._place()
    for module, name in ((sys, "version"), (regex, "__version__")):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, "0")
            compiled._place.cache_clear()
            assert compiled._place() != here
    compiled._place.cache_clear()
    assert compiled._place() == here


def test_what_depends_on_the_place_or_is_long_is_not_kept() -> None:
    long = "|".join(f"word{number}" for number in range(4000))
    for pattern in ("(?L)a", long):
        with_bytes = "(?L)" in pattern
        if not with_bytes:
            assert compile_kept(pattern).match("word3")
        assert not compiled._is_worth_keeping(pattern, 0)
    keep_made()
    assert _kept() == set()


def test_what_is_no_expression_is_an_error_each_time() -> None:
    for _ in range(2):
        with pytest.raises(regex.error):
            compile_kept("(")
        keep_made()
        _forget()


def test_a_cache_that_cannot_be_written_costs_time_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "file" / "below"))
    assert compile_kept("a+").match("aa")
    keep_made()
    _forget()
    assert compile_kept("a+").match("aa")
