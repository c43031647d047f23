"""The options of `bitexte translate` for workers and corpora in shards, and the executor that they name."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from translate.config import EXECUTORS, SHARD_RECORDS, TEXT_FIELD, Config
from translate.errors import UsageError

if TYPE_CHECKING:
    from translate.executors.base import Executor


def add_worker_options(parser: argparse.ArgumentParser) -> None:
    """Add how many workers there are, and where."""
    group = parser.add_argument_group("workers")
    group.add_argument("--jobs", type=int, default=0, metavar="N", help="worker processes (default: this one alone)")
    group.add_argument("--executor", choices=EXECUTORS, default="local", help="where workers run (default: local)")
    group.add_argument("--ray-address", default="", metavar="ADDRESS", help="Ray cluster (default: start one here)")
    group.add_argument("--gpus-per-worker", type=float, default=0.0, metavar="N", help="GPUs of a Ray worker: 0.25")


def make_executor(options: argparse.Namespace, config: Config) -> Executor | None:
    """Return what has the workers that `options` name; None where this process is to do all.

    :raises UsageError: for a number that is none of workers.
    """
    if options.jobs < 0:
        raise UsageError(f"--jobs must be 0 or more, not {options.jobs}.")
    if options.executor != "ray" and (options.ray_address or options.gpus_per_worker):
        raise UsageError(f"--{'ray-address' if options.ray_address else 'gpus-per-worker'} needs --executor ray.")
    if options.executor == "local" and not options.jobs:
        return None
    from translate.executors.schedule import Rules  # few runs need workers

    rules, workers = Rules(mixed=options.mixed), max(1, options.jobs)
    if options.executor == "local":
        from translate.executors.local import Local

        return Local(workers, rules=rules)
    from translate.executors.ray import Ray

    return Ray(workers, options.ray_address, config.for_worker.engine.threads, options.gpus_per_worker, rules)


def add_shard_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of `translate` for shards."""
    group = parser.add_argument_group("shards")
    group.add_argument(
        "--shards",
        metavar="CORPUS",
        help="translate a corpus (.jsonl, .txt, .tsv, .parquet) shard by shard: a folder, or an address (s3://...)",
    )
    group.add_argument(
        "--text-field",
        default=TEXT_FIELD,
        metavar="NAME",
        help=f"field with the text; of TSV its number (default: {TEXT_FIELD})",
    )
    group.add_argument(
        "--shard-segments",
        type=int,
        default=SHARD_RECORDS,
        metavar="N",
        help=f"records of a shard (default: {SHARD_RECORDS})",
    )
    group.add_argument("--take", metavar="K/N", help="every N-th shard from the K-th on: for a job of a batch queue")
    group.add_argument("--mixed", action="store_true", help="allow processors that translate some texts differently")
    group.add_argument(
        "--keep-going", type=int, choices=(0, 1), default=1, help="0 stops at the first shard that fails (default: 1)"
    )


def refuse_shard_options(options: argparse.Namespace) -> None:
    """Refuse what says how shards are made where none are.

    :raises UsageError: for the first such option.
    """
    usual = {"text_field": TEXT_FIELD, "shard_segments": SHARD_RECORDS, "take": None, "mixed": False, "keep_going": 1}
    for name, value in usual.items():
        if getattr(options, name) != value:
            raise UsageError(f"--{name.replace('_', '-')} is for corpora: it needs --shards.")
