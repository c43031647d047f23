"""What tests of the command line share: a command run in a folder, and what it said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    output: str
    error: str


RunIn = Callable[..., Ran]


@pytest.fixture
def run_in(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> RunIn:
    """Return a function that runs `bitexte ARGUMENTS` in a folder."""

    def run(folder: Path, *arguments: str) -> Ran:
        monkeypatch.chdir(folder)
        code = main(list(arguments))
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run
