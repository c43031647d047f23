"""Plain values in the cache folder: what was put there comes back, and anything else is as nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.files import Remembered, kept, kept_or_made, read_kept, write_kept

VALUE = ("é", 1, None, True, [2.5, ("x", frozenset("ab"))], {"k": b"\0"})


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path))
    return tmp_path


def test_what_was_put_there_comes_back() -> None:
    assert read_kept("some/value") is None
    write_kept("some/value", VALUE)
    assert read_kept("some/value") == VALUE
    assert read_kept("some/other") is None


def test_a_value_is_made_once_for_what_it_depends_on() -> None:
    made = []

    def make() -> tuple[int, ...]:
        made.append(len(made))
        return tuple(made)

    assert [kept_or_made("some", facts, make) for facts in (b"a", b"a", b"b", b"a")] == [(0,), (0,), (0, 1), (0,)]
    assert kept_or_made("other", b"a", make) == (0, 1, 2)


@pytest.mark.parametrize("damage", [lambda text: text[:-1], lambda text: "", lambda text: "0" + text[1:] + "="])
def test_what_is_not_whole_is_as_nothing(own_cache: Path, damage: object) -> None:
    write_kept("value", VALUE)
    (path,) = own_cache.iterdir()
    assert callable(damage)
    path.write_text(damage(path.read_text()))
    assert read_kept("value") is None


def test_another_release_of_python_has_its_own_place(monkeypatch: pytest.MonkeyPatch) -> None:
    write_kept("value", VALUE)
    here = kept._own("value")
    monkeypatch.setattr(kept.sys, "version_info", type("Version", (), {"major": 3, "minor": 99}))
    assert kept._own("value") != here
    assert read_kept("value") is None


def test_a_folder_that_cannot_be_written_costs_time_alone(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own_cache / "file").write_text("")
    monkeypatch.setenv("BITEXTE_CACHE", str(own_cache / "file"))
    write_kept("value", VALUE)
    assert read_kept("value") is None


def test_what_a_process_made_the_next_one_knows(own_cache: Path) -> None:
    first, second = (Remembered(lambda: "lengths", 8) for _ in range(2))
    assert first.find("abc", lambda text: (len(text),)) == (3,)
    first.write()
    assert second.find("abc", lambda text: pytest.fail("made anew")) == (3,)
    assert second.find("de", lambda text: (len(text),)) == (2,)
    second.write()
    assert read_kept("lengths") == {"abc": (3,), "de": (2,)}


def test_what_was_made_is_not_made_again_before_it_is_written() -> None:
    some = Remembered[tuple[str, int]](lambda: "lengths", 8)
    made = [some.find(("abc", 1), lambda key: [len(key)]) for _ in range(2)]
    assert made[0] is made[1]


def test_a_file_that_grew_too_long_begins_anew(own_cache: Path) -> None:
    for texts in ("ab", "cd", "e"):
        some = Remembered(lambda: "lengths", 4)
        assert [some.find(text, lambda one: (one,)) for text in texts] == [(text,) for text in texts]
        some.write()
    assert read_kept("lengths") == {"e": ("e",)}


def test_a_process_that_made_nothing_writes_nothing(own_cache: Path) -> None:
    Remembered(lambda: "lengths", 4).write()
    assert list(own_cache.iterdir()) == []


def test_no_more_is_remembered_than_fits(own_cache: Path) -> None:
    some = Remembered(lambda: "lengths", 2)
    assert [some.find(text, len) for text in ("a", "bc", "def")] == [1, 2, 3]
    some.write()
    assert read_kept("lengths") == {"a": 1, "bc": 2}
