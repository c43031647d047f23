"""`bitexte forget`: what a run keeps of texts beside its outputs goes."""

from __future__ import annotations

import argparse
from pathlib import Path

from translate.cli.tables import counted
from translate.files import FOLDER, remove_leftovers
from translate.run.journal import forget
from translate.shards.done import FOLDER as SHARDS
from translate.shards.pieces import forget_pieces

DESCRIPTION = """\
Remove the journal of an output folder, the memory that was made there for matches, and what a run that was killed had
begun to write: all that bitexte keeps of texts beside the outputs. The outputs stay. The next run on the folder
translates everything again. Of shards that is what was made of those that are not done.

  bitexte forget aligned/"""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", type=Path, metavar="OUT", help="folders that --out named")
    parser.add_argument("--quiet", action="store_true", help="print nothing")


def run(options: argparse.Namespace) -> int:
    for folder in options.folders:
        has_shards = (folder / SHARDS).is_dir()
        removed = forget_pieces(folder) if has_shards else []
        if not has_shards or (folder / FOLDER).is_dir():
            removed += forget(folder)
        removed += remove_leftovers(folder)
        if not options.quiet:
            size = sum(size for _, size in removed)
            print(f"{folder}: {counted(len(removed), 'file')} removed, {size:,} bytes.")
    return 0
