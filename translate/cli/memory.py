"""`bitexte memory`: translation memories as files, filled, looked up, searched, counted, exported and maintained."""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from translate.cli import analyse, exit_codes
from translate.cli.clean import add_clean_options, run_clean
from translate.cli.lookup import add_lookup_options, run_lookup
from translate.cli.options import USUAL, add_overwrite_option
from translate.cli.remarks import telling
from translate.cli.search import add_search_options, run_search
from translate.cli.tables import counted
from translate.data import Origin, TranslationUnit
from translate.errors import OutputError, UsageError
from translate.formats import Header, Remark, Verdict, place_of, read_bitext
from translate.languages.codes import base_code
from translate.memory.database import is_memory
from translate.memory.file import MemoryFile, StoredUnit
from translate.memory.importing import Imported, ImportSettings
from translate.memory.people import authors_of, without_people
from translate.memory.where import parse_condition

DESCRIPTION = """\
Work with translation memories: files (.tmdb) that are filled from bilingual files, and give exact and fuzzy matches.

  bitexte memory import client.tmx --into client.tmdb
  bitexte memory lookup client.tmdb segments.txt --fuzzy 75
  bitexte memory export client.tmdb -o client.tmx

Nothing leaves this machine."""
_PENALTY_FOLDER = re.compile(r"penalty-(\d{1,3})")
_MOST_PENALTY = 100


def add_options(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(title="steps", metavar="STEP", required=True)
    for name, (summary, add, run_step) in _STEPS.items():
        step = steps.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=exit_codes(),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add(step)
        step.set_defaults(step=run_step)


def run(options: argparse.Namespace) -> int:
    code: int = options.step(options)
    return code


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="bilingual files, or memories")
    parser.add_argument("--into", type=Path, required=True, metavar="MEMORY", help="memory (.tmdb), made if missing")
    parser.add_argument("--replace", metavar="DOCUMENT", help="delete the units of this document first")
    parser.add_argument("--penalty", type=int, metavar="N", help="take N per cent off each match with these units")
    parser.add_argument("--domain", default="", metavar="NAME", help="subject of these units")
    parser.add_argument("--origin", choices=[str(origin) for origin in Origin], help="where these units come from")
    parser.add_argument("--from", dest="read_as", metavar="FORMAT", help="format of the files (default: by name)")
    parser.add_argument("--source-language", metavar="CODE", help="language of the sources (default: of the file)")
    parser.add_argument("--target-language", metavar="CODE", help="language of the targets (default: of the file)")
    parser.add_argument("--verbose", "-v", action="store_true", help="list every remark, not one line a kind")


