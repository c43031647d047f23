"""What stands for a word goes to the model as one, and what was cut out has a place that no attention can spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.care.test_tying import passage_of
from translate.care.base import Change, Request, Revision
from translate.care.composing import restore
from translate.care.placing import Placing
from translate.engines.base import Draft, Links

PLACING = Placing("X_#")


def spoiled(source: str, target: str) -> Links:
    """Return attention that says nothing: every piece of the target looks at the first of the source."""
    pieces, words = source.split(" "), target.split(" ")
    starts = [sum(len(word) + 1 for word in words[:n]) for n in range(len(words))]
    row = (1.0, *(0.0 for _ in pieces[1:]))
    before = [sum(len(piece) + 1 for piece in pieces[:n]) for n in range(len(pieces))]
    return Links((*before, len(source)), (*starts, len(target)), tuple(row for _ in words))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Cliquez sur ![icône](a.png) ici", "Cliquez sur X_1 ici"),
        ("![Insigne](a.png) Le projet", "Le projet"),
        ("Le bouton ![vert](a.png) brille", "Le bouton brille"),
        ('Le <abbr title="Centre">CH</abbr> ouvre', "Le X_1 ouvre"),
        ('L\'<abbr title="Nations unies">ONU</abbr> agit', "L'ONU agit"),
        ("Soit $x$ un nombre", "Soit X_1 un nombre"),
        ("Merci de votre<br>visite", "Merci de votre visite"),
    ],
)
def test_what_the_model_sees(tmp_path: Path, text: str, asked: str) -> None:
    assert PLACING.before(Request(passage_of(tmp_path, text))).text == asked


@pytest.mark.parametrize(
    ("text", "target", "made"),
    [
        ("Le pont date de là[^1].\n\n[^1]: Oui.", "The bridge dates from there.", "The bridge dates from there[^1]."),
        ("Est-ce vrai[^1] ?\n\n[^1]: Oui.", "Is it true?", "Is it true[^1]?"),
        ("Le port de **Brest** est grand", "The big port of Brest", "The big port of **Brest**"),
        ("Il a lu *Germinal*.", "He read Germinal.", "He read *Germinal*."),
    ],
)
def test_a_place_that_is_sure_needs_no_attention(tmp_path: Path, text: str, target: str, made: str) -> None:
    request = PLACING.before(Request(passage_of(tmp_path, text)))
    draft = Draft(target, 0.0, link=lambda whole=True: spoiled(request.text, target))
    revision = Revision(request, draft, [], target)
    revision.changes += [found for found in PLACING.after(revision) if isinstance(found, Change)]
    assert restore(revision).text == made
