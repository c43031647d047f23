"""What bitexte promises of the texts that it is given: docs/security.md names each promise, and the tests hold it."""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import translate
from tests.cli.conftest import RunIn
from translate.data import Model

ROOT = Path(__file__).parents[2]
PACKAGE = Path(translate.__file__).parent
PAGE = ROOT / "docs" / "security.md"
MOST_SHOWN = 40
CUT = re.compile(r":\s*\d+\s*[]:]")
"""Stands wherever a text is cut at a number: only such modules are worth reading."""
FRENCH = "La séance est ouverte à neuf heures.\nLe maire lit le rapport.\n"
ENGLISH = "The sitting is opened at nine o'clock.\nThe mayor reads the report.\n"
COMMANDS = [
    ("translate", "a.fr.txt", "--out", "out"),
    ("align", "a.fr.txt", "a.en.txt", "--out", "a.tmx"),
    ("segment", "a.fr.txt"),
    ("analyse", "a.fr.txt"),
    ("models",),
    ("models", "info", "fr-en"),
]


def has_no_route(*command: str) -> list[str]:
    """Return a command as it runs in a network namespace of its own, where there is no way out."""
    return ["unshare", "--map-root-user", "--net", *command]


def can_unshare() -> bool:
    try:
        return subprocess.run(has_no_route("true"), capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.fr.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "a.en.txt").write_text(ENGLISH, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_no_command_opens_a_connection(
    folder: Path, run_in: RunIn, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    asked: list[object] = []

    def refuse(self: socket.socket, address: object) -> None:
        asked.append(address)
        raise OSError("no network here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *address, **more: refuse(socket.socket(), address))
    assert run_in(folder, *command).code == 0
    assert asked == []


@pytest.mark.skipif(not can_unshare(), reason="needs Linux with namespaces for users")
def test_a_document_is_translated_where_there_is_no_network(folder: Path, embedded: Model) -> None:
    line = [sys.executable, "-m", "translate", "translate", "a.fr.txt", "--out", "out"]
    subprocess.run(has_no_route(*line), cwd=folder, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}, check=True)
    assert "sitting" in (folder / "out" / "a.fr.en.txt").read_text(encoding="utf-8")


def test_no_message_shows_more_than_forty_characters_of_a_text() -> None:
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if CUT.search(source) else ():
            if isinstance(node, ast.FormattedValue):
                for part in ast.walk(node):
                    if isinstance(part, ast.Slice) and isinstance(part.upper, ast.Constant):
                        assert int(part.upper.value or 0) <= MOST_SHOWN, f"{path}:{part.lineno}"


def test_every_promise_names_a_test_that_is_there() -> None:
    tables = re.findall(r"^\| (?:promise|what) \|.*\n\|[-|: ]+\n((?:\| .*\n)+)", PAGE.read_text(encoding="utf-8"), re.M)
    promises = [row for table in tables for row in table.splitlines()]
    assert len(promises) >= 8
    for row in promises:
        named = re.findall(r"`(tests/[\w/.]+)`", row)
        assert named, row
        for name in named:
            assert (ROOT / name).exists(), name
