"""`bitexte corpus`: merge, filter, deduplicate, sort, sample and compare corpora of any size."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from translate.checks import load_checks
from translate.cli import EXIT_CODES
from translate.cli.options import add_config_options, config_of
from translate.cli.tables import format_table
from translate.config import Config
from translate.corpus import (
    KEEP,
    KEYS,
    ORDERS,
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
from translate.data import Bitext, Origin, TranslationUnit
from translate.errors import UsageError
from translate.formats import FORMATS, Header, Remark, format_of, place_of
from translate.formats import Verdict as Reading

DESCRIPTION = """\
Work on corpora of any size, in any format that bitexte reads; OUTPUT's name tells the format that is written.

  merge    several corpora into one; names stay unique
  filter   keep what the checks accept, by score, origin and length as well
  dedup    keep one of each pair, source, target, or of nearly the same pairs
  sort     by source, target, name, document, score or length
  sample   draw some, evenly; the seed decides which
  diff     what is added, removed or changed between two corpora

Each says how many units it read, kept and dropped, and why; --dropped FILE keeps what was dropped."""
STRICT_DIFFERENT = 3


def add_options(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(title="steps", metavar="STEP", required=True)
    for name, add in _STEPS.items():
        summary = _SUMMARIES[name]
        step = steps.add_parser(name, help=summary, description=f"{summary.capitalize()}.", epilog=EXIT_CODES)
        add(step)
        add_config_options(step)


def run(options: argparse.Namespace) -> int:
    code: int = options.step(options, config_of(options))
    return code


def _add_output(parser: argparse.ArgumentParser, *, many: bool = False, drops: bool = True) -> None:
    parser.add_argument("files", nargs="+" if many else 1, type=Path, metavar="FILE", help="corpora to read")
    parser.add_argument("--out", "-o", type=Path, required=True, metavar="OUTPUT", help="corpus to write")
    if drops:
        parser.add_argument("--dropped", type=Path, metavar="FILE", help="write what is dropped, with its issues")


def _add_merge(parser: argparse.ArgumentParser) -> None:
    _add_output(parser, many=True)
    parser.set_defaults(step=_merge)


def _add_filter(parser: argparse.ArgumentParser) -> None:
    _add_output(parser)
    parser.add_argument("--min-score", type=float, metavar="SCORE", help="drop units with a lower score, or with none")
    parser.add_argument(
        "--origin", action="append", choices=[str(o) for o in Origin], help="keep these alone; may be repeated"
    )
    parser.add_argument("--min-length", type=int, metavar="N", help="characters of the shorter side")
    parser.add_argument("--max-length", type=int, metavar="N", help="characters of the longer side; Trados takes 2000")
    parser.add_argument("--no-checks", action="store_true", help="leave out the checks")
    parser.set_defaults(step=_filter)


def _add_dedup(parser: argparse.ArgumentParser) -> None:
    _add_output(parser)
    parser.add_argument("--by", choices=list(KEYS), default="pair", help="what makes a duplicate (default: pair)")
    parser.add_argument("--keep", choices=KEEP, default="first", help="which one stays (default: first)")
    parser.set_defaults(step=_dedup)


def _add_sort(parser: argparse.ArgumentParser) -> None:
    _add_output(parser, drops=False)
    parser.add_argument("--by", choices=list(ORDERS), default="source", help="order (default: source)")
    parser.add_argument("--reverse", action="store_true", help="from large to small")
    parser.set_defaults(step=_sort)


def _add_sample(parser: argparse.ArgumentParser) -> None:
    _add_output(parser, drops=False)
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument("--units", type=int, metavar="N", help="how many")
    amount.add_argument("--share", type=float, metavar="PART", help="what part of all, such as 0.1")
    parser.add_argument("--random-seed", type=int, default=1, metavar="N", help="draws others (default: 1)")
    parser.set_defaults(step=_sample)


def _add_diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    parser.add_argument("--strict", action="store_true", help="exit with 3 where the corpora differ")
    parser.add_argument("--show", type=int, default=20, metavar="N", help="differences to show (default: 20)")
    parser.add_argument("--out", "-o", type=Path, metavar="OUTPUT", help="write what is added or changed as a corpus")
    parser.set_defaults(step=_diff)


_STEPS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "merge": _add_merge,
    "filter": _add_filter,
    "dedup": _add_dedup,
    "sort": _add_sort,
    "sample": _add_sample,
    "diff": _add_diff,
}
_SUMMARIES = {
    "merge": "several corpora into one",
    "filter": "keep what the checks and limits accept",
    "dedup": "keep one of each",
    "sort": "put units in order",
    "sample": "draw some units",
    "diff": "compare two corpora",
}


class _Reports:
    """Counts what the files say of themselves, and prints it."""

    def __init__(self) -> None:
        self.rejected = 0
        self._is_shown = True

    def __call__(self, remark: Remark) -> None:
        self.rejected += remark.verdict is Reading.REJECTED and self._is_shown
        if self._is_shown:
            print(remark, file=sys.stderr)

    def hush(self) -> None:
        """Say nothing more: the files are read again."""
        self._is_shown = False


class _Hushing:
    """Units whose file says what is wrong with it only when it is read for the first time."""

    def __init__(self, units: Iterable[TranslationUnit], reports: _Reports) -> None:
        self._units, self._reports = units, reports

    def __iter__(self) -> Iterator[TranslationUnit]:
        yield from self._units
        self._reports.hush()


def _read(paths: list[Path], config: Config, report: Callable[[Remark], None]) -> list[Bitext]:
    header = Header(config.source_language, config.target_language)
    bitexts = [FORMATS.load(format_of(path)).read(path, header, report=report) for path in paths]
    check_languages(bitexts)
    return bitexts


@contextmanager
def _open(options: argparse.Namespace, header: Header, report: Callable[[Remark], None]) -> Iterator[tuple[Drop, Drop]]:
    """Open the output, and where what is dropped goes; return how to write to each."""
    for path in options.files:
        if options.out.exists() and path.exists() and options.out.samefile(path):
            raise UsageError(f"{options.out} is a file to read; write to another, and rename it then.")
    with ExitStack() as stack:
        plugin, stem = place_of(options.out)
        writer = stack.enter_context(plugin.open(stem, header, report=report))
        drop = forget
        if getattr(options, "dropped", None) is not None:
            other, aside = place_of(options.dropped)
            drop = stack.enter_context(other.open(aside, header, report=report)).write
        yield writer.write, drop


def _print(tally: Tally, rejected: int, options: argparse.Namespace) -> int:
    rows = [("dropped", reason, str(count)) for reason, count in tally.dropped.most_common()]
    rows += [("changed", reason, str(count)) for reason, count in tally.changed.most_common()]
    if rows:
        print(format_table(("", "why", "units"), rows))
    unread = f", {rejected} unreadable" if rejected else ""
    print(f"{tally.read} units read{unread}, {tally.kept} kept, {tally.dropped.total()} dropped: {options.out}")
    return 0


def _merge(options: argparse.Namespace, config: Config) -> int:
    tally, reports = Tally(), _Reports()
    bitexts = _read(options.files, config, reports)
    with _open(options, Header.of(bitexts[0]), reports) as (write, drop):
        for unit in merge_units(bitexts, tally, drop):
            write(unit)
    return _print(tally, reports.rejected, options)


_Step = Callable[[Bitext, Tally, Drop], Iterator[TranslationUnit]]


def _one(options: argparse.Namespace, config: Config, step: _Step, *, times: int = 1) -> int:
    """Run a step over one corpus, whose units it iterates so many times."""
    tally, reports = Tally(), _Reports()
    (bitext,) = _read(options.files, config, reports)
    if times > 1:  # What a file says of itself is said once.
        bitext = replace(bitext, units=_Hushing(bitext.units, reports))
    with _open(options, Header.of(bitext), reports) as (write, drop):
        for unit in step(bitext, tally, drop):
            write(unit)
    return _print(tally, reports.rejected, options)


def _filter(options: argparse.Namespace, config: Config) -> int:
    checks = () if options.no_checks else load_checks(config.checks)
    origins = tuple(Origin(name) for name in options.origin or ())
    limits = Limits(options.min_score, origins, options.min_length, options.max_length)
    return _one(
        options, config, lambda bitext, tally, drop: filter_units(bitext.units, checks, config, limits, tally, drop)
    )


def _dedup(options: argparse.Namespace, config: Config) -> int:
    times = 1 if options.keep == "first" else 2
    return _one(
        options,
        config,
        lambda bitext, tally, drop: deduplicate(bitext.units, options.by, options.keep, tally, drop),
        times=times,
    )


def _sort(options: argparse.Namespace, config: Config) -> int:
    def step(bitext: Bitext, tally: Tally, drop: Drop) -> Iterator[TranslationUnit]:
        for unit in sort_units(bitext, options.by, is_reversed=options.reverse):
            tally.read += 1
            tally.kept += 1
            yield unit

    return _one(options, config, step)


def _sample(options: argparse.Namespace, config: Config) -> int:
    if (options.units or 0) < 0 or not 0 <= (options.share or 0) <= 1:
        raise UsageError("--units wants a number from 0 on, --share one from 0 to 1.")
    return _one(
        options,
        config,
        lambda bitext, tally, drop: sample_units(
            bitext.units, options.units, options.share, options.random_seed, tally
        ),
        times=2,
    )


_SIGNS = {Change.ADDED: "+", Change.REMOVED: "-", Change.CHANGED: "~"}


def _diff(options: argparse.Namespace, config: Config) -> int:
    reports, counts = (_Reports(), _Reports()), Counter[str]()
    (old,), (new,) = (_read([path], config, r) for path, r in zip((options.old, options.new), reports, strict=True))
    check_languages([old, new])
    options.files = [options.old, options.new]
    shown = 0
    with ExitStack() as stack:
        write: Drop = forget
        if options.out is not None:
            write, _ = stack.enter_context(_open(options, Header.of(new), _Reports()))
        sides = (_Hushing(old.units, reports[0]), _Hushing(new.units, reports[1]))
        for difference in compare(sides[0], sides[1], counts):
            if difference.change is not Change.REMOVED:
                write(difference.unit)
            shown += 1
            if shown <= options.show:
                unit = difference.unit
                print(f"{_SIGNS[difference.change]} {unit.name}\n  {unit.source.text}\n  {unit.target.text}")
    if shown > options.show:
        print(f"… and {shown - options.show} more")
    print(f"{counts['same']} pairs are the same, " + ", ".join(f"{counts[change]} {change}" for change in Change) + ".")
    return STRICT_DIFFERENT if options.strict and shown else 0
