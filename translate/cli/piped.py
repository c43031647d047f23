"""`bitexte translate -`: a document from standard input, its translation or its corpus on standard output."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from translate.cli import STRICT_REFUSED
from translate.cli.streams import STANDARD
from translate.config import Config
from translate.documents import find_sources, from_standard_input
from translate.errors import DocumentError, UsageError
from translate.run.run import run as run_documents

_NEEDS_A_FOLDER = ("shards", "segmented", "previous", "split", "omegat", "json", "copy_others")


def translate_to_standard_output(options: argparse.Namespace, config: Config) -> int:
    """Translate one document, and write its translation to standard output; with `--to`, its corpus instead.

    :raises UsageError: where there is not one document and one format, or what is asked for needs a folder.
    :raises DocumentError: where the document cannot be read.
    """
    if len(options.documents) != 1 or len(options.formats or ()) > 1 or (options.formats or ["one"])[0].count(","):
        raise UsageError("standard output takes one document, and one format; give --out FOLDER for more.")
    for name in _NEEDS_A_FOLDER:
        if getattr(options, name, None):
            raise UsageError(f"--{name.replace('_', '-')} needs a folder to write to; give --out FOLDER.")
    output = replace(config.output, formats=tuple(options.formats or ()), no_journal=True)
    with tempfile.TemporaryDirectory(prefix="bitexte-") as name:
        folder, out = Path(name), Path(name) / "out"
        if options.documents == [STANDARD]:
            sources = [from_standard_input(sys.stdin.buffer, folder, kind=options.read_as)]
        else:
            sources = list(find_sources(options.documents, config=config.documents).sources)
        if len(sources) != 1:
            raise UsageError(f"standard output takes one document, not {len(sources)}; give --out FOLDER.")
        (report,) = run_documents(sources, out, replace(config, output=output)).documents
        if report.message is not None:
            raise DocumentError(report.message.replace(f"{folder}/", ""))
        for notice in report.notices:
            print(f"{report.name}: {notice}", file=sys.stderr)
        translated, *others = report.outputs
        corpora = [path for path in others if ".rejected." not in path.name]
        if len(corpora) > 1:
            raise UsageError(f"{options.formats[0]} makes {len(corpora)} files; give --out FOLDER.")
        sys.stdout.flush()
        with next(iter(corpora), translated).open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.flush()
    counts = report.counts
    if counts.refused and not options.quiet:
        issues = ", ".join(f"{check} {count}" for check, count in counts.issues.most_common(3))
        print(f"{counts.refused} of {counts.units} units refused ({issues}); --out FOLDER lists them.", file=sys.stderr)
    return STRICT_REFUSED if options.strict and counts.refused else 0
