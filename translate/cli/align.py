"""`bitexte align`: existing translations in, a translation memory out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from translate.aligning import (
    AlignedPair,
    AlignReport,
    Judged,
    Pair,
    PairReport,
    Pairs,
    find_bilingual,
    pair_documents,
    read_list,
)
from translate.aligning import run as align_pairs
from translate.aligning.corpora import names_a_file
from translate.alignment.evaluate import (
    Link,
    Shape,
    count_false,
    evaluate,
    evaluate_deletions,
    evaluate_shape,
    format_beads,
    read_beads,
)
from translate.cli import STRICT, STRICT_REFUSED
from translate.cli.options import (
    add_config_options,
    add_document_options,
    add_engine_options,
    add_output_options,
    config_of,
)
from translate.cli.progress import Bar
from translate.cli.streams import named
from translate.cli.tables import counted, format_table
from translate.cli.worker_options import add_jobs_option, count_processes
from translate.config import LEVELS, Config
from translate.errors import UsageError
from translate.files import write_text
from translate.report.sidebyside import write_view

DESCRIPTION = """\
Align documents with their existing translations, and write a translation memory:
  bitexte align letter.fr.txt letter.en.txt --out letter.tmx
  bitexte align french/ english/ --out memory/          pairs by file name, then by content
  bitexte align --list pairs.tsv --out corpus.tmx       pairs from a list: source TAB target
  bitexte align --bilingual both.txt --out both.tmx     a document that has both languages

