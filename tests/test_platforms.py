"""bitexte works where Linux's own modules and names are missing, and names things the same on every system."""

from __future__ import annotations

import ast
import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest

import translate
from tests.trees import nodes, parse
from translate.config import Config, EngineConfig, count_cores
from translate.documents import Source
from translate.documents.discovery import name_below
from translate.errors import UsageError
from translate.files import ignores_case, replace_files
from translate.files.parts import Part
from translate.run import outputs
from translate.run.outputs import plan_outputs

PACKAGE = Path(translate.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# What Windows has not, or nobody but Windows has.
FOREIGN_MODULES = frozenset(
    "fcntl grp msvcrt nt posix pty pwd readline resource syslog termios tty winreg winsound _winapi".split()
)
FOREIGN_NAMES = {
    "os": frozenset(
        "O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK O_SYNC chown chroot confstr copy_file_range ctermid fchmod fchown "
        "fork forkpty getegid geteuid getgid getgroups getloadavg getpgid getpgrp getpriority getresuid getsid getuid "
        "getxattr initgroups killpg lchown listxattr lockf memfd_create mkfifo mknod nice openpty pathconf pipe2 "
        "posix_fadvise posix_fallocate posix_spawn pread preadv pwrite pwritev readv register_at_fork "
        "sched_getaffinity sched_setaffinity sched_yield sendfile setegid seteuid setgid setgroups setpgid setpriority "
        "setsid setuid setxattr splice startfile statvfs sync sysconf tcgetpgrp tcsetpgrp uname wait wait3 wait4 "
        "waitid writev".split()
    ),
    "signal": frozenset(
        "CTRL_BREAK_EVENT CTRL_C_EVENT SIGALRM SIGBUS SIGCHLD SIGCONT SIGHUP SIGIO SIGKILL SIGPIPE SIGPROF SIGQUIT "
        "SIGSTOP SIGSYS SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH alarm getitimer pause "
        "pthread_kill pthread_sigmask setitimer siginterrupt sigpending sigtimedwait sigwait sigwaitinfo".split()
    ),
}
FOREIGN_PLACES = ("/dev/", "/etc/", "/proc/", "/sys/", "/tmp", "/usr/", "/var/")
FOREIGN_OPTIONS = frozenset({"creationflags", "pass_fds", "preexec_fn", "process_group", "start_new_session"})

FOREIGN_WORDS = FOREIGN_MODULES | FOREIGN_OPTIONS | frozenset().union(*FOREIGN_NAMES.values())
FOREIGN = re.compile(rf"\b(?:{'|'.join(map(re.escape, FOREIGN_WORDS))})\b|{'|'.join(map(re.escape, FOREIGN_PLACES))}")
"""What most modules do not hold; they need no look at their trees."""


def guards_of(tree: ast.AST) -> Iterator[tuple[ast.AST, list[ast.AST]]]:
    """Yield each node with those that it stands in, up to its function."""
    waiting: list[tuple[ast.AST, list[ast.AST]]] = [(tree, [])]
    while waiting:
        node, above = waiting.pop()
        yield node, above
        is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        inner = [node] if is_function else [*above, node]
        waiting.extend((child, inner) for child in ast.iter_child_nodes(node))


def is_guarded(name: str, above: list[ast.AST]) -> bool:
    """Tell whether a fallback stands in the same function: an `except` that catches its lack, or `hasattr`."""
    for node in above:
        if isinstance(node, ast.Try):
            caught = {
                word for handler in node.handlers for word in re.findall(r"\w+", ast.unparse(handler).split(":")[0])
            }
            if caught & ({"OSError"} if name.startswith("/") else {"ImportError", "AttributeError"}):
                return True
        if isinstance(node, ast.If | ast.IfExp) and f"'{name}')" in ast.unparse(node.test):
            return True
    return False


def find_foreign(source: str) -> list[str]:
    """Return what a module uses of one platform only without a fallback."""
    found: list[str] = []
    if not FOREIGN.search(source):
        return found
    for node, above in guards_of(parse(source)):
        used: list[tuple[str, str]] = []
        if isinstance(node, ast.Import):
            used = [(alias.name, alias.name) for alias in node.names if alias.name in FOREIGN_MODULES]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {alias.name for alias in node.names}
            used = [(node.module, node.module)] if node.module in FOREIGN_MODULES else []
            used += [(f"{node.module}.{name}", name) for name in names & FOREIGN_NAMES.get(node.module, frozenset())]
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.attr in FOREIGN_NAMES.get(node.value.id, ()):
                used = [(f"{node.value.id}.{node.attr}", node.attr)]
        elif isinstance(node, ast.keyword) and node.arg in FOREIGN_OPTIONS:
            used = [(node.arg, node.arg)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(FOREIGN_PLACES):
            used = [(node.value, node.value)]
        found += [name for name, key in used if not is_guarded(key, above)]
    return found


def find_default_text(source: str) -> list[str]:
    """Return the calls that read or write text in the system's own encoding, or write its own line ends."""
    found = []
    for node in nodes(source):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        options = {keyword.arg for keyword in node.keywords}
        if name in ("read_text", "write_text") and isinstance(node.func, ast.Attribute):
            wanted = {"encoding"} if name == "read_text" else {"encoding", "newline"}
        elif name == "open" and not options & {"fileobj", "report"}:
            mode = next((a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)), None)
            mode = next((k.value.value for k in node.keywords if k.arg == "mode"), mode)  # type: ignore[attr-defined]
            is_path = isinstance(node.func, ast.Name) or not node.args or mode is not None
            if not is_path or (mode and ("b" in mode or not re.fullmatch(r"[rwaxt+]+", mode))):
                continue
            wanted = {"encoding"} if mode is None or mode in ("r", "rt") else {"encoding", "newline"}
        elif name in ("TextIOWrapper", "NamedTemporaryFile") or "universal_newlines" in options or "text" in options:
            wanted = {"encoding"} if name in ("TextIOWrapper", "run", "Popen", "check_output") else set()
        else:
            continue
        if wanted - options:
            found.append(ast.unparse(node))
    return found


def test_nothing_of_one_platform_is_used_without_a_fallback() -> None:
    for path in MODULES:
        assert not find_foreign(path.read_text(encoding="utf-8")), path


def test_text_is_read_and_written_the_same_on_every_platform() -> None:
    for path in MODULES:
        assert not find_default_text(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import fcntl", ["fcntl"]),
        ("from resource import getrusage", ["resource"]),
        ("from os import fork", ["os.fork"]),
        ("import os\nos.sched_getaffinity(0)", ["os.sched_getaffinity"]),
        ("import signal\nsignal.SIGKILL", ["signal.SIGKILL"]),
        ("run([], start_new_session=True)", ["start_new_session"]),
        ("folder = '/tmp/bitexte'", ["/tmp/bitexte"]),
        ("try:\n    Path('/proc/cpuinfo').read_text()\nexcept ValueError:\n    pass", ["/proc/cpuinfo"]),
        ("try:\n    Path('/proc/cpuinfo').read_text()\nexcept OSError:\n    pass", []),
        ("try:\n    pass\nexcept ImportError:\n    import fcntl\n\ndef f():\n    import fcntl", ["fcntl"]),
        ("def f():\n    try:\n        import fcntl\n    except ImportError:\n        return None", []),
        ("def f():\n    if hasattr(os, 'fork'):\n        os.fork()", []),
        ("def f():\n    if hasattr(os, 'kill'):\n        os.fork()", ["os.fork"]),
        ("import os\nos.replace(a, b)\nos.cpu_count()", []),
    ],
)
def test_the_search_finds_what_it_should(source: str, found: list[str]) -> None:
    assert find_foreign(source) == found


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("path.read_text()", True),
        ("path.read_text(encoding='utf-8')", False),
        ("path.write_text(text, encoding='utf-8')", True),
        ("path.write_text(text, encoding='utf-8', newline='')", False),
        ("path.open()", True),
        ("path.open('rb')", False),
        ("path.open('w', encoding='utf-8')", True),
        ("open(path, 'w', encoding='utf-8', newline='')", False),
        ("subprocess.run(line, text=True)", True),
        ("subprocess.run(line, text=True, encoding='utf-8')", False),
        ("FORMAT.open(stem, header)", False),
    ],
)
def test_the_search_for_texts_finds_what_it_should(source: str, is_found: bool) -> None:
    assert bool(find_default_text(source)) is is_found


