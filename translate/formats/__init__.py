"""Bilingual file formats: each reads and writes a bitext, in one file a format."""

from __future__ import annotations

from pathlib import Path

from translate.data import Bitext
from translate.errors import UsageError
from translate.formats.base import Format, Header, Remark, Report, Verdict, Writer, strict
from translate.registry import Registry

__all__ = [
    "FORMATS",
    "Format",
    "Header",
    "Remark",
    "Report",
    "Verdict",
    "Writer",
    "format_of",
    "place_of",
    "read_bitext",
    "strict",
    "write_bitext",
]

FORMATS: Registry[Format] = Registry(
    "format",
    {
        "tmx": "translate.formats.tmx.format:FORMAT",
        "xliff": "translate.formats.xliff.format:FORMAT",
        "xliff2": "translate.formats.xliff.format:FORMAT_2",
        "json": "translate.formats.json:FORMAT",
        "jsonl": "translate.formats.jsonl:FORMAT",
        "tsv": "translate.formats.tabular:TSV",
        "csv": "translate.formats.tabular:CSV",
        "moses": "translate.formats.moses:FORMAT",
        "parquet": "translate.formats.parquet:FORMAT",
    },
)


def format_of(path: Path) -> str:
    """Return the name of the format that `path` is named after: `tmx` for `memory.tmx.gz`, `moses` for `news.fr`.

    :raises UsageError: with the names that exist.
    """
    for name in FORMATS:
        if FORMATS.load(name).claims(path):
            return name
    raise UsageError(
        f"{path}: unknown file extension. Known: .tmx, .xlf, .xliff, .json, .jsonl, .tsv, .csv, .parquet "
        f"(each also .gz, .xz, .zst), and pairs of text files such as .fr and .en. Rename the file, or give its "
        f"format: {', '.join(FORMATS)}."
    )


def place_of(path: Path) -> tuple[Format, Path]:
    """Return how to write what `path` names: a format, which packs for `memory.tmx.gz`, and the stem for its `open`.

    :raises UsageError: where the name tells no format, or one that is not written so.
    """
    return FORMATS.load(format_of(path)).place(path)


def read_bitext(path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
    """Read a file in the format that its name tells.

    :raises UsageError: where the name tells none.
    :raises FormatError: with the line, at once or while the units are read.
    """
    return FORMATS.load(format_of(path)).read(path, header, report=report)


def write_bitext(bitext: Bitext, stem: Path, name: str, *, report: Report = strict) -> tuple[Path, ...]:
    """Write `bitext` in the format called `name`, and return the files made.

    :raises UnknownNameError: where there is no such format.
    :raises OutputError: where the disk refuses; nothing is left behind then.
    """
    plugin, header = FORMATS.load(name), Header.of(bitext)
    with plugin.open(stem, header, report=report) as writer:
        for unit in bitext.units:
            writer.write(unit)
    return plugin.paths(stem, header)
