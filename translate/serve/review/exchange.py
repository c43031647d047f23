"""Units leave the desk as a table and come back: what people filled in becomes decisions, one group a file."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterator
from typing import Any

from translate.data import Decision, Passage, Severity
from translate.errors import UsageError, shown
from translate.records import dataclass
from translate.run.decisions import told
from translate.serve.review import listing as lists
from translate.serve.review.deciding import Wish, decision_of
from translate.serve.review.desk import Desk
from translate.serve.review.entry import Entry
from translate.serve.review.marks import find_faults, parse_marked, parts_of
from translate.serve.review.rows import plain_of
from translate.serve.review.tables import (
    KINDS,
    VERDICTS,
    TableRow,
    read_table,
    write_csv,
    write_html,
    write_xlsx,
)
from translate.serve.review.workbooks import Uncomputed


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to download."""

    data: bytes
    type: str
    name: str

    @property
    def disposition(self) -> str:
        return f'attachment; filename="{self.name}"'


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that was not taken, and why."""

    row: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import. `unchanged` are rows in which nothing was filled in."""

    group: str
    taken: int
    unchanged: int
    left_out: tuple[LeftOut, ...]

    @property
    def value(self) -> dict[str, Any]:
        left_out = [{"row": one.row, "name": one.name, "reason": one.reason} for one in self.left_out]
        return {"group": self.group, "taken": self.taken, "unchanged": self.unchanged, "left_out": left_out}


def export_units(desk: Desk, kind: str, listing: lists.Listing) -> Exported:
    """Return a table of the units of a list.

    :raises UsageError: for an unknown kind of table.
    """
    if kind not in KINDS:
        raise UsageError(f"unknown kind of table '{kind[:40]}'. Known: {', '.join(KINDS)}.")
    rows = _iter_rows(desk, listing)
    title = desk.out.resolve().name
    data = {"xlsx": lambda: write_xlsx(rows), "csv": lambda: write_csv(rows)}.get(
        kind, lambda: write_html(rows, title, desk.languages)
    )()
    return Exported(data, KINDS[kind].type, f"review{KINDS[kind].ending}")


def _iter_rows(desk: Desk, listing: lists.Listing) -> Iterator[TableRow]:
    start = 0
    while numbers := lists.page(desk.connection, listing, start, lists.MOST):
        for number in numbers:
            entry = desk.entry(number)
            if entry:
                yield _row(desk, entry)
        start += len(numbers)


def _row(desk: Desk, entry: Entry) -> TableRow:
    issues = "; ".join(issue.message for issue in entry.issues if issue.severity is not Severity.INFO)
    return TableRow(
        number=str(entry.number),
        unit=_name_of(desk, entry),
        digest=f"{_digest(entry.source)}.{_state(entry)}",
        source=plain_of(entry.source, entry.source),
        target=plain_of(entry.source, entry.target),
        issues=issues,
        score="" if entry.unit.score is None else f"{entry.unit.score:g}",
    )


def _name_of(desk: Desk, entry: Entry) -> str:
    return f"{desk.documents[entry.doc][1]}#{entry.unit.name}"


def _digest(source: Passage) -> str:
    return hashlib.blake2b(f"{source.text}\0{source.codes!r}".encode(), digest_size=8).hexdigest()


def _state(entry: Entry) -> str:
    """Return what changes with what stands on a unit; one that is to do has the same, whatever the machine wrote."""
    if entry.decision is None or entry.ruling is None:
        return "todo"
    line = f"{entry.ruling}\0{entry.target.text}\0{entry.target.codes!r}"
    return hashlib.blake2b(line.encode(), digest_size=8).hexdigest()


