"""`bitexte translate`: documents in, translated documents and corpora out."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from translate.cli import STRICT, STRICT_REFUSED
from translate.cli.deliver import add_delivery_options, check_delivery, deliver
from translate.cli.options import (
    add_care_options,
    add_config_options,
    add_document_options,
    add_engine_options,
    add_output_options,
    config_of,
)
from translate.cli.orphans import settle_orphans
from translate.cli.piped import translate_to_standard_output
from translate.cli.progress import Bar
from translate.cli.shard_options import add_shard_options, refuse_shard_options
from translate.cli.streams import STANDARD
from translate.cli.tables import counted, format_table
from translate.cli.worker_options import add_worker_options, make_executor
from translate.config import Config
from translate.documents import Found, find_sources, from_standard_input
from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.errors import DocumentError, UsageError
from translate.files import write_text
from translate.run.others import copy_others
from translate.run.outputs import find_documents
from translate.run.run import DocumentReport, RunReport
from translate.run.run import run as run_documents

DESCRIPTION = """\
Translate documents. For letter.txt, the output folder gets:
  letter.en.txt         the translated document, with its layout
  letter.tmx, .json     the translation units, one file per --format
  letter.rejected.json  the units that failed the quality checks, with the reasons

  bitexte translate letter.txt
  bitexte translate folder/ --out memory/ --format tmx,xliff

