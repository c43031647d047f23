"""TMX in place: units without a translation get a variant, beside those in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.bilingual.bilingualfiles import document_of, filled, offered
from translate.errors import DocumentError

SAY = {"Un mot": "A word", "Deux mots": "Two words", "Un gros mot": "A big word"}


def tmx(body: str) -> str:
    return f'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="fr"/><body>{body}</body></tmx>'


FILLED = {
    "no variant": (
        '<tu><tuv xml:lang="fr"><seg>Un mot</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr"><seg>Un mot</seg></tuv><tuv xml:lang="en"><seg>A word</seg></tuv></tu>',
    ),
    "as far in": (
        '<tu>\r\n  <tuv xml:lang="FR-CA">\r\n    <seg>Un mot</seg>\r\n  </tuv>\r\n</tu>',
        '<tu>\r\n  <tuv xml:lang="FR-CA">\r\n    <seg>Un mot</seg>\r\n  </tuv>\r\n  <tuv xml:lang="en">\r\n'
        "    <seg>A word</seg>\r\n  </tuv>\r\n</tu>",
    ),
    "an empty variant": (
        '<tu><tuv xml:lang="fr"><seg>Un mot</seg></tuv><tuv xml:lang="en-GB" changeid="x"><seg/></tuv></tu>',
        '<tu><tuv xml:lang="fr"><seg>Un mot</seg></tuv><tuv xml:lang="en-GB" changeid="x"><seg>A word</seg></tuv></tu>',
    ),
    "old codes of languages": (
        '<tu><tuv lang="fr"><seg>Un mot</seg></tuv></tu>',
        '<tu><tuv lang="fr"><seg>Un mot</seg></tuv><tuv lang="en"><seg>A word</seg></tuv></tu>',
    ),
    "codes": (
        '<tu><tuv xml:lang="fr"><seg>Un <bpt i="1">&lt;b&gt;</bpt>gros<ept i="1">&lt;/b&gt;</ept> mot</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr"><seg>Un <bpt i="1">&lt;b&gt;</bpt>gros<ept i="1">&lt;/b&gt;</ept> mot</seg></tuv>'
        '<tuv xml:lang="en"><seg>A b<bpt i="1">&lt;b&gt;</bpt>ig w<ept i="1">&lt;/b&gt;</ept>ord</seg></tuv></tu>',
    ),
    "a text within a code": (
        '<tu><tuv xml:lang="fr"><seg>Un mot<ph><sub>Deux mots</sub></ph></seg></tuv></tu>',
        '<tu><tuv xml:lang="fr"><seg>Un mot<ph><sub>Deux mots</sub></ph></seg></tuv>'
        '<tuv xml:lang="en"><seg>A word<ph><sub>Two words</sub></ph></seg></tuv></tu>',
    ),
}


@pytest.mark.parametrize(("before", "after"), FILLED.values(), ids=FILLED)
def test_a_unit_that_waits_is_filled(before: str, after: str, tmp_path: Path) -> None:
    assert filled("tmx", tmx(before), tmp_path, SAY) == tmx(after)
    assert filled("tmx", tmx(before), tmp_path, {}) == tmx(before)


@pytest.mark.parametrize(
    "unit",
    [
        '<tu><tuv xml:lang="fr"><seg>Un mot</seg></tuv><tuv xml:lang="en-US"><seg>Word</seg></tuv></tu>',
        '<tu><tuv xml:lang="de"><seg>Un mot</seg></tuv></tu>',
        '<tu><tuv xml:lang="fr"><seg>12</seg></tuv></tu>',
    ],
)
def test_what_waits_for_nobody_stays(unit: str, tmp_path: Path) -> None:
    assert offered("tmx", tmx(unit), tmp_path) == []


def test_what_is_no_tmx_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="expected tmx"):
        document_of("tmx", "<a/>", tmp_path)
    with pytest.raises(DocumentError, match=r":2:.*not well-formed"):
        offered("tmx", tmx("<tu>"), tmp_path)
