"""`bitexte convert`: one bilingual format into another, mending what can be mended."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from translate.cli.options import add_config_options, add_output_options, config_of
from translate.errors import UsageError
from translate.formats import FORMATS, Header, Remark, Verdict, Writer, format_of, place_of
from translate.formats.omegat import open_project, write_project
from translate.formats.rejects import Rejects, keep_rejects
from translate.formats.split import open_split, parse_limit

DESCRIPTION = """\
Turn a bilingual file into another format, told by the ending of its name: .tmx, .tmx.gz, .xlf (XLIFF 1.2), .xliff
(XLIFF 2.1), .json, .jsonl, .tsv, .csv, .parquet, or the source side of a Moses pair. What was mended, lost or rejected
on the way is listed on standard error, with line and reason; what was rejected is kept in OUTPUT.rejects.jsonl."""
STRICT_REJECTED = 3


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="INPUT", help="file to read; one file of a Moses pair")
    parser.add_argument("output", type=Path, nargs="?", metavar="OUTPUT", help="file to write")
    parser.add_argument("--strict", action="store_true", help="exit with 3 where a unit was rejected")
    parser.add_argument(
        "--split", metavar="LIMIT", help="write parts of so many units (50000) or bytes (10MB): OUTPUT.001.tmx, …"
    )
    parser.add_argument("--omegat", type=Path, metavar="PROJECT", help="write into an OmegaT project, old or new")
    parser.add_argument(
        "--omegat-auto", type=float, metavar="SCORE", help="machine output from this score on is filled in by OmegaT"
    )
    parser.add_argument("--rejects", type=Path, metavar="FILE", help="where to keep what was rejected")
    add_output_options(parser)
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    config = config_of(options)
    _check(options)
    named = options.output or options.omegat / options.input.name
    place = options.rejects or named.with_name(f"{_stem(named)}.rejects.jsonl")
    with keep_rejects(place, _show) as rejects:
        wanted = Header(config.source_language, config.target_language)
        bitext = FORMATS.load(format_of(options.input)).read(options.input, wanted, report=rejects.report)
        header = Header(
            config.output.source_code or bitext.source_language,
            config.output.target_code or bitext.target_language,
            bitext.signature,
        )
        count = 0
        with _open(options, header, rejects) as (writer, made):
            for unit in bitext.units:
                writer.write(unit)
                count += 1
    counts = rejects.counts
    print(
        f"{count} units read, {counts[Verdict.MENDED]} mended, {counts[Verdict.LOST]} losses, "
        f"{counts[Verdict.REJECTED]} rejected: {', '.join(made)}"
    )
    if counts[Verdict.REJECTED]:
        print(f"What was rejected is in {rejects.path}.")
    return STRICT_REJECTED if options.strict and counts[Verdict.REJECTED] else 0


def _check(options: argparse.Namespace) -> None:
    if (options.output is None) == (options.omegat is None):
        raise UsageError("name one file to write, or a project with --omegat.")
    if options.omegat is not None and (options.formats or options.split):
        raise UsageError("an OmegaT project takes TMX, whole; leave out --format and --split.")
    if options.omegat_auto is not None and options.omegat is None:
        raise UsageError("--omegat-auto goes with --omegat.")
    if options.formats and len(options.formats) != 1:
        raise UsageError("convert writes one format; give --format once, or none.")
    if options.output is not None and options.output.exists() and options.output.samefile(options.input):
        raise UsageError(f"{options.output} is the file to read; write to another, and rename it then.")


@contextmanager
def _open(options: argparse.Namespace, header: Header, rejects: Rejects) -> Iterator[tuple[Writer, list[str]]]:
    """Open what is to be written; the list is filled with its names at the end."""
    made: list[str] = []
    with ExitStack() as stack:
        if options.omegat is not None:
            project = open_project(options.omegat, header)
            opened = write_project(project, _stem(options.input), auto_score=options.omegat_auto, report=rejects.report)
            target = stack.enter_context(opened)
            yield target, made
            made += [f"{count} in {project.memories / folder}" for folder, count in sorted(target.counts.items())]
            return
        if options.formats:
            plugin, stem = FORMATS.load(options.formats[0]), options.output.with_suffix("")
        else:
            plugin, stem = place_of(options.output)
        if options.split:
            limit = parse_limit(options.split)
            parts = stack.enter_context(open_split(plugin, stem, header, limit, report=rejects.report))
            yield parts, made
            made.append(f"{len(parts.parts)} parts beside {options.output}")
            return
        writer = stack.enter_context(plugin.open(stem, header, report=rejects.report))
        yield writer, made
        made.append(str(options.output))


def _stem(path: Path) -> str:
    return path.name.removesuffix(".gz").rpartition(".")[0] or path.name


def _show(remark: Remark) -> None:
    print(remark, file=sys.stderr)
