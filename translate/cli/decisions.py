"""`bitexte decisions`: what reviewers decided, without the page: listed, merged, exported and imported."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from translate.cli.options import add_overwrite_option
from translate.cli.tables import counted, format_table
from translate.data import Decision
from translate.errors import FormatError, UsageError, shown

if TYPE_CHECKING:
    from translate.serve.review.desk import Desk

DESCRIPTION = """\
Work with the decisions of a review without its page. They are kept in OUT/.bitexte/decisions.jsonl, which may go under
version control; run bitexte translate again to write them into documents and corpora.

  bitexte decisions list aligned/
  bitexte decisions export aligned/ --out review.xlsx --filter issues
  bitexte decisions import aligned/ review.xlsx
  bitexte decisions merge aligned/ other/decisions.jsonl"""
RESULTS = ("list",)
_SHOWN = 60
_KINDS = ("xlsx", "html", "csv")
_FILTERS = ("all", "todo", "issues", "refused", "edited", "human", "changed")


def add_options(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(title="steps", dest="step", metavar="STEP", required=True)
    shown = steps.add_parser("list", help="list what stands, or what has lost its unit")
    shown.add_argument("folder", type=Path, metavar="OUT", help="folder that --out of translate named")
    which = shown.add_mutually_exclusive_group()
    which.add_argument("--orphaned", action="store_true", help="only decisions whose unit is not there any more")
    which.add_argument("--all", action="store_true", help="the whole log, overruled decisions too")
    shown.add_argument("--jsonl", action="store_true", help="one decision a line, as the log has it")
    merged = steps.add_parser("merge", help="add the decisions of other logs")
    merged.add_argument("folder", type=Path, metavar="OUT", help="folder that --out of translate named")
    merged.add_argument("logs", nargs="+", type=Path, metavar="LOG", help="decisions.jsonl, or a folder that has one")
    sent = steps.add_parser("export", help="write units as a table to fill in: XLSX, HTML or CSV")
    sent.add_argument("folder", type=Path, metavar="OUT", help="folder that --out of translate named")
    sent.add_argument("--out", "-o", type=Path, required=True, metavar="FILE", help="table: .xlsx, .html or .csv")
    sent.add_argument("--filter", choices=_FILTERS, default="all", help="which units (default: all)")
    sent.add_argument("--document", metavar="NAME", help="only units of this document")
    add_overwrite_option(sent)
    taken = steps.add_parser("import", help="take decisions from a table that was filled in")
    taken.add_argument("folder", type=Path, metavar="OUT", help="folder that --out of translate named")
    taken.add_argument("table", type=Path, metavar="FILE", help="table: .xlsx, .html or .csv")
    taken.add_argument(
        "--overwrite", action="store_true", help="take rows too whose unit was decided otherwise since the export"
    )
    taken.add_argument("--author", metavar="NAME", help="name that goes with decisions (default: the user's)")


def run(options: argparse.Namespace) -> int:
    steps = {"list": _list, "merge": _merge, "export": _export, "import": _import}
    return steps[options.step](options)


def _list(options: argparse.Namespace) -> int:
    from translate.run.decisions import format_decision, log_path, read_log

    log = read_log(log_path(options.folder))
    if log.torn:
        print(f"bitexte: {log.path}:{log.torn}: a line without its end is set aside.", file=sys.stderr)
    if options.all:
        found = log.decisions
    else:
        with _opened(options.folder) as desk:
            standing = [desk.latest[number] for number in sorted(desk.latest)]
            found = tuple(desk.orphans if options.orphaned else [one for one in standing if one.ruling != "reopen"])
    if options.jsonl:
        for decision in found:
            print(format_decision(decision))
        return 0
    rows = [_row(decision) for decision in found]
    if rows:
        print(format_table(("time", "author", "verdict", "document", "source", "target"), rows))
    if not options.quiet:
        print(f"{counted(len(rows), 'decision')}.", file=sys.stderr)
    return 0


def _row(decision: Decision) -> tuple[str, ...]:
    def short(text: str) -> str:
        line = " ".join(text.split())
        return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"

    texts = (short(decision.source.text), short(decision.target.text))
    return (decision.time[:19], decision.author, decision.ruling, decision.document, *texts)


def _merge(options: argparse.Namespace) -> int:
    from translate.run.decisions import append, find_overruled, in_order, log_path, read_log, told

    _check_folder(options.folder)
    own = read_log(log_path(options.folder))
    found: list[Decision] = []
    for path in options.logs:
        other = log_path(path)
        if not other.is_file():
            raise UsageError(f"{path}: no decisions there; give a decisions.jsonl, or a folder with a review.")
        found += read_log(other).decisions
    known = frozenset(own.decisions)
    new = [decision for decision in in_order(found) if decision not in known]
    append(log_path(options.folder), new)
    if not options.quiet:
        print(f"{options.folder}: {counted(len(new), 'decision')} added.")
        for one, standing in find_overruled((*known, *new), frozenset(new)):
            print(
                f"bitexte: {one.document}: {shown(one.source.text)}: {one.author or 'somebody'} decided {told(one)}; "
                f"{told(standing)} of {standing.author or 'somebody'} stands, which is later.",
                file=sys.stderr,
            )
    return 0


def _export(options: argparse.Namespace) -> int:
    from translate.files import replace_file
    from translate.serve.review.exchange import export_units
    from translate.serve.review.listing import listing_of

    kind = options.out.suffix.lower().removeprefix(".")
    if kind not in _KINDS:
        raise UsageError(f"{options.out}: unknown kind of table. Known: .{', .'.join(_KINDS)}.")
    with _opened(options.folder) as desk:
        values = {"filter": options.filter}
        if options.document:
            docs = {name: doc for doc, name, _, _ in desk.documents}
            if options.document not in docs:
                raise UsageError(f"there is no document '{options.document}'. Known: {', '.join(docs)}.")
            values["doc"] = str(docs[options.document])
        made = export_units(desk, kind, listing_of(values))
    with replace_file(options.out) as file:
        file.write(made.data)
    return 0


def _import(options: argparse.Namespace) -> int:
    from translate.serve.review.exchange import import_units

    try:
        data = options.table.read_bytes()
    except OSError as exc:
        raise FormatError(f"cannot be read: {exc.strerror}.", path=options.table) from exc
    with _opened(options.folder, options.author) as desk:
        try:
            done = import_units(desk, data, options.table.name, overrules=options.overwrite)
        except UsageError as exc:
            raise FormatError(str(exc), path=options.table) from exc
    for one in done.left_out:
        print(f"bitexte: {options.table}:{one.row}: left out: {one.name}: {one.reason}.", file=sys.stderr)
    if not options.quiet:
        print(
            f"{counted(done.taken, 'decision')} taken, {counted(done.unchanged, 'row')} without a decision, "
            f"{len(done.left_out)} left out."
        )
    return 1 if done.left_out else 0


@contextmanager
def _opened(folder: Path, author: str | None = None) -> Iterator[Desk]:
    """Open a folder, and hold it meanwhile."""
    from translate.run.journal import Journal
    from translate.serve.review.desk import Desk
    from translate.serve.review.finding import find_corpora

    _check_folder(folder)
    find_corpora(folder)  # before the journal makes a folder there
    with Journal(folder):
        desk = Desk(folder, author=author)
        try:
            yield desk
        finally:
            desk.close()


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; give the one that --out of translate named.")
