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
from translate.config import CheckConfig, Config
from translate.corpus import (
    KEYS,
    ORDERS,
    Change,
    CorpusChecks,
    Tally,
    compare,
    deduplicate,
    external,
    filter_units,
    merge_units,
    sample_units,
    sort_units,
)
from translate.corpus.consistency import MAX_COUNTED
from translate.corpus.dedup import rank
from translate.corpus.keys import key_of, loosen
from translate.corpus.rivals import Keep
from translate.corpus.steps import Limits, check_languages
from translate.data import Bitext, Issue, Origin, Severity, State, TranslationUnit, Variant
from translate.errors import UsageError

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
    monkeypatch.setattr(external, "RUN_BYTES", 1000)
    monkeypatch.setattr(external, "MAX_OPEN_RUNS", 2)
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
def test_one_of_each_key_stays_in_order(units: list[TranslationUnit], by: str, keep: Keep) -> None:
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
            yield replace(PLAIN, name=str(number), source=Variant("fr", f"{number % 1_750} " + "x" * 16_000))


def test_any_size_passes_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(external, "RUN_BYTES", 4_000_000)
    tracemalloc.start()
    assert sum(1 for _ in deduplicate(Many(2_500), "pair", "best", Tally())) == 1_750
    assert sum(1 for _ in sort_units(bitext(Many(750)), "source")) == 750
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000, "the texts alone are 40 MB and 12 MB"


def scored(
    score: float | None, origin: Origin = Origin.MACHINE, source: str = "Deux.", target: str = "Two."
) -> TranslationUnit:
    return replace(PLAIN, score=score, origin=origin, source=Variant("fr", source), target=Variant("en", target))


@pytest.mark.parametrize(
    ("limits", "unit", "reason"),
    [
        (Limits(), scored(None), None),
        (Limits(min_score=50.0), scored(50.0), None),
        (Limits(min_score=50.0), scored(49.9), "score: below 50"),
        (Limits(min_score=0.0), scored(None), "score: none"),
        (Limits(min_score=0.0), scored(0.0), None),
        (Limits(origins=(Origin.HUMAN,)), scored(None), "origin: machine"),
        (Limits(origins=(Origin.HUMAN, Origin.MACHINE)), scored(None), None),
        (Limits(states=(State.DRAFT,)), scored(None), None),
        (Limits(states=(State.REVIEWED, State.APPROVED)), scored(None), "state: draft"),
        (Limits(min_length=4), scored(None), None),
        (Limits(min_length=5), scored(None), "length: below 5 characters"),
        (Limits(max_length=5), scored(None), None),
        (Limits(max_length=4), scored(None), "length: above 4 characters"),
        (Limits(max_length=1999), scored(None, target="x" * 2000), "length: above 1,999 characters"),
        (Limits(min_score=1.0, origins=(Origin.HUMAN,), min_length=9), scored(0.0), "origin: machine"),
        (Limits(min_score=1.0, min_length=9), scored(0.0), "score: below 1"),
    ],
)
def test_a_unit_outside_of_the_limits_has_the_first_reason(
    limits: Limits, unit: TranslationUnit, reason: str | None
) -> None:
    assert limits.reason(unit) == reason


class _Odd:
    """A check that finds an error in each unit whose name is odd, and a warning in each whose name is even."""

    name = "odd"

    def check(self, unit: TranslationUnit, config: CheckConfig) -> list[Issue]:
        is_odd = int(unit.name) % 2 == 1
        return [Issue("odd" if is_odd else "even", Severity.ERROR if is_odd else Severity.WARNING, "found")]


def test_a_filter_keeps_what_limits_and_checks_accept_with_what_they_found() -> None:
    units = [replace(PLAIN, name=str(n), score=float(n), issues=(Issue("old", Severity.ERROR, ""),)) for n in range(6)]
    tally, dropped = Tally(), list[TranslationUnit]()
    kept = list(filter_units(units, [_Odd()], Config(), Limits(min_score=2.0), tally, dropped.append))
    assert [(unit.name, [issue.check for issue in unit.issues]) for unit in kept] == [("2", ["even"]), ("4", ["even"])]
    assert tally.dropped == {"score: below 2": 2, "check: odd": 2}
    assert (tally.read, tally.kept) == (6, 2)
    assert [unit.name for unit in dropped] == ["0", "1", "3", "5"]
    assert [issue.check for issue in dropped[0].issues] == ["old"], "it was not looked at"
    assert [issue.check for issue in dropped[2].issues] == ["odd"]


def test_a_filter_without_checks_lets_old_findings_be() -> None:
    unit = replace(PLAIN, issues=(Issue("old", Severity.ERROR, ""),))
    assert list(filter_units([unit], [], Config(), Limits(), Tally())) == [unit]


