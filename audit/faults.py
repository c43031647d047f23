"""What a machine does to a run is done to one: full and read-only disks, clocks that jump, damage, want of memory.

    python audit/faults.py [--only clock,truncated] [--engine rotate]

A folder of documents is translated, and one fault is brought about. A row says its exit code, what was said last, and
whether the same command, once the fault is gone, ends with the bytes of a run without any. Runs with a fault are
processes of their own, those without are not. Where this machine lets nobody mount disks or limit memory, the row says
so. The faults of corpora in shards are those of
`benchmarks/failures.py`; those of a command that is killed are in `tests/run/test_killed.py`.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, suppress
from dataclasses import dataclass, field
from pathlib import Path

from translate.cli import main as bitexte
from translate.languages import DEFAULT_MODEL
from translate.models import resolve_model

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("notice.md", "page.html", "selle.docx", "chaines.json")
FULL, ROOMY, LITTLE_MEMORY = "24k", "64m", 150_000_000
LATER = 4_102_444_800
"""The year 2100, as files know it."""
JUMPING = """
import itertools, time
_real, _jumps = time.time, itertools.cycle((0, 86_400, -86_400, 3e8, -3e8))
time.time = lambda: _real() + next(_jumps)
time.time_ns = lambda: int(time.time() * 1e9)
"""
NO_LOCKS = """
import errno, fcntl
def _refuse(*given):
    raise OSError(errno.EOPNOTSUPP, "Operation not supported")
fcntl.flock = fcntl.lockf = _refuse
"""
"""What is done to a Python before it begins: its clock jumps by days and years; locks are those of a network share."""


@dataclass(slots=True)
class Scene:
    """Documents, a folder for what is made of them, and the bytes of a run without a fault."""

    place: Path
    engine: str
    sound: dict[str, bytes] = field(default_factory=dict)

    @property
    def documents(self) -> Path:
        return self.place / "documents"

    @property
    def out(self) -> Path:
        return self.place / "out"

    def _arguments(self) -> list[str]:
        return ["translate", str(self.documents), "--out", str(self.out), "--engine", self.engine, "--quiet"]

    def command(self, *more: str) -> list[str]:
        return [sys.executable, "-m", "translate", *self._arguments(), *more]

    def run(self, *more: str, environment: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
        given = {**os.environ, **environment}
        return subprocess.run(self.command(*more), capture_output=True, text=True, check=False, env=given)

    def run_here(self) -> tuple[int, str]:
        """Run the command in this process, where nothing is the matter; return its code, and what it said."""
        with redirect_stderr(io.StringIO()) as said:
            return bitexte(self._arguments()), said.getvalue()

    def bytes_out(self) -> dict[str, bytes]:
        files = (path for path in sorted(self.out.rglob("*")) if path.is_file() and ".bitexte" not in path.parts)
        return {str(path.relative_to(self.out)): path.read_bytes() for path in files}

    def again(self) -> str:
        """Run the command once more; return what became of the bytes."""
        code, said = self.run_here()
        if code == 0 and self.bytes_out() == self.sound:
            return "the same bytes"
        return f"OTHER BYTES, code {code}: {_last(said)}"


Row = tuple[str, str]
"""Exit code, empty where it was not tried, and what was said last."""
NOT_MOUNTED = "", "not tried: this machine lets nobody mount a disk"


def _last(said: str) -> str:
    lines = said.splitlines()
    if any(line.startswith("Traceback") for line in lines):
        return f"A TRACEBACK: {lines[-1]}"
    return lines[-1] if lines else ""


def _told(done: subprocess.CompletedProcess[str]) -> Row:
    return str(done.returncode), _last(done.stderr)


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[bool]:
    """Put a small disk at a folder; yield whether that could be done."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    is_mounted = (
        shutil.which("mount") is not None and not subprocess.run(command, capture_output=True, check=False).returncode
    )
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def begun_by(code: str) -> Iterator[Mapping[str, str]]:
    """Yield an environment in which each Python runs some code first."""
    with tempfile.TemporaryDirectory() as name:
        Path(name, "sitecustomize.py").write_text(code, encoding="utf-8")
        yield {"PYTHONPATH": os.pathsep.join([name, str(ROOT), os.environ.get("PYTHONPATH", "")])}


