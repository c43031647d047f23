"""Each shard is made exactly once, with the same bytes, whoever makes it and whatever happens meanwhile."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.executors.conftest import copying
from tests.shards.conftest import SENTENCES, bytes_in, read_part
from translate.config import Config
from translate.data import Model
from translate.errors import BitexteError, ForeignFileError, OutputError, UsageError
from translate.executors.local import Local
from translate.shards.cutting import Take
from translate.shards.done import ShardDone, find_done
from translate.shards.manifest import MANIFEST
from translate.shards.run import ShardSettings, ShardsReport, translate_shards
from translate.shards.stores import open_store

__all__ = ["copying"]
ROOT = Path(__file__).parents[2]
TEN = ShardSettings(records=10)


def translated(corpus: Path, out: Path | str, config: Config, jobs: int = 0, **settings: object) -> ShardsReport:
    executor = Local(jobs, copies=jobs < 3)
    return translate_shards(str(corpus), str(out), config, replace(TEN, **settings), executor)  # type: ignore[arg-type]


def test_records_keep_their_fields_and_get_a_translation_with_its_units(
    corpus: Path, tmp_path: Path, config: Config
) -> None:
    report = translated(corpus, tmp_path / "out", config)
    assert (report.shards, len(report.done), report.waiting) == (7, 7, 0)
    records = [record for done in report.done for record in read_part(tmp_path / "out" / done.made[0].name)]
    by_id = {record["id"]: record for record in records if "id" in record}
    assert list(by_id[3]) == ["id", "text", "translation", "units"]
    assert by_id[3]["text"] == SENTENCES[3]
    units = by_id[3]["units"]
    assert isinstance(units, list) and len(units) == 2
    assert by_id[3]["translation"] == " ".join(unit["target"] for unit in units) != SENTENCES[3]
    assert sum("columns" in record for record in records) == 10
    assert len(records) == 56


def test_a_memory_gives_exact_and_repaired_fuzzy_matches(corpus: Path, tmp_path: Path, config: Config) -> None:
    memory = tmp_path / "memory.tsv"
    memory.write_text("source\ttarget\nElle parle du port n° 90.\tIt is about port No. 90.\n", encoding="utf-8")
    config = replace(config, memory=replace(config.memory, files=(str(memory),), fuzzy=70))
    report = translated(corpus, tmp_path / "out", config)
    parts = [record for done in report.done for record in read_part(tmp_path / "out" / done.made[0].name)]
    (record,) = (record for record in parts if record.get("id") == 4)
    assert str(record["translation"]).endswith("It is about port No. 7.")


@pytest.mark.usefixtures("copying")
@pytest.mark.parametrize("jobs", [1, 3])
def test_bytes_are_the_same_with_any_number_of_workers(corpus: Path, tmp_path: Path, config: Config, jobs: int) -> None:
    translated(corpus, tmp_path / "one", config)
    translated(corpus, tmp_path / "many", config, jobs)
    assert bytes_in(tmp_path / "many") == bytes_in(tmp_path / "one")
    assert MANIFEST in bytes_in(tmp_path / "one")


def test_a_second_run_makes_nothing_again(corpus: Path, tmp_path: Path, config: Config) -> None:
    translated(corpus, tmp_path / "out", config)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("part-*")}
    report = translated(corpus, tmp_path / "out", config)
    assert (report.before, report.done) == (7, ())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("part-*")} == before


def test_what_is_missing_or_cut_is_made_again(corpus: Path, tmp_path: Path, config: Config) -> None:
    out = tmp_path / "out"
    translated(corpus, out, config)
    whole = bytes_in(out)
    parts = sorted(out.glob("part-*"))
    parts[0].unlink()
    parts[1].write_bytes(parts[1].read_bytes()[:-3])
    (out / ".done" / parts[2].name.replace(".jsonl.gz", ".json")).write_text("{}", encoding="utf-8")
    assert len(translated(corpus, out, config).done) == 3
    assert bytes_in(out) == whole


def test_jobs_of_a_queue_share_the_shards_and_the_last_one_writes_the_manifest(
    corpus: Path, tmp_path: Path, config: Config
) -> None:
    translated(corpus, tmp_path / "one", config)
    for number in (3, 1, 2):
        assert not (tmp_path / "out" / MANIFEST).exists()
        report = translated(corpus, tmp_path / "out", config, take=Take(number, 3))
    assert (report.before, len(report.done), report.waiting) == (5, 2, 0)
    assert bytes_in(tmp_path / "out") == bytes_in(tmp_path / "one")


def test_a_store_in_memory_gets_the_same_bytes(corpus: Path, tmp_path: Path, config: Config) -> None:
    translated(corpus, tmp_path / "out", config)
    translated(corpus, "memory://shards/out", config)
    store = open_store("memory://shards/out")
    for name, content in bytes_in(tmp_path / "out").items():
        with store.open(name) as file:
            assert file.read() == content
    for name in [*store.names(), *store.names(".done")]:
        store.remove(name)


def test_records_that_cannot_be_used_are_listed_with_their_lines(corpus: Path, tmp_path: Path, config: Config) -> None:
    (corpus / "more" / "b.jsonl").write_text(
        '{"text":"Un."}\n{"body":"x"}\nnot\n{"text":"a\\u0000b"}\n', encoding="utf-8"
    )
    report = translated(corpus, tmp_path / "out", config)
    (done,) = (done for done in report.done if done.file == "more/b.jsonl")
    assert (done.records, done.rejected, done.units) == (4, 3, 1)
    rejected = read_part(tmp_path / "out" / done.made[1].name)
    assert [record["line"] for record in rejected] == [2, 3, 4]
    assert "NUL" in str(rejected[2]["reason"])


def test_a_field_that_would_be_replaced_is_refused(corpus: Path, tmp_path: Path, config: Config) -> None:
    (corpus / "more" / "b.jsonl").write_text('{"text":"Un.","translation":"One."}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="a record has a field 'translation' already"):
        translated(corpus, tmp_path / "out", config)


@pytest.mark.parametrize("place", [".", "out", ".."])
def test_an_output_within_the_input_is_refused(corpus: Path, config: Config, place: str) -> None:
    with pytest.raises(UsageError, match="the output lies in the input"):
        translated(corpus, corpus / place, config)


def test_a_manifest_of_others_is_not_replaced(corpus: Path, tmp_path: Path, config: Config) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / MANIFEST).write_text('{"mine": 1}', encoding="utf-8")
    with pytest.raises(ForeignFileError, match="was not written by bitexte"):
        translated(corpus, tmp_path / "out", config)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [MANIFEST]


def test_shards_that_workers_have_put_elsewhere_are_an_error(corpus: Path, config: Config) -> None:
    with pytest.raises(
        OutputError, match=r"memory://apart: part-.* and 6 more shards were done, and cannot be found there"
    ):
        translated(corpus, "memory://apart", config, jobs=1)


def test_shards_of_another_kernel_are_not_mixed_unless_it_is_allowed(
    corpus: Path, tmp_path: Path, config: Config
) -> None:
    out = tmp_path / "out"
    translated(corpus, out, config)
    store = open_store(str(out))
    first = next(iter(find_done(store).values()))
    replace(first, kernel="abcdef1").save(store)
    with pytest.raises(BitexteError, match=r"done by another kernel \(abcdef1; here it is \)"):
        translated(corpus, out, config)
    translated(corpus, out, config, mixed=True)
    manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    assert manifest["kernels"] == ["", "abcdef1"]


def test_shards_of_other_settings_are_told_and_kept(corpus: Path, tmp_path: Path, config: Config) -> None:
    translated(corpus, tmp_path / "out", config)
    report = translated(corpus, tmp_path / "out", replace(config, engine=replace(config.engine, name="echo")))
    assert len(report.done) == 7
    assert len(report.strays) == 7


def test_the_model_gives_one_worker_the_bytes_of_two(embedded: Model, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("".join(f"{text}\n" for text in SENTENCES[:6]), encoding="utf-8")
    settings = ShardSettings(records=2)
    for jobs in (0, 2):
        translate_shards(str(tmp_path / "corpus"), str(tmp_path / f"out{jobs}"), Config(), settings, Local(jobs))
    assert bytes_in(tmp_path / "out0") == bytes_in(tmp_path / "out2")
    done: ShardDone = next(iter(find_done(open_store(str(tmp_path / "out0"))).values()))
    assert len(done.kernel) == 7


DRIVER = """
import sys
from dataclasses import replace
from translate.config import Config
from translate.executors.local import Local
from translate.shards.run import ShardSettings, translate_shards
if __name__ == "__main__":
    plain = Config()
    config = replace(plain, engine=replace(plain.engine, name="rotate"))
    print(flush=True)
    translate_shards(sys.argv[1], sys.argv[2], config, ShardSettings(records=2), Local(2, copies=True))
"""


@pytest.mark.slow
def test_a_driver_that_is_killed_at_any_moment_goes_on_and_makes_no_shard_twice(
    corpus: Path, tmp_path: Path, config: Config
) -> None:
    (tmp_path / "driver.py").write_text(DRIVER, encoding="utf-8")
    translated(corpus, tmp_path / "one", config, records=2)
    out = tmp_path / "out"
    command = [sys.executable, str(tmp_path / "driver.py"), str(corpus), str(out)]
    rng = random.Random(3)
    done: dict[str, int] = {}
    environment = {"PYTHONPATH": str(ROOT)}
    for _ in range(8):
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as run:
            assert run.stdout is not None
            run.stdout.readline()
            time.sleep(rng.uniform(0, 0.8))
            run.send_signal(signal.SIGKILL)
        time.sleep(0.3)  # its workers see that it is gone
        now = {path.name: path.stat().st_mtime_ns for path in (out / ".done").glob("*.json")} if out.exists() else {}
        assert all(now[name] == moment for name, moment in done.items())
        done = now
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    assert bytes_in(out) == bytes_in(tmp_path / "one")
