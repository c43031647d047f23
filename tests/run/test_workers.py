"""Documents that workers translate have the bytes that one process gives them, whatever becomes of the workers."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.executors.conftest import copying
from tests.run.test_run import ECHO, document, files, go
from translate.config import Config, DocumentConfig, EngineConfig, MemoryConfig, OutputConfig
from translate.data import Hypothesis, Passage
from translate.documents import Source
from translate.errors import BitexteError, EngineError
from translate.executors.base import Done, Item, Result, Work
from translate.executors.local import Local
from translate.run import asking, workers
from translate.run.run import RunReport, run
from translate.run.workers import Chunk, PassageWork

__all__ = ["copying"]
ROTATE = replace(
    ECHO,
    engine=EngineConfig(name="rotate"),
    documents=DocumentConfig(verify_language=False),
    output=OutputConfig(("tmx", "json", "moses")),
)


def apart(sources: list[Source], out: Path, config: Config, jobs: int, *, copies: bool = False) -> RunReport:
    return run(sources, out, config, executor=Local(jobs, copies=copies))


def sources(folder: Path, lines: int = 90) -> list[Source]:
    """Three documents; each has some segments of the one before."""
    texts = [f"Le port n° {number} est fermé {'pour travaux ' * (number % 7)}." for number in range(lines + 20)]
    third = lines // 3
    return [
        document(folder, f"{name}.txt", "\n".join(texts[start : start + third + 20]) + "\n")
        for name, start in (("a", 0), ("b", third), ("c", 2 * third))
    ]


@pytest.mark.usefixtures("copying")
@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_workers_gives_the_bytes_of_one_process(tmp_path: Path, jobs: int) -> None:
    made = sources(tmp_path)
    alone = run(made, tmp_path / "alone", ROTATE)
    done = apart(made, tmp_path / "apart", ROTATE, jobs, copies=jobs == 1)
    assert files(tmp_path / "apart") == files(tmp_path / "alone")
    assert done.translated_segments == alone.translated_segments > 100
    assert [one.counts for one in done.documents] == [one.counts for one in alone.documents]


def test_the_model_gives_workers_the_bytes_of_one_process(tmp_path: Path) -> None:
    plain = DocumentConfig(verify_language=False)
    config = Config(engine=EngineConfig(beam=1), output=OutputConfig(("tmx", "json")), documents=plain)
    text = "La séance est ouverte à 9 h.\nLe rapport, qui compte 1 200 pages, est adopté.\n"
    made = [document(tmp_path, "a.txt", text)]
    go(made, tmp_path / "alone", config)
    apart(made, tmp_path / "apart", config, 2)
    assert files(tmp_path / "apart") == files(tmp_path / "alone")


def test_fuzzy_matches_lead_workers_as_they_lead_one_process(tmp_path: Path) -> None:
    memory = tmp_path / "memory.tsv"
    memory.write_text("fr\ten\nLe comité se réunit tous les lundis.\tThe committee meets every Monday.\n", "utf-8")
    text = "Le comité se réunit tous les mardis dans la grande salle.\nLe rapport est adopté.\n"
    config = Config(
        engine=EngineConfig(beam=1),
        memory=MemoryConfig((str(memory),), fuzzy=50),
        output=OutputConfig(("tmx", "json")),
        documents=DocumentConfig(verify_language=False),
    )
    made = [document(tmp_path, "a.txt", text)]
    go(made, tmp_path / "alone", config)
    chunks: list[Chunk] = []
    run(made, tmp_path / "apart", config, executor=Recorded(chunks))
    assert files(tmp_path / "apart") == files(tmp_path / "alone")
    (led,) = chunks[0].leads.values()
    assert led.target.startswith("The committee meets")


@dataclass(frozen=True, slots=True)
class Recorded:
    """Does all here, and keeps what it was given; it fails from some chunk on."""

    chunks: list[Chunk]
    left: int = 1 << 30
    dies_of: str = ""
    workers: int = 2

    def map(self, work: Work[Item, Result], items: Iterator[Item]) -> Iterator[Done[Item, Result]]:
        work.begin()
        for item in items:
            assert isinstance(item, Chunk)
            self.chunks.append(item)
            if len(self.chunks) > self.left:
                raise EngineError("the machine is out of memory")
            if self.dies_of and any(self.dies_of in passage.text for passage in item.passages):
                yield Done(item, None, "ended 3 workers: killed by signal 9")
            else:
                yield Done(item, work.do(item))
        work.end()


def test_documents_are_written_as_soon_as_their_segments_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "WINDOW_SEGMENTS", 20)
    monkeypatch.setattr(workers, "WINDOW_SEGMENTS", 20)
    chunks: list[Chunk] = []
    written: list[int] = []

    class Watching(Recorded):
        def map(self, work: Work[Item, Result], items: Iterator[Item]) -> Iterator[Done[Item, Result]]:
            for done in Recorded.map(self, work, items):
                written.append(len(list((tmp_path / "out").glob("*.en.txt"))))
                yield done

    run(sources(tmp_path), tmp_path / "out", ROTATE, executor=Watching(chunks))
    assert written[0] == 0
    assert written[-1] >= 1
    assert [chunk.reached for chunk in chunks] == sorted(chunk.reached for chunk in chunks)


def test_each_segment_is_given_to_one_worker_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WINDOW_SEGMENTS", 9)
    chunks: list[Chunk] = []
    report = run(sources(tmp_path), tmp_path / "out", ROTATE, executor=Recorded(chunks))
    given = [passage for chunk in chunks for passage in chunk.passages]
    assert len(given) == len(set(given)) == report.translated_segments


def test_a_run_that_stops_goes_on_with_what_it_has_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_CHUNK_PASSAGES", 10)
    monkeypatch.setattr(workers, "_LEAST_CHUNK", 10)
    made = sources(tmp_path)
    run(made, tmp_path / "alone", ROTATE)
    with pytest.raises(EngineError, match="out of memory"):
        run(made, tmp_path / "out", ROTATE, executor=Recorded([], left=4))
    rest: list[Chunk] = []
    run(made, tmp_path / "out", ROTATE, executor=Recorded(rest))
    whole: list[Chunk] = []
    run(made, tmp_path / "whole", ROTATE, executor=Recorded(whole))
    assert sum(len(chunk.passages) for chunk in rest) == sum(len(chunk.passages) for chunk in whole) - 40
    assert files(tmp_path / "out") == files(tmp_path / "alone")


def test_what_ends_every_worker_fails_its_documents_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_LEAST_CHUNK", 1)
    monkeypatch.setattr(workers, "_CHUNK_PASSAGES", 1)
    made = [document(tmp_path, "a.txt", "Le port est fermé.\n"), document(tmp_path, "b.txt", "Un texte terrible.\n")]
    report = run(made, tmp_path / "out", ROTATE, executor=Recorded([], dies_of="terrible"))
    assert [one.status for one in report.documents] == ["translated", "failed"]
    assert "'Un texte terrible.'" in str(report.documents[1].message)
    assert "ended 3 workers: killed by signal 9" in str(report.documents[1].message)


class Dying(PassageWork):
    """Ends the worker that gets its first chunk."""

    def do(self, item: Chunk) -> dict[Passage, Hypothesis]:
        mark = Path(os.environ["DYING_MARK"])
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().do(item)


@pytest.mark.usefixtures("copying")
def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DYING_MARK", str(tmp_path / "died"))
    monkeypatch.setattr(workers, "PassageWork", Dying)
    made = sources(tmp_path)
    apart(made, tmp_path / "apart", ROTATE, 2, copies=True)
    assert (tmp_path / "died").exists()
    run(made, tmp_path / "alone", ROTATE)
    assert files(tmp_path / "apart") == files(tmp_path / "alone")


def test_a_worker_that_would_translate_otherwise_is_refused() -> None:
    work = PassageWork(ROTATE, "an engine of another kind")
    with pytest.raises(BitexteError, match=r"would translate otherwise than the machine .* \(another version\)"):
        work.begin()


def test_workers_have_one_thread_unless_more_are_asked_for() -> None:
    assert Config().for_worker.engine.threads == 1
    assert Config(engine=EngineConfig(threads=3)).for_worker.engine.threads == 3
