"""What checks found, for machines: JSON, TSV and SARIF 2.1.0, written finding by finding."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol, TextIO
from urllib.parse import quote

from translate import __version__
from translate.checks import CHECKS, CORPUS_CHECKS
from translate.data import Issue, Severity, TranslationUnit
from translate.files import replace_text
from translate.formats.fields import escape, format_score
from translate.records import dataclass

UNREADABLE = "unreadable"
"""The rule of what no unit could be made of."""
_LEVELS = {Severity.INFO: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
_COLUMNS = ("file", "line", "unit", "severity", "check", "value", "message", "source", "target", "fingerprint")


@dataclass(frozen=True, slots=True)
class Finding:
    """One issue of one unit at its place; `unit` is None where none could be made."""

    path: Path
    line: int | None
    issue: Issue
    unit: TranslationUnit | None = None
    content: str = ""
    """What stands there, where there is no unit."""

    @property
    def fingerprint(self) -> str:
        """The same as long as check and texts are, wherever the unit goes."""
        texts = (self.unit.source.text, self.unit.target.text) if self.unit else (self.content,)
        data = json.dumps([self.issue.check, *texts])
        return hashlib.sha256(data.encode()).hexdigest()[:16]


class Sink(Protocol):
    """Takes findings one after the other."""

    def write(self, finding: Finding) -> None: ...

    def finish(self, summary: Mapping[str, object]) -> None:
        """Take the numbers of the summary, at the end."""


class JsonSink:
    """An object: `results` holds the findings, and after them the numbers of the summary."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._separator = file, "\n"
        file.write('{"results": [')

    def write(self, finding: Finding) -> None:
        issue, unit = finding.issue, finding.unit
        value = {
            "file": str(finding.path),
            "line": finding.line,
            "unit": None if unit is None else unit.name,
            "check": issue.check,
            "severity": issue.severity,
            "message": issue.message,
            "value": issue.value,
            "source": finding.content if unit is None else unit.source.text,
            "target": None if unit is None else unit.target.text,
            "fingerprint": finding.fingerprint,
        }
        self._file.write(self._separator + _dump(value))
        self._separator = ",\n"

    def finish(self, summary: Mapping[str, object]) -> None:
        members = "".join(f",\n{json.dumps(key)}: {json.dumps(value)}" for key, value in summary.items())
        self._file.write(f"\n]{members}}}\n")


class TsvSink:
    """A table; tabs and line breaks within a cell are written as escapes."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        file.write("\t".join(_COLUMNS) + "\n")

    def write(self, finding: Finding) -> None:
        issue, unit = finding.issue, finding.unit
        cells = [str(finding.path), "" if finding.line is None else str(finding.line)]
        cells += ["" if unit is None else unit.name, issue.severity, issue.check]
        cells += ["" if issue.value is None else format_score(issue.value), issue.message]
        cells += [finding.content, ""] if unit is None else [unit.source.text, unit.target.text]
        line = "\t".join(escape(cell) for cell in [*cells, finding.fingerprint]) + "\n"
        self._file.write(line.encode("utf-8", "backslashreplace").decode())

    def finish(self, summary: Mapping[str, object]) -> None:
        """A table has no place for a summary."""


class SarifSink:
    """SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines of a file."""

    def __init__(self, file: TextIO) -> None:
        self._file, self._separator = file, "\n"
        rules = [{"id": name} for name in (*CHECKS, *CORPUS_CHECKS, UNREADABLE)]
        driver = {"name": "bitexte", "version": __version__, "rules": rules}
        file.write(
            '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [\n'
            f'{{"tool": {{"driver": {_dump(driver)}}},\n"columnKind": "unicodeCodePoints", "results": ['
        )

    def write(self, finding: Finding) -> None:
        issue, unit = finding.issue, finding.unit
        text = issue.message if unit is None else f"{issue.message}\n{unit.source.text}\n{unit.target.text}"
        place: dict[str, object] = {"artifactLocation": {"uri": quote(finding.path.as_posix())}}
        if finding.line is not None:
            place["region"] = {"startLine": finding.line}
        location: dict[str, object] = {"physicalLocation": place}
        if unit is not None:
            location["logicalLocations"] = [{"name": unit.name, "kind": "resource"}]
        value = {
            "ruleId": issue.check,
            "level": _LEVELS[issue.severity],
            "message": {"text": text},
            "locations": [location],
            "partialFingerprints": {"bitexte/v1": finding.fingerprint},
        }
        self._file.write(self._separator + _dump(value))
        self._separator = ",\n"

    def finish(self, summary: Mapping[str, object]) -> None:
        self._file.write(f'\n],\n"properties": {_dump(dict(summary))}}}\n]}}\n')


def _dump(value: object) -> str:
    line = json.dumps(value, ensure_ascii=False)
    return line if line.isascii() else line.encode("utf-8", "backslashreplace").decode()


SINKS: Mapping[str, Callable[[TextIO], Sink]] = {
    "json": JsonSink,
    "tsv": TsvSink,
    "sarif": SarifSink,
}


@contextmanager
def open_sinks(
    paths: Mapping[str, Path],
    summary: Mapping[str, object],
    standard_output: TextIO,
    makers: Mapping[str, Callable[[TextIO], Sink]] = SINKS,
) -> Iterator[list[Sink]]:
    """Open a file for each form; they appear when the context ends well, with the summary as it is then.

    :param paths: by the names of `makers`; `-` stands for `standard_output`.
    """
    with ExitStack() as stack:
        sinks = [
            makers[form](standard_output if str(path) == "-" else stack.enter_context(replace_text(path)))
            for form, path in paths.items()
        ]
        yield list(sinks)
        for sink in sinks:
            sink.finish(summary)
