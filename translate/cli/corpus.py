"""`bitexte corpus`: merge, filter, deduplicate, expand, join, split, sort, sample and compare corpora of any size."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from translate.cli import exit_codes
from translate.cli.corpus_files import open_output, print_tally, read_corpora
from translate.cli.corpus_joins import add_expand, add_join, add_split
from translate.cli.corpus_reports import add_anonymise, add_stats
from translate.cli.options import add_config_options, add_overwrite_option, config_of
from translate.cli.progress import showing
from translate.cli.remarks import SaidOnce, telling
from translate.cli.streams import named
from translate.cli.worker_options import add_jobs_option, processes_of
from translate.config import Config
from translate.corpus import (
    KEEP,
    ORDERS,
    WAYS,
    Change,
    Tally,
    compare,
    deduplicate,
    filter_units,
    merge_units,
    sample_units,
    sort_units,
)
from translate.corpus.steps import Drop, Limits, check_languages, forget
from translate.data import Bitext, Origin, State, TranslationUnit
from translate.errors import UsageError
from translate.formats import Header

DESCRIPTION = """\
Work with corpora of any size, in any format that bitexte reads; the extension of OUTPUT selects its format.

  bitexte corpus merge a.tmx b.jsonl -o all.tmx
  bitexte corpus dedup all.tmx -o lean.tmx --by near --keep best

