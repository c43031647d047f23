"""Corpora of a few records, and what turns their words round instead of translating them."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from translate.config import Config

SENTENCES = [f"La page {number} est courte. Elle parle du port n° {number + 3}." for number in range(23)]


@pytest.fixture
def config() -> Config:
    """Return settings with an engine that needs no model."""
    plain = Config()
    return replace(plain, engine=replace(plain.engine, name="rotate"))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a folder with 23 records as text, 23 as JSON Lines in a folder below it, and ten packed columns."""
    folder = tmp_path / "corpus"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text("".join(f"{text}\n" for text in SENTENCES), encoding="utf-8")
    records = [{"id": number, "text": text} for number, text in enumerate(SENTENCES)]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / "more" / "b.jsonl").write_text(lines, encoding="utf-8")
    table = "".join(f"{text}\tx{number}\n" for number, text in enumerate(SENTENCES[:10]))
    (folder / "more" / "c.tsv.gz").write_bytes(gzip.compress(table.encode(), mtime=0))
    (folder / "LISEZMOI.md").write_text("# Corpus\n", encoding="utf-8")
    return folder


def read_part(path: Path) -> list[dict[str, object]]:
    """Return the records of a part."""
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def bytes_in(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files but those that say when and where a shard was done."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
