"""A step that is off changes nothing, and tells what it would have put right where the checks cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from translate.care.base import Change, Request, Revision, Step
from translate.care.lost.watching import Watching, differs, iter_on
from translate.data import Issue, Passage, Severity
from translate.engines.base import Draft


class Changing(Step):
    """Takes back all changes, makes those it is told to, and has something to say."""

    name = "rarities"

    def __init__(self, *changes: Change) -> None:
        self._changes = changes

    def before(self, request: Request) -> Request:
        raise AssertionError("a step that is off prepares nothing")

    def after(self, revision: Revision) -> Iterator[Change | Issue]:
        revision.changes.clear()
        yield from self._changes
        yield Issue("seen", Severity.INFO, "")


def change(old: str, new: str, text: str = "Around the milk") -> Change:
    return Change(text.index(old), text.index(old) + len(old), new, "rarities", "reason")


def watched(*changes: Change) -> tuple[list[Issue], Revision]:
    request = Request(Passage("Versez le lait"))
    revision = Revision(request, Draft("Around the milk", 0.0), [], "Around the milk", [change("milk", "Milk")])
    (step,) = iter_on([Changing(*changes)], ("rarities",))
    assert step.before(request) is request
    found = list(step.after(revision))
    assert all(isinstance(one, Issue) for one in found)
    return [one for one in found if isinstance(one, Issue)], revision


def test_what_is_not_put_right_is_told_and_stays() -> None:
    (seen, undone), revision = watched(change("Around", "Pour"), change("milk", "cream"))
    assert seen.check == "seen"
    assert (undone.check, undone.severity, undone.value) == ("rare_words", Severity.WARNING, 2.0)
    assert undone.message == "Not corrected, because the step rarities is off: Around (Pour); milk (cream)."
    assert revision.changes == [change("milk", "Milk")]


def test_capitals_and_marks_alone_are_not_worth_telling() -> None:
    assert [one.check for one in watched(change("Around", "around"))[0]] == ["seen"]
    assert not differs(change("milk", "'Milk'"), "Around the milk")
    assert differs(change("milk", "mink"), "Around the milk")


@pytest.mark.parametrize(
    ("without", "kinds"), [((), [Changing]), (("rarities",), [Watching]), (("names",), [Changing])]
)
def test_only_a_step_that_is_off_is_watched(without: tuple[str, ...], kinds: list[type[Step]]) -> None:
    assert [type(step) for step in iter_on([None, Changing()], without)] == kinds


def test_other_steps_that_are_off_are_gone() -> None:
    class Silent(Step):
        name = "measures"

    assert list(iter_on([Silent()], ("measures",))) == []