def test_too_many_warnings_are_counted_under_the_first() -> None:
    tally = Tally()
    config = replace(Config(), checks=CheckConfig(max_warnings=1))
    assert list(filter_units([replace(PLAIN, name="2")], [_Odd(), _Odd()], config, Limits(), tally)) == []
    assert tally.dropped == {"check: even": 1}


@PROPERTY
@given(units=CORPUS, count=st.integers(0, 15), random_seed=st.integers(0, 3))
def test_a_sample_has_the_size_asked_for_and_the_order_of_the_corpus(
    units: list[TranslationUnit], count: int, random_seed: int
) -> None:
    numbered = [replace(unit, name=str(n)) for n, unit in enumerate(units)]
    tally = Tally()
    drawn = list(sample_units(numbered, count, None, random_seed, tally))
    assert len(drawn) == min(count, len(units)) == tally.kept
    assert [int(unit.name) for unit in drawn] == sorted(int(unit.name) for unit in drawn)
    assert drawn == list(sample_units(numbered, count, None, random_seed, Tally()))
    assert tally.dropped["not drawn"] == len(units) - len(drawn)
    assert tally.read == len(units)


@pytest.mark.parametrize(
    ("share", "total", "count"), [(0.5, 10, 5), (0.25, 10, 2), (0.35, 10, 4), (1.0, 3, 3), (0.0, 3, 0), (0.5, 1, 0)]
)
def test_a_share_is_rounded_to_the_nearest_unit(share: float, total: int, count: int) -> None:
    units = [replace(PLAIN, name=str(n)) for n in range(total)]
    assert len(list(sample_units(units, None, share, 1, Tally()))) == count


def test_each_unit_is_drawn_about_as_often_as_another() -> None:
    units = [replace(PLAIN, name=str(n)) for n in range(10)]
    drawn = Counter(unit.name for seed in range(500) for unit in sample_units(units, 3, None, seed, Tally()))
    assert len(drawn) == 10
    assert all(100 < count < 200 for count in drawn.values()), drawn


def test_corpora_of_other_languages_do_not_go_together() -> None:
    fr, ca, de = (Bitext(code, "en", [], "") for code in ("fr", "fr-CA", "de"))
    check_languages([])
    check_languages([fr, ca])
    with pytest.raises(UsageError, match=r"in different languages: de to en; fr to en\. Give --source-language"):
        check_languages([fr, ca, de])
    with pytest.raises(UsageError, match="en to fr; fr to en"):
        check_languages([fr, Bitext("en", "fr", [], "")])


def test_a_name_that_comes_again_is_counted_on_past_names_of_that_form() -> None:
    units = [replace(PLAIN, name=name, target=Variant("en", str(n))) for n, name in enumerate(["a", "a~2", "a", "a"])]
    tally = Tally()
    assert [unit.name for unit in merge_units([bitext(units)], tally)] == ["a", "a~2", "a~3", "a~4"]
    assert tally.changed == {"renamed: another unit has the name": 2}
    assert tally.dropped == {}


def test_a_unit_that_comes_again_whole_is_dropped_whatever_its_score() -> None:
    tally, dropped = Tally(), list[TranslationUnit]()
    again = replace(PLAIN, score=1.0, origin=Origin.MACHINE)
    assert list(merge_units([bitext([PLAIN]), bitext([again])], tally, dropped.append)) == [PLAIN]
    assert (tally.dropped, dropped) == ({"same name and texts": 1}, [again])


BETTER = [
    (replace(PLAIN, origin=Origin.HUMAN), replace(PLAIN, origin=Origin.MEMORY, score=100.0)),
    (replace(PLAIN, origin=Origin.MEMORY), replace(PLAIN, origin=Origin.CARRIED)),
    (replace(PLAIN, origin=Origin.CARRIED), scored(100.0)),
    (scored(1.0), replace(scored(100.0), issues=(Issue("a", Severity.WARNING, ""),))),
    (
        replace(scored(1.0), issues=(Issue("a", Severity.WARNING, ""),) * 99),
        replace(scored(2.0), issues=(Issue("a", Severity.ERROR, ""),)),
    ),
    (scored(50.1), scored(50.0)),
    (scored(0.1), scored(None)),
    (replace(PLAIN, issues=(Issue("a", Severity.ERROR, ""),) * 50), replace(scored(100.0), origin=Origin.MEMORY)),
]


@pytest.mark.parametrize(("better", "worse"), BETTER)
def test_people_go_before_findings_and_these_before_scores(better: TranslationUnit, worse: TranslationUnit) -> None:
    assert rank(better) > rank(worse)


def test_mere_information_does_not_count_against_a_unit() -> None:
    assert rank(replace(PLAIN, issues=(Issue("a", Severity.INFO, ""),) * 9)) == rank(PLAIN)