An interrupted run continues where it stopped; documents that are already up to date are skipped."""
EXIT_3 = STRICT


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "documents", nargs="*", metavar="DOCUMENT", help="files, folders, glob patterns, or - for standard input"
    )
    parser.add_argument(
        "--from", dest="read_as", metavar="KIND", help="what standard input is: markdown, ... (default: text)"
    )
    parser.add_argument(
        "--out",
        "-o",
        metavar="FOLDER",
        help="output folder (default: aligned); - for standard output, the default for -",
    )
    parser.add_argument(
        "--name",
        dest="output_name",
        metavar="PATTERN",
        help="names of translations (default: {stem}.{lang}{suffix}); folders by language: {lang}/{stem}{suffix}",
    )
    parser.add_argument(
        "--copy-others", action="store_true", help="copy the files of folders that are no documents, such as pictures"
    )
    parser.add_argument(
        "--segmented",
        action="append",
        default=[],
        metavar="FILE",
        help="text file with one segment per line; not segmented again",
    )
    parser.add_argument(
        "--previous",
        nargs=2,
        type=Path,
        metavar=("OLD", "TRANSLATION"),
        help="an earlier version and its translation: what did not change comes back as it was",
    )
    parser.add_argument(
        "--no-journal", action="store_true", help="keep nothing beside the outputs; an interrupted run begins anew"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="write nothing; say what would be done, how many words, and how long"
    )
    parser.add_argument(
        "--prune", action="store_true", help="remove the outputs of documents that are gone; without it they are listed"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 3 if any unit is refused")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write a report as JSON; - for standard output")
    parser.add_argument("--quiet", action="store_true", help="print no progress and no table")
    add_worker_options(parser)
    add_shard_options(parser)
    add_output_options(parser)
    add_delivery_options(parser)
    add_document_options(parser)
    add_engine_options(parser)
    add_care_options(parser)
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    config = config_of(options)
    if options.out is None:
        options.out = STANDARD if options.documents == [STANDARD] and not options.segmented else "aligned"
    if options.out == STANDARD:
        return translate_to_standard_output(options, config)
    if options.shards:
        from translate.cli.shards import run_shards  # what it needs is slow to load

        return run_shards(options, options.out, config)
    refuse_shard_options(options)
    options.out, executor = _output_folder(options.out), make_executor(options, config)
    limit = check_delivery(options, config)
    with tempfile.TemporaryDirectory(prefix="bitexte-") as folder:
        found = _find(options, Path(folder), config)
        sources = list(found.sources)
        previous = segmenting = None
        if options.previous:
            from translate.cli.changes import Joining, list_changes, read_previous  # few runs need it, and it is slow

            previous = read_previous(options.previous[0], options.previous[1], config)
            files = (str(previous.write(Path(folder), config)), *config.memory.files)
            config = replace(config, memory=replace(config.memory, files=files))
            segmenting = partial(Joining, joined=previous.joined)
        if options.dry_run:
            from translate.cli.dry_run import print_dry_run  # few runs need it, and it is slow

            return print_dry_run(sources, options, config)
        with Bar(quiet=options.quiet) as bar:
            done = run_documents(sources, options.out, config, progress=bar, segmenting=segmenting, executor=executor)
            report = _without(Path(folder), done)
        paths = {source.name: source.path for source in sources}
        delivered = deliver(report.documents, paths, options, limit, config)
        if config.output.copy_others:
            copied = copy_others(found.others, options.out, config)
            delivered.append(f"{counted(len(copied), 'other file')} copied.")
        if previous:
            failed = {document.name for document in report.failed}
            read = (source for source in sources if source.name not in failed)
            delivered += [list_changes(previous, source, options.out, config) for source in read]
        if not config.output.no_journal:
            delivered += settle_orphans(options.out, removes=options.prune)
    if options.json:
        _write_result(report, options.json)
    if not options.quiet and str(options.json) != "-":
        _print_table(report, options.out)
        print(*delivered, sep="\n", end="\n" if delivered else "")
    for document in report.failed:
        print(f"bitexte: {document.message}", file=sys.stderr)
    if report.failed:
        return 1
    return STRICT_REFUSED if options.strict and report.refused else 0


def _output_folder(given: str) -> Path:
    """Return the output folder; the name of a document is refused, for it was meant as that of the one result."""
    out = Path(given)
    if out.suffix.lower() in KINDS_BY_SUFFIX and not out.is_dir():
        raise UsageError(
            f"{out} is the name of a file, and --out takes a folder, which gets the translation and the memory. "
            "With --out - the translation alone goes to standard output."
        )
    return out


def _find(options: argparse.Namespace, folder: Path, config: Config) -> Found:
    if not options.documents and not options.segmented:
        raise UsageError("nothing to translate: give a file, a folder or - for standard input.")
    named = [word for word in options.documents if word != "-"]
    found = find_documents(named, options.out, config)
    sources = list(found.sources)
    if "-" in options.documents:
        sources.append(from_standard_input(sys.stdin.buffer, folder, kind=options.read_as))
    elif options.read_as:
        raise UsageError("--from says what standard input is; give - as a document, or leave it out.")
    sources += find_sources(options.segmented, kind="segments").sources
    _tell(found, quiet=options.quiet)
    if not sources:
        raise DocumentError("nothing to translate: all documents were skipped.")
    return replace(found, sources=tuple(sources))


def _tell(found: Found, *, quiet: bool) -> None:
    """Say which files of folders are not translated."""
    aside = sorted({str(path) for path in found.left_aside})
    if aside and not quiet:
        shown = ", ".join(aside[:5]) + (f" and {len(aside) - 5} more" if len(aside) > 5 else "")
        print(f"Skipped (unsupported type, or written by bitexte): {shown}", file=sys.stderr)


def _without(folder: Path, report: RunReport) -> RunReport:
    """Return the report with standard input called by its name, not by the place where it was kept."""
    place = f"{folder}{os.sep}"
    documents = (replace(d, message=d.message and d.message.replace(place, "")) for d in report.documents)
    return replace(report, documents=tuple(documents))


def _print_table(report: RunReport, out: Path) -> None:
    rows = [_row(document) for document in report.documents]
    print(format_table(("document", "status", "units", "carried", "refused", "most frequent issues"), rows))
    for document in report.documents:
        for notice in document.notices:
            print(f"{document.name}: {notice}")
    counts = (
        counted(len(report.documents), "document"),
        f"{counted(report.translated_segments, 'segment')} translated",
        f"{counted(report.refused, 'unit')} refused",
    )
    print(f"{', '.join(counts)}, in {report.seconds:.1f} s. Output: {out}")


def _row(document: DocumentReport) -> tuple[str, ...]:
    counts = document.counts
    issues = ", ".join(f"{check} {count}" for check, count in counts.issues.most_common(3))
    return (document.name, document.status, str(counts.units), str(counts.carried), str(counts.refused), issues)


def _write_result(report: RunReport, path: Path) -> None:
    documents = [
        {
            "name": d.name,
            "status": d.status,
            "message": d.message,
            "notices": list(d.notices),
            "outputs": [str(output) for output in d.outputs],
            "units": d.counts.units,
            "carried": d.counts.carried,
            "refused": d.counts.refused,
            "issues": dict(sorted(d.counts.issues.items())),
            "review": [{"unit": name, "score": score} for name, score in d.counts.review()],
        }
        for d in report.documents
    ]
    result = {
        "signature": report.signature,
        "seconds": round(report.seconds, 3),
        "segments_translated": report.translated_segments,
        "units_refused": report.refused,
        "documents": documents,
    }
    text = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
    text = text.encode(errors="backslashreplace").decode()  # a name in another encoding; JSON escapes it so too
    if str(path) == "-":
        sys.stdout.write(text)
    else:
        write_text(path, text)
