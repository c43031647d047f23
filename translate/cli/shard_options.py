"""The options of `bitexte translate` for corpora in shards."""

from __future__ import annotations

import argparse

from translate.config import SHARD_RECORDS, TEXT_FIELD
from translate.errors import UsageError


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
