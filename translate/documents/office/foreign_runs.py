"""Passages in another language within a paragraph: runs that say so, and whose words say so too, become marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.documents.archives.packaged import Reading
from translate.documents.spliced import Item, Kind
from translate.languages import base_code
from translate.languages.identification import guess_language


def keep_foreign(items: Sequence[Item], reading: Reading) -> list[Item]:
    """Return items with a mark in place of each passage that is in another language than the document.

    Marks of languages are often wrong, so the words of the passage decide: more of them must be function words of the
    language that its runs name than of the document's.
    """
    done: list[Item] = []
    position = 0
    while position < len(items):
        language = _language(items[position], reading)
        end = position + 1
        while language and end < len(items) and _language(items[end], reading) == language:
            end += 1
        passage = items[position:end]
        is_whole = end - position == 1 or all(item.begins_run and item.ends_run for item in passage)
        if language and is_whole and is_in(language, "".join(item.text for item in passage), reading.language):
            reading.left_out.add("passages in other languages")
            done.append(_mark(passage))
        else:
            done += passage
        position = end
    return done


def _language(item: Item, reading: Reading) -> str:
    """Return the other language that the run of a text names; empty where there is none."""
    own = item.format.language if item.kind is Kind.TEXT and item.format else ""
    return "" if own in reading.own_languages else own


def is_in(language: str, text: str, source: str) -> bool:
    """Tell whether the words of a text speak for a language more than for the document's, `source`."""
    votes = guess_language(text).votes
    return votes.get(language, 0) > votes.get(base_code(source), 0)


def _mark(passage: Sequence[Item]) -> Item:
    """Return one mark for texts that fill their runs, or for one text."""
    first, last = passage[0], passage[-1]
    if not (first.begins_run and last.ends_run):
        return replace(first, kind=Kind.MARK, type="x-foreign")
    text = "".join(item.text for item in passage)
    return Item(Kind.MARK, first.start, last.end, text, type="x-foreign")
