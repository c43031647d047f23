"""Compiled expressions: what is kept finds the same, and what is no expression of ours is never read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

from translate.files import Remembered, read_kept
from translate.text import compiled
from translate.text.compiled import compile_kept, keep_made
from translate.text.late import late

PATTERNS = (
    (r"\p{Lu}[\p{Ll}'’]*+(?=\s)", 0),
    (r"(?<!\w)(?P<day>\d{1,2})(?:er|e)?\s+(?P<month>mai|juin|août)(?!\w)", regex.I),
    (r"[[a-z]--[aeiou]]+|(?i:É+)|(?<=a)b(?P=x)?(?P<x>c)*", regex.VERSION1),
    (r"  a  # with white space  \n  b", regex.VERBOSE),
    (r"(?s:.)\Z|\X{2,}", 0),
    (r"(?:foo){i<=1}", 0),
)
TEXTS = ("Le 1er Mai à Paris, le 12 août.", "ÉTÉ été bcdc abcc", "a b ab\n", "l'eau fo fooo", "")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path))
    monkeypatch.setattr(compiled, "_made", None)
    _forget()
    yield tmp_path


def _forget() -> None:
    """Be a process that has just begun."""
    compiled._made = Remembered(compiled._place, 1024)


def _kept() -> set[str]:
    """Return the expressions that a process finds which begins now."""
    return {pattern for pattern, _ in read_kept(compiled._place()) or ()}


def _refuse(*arguments: object) -> regex.Pattern[str]:
    raise AssertionError(f"compiled anew: {arguments}")


def _found(pattern: regex.Pattern[str]) -> list[object]:
    return [
        [(match.span(), match.groupdict()) for match in pattern.finditer(text)] + [pattern.split(text)]
        for text in TEXTS
    ]


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_what_was_kept_finds_the_same_and_is_not_compiled_again(
    pattern: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = compile_kept(pattern, flags)
    keep_made()
    _forget()
    compiled._unpickler()
    monkeypatch.setattr(regex, "compile", _refuse)
    again = compile_kept(pattern, flags)
    assert again is not first
    assert _found(again) == _found(first)
    assert (again.pattern, again.flags, again.groupindex) == (pattern, first.flags, first.groupindex)


def test_a_late_expression_is_one_that_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert late(r"\p{L}+").findall("à b1") == ["à", "b"]
    keep_made()
    _forget()
    compiled._unpickler()
    monkeypatch.setattr(regex, "compile", _refuse)
    assert late(r"\p{L}+").findall("à b1") == ["à", "b"]


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
