"""`bitexte memory lookup`: segments in, one line of JSON for each with its matches out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from translate.cli.answers import COLUMNS, FORMATTERS, Answers
from translate.cli.streams import STANDARD
from translate.cli.worker_options import add_jobs_option, count_processes
from translate.errors import UsageError
from translate.executors.collecting import collecting_rarely
from translate.files import text_layer
from translate.files.replacing import replace_file
from translate.formats.base import Header
from translate.languages import DEFAULT_SOURCE, DEFAULT_TARGET
from translate.memory.matches import LookupSettings, Penalties, Score
from translate.memory.requests import Request, read_requests, requests_of

LOWEST_SENSIBLE = 50
MANY = 512
"""Segments from which on several processes look them up; to make one ready takes as long as to look up a hundred."""
_BATCH = 64
"""Segments that a process is given at a time: of more, one would wait longer for another in the end."""
_FIRST = 16
"""Segments that this process looks up before others do, which begin as copies of it: all that they load is there."""


def add_lookup_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `bitexte memory lookup`."""
    parser.add_argument("memory", type=Path, metavar="MEMORY", help="memory (.tmdb)")
    parser.add_argument(
        "file",
        nargs="?",
        default="-",
        metavar="FILE",
        help="one segment per line, JSON Lines with 'source', or a bilingual file; - for standard input (default)",
    )
    parser.add_argument("--fuzzy", type=int, default=75, metavar="N", help="lowest per cent (default: 75)")
    parser.add_argument("--matches", type=int, default=5, metavar="N", help="matches of a segment (default: 5)")
    parser.add_argument(
        "--score",
        choices=[score.value for score in Score],
        default=Score.ALL.value,
        help="figure to rank by: all tokens (default, as OmegaT), words alone, or after repair",
    )
    parser.add_argument("--all-targets", action="store_true", help="list each different target of a source")
    parser.add_argument("--thorough", action="store_true", help="look at four times as many candidates")
    parser.add_argument(
        "--context",
        choices=["neighbours", "id"],
        default="neighbours",
        help="what makes a match one in context: both neighbours (default), or the name of the unit, for files of keys",
    )
    parser.add_argument("--domain", default="", metavar="NAME", help="units of other domains get the penalty 'domain'")
    parser.add_argument(
        "--penalty",
        action="append",
        default=[],
        metavar="NAME=N",
        help="per cent taken off: mt=10, draft=5 (defaults), domain=N, age=N (per year); may be given more than once",
    )
    parser.add_argument(
        "--no-repair", action="store_true", help="leave numbers, dates and names of targets as they are"
    )
    parser.add_argument(
        "--format", choices=list(FORMATTERS), default=next(iter(FORMATTERS)), help="jsonl (default), tsv or table"
    )
    add_jobs_option(parser, takes_all=True)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write there instead of standard output")
    # as add_overwrite_option, whose module loads the settings
    parser.add_argument("--overwrite", action="store_true", help="replace files that bitexte did not write")


_Arguments = tuple[Path, LookupSettings, str, bool]
"""What :class:`Answers` are made with."""


def run_lookup(options: argparse.Namespace) -> int:
    """Print the matches of each segment, in order."""
    settings = _settings(options)
    processes = 1 if options.jobs is None else count_processes(options)
    if settings.threshold < LOWEST_SENSIBLE:
        print(f"bitexte: --fuzzy {settings.threshold}: below 50 % matches share little but spaces.", file=sys.stderr)
    arguments = (options.memory, settings, options.format, not options.no_repair)
    with collecting_rarely(), ExitStack() as stack:
        answers = stack.enter_context(closing(_open(*arguments)))
        if options.json and str(options.json) != STANDARD:
            out: TextIO = stack.enter_context(text_layer(stack.enter_context(replace_file(options.json))))
        else:
            out = sys.stdout
        if options.format == "tsv":
            out.write("\t".join(COLUMNS) + "\n")
        requests = iter(_requests(options.file))
        first = list(islice(requests, MANY))
        if options.jobs is None and len(first) == MANY:
            processes = count_processes(options)
        is_alone = len(first) < MANY or processes < 2
        if not is_alone:
            out.write(answers.of(first[:_FIRST]))
            del first[:_FIRST]
        parts = _parts(chain(first, requests))
        for text in map(answers.of, parts) if is_alone else _answered(parts, processes, arguments):
            out.write(text)
    return 0


def _parts(requests: Iterable[Request]) -> Iterator[list[Request]]:
    stream = iter(requests)
    while some := list(islice(stream, _BATCH)):
        yield some


def _open(memory: Path, settings: LookupSettings, layout: str, has_repair: bool) -> Answers:
    return Answers(memory, settings, layout, has_repair=has_repair)


def _answered(parts: Iterator[list[Request]], processes: int, arguments: _Arguments) -> Iterator[str]:
    """Yield the answers to each part, from several processes."""
    from translate.executors.base import results_of  # which a few segments need not wait for
    from translate.executors.local import Local

    return results_of(Local(processes, copies=True).map(_Work(arguments), parts))


class _Work:
    """Answers in a process of its own."""

    def __init__(self, arguments: _Arguments) -> None:
        self._arguments = arguments
        self._answers: Answers | None = None

    def begin(self) -> str:
        self._answers = _open(*self._arguments)
        return ""

    def end(self) -> None:
        if self._answers is not None:
            self._answers.close()

    def do(self, item: list[Request]) -> str:
        assert self._answers is not None
        return self._answers.of(item)


def _requests(name: str) -> Iterable[Request]:
    if name == "-":
        return requests_of(enumerate(sys.stdin.buffer, 1), Path("-"))
    if " " in name and not Path(name).is_file():
        how = "echo 'SEGMENT' | bitexte memory lookup MEMORY -"
        raise UsageError(f"No such file: '{name}'. A segment is read from a file or from standard input: {how}")
    return read_requests(Path(name), Header(DEFAULT_SOURCE, DEFAULT_TARGET))


def _settings(options: argparse.Namespace) -> LookupSettings:
    if not 1 <= options.fuzzy <= 100:
        raise UsageError(f"--fuzzy takes 1 to 100, not {options.fuzzy}.")
    if options.matches < 1:
        raise UsageError(f"--matches takes 1 or more, not {options.matches}.")
    penalties = Penalties()
    known = Penalties.__dataclass_fields__
    for given in options.penalty:
        name, _, points = given.partition("=")
        if name not in known or not (points.isascii() and points.isdigit()):
            raise UsageError(f"--penalty takes NAME=N, such as mt=10, not '{given}'. Known: {', '.join(known)}.")
        penalties = replace(penalties, **{name: int(points)})
    return LookupSettings(
        threshold=options.fuzzy,
        count=options.matches,
        score=Score(options.score),
        is_thorough=options.thorough,
        has_all_targets=options.all_targets,
        is_context_name=options.context == "id",
        domain=options.domain,
        penalties=penalties,
        today=datetime.now(UTC).strftime("%Y%m%d") if penalties.age else "",
    )
