"""`bitexte convert`: one bilingual format into another, fixing what can be fixed."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from translate.cli.options import add_config_options, add_output_options, config_of
from translate.cli.progress import showing
from translate.cli.remarks import telling
from translate.cli.stated import USUAL, stated_languages
from translate.cli.streams import named
from translate.cli.tables import counted
from translate.data import State
from translate.errors import UsageError
from translate.files import is_same_file
from translate.formats import (
    FORMATS,
    Header,
    Remark,
    Report,
    Verdict,
    Writer,
    format_of,
    pairs_of,
    place_of,
    read_bitext,
)
from translate.formats.omegat import open_project, write_project
from translate.formats.po.compiled import write_compiled
from translate.formats.rejects import Rejects, keep_rejects
from translate.formats.split import open_split, parse_limit
from translate.formats.units import wants_notes, with_notes

DESCRIPTION = """\
Convert a bilingual file to another format. The file extension selects the format: .tmx, .tmx.gz, .xlf (XLIFF 1.2),
.xliff (XLIFF 2.1), .json, .jsonl, .tsv, .csv, .parquet, .po, or the source side of a Moses pair; of a PO file also .mo.

  bitexte convert memory.tmx memory.xlf
  bitexte convert reviewed.xlf memory.tmx
  bitexte convert app.en.po app.en.mo
  bitexte convert - - --from tmx --to jsonl

