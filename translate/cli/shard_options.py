"""The options of `bitexte translate` for corpora in shards, beside the command, which is slow to load."""

from __future__ import annotations

import argparse

from translate.config import EXECUTORS, SHARD_RECORDS, TEXT_FIELD


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
    group.add_argument("--jobs", type=int, default=0, metavar="N", help="worker processes (default: this one alone)")
    group.add_argument("--executor", choices=EXECUTORS, default="local", help="where workers run (default: local)")
    group.add_argument("--ray-address", default="", metavar="ADDRESS", help="Ray cluster (default: start one here)")
    group.add_argument("--gpus-per-worker", type=float, default=0.0, metavar="N", help="GPUs of a Ray worker: 0.25")
    group.add_argument("--take", metavar="K/N", help="every N-th shard from the K-th on: for a job of a batch queue")
    group.add_argument("--mixed", action="store_true", help="allow processors that translate some texts differently")
    group.add_argument(
        "--keep-going", type=int, choices=(0, 1), default=1, help="0 stops at the first shard that fails (default: 1)"
    )
