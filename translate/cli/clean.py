"""`bitexte memory clean`: a memory in, without what is better deleted out, and a file that holds what was."""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import count
from pathlib import Path

from translate.cli.options import add_overwrite_option
from translate.cli.streams import named
from translate.cli.tables import counted
from translate.config import CheckConfig
from translate.formats import Header, place_of
from translate.memory.file import MemoryFile

_FAULTS = ("duplicate", "contradictory", "near", "machine", "language", "codes")


def add_clean_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `bitexte memory clean`."""
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument(
        "--only",
        action="append",
        choices=_FAULTS,
        help="what to look for; may be repeated (default: duplicate, machine, language, codes)",
    )
    parser.add_argument("--dry-run", action="store_true", help="only list what would be deleted")
    parser.add_argument(
        "--removed",
        type=named,
        metavar="FILE",
        help="where deleted units are kept (default: MEMORY.removed.jsonl, or -2 and so on)",
    )
    add_overwrite_option(parser)


def run_clean(options: argparse.Namespace) -> int:
    """Delete what is better deleted, and keep it in a file that can be imported again."""
    from translate.corpus.cleaning import USUAL_FAULTS, Fault, find_faults  # which needs the checks

    faults = [Fault(name) for name in options.only or USUAL_FAULTS]
    place = options.removed or _free_place(options.memory)
    with MemoryFile.open(options.memory, writes=not options.dry_run) as memory:
        found = list(find_faults(memory, faults, CheckConfig()))
        for finding in found if options.dry_run else ():
            texts = f"{finding.held.unit.source.text[:40]} | {finding.held.unit.target.text[:40]}"
            print(f"{finding.held.number}: {finding.fault}: {finding.reason} {' '.join(texts.split())}")
        if found and not options.dry_run:
            plugin, stem = place_of(place)
            with plugin.open(stem, Header(memory.languages.source, memory.languages.target)) as writer:
                for finding in found:
                    writer.write(finding.held.unit)
            memory.delete([finding.held.number for finding in found])
    tally = Counter(finding.fault.value for finding in found)
    counts = ", ".join(f"{count} {name}" for name, count in sorted(tally.items()))
    said = "would be deleted" if options.dry_run else "deleted"
    kept = "" if options.dry_run or not found else f"; kept in {place}"
    print(f"{counted(len(found), 'unit')} {said}{f' ({counts})' if counts else ''}{kept}: {options.memory}")
    return 0


def _free_place(memory: Path) -> Path:
    """Return a name beside a memory that no file has: what an earlier cleaning removed stays."""
    names = (f"{memory.stem}.removed{'' if number == 1 else f'-{number}'}.jsonl" for number in count(1))
    return next(place for name in names if not (place := memory.with_name(name)).exists())
