"""A corpus is split into parts of which none has a source, a target or a document of another."""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.test_joining import units
from translate.corpus import Tally, split_units
from translate.corpus.splitting import SHARED_TARGET
from translate.data import TranslationUnit

SHARES = [0.8, 0.1, 0.1]


def split(some: list[TranslationUnit], **options: str) -> tuple[list[list[TranslationUnit]], Tally]:
    tally = Tally()
    parts: list[list[TranslationUnit]] = [[], [], []]
    for part, unit in split_units(some, SHARES, 1, tally, **options):
        parts[part].append(unit)
    return parts, tally


def shared(parts: list[list[TranslationUnit]], side: str) -> set[str]:
    """Return what more than one part has, but for case and marks."""
    sets = [{getattr(unit, side).text.lower().strip(".!") for unit in part} for part in parts]
    return (sets[0] & sets[1]) | (sets[0] & sets[2]) | (sets[1] & sets[2])


def test_parts_have_their_shares_and_no_source_in_common() -> None:
    some = units([(f"phrase {'abcdefghij'[number % 10] * (number % 97 + 1)}", str(number)) for number in range(2_000)])
    tally = Tally()
    parts: list[set[str]] = [set(), set(), set()]
    for part, unit in split_units(some, [0.8, 0.1, 0.1], 1, tally):
        parts[part].add(unit.source.text)
    assert not parts[0] & parts[1] and not parts[0] & parts[2] and not parts[1] & parts[2]
    total = sum(map(len, parts))
    assert 0.75 < len(parts[0]) / total < 0.85
    assert (tally.read, tally.kept) == (2_000, 2_000)


def test_a_target_of_several_sources_is_in_one_part_and_what_is_dropped_is_said() -> None:
    targets = ["Yes.", "yes!", "No.", "Perhaps."]
    some = units(
        [(f"phrase {'x' * number}", targets[number % 4] if number % 3 else "y" * number) for number in range(300)]
    )
    parts, tally = split(some)
    assert not shared(parts, "target") and not shared(parts, "source")
    assert tally.dropped == {SHARED_TARGET: 300 - sum(map(len, parts))}
    assert tally.kept == sum(map(len, parts)) > 200
    assert all(parts)


def test_figures_alone_are_no_shared_target() -> None:
    _, tally = split(units([(f"phrase {'x' * number}", str(number)) for number in range(100)]))
    assert tally.kept == 100


def test_a_document_stays_together_and_what_others_have_of_it_is_dropped() -> None:
    some = [
        replace(unit, document=f"d{number // 10}")
        for number, unit in enumerate(units([(f"s{'x' * (n % 250)}", f"t{'y' * (n % 250)}") for n in range(300)]))
    ]
    parts, tally = split(some, by="document")
    documents = [{unit.document for unit in part} for part in parts]
    assert not documents[0] & documents[1] and not documents[0] & documents[2] and not documents[1] & documents[2]
    assert not shared(parts, "source") and not shared(parts, "target")
    assert tally.read == 300 and tally.kept + tally.dropped.total() == 300
    assert len(documents[0]) > 15


def test_the_seed_decides_the_parts() -> None:
    some = units([(f"phrase {'x' * number}", "") for number in range(50)])
    one, same, other = ([part for part, _ in split_units(some, [0.5, 0.5], seed, Tally())] for seed in (1, 1, 2))
    assert one == same != other
