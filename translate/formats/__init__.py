"""Bilingual file formats: each reads and writes a bitext, in one file a format."""

from __future__ import annotations

from pathlib import Path

from translate.data import Bitext
from translate.errors import UsageError
from translate.formats.base import (
    Format,
    Header,
    ManyPairs,
    Readable,
    Remark,
    Report,
    UnnamedLanguagesError,
    Verdict,
    Writer,
    strict,
)
from translate.formats.packing import plain_name
from translate.formats.pairs import Refusals, in_direction, never_empty
from translate.formats.sources import is_wordfast, name_in_archive
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
    "format_to_read",
    "pairs_of",
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
        "po": "translate.formats.po.format:FORMAT",
    },
)

_READ_ONLY: Registry[Readable] = Registry(
    "format",
    {
        "qt": "translate.formats.qt:FORMAT",
        "xcstrings": "translate.formats.xcstrings:FORMAT",
        "package": "translate.formats.packages:FORMAT",
        "sdltm": "translate.formats.sdltm:FORMAT",
        "wordfast": "translate.formats.wordfast:FORMAT",
    },
)
"""Files of other tools that are read, by their endings, and never written."""


def format_of(path: Path) -> str:
    """Return the name of the format that `path` is named after: `tmx` for `memory.tmx.gz`, `moses` for `news.fr`.

    :raises UsageError: with the names that exist.
    """
    name = _claimed(path)
    if name is not None:
        return name
    raise UsageError(
        f"{path}: unknown file extension. Known: .tmx, .xlf, .xliff, .json, .jsonl, .tsv, .csv, .parquet, .po "
        f"(each also .gz, .xz, .zst; one in a .zip), and pairs of text files such as .fr and .en. Rename the file, or "
        f"give its format: {', '.join(FORMATS)}. A document and its translation become a bilingual file with "
        f"'bitexte align DOCUMENT TRANSLATION --out pairs.tmx'."
    )


def _claimed(path: Path) -> str | None:
    return next((name for name in FORMATS if FORMATS.load(name).claims(path)), None)


_READ_AS = {
    ".sdlxliff": "xliff", ".mqxliff": "xliff", ".mxliff": "xliff", ".txlf": "xliff", ".txml": "xliff", ".xlif": "xliff",
    ".xlz": "package", ".mqxlz": "package", ".sdlppx": "package", ".sdlrpx": "package", ".mqout": "package",
    ".mqback": "package", ".wsxz": "package", ".ts": "qt", ".xcstrings": "xcstrings", ".sdltm": "sdltm",
}  # fmt: skip
"""What other tools call a file, and the format it is read as; none is written under such a name."""
_TEXT = ".txt"
"""What Wordfast calls its memories, as others call any text."""


def format_to_read(path: Path) -> str:
    """Return the name of the format that a file is read as, by its name: `xliff` for `letter.docx.sdlxliff`.

    An archive goes by the name of the file in it.

    :raises UsageError: with the names that exist; or where there is no such file, whatever its name.
    :raises FormatError: where an archive cannot be read, or does not hold one bilingual file.
    """
    is_there = path.exists()
    if path.name.lower().endswith(".zip"):
        path = path.with_name(name_in_archive(path))
    plain = plain_name(path.name)
    known = next((name for ending, name in _READ_AS.items() if plain.endswith(ending)), None)
    known = known or _claimed(path)
    if known is None and not is_there:
        raise UsageError(f"{path}: no such file.")
    if known is None and plain.endswith(_TEXT) and path.is_file() and is_wordfast(path):
        known = "wordfast"
    return known or format_of(path)


def _load(name: str) -> Readable:
    return _READ_ONLY.load(name) if name in _READ_ONLY else FORMATS.load(name)


def place_of(path: Path) -> tuple[Format, Path]:
    """Return how to write what `path` names: a format, which packs for `memory.tmx.gz`, and the stem for its `open`.

    :raises UsageError: where the name tells no format, or one that is not written so.
    """
    return FORMATS.load(format_of(path)).place(path)


def read_bitext(
    path: Path,
    header: Header | None = None,
    *,
    report: Report = strict,
    name: str | None = None,
    default: Header | None = None,
) -> Bitext:
    """Read a file in the format that its name tells, or that is given.

    :param header: the languages to read, in this direction; an empty one, or None, is that of the file.
    :param name: of the format, whatever the file is called.
    :param default: the languages of a file that names none, where none are stated either.
    :raises UsageError: where the name tells none.
    :raises FormatError: with the line, at once or while the units are read; where the file has units, and none can be
        read, or none in these languages.
    """
    refusals = Refusals(report)

    wanted = header if header is not None and (header.source_language or header.target_language) else None
    plugin = _load(name or format_to_read(path))
    try:
        bitext = plugin.read(path, wanted, report=refusals)
    except UnnamedLanguagesError:
        if default is None or (wanted is not None and wanted.source_language and wanted.target_language):
            raise
        stated = wanted or Header("", "")
        wanted = Header(
            stated.source_language or default.source_language, stated.target_language or default.target_language
        )
        bitext = plugin.read(path, wanted, report=refusals)
    return never_empty(in_direction(bitext, wanted, path, report), path, refusals)


def pairs_of(path: Path, name: str | None = None) -> tuple[Header, ...]:
    """Return the pairs of languages of a file, in its order; none where its format holds one pair only.

    :param name: of the format, whatever the file is called.
    :raises UsageError: where the name tells none.
    :raises FormatError: where the file cannot be read.
    """
    plugin = _load(name or format_to_read(path))
    return plugin.pairs(path) if isinstance(plugin, ManyPairs) else ()


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
