"""`bitexte analyse`, the same as `memory analyse`: documents in, how much text is in each band of matches out."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from translate.cli.options import add_config_options, add_document_options, add_overwrite_option, config_of
from translate.cli.streams import STANDARD
from translate.cli.tables import format_table
from translate.cli.worker_options import add_jobs_option, count_processes
from translate.errors import UsageError
from translate.files import write_text
from translate.formats import Header
from translate.memory.analysis import REPETITION, USUAL_BOUNDS, Analysis, Bands, DocumentAnalysis, Pace, analyse
from translate.memory.matches import LookupSettings, Query, Score
from translate.report.analysis import FORMATS, told_times

DESCRIPTION = """\
Count the segments, words and characters of documents, or of bilingual files, by the best match of a memory, for a
quote: repetitions, in context, 100, 95-99, 85-94, 75-84, 50-74, new. Without a memory: repetitions and new.

  bitexte analyse manual.docx letters/
  bitexte analyse manual.docx --memory client.tmdb --rates 100=10,95-99=30,85-94=50,75-84=70
  bitexte analyse manual.docx --memory client.tmdb --format html -o quote.html"""
RESULTS = True
_TABLE = "table"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("documents", nargs="+", metavar="DOCUMENT", help="files, folders, patterns or bilingual files")
    parser.add_argument("--memory", metavar="FILE", help="memory, or bilingual file, to look them up in")
    add_analysis_options(parser)


def add_memory_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `bitexte memory analyse`, which names the memory first."""
    parser.add_argument("memory", metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument("documents", nargs="+", metavar="DOCUMENT", help="files, folders or patterns")
    add_analysis_options(parser)


def add_analysis_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that `bitexte analyse` and `bitexte memory analyse` share."""
    usual = ",".join(map(str, USUAL_BOUNDS))
    parser.add_argument(
        "--bands", default=usual, metavar="N,N", help=f"lowest per cent of each band (default: {usual})"
    )
    parser.add_argument(
        "--rates",
        metavar="BAND=N,...",
        help="count the words of a band with N per cent, and sum them up: 95-99=30 (not in trados-csv and memoq-csv)",
    )
    parser.add_argument(
        "--homogeneity", action="store_true", help="count near-copies within the project too, in bands of their own"
    )
    parser.add_argument(
        "--repetitions-first", action="store_true", help="a repetition is one even where the memory has the text"
    )
    parser.add_argument(
        "--score", choices=[score.value for score in Score], default="all", help="figure to go by (default: all)"
    )
    parser.add_argument(
        "--words-per-hour", type=int, metavar="N", help="also say how many hours the (weighted) words take"
    )
    parser.add_argument(
        "--time",
        action="store_true",
        help="also say how long 'bitexte translate' takes on this machine, by translating a sample",
    )
    parser.add_argument(
        "--format", default=_TABLE, choices=[_TABLE, *FORMATS], help="table (default), csv, json, html, ..."
    )
    add_jobs_option(parser, takes_all=True)
    parser.add_argument("--threads", type=int, metavar="N", help="CPU cores that --time measures (default: all)")
    parser.add_argument("--output", "--out", "-o", type=Path, metavar="FILE", help="write there (default: stdout)")
    add_overwrite_option(parser)
    add_document_options(parser)
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    # Which the other steps of `bitexte memory` need not load.
    from translate.run.memories import opened_look_up
    from translate.run.queries import iter_documents
    from translate.run.timing import Sampler
    from translate.segmentation import load_configured_segmenter

    if options.threads is not None and options.threads < 1:
        raise UsageError(f"--threads takes 1 or more, not {options.threads}.")
    if options.words_per_hour is not None and options.words_per_hour < 1:
        raise UsageError(f"--words-per-hour takes 1 or more, not {options.words_per_hour}.")
    processes = count_processes(options)
    bands = Bands(_bounds(options.bands), options.homogeneity)
    rates = _rates(options.rates)
    config = config_of(options)
    segmenter = load_configured_segmenter(config)
    documents: Iterable[tuple[str, Iterable[Query]]] = iter_documents(options.documents, config, segmenter)
    sampler = Sampler() if options.time else None
    documents = sampler.pass_by(documents) if sampler else documents
    score = Score(options.score)
    files = [Path(options.memory)] if options.memory else []
    header = Header(config.source_language, config.target_language)
    settings = LookupSettings(threshold=bands.bounds[-1], count=1, score=score, is_thorough=True)
    with (
        tempfile.TemporaryDirectory(prefix="bitexte-") as folder,
        opened_look_up(files, Path(folder), header, settings, processes=processes) as look_up,
    ):
        analysis = analyse(
            documents, look_up, bands=bands, rates=rates, score=score, repetitions_first=options.repetitions_first
        )
    measured = None
    if sampler:
        from translate.run.loading import load_tools  # and a model, which an analysis without --time need not load
        from translate.run.pace import measure_pace

        measured = measure_pace(sampler.passages, load_tools(config))
    analysis = replace(analysis, pace=Pace(options.words_per_hour, measured))
    text = format_analysis(analysis) if options.format == _TABLE else FORMATS[options.format](analysis)
    if options.output and str(options.output) != STANDARD:
        write_text(options.output, text)
    else:
        sys.stdout.write(text)
    return 0


def _bounds(text: str) -> tuple[int, ...]:
    bounds = tuple(int(part) for part in text.split(",") if part.isascii() and part.isdigit())
    if len(bounds) != text.count(",") + 1:
        raise UsageError(f"--bands takes whole per cent, such as 95,85,75,50, not '{text}'.")
    return bounds


def _rates(text: str | None) -> Mapping[str, int]:
    rates: dict[str, int] = {}
    for part in text.split(",") if text else ():
        name, sign, value = part.strip().rpartition("=")
        if not sign or not value.isascii() or not value.isdigit():
            raise UsageError(f"--rates takes BAND=PER CENT, such as 95-99=30, not '{part}'.")
        rates[name] = int(value)
    return rates


def format_analysis(analysis: Analysis) -> str:
    documents = analysis.documents if len(analysis.documents) > 1 else ()
    return "\n".join(_document_table(document, analysis) for document in (*documents, analysis.total))


def _document_table(document: DocumentAnalysis, analysis: Analysis) -> str:
    rows = [
        (name, *map(str, (c.segments, c.words, c.characters, c.characters_with_spaces)))
        for name, c in (*document.bands.items(), ("total", document.total))
    ]
    text = format_table((document.name, "segments", "words", "characters", "with spaces"), rows) + "\n"
    if document.cross_file.segments:
        number = document.cross_file.segments
        text += f"{number} of the {REPETITION}s {'repeats' if number == 1 else 'repeat'} another document.\n"
    if analysis.rates:
        text += f"Weighted words: {analysis.weighted_words(document):.1f}\n"
    return text + "".join(f"{line}\n" for line in told_times(analysis, document))
