"""The steps of `bitexte corpus` with two inputs, or several outputs: expand, join and split."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from translate.cli.corpus_files import open_output, print_tally, read_corpora, refuse_input
from translate.cli.progress import showing
from translate.cli.remarks import SaidOnce, telling
from translate.cli.stated import USUAL, stated_languages
from translate.cli.streams import named
from translate.cli.worker_options import add_jobs_option, processes_of
from translate.config import Config
from translate.corpus import GROUPS, Tally, expand_units, join_units, joined_header, split_units
from translate.corpus.steps import forget
from translate.errors import UsageError
from translate.formats import Header, place_of, read_bitext

_TOLERANCE = 1e-6


def add_expand(parser: argparse.ArgumentParser) -> None:
    """Add the options of `corpus expand`."""
    _add_two(parser, "corpus that was deduplicated", "the part of it that has targets")
    parser.set_defaults(step=_expand)


def add_join(parser: argparse.ArgumentParser) -> None:
    """Add the options of `corpus join`."""
    _add_two(parser, "corpus whose targets become sources", "corpus of the same source language, whose targets stay")
    parser.set_defaults(step=_join)


def add_split(parser: argparse.ArgumentParser) -> None:
    """Add the options of `corpus split`."""
    parser.add_argument("files", nargs=1, type=Path, metavar="FILE", help="corpus to read")
    parser.add_argument(
        "--out", "-o", type=named, required=True, metavar="OUTPUT", help="corpora: all.tmx, all.NAME.tmx"
    )
    parser.add_argument(
        "--part",
        action="append",
        required=True,
        metavar="NAME=SHARE",
        help="a part and its share, such as test=0.01; repeated, they make 1 together",
    )
    parser.add_argument(
        "--by", choices=GROUPS, default="source", help="what stays together: a source (default), or a whole document"
    )
    parser.add_argument("--dropped", type=named, metavar="FILE", help="write the units that another part has, too")
    parser.add_argument("--random-seed", type=int, default=1, metavar="N", help="random seed (default: 1)")
    add_jobs_option(parser)
    parser.set_defaults(step=_split)


def _add_two(parser: argparse.ArgumentParser, first: str, second: str) -> None:
    parser.add_argument("files", nargs=2, type=Path, metavar="FILE", help=f"{first}, and {second}")
    parser.add_argument("--out", "-o", type=Path, required=True, metavar="OUTPUT", help="corpus to write")
    parser.add_argument("--dropped", type=named, metavar="FILE", help="write the units without a match")


def _expand(options: argparse.Namespace, config: Config) -> int:
    tally = Tally()
    with telling(shows_all=options.verbose) as remarks:
        whole, lean = read_corpora(options.files, options, remarks.read)
        with open_output(options, Header.of(whole), remarks) as (write, drop):
            for unit in showing(expand_units(whole.units, lean.units, tally, drop), "units", quiet=options.quiet):
                write(unit)
    return print_tally(tally, remarks, options)


def _join(options: argparse.Namespace, config: Config) -> int:
    tally = Tally()
    with telling(shows_all=options.verbose) as remarks:
        stated = stated_languages(options)
        one, other = (
            read_bitext(path, stated, report=remarks.read, name=options.read_as, default=USUAL)
            for path in options.files
        )
        header = joined_header(Header.of(one), Header.of(other))
        with open_output(options, header, remarks) as (write, drop):
            for unit in showing(join_units(one.units, other.units, tally, drop), "units", quiet=options.quiet):
                write(unit)
    return print_tally(tally, remarks, options)


def _split(options: argparse.Namespace, config: Config) -> int:
    parts, executor = _parts_of(options.part), processes_of(options)
    tally = Tally()
    with telling(shows_all=options.verbose) as remarks, ExitStack() as stack:
        (bitext,) = read_corpora(options.files, options, remarks.read)
        bitext = replace(bitext, units=SaidOnce(bitext.units, options.files[0], remarks))  # which are read twice
        refuse_input(options)
        plugin, stem = place_of(options.out)
        stems = [stem.with_name(f"{stem.name}.{name}") for name in parts]
        drop = forget
        if options.dropped is not None:
            other, aside = place_of(options.dropped)
            drop = stack.enter_context(other.open(aside, Header.of(bitext), report=remarks)).write
        writers = [stack.enter_context(plugin.open(one, Header.of(bitext), report=remarks)) for one in stems]
        counts = [0] * len(parts)
        shares = list(parts.values())
        drawn = split_units(bitext.units, shares, options.random_seed, tally, drop, by=options.by, executor=executor)
        for number, unit in showing(drawn, "units", quiet=options.quiet):
            writers[number].write(unit)
            counts[number] += 1
    for name, one, count in zip(parts, stems, counts, strict=True):
        print(f"{name}: {count} units: {', '.join(map(str, plugin.paths(one, Header.of(bitext))))}")
    return print_tally(tally, remarks, options)


def _parts_of(stated: list[str]) -> dict[str, float]:
    """Return the shares of parts by their names.

    :raises UsageError: for what is no part, or parts that do not make a whole.
    """
    parts: dict[str, float] = {}
    for text in stated:
        name, _, share = text.partition("=")
        if (
            not name.replace("-", "").replace("_", "").isalnum()
            or name in parts
            or not share.replace(".", "").isdecimal()
        ):
            raise UsageError(f"--part takes NAME=SHARE, each name once, such as test=0.01; not '{text}'.")
        parts[name] = float(share)
    if abs(sum(parts.values()) - 1) > _TOLERANCE:
        raise UsageError(f"the shares of --part must make 1 together; they make {sum(parts.values()):g}.")
    return parts
