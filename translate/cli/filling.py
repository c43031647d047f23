"""`bitexte memory import` and `merge`: bilingual files and memories in, a memory that has their units too out."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from translate.cli.folders import bilingual_files
from translate.cli.remarks import telling
from translate.cli.stated import USUAL
from translate.cli.streams import shown
from translate.cli.tables import counted
from translate.data import Origin, TranslationUnit
from translate.errors import UsageError
from translate.files import is_same_file
from translate.formats import Header, Remark, Verdict, format_to_read, read_bitext
from translate.languages.codes import base_code
from translate.memory.database import is_memory
from translate.memory.file import MemoryFile
from translate.memory.importing import MOST_PENALTY, Imported, ImportSettings, penalty_of_folder


def add_import_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="bilingual files, folders, or memories")
    parser.add_argument("--into", type=Path, required=True, metavar="MEMORY", help="memory (.tmdb), made if missing")
    parser.add_argument("--replace", metavar="DOCUMENT", help="delete the units of this document first")
    parser.add_argument("--penalty", type=int, metavar="N", help="take N per cent off each match with these units")
    parser.add_argument("--domain", default="", metavar="NAME", help="subject of these units")
    parser.add_argument("--origin", choices=[str(origin) for origin in Origin], help="where these units come from")
    parser.add_argument("--from", dest="read_as", metavar="FORMAT", help="format of the files (default: by name)")
    parser.add_argument("--source-language", metavar="CODE", help="language of the sources (default: of the file)")
    parser.add_argument("--target-language", metavar="CODE", help="language of the targets (default: of the file)")
    parser.add_argument("--verbose", "-v", action="store_true", help="list every remark, not one line a kind")


def run_import(options: argparse.Namespace) -> int:
    _check_name(options.into)
    if getattr(options, "replace", None) == "":
        raise UsageError("--replace is empty; expected the name of a document.")
    files = [file for path in options.files for file in (bilingual_files(path) if path.is_dir() else [path])]
    for path in files:  # before the first is imported
        _check_file(path, options)
    for path in files:
        counts = _merge_file(path, options.into) if is_memory(path) else _import_file(path, options)
        print(
            f"{shown(path)}: {counted(counts.read, 'unit')} read, {counts.added} added, {counts.updated} updated, "
            f"{counts.unchanged} unchanged, {counts.rejected} rejected: {options.into}"
        )
    return 0


def _import_file(path: Path, options: argparse.Namespace) -> Imported:
    origin = Origin(options.origin) if options.origin else None
    settings = ImportSettings(_penalty_of(path, options.penalty), options.domain, origin)
    with telling(shows_all=options.verbose) as remarks:
        wanted = _languages_wanted(options)
        bitext = read_bitext(path, wanted, report=remarks.read, name=options.read_as, default=USUAL)

        def reject(unit: TranslationUnit, reason: str) -> None:
            remarks(Remark(Verdict.REJECTED, path, None, reason, unit.name))

        languages = bitext.source_language, bitext.target_language
        with MemoryFile.open_or_create(options.into, *languages) as memory:
            counts = memory.take(bitext.units, settings, reject, replaced=options.replace)
    unreadable = remarks.unreadable
    return replace(counts, read=counts.read + unreadable, rejected=counts.rejected + unreadable)


def _languages_wanted(options: argparse.Namespace) -> Header | None:
    """Return the languages to read: those that are stated, or those of the memory, whatever the region."""
    stated = Header(options.source_language or "", options.target_language or "")
    if stated.source_language or stated.target_language or not options.into.exists():
        return stated
    with MemoryFile.open(options.into) as memory:
        return Header(base_code(memory.languages.source), base_code(memory.languages.target))


def _check_file(path: Path, options: argparse.Namespace) -> None:
    if not is_memory(path):
        if options.read_as is None:
            format_to_read(path)
    elif is_same_file(options.into, path):
        raise UsageError(f"{path} is the memory to merge into; name another one.")


def _merge_file(path: Path, into: Path) -> Imported:
    with MemoryFile.open(path) as other:
        languages = other.languages.source, other.languages.target
        with MemoryFile.open_or_create(into, *languages) as memory:
            return memory.merge(other)


def _penalty_of(path: Path, stated: int | None) -> int:
    """Return what is stated, or what a folder of OmegaT says: `tm/penalty-20/old.tmx`."""
    if stated is None:
        return penalty_of_folder(path)
    if not 0 <= stated <= MOST_PENALTY:
        raise UsageError(f"--penalty takes 0 to {MOST_PENALTY}, not {stated}.")
    return stated


def _check_name(path: Path) -> None:
    if not is_memory(path):
        raise UsageError(f"{path}: a memory is a .tmdb file; expected a name such as {path.stem}.tmdb.")


def add_merge_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="MEMORY", help="memories (.tmdb) to read")
    parser.add_argument("--into", type=Path, required=True, metavar="MEMORY", help="memory (.tmdb), made if missing")


def run_merge(options: argparse.Namespace) -> int:
    for path in options.files:
        _check_name(path)
    options.read_as = None
    return run_import(options)
