"""What has nothing to translate is its own target; where nothing came out there is an error."""

from __future__ import annotations

from dataclasses import replace

from tests.care.coded import coded
from translate.care.base import Request
from translate.care.tasks import Task, carry, finish
from translate.data import Origin, Passage, Severity, Stage


def test_a_carried_passage_keeps_its_codes_and_says_why() -> None:
    passage = coded("A <bold>B</bold>")
    plain = carry(Request(passage, ()))
    assert (plain.text, plain.codes, plain.origin, plain.edits) == ("A B", passage.codes, Origin.CARRIED, ())
    (edit,) = carry(replace(Request(passage, ()), carried="a signature")).edits
    assert (edit.stage, edit.old, edit.new, edit.reason) == (Stage.INSTEAD, "", "A B", "a signature")


def test_a_task_that_nothing_came_of_is_an_error() -> None:
    made = finish(Task(Request(Passage("Un mot"), ())))
    assert (made.text, made.score) == ("", 0.0)
    assert [(issue.check, issue.severity) for issue in made.issues] == [("empty", Severity.ERROR)]