Units that fail the quality checks or score below --min-score, and segments without a counterpart, go to
NAME.rejected.json with the reasons."""
EXIT_3 = STRICT
DEFAULT_OUT = Path("aligned")
RESULTS = True
DOCUMENTS, WRITES = ("documents",), ("out",)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "documents", nargs="*", type=Path, metavar="SOURCE TARGET", help="two documents, or two folders"
    )
    parser.add_argument(
        "--out",
        "-o",
        action="append",
        default=[],
        type=Path,
        metavar="PATH",
        help="one file for all pairs, such as corpus.tmx (may be repeated, for other formats), or a folder with one "
        "file per pair (default: aligned); - for standard output, with --to",
    )
    parser.add_argument(
        "--list", type=Path, metavar="FILE", help="file of pairs, one per line: source TAB target; a+b for two in a row"
    )
    parser.add_argument("--pattern", metavar="A=B", help="how file names match, such as '*_VO.txt=*_VA.txt'")
    parser.add_argument(
        "--bilingual", action="store_true", help="each document has both languages: in turn, in columns or in parts"
    )
    parser.add_argument("--segmented", action="store_true", help="the documents have one segment per line")
    parser.add_argument("--min-score", type=_score, metavar="N", help="refuse units with a lower score (0 to 100)")
    parser.add_argument(
        "--min-similarity", type=_score, metavar="N", help="refuse pairs of documents below this (default: 5 of 100)"
    )
    parser.add_argument(
        "--hypotheses", action="store_true", help="also machine-translate the source, and compare with the target"
    )
    parser.add_argument("--scorer", metavar="NAME", help="scores uncertain beads: model (default), labse or none")
    parser.add_argument("--scorer-model", metavar="MODEL", help="folder or Hugging Face name of the scorer's model")
    parser.add_argument(
        "--keep-furniture", action="store_true", help="align running heads and page numbers too; default: set aside"
    )
    parser.add_argument("--level", choices=LEVELS, help="what a unit holds: a segment (default) or a whole paragraph")
    parser.add_argument("--evaluate", type=Path, metavar="GOLD", help="compare with a manual alignment")
    parser.add_argument("--beads", type=named, metavar="FILE", help="also write the beads, one per line: [0, 1]:[2]")
    parser.add_argument("--fix", type=Path, metavar="FILE", help="keep these beads, and align the rest between them")
    parser.add_argument(
        "--anchors", type=Path, metavar="FILE", help="where parts begin: how a source and a target segment begin"
    )
    parser.add_argument(
        "--html", type=named, metavar="FILE", help="write a side-by-side view (.html), or a folder of them"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write a report as JSON; - for standard output")
    parser.add_argument("--strict", action="store_true", help="exit with 3 if any unit is refused")
    parser.add_argument("--quiet", action="store_true", help="print no table; what --evaluate found is still printed")
    add_jobs_option(parser, takes_all=True)
    add_output_options(parser, edits=False)
    add_document_options(parser)
    add_engine_options(parser)
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    config = _config_of(options)
    processes = count_processes(options, config.engine.threads)
    found = _find(options, config)
    _refuse_contradictions(options, found)
    if options.fix or options.anchors:
        (pair,) = found.pairs
        found = replace(found, pairs=(replace(pair, fixes=options.fix, anchors=options.anchors),))
    gold = read_beads(options.evaluate) if options.evaluate else None

    def show(aligned: AlignedPair, units: Sequence[Judged]) -> None:
        if options.html:
            is_folder = len(found.pairs) > 1 or options.html.suffix.lower() not in (".html", ".htm")
            write_view(options.html / f"{aligned.pair.name}.html" if is_folder else options.html, aligned, units)
        if options.beads:
            write_text(options.beads, format_beads(aligned.links()))
        if gold is not None:
            print(_agreement(gold, aligned.links()))

    outs = options.out or [DEFAULT_OUT]
    is_named = len(options.documents) > 1 and options.documents[0].is_dir() and not options.bilingual

    def match_again(unrelated: Sequence[Pair]) -> Sequence[Pair]:
        by_name = [pair for pair in unrelated if pair not in found.by_content]
        return found.match_again(by_name, config) if is_named and options.pattern is None else ()

    with Bar(quiet=options.quiet or len(found.pairs) == 1, noun="pairs") as bar:
        bar.start(len(found.pairs))

        def watch(aligned: AlignedPair, units: Sequence[Judged]) -> None:
            show(aligned, units)
            bar.advance(1)

        report = align_pairs(found.pairs, outs, config, watch=watch, match_again=match_again, processes=processes)
    again = [one.pair for one in report.pairs if one.pair not in found.pairs]
    is_piped = str(options.json) == "-"
    if is_piped:
        sys.stdout.write(_dump(found, report))
    elif options.json:
        write_text(options.json, _dump(found, report))
    if not options.quiet and not is_piped:
        stream = sys.stderr if options.evaluate else sys.stdout
        print(_table(report.pairs, config.alignment.min_score), file=stream)
        for one in report.pairs:
            if one.pair in found.by_content or one.pair in again:
                print(f"Paired by content: {', '.join(one.pair.paths)} (similarity {one.similarity:.1f})", file=stream)
        print(f"Output: {', '.join(map(str, outs))}", file=stream)
    for doubtful in (one for one in report.pairs if one.doubts):
        reasons = "; ".join(doubtful.doubts)
        print(f"bitexte: {doubtful.pair.name}: perhaps no translations: {reasons}; no score over 50.", file=sys.stderr)
    unfit = [line for one in report.pairs for line in one.unfit]
    for line in unfit:
        print(f"bitexte: {line}", file=sys.stderr)
    for failed in report.failed:
        disagree = " The names agree, the contents do not." if is_named and failed.is_unrelated else ""
        print(f"bitexte: {failed.message}{disagree}", file=sys.stderr)
    paired = {source.path for pair in again for source in (pair.source, pair.target)}
    unpaired = [path for path in found.unpaired if path not in paired]
    for path in unpaired:
        print(f"bitexte: {path}: no matching document on the other side; not aligned.", file=sys.stderr)
    if unpaired or unfit or report.failed:
        return 1
    return STRICT_REFUSED if options.strict and any(pair.counts.refused for pair in report.pairs) else 0


def _config_of(options: argparse.Namespace) -> Config:
    config = config_of(options)
    names = ("hypotheses", "scorer", "scorer_model", "min_score", "min_similarity", "keep_furniture", "level")
    given = {name: getattr(options, name) for name in names}
    changes = {name: value for name, value in given.items() if value is not None and value is not False}
    alignment = replace(config.alignment, **changes)
    return replace(config, alignment=alignment)


def _find(options: argparse.Namespace, config: Config) -> Pairs:
    kind = "segments" if options.segmented else None
    if options.list:
        if options.documents:
            raise UsageError("--list names the documents; give no others on the command line.")
        return read_list(options.list, config, kind=kind)
    if options.bilingual:
        if options.pattern or not options.documents:
            raise UsageError("--bilingual takes documents or folders, each document with both languages.")
        return find_bilingual(options.documents, kind=kind)
    if len(options.documents) != 2:
        raise UsageError(f"expected a source and a target, two files or two folders, not {len(options.documents)}.")
    source, target = options.documents
    return pair_documents(source, target, config, pattern=options.pattern, kind=kind)


def _refuse_contradictions(options: argparse.Namespace, found: Pairs) -> None:
    if len(found.pairs) > 1:
        for name in ("evaluate", "beads", "fix", "anchors"):
            if getattr(options, name):
                raise UsageError(f"--{name} is for one pair of documents; {len(found.pairs)} were found.")
    if options.evaluate and str(options.json) == "-":
        raise UsageError("--evaluate prints to standard output; give --json a file.")
    if options.evaluate and not options.segmented:
        raise UsageError("--evaluate compares line numbers; give --segmented and documents with one segment per line.")
    if len(options.out) > 1 and not all(map(names_a_file, options.out)):
        raise UsageError("--out may be repeated for files such as corpus.tmx and corpus.tsv, not for folders.")


def _table(reports: Sequence[PairReport], least: float) -> str:
    head = ("pair", "status", "segments", "units", "refused", "similarity", "seconds", "beads")
    rows = []
    for report in reports:
        beads = ", ".join(f"{shape} {count}" for shape, count in report.shapes.most_common(4))
        beads += f", {report.moved} moved" if report.moved else ""
        segments = f"{report.source_segments}+{report.target_segments}"
        counts = report.counts
        figures = (str(counts.units), str(counts.refused), f"{report.similarity:.1f}", f"{report.seconds:.1f}")
        rows.append((report.pair.name, _status(report), segments, *figures, beads))
    unsure = sum(report.counts.issues["alignment"] for report in reports)
    refused = f"\nIn the rejected file for a score below {least:g}: {counted(unsure, 'unit')}" if unsure else ""
    return format_table(head, rows) + refused


def _agreement(gold: Sequence[Link], found: Sequence[Link]) -> str:
    """Return precision, recall and F1, strict and lax, of all beads and by shape, and how many are false."""
    agreement = evaluate(gold, found)
    measures = {"strict": agreement.strict, "lax": agreement.lax}
    for shape in Shape:
        one = evaluate_shape(gold, found, shape)
        measures |= {f"{shape}, strict": one.strict, f"{shape}, lax": one.lax}
    measures["deletions"] = evaluate_deletions(gold, found)
    lines = [f"{name} {one.precision:.4f} {one.recall:.4f} {one.f1:.4f}" for name, one in measures.items()]
    return "\n".join([*lines, f"false {count_false(gold, found)}"])


def _status(report: PairReport) -> str:
    return "failed" if report.message else "doubtful" if report.doubts else "aligned"


def _dump(found: Pairs, aligned: AlignReport) -> str:
    pairs = [
        {
            "name": report.pair.name,
            "source": report.pair.paths[0],
            "target": report.pair.paths[1],
            "status": _status(report),
            "doubts": list(report.doubts),
            "message": report.message,
            "segments": [report.source_segments, report.target_segments],
            "similarity": report.similarity,
            "beads": dict(sorted(report.shapes.items())),
            "moved": report.moved,
            "unfit": list(report.unfit),
            "units": report.counts.units,
            "refused": report.counts.refused,
            "issues": dict(sorted(report.counts.issues.items())),
            "notices": list(report.notices),
            "seconds": round(report.seconds, 3),
        }
        for report in aligned.pairs
    ]
    result = {"signature": aligned.signature, "pairs": pairs, "unpaired": [str(path) for path in found.unpaired]}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _score(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 0 to 100")
    return value
