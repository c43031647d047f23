"""`--jobs` changes no byte of what check, segment and the steps of corpus print and write."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path

import pytest

from translate.cli import main, worker_options

TEXTS = [
    ("Le port est fermé depuis 12 jours.", "The port has been closed for 12 days."),
    ("Le port est fermé depuis 12 jours !", "The port has been closed for 12 days!"),
    ("Il a payé 30 euros.", "He paid 40 euros."),
    ("Bonjour.", ""),
    ("Une page, puis une autre. M. Dupont arrive.", "A page, then another one. Mr Dupont arrives."),
    ("Dupont et Roche dorment.", "Dupont and Roche sleep."),
    ("Mme Roche a écrit à a.b@c.fr.", "Mrs Roche wrote to a.b@c.fr."),
]


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Return 300 units, more than a worker gets at once, and a line in their midst that is none."""
    head = {"bitext": 1, "source_language": "fr", "target_language": "en", "signature": ""}
    units = [
        {
            "name": f"a#{number}",
            "source": {"language": "fr", "text": f"{source} {number % 90}"},
            "target": {"language": "en", "text": target and f"{target} {number % 90}"},
            "origin": "machine",
        }
        for number in range(300)
        for source, target in [TEXTS[number % len(TEXTS)]]
    ]
    lines = [json.dumps(value, ensure_ascii=False) for value in [head, *units]]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join([*lines[:200], "{}", *lines[200:]]) + "\n", encoding="utf-8")
    return path


COMMANDS = {
    "check": "check {pairs} --tsv {out}/out.tsv --show 3",
    "filter": "corpus filter {pairs} -o {out}/out.jsonl --max-length 40 --quiet",
    "similar": "corpus dedup {pairs} -o {out}/out.jsonl --by similar --keep best --quiet",
    "split": "corpus split {pairs} -o {out}/out.jsonl --part a=0.6 --part b=0.4 --dropped {out}/no.jsonl --quiet",
    "stats": "corpus stats {pairs} --json {out}/out.json --html {out}/out.html --quiet",
    "anonymise": "corpus anonymise {pairs} -o {out}/out.jsonl --map {out}/map.tsv --quiet",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_output_and_messages_are_those_of_one_process(
    command: str, pairs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    arguments = COMMANDS[command].format(pairs=pairs, out=out).split()
    found = []
    for jobs in ("0", "2"):
        code = main([*arguments, "--jobs", jobs, "--overwrite"])
        printed = capsys.readouterr()
        files = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
        found.append((code, printed.out, printed.err, files))
    assert found[0] == found[1]
    assert max(content.count(b"\n") for content in found[0][3].values()) > 3


def test_segments_of_several_documents_come_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            "".join(f"{source} {name} {number}.\n" for number in range(20) for source, _ in TEXTS), encoding="utf-8"
        )
    found = []
    for jobs in ("0", "2"):
        assert main(["segment", str(tmp_path), "--jobs", jobs]) == 0
        found.append(capsys.readouterr().out)
    assert found[0] == found[1]
    assert len(found[0].splitlines()) > 2 * 20 * len(TEXTS)


def test_an_error_in_a_worker_keeps_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Un texte.\n", encoding="utf-8")
    assert main(["segment", str(tmp_path / "a.txt"), "--language", "xx", "--jobs", "1"]) == 2
    assert "xx" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        "segment a.txt",
        "check a.tmx",
        "corpus filter a.tmx -o b.tmx",
        "align a.tmx b.tmx",
        "analyse a.tmx",
        "memory lookup a.tmdb",
    ],
)
def test_a_number_of_workers_below_none_is_refused(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.tmx").write_text("<tmx/>", encoding="utf-8")
    assert main([*command.split(), "--jobs", "-1"]) == 2
    assert "--jobs must be 0 or more, not -1." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("jobs", "threads", "processes"),
    [(None, 0, 7), (None, 1, 7), (None, 3, 2), (None, 9, 1), (0, 3, 0), (1, 0, 1), (9, 3, 9)],
)
def test_a_command_that_takes_all_cores_takes_as_many_processes_as_have_room_or_as_it_is_told(
    jobs: int | None, threads: int, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.config.count_cores", lambda: 7)
    parser = ArgumentParser()
    worker_options.add_jobs_option(parser, takes_all=True)
    options = parser.parse_args([] if jobs is None else ["--jobs", str(jobs)])
    assert worker_options.count_processes(options, threads) == processes
