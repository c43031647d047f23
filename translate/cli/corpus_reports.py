"""`bitexte corpus stats` and `corpus anonymise`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path

from translate.cli.corpus_files import open_output, read_corpora
from translate.cli.progress import showing
from translate.cli.remarks import SaidOnce, telling
from translate.cli.streams import named
from translate.cli.tables import counted, format_table
from translate.cli.worker_options import add_jobs_option, processes_of
from translate.config import Config
from translate.corpus.anonymise import Names, anonymise, collect_names
from translate.corpus.statistics import Statistics, measure
from translate.files import write_text
from translate.formats import Header
from translate.report.statistics import as_dict, format_json, format_page


def add_stats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="corpora to read, counted together")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the counts as JSON; - for standard output")
    parser.add_argument("--html", type=named, metavar="FILE", help="write a page with plots")
    add_jobs_option(parser)
    parser.set_defaults(step=_stats)


def add_anonymise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs=1, type=Path, metavar="FILE", help="corpus to read")
    parser.add_argument("--out", "-o", type=Path, required=True, metavar="OUTPUT", help="corpus to write")
    parser.add_argument("--to", dest="formats", action="append", metavar="FORMAT", help="its format, for -o -")
    parser.add_argument(
        "--map", type=named, required=True, metavar="FILE", help="where placeholders and what they stand for are kept"
    )
    add_jobs_option(parser)
    parser.set_defaults(step=_anonymise)


def _stats(options: argparse.Namespace, config: Config) -> int:
    executor = processes_of(options)
    with telling(shows_all=options.verbose) as remarks:
        bitexts = read_corpora(options.files, options, remarks.read)
        units = chain.from_iterable(bitext.units for bitext in bitexts)
        found = measure(showing(units, "units", quiet=options.quiet), executor=executor)
    if options.html:
        write_text(options.html, format_page(found, ", ".join(path.name for path in options.files)))
    if str(options.json) == "-":
        sys.stdout.write(format_json(found))
        return 0
    if options.json:
        write_text(options.json, format_json(found))
    _print(found)
    return 0


def _print(found: Statistics) -> None:
    total = found.total
    print(
        f"{counted(total.units, 'unit')}, {total.source_words} and {total.target_words} words, "
        f"{total.source_characters} and {total.target_characters} characters"
    )
    print(f"repeated: {found.same_pair} pairs, {found.same_source} sources, {found.same_target} targets")
    values = as_dict(found)
    rows = []
    for name in ("languages", "origins", "states", "lengths", "scores"):
        held = values[name]
        rows += [(name, label, str(count)) for label, count in held.items()] if isinstance(held, dict) else []
    rows += [("documents", name, str(amount.units)) for name, amount in found.documents.items()]
    print(format_table(("", "", "units"), rows))


def _anonymise(options: argparse.Namespace, config: Config) -> int:
    names, executor = Names(), processes_of(options)
    with telling(shows_all=options.verbose) as remarks:
        (bitext,) = read_corpora(options.files, options, remarks.read)
        bitext = replace(bitext, units=SaidOnce(bitext.units, options.files[0], remarks))
        collect_names(bitext.units, names, executor=executor)
        count = 0
        with open_output(options, Header.of(bitext), remarks) as (write, _):
            for unit in anonymise(showing(bitext.units, "units", quiet=options.quiet), names, executor=executor):
                write(unit)
                count += 1
    write_text(options.map, "".join(f"{placeholder}\t{value}\n" for placeholder, value in names.rows()))
    options.map.chmod(0o600)
    said = ", ".join(f"{number} {kind.lower()}" for kind, number in sorted(names.counts.items()))
    print(f"{counted(count, 'unit')} written: {options.out}; replaced: {said or 'nothing'}; map: {options.map}")
    return 0