def full(scene: Scene) -> Row:
    with mounted(scene.out, f"size={FULL}") as is_mounted:
        if not is_mounted:
            return NOT_MOUNTED
        done = scene.run()
        subprocess.run(["mount", "-o", f"remount,size={ROOMY}", str(scene.out)], check=True)
        then = scene.again()
    return str(done.returncode), f"{_last(done.stderr)} | {then}"


def full_temporary(scene: Scene) -> Row:
    corpus, out = scene.place / "corpus.tsv", scene.place / "sorted.tsv"
    lines = (f"Le texte {number}.\tThe text {number}.\n" for number in range(20_000))
    corpus.write_text("source\ttarget\n" + "".join(lines), encoding="utf-8")
    with mounted(scene.place / "temporary", f"size={FULL}") as is_mounted:
        if not is_mounted:
            return NOT_MOUNTED
        command = [sys.executable, "-m", "translate", "corpus", "sort", str(corpus), "-o", str(out), "--quiet"]
        given = {**os.environ, "TMPDIR": str(scene.place / "temporary")}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=given)
    left = "nothing written" if not out.exists() else "A FILE WAS WRITTEN"
    return str(done.returncode), f"{_last(done.stderr)} | {left}"


def read_only(scene: Scene) -> Row:
    with mounted(scene.out, "ro") as is_mounted:
        return _told(scene.run()) if is_mounted else NOT_MOUNTED


def clock(scene: Scene) -> Row:
    with begun_by(JUMPING) as environment:
        return _told(scene.run(environment=environment))


def dates(scene: Scene) -> Row:
    scene.run_here()
    for path in (*scene.out.rglob("*"), *scene.documents.rglob("*")):
        os.utime(path, (LATER, LATER) if path.suffix in (".md", ".json") else (0, 0))
    return _told(scene.run())