@pytest.mark.parametrize(("keep", "names"), [("first", ["a", "b"]), ("last", ["b", "c"]), ("best", ["b", "c"])])
def test_which_of_the_duplicates_stays(keep: Keep, names: list[str]) -> None:
    units = [
        replace(scored(10.0), name="a"),
        replace(scored(1.0, source="Trois."), name="b"),
        replace(scored(90.0), name="c"),
    ]
    tally = Tally()
    assert [unit.name for unit in deduplicate(units, "source", keep, tally)] == names
    assert tally.dropped == {"same source": 1}


@pytest.mark.parametrize(
    ("one", "other", "are_near"),
    [
        ("Il a 12 chats.", "il a 7 chats !", True),
        ("1 000 €", "1.000,50 €", True),
        ("L’été", "l'été", True),
        ("ﬁn", "fin", True),
        ("Straße", "STRASSE", True),
        ("été", "ete", False),
        ("un chat", "un chien", False),
        ("", " … ", True),
    ],
)
def test_what_near_duplicates_overlook(one: str, other: str, are_near: bool) -> None:
    assert (loosen(one) == loosen(other)) is are_near


def test_a_key_is_the_same_in_every_run() -> None:
    assert key_of("Un.", "One.") == 8230469642810476439
    assert key_of("") != key_of() != key_of("", "")
    assert -(2**63) <= key_of("é" * 1000) < 2**63


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("a=1", "a=1", []),
        ("", "a=1", [("added", "a=1")]),
        ("a=1", "", [("removed", "a=1")]),
        ("a=1", "a=2", [("changed", "a=2")]),
        ("a=1", "a=1 a=2", [("added", "a=2")]),
        ("a=1 a=2", "a=1", [("removed", "a=2")]),
        ("a=1 b=1", "b=1 c=1 a=2", [("added", "c=1"), ("changed", "a=2")]),
        ("a=1 a=1", "a=2 a=2", [("changed", "a=2")]),
        ("b=1 a=1", "", [("removed", "b=1"), ("removed", "a=1")]),
        ("a=1 a=2", "a=3", [("changed", "a=3")]),
    ],
)
def test_differences_of_two_versions(old: str, new: str, changes: list[tuple[str, str]]) -> None:
    def units(text: str) -> list[TranslationUnit]:
        return [
            replace(PLAIN, name=pair, source=Variant("fr", pair[0]), target=Variant("en", pair[2]))
            for pair in text.split()
        ]

    found = compare(units(old), units(new), Counter())
    assert [(str(difference.change), difference.unit.name) for difference in found] == changes


def test_checks_that_are_switched_off_find_nothing_and_weights_are_those_of_the_settings() -> None:
    units = [PLAIN, replace(PLAIN, target=Variant("en", "Pair."))]
    config = CheckConfig(disabled=("duplicate_name",), as_error=("inconsistent_target",))
    with CorpusChecks.open(config) as checks:
        checks.add(units)
        checks.finish()
        (issue,) = checks.check(units[0])
    assert (issue.check, issue.severity, issue.value) == ("inconsistent_target", Severity.ERROR, 1.0)
    assert issue.message == "The same source has 1 other target, for example in unit '2'."


def test_a_name_that_cannot_be_written_is_shown_as_an_escape() -> None:
    units = [replace(PLAIN, name="a\ud800"), replace(PLAIN, target=Variant("en", "Pair."))]
    with CorpusChecks.open(CheckConfig()) as checks:
        checks.add(units)
        checks.finish()
        checks.check(units[0])
        (issue,) = checks.check(units[1])
    assert issue.message == "The same source has 1 other target, for example in unit 'a\\ud800'."


def test_no_more_than_a_hundred_others_are_counted() -> None:
    units = [replace(PLAIN, name=str(n), target=Variant("en", str(n))) for n in range(MAX_COUNTED + 50)]
    with CorpusChecks.open(CheckConfig()) as checks:
        checks.add(units)
        checks.finish()
        (issue,) = checks.check(units[0])
    assert issue.value == MAX_COUNTED


def test_a_document_in_two_spellings_is_told_of_unless_a_region_is_named() -> None:
    targets = [
        ("a", "en", "The grey door"),
        ("a", "en", "The color"),
        ("b", "en", "Colors"),
        ("a", "en-GB", "My color"),
    ]
    units = [replace(PLAIN, name=f"{n}", document=d, target=Variant(c, t)) for n, (d, c, t) in enumerate(targets)]
    with CorpusChecks.open(CheckConfig(disabled=("inconsistent_target",))) as checks:
        checks.add(units)
        checks.finish()
        found = [checks.check(unit) for unit in units]
    assert [[issue.check for issue in issues] for issues in found] == [["mixed_spelling"], ["mixed_spelling"], [], []]
    assert found[1][0].message == (
        "The document mixes spellings: 'color' is not British English, 'grey' in unit '0' not American English."
    )