def test_the_cores_are_counted_where_no_one_tells_which(monkeypatch: pytest.MonkeyPatch) -> None:
    assert count_cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert count_cores() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert count_cores() == 1


def test_a_document_is_named_with_slashes() -> None:
    folder = PureWindowsPath(r"C:\Users\Élise\seeds")
    assert name_below(folder, folder / "lettres" / "à Paul.txt") == "lettres/à Paul.txt"
    assert name_below(PureWindowsPath("seeds"), PureWindowsPath(r"seeds\a.txt")) == "a.txt"


def test_files_are_closed_before_they_are_renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Part.rename

    def rename_closed(part: Part) -> None:
        assert part.closed
        rename(part)

    monkeypatch.setattr(Part, "rename", rename_closed)
    with replace_files(tmp_path / "a", tmp_path / "b") as (one, other):
        one.write(b"1")
        other.write(b"2")
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"1", b"2"]


def test_a_folder_that_cannot_be_opened_is_not_flushed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, *_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    with replace_files(tmp_path / "a") as (file,):
        file.write(b"1")
    assert (tmp_path / "a").read_bytes() == b"1"


def test_names_that_differ_in_case_alone_collide_where_the_disk_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [
        Source(tmp_path / folder / name, name, "text") for folder, name in (("a", "Brief.txt"), ("b", "brief.txt"))
    ]
    config = replace(Config(), engine=EngineConfig(name="echo"))
    monkeypatch.setattr(outputs, "ignores_case", lambda folder: False)
    assert len(plan_outputs(sources, tmp_path, config, "")) == 2
    monkeypatch.setattr(outputs, "ignores_case", lambda folder: True)
    with pytest.raises(UsageError, match=r"Brief\.txt and .*brief\.txt would both write"):
        plan_outputs(sources, tmp_path, config, "")


