"""`bitexte shards check`, and `bitexte translate --shards`: corpora that are translated shard by shard."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from translate.cli.tables import counted, format_table
from translate.cli.worker_options import make_executor
from translate.config import Config
from translate.errors import UsageError
from translate.executors.local import Local
from translate.files import write_text
from translate.shards.cutting import Take
from translate.shards.run import ShardSettings, ShardsReport, translate_shards
from translate.shards.stores import open_store
from translate.shards.verify import repair, verify

DESCRIPTION = """\
Check what `bitexte translate --shards` made: whether every file stands as it was made, and nothing else.

  bitexte shards check out/
  bitexte shards check out/ --repair     delete what does not agree; the next run makes it again"""
RESULTS = True


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("check",), help="what to do")
    parser.add_argument("out", metavar="OUT", help="folder, or address, that --out named")
    parser.add_argument("--repair", action="store_true", help="delete what does not agree")
    parser.add_argument("--quiet", action="store_true", help="print nothing where all is well")


def run(options: argparse.Namespace) -> int:
    store = open_store(options.out)
    done, faults = verify(store)
    for fault in faults:
        print(f"{options.out}/{fault.file}: {fault.message}", file=sys.stderr)
    if faults and options.repair:
        left = repair(store, faults)
        again = len({fault.shard for fault in faults if fault.shard})
        removed = counted(len(faults) - len(left), "fault")
        print(f"{removed} removed; {counted(again, 'shard')} to do again: run the same command.")
        return 1 if left else 0
    if faults or not options.quiet:
        print(f"{counted(done, 'shard')} done, {counted(len(faults), 'fault')}. Output: {options.out}")
    return 1 if faults else 0


def run_shards(options: argparse.Namespace, out: str, config: Config) -> int:
    """Translate the shards that `options` name into the store at `out`; return the exit code.

    :raises BitexteError: where nothing can go on.
    """
    if options.documents:
        raise UsageError(f"--shards cannot be combined with documents: {', '.join(options.documents)}.")
    if options.shard_segments < 1:
        raise UsageError(f"--shard-segments must be 1 or more, not {options.shard_segments}.")
    settings = ShardSettings(
        text_field=options.text_field,
        records=options.shard_segments,
        take=Take.parse(options.take) if options.take else Take(),
        mixed=options.mixed,
        stops_at_failure=not options.keep_going,
    )
    workers = make_executor(options, config)
    config = config.for_worker if workers else config
    executor = workers or Local()

    def tell(name: str, done: int, wanted: int) -> None:
        print(f"{done} of {counted(wanted, 'shard')}: {name}", file=sys.stderr, flush=True)

    report = translate_shards(options.shards, out, config, settings, executor, tell=None if options.quiet else tell)
    if options.json:
        _write_result(report, options.json)
    if not options.quiet and str(options.json) != "-":
        _print(report, out)
    for shard, reason in report.failed:
        last = shard.first + shard.records - 1
        print(f"bitexte: {shard.file}: lines {shard.first} to {last} were set aside: {reason}.", file=sys.stderr)
    return 1 if report.failed else 0


def _print(report: ShardsReport, out: str) -> None:
    if report.left_aside:
        print(f"Skipped (unsupported type): {', '.join(report.left_aside[:5])}", file=sys.stderr)
    rows = [
        (d.name, d.file, str(d.records), str(d.rejected), str(d.units), str(d.refused), f"{d.seconds:.1f}")
        for d in report.done
    ]
    if rows:
        print(format_table(("shard", "file", "records", "rejected", "units", "refused", "seconds"), rows))
    counts = (
        counted(report.shards, "shard"),
        f"{report.before} done before",
        f"{len(report.done)} done now",
        f"{len(report.failed)} failed",
        f"{report.waiting} waiting",
    )
    print(f"{', '.join(counts)}. Output: {out}")
    if report.strays:
        names = f"{report.strays[0]} and {len(report.strays) - 1} more" if report.strays[1:] else report.strays[0]
        print(f"{out} holds shards of other texts or settings: {names}.")


def _write_result(report: ShardsReport, path: Path) -> None:
    value = {
        "signature": report.signature,
        "shards": report.shards,
        "done_before": report.before,
        "done": [done.name for done in report.done],
        "failed": [{"file": s.file, "first": s.first, "records": s.records, "reason": why} for s, why in report.failed],
        "waiting": report.waiting,
        "units": sum(done.units for done in report.done),
        "refused": sum(done.refused for done in report.done),
        "rejected": sum(done.rejected for done in report.done),
        "strays": list(report.strays),
    }
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    if str(path) == "-":
        sys.stdout.write(text)
    else:
        write_text(path, text)