def import_units(desk: Desk, data: bytes, name: str, *, overrules: bool = False) -> Imported:
    """Take what was filled in in a table: all rows that can be, in one group.

    :param overrules: whether rows are taken too whose unit was decided otherwise since the table was made.
    :raises UsageError: where the file is no table of ours.
    """
    rows = read_table(data, name)
    group = f"import-{secrets.token_hex(4)}"
    counts = Counter(row.unit.strip() for row in rows)
    taken: list[tuple[int, Decision]] = []
    left_out: list[LeftOut] = []
    unchanged = 0
    for place, row in enumerate(rows, 2):
        if not (row.edited.strip() or row.verdict.strip()):
            unchanged += 1
            continue
        try:
            if counts[row.unit.strip()] > 1:
                raise UsageError("the unit is in the table more than once")
            made = _decision(desk, row, group, overrules=overrules)
        except UsageError as exc:
            left_out.append(LeftOut(place, row.unit, str(exc)))
            continue
        if made is None:
            unchanged += 1
        else:
            taken.append(made)
    desk.save(taken)
    return Imported(group if taken else "", len(taken), unchanged, tuple(left_out))


def _decision(desk: Desk, row: TableRow, group: str, *, overrules: bool) -> tuple[int, Decision] | None:
    """Return what a row decides; None where that stands already.

    :raises UsageError: where the row cannot be taken.
    """
    entry = _find(desk, row.unit.strip())
    digest, _, state = row.digest.strip().partition(".")
    if digest not in ("", _digest(entry.source)) or (
        not digest and _spaced(row.source) != _spaced(plain_of(entry.source, entry.source))
    ):
        raise UsageError("the source changed since the table was made")
    for column, text in (("edited", row.edited), ("verdict", row.verdict), ("comment", row.comment)):
        if isinstance(text, Uncomputed):
            raise UsageError(f"'{column}' is the formula {shown(text)} without a value; write the text itself")
    verdict = row.verdict.strip().lower() or "edit"
    if verdict not in VERDICTS:
        raise UsageError(f"unknown verdict '{verdict[:40]}'; expected {', '.join(VERDICTS)}")
    if verdict == "edit" and not row.edited.strip():
        raise UsageError("the verdict is 'edit', but there is no edited target")
    if verdict == "accept" and row.edited.strip():
        verdict = "edit"
    parts = parse_marked(row.edited, entry.source) if verdict == "edit" else None
    whole = parts if parts is not None else parts_of(entry.source, entry.target)
    if verdict != "reject" and find_faults(whole, entry.source):
        raise UsageError("the marks {1}…{/1} are not those of the source, each once and in pairs")
    wish = Wish(entry.id, verdict, parts=tuple(parts) if parts is not None else None, comment=row.comment or None)
    decision = decision_of(desk, entry, wish, group)
    old = entry.decision
    if decision.ruling is entry.ruling and decision.target == entry.target:
        if not row.comment or (old and row.comment == old.comment):
            return None
    elif not overrules and _is_decided_since(entry, row, state):
        stands = told(old) if old and entry.ruling else "nothing"
        raise UsageError(
            f"{shown(entry.source.text)}: {stands} of {(old and old.author) or 'somebody'} stands, decided since the "
            f"table was made, which says {told(decision)}"
        )
    if verdict == "accept" and _spaced(row.target) != _spaced(plain_of(entry.source, entry.target)):
        raise UsageError("the target changed since the table was made")
    return entry.id, decision


def _is_decided_since(entry: Entry, row: TableRow, state: str) -> bool:
    """Tell whether a unit was decided on after a table was made; older tables say only what stood, not who wrote it."""
    if state:
        return state != _state(entry)
    return entry.ruling is not None and _spaced(row.target) != _spaced(plain_of(entry.source, entry.target))


def _spaced(text: str) -> str:
    """Return a text as tables keep it: some change line ends and white space at both ends."""
    return " ".join(text.split())


def _find(desk: Desk, name: str) -> Entry:
    document, _, unit = name.rpartition("#")
    query = "SELECT u.id FROM unit u JOIN document d ON d.id = u.doc WHERE u.name = ? AND d.name = ?"
    row = desk.connection.execute(query, (unit, document)).fetchone()
    entry = desk.entry(row[0]) if row else None
    if entry is None:
        raise UsageError("there is no such unit any more")
    return entry
