"""Titles in what a model wrote: whether they are those of the source, and what they should be."""

from __future__ import annotations

import regex

from translate.text.proper_names.titles import Title, TitleForms
from translate.text.words import fold, split_words


def has_abbreviated(target: str, own: TitleForms, other: TitleForms) -> bool:
    """Tell whether a target has a title as the source's language shortens it: *M. de Villepin* for « Monsieur de
    Villepin »."""
    return any(target[one.start : one.end] not in other.written.get(one.title, ()) for one in own.iter_persons(target))


def with_its_double(text: str, start: int, end: int, title: str) -> tuple[int, int]:
    """Return the place of a wrong title with the right one behind it: of *Mr Dr Marchand*, *Mr Dr*."""
    after = regex.match(rf"\s{regex.escape(title)}(?!\w)", text[end:])
    return start, end + after.end() if after else end


def key_of(name: str) -> str:
    """Return by what a name is known in another text: its last word, folded."""
    words = split_words(name)
    return fold(words[-1]) if words else ""


def right_title(
    written: str, title: Title, expected: set[Title], all_titles: dict[str, set[Title]], forms: TitleForms
) -> str | None:
    """Return what a title should be; None where it is right, or nobody knows."""
    if any(written in forms.written[one] for one in expected):
        plain = written.removesuffix(".")
        return plain if plain != written and plain in forms.written[title] else None
    if title in expected or len(expected) == 1:
        return forms.written[title if title in expected else next(iter(expected))][0]
    is_foreign = not any(written in ways for ways in forms.written.values())
    known = set().union(*all_titles.values())
    return forms.written[title][0] if is_foreign and title in known and not expected else None
