"""`bitexte convert`: one bilingual format into another, mending what can be mended."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from translate.cli.options import add_config_options, add_output_options, config_of
from translate.errors import UsageError
from translate.formats import FORMATS, Header, Remark, Verdict, format_of, place_of

DESCRIPTION = """\
Turn a bilingual file into another format, told by the ending of its name: .tmx, .tmx.gz, .json, .tsv, or the source
side of a Moses pair. What was mended, lost or rejected on the way is listed on standard error, with line and reason."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="INPUT", help="file to read; one file of a Moses pair")
    parser.add_argument("output", type=Path, metavar="OUTPUT", help="file to write")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a unit was rejected")
    add_output_options(parser)
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    config = config_of(options)
    header = Header(config.source_language, config.target_language)
    remarks: list[Remark] = []
    count = 0
    if options.formats and len(options.formats) != 1:
        raise UsageError("convert writes one format; give --format once, or none.")
    bitext = FORMATS.load(format_of(options.input)).read(options.input, header, report=remarks.append)
    written = Header(
        config.output.source_code or bitext.source_language,
        config.output.target_code or bitext.target_language,
        bitext.signature,
    )
    if options.formats:
        plugin, stem = FORMATS.load(options.formats[0]), options.output.with_suffix("")
    else:
        plugin, stem = place_of(options.output)
    with plugin.open(stem, written, report=remarks.append) as writer:
        for unit in bitext.units:
            writer.write(unit)
            count += 1
    for remark in remarks:
        print(remark, file=sys.stderr)
    rejected = sum(remark.verdict is Verdict.REJECTED for remark in remarks)
    print(f"{count} units, {len(remarks) - rejected} remarks, {rejected} rejected: {options.output}")
    return 1 if options.strict and rejected else 0
