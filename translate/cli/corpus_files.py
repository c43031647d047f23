"""What the steps of `bitexte corpus` read and write, and the table that they end with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from translate.cli.folders import MEMORIES, bilingual_files
from translate.cli.remarks import Remarks
from translate.cli.stated import USUAL, stated_languages
from translate.cli.tables import counted, format_table
from translate.corpus import Tally
from translate.corpus.steps import Drop, check_languages, forget
from translate.data import Bitext
from translate.errors import UsageError
from translate.files import is_same_file
from translate.formats import Header, Remark, place_of, read_bitext
from translate.formats import Verdict as Reading

_OF_MANY = ("merge", "stats")
"""Steps that take any number of corpora."""


def read_corpora(paths: list[Path], options: argparse.Namespace, report: Callable[[Remark], None]) -> list[Bitext]:
    """Return corpora, which are all of the same languages; of a folder all memories in TMX, where many may be read.

    :raises UsageError: where they are not, or a folder has none.
    """
    header = stated_languages(options)
    if options.step_name in _OF_MANY:
        out = getattr(options, "out", None)
        paths = [file for path in paths for file in _files_at(path, out)]
    bitexts = [read_bitext(path, header, report=report, name=options.read_as, default=USUAL) for path in paths]
    check_languages(bitexts)
    return bitexts


def _files_at(path: Path, out: Path | None) -> list[Path]:
    return bilingual_files(path, MEMORIES, but=out) if path.is_dir() else [path]


def refuse_input(options: argparse.Namespace) -> None:
    """:raises UsageError: where the output is a file that is read."""
    for path in options.files:
        if path.is_file() and is_same_file(options.out, path):
            raise UsageError(f"{options.out} is an input file; write to another file.")


@contextmanager
def open_output(
    options: argparse.Namespace, header: Header, report: Callable[[Remark], None]
) -> Iterator[tuple[Drop, Drop]]:
    """Open the output, and where what is dropped goes; return how to write to each."""
    refuse_input(options)
    with ExitStack() as stack:
        plugin, stem = place_of(options.out)
        writer = stack.enter_context(plugin.open(stem, header, report=report))
        drop = forget
        if getattr(options, "dropped", None) is not None:
            other, aside = place_of(options.dropped)
            drop = stack.enter_context(other.open(aside, header, report=report)).write
        yield writer.write, drop


def print_tally(tally: Tally, remarks: Remarks, options: argparse.Namespace) -> int:
    """Print what a step did, and return the exit code."""
    rows = [("dropped", reason, str(count)) for reason, count in tally.dropped.most_common()]
    rows += [("changed", reason, str(count)) for reason, count in tally.changed.most_common()]
    left_out, unwritten = remarks.counts[Reading.LEFT_OUT], remarks.counts[Reading.REJECTED]
    unwritten -= remarks.unreadable + remarks.elsewhere
    rows += [("dropped", "untranslated", str(left_out))] if left_out else []
    if rows:
        print(format_table(("", "why", "units"), rows))
    unread = f", {remarks.unreadable} unreadable" if remarks.unreadable else ""
    unread += f", {remarks.elsewhere} without target" if remarks.elsewhere else ""
    kept, dropped = tally.kept - left_out - unwritten, tally.dropped.total() + left_out + unwritten
    print(f"{counted(tally.read, 'unit')} read{unread}, {kept} kept, {dropped} dropped: {options.out}")
    return 0