What was fixed, lost or rejected is listed on standard error, with line and reason: one line a kind, or all of them
with --verbose. Rejected units are kept in OUTPUT.rejects.jsonl. Languages are those of the file, unless stated."""
EXIT_3 = "done, but units were rejected (only with --strict)"
STRICT_REJECTED = 3
READS, WRITES = ("input",), ("output",)
_NAMED = {State.UNTRANSLATED: "untranslated", State.DRAFT: "draft", State.APPROVED: "approved"}
"""What the summary says of the states of the units, where there are any."""
_LEFT_OUT = "untranslated and left out"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "input", type=Path, metavar="INPUT", help="file to read; one of a Moses pair; - for standard input"
    )
    parser.add_argument("output", type=Path, nargs="?", metavar="OUTPUT", help="file to write; - for standard output")
    parser.add_argument("--strict", action="store_true", help="exit with 3 if any unit is rejected")
    parser.add_argument(
        "--split", metavar="LIMIT", help="split after so many units (50000) or bytes (10MB): OUTPUT.001.tmx, ..."
    )
    parser.add_argument(
        "--all-pairs",
        action="store_true",
        help="of a file in several languages, write a file a pair: OUTPUT.fr-en.tmx, OUTPUT.fr-de.tmx, ...",
    )
    parser.add_argument("--omegat", type=named, metavar="PROJECT", help="write into an OmegaT project, existing or new")
    parser.add_argument(
        "--omegat-auto",
        type=float,
        metavar="SCORE",
        help="let OmegaT insert machine translations from this score on",
    )
    parser.add_argument(
        "--min-score", type=float, metavar="SCORE", help="leave out units with a lower score or no score (0 to 100)"
    )
    parser.add_argument("--with-drafts", action="store_true", help="of a PO file, compile fuzzy messages too (.mo)")
    parser.add_argument("--verbose", "-v", action="store_true", help="list every remark, not one line a kind")
    parser.add_argument("--rejects", type=named, metavar="FILE", help="rejected units (default: OUTPUT.rejects.jsonl)")
    add_output_options(parser, one_format=True)
    add_config_options(parser, reads_pairs=True)


def run(options: argparse.Namespace) -> int:
    config = config_of(options)
    _check(options)
    if options.output and options.output.suffix.lower() == ".mo":
        return _compile(options.input, options.output, with_drafts=options.with_drafts)
    named = options.output or options.omegat / options.input.name
    place = options.rejects or named.with_name(f"{_stem(named)}.rejects.jsonl")
    stated = stated_languages(options)
    with telling(shows_all=options.verbose) as remarks, keep_rejects(place, remarks) as rejects:
        pairs = pairs_of(options.input, options.read_as) if options.all_pairs else ()
        made: list[str] = []
        tally: Counter[State] = Counter()
        low = 0
        report = _of_all_pairs(rejects.report) if pairs else rejects.report
        for pair in pairs or (stated,):
            bitext = read_bitext(options.input, pair, report=report, name=options.read_as, default=USUAL)
            header = Header(
                config.output.source_code or bitext.source_language,
                config.output.target_code or bitext.target_language,
                bitext.signature,
            )
            output = _output_of(options.output, header) if pairs else options.output
            with _open(options, output, header, rejects) as (writer, names):
                noting = config.output.edits and wants_notes(FORMATS.load(_format_of(options)))
                for unit in showing(bitext.units, "units", quiet=options.quiet):
                    if options.min_score is not None and (unit.score is None or unit.score < options.min_score):
                        low += 1
                        continue
                    writer.write(with_notes(unit) if noting else unit)
                    tally[unit.standing] += 1
            made += names
    counts = rejects.counts
    named, left_out = dict(_NAMED), counts[Verdict.LEFT_OUT]
    if left_out and left_out == tally[State.UNTRANSLATED]:
        named[State.UNTRANSLATED], left_out = _LEFT_OUT, 0
    standing = "".join(f"{tally[state]} {word}, " for state, word in named.items() if tally[state])
    others = f"{left_out} {_LEFT_OUT}, " if left_out else ""
    others += f"{low} below the score, " if low else ""
    read = counted(tally.total() + low, "unit")
    print(
        f"{read} read, {standing}{counts[Verdict.FIXED]} fixed, {counts[Verdict.LOST]} lost, "
        f"{others}{counts[Verdict.REJECTED]} rejected: {', '.join(made)}"
    )
    if counts[Verdict.REJECTED]:
        print(f"Rejected units: {rejects.path}")
    return STRICT_REJECTED if options.strict and counts[Verdict.REJECTED] else 0


def _compile(catalogue: Path, output: Path, *, with_drafts: bool) -> int:
    """Compile a catalogue of gettext."""
    count, left_out = write_compiled(catalogue, output, with_drafts=with_drafts)
    print(f"{counted(count, 'message')} compiled, {left_out} fuzzy or untranslated left out: {output}")
    return 0


def _check(options: argparse.Namespace) -> None:
    if (options.output is None) == (options.omegat is None):
        raise UsageError("give either OUTPUT or --omegat PROJECT.")
    if options.omegat is not None and (options.formats or options.split):
        raise UsageError("--omegat writes TMX, not split; leave out --format and --split.")
    if options.all_pairs and (options.omegat is not None or options.split):
        raise UsageError("--all-pairs writes a file a pair; leave out --omegat and --split.")
    if options.all_pairs and stated_languages(options) is not None:
        raise UsageError("--all-pairs takes all languages; leave out --source-language and --target-language.")
    if (
        options.output
        and options.output.suffix.lower() == ".mo"
        and options.input.suffix.lower() not in (".po", ".pot")
    ):
        raise UsageError(f"{options.output}: only a PO file is compiled; convert {options.input} to .po first.")
    if options.omegat_auto is not None and options.omegat is None:
        raise UsageError("--omegat-auto needs --omegat.")
    if options.formats and len(options.formats) != 1:
        raise UsageError("convert writes one format; give --format once or not at all.")
    if options.output is not None and is_same_file(options.output, options.input):
        raise UsageError(f"{options.output} is the input file; write to another file.")


@contextmanager
def _open(
    options: argparse.Namespace, output: Path, header: Header, rejects: Rejects
) -> Iterator[tuple[Writer, list[str]]]:
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
            plugin, stem = FORMATS.load(options.formats[0]), output.with_suffix("")
        else:
            plugin, stem = place_of(output)
        if options.split:
            limit = parse_limit(options.split)
            parts = stack.enter_context(open_split(plugin, stem, header, limit, report=rejects.report))
            yield parts, made
            made.append(f"{len(parts.parts)} parts of {options.output}")
            return
        writer = stack.enter_context(plugin.open(stem, header, report=rejects.report))
        yield writer, made
        made.append(str(output))


def _output_of(path: Path, header: Header) -> Path:
    """Return the file of one pair of languages: `memory.fr-en.tmx.gz` for `memory.tmx.gz`."""
    stem = _stem(path)
    pair = f"{header.source_language}-{header.target_language}"
    return path.with_name(f"{stem}.{pair}{path.name.removeprefix(stem)}")


def _of_all_pairs(report: Report) -> Report:
    """Return a report for a file that is read once a pair: what is said of the file is said once, and nothing of other
    languages, which have a file of their own."""
    said: set[int] = set()

    def pass_on(remark: Remark) -> None:
        key = hash((remark.verdict, remark.path, remark.line, remark.message, remark.unit, remark.content))
        if remark.is_of_pair or key in said:
            return
        said.add(key)
        report(remark)

    return pass_on


def _format_of(options: argparse.Namespace) -> str:
    """Return the name of the format that is written."""
    if options.omegat is not None:
        return "tmx"
    return options.formats[0] if options.formats else format_of(options.output)


def _stem(path: Path) -> str:
    return path.name.removesuffix(".gz").rpartition(".")[0] or path.name