def truncated(scene: Scene) -> Row:
    whole = {path: path.read_bytes() for path in scene.documents.iterdir()}
    for path in whole:
        if path.suffix in (".docx", ".json"):
            path.write_bytes(whole[path][: len(whole[path]) // 2])
    done = scene.run()
    for path, content in whole.items():
        path.write_bytes(content)
    named = sum(name in done.stderr for name in ("selle.docx", "chaines.json"))
    return str(done.returncode), f"{_last(done.stderr)} | {named} of 2 named, {len(scene.bytes_out())} files written"


def model(scene: Scene) -> Row:
    folder = scene.place / "model"
    shutil.copytree(resolve_model(DEFAULT_MODEL, offline=True).folder, folder)
    largest = max((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    largest.write_bytes(largest.read_bytes()[: largest.stat().st_size // 2])
    code, said = _told(scene.run("--model", str(folder), "--engine", "ctranslate2"))
    shutil.rmtree(folder)
    return code, said.replace(str(scene.place), "…")


def cache(scene: Scene) -> Row:
    folder = {"BITEXTE_CACHE": str(scene.place / "cache")}
    scene.run(environment=folder)
    files = [path for path in (scene.place / "cache").rglob("*") if path.is_file()]
    for path in files:
        path.write_bytes(b"\xff\x00damaged" * 20)
    shutil.rmtree(scene.out)
    code, said = _told(scene.run(environment=folder))
    return code, said or f"nothing: {len(files)} files of the cache are made anew"


def cache_removed(scene: Scene) -> Row:
    folder, ends = scene.place / "cache", threading.Event()

    def remove() -> None:
        while not ends.wait(0.02):
            shutil.rmtree(folder, ignore_errors=True)

    remover = threading.Thread(target=remove)
    remover.start()
    row = _told(scene.run(environment={"BITEXTE_CACHE": str(folder)}))
    ends.set()
    remover.join()
    return row


def journal(scene: Scene) -> Row:
    scene.run_here()
    for path in (scene.out / ".bitexte").glob("journal*"):
        path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5_000)
    (scene.out / DOCUMENTS[0].replace(".md", ".en.md")).unlink(missing_ok=True)
    row = _told(scene.run())
    for path in (scene.out / ".bitexte").glob("journal*"):  # as it says
        path.unlink()
    return row


def two(scene: Scene) -> Row:
    runs = [
        subprocess.Popen(scene.command(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in "ab"
    ]
    said = [run.communicate()[1] for run in runs]
    codes = ", ".join(str(run.returncode) for run in sorted(runs, key=lambda run: run.returncode))
    return codes, " ".join(" ".join(said).split())


def share(scene: Scene) -> Row:
    with begun_by(NO_LOCKS) as environment:
        return _told(scene.run(environment=environment))


def memory(scene: Scene) -> Row:
    root = Path("/sys/fs/cgroup")
    group = (root / "memory" if (root / "memory").is_dir() else root) / f"bitexte-{os.getpid()}"
    try:
        group.mkdir()
        limit = group / ("memory.max" if (group / "memory.max").exists() else "memory.limit_in_bytes")
        limit.write_text(str(LITTLE_MEMORY), encoding="ascii")
    except OSError:
        return "", "not tried: this machine lets nobody limit memory"
    command = [
        "sh",
        "-c",
        f'echo $$ > {group}/cgroup.procs && exec "$@"',
        "sh",
        *scene.command("--engine", "ctranslate2"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    with suppress(OSError):
        group.rmdir()
    return _told(done)


FAULTS: dict[str, tuple[str, Callable[[Scene], Row]]] = {
    "full": ("the disk is full", full),
    "full-temporary": ("the disk of temporary files is full (`corpus sort`)", full_temporary),
    "read-only": ("the output is read-only", read_only),
    "clock": ("the clock jumps by days and years while it runs", clock),
    "dates": ("files are dated 1970 and 2100", dates),
    "truncated": ("two of four documents are cut in half", truncated),
    "model": ("the model is cut in half", model),
    "cache": ("every file of the cache is damaged", cache),
    "cache-removed": ("the cache is removed every 20 ms while it runs", cache_removed),
    "journal": ("the journal is damaged", journal),
    "two": ("two runs on one folder", two),
    "share": ("a network share without locks", share),
    "memory": ("150 MB of memory, and the built-in model", memory),
}


def bring_about(names: Sequence[str], engine: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield a row for each fault: what happens, its exit code, what was said, and what the same command does then."""
    for name in names:
        title, fault = FAULTS[name]
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            scene = Scene(Path(folder), engine)
            scene.documents.mkdir()
            for document in DOCUMENTS:
                shutil.copy(ROOT / "tests" / "documents" / "files" / document, scene.documents)
            scene.run_here()
            scene.sound = scene.bytes_out()
            shutil.rmtree(scene.out)
            code, said = fault(scene)
            then = scene.again() if code and name != "full" else ""
            yield title, code, said.replace(folder, "…"), then


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(FAULTS), help="some of: " + ", ".join(FAULTS))
    parser.add_argument("--engine", default="rotate", help="engine of all but the faults of models (default: rotate)")
    options = parser.parse_args()
    print("| what happens | code | what is said | the same command, without it |\n|---|---:|---|---|", flush=True)
    holds = True
    for title, code, said, then in bring_about(options.only.split(","), options.engine):
        print(f"| {title} | {code} | {said} | {then} |", flush=True)
        holds &= "TRACEBACK" not in said and "OTHER BYTES" not in said + then
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main()
