"""Models that are worth installing: what each is for, and what its authors say that it scores."""

from __future__ import annotations

from pathlib import Path

from translate.errors import ModelError
from translate.records import dataclass

_FILE = Path(__file__).with_name("catalogue.tsv")


@dataclass(frozen=True, slots=True)
class Entry:
    """A model that is known by a short name."""

    name: str
    repository: str
    """On the hub; nothing for a model that comes with bitexte."""
    megabytes: str
    """About what is downloaded."""
    licence: str
    purpose: str
    scores: str
    """BLEU by test set."""
    source: str
    """Who measured it."""


def read_catalogue() -> dict[str, Entry]:
    """Return the known models by their names.

    :raises ModelError: where the file is damaged.
    """
    _, *lines = _FILE.read_text(encoding="utf-8").splitlines()
    try:
        entries = [Entry(*line.split("\t")) for line in lines]
    except TypeError as exc:
        raise ModelError(f"{_FILE}: a line has another number of columns; install bitexte again.") from exc
    return {entry.name: entry for entry in entries}
