"""The phrase table of a model: how its training data translate short phrases; a file beside its weights."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from translate.errors import ModelError
from translate.files import read_model_lines
from translate.records import dataclass
from translate.text.late import late_plain
from translate.text.words import straighten

PHRASE_TABLE = "phrase_table.tsv"
LONGEST_PHRASE = 5
"""Words of the longest phrase of the source language, articles that lost their vowel among them."""
_PHRASE = late_plain(r"[^\W\d_]+(?:[ \u00a0\u202f'’-][^\W\d_]+)*")
_BREAK = late_plain(r"[ \u00a0\u202f'’-]")
_REST = late_plain(r"([^\t]+)\t([1-9]\d*)\t([1-9]\d*)")
_SPACES = late_plain("[ \u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Translation:
    """What a phrase mostly is in the target language: `count` of `total` times that it was met."""

    text: str
    count: int
    total: int


class PhraseTable:
    """By the phrase, normalised: its translation, with capitals where names have them.

    :param lines: by the phrase, what follows it in its line. They are taken apart when they are wanted: few are.
    :param path: where they come from.
    """

    def __init__(self, lines: Mapping[str, str], path: Path = Path(PHRASE_TABLE)) -> None:
        self._lines, self._path = lines, path

    def __len__(self) -> int:
        return len(self._lines)

    def look_up(self, text: str) -> Translation | None:
        """Return the translation of a text that is one phrase, with a capital where the text has one.

        :raises ModelError: where its line is damaged.
        """
        key = key_of(text)
        line = self._lines.get(key) if key else None
        if line is None:
            return None
        found = self._parse(key, line)
        return replace(found, text=found.text[0].upper() + found.text[1:]) if text[0].isupper() else found

    def translations(self) -> dict[str, Translation]:
        """Return all, by their phrases."""
        return {key: self._parse(key, line) for key, line in self._lines.items()}

    def _parse(self, key: str, line: str) -> Translation:
        parts = _REST.fullmatch(line)
        if parts is None:
            expected = "expected a translation and two numbers"
            raise ModelError(
                f"{self._path}: of {key!r} found {line[:40]!r}, {expected}; download or copy the model again."
            )
        return Translation(parts[1], int(parts[2]), int(parts[3]))


def key_of(phrase: str) -> str:
    """Return a phrase as the table has it, in small letters; nothing where it is none: too long, or with marks."""
    if count_words(phrase) > LONGEST_PHRASE or not _PHRASE.fullmatch(phrase):
        return ""
    return _SPACES.sub(" ", straighten(phrase.lower()))


def count_words(phrase: str) -> int:
    """Return how many words a phrase has; « l'eau » has two."""
    return len(_BREAK.findall(phrase)) + 1


def format_phrase_table(entries: Mapping[str, Translation]) -> str:
    """Return the content of `phrase_table.tsv`: phrase, translation, count and total of a line, in order."""
    return "".join(f"{key}\t{t.text}\t{t.count}\t{t.total}\n" for key, t in sorted(entries.items()))


def read_phrase_table(folder: Path) -> PhraseTable | None:
    """Return the phrase table of a model; None where it has none.

    :raises ModelError: where the file is no text.
    """
    path = folder / PHRASE_TABLE
    lines = read_model_lines(path)
    return None if lines is None else PhraseTable(_Lines(lines), path)


class _Lines(Mapping[str, str]):
    """What stands behind a tab in lines, by what stands before it: found where they are, for few of many are wanted."""

    def __init__(self, lines: list[str]) -> None:
        lines.sort()  # they are in order already, as a rule, which costs nothing then; a tab comes before all letters
        self._lines = lines

    def __getitem__(self, key: str) -> str:
        place = bisect_left(self._lines, key)
        found, _, rest = self._lines[place].partition("\t") if place < len(self._lines) else ("", "", "")
        if not key or found != key:
            raise KeyError(key)
        return rest

    def __iter__(self) -> Iterator[str]:
        return (line.partition("\t")[0] for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)