Each step reports how many units it read, kept and dropped, and why; --dropped FILE keeps the dropped units."""
EXIT_3 = "diff: done, but the corpora differ (only with --strict)"
STRICT_DIFFERENT = 3
RESULTS = ("diff", "stats")
READS, WRITES = ("files", "old", "new"), ("out",)


def add_options(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(title="steps", dest="step_name", metavar="STEP", required=True)
    for name, add in _STEPS.items():
        summary = _SUMMARIES[name]
        step = steps.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=exit_codes(EXIT_3 if name == "diff" else None),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add(step)
        add_overwrite_option(step)
        step.add_argument("--verbose", "-v", action="store_true", help="list every remark, not one line a kind")
        add_config_options(step, reads_pairs=True)


def run(options: argparse.Namespace) -> int:
    code: int = options.step(options, config_of(options))
    return code


def _add_output(parser: argparse.ArgumentParser, *, many: bool = False, drops: bool = True) -> None:
    parser.add_argument("files", nargs="+" if many else 1, type=Path, metavar="FILE", help="corpora to read")
    parser.add_argument(
        "--out", "-o", type=Path, required=True, metavar="OUTPUT", help="corpus to write; - for standard output"
    )
    parser.add_argument("--to", dest="formats", action="append", metavar="FORMAT", help="its format, for -o -")
    if drops:
        parser.add_argument("--dropped", type=named, metavar="FILE", help="write the dropped units, with the reasons")


def _add_merge(parser: argparse.ArgumentParser) -> None:
    _add_output(parser, many=True)
    parser.set_defaults(step=_merge)


def _add_filter(parser: argparse.ArgumentParser) -> None:
    _add_output(parser)
    parser.add_argument("--min-score", type=float, metavar="SCORE", help="drop units with a lower score or no score")
    parser.add_argument(
        "--origin", action="append", choices=[str(o) for o in Origin], help="keep only this origin; may be repeated"
    )
    parser.add_argument(
        "--state", action="append", choices=[str(s) for s in State], help="keep only this state; may be repeated"
    )
    parser.add_argument("--min-length", type=int, metavar="N", help="drop units with a shorter side, in characters")
    parser.add_argument("--max-length", type=int, metavar="N", help="drop units with a longer side (Trados: 2000)")
    parser.add_argument("--no-checks", action="store_true", help="skip the quality checks")
    add_jobs_option(parser)
    parser.set_defaults(step=_filter)


def _add_dedup(parser: argparse.ArgumentParser) -> None:
    _add_output(parser)
    parser.add_argument("--by", choices=WAYS, default="pair", help="what makes a duplicate (default: pair)")
    parser.add_argument("--keep", choices=KEEP, default="first", help="which one to keep (default: first)")
    add_jobs_option(parser)
    parser.set_defaults(step=_dedup)


def _add_sort(parser: argparse.ArgumentParser) -> None:
    _add_output(parser, drops=False)
    parser.add_argument("--by", choices=list(ORDERS), default="source", help="order (default: source)")
    parser.add_argument("--reverse", action="store_true", help="descending order")
    parser.set_defaults(step=_sort)


def _add_sample(parser: argparse.ArgumentParser) -> None:
    _add_output(parser, drops=False)
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument("--units", type=int, metavar="N", help="number of units")
    amount.add_argument("--share", type=float, metavar="PART", help="share of all units, such as 0.1")
    parser.add_argument("--random-seed", type=int, default=1, metavar="N", help="random seed (default: 1)")
    parser.set_defaults(step=_sample)


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    parser.add_argument("--strict", action="store_true", help="exit with 3 if the corpora differ")
    parser.add_argument("--show", type=int, default=20, metavar="N", help="differences to show (default: 20)")
    parser.add_argument("--out", "-o", type=Path, metavar="OUTPUT", help="write the added and changed units")
    parser.set_defaults(step=_diff)


_STEPS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "merge": _add_merge,
    "filter": _add_filter,
    "dedup": _add_dedup,
    "sort": _add_sort,
    "sample": _add_sample,
    "expand": add_expand,
    "join": add_join,
    "split": add_split,
    "stats": add_stats,
    "anonymise": add_anonymise,
    "diff": _add_diff,
}
_SUMMARIES = {
    "merge": "merge corpora into one; unit names stay unique",
    "filter": "keep the units that pass the quality checks and limits",
    "dedup": "remove duplicates by pair, source, target, or near-duplicates",
    "expand": "put the targets of a deduplicated corpus back to all its units",
    "join": "pair the targets of two corpora that share their source",
    "split": "split into parts, such as train and test, with no source and no target in two of them",
    "stats": "count units, words, lengths, duplicates, origins, states and scores",
    "anonymise": "put placeholders in the place of persons, addresses, telephone and account numbers",
    "sort": "sort by source, target, name, document, score or length",
    "sample": "draw a random sample",
    "diff": "list the units added, removed or changed between two corpora",
}


def _merge(options: argparse.Namespace, config: Config) -> int:
    tally = Tally()
    with telling(shows_all=options.verbose) as remarks:
        bitexts = read_corpora(options.files, options, remarks.read)
        with open_output(options, Header.of(bitexts[0]), remarks) as (write, drop):
            for unit in showing(merge_units(bitexts, tally, drop), "units", quiet=options.quiet):
                write(unit)
    return print_tally(tally, remarks, options)


_Step = Callable[[Bitext, Tally, Drop], Iterator[TranslationUnit]]


def _one(options: argparse.Namespace, step: _Step, *, times: int = 1) -> int:
    """Run a step over one corpus, whose units it iterates so many times."""
    tally = Tally()
    with telling(shows_all=options.verbose) as remarks:
        (bitext,) = read_corpora(options.files, options, remarks.read)
        if times > 1:
            bitext = replace(bitext, units=SaidOnce(bitext.units, options.files[0], remarks))
        with open_output(options, Header.of(bitext), remarks) as (write, drop):
            for unit in showing(step(bitext, tally, drop), "units", quiet=options.quiet):
                write(unit)
    return print_tally(tally, remarks, options)


def _filter(options: argparse.Namespace, config: Config) -> int:
    checks = () if options.no_checks else None
    executor = processes_of(options)
    origins = tuple(Origin(name) for name in options.origin or ())
    states = tuple(State(name) for name in options.state or ())
    limits = Limits(options.min_score, origins, options.min_length, options.max_length, states)

    def step(bitext: Bitext, tally: Tally, drop: Drop) -> Iterator[TranslationUnit]:
        return filter_units(bitext.units, checks, config, limits, tally, drop, executor=executor)

    return _one(options, step)


def _dedup(options: argparse.Namespace, config: Config) -> int:
    executor = processes_of(options)

    def step(bitext: Bitext, tally: Tally, drop: Drop) -> Iterator[TranslationUnit]:
        return deduplicate(bitext.units, options.by, options.keep, tally, drop, executor=executor)

    return _one(options, step, times=2)


def _sort(options: argparse.Namespace, config: Config) -> int:
    def step(bitext: Bitext, tally: Tally, drop: Drop) -> Iterator[TranslationUnit]:
        for unit in sort_units(bitext, options.by, is_reversed=options.reverse):
            tally.read += 1
            tally.kept += 1
            yield unit

    return _one(options, step)


def _sample(options: argparse.Namespace, config: Config) -> int:
    if (options.units or 0) < 0 or not 0 <= (options.share or 0) <= 1:
        raise UsageError("--units must be 0 or more, --share from 0 to 1.")
    return _one(
        options,
        lambda bitext, tally, drop: sample_units(
            bitext.units, options.units, options.share, options.random_seed, tally
        ),
        times=2,
    )


_SIGNS = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}


def _diff(options: argparse.Namespace, config: Config) -> int:
    counts, shown = Counter[str](), 0
    options.files = [options.old, options.new]
    with telling(shows_all=options.verbose) as remarks, ExitStack() as stack:
        old, new = read_corpora(options.files, options, remarks.read)
        check_languages([old, new])
        write: Drop = forget
        if options.out is not None:
            write, _ = stack.enter_context(open_output(options, Header.of(new), remarks))
        sides = [SaidOnce(b.units, path, remarks) for b, path in zip((old, new), options.files, strict=True)]
        for difference in compare(sides[0], sides[1], counts):
            if difference.change is not Change.REMOVED:
                write(difference.unit)
            shown += 1
            if shown <= options.show:
                unit = difference.unit
                print(f"{_SIGNS[difference.change]} {unit.name}\n  {unit.source.text}\n  {unit.target.text}")
    if shown > options.show:
        print(f"… and {shown - options.show} more")
    print(f"{counts['same']} unchanged, " + ", ".join(f"{counts[change]} {change}" for change in Change) + ".")
    return STRICT_DIFFERENT if options.strict and shown else 0
