"""A run over pairs writes what it could align, reports each pair, and keeps an earlier corpus where all fail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.alignment.test_aligner import ENGLISH, FRENCH
from tests.cli.test_align import write
from translate.aligning import AlignedPair, Judged, Pair, run
from translate.config import AlignmentConfig, Config, EngineConfig, OutputConfig
from translate.documents import Source
from translate.engines.echo import Echo
from translate.errors import DocumentError, UsageError
from translate.formats import read_bitext

CONFIG = Config(engine=EngineConfig(name="none"), output=OutputConfig(("tmx", "json")))


def pair_of(folder: Path, name: str, source: tuple[str, ...] = FRENCH, target: tuple[str, ...] = ENGLISH) -> Pair:
    paths = write(folder, name, source, target)
    return Pair(name, *(Source(path, path.name, "segments") for path in paths))


def swapped(pair: Pair) -> Pair:
    """Return a pair that cannot be aligned."""
    return Pair(f"{pair.name}-swapped", pair.target, pair.source)


def test_a_folder_gets_a_corpus_a_pair_in_every_format(tmp_path: Path) -> None:
    pairs = [pair_of(tmp_path, "a"), pair_of(tmp_path, "b/c", FRENCH[:6], ENGLISH[:6])]
    report = run(pairs, [tmp_path / "out"], CONFIG)
    assert [one.counts.units for one in report.pairs] == [12, 6]
    assert [(one.source_segments, one.target_segments) for one in report.pairs] == [(12, 12), (6, 6)]
    for name, count in (("a", 12), ("b/c", 6)):
        for ending in ("tmx", "json"):
            assert len(list(read_bitext(tmp_path / "out" / f"{name}.{ending}").units)) == count


def test_one_file_holds_the_units_of_all_pairs_in_their_order(tmp_path: Path) -> None:
    pairs = [pair_of(tmp_path, "b"), pair_of(tmp_path, "a", FRENCH[:6], ENGLISH[:6])]
    report = run(pairs, [tmp_path / "all.tmx", tmp_path / "all.json"], CONFIG)
    for ending in ("tmx", "json"):
        units = list(read_bitext(tmp_path / f"all.{ending}").units)
        assert [unit.document for unit in units] == ["b"] * 12 + ["a"] * 6
        assert len({(unit.document, unit.name) for unit in units}) == 18
    assert sum(one.counts.units for one in report.pairs) == 18
    assert report.failed == ()


def test_a_pair_that_fails_is_reported_and_the_others_are_written(tmp_path: Path) -> None:
    good = pair_of(tmp_path, "good")
    report = run([swapped(good), good], [tmp_path / "all.tmx"], CONFIG)
    assert [one.message is None for one in report.pairs] == [False, True]
    assert report.failed == report.pairs[:1]
    assert len(list(read_bitext(tmp_path / "all.tmx").units)) == 12


@pytest.mark.parametrize("names", [["all.tmx"], ["out"]])
def test_where_every_pair_fails_an_earlier_corpus_stands(tmp_path: Path, names: list[str]) -> None:
    good = pair_of(tmp_path, "good")
    outs = [tmp_path / name for name in names]
    run([good], outs, CONFIG)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.tmx")}
    assert before
    with pytest.raises(DocumentError) as raised:
        run([swapped(good), swapped(good)], outs, CONFIG)
    assert len(str(raised.value).splitlines()) == 2
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.tmx")} == before


def test_whoever_watches_sees_each_pair_with_a_unit_a_bead(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []

    def watch(aligned: AlignedPair, units: Sequence[Judged]) -> None:
        seen.append((aligned.pair.name, len(aligned.alignment.beads), len(units)))

    shorter = pair_of(tmp_path, "b", FRENCH, ENGLISH[:10])
    run([pair_of(tmp_path, "a"), shorter], [tmp_path / "all.tmx"], CONFIG, watch=watch)
    assert seen == [("a", 12, 12), ("b", 12, 12)]


def test_hypotheses_are_kept_beside_the_output_and_asked_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    begin = Echo.begin

    def counting(self: Echo) -> object:
        drafting = begin(self)
        ask = drafting.ask

        def remember(texts: Sequence[str], *more: object) -> range:
            asked.extend(texts)
            return ask(texts, *more)  # type: ignore[arg-type]

        drafting.ask = remember  # type: ignore[method-assign, assignment]
        return drafting

    monkeypatch.setattr(Echo, "begin", counting)
    alignment = AlignmentConfig(hypotheses=True, scorer="none")
    config = replace(CONFIG, engine=EngineConfig(name="echo"), alignment=alignment)
    pairs = [pair_of(tmp_path, "a"), pair_of(tmp_path, "b")]
    for out in ("out/all.tmx", "out"):
        first = run(pairs, [tmp_path / out], config)
        assert first.signature == run(pairs, [tmp_path / out], config).signature
    assert asked == list(FRENCH)
    assert (tmp_path / "out" / ".bitexte").is_dir()


def test_without_a_lexicon_an_engine_is_used_unasked_and_none_is_a_choice(tmp_path: Path) -> None:
    names = tuple(f"Zoé{letter * 4} et Xavier{letter * 3} à Québec{letter * 2}." for letter in "bcdfghjklm")
    others = tuple(text.replace(" et ", " und ").replace(" à ", " in ") for text in names)
    alignment = AlignmentConfig(scorer="none")
    config = replace(CONFIG, target_language="de", alignment=alignment)
    pair = pair_of(tmp_path, "a", names, others)
    alone = run([pair], [tmp_path / "alone.tmx"], config)
    told = run([pair], [tmp_path / "told.tmx"], replace(config, engine=EngineConfig(name="echo")))
    assert alone.signature != told.signature
    assert alone.pairs[0].shapes == told.pairs[0].shapes == {"1-1": 10}


def test_files_of_different_names_are_refused_before_anything_is_read(tmp_path: Path) -> None:
    missing = Source(tmp_path / "none.txt", "none.txt", "text")
    with pytest.raises(UsageError, match=r"a\.tmx, .*b\.tsv"):
        run([Pair("a", missing, missing)], [tmp_path / "a.tmx", tmp_path / "b.tsv"], CONFIG)
