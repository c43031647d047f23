"""What a worker leaves of a shard spares the next one that work, and changes no byte of what is made."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow as arrow
import pyarrow.parquet as tables
import pytest

from tests.executors.conftest import copying
from tests.shards.conftest import SENTENCES, bytes_in
from translate.cli import main
from translate.config import Config, decisive
from translate.errors import DocumentError
from translate.executors.local import Local
from translate.shards import run as running
from translate.shards.cutting import ChangedError, Shard, iter_shards, refuse_changed_rows
from translate.shards.done import ShardDone
from translate.shards.pieces import Piece, count_standing, read_pieces, remove_others, remove_pieces
from translate.shards.records import Fault, Record
from translate.shards.run import ShardSettings, translate_shards
from translate.shards.stores import Store, open_store
from translate.shards.work import ShardWork

__all__ = ["copying"]
ONE = Piece(0, 3, (b'{"a":1}\n', b'{"a":"\\r"}\n'), (Fault(2, "not JSON", "x"),), 4, 1, 90, "abc")
TWO = Piece(3, 2, (b"{}\n",), kernel="abc")


@pytest.fixture(params=["folder", "memory"])
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Store:
    return open_store(str(tmp_path) if request.param == "folder" else f"memory://{tmp_path.name}")


def test_pieces_are_read_as_they_were_left_in_order(store: Store) -> None:
    TWO.save(store, "part-1")
    ONE.save(store, "part-1")
    ONE.save(store, "part-11")
    assert list(read_pieces(store, "part-1", "abc")) == [ONE, TWO]
    assert count_standing(store, "part-1") == 5
    assert count_standing(store, "part-11") == 3


def test_pieces_behind_a_gap_or_of_another_kernel_do_not_count(store: Store) -> None:
    TWO.save(store, "part-1")
    assert list(read_pieces(store, "part-1", "abc")) == []
    assert count_standing(store, "part-1") == 0
    ONE.save(store, "part-1")
    assert list(read_pieces(store, "part-1", "xyz")) == []


@pytest.mark.parametrize("content", [b"", b"[]\nx", b"{}\n", b'{"sha256": "00"}\n', b"\xff"])
def test_a_damaged_piece_does_not_count(tmp_path: Path, content: bytes) -> None:
    store = open_store(str(tmp_path))
    ONE.save(store, "part-1")
    TWO.save(store, "part-1")
    (tmp_path / ".done" / "part-1.000000003-2.piece").write_bytes(content)
    assert list(read_pieces(store, "part-1", "abc")) == [ONE]


def test_a_piece_whose_lines_were_cut_does_not_count(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    ONE.save(store, "part-1")
    (path,) = (tmp_path / ".done").iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    assert list(read_pieces(store, "part-1", "abc")) == []


def test_pieces_go_with_their_shard_and_those_of_no_shard_go_too(store: Store) -> None:
    for name in ("part-1", "part-2", "part-3"):
        ONE.save(store, name)
    remove_pieces(store, "part-1")
    remove_others(store, {"part-2"})
    assert [count_standing(store, name) for name in ("part-1", "part-2", "part-3")] == [0, 3, 0]


def test_pieces_can_be_read_by_their_owner_alone(tmp_path: Path) -> None:
    ONE.save(open_store(str(tmp_path)), "part-1")
    (path,) = (tmp_path / ".done").iterdir()
    assert sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o600


class Dying(ShardWork):
    """Its worker is killed at the sentence that has the number, each time or once; windows are small."""

    def do(self, item: Shard) -> ShardDone:
        return super().do(replace(item, window=min(item.window, 2)))

    def _translate(self, window: list[Record | Fault], first: int) -> Piece:
        marks = Path(os.environ["MARKS"])
        (marks / f"{len(list(marks.iterdir()))}").touch()
        is_hit = any(isinstance(one, Record) and f" {os.environ['AT']} " in one.text for one in window)
        if is_hit and (os.environ["DEATHS"] == "all" or not (marks / "died").exists()):
            (marks / "died").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super()._translate(window, first)


def run(corpus: Path, out: Path, config: Config, jobs: int) -> list[str]:
    settings = ShardSettings(records=20)
    report = translate_shards(str(corpus), str(out), config, settings, Local(jobs, copies=True))
    return [reason for _, reason in report.failed]


@pytest.fixture
def dying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "marks").mkdir()
    monkeypatch.setattr(running, "ShardWork", Dying)
    for name, value in {"MARKS": str(tmp_path / "marks"), "AT": "16", "DEATHS": "once"}.items():
        monkeypatch.setenv(name, value)


@pytest.mark.usefixtures("copying")
def test_a_worker_goes_on_where_another_one_ended_and_no_byte_differs(
    corpus: Path, tmp_path: Path, config: Config, dying: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as calm:
        calm.setattr(running, "ShardWork", ShardWork)
        run(corpus, tmp_path / "calm", config, 0)
    (corpus / "more" / "b.jsonl").unlink()
    (corpus / "more" / "c.tsv.gz").unlink()
    assert run(corpus, tmp_path / "out", config, 1) == []
    windows = len([path for path in (tmp_path / "marks").iterdir() if path.name != "died"])
    assert windows < 10, "windows of 2, 4 and 8 records came before the death, and are not done again"
    made = bytes_in(tmp_path / "out")
    assert {name: made[name] for name in made if name.startswith("part-")}.items() <= bytes_in(
        tmp_path / "calm"
    ).items()
    assert not list((tmp_path / "out" / ".done").glob("*.piece"))


@pytest.mark.usefixtures("copying")
def test_a_record_that_ends_every_worker_sets_its_shard_aside_and_leaves_what_stands(
    corpus: Path, tmp_path: Path, config: Config, dying: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEATHS", "all")
    failed = run(corpus, tmp_path / "out", config, 1)
    assert [reason.partition(":")[0] for reason in failed] == ["ended 3 workers"] * 2, "of a.txt and of b.jsonl"
    assert list((tmp_path / "out" / ".done").glob("part-000000-*.piece"))
    monkeypatch.setattr(running, "ShardWork", ShardWork)
    assert run(corpus, tmp_path / "out", config, 0) == []
    assert not list((tmp_path / "out" / ".done").glob("*.piece"))


def test_what_is_done_again_is_done_in_smaller_pieces_until_more_stands(
    corpus: Path, tmp_path: Path, config: Config
) -> None:
    work = ShardWork(str(corpus), str(tmp_path / "out"), config, recipe=repr(decisive(config)), text_field="text")
    (shard, *_) = iter_shards(open_store(str(corpus)), ["a.txt"], 20)
    for records, expected in ((20, [4, 4]), (50_000, [256, 32]), (400, [50, 6])):
        again = replace(shard, records=records)
        for deaths, window in enumerate(expected, 1):
            again, has_more = work.renew(again, deaths)
            assert (again.window, has_more) == (window, False)
    ONE.save(open_store(str(tmp_path / "out")), shard.name(repr(decisive(config))))
    again, has_more = work.renew(again, 1)
    assert (again.window, again.standing, has_more) == (6, 3, True)
    again, has_more = work.renew(again, 1)
    assert not has_more


def test_a_fault_of_the_input_is_told_as_it_was_without_pieces(corpus: Path, tmp_path: Path, config: Config) -> None:
    (corpus / "a.txt").write_bytes("".join(SENTENCES).encode() + b"\xff\n" * 3)
    with pytest.raises(DocumentError):
        list(iter_shards(open_store(str(corpus)), ["b.txt"], 5))
    report = translate_shards(str(corpus), str(tmp_path / "out"), config, ShardSettings(records=20), Local())
    assert sum(done.rejected for done in report.done) == 3


class Changing(Dying):
    """Its file gets another content while a worker is in the midst of it."""

    def _translate(self, window: list[Record | Fault], first: int) -> Piece:
        if first > 2:
            path = Path(self._source, "a.txt")
            path.write_text(path.read_text(encoding="utf-8").replace("18", "19"), encoding="utf-8")
        return ShardWork._translate(self, window, first)


def test_a_file_that_changes_while_it_is_read_is_an_error_and_no_shard_has_both_contents(
    corpus: Path, tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changing:
        changing.setattr(running, "ShardWork", Changing)
        with pytest.raises(
            DocumentError, match=r"a\.txt: has changed since the run began.*; run the same command again"
        ):
            run(corpus, tmp_path / "out", config, 0)
    assert [path for path in (tmp_path / "out").rglob("*") if path.is_file() and "part-000000" in path.name] == []
    assert run(corpus, tmp_path / "out", config, 0) == []
    run(corpus, tmp_path / "calm", config, 0)
    assert bytes_in(tmp_path / "out") == bytes_in(tmp_path / "calm")


def test_rows_of_a_file_that_changed_are_refused(tmp_path: Path) -> None:
    def write(rows: int) -> None:
        tables.write_table(arrow.table({"text": SENTENCES[:rows]}), tmp_path / "a.parquet")

    write(20)
    store = open_store(str(tmp_path))
    shards = list(iter_shards(store, ["a.parquet"], 8))
    for shard in shards:
        with store.open("a.parquet") as file:
            refuse_changed_rows(store, shard, file)
    write(21)
    with store.open("a.parquet") as file, pytest.raises(ChangedError, match=r"a\.parquet: has changed"):
        refuse_changed_rows(store, shards[0], file)


@pytest.mark.parametrize("no_journal", [False, True])
def test_without_a_journal_no_piece_is_left(
    corpus: Path, tmp_path: Path, config: Config, dying: None, monkeypatch: pytest.MonkeyPatch, no_journal: bool
) -> None:
    monkeypatch.setenv("AT", "nowhere")
    saved: list[int] = []
    monkeypatch.setattr(Piece, "save", lambda piece, store, shard: saved.append(piece.first))
    run(corpus, tmp_path / "out", replace(config, output=replace(config.output, no_journal=no_journal)), 0)
    assert bool(saved) is not no_journal


def test_forget_removes_what_was_made_of_shards_that_are_not_done(
    corpus: Path, tmp_path: Path, config: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus, tmp_path / "out", config, 0)
    before = bytes_in(tmp_path / "out")
    ONE.save(open_store(str(tmp_path / "out")), "part-1")
    assert main(["forget", str(tmp_path / "out")]) == 0
    assert "1 file removed" in capsys.readouterr().out
    assert not list((tmp_path / "out" / ".done").glob("*.piece"))
    assert bytes_in(tmp_path / "out") == before
