"""Documents as users have them: of each kind of dirt, the gold beads are found and no false unit is accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.aligning.dirt import DIRT, Dirty, Line
from translate.aligning.aligner import Aligner
from translate.aligning.pairing import Pair
from translate.config import AlignmentConfig, Config, DocumentConfig, EngineConfig
from translate.documents import Source
from translate.documents.discovery import kind_of
from translate.errors import DocumentError, UnrelatedError

CONFIG = Config(engine=EngineConfig(name="none"), alignment=AlignmentConfig(scorer="none"))


def plain(text: str) -> str:
    """Return a text without white space of its layout, and without what leads to the number of a page."""
    return " ".join(re.sub(r"(?:(?:\s*\.){4,}\s*\d*|(?<=[^\d\s])\t\d+)\s*$", "", text).split())


def found(case: Dirty, folder: Path, config: Config = CONFIG) -> tuple[list[Line], list[Line]]:
    """Align a pair, and return the texts of the accepted and of the refused units."""
    paths = []
    sides = zip(("source", "target"), case.suffixes, case.encodings, (case.source, case.target), strict=True)
    for name, suffix, encoding, text in sides:
        paths.append(folder / f"{name}{suffix}")
        paths[-1].write_bytes(text.encode(encoding))
    config = replace(config, documents=replace(DocumentConfig(), **case.settings))
    one, other = (Source(path, path.name, kind_of(path)) for path in paths)
    aligner = Aligner(config, None)
    units = list(aligner.iter_units(aligner.align(Pair("pair", one, other))))
    texts = [((plain(unit.source.text), plain(unit.target.text)), is_accepted) for unit, is_accepted in units]
    return [pair for pair, is_accepted in texts if is_accepted], [pair for pair, yes in texts if not yes]


def iter_false(accepted: list[Line], gold: list[Line]) -> Iterator[Line]:
    """Yield units that share no gold bead with both their sides, or that have what has no counterpart."""
    pairs = [pair for pair in gold if all(pair)]
    for unit in accepted:
        shares = any(all(a in b or b in a for a, b in zip(unit, pair, strict=True)) for pair in pairs)
        lone = [one or other for one, other in gold if not (one and other)]
        known = {text for pair in pairs for text in pair}
        if not shares or any(text in side for text in lone if text not in known and len(text) > 3 for side in unit):
            yield unit


@pytest.mark.parametrize("name", [name for name, case in DIRT.items() if not case.refused])
def test_beads_are_found_in_spite_of_dirt(name: str, tmp_path: Path) -> None:
    case = DIRT[name]
    accepted, refused = found(case, tmp_path)
    gold = [(plain(one), plain(other)) for one, other in case.gold]
    missing = [pair for pair in gold if pair not in accepted and pair not in refused]
    assert len(missing) <= (1 - case.least) * len(gold) + 1e-9, missing
    assert not list(iter_false(accepted, gold))


@pytest.mark.parametrize("name", [name for name, case in DIRT.items() if case.refused])
def test_what_is_no_translation_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises((DocumentError, UnrelatedError), match=DIRT[name].refused):
        found(DIRT[name], tmp_path)