def test_the_disk_is_asked_whether_case_matters(tmp_path: Path) -> None:
    (tmp_path / "Folder").mkdir()
    (tmp_path / "fOLDER").mkdir(exist_ok=True)
    are_one = (tmp_path / "fOLDER").samefile(tmp_path / "Folder")
    assert ignores_case(tmp_path / "Folder" / "not yet" / "there") is are_one


JOB = """
import os, signal, sys
from translate.aligning import workers
from translate.cli import main

if __name__ == "__main__":
    workers.LEAST_BYTES = 0
    print("elsewhere" if not hasattr(os, "fork") and not hasattr(signal, "SIGKILL") else "here")
    code = 0
    for line in sys.stdin.read().splitlines():
        code = code or main(line.split())
    sys.exit(code)
"""
REFUSED_NAME = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)


def run_job(folder: Path, lines: list[str], **environment: str) -> list[str]:
    """Run commands in a process of its own, and return what it printed."""
    (folder / "job.py").write_text(JOB, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "job.py"],
        cwd=folder,
        input="\n".join(lines),
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def fill(folder: Path) -> Path:
    """Make a folder of documents in both languages."""
    for name, language, text in (
        ("a.txt", "fr", "La séance est ouverte. Il est 8 h 30.\r\n\r\nLe chat dort depuis hier soir.\r\n"),
        ("sub/b.md", "fr", "# Le jardin\n\nLe chat **noir** dort dans le jardin.\n"),
        ("a.txt", "en", "The session is open. It is 8:30.\r\n\r\nThe cat has been sleeping since last night.\r\n"),
        ("sub/b.md", "en", "# The garden\n\nThe **black** cat is sleeping in the garden.\n"),
    ):
        path = folder / language / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def outputs_of(folder: Path) -> dict[str, bytes]:
    found = (path for name in ("out", "memory") for path in (folder / name).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found if ".bitexte" not in path.parts}


def test_the_main_job_is_done_alike_where_the_names_of_one_platform_are_missing(tmp_path: Path) -> None:
    translation = "translate fr --out out --format tmx,json --beam 1 --json report.json --quiet"
    alignment = "align fr en --out memory --jobs 2 --engine none --quiet"
    elsewhere = {
        "PYTHONPATH": os.pathsep.join((str(ROOT / "tests" / "elsewhere"), str(ROOT))),
        "PYTHONWARNDEFAULTENCODING": "1",
        **{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},  # where the default encoding is ASCII
    }
    here = fill(tmp_path / "here")
    assert run_job(here, [translation, alignment], PYTHONPATH=str(ROOT))[0] == "here"
    there = fill(tmp_path / "there")
    assert run_job(there, [translation], **elsewhere)[0] == "elsewhere"
    assert json.loads((there / "report.json").read_text(encoding="utf-8"))["segments_translated"] == 5
    (there / "out" / "sub" / "b.tmx").unlink()
    run_job(there, [translation, alignment], **elsewhere)
    again = json.loads((there / "report.json").read_text(encoding="utf-8"))
    assert again["segments_translated"] == 0
    assert [document["status"] for document in again["documents"]] == ["unchanged", "translated"]
    assert outputs_of(there) == outputs_of(here)
    assert {"out/a.tmx", "out/a.json", "out/sub/b.en.md", "memory/sub/b.tmx"} <= outputs_of(there).keys()
    assert not [name for name in outputs_of(there) for part in name.split("/") if REFUSED_NAME.search(part)]


def test_a_pipe_gets_utf_8_whatever_the_code_page_is(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "translate", "segment", "-"],
        input="Il dit → 日本. Elle dort.\n".encode(),
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert run.stdout == "Il dit → 日本.\nElle dort.\n".encode(), run.stderr
