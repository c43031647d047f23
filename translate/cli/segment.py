"""`bitexte segment`: text in, one segment a line out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from translate.cli.options import config_of
from translate.config import Config
from translate.documents import READERS, find_sources
from translate.files import write_text
from translate.segmentation import export_srx, load_segmenter

DESCRIPTION = """\
Split text into sentences, one a line, on standard output. Standard input (-) holds one paragraph a line.
Nothing is changed but the white space between sentences."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "documents", nargs="*", metavar="DOCUMENT", help="files, folders, patterns, or - for standard input"
    )
    parser.add_argument("--language", dest="source_language", metavar="CODE", help="language of the text (default: fr)")
    parser.add_argument("--srx", metavar="FILE", help="rules to use in place of ours (SRX 2.0)")
    parser.add_argument("--encoding", metavar="NAME", help="encoding of the documents (default: found out)")
    parser.add_argument(
        "--export-srx",
        type=Path,
        metavar="FILE",
        help="write our rules for other tools, and stop; - for standard output",
    )


def run(options: argparse.Namespace) -> int:
    if options.export_srx:
        return _export(options.export_srx)
    config = config_of(options)
    segmenter = load_segmenter(
        config.source_language, Path(config.segmentation.srx) if config.segmentation.srx else None
    )
    for paragraph in _iter_paragraphs(options.documents or ["-"], config):
        for segment in segmenter.segment(paragraph):
            sys.stdout.write(" ".join(segment.text.splitlines()) + "\n")
    return 0


def _iter_paragraphs(documents: list[str], config: Config) -> Iterator[str]:
    for argument in documents:
        if argument == "-":
            yield from iter(sys.stdin)
            continue
        for source in find_sources([argument]).sources:
            reader = READERS.load(source.kind)
            document = reader.read(
                source.path, name=source.name, language=config.source_language, config=config.documents
            )
            yield from (block.text for block in document.blocks)


def _export(path: Path) -> int:
    if str(path) == "-":
        sys.stdout.write(export_srx())
    else:
        write_text(path, export_srx())
    return 0
