"""`bitexte check`: judge the pairs of bilingual files, from any tool."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from translate.aligning.checking import are_documents, pair_to_check
from translate.checks import Verdict, accept, check_unit, find_idle, load_checks
from translate.cli.check_options import add_check_options, with_checks
from translate.cli.folders import bilingual_files
from translate.cli.options import add_config_options, add_overwrite_option, config_of
from translate.cli.remarks import Remarks, telling
from translate.cli.stated import USUAL, stated_languages
from translate.cli.streams import named, shown
from translate.cli.tables import counted, format_table
from translate.cli.worker_options import add_jobs_option, processes_of
from translate.config import CheckConfig, Config
from translate.corpus import CorpusChecks
from translate.corpus.findings import SINKS, UNREADABLE, Finding, Sink, open_sinks
from translate.corpus.ignoring import read_ignore_list
from translate.data import Bitext, Issue, Severity, State, TranslationUnit
from translate.errors import UsageError
from translate.executors.parts import map_each
from translate.files import write_text
from translate.formats import Header, Remark, Report, read_bitext
from translate.formats import Verdict as Reading
from translate.formats.units import Units
from translate.languages import find_language
from translate.records import dataclass
from translate.report.checks import HtmlSink
from translate.terms.glossary import read_glossary
from translate.terms.terminology import Terminology, issues_of

DESCRIPTION = """\
Run quality checks on bilingual files (TMX, XLIFF, PO, JSON, JSON Lines, TSV, CSV, Moses, Parquet) from any tool, or on
a document and its translation: numbers, tags, missing text, wrong language and more on each unit, and consistency and
duplicates across all units. Prints the number of issues per check, and the units that would be refused.

  bitexte check memory.tmx
  bitexte check contract.docx contract.en.docx
  bitexte check memory.tmx --strict --sarif check.sarif"""
EXIT_3 = "done, but units are unreadable or refused (--strict), or an issue is too severe (--fail-on)"
STRICT_REFUSED = 3
READS = ("files",)
_SINKS = {**SINKS, "html": HtmlSink}
_GRAVITY = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="bilingual files or folders; one of a Moses pair; a document and its translation; - for standard input",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 3 if a unit is unreadable or refused")
    parser.add_argument(
        "--fail-on",
        choices=[str(s) for s in Severity],
        help="exit with 3 if an issue has at least this severity",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every issue as JSON; - for standard output")
    parser.add_argument("--tsv", type=Path, metavar="FILE", help="write every issue as a table")
    parser.add_argument("--sarif", type=Path, metavar="FILE", help="write every issue as SARIF, for code hosts")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write one page: counts, units, filters")
    parser.add_argument(
        "--ignore", type=Path, metavar="FILE", help="let issues stand: lines of the name of a unit, a tab, and a check"
    )
    parser.add_argument("--baseline", type=Path, metavar="FILE", help="ignore the issues that are listed in this file")
    parser.add_argument("--write-baseline", type=named, metavar="FILE", help="write the current issues to a baseline")
    parser.add_argument("--show", type=int, default=10, metavar="N", help="refused units to show (default: 10)")
    parser.add_argument(
        "--glossary", type=Path, metavar="FILE", help="termbase: report required terms that are missing"
    )
    add_check_options(parser)
    parser.add_argument("--no-corpus", action="store_true", help="skip the consistency and duplicate checks")
    add_jobs_option(parser)
    parser.add_argument("--verbose", "-v", action="store_true", help="list every remark, not one line a kind")
    add_overwrite_option(parser)
    add_config_options(parser, reads_pairs=True)


@dataclass(slots=True)
class _Count:
    units: int = 0
    refused: int = 0
    unreadable: int = 0
    ignored: int = 0
    untranslated: int = 0
    issues: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def summary(self) -> dict[str, int]:
        names = ("units", "refused", "unreadable", "ignored", "untranslated")
        return {name: getattr(self, name) for name in names}


def run(options: argparse.Namespace) -> int:
    config = with_checks(config_of(options), options)
    paths = {form: getattr(options, form) for form in _SINKS if getattr(options, form)}
    is_quiet = "-" in map(str, paths.values())
    known = _read_baseline(options.baseline)
    ignored = read_ignore_list(options.ignore) if options.ignore else None
    count, fingerprints = _Count(), set[str]()
    summary: dict[str, object] = {}
    with telling(shows_all=options.verbose) as told, open_sinks(paths, summary, sys.stdout, _SINKS) as sinks:
        for found, verdict in _judge(options, config, count, told):
            kept = [finding for finding in found if finding.fingerprint not in known]
            kept = [finding for finding in kept if ignored is None or not ignored.ignores(finding)]
            count.ignored += len(found) - len(kept)
            reasons = [f for f in kept if verdict is None or f.issue in verdict.reasons]
            if options.write_baseline:
                fingerprints.update(finding.fingerprint for finding in found)
            if verdict is not None and not verdict.is_accepted and reasons:
                count.refused += 1
                if count.refused <= options.show and not is_quiet:
                    _show(reasons)
            _note(kept, sinks, count)
        summary |= count.summary()
    if options.write_baseline:
        write_text(options.write_baseline, "".join(f"{line}\n" for line in sorted(fingerprints)))
    for line in ignored.unused() if ignored else ():
        print(line, file=sys.stderr)
    if not is_quiet:
        _print(count)
    return _exit_code(options, count)


def _note(findings: list[Finding], sinks: list[Sink], count: _Count) -> None:
    for finding in findings:
        count.issues[finding.issue.check, finding.issue.severity] += 1
        count.unreadable += finding.unit is None
        for sink in sinks:
            sink.write(finding)


def _judge(
    options: argparse.Namespace, config: Config, count: _Count, told: Remarks
) -> Iterator[tuple[list[Finding], Verdict | None]]:
    """Yield what is found of each unit, with its verdict; of what is no unit, with None."""
    checks, executor = load_checks(config.checks), processes_of(options)
    bitexts = _bitexts(options, config)
    with CorpusChecks.open(config.checks) as corpus:
        if not options.no_corpus:
            for _, read in bitexts:
                bitext = read(lambda _: None)
                corpus.add(unit for unit in bitext.units if unit.standing is not State.UNTRANSLATED)
            corpus.finish()
        for path, read in bitexts:
            remarks: list[Remark] = []
            bitext = read(remarks.append)
            terms = _terms_of(options.glossary, bitext)
            source, target = find_language(bitext.source_language), find_language(bitext.target_language)
            _say_idle(path, bitext, find_idle(checks, source, target))
            marked = _Marked(bitext.units, remarks)
            for unit, measured in map_each(partial(_checking, config.checks, path.name), marked, executor):
                line, said = marked.places.popleft()
                yield from _unreadable(said, count, told)
                if unit.standing is State.UNTRANSLATED:
                    count.untranslated += 1
                    continue
                count.units += 1
                issues = measured + _breaches(terms, unit)
                checked = replace(unit, issues=issues if options.no_corpus else issues + corpus.check(unit))
                yield _findings(shown(path), line, checked), accept(checked, config.checks)
            yield from _unreadable(remarks, count, told)


def _bitexts(options: argparse.Namespace, config: Config) -> list[tuple[Path, Callable[[Report], Bitext]]]:
    """Return what reads each file; a document and its translation are one."""
    if options.read_as is None and are_documents(options.files):
        source, target = options.files
        pair = pair_to_check(source, target, config)
        return [(target, lambda report: pair)]
    header = stated_languages(options)
    paths = [file for path in options.files for file in (bilingual_files(path) if path.is_dir() else [path])]
    return [(path, partial(_read, path, header, options.read_as)) for path in paths]


def _read(path: Path, header: Header | None, name: str | None, report: Report) -> Bitext:
    return read_bitext(path, header, report=report, name=name, default=USUAL)


def _terms_of(path: Path | None, bitext: Bitext) -> Terminology | None:
    """Return the terms of a glossary in the languages of a file; None where no glossary is given."""
    if path is None:
        return None
    source, target = bitext.source_language, bitext.target_language
    return Terminology(read_glossary(path, source, target), find_language(source), find_language(target))


def _breaches(terms: Terminology | None, unit: TranslationUnit) -> tuple[Issue, ...]:
    return issues_of(terms.find_breaches(unit.source.text, unit.target.text, kept=True)) if terms is not None else ()


def _say_idle(path: Path, bitext: Bitext, idle: Sequence[str]) -> None:
    if idle:
        pair = f"{bitext.source_language}–{bitext.target_language}"
        print(f"{path}: no word lists for {pair}: {', '.join(idle)} skipped.", file=sys.stderr)


class _Marked:
    """Units of a file on their way to workers. `places` has, of each, its line and what was said before it."""

    def __init__(self, units: Iterable[TranslationUnit], remarks: list[Remark]) -> None:
        self._units, self._remarks = units, remarks
        self.places: deque[tuple[int | None, list[Remark]]] = deque()

    def __iter__(self) -> Iterator[TranslationUnit]:
        for unit in self._units:
            self.places.append((self._units.line if isinstance(self._units, Units) else None, self._remarks[:]))
            self._remarks.clear()
            yield unit


def _checking(config: CheckConfig, name: str) -> Callable[[TranslationUnit], tuple[Issue, ...]]:
    """Return what measures a unit; one without a translation has nothing to measure.

    :param name: of the file, which is the document of units that name none: a catalogue is one.
    """
    checks = load_checks(config)

    def measure(unit: TranslationUnit) -> tuple[Issue, ...]:
        if unit.standing is State.UNTRANSLATED:
            return ()
        return check_unit(unit if unit.document else replace(unit, document=name), checks, config)

    return measure


def _findings(path: Path, line: int | None, unit: TranslationUnit) -> list[Finding]:
    return [Finding(path, line, issue, unit) for issue in unit.issues]


def _unreadable(remarks: list[Remark], count: _Count, told: Remarks) -> Iterator[tuple[list[Finding], None]]:
    """Yield what could not be read so far, and print what was fixed; the list is empty then."""
    for remark in remarks:
        count.untranslated += remark.verdict is Reading.REJECTED and remark.is_of_pair
        told(remark)
        if remark.verdict is Reading.REJECTED and not remark.is_of_pair:
            issue = Issue(UNREADABLE, Severity.ERROR, remark.message)
            yield [Finding(shown(remark.path), remark.line, issue, None, remark.content or "")], None
    remarks.clear()


def _read_baseline(path: Path | None) -> set[str]:
    if path is None:
        return set()
    try:
        return {line.split()[0] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
    except (OSError, UnicodeDecodeError) as exc:
        raise UsageError(f"{path}: cannot read the baseline: {exc}. Write one with --write-baseline.") from exc


def _exit_code(options: argparse.Namespace, count: _Count) -> int:
    if options.strict and (count.refused or count.unreadable):
        return STRICT_REFUSED
    least = _GRAVITY[Severity(options.fail_on)] if options.fail_on else len(_GRAVITY)
    return STRICT_REFUSED if any(_GRAVITY[severity] >= least for _, severity in count.issues) else 0


def _show(reasons: list[Finding]) -> None:
    first = reasons[0]
    place = str(first.path) if first.line is None else f"{first.path}:{first.line}"
    if first.unit is not None:
        print(f"{place}: {first.unit.name}\n  {first.unit.source.text}\n  {first.unit.target.text}")
    for finding in reasons:
        print(f"  ! {finding.issue.check}: {finding.issue.message}")


def _print(count: _Count) -> None:
    rows = [(check, str(severity), str(number)) for (check, severity), number in sorted(count.issues.items())]
    if rows:
        print(format_table(("check", "severity", "issues"), rows))
    ignored = f", {count.ignored} known issues ignored" if count.ignored else ""
    untranslated = f", {count.untranslated} untranslated and not checked" if count.untranslated else ""
    refused = f"{count.refused} would be refused, {count.unreadable} unreadable"
    print(f"{counted(count.units, 'pair')}, {refused}{untranslated}{ignored}.")
