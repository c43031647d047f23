"""`bitexte segment`: text in, one segment a line out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from translate.cli.options import add_overwrite_option, add_selection_options, config_of
from translate.cli.worker_options import add_jobs_option, processes_of
from translate.config import Config
from translate.data import Block
from translate.documents import READERS, find_sources
from translate.documents.plain.reader import read_stream
from translate.executors.parts import map_each
from translate.files import write_text
from translate.languages import DEFAULT_SOURCE
from translate.segmentation import export_srx, load_configured_segmenter

DESCRIPTION = """\
Split documents or standard input (one paragraph per line) into sentences, and print one per line.
Only the white space between sentences changes. A line longer than max_paragraph_characters is an error.

  bitexte segment letter.txt
  bitexte segment --export-srx bitexte.srx"""
RESULTS = True


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "documents",
        nargs="*",
        metavar="DOCUMENT",
        help="files, folders, patterns, or - for standard input (default)",
    )
    parser.add_argument(
        "--language", dest="source_language", metavar="CODE", help=f"language of the text (default: {DEFAULT_SOURCE})"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings (TOML); command-line options override it")
    parser.add_argument("--srx", metavar="FILE", help="segmentation rules (SRX 2.0) instead of the built-in ones")
    parser.add_argument(
        "--encoding", metavar="NAME", help="encoding of the documents (default: detected; standard input: utf-8)"
    )
    add_selection_options(parser)
    parser.add_argument("--join-lines", action="store_true", help="join hard-wrapped lines, as in e-mail")
    parser.add_argument(
        "--export-srx",
        type=Path,
        metavar="FILE",
        help="write the built-in rules for use in a CAT tool, and exit; - for standard output",
    )
    add_jobs_option(parser)
    add_overwrite_option(parser)


def run(options: argparse.Namespace) -> int:
    if options.export_srx:
        return _export(options.export_srx)
    config = config_of(options)
    blocks = _iter_blocks(options.documents or ["-"], config)
    for _, lines in map_each(partial(_segmenting, config), blocks, processes_of(options)):
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _segmenting(config: Config) -> Callable[[Block], list[str]]:
    segmenter = load_configured_segmenter(config)
    return lambda block: [" ".join(segment.text.splitlines()) for segment in segmenter.segment(block.text, block.codes)]


def _iter_blocks(documents: list[str], config: Config) -> Iterator[Block]:
    for argument in documents:
        if argument == "-":
            yield from read_stream(sys.stdin.buffer, Path("-"), config.documents, language=config.source_language)
            continue
        for source in find_sources([argument], config=config.documents).sources:
            reader = READERS.load(source.kind)
            document = reader.read(
                source.path, name=source.name, language=config.source_language, config=config.reading
            )
            yield from document.blocks


def _export(path: Path) -> int:
    if str(path) == "-":
        sys.stdout.write(export_srx())
    else:
        write_text(path, export_srx())
    return 0
