"""How English letters and speeches begin, and letters end: whom they address comes in, what English says goes out."""

from __future__ import annotations

from translate.text.amounts.measures import Closing, ClosingLead, Greeting, Value, WrittenMeasure

_WORDS = {"hello": "Hello", "evening": "Good evening"}
_PERSONS = {"madam": "Madam", "sir": "Sir", "madams": "ladies", "sirs": "gentlemen", "miss": "Miss"}
_BOTH = {"Madam and Sir": "Sir or Madam", "Sir and Madam": "Sir or Madam"}
_LETTERS = {"ladies": "Ladies", "gentlemen": "Sirs", "ladies and gentlemen": "Ladies and Gentlemen"}
"""Whom *Dear* addresses otherwise."""

_LEADS: dict[ClosingLead, str] = {
    "answer": "{I} look forward to hearing from you.",
    "favour": "{I} hope to receive a favourable reply.",
    "meeting": "{I} look forward to meeting you.",
    "questions": "{I} remain at your disposal for any further information.",
    "disposal": "{I} remain at your disposal.",
    "thanks": "Thank you in advance.",
    "reply": "Thank you in advance for your reply.",
    "understanding": "Thank you for your understanding.",
    "attention": "Thank you for your attention.",
    "help": "Thank you in advance for your help.",
    "trust": "Thank you for your trust.",
}


def write_greeting(value: Value) -> WrittenMeasure | None:
    """Return what English says for a greeting, or for the end of a letter; None of another value."""
    if isinstance(value, Closing):
        said = [_LEADS[lead].format(I="We" if value.is_many else "I") for lead in value.leads]
        return WrittenMeasure(" ".join([*said, "Yours sincerely," if value.is_warm else "Yours faithfully,"]))
    if not isinstance(value, Greeting):
        return None
    is_dear = value.word == "dear" or (value.word == "hello" and value.is_letter)
    names = " and ".join(_PERSONS[person] for person in value.persons)
    names = _BOTH.get(names, names)
    if not is_dear:
        return WrittenMeasure(f"{_WORDS[value.word]} {names}")
    return WrittenMeasure(f"Dear {_LETTERS.get(names) or names}")
