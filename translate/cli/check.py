"""`bitexte check`: judge the pairs of a bilingual file, from any tool."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from translate.checks import Verdict, accept, check_unit, load_checks
from translate.cli.options import add_config_options, config_of
from translate.cli.tables import format_table
from translate.data import TranslationUnit
from translate.files import write_text
from translate.formats import FORMATS, Header, Remark, format_of

DESCRIPTION = """\
Judge every pair of bilingual files (TMX, JSON, TSV, Moses) by the checks that bitexte applies to its own work,
print what each check found, and say which pairs it would refuse."""
STRICT_REFUSED = 3


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="bilingual files; one file of a Moses pair")
    parser.add_argument("--strict", action="store_true", help="exit with 3 where a pair would be refused")
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="write every issue, for machines; - for standard output"
    )
    parser.add_argument("--show", type=int, default=10, metavar="N", help="refused pairs to show (default: 10)")
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    config = config_of(options)
    checks = load_checks(config.checks)
    header = Header(config.source_language, config.target_language)
    by_check: Counter[tuple[str, str]] = Counter()
    results: list[dict[str, object]] = []
    units = refused = 0
    for path in options.files:
        remarks: list[Remark] = []
        bitext = FORMATS.load(format_of(path)).read(path, header, report=remarks.append)
        for unit in bitext.units:
            checked = replace(unit, issues=check_unit(unit, checks, config.checks))
            verdict = accept(checked, config.checks)
            by_check.update((issue.check, issue.severity.value) for issue in checked.issues)
            units += 1
            refused += not verdict.is_accepted
            if not verdict.is_accepted and refused <= options.show and str(options.json) != "-":
                _show(path, checked, verdict)
            if options.json:
                results.append(_result(path, checked, verdict.is_accepted))
        for remark in remarks:
            print(remark, file=sys.stderr)
    if options.json:
        text = json.dumps({"units": units, "refused": refused, "results": results}, ensure_ascii=False, indent=1) + "\n"
        if str(options.json) == "-":
            sys.stdout.write(text)
        else:
            write_text(options.json, text)
    if str(options.json) != "-":
        rows = [(check, severity, str(count)) for (check, severity), count in sorted(by_check.items())]
        print(format_table(("check", "severity", "issues"), rows))
        print(f"{units} pairs, {refused} would be refused.")
    return STRICT_REFUSED if options.strict and refused else 0


def _show(path: Path, unit: TranslationUnit, verdict: Verdict) -> None:
    print(f"{path}: {unit.name}\n  {unit.source.text}\n  {unit.target.text}")
    for issue in verdict.reasons:
        print(f"  ! {issue.check}: {issue.message}")


def _result(path: Path, unit: TranslationUnit, is_accepted: bool) -> dict[str, object]:
    issues = [
        {"check": i.check, "severity": i.severity.value, "message": i.message, "value": i.value} for i in unit.issues
    ]
    texts = {"source": unit.source.text, "target": unit.target.text}
    return {"file": str(path), "unit": unit.name, "is_accepted": is_accepted, **texts, "issues": issues}