def _import(options: argparse.Namespace) -> int:
    _check_name(options.into)
    for path in options.files:
        counts = _merge_file(path, options.into) if is_memory(path) else _import_file(path, options)
        print(
            f"{path}: {counted(counts.read, 'unit')} read, {counts.added} added, {counts.updated} updated, "
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


def _merge_file(path: Path, into: Path) -> Imported:
    if into.exists() and into.samefile(path):
        raise UsageError(f"{path} is the memory to merge into; name another one.")
    with MemoryFile.open(path) as other:
        languages = other.languages.source, other.languages.target
        with MemoryFile.open_or_create(into, *languages) as memory:
            return memory.merge(other)


def _penalty_of(path: Path, stated: int | None) -> int:
    """Return what is stated, or what a folder of OmegaT says: `tm/penalty-20/old.tmx`."""
    if stated is None:
        found = [_PENALTY_FOLDER.fullmatch(part) for part in path.absolute().parts]
        stated = max((int(match[1]) for match in found if match), default=0)
    if not 0 <= stated <= _MOST_PENALTY:
        raise UsageError(f"--penalty takes 0 to {_MOST_PENALTY}, not {stated}.")
    return stated


def _check_name(path: Path) -> None:
    if not is_memory(path):
        raise UsageError(f"{path}: a memory is a .tmdb file; expected a name such as {path.stem}.tmdb.")


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument("--out", "-o", type=Path, required=True, metavar="OUTPUT", help="bilingual file (TMX, ...)")
    _add_where(parser)
    parser.add_argument("--with-people", action="store_true", help="keep authors and the names of documents")
    add_overwrite_option(parser)
    parser.add_argument("--verbose", "-v", action="store_true", help="list every remark, not one line a kind")


def _add_where(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    parser.add_argument(
        "--where",
        required=required,
        metavar="CONDITION",
        help='which units: "state=reviewed and changed>=2024", "document=manual*"',
    )


def _export(options: argparse.Namespace) -> int:
    plugin, stem = place_of(options.out)
    with MemoryFile.open(options.memory) as memory, telling(shows_all=options.verbose) as remarks:
        header = Header(memory.languages.source, memory.languages.target)
        written = 0
        with plugin.open(stem, header, report=remarks) as writer:
            for held in _chosen(memory, options.where):
                writer.write(held.unit if options.with_people else without_people(held.unit))
                written += 1
    print(f"{counted(written, 'unit')} exported: {options.out}")
    return 0


def _chosen(memory: MemoryFile, where: str | None) -> Iterator[StoredUnit]:
    condition = parse_condition(where) if where else None
    return memory.stored(condition.sql, condition.values) if condition else memory.stored()


def _add_info(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument("--with-people", action="store_true", help="name authors and documents")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="text (default) or json")


def _info(options: argparse.Namespace) -> int:
    with MemoryFile.open(options.memory) as memory:
        told: dict[str, object] = {
            "memory": str(options.memory),
            "source_language": memory.languages.source,
            "target_language": memory.languages.target,
            "bytes": options.memory.stat().st_size,
        }
        tallies: dict[str, Counter[str]] = {name: Counter() for name in ("state", "origin", "changed", "domain")}
        people: dict[str, Counter[str]] = {"document": Counter(), "author": Counter()}
        sources = set[int]()
        units = 0
        for held in memory.stored():
            units += 1
            sources.add(hash(held.unit.source.text))
            tallies["state"][held.unit.standing] += 1
            tallies["origin"][held.unit.origin] += 1
            tallies["changed"][held.changed[:4] or "unknown"] += 1
            tallies["domain"][held.domain or "none"] += 1
            people["document"][held.unit.document or "none"] += 1
            people["author"].update(authors_of(held.unit) or ["unknown"])
    told |= {"units": units, "sources": len(sources)}
    for name, tally in (tallies | (people if options.with_people else {})).items():
        told[name] = dict(sorted(tally.items()))
    if options.format == "json":
        print(json.dumps(told, ensure_ascii=False))
    else:
        for name, value in told.items():
            text = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value
            print(f"{name.replace('_', ' ')}: {text}")
    return 0


def _add_memory(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")


def _check(options: argparse.Namespace) -> int:
    with MemoryFile.open(options.memory) as memory:
        faults = memory.faults()
        if faults:
            raise OutputError(f"{options.memory}: damaged: {faults[0]}; restore a copy, or import its files again.")
        is_current = memory.has_index()
    if not is_current:
        with MemoryFile.open(options.memory, writes=True) as memory:
            memory.repair_index()
    print(f"{options.memory}: sound{'' if is_current else '; its index was made anew'}")
    return 0


def _add_delete(parser: argparse.ArgumentParser) -> None:
    _add_memory(parser)
    _add_where(parser, required=True)
    parser.add_argument("--dry-run", action="store_true", help="only say how many units would go")


def _delete(options: argparse.Namespace) -> int:
    with MemoryFile.open(options.memory, writes=not options.dry_run) as memory:
        numbers = [held.number for held in _chosen(memory, options.where)]
        if options.dry_run:
            print(f"{counted(len(numbers), 'unit')} would be deleted: {options.memory}")
        else:
            print(f"{counted(memory.delete(numbers), 'unit')} deleted: {options.memory}")
    return 0


def _add_merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="MEMORY", help="memories (.tmdb) to read")
    parser.add_argument("--into", type=Path, required=True, metavar="MEMORY", help="memory (.tmdb), made if missing")


def _merge(options: argparse.Namespace) -> int:
    for path in options.files:
        _check_name(path)
    return _import(options)


def _add_analyse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("memory", metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument("documents", nargs="+", metavar="DOCUMENT", help="files, folders or patterns")
    analyse.add_analysis_options(parser)


_Step = tuple[str, Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]
_STEPS: dict[str, _Step] = {
    "import": ("put bilingual files into a memory", _add_import, _import),
    "lookup": ("find the matches of segments", add_lookup_options, run_lookup),
    "search": ("find words in a memory, with their place", add_search_options, run_search),
    "analyse": ("count the words of documents by their matches, for a quote", _add_analyse, analyse.run),
    "info": ("say what is in a memory", _add_info, _info),
    "export": ("write a memory as TMX, XLIFF, JSON, ...", _add_export, _export),
    "check": ("check the file of a memory, and make its index anew where that is out of date", _add_memory, _check),
    "delete": ("delete units, and every trace of them in the file", _add_delete, _delete),
    "clean": (
        "delete duplicates, leftovers of machines, wrong languages and broken codes",
        add_clean_options,
        run_clean,
    ),
    "merge": ("put memories into another one", _add_merge, _merge),
}
