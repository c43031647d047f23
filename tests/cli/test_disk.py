"""A full disk and a read-only folder: a clear message, and nothing half-written."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.cli import main

SENTENCES = "".join(f"Le rapport numéro {number} a été adopté par le conseil municipal.\n" for number in range(1200))


def mount(place: Path, options: str) -> None:
    place.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"this machine lets nobody mount a tmpfs: {done.stderr.strip()}")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], capture_output=True, check=False)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    path.write_text(SENTENCES, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", ["8k", "160k", "400k"])
def test_a_full_disk_is_an_error_and_leaves_no_half_file(
    document: Path, place: Path, size: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mount(place, f"size={size}")
    assert main(["translate", str(document), "--out", str(place), "--engine", "echo", "--format", "tsv"]) == 1
    message = capsys.readouterr().err
    assert "full" in message
    assert not [path for path in place.rglob("*") if path.is_file() and path.parent.name != ".bitexte"]


def test_a_read_only_folder_is_an_error(document: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mount(place, "ro,size=64k")
    assert main(["translate", str(document), "--out", str(place / "out"), "--engine", "echo"]) == 1
    assert "read-only" in capsys.readouterr().err
