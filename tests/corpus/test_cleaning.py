"""Cleaning a memory finds what is better deleted, keeps the best of units that are alike, and keeps what it removes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.memory.stored import made, unit
from translate.config import CheckConfig
from translate.corpus.cleaning import USUAL_FAULTS, Fault, find_faults
from translate.data import CodeKind, InlineCode, Origin, State, TranslationUnit, Variant
from translate.memory.rows import plain

OLD, NEW = "20150101T000000Z", "20250101T000000Z"
_CODE = InlineCode(0, 3, CodeKind.ISOLATED)


@pytest.mark.parametrize(
    ("fault", "units", "removed"),
    [
        (Fault.DUPLICATE, [unit("L'été.", "Summer.", changed=OLD), unit("L\u2019été.", "Summer.", changed=NEW)], [1]),
        (Fault.DUPLICATE, [unit("Oui.", "Yes.", document="a"), unit("Oui.", "Yes.", document="b")], [2]),
        (Fault.DUPLICATE, [unit("Oui.", "Yes."), unit("Oui.", "Indeed."), unit("oui.", "Yes.")], []),
        (
            Fault.CONTRADICTORY,
            [unit("Oui.", "Yes."), unit("Oui.", "Indeed.", state=State.REVIEWED), unit("Non.", "No.")],
            [1],
        ),
        (Fault.CONTRADICTORY, [unit("Oui.", "Yes.", changed=NEW), unit("Oui.", "Indeed.", changed=OLD)], [2]),
        (Fault.NEAR, [unit("Le 3 mai, dix.", "May 3, ten."), unit("le 4 mai dix", "May 4 ten")], [1]),
        (Fault.NEAR, [unit("Le 3 mai.", "May 3."), unit("Le 3 juin.", "June 3.")], []),
        (Fault.NEAR, [unit("Le 3 mai.", "May 3."), unit("Le 3\u00a0mai.", "May 3.", document="b")], []),
        (Fault.MACHINE, [unit("Oui.", "Aye.", origin=Origin.MACHINE), unit("Oui.", "Yes.")], [1]),
        (Fault.MACHINE, [unit("Oui.", "Aye.", origin=Origin.MACHINE), unit("Non.", "No.")], []),
        (
            Fault.MACHINE,
            [unit("Oui.", "Aye.", origin=Origin.MACHINE, state=State.REVIEWED), unit("Oui.", "Yes.")],
            [],
        ),
        (
            Fault.LANGUAGE,
            [
                unit("Le conseil a décidé de la suite.", "Le conseil municipal a décidé de la suite de ce dossier."),
                unit("Le conseil a décidé.", "The council has decided."),
            ],
            [1],
        ),
        (
            Fault.LANGUAGE,
            [
                unit("La porte est ouverte.", "La porte est ouverte."),
                unit("Paris, Lyon, Lille et Metz", "Paris, Lyon, Lille et Metz"),
                unit("On lit la porte est ouverte.", "It reads la porte est ouverte."),
            ],
            [1],
        ),
        (
            Fault.CODES,
            [
                TranslationUnit("a", Variant("fr", "<b/>Oui.", None, (_CODE,)), Variant("en", "Yes."), Origin.HUMAN),
                unit("Bonjour {name}", "Hello {name}"),
                unit("Bonjour %s", "Hello"),
            ],
            [1, 3],
        ),
    ],
)
def test_a_fault_is_found(fault: Fault, units: list[TranslationUnit], removed: list[int], tmp_path: Path) -> None:
    with made(tmp_path / "m.tmdb", units) as memory:
        found = list(find_faults(memory, [fault], CheckConfig()))
    assert len(found) == len(removed)
    if fault is not Fault.NEAR:
        assert sorted(finding.held.number for finding in found) == removed
    assert all(finding.fault is fault and finding.reason for finding in found)


def test_a_sound_memory_has_no_fault(tmp_path: Path) -> None:
    units = [unit("Le chat dort.", "The cat is asleep."), unit("Il a 3 chats.", "He has 3 cats.")]
    with made(tmp_path / "m.tmdb", units) as memory:
        assert not list(find_faults(memory, list(Fault), CheckConfig()))
        assert Fault.CONTRADICTORY not in USUAL_FAULTS


def test_many_targets_of_one_source_are_looked_at_once_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> str:
        read.append(text)
        return plain(text)

    monkeypatch.setattr("translate.corpus.cleaning.plain", counted)
    units = [unit("Oui.", f"Yes {number}.") for number in range(300)]
    with made(tmp_path / "m.tmdb", [*units, unit("Oui.", "Yes  7.", document="b")]) as memory:
        found = list(find_faults(memory, [Fault.DUPLICATE, Fault.MACHINE], CheckConfig()))
    assert [(finding.held.number, finding.reason) for finding in found] == [(301, "unit 8 has the same texts.")]
    assert len(read) < 5 * len(units)
