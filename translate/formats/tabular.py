r"""TSV: a line of column names, then one unit a line; `\t`, `\n`, `\r` and `\\` stand for what breaks a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from translate.data import Bitext, Issue, Origin, TranslationUnit, Variant
from translate.errors import FormatError
from translate.files import replace_text
from translate.formats.base import Format, Header, Remark, Report, Verdict, stem_of, strict
from translate.formats.codes import agree, mend_code
from translate.formats.fields import (
    escape,
    format_issue,
    format_score,
    make_name,
    parse_issue,
    parse_score,
    unescape,
)
from translate.formats.packing import plain_name
from translate.formats.sources import open_text
from translate.formats.units import Dropped, Units

COLUMNS = ("score", "origin", "name", "document", "alignment", "checks")
"""After the two texts, whose columns are named by their languages. `checks` holds one issue a (written) line."""

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tabular:
    name: str = "tsv"
    holds: frozenset[str] = frozenset({"languages", "score", "origin", "name", "document", "alignment", "issues"})

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(".tsv")

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + ".tsv"),)

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, ".tsv")

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[TabularWriter]:
        path = self.paths(stem, header)[0]
        with replace_text(path) as file:
            file.write("\t".join((header.source_language, header.target_language, *COLUMNS)) + "\n")
            yield TabularWriter(file, path, report)

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a table. Without a line of column names it is two or more columns, source and target first, verbatim."""
        layout = _read_layout(path, header)

        units = Units(lambda units: _read(path, layout, report, units))
        return Bitext(layout.header.source_language, layout.header.target_language, units, "")


class TabularWriter:
    def __init__(self, file: TextIO, path: Path, report: Report) -> None:
        self._file, self._path, self._report = file, path, report
        self._dropped = Dropped(path, FORMAT, report)
        self._line = 1

    def write(self, unit: TranslationUnit) -> None:
        self._line += 1
        self._dropped.note(unit)
        try:
            score = "" if unit.score is None else format_score(unit.score)
            checks = "\n".join(format_issue(issue) for issue in unit.issues)
        except ValueError as exc:
            self._report(Remark(Verdict.REJECTED, self._path, self._line, f"{exc}.", unit.name))
            return
        cells = (unit.source.text, unit.target.text, score, unit.origin, unit.name, unit.document or "", unit.alignment)
        line = "\t".join([escape(cell) for cell in (*cells, checks)])
        clean = _SURROGATE.sub("", line)
        if clean != line:
            message = "lone surrogates were removed: they are no characters, and UTF-8 cannot write them."
            self._report(Remark(Verdict.MENDED, self._path, self._line, message, unit.name, ascii(line)))
        self._file.write(clean + "\n")


@dataclass(frozen=True, slots=True)
class _Layout:
    header: Header
    columns: dict[str, int]
    """Number of the column of each field, `source` and `target` among them."""
    has_names: bool


def _read_layout(path: Path, header: Header | None) -> _Layout:
    with open_text(path) as text:
        _, first = next(text.lines(), (1, ""))
    if first.lstrip().startswith(("<", "{")) and "\t" not in first:
        message = f"begins with '{first.lstrip()[:12]}', which is no table; is it TMX or JSON under a wrong name?"
        raise FormatError(message, path=path, line=1, column=1)
    cells = [cell.strip() for cell in first.split("\t")]
    named = _named(cells, header)
    if named is not None:
        return named
    if header is None:
        message = (
            f"begins with '{first[:40]}'; expected column names such as fr, en, score, parted by tabs. "
            "Write them on top, or give the languages."
        )
        raise FormatError(message, path=path, line=1, column=1)
    return _Layout(header, {"source": 0, "target": 1}, has_names=False)


def _named(cells: list[str], header: Header | None) -> _Layout | None:
    """Return the layout that a line of column names gives; None where the line is no such thing."""
    lower = [cell.lower() for cell in cells]
    known = {name: lower.index(name) for name in COLUMNS if name in lower}
    if header is not None and "source" in lower and "target" in lower:
        return _Layout(header, {"source": lower.index("source"), "target": lower.index("target"), **known}, True)
    codes = [(number, code) for number, cell in enumerate(cells) if (code := _code(cell, known))]
    if header is not None:
        wanted = [next((n for n, c in codes if agree(c, code)), None) for code in _languages(header)]
        if wanted[0] is None or wanted[1] is None:
            return None
        return _Layout(header, {"source": wanted[0], "target": wanted[1], **known}, True)
    if len(codes) < 2:
        return None
    (source, source_code), (target, target_code) = codes[:2]
    return _Layout(Header(source_code, target_code), {"source": source, "target": target, **known}, True)


def _code(cell: str, known: dict[str, int]) -> str | None:
    # `oui` and `yes` have the shape of codes; among named columns alone three letters are taken for one.
    shape = r"[A-Za-z]{2,3}([-_].*)?" if known else r"[A-Za-z]{2}([-_].*)?"
    return mend_code(cell) if re.fullmatch(shape, cell) else None


def _languages(header: Header) -> tuple[str, str]:
    return header.source_language, header.target_language


def _read(path: Path, layout: _Layout, report: Report, units: Units) -> Iterator[TranslationUnit]:
    with open_text(path) as text:
        for line, content in text.lines():
            if line == 1 and layout.has_names:
                _report_unknown(content, layout, path, report)
                continue
            if not content:
                continue
            units.line = line
            try:
                yield _unit(content, layout, line, path, report)
            except ValueError as exc:
                report(Remark(Verdict.REJECTED, path, line, f"{exc}.", content=content))


def _report_unknown(names: str, layout: _Layout, path: Path, report: Report) -> None:
    taken = set(layout.columns.values())
    unknown = [f"'{name}'" for number, name in enumerate(names.split("\t")) if number not in taken]
    if unknown:
        message = f"the columns {', '.join(unknown)} are left out; known: {', '.join(COLUMNS)}."
        report(Remark(Verdict.LOST, path, 1, message))


def _unit(content: str, layout: _Layout, line: int, path: Path, report: Report) -> TranslationUnit:
    cells = content.split("\t")
    needed = max(layout.columns["source"], layout.columns["target"]) + 1
    if len(cells) < needed:
        raise ValueError(f"{len(cells)} columns; expected at least {needed}, parted by tabs")
    if layout.has_names:
        cells = [unescape(cell) for cell in cells]
    values = {name: cells[n] for name, n in layout.columns.items() if n < len(cells) and cells[n]}
    source, target = (cells[layout.columns[side]] for side in ("source", "target"))
    return TranslationUnit(
        name=values.get("name") or make_name(line, source),
        source=Variant(layout.header.source_language, source),
        target=Variant(layout.header.target_language, target),
        origin=Origin(values["origin"]) if "origin" in values else Origin.MEMORY,
        score=parse_score(values["score"]) if "score" in values else None,
        issues=_issues(values.get("checks", "")),
        document=values.get("document"),
        alignment=values.get("alignment", "1-1"),
    )


def _issues(text: str) -> tuple[Issue, ...]:
    return tuple(parse_issue(line) for line in text.split("\n")) if text else ()


FORMAT = Tabular()
