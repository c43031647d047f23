"""Numbers of notes that somebody typed as raised runs: items come in, and go out with a mark for each number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate.documents.note_signs import is_note
from translate.documents.spliced import Item, Kind

_RAISED = "superscript"


def mark_notes(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items of a paragraph; a number or a sign that refers to a note stays behind its word, as marks do."""
    before = ""
    for item in items:
        if item.kind is Kind.TEXT:
            is_raised = item.format is not None and item.format.type == _RAISED
            is_whole = item.begins_run and item.ends_run and not item.text[:1].isalpha()
            if is_raised and is_whole and is_note(item.text, before):
                yield Item(Kind.MARK, item.start, item.end, item.text, type="x-note")
                continue
            before += item.text
        yield item
