"""`bitexte terms`: extract, import, export, check and look up terms."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from translate.cli import exit_codes
from translate.cli.options import add_config_options, add_overwrite_option, config_of
from translate.cli.remarks import telling
from translate.cli.stated import USUAL, stated_languages
from translate.cli.streams import STANDARD, named
from translate.cli.tables import counted
from translate.config import Config
from translate.data import State, TranslationUnit
from translate.errors import ForeignFileError, UsageError
from translate.files import keeper, replace_file, replace_text
from translate.formats import read_bitext
from translate.formats.units import Units
from translate.languages import find_language
from translate.terms.entry import Entry, Status, Termbase
from translate.terms.findings import Finding, find_in_unit
from translate.terms.glossary import read_glossary
from translate.terms.merging import merge_termbases
from translate.terms.requests import read_requests
from translate.terms.termbases import FORMATS, format_into, format_of_termbase, format_termbase, read_termbase
from translate.terms.terminology import Terminology

DESCRIPTION = """\
Work with termbases: TBX, UTX, OmegaT glossaries, CSV, TSV and XLSX; the extension of OUTPUT selects its format.

  bitexte terms extract memory.tmx -o candidates.tsv     bilingual terms of a corpus, the surest first
  bitexte terms import client.tbx team.xlsx --into terms.tsv
  bitexte terms export terms.tsv -o terms.tbx
  bitexte terms check memory.tmx --terms terms.tsv --strict
  bitexte terms lookup terms.tsv letter.txt"""
EXIT_3 = "check: done, but terms are missing or forbidden (only with --strict)"
STRICT_BREACHED = 3
RESULTS = ("check", "lookup")
READS = ("files",)
_MOST = 1_000
_SHOWN = 60


def add_options(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(title="steps", dest="step_name", metavar="STEP", required=True)
    for name, (summary, add, step) in _STEPS.items():
        own = steps.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=exit_codes(EXIT_3 if name == "check" else None),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add(own)
        add_overwrite_option(own)
        reads_pairs = name in ("extract", "check")
        if reads_pairs:
            own.add_argument("--verbose", "-v", action="store_true", help="list every remark, not one line a kind")
        add_config_options(own, reads_pairs=reads_pairs)
        own.set_defaults(step=step)


def run(options: argparse.Namespace) -> int:
    code: int = options.step(options, config_of(options))
    return code


def _add_extract(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="aligned corpora (TMX, TSV, ...)")
    parser.add_argument(
        "--out", "-o", type=Path, required=True, metavar="OUTPUT", help="termbase to write; - for stdout"
    )
    parser.add_argument("--count", type=int, default=_MOST, metavar="N", help=f"pairs to write (default: {_MOST:,})")


def _extract(options: argparse.Namespace, config: Config) -> int:
    from translate.alignment.word_links import is_sure, iter_word_links  # which nothing else here needs
    from translate.terms.extraction import extract_terms

    if options.count < 1:
        raise UsageError(f"--count takes 1 or more, not {options.count}.")
    name, texts, sure = _format_of(options.out), [], []
    codes = None
    with telling(shows_all=options.verbose) as remarks:
        for path in options.files:
            header = stated_languages(options)
            bitext = read_bitext(path, header, report=remarks.read, name=options.read_as, default=USUAL)
            codes = codes or (bitext.source_language, bitext.target_language)
            for unit in bitext.units:
                if unit.target.text:
                    texts.append((unit.source.text, unit.target.text))
                    sure += texts[-1:] if is_sure(unit) else []
    source, target = codes or (config.source_language, config.target_language)
    languages = find_language(source), find_language(target)
    found = extract_terms(texts, *languages, options.count, iter_word_links(sure, *languages))
    if name == "tsv":
        with _opened(options.out) as file:
            assert file
            file.write("source\ttarget\tunits\tscore\texample of source\texample of target\n")
            for pair in found:
                cells = (pair.source, pair.target, str(pair.count), f"{pair.score:.2f}", *texts[pair.unit])
                file.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")
    else:
        entries = (Entry(p.source, p.target, Status.ADMITTED, note=texts[p.unit][0]) for p in found)
        _write(Termbase(source, target, tuple(entries)), options.out, name)
    _summarise(f"{counted(len(texts), 'unit')} read, {counted(len(found), 'pair')} of terms", options.out)
    return 0


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="termbases to read")
    parser.add_argument(
        "--into",
        type=named,
        required=True,
        metavar="TERMS",
        help="termbase to add to, made if missing; --overwrite adds to one that bitexte did not write",
    )


def _import(options: argparse.Namespace, config: Config) -> int:
    format_of_termbase(options.into)
    languages = config.source_language, config.target_language
    base = read_termbase(options.into, *languages) if options.into.exists() else Termbase(*languages, ())
    merged = merge_termbases(base, (read_termbase(path, *languages) for path in options.files))
    if merged.added or merged.updated:
        _check_own(options.into)
        made = format_into(merged.termbase, options.into)
        with replace_file(options.into) as file:
            file.write(made)
    print(
        f"{counted(merged.added, 'term')} added, {merged.updated:,} updated, {merged.unchanged:,} unchanged: "
        f"{options.into}"
    )
    return 0


def _check_own(path: Path) -> None:
    """:raises ForeignFileError: where bitexte did not write the termbase, or somebody changed it since."""
    held = keeper()
    if held is not None and not held.may_replace(path):
        raise ForeignFileError(
            f"{path}: not written by bitexte, or changed since, and left as it is. To add to it, run this again "
            "with --overwrite: all its terms stay, comments and columns that bitexte does not know go; or name a new "
            f"file with --into, and import {path} too."
        )


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("terms", type=Path, metavar="TERMS", help="termbase to read")
    parser.add_argument(
        "--out", "-o", type=Path, required=True, metavar="OUTPUT", help="termbase to write; - for stdout"
    )
    parser.add_argument("--as", dest="form", choices=list(FORMATS), help="format, whatever OUTPUT is called")


def _export(options: argparse.Namespace, config: Config) -> int:
    name = options.form or _format_of(options.out)
    termbase = read_termbase(options.terms, config.source_language, config.target_language)
    _write(termbase, options.out, name)
    _summarise(f"{counted(len(termbase.entries), 'term')} written", options.out)
    return 0


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="bilingual files")
    parser.add_argument("--terms", type=Path, required=True, metavar="TERMS", help="termbase")
    parser.add_argument("--strict", action="store_true", help="exit with 3 if a term is missing or forbidden")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what is found as JSON Lines; - for stdout")


def _check(options: argparse.Namespace, config: Config) -> int:
    units = breaches = 0
    is_quiet = str(options.json) == "-"
    with telling(shows_all=options.verbose) as remarks, _opened(options.json) as out:
        for path in options.files:
            header = stated_languages(options)
            bitext = read_bitext(path, header, report=remarks.read, name=options.read_as, default=USUAL)
            codes = bitext.source_language, bitext.target_language
            terms = Terminology(read_glossary(options.terms, *codes), *map(find_language, codes))
            for unit in bitext.units:
                if unit.standing is State.UNTRANSLATED:
                    continue
                units += 1
                line = bitext.units.line if isinstance(bitext.units, Units) else None
                for finding in find_in_unit(terms, unit.source.text, unit.target.text):
                    breaches += 1
                    if out:
                        told = {"file": str(path), "line": line, "unit": unit.name, **asdict(finding)}
                        out.write(json.dumps(told, ensure_ascii=False) + "\n")
                    if not is_quiet:
                        print(_sentence(finding, unit, f"{path}:{line}" if line else f"{path}: {unit.name}"))
    if not is_quiet:
        print(f"{counted(units, 'pair')}, {counted(breaches, 'term')} missing or forbidden.")
    return STRICT_BREACHED if options.strict and breaches else 0


def _sentence(finding: Finding, unit: TranslationUnit, place: str) -> str:
    """Return one line on a finding, with characters counted from 1."""
    wanted = " or ".join(f"'{target}'" for target in finding.targets)
    if finding.kind == "forbidden":
        where = f"target {finding.target_start + 1}–{finding.target_end}" if finding.target_start is not None else ""
        of = f" for '{finding.term}'" if finding.term else ""
        return f"{place}: forbidden: {wanted}{of} ({where}): {_short(unit.target.text)}"
    where = f"source {finding.source_start + 1}–{finding.source_end}" if finding.source_start is not None else ""
    return f"{place}: missing: {wanted} for '{finding.term}' ({where}): {_short(unit.target.text)}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _add_lookup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("terms", type=Path, metavar="TERMS", help="termbase")
    parser.add_argument(
        "file", type=Path, nargs="?", default=Path("-"), metavar="FILE",
        help="JSON Lines with id and source, or text, a segment a line; - for standard input (default)",
    )  # fmt: skip


def _lookup(options: argparse.Namespace, config: Config) -> int:
    codes = config.source_language, config.target_language
    terms = Terminology(read_glossary(options.terms, *codes), *map(find_language, codes))
    for request in read_requests(options.file, sys.stdin):
        found = [
            {
                "term": one.term.source, "start": one.start, "end": one.end,
                "text": request.source[one.start : one.end],
                "targets": list(one.term.targets), "kind": str(one.term.kind),
            }
            for one in terms.find(request.source)
        ]  # fmt: skip
        print(json.dumps({"id": request.name, "terms": found}, ensure_ascii=False))
    return 0


def _format_of(path: Path) -> str:
    """Return the format of a termbase: that of its name, and a table on standard output."""
    return "tsv" if str(path) == STANDARD else format_of_termbase(path)


def _summarise(text: str, path: Path) -> None:
    """Print what was done, which is no result where that goes to standard output."""
    is_piped = str(path) == STANDARD
    print(text + ("." if is_piped else f": {path}"), file=sys.stderr if is_piped else sys.stdout)


def _write(termbase: Termbase, path: Path, name: str) -> None:
    if str(path) == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(format_termbase(termbase, name))
        return
    with replace_file(path) as file:
        file.write(format_termbase(termbase, name))


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO | None]:
    """Open what results go to: a file, standard output for `-`, or nothing."""
    if path is None:
        yield None
    elif str(path) == STANDARD:
        yield sys.stdout
    else:
        with replace_text(path) as file:
            yield file


_Step = Callable[[argparse.Namespace, Config], int]
_STEPS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None], _Step]] = {
    "extract": ("find the bilingual terms of an aligned corpus", _add_extract, _extract),
    "import": ("add termbases to one", _add_import, _import),
    "export": ("write a termbase in another format", _add_export, _export),
    "check": ("report required terms that are missing, and forbidden ones", _add_check, _check),
    "lookup": ("find the terms of a text, whatever their inflection", _add_lookup, _lookup),
}
