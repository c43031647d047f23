"""`bitexte memory info`, `export`, `check` and `delete`: what a memory holds is told, written, proved and removed."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from translate.cli.options import add_overwrite_option
from translate.cli.remarks import telling
from translate.cli.tables import counted
from translate.errors import OutputError
from translate.formats import Header, place_of
from translate.memory.file import MemoryFile, StoredUnit
from translate.memory.people import without_people
from translate.memory.where import parse_condition


def add_export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument(
        "--out",
        "-o",
        type=Path,
        required=True,
        metavar="OUTPUT",
        help="bilingual file (TMX, ...); - for standard output",
    )
    parser.add_argument("--to", dest="formats", action="append", metavar="FORMAT", help="its format, for -o -")
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


def run_export(options: argparse.Namespace) -> int:
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
    condition = parse_condition(where) if where is not None else None
    return memory.stored(condition.sql, condition.values) if condition else memory.stored()


def add_info_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument("--with-people", action="store_true", help="name authors and documents")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="text (default) or json")


def run_info(options: argparse.Namespace) -> int:
    with MemoryFile.open(options.memory) as memory:
        told: dict[str, object] = {
            "memory": str(options.memory),
            "source_language": memory.languages.source,
            "target_language": memory.languages.target,
            "bytes": options.memory.stat().st_size,
        }
        held = memory.contents()
        told |= {"units": held.units, "sources": held.sources, "state": held.states, "origin": held.origins}
        told |= {"changed": held.years, "domain": held.domains}
        if options.with_people:
            people = memory.people()
            told |= {"document": people.documents, "author": people.authors}
    if options.format == "json":
        print(json.dumps(told, ensure_ascii=False))
    else:
        for name, value in told.items():
            text = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value
            print(f"{name.replace('_', ' ')}: {text}")
    return 0


def add_memory_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")


def add_check_options(parser: argparse.ArgumentParser) -> None:
    add_memory_option(parser)
    parser.add_argument("--renew", action="store_true", help="make its index anew, whatever state it is in")


def run_check(options: argparse.Namespace) -> int:
    with MemoryFile.open(options.memory) as memory:
        faults = memory.faults()
        if faults:
            raise OutputError(f"{options.memory}: damaged: {faults[0]}; restore a copy, or import its files again.")
        is_current = memory.has_index() and not options.renew
        if is_current:
            memory.prove_index()
    if not is_current:
        with MemoryFile.open(options.memory, writes=True) as memory:
            memory.repair_index()
    print(f"{options.memory}: sound{'' if is_current else '; its index was made anew'}")
    return 0


def add_delete_options(parser: argparse.ArgumentParser) -> None:
    add_memory_option(parser)
    _add_where(parser, required=True)
    parser.add_argument("--dry-run", action="store_true", help="only say how many units would go")


def run_delete(options: argparse.Namespace) -> int:
    with MemoryFile.open(options.memory, writes=not options.dry_run) as memory:
        numbers = [held.number for held in _chosen(memory, options.where)]
        if options.dry_run:
            print(f"{counted(len(numbers), 'unit')} would be deleted: {options.memory}")
        else:
            print(f"{counted(memory.delete(numbers), 'unit')} deleted: {options.memory}")
    return 0
