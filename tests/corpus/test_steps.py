"""Steps over corpora keep what they must, in bounded memory, whatever the size."""

from __future__ import annotations

import tracemalloc
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import PLAIN, bitext
from translate.config import CheckConfig
from translate.corpus import KEYS, ORDERS, Change, CorpusChecks, Tally, compare, deduplicate, merge_units, sort_units
from translate.corpus import sort as module
from translate.corpus.keys import key_of, loosen
from translate.data import Origin, TranslationUnit, Variant

TEXT = st.text(st.sampled_from("aàbé 1,\u0301"), max_size=3)
UNIT = st.builds(
    lambda name, source, target, score, origin: TranslationUnit(
        name, Variant("fr", source), Variant("en", target), origin, score, document=name
    ),
    st.sampled_from("abc"),
    TEXT,
    TEXT,
    st.none() | st.floats(0, 100),
    st.sampled_from(Origin),
)
CORPUS = st.lists(UNIT, max_size=12)
PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@PROPERTY
@given(units=CORPUS, by=st.sampled_from(list(ORDERS)), is_reversed=st.booleans())
def test_sorting_is_sorting(
    units: list[TranslationUnit], by: str, is_reversed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "UNITS_IN_RUN", 2)
    monkeypatch.setattr(module, "MAX_OPEN_RUNS", 2)
    assert list(sort_units(bitext(units), by, is_reversed=is_reversed)) == sorted(
        units, key=ORDERS[by], reverse=is_reversed
    )


def test_accents_sort_beside_their_letters() -> None:
    words = ["zèbre", "Éclair", "eau", "école", "Ecole", "épée", "f"]
    units = [replace(PLAIN, source=Variant("fr", word)) for word in words]
    found = [unit.source.text for unit in sort_units(bitext(units), "source")]
    assert found == ["eau", "Éclair", "Ecole", "école", "épée", "f", "zèbre"]


@PROPERTY
@given(units=CORPUS, by=st.sampled_from(list(KEYS)), keep=st.sampled_from(["first", "last", "best"]))
def test_one_of_each_key_stays_in_order(units: list[TranslationUnit], by: str, keep: str) -> None:
    tally, dropped = Tally(), list[TranslationUnit]()
    kept = list(deduplicate(units, by, keep, tally, dropped.append))
    keys = [KEYS[by](unit) for unit in kept]
    assert sorted(keys) == sorted(set(map(KEYS[by], units)))
    assert ([unit for unit in units if unit in kept] and units) or not kept
    assert (tally.read, tally.kept, tally.dropped.total()) == (len(units), len(kept), len(dropped))
    assert Counter(map(repr, kept + dropped)) == Counter(map(repr, units))


def test_the_best_comes_from_people_then_scores_highest() -> None:
    units = [replace(PLAIN, name="a", origin=Origin.MACHINE, score=score) for score in (50.0, 90.0, 70.0)]
    assert [unit.score for unit in deduplicate(units, "pair", "best", Tally())] == [90.0]
    units.append(replace(PLAIN, name="d"))
    assert [unit.name for unit in deduplicate(units, "pair", "best", Tally())] == ["d"]


@PROPERTY
@given(corpora=st.lists(CORPUS, max_size=3))
def test_names_are_unique_after_a_merge(corpora: list[list[TranslationUnit]]) -> None:
    tally = Tally()
    merged = list(merge_units(map(bitext, corpora), tally))
    assert len({unit.name for unit in merged}) == len(merged)
    pairs = {(unit.name, unit.source.text, unit.target.text) for units in corpora for unit in units}
    assert len(merged) == tally.kept == len(pairs)
    assert tally.read == sum(map(len, corpora)) == tally.kept + tally.dropped.total()


@PROPERTY
@given(old=CORPUS, new=CORPUS)
def test_differences_lead_from_the_old_corpus_to_the_new(
    old: list[TranslationUnit], new: list[TranslationUnit]
) -> None:
    counts = Counter[str]()
    found = list(compare(old, new, counts))
    before, after = ({(unit.source.text, unit.target.text) for unit in units} for units in (old, new))
    by_change = {
        change: [(d.unit.source.text, d.unit.target.text) for d in found if d.change is change] for change in Change
    }
    gained, lost = after - before, before - after
    assert set(by_change[Change.ADDED]) | set(by_change[Change.CHANGED]) == gained
    replaced = {pair for pair in lost if pair[0] in {source for source, _ in gained}}
    assert set(by_change[Change.REMOVED]) == lost - replaced
    assert {source for source, _ in by_change[Change.CHANGED]} == {source for source, _ in replaced}
    assert all(len(pairs) == len(set(pairs)) == counts[change] for change, pairs in by_change.items())
    assert counts["same"] == len(before & after)


@PROPERTY
@given(units=CORPUS)
def test_corpus_checks_say_what_a_look_at_all_units_says(units: list[TranslationUnit]) -> None:
    with CorpusChecks.open(CheckConfig()) as checks:
        checks.add(units[:5])
        checks.add(units[5:])
        checks.finish()
        found = [{issue.check: issue.value for issue in checks.check(unit)} for unit in units]
    pairs = [(unit.source.text.strip(), unit.target.text.strip()) for unit in units]
    for position, (unit, pair, issues) in enumerate(zip(units, pairs, found, strict=True)):
        targets = {target for source, target in pairs if source == pair[0]} - {pair[1]}
        sources = {source for source, target in pairs if target == pair[1]} - {pair[0]}
        assert issues.get("inconsistent_target", 0) == len(targets)
        assert issues.get("inconsistent_source", 0) == len(sources)
        assert ("duplicate" in issues) == (pair in pairs[:position])
        named = {p for other, p in zip(units[:position], pairs, strict=False) if other.name == unit.name and p != pair}
        assert ("duplicate_name" in issues) == bool(named)


def test_keys_tell_texts_from_each_other() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")
    assert key_of("\ud800") != key_of("")
    assert loosen("  Il a 12,5 % ; « OUI ! » ") == loosen("il a 7 % oui")


@dataclass
class Many:
    """Units that are made anew each time, so that nobody needs to hold them."""

    count: int

    def __iter__(self) -> Iterator[TranslationUnit]:
        for number in range(self.count):
            yield replace(PLAIN, name=str(number), source=Variant("fr", f"{number % 7_000} " + "é" * 2_000))


def test_any_size_passes_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "UNITS_IN_RUN", 500)
    tracemalloc.start()
    assert sum(1 for _ in deduplicate(Many(10_000), "pair", "best", Tally())) == 7_000
    assert sum(1 for _ in sort_units(bitext(Many(3_000)), "source")) == 3_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000, "the texts alone are 40 MB and 12 MB"
