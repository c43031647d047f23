"""Reader of gettext catalogues whose messages are in the source language: empty translations are filled, and only they.

What is filled is marked `fuzzy`, as everything that nobody has looked at, unless the user approves it beforehand. A
translation without the directives that the flags of its message name (`c-format`) stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.strings.apostrophes import Habit
from translate.documents.strings.filled import Catalogue, CatalogueReader, Mark, Outcome, Place
from translate.documents.strings.po_header import with_languages
from translate.documents.strings.tokens import Escaping, Token, token
from translate.documents.strings.values import is_text
from translate.formats.po.directives import directives_of
from translate.formats.po.entries import Entry, Text, read_entries
from translate.formats.po.strings import escape, iter_read, quoted, wraps

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_HEADER_CHARACTERS = 4096
_MAX_NOTE = 120
"""Characters of a developer's note that goes along; one with a figure may be a limit."""
_FUZZY = re.compile(r"(?:,\s*)?\bfuzzy\b(?:\s*,)?")


def split(native: str) -> Iterator[Token]:
    """Part a string as it is written, without quotation marks, into tokens."""
    return (token(one, shown) for one, shown in iter_read(native))


_ESCAPING = Escaping(split, escape)
_QT_ESCAPING = Escaping(split, escape, re.compile(r"%(?:L?\d{1,2}|n\b)"))


def find_places(catalogue: Catalogue) -> Iterator[Place | Mark]:
    """Yield the places of empty translations, and the marks of their messages."""
    text = catalogue.text
    end = "\r\n" if "\r\n" in text[:_HEADER_CHARACTERS] else "\n"
    has_plurals = "\nmsgid_plural" in text
    is_wrapped = wraps(text)
    texts = (_whole(text, entry.text) for entry in read_entries(text) if entry.text)
    habit = Habit.of(text, ((_ESCAPING, one) for one in texts))
    for number, entry in enumerate(read_entries(text)):
        assert entry.text
        source = _whole(text, entry.text)
        if not source and not entry.context:
            yield from _header(text, entry, end, has_plurals=has_plurals)
            continue
        context = _whole(text, entry.context) if entry.context else ""
        path = f"{context}.{source}" if context else source
        empty = {form: one for form, one in sorted(entry.targets.items()) if not _whole(text, one)}
        if not empty or entry.is_fuzzy or not catalogue.keys.offers(path, _read(source), is_text):
            continue
        about = f"message {number}" + (f", context {_read(context)}" if context else "") + _limit_of(text, entry)
        places = [
            _place(text, entry, form, about + (f", plural form {form}" if entry.plural else ""), end, is_wrapped, habit)
            for form in empty
        ]
        if not catalogue.is_finished:
            yield _flag(text, entry, end, tuple(places))
        yield from places


def _limit_of(text: str, entry: Entry) -> str:
    """Return how long a translation may be, as flags or the developer say."""
    limit = entry.limit(text)
    if limit:
        return f", max. {limit} characters"
    notes = (comment[2:].strip() for comment in entry.comments if comment.startswith("#. "))
    return "".join(f", {note}" for note in notes if any(map(str.isdigit, note)) and len(note) <= _MAX_NOTE)


def _place(text: str, entry: Entry, form: int, about: str, end: str, is_wrapped: bool, habit: Habit) -> Place:
    """Return where a translation goes, which stays empty where it lacks a directive."""
    target = entry.targets[form]
    source = entry.text if form == 0 or entry.plural is None else entry.plural
    assert source
    whole = _whole(text, source)
    flags = text[slice(*entry.flags)] if entry.flags else ""
    directives = directives_of(flags, _read(whole)) if flags else ()
    keyword = f"msgstr[{form}]" if entry.plural else "msgstr"
    native = text[target.start : target.end]

    def write(written: str) -> str:
        if flags and directives_of(flags, _read(written)) != directives:
            return native
        return quoted(written, len(keyword), end, wraps=is_wrapped)

    escaping = _QT_ESCAPING if "qt-" in flags or "kde-" in flags else _ESCAPING
    return Place(target.start, target.end, whole, habit.escaping_of(escaping, whole), write, about)


def _header(text: str, entry: Entry, end: str, *, has_plurals: bool) -> Iterator[Mark]:
    """Yield the marks of a header, which names its target, and is no draft of a header any more."""
    if entry.flags and entry.is_fuzzy:
        start, stop = entry.flags
        rest = _FUZZY.sub("", text[start + 2 : stop]).strip()
        stop = stop if rest else min(len(text), stop + len(end))
        yield Mark(start, stop, lambda _: f"#, {rest}" if rest else "")
    target = entry.targets[min(entry.targets)]
    header = text[target.start : target.end]

    def write(outcome: Outcome) -> str:
        charset = "UTF-8" if outcome.leaves_encoding else ""
        return with_languages(header, outcome.language, end=end, has_plurals=has_plurals, charset=charset)

    yield Mark(target.start, target.end, write)


def _whole(text: str, string: Text) -> str:
    """Return a string as it is written, without its quotation marks and line ends."""
    return "".join(text[start:end] for start, end in string.pieces)


def _read(whole: str) -> str:
    return "".join(one.text for one in split(whole))


def _flag(text: str, entry: Entry, end: str, places: tuple[Place, ...]) -> Mark:
    """Return the mark of a message that nobody has looked at."""
    if entry.flags:
        start = entry.flags[0] + text[entry.flags[0] : entry.flags[1]].index(",") + 1
        return Mark(start, start, lambda _: " fuzzy,", places)
    return Mark(entry.start, entry.start, lambda _: f"#, fuzzy{end}", places)


READER = CatalogueReader("po", find_places, _CHARSET)
