"""The desk of a reviewer: the units of a folder and its decisions come in, new decisions go into the log.

A decision is on the disk before anybody hears that it is saved.
"""

from __future__ import annotations

import getpass
import hashlib
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from translate.checks import PairChecks, load_checks
from translate.config import Config
from translate.data import Decision, Issue, Origin, Passage, Ruling, Shape, TranslationUnit
from translate.errors import UsageError
from translate.run.decisions import append, format_decision, log_path, next_time, read_log
from translate.run.record import recorded
from translate.run.settling import Place, settle_places
from translate.serve.review.entry import Entry
from translate.serve.review.finding import find_corpora
from translate.serve.review.history import History
from translate.serve.review.index import (
    iter_named,
    open_index,
    put_standing,
    read_unit,
    standing_of,
)

_Key = tuple[str, str, Shape]
_UNKNOWN = -1
"""Size of a log that is read again before anything else."""


class Desk:
    """An output folder that is reviewed. One thread at a time may use it: `with desk.lock`.

    :raises UsageError: where the folder has nothing to review.
    """

    def __init__(self, out: Path, *, author: str | None = None) -> None:
        self.out, self.author = out, author if author is not None else _user()
        self.lock = threading.RLock()
        self._checks: PairChecks | None = None
        self.corpora = find_corpora(out)
        self.connection = open_index(out, self.corpora)
        self._read()

    def reload(self) -> None:
        """Read the outputs and the log again; where there is nothing to review any more, what was read stands."""
        self.corpora = find_corpora(self.out)
        self.connection.close()
        self.connection = open_index(self.out, self.corpora)
        self._read()

    def _read(self) -> None:
        rows = self.connection.execute("SELECT id, name, first, units FROM document ORDER BY id").fetchall()
        self.documents: list[tuple[int, str, int, int]] = [(int(r[0]), str(r[1]), int(r[2]), int(r[3])) for r in rows]
        self.languages = self._find_languages()
        self.read_log()

    def close(self) -> None:
        self.connection.close()

    def _find_languages(self) -> tuple[str, str]:
        found = read_unit(self.connection, 1)
        return (found[0].source.language, found[0].target.language) if found else ("", "")

    def read_log(self) -> None:
        """Read the log, and find what its decisions are about."""
        self.log = list(read_log(log_path(self.out)).decisions)
        self._size = self._log_size()
        self.histories: defaultdict[_Key, History] = defaultdict(History)
        for decision in self.log:
            self.histories[decision.document, decision.unit, decision.source.shape].add(decision)
        self.latest: dict[int, Decision] = {}
        self.orphans: list[Decision] = []
        names = {name: doc for doc, name, _, _ in self.documents}
        by_document: defaultdict[str, list[Decision]] = defaultdict(list)
        for decision in self.log:
            by_document[decision.document].append(decision)
        for name, decisions in by_document.items():
            self._settle(names.get(name), decisions)
        touched = [row[0] for row in self.connection.execute("SELECT id FROM unit WHERE touched")]
        with self._writing():
            for number in {*touched, *self.latest}:
                self._refresh(number)

    def _log_size(self) -> int:
        with suppress(OSError):
            return log_path(self.out).stat().st_size
        return 0

    def catch_up(self) -> None:
        """Read the log again where somebody else wrote to it."""
        if self._log_size() != self._size:
            self.read_log()

    def _settle(self, doc: int | None, decisions: Sequence[Decision]) -> None:
        if doc is None:
            standing = {(one.unit, one.source.shape): one for one in decisions}.values()
            self.orphans += [decision for decision in standing if decision.ruling is not Ruling.REOPEN]
            return
        texts = list({decision.source.text for decision in decisions})
        places: defaultdict[Shape, list[Place]] = defaultdict(list)
        for number, unit in iter_named(self.connection, doc, texts):
            source = Passage(unit.source.text, unit.source.codes)
            places[source.shape].append(Place(number, unit.name, source, unit.context_before, unit.context_after))
        settled = settle_places(places, decisions)
        self.latest |= settled.taken
        self.orphans += settled.orphans

    # What stands

    def entry(self, number: int) -> Entry | None:
        """Return a unit as it stands now; None where there is none of this number."""
        found = read_unit(self.connection, number)
        if found is None:
            return None
        unit, is_refused = found
        doc, place = self.connection.execute("SELECT doc, number FROM unit WHERE id = ?", (number,)).fetchone()
        decision = self.latest.get(number)
        written = Passage(unit.target.text, unit.target.codes)
        machine = decision.machine if decision and unit.origin is Origin.HUMAN else written
        if decision is None or decision.ruling is Ruling.REOPEN:
            target = machine
        else:
            target = Passage("") if decision.ruling is Ruling.REJECT else decision.target
        issues = unit.issues if target == written else self._measure(unit, target)
        return Entry(number, doc, place, unit, is_refused, machine, target, decision, issues)

    def _measure(self, unit: TranslationUnit, target: Passage) -> tuple[Issue, ...]:
        if not target.text:
            return ()
        return self.checks.check(
            replace(unit, target=replace(unit.target, text=target.text, codes=target.codes), issues=(), score=None)
        )

    @property
    def checks(self) -> PairChecks:
        if self._checks is None:
            config = self.config.checks
            self._checks = PairChecks(load_checks(config), config)
        return self._checks

    @property
    def config(self) -> Config:
        """The settings that the folder was made with, or else the defaults."""
        with suppress(UsageError):
            return recorded(self.out)[0].config
        return Config()

    def history(self, entry: Entry) -> History:
        """Return what was decided on a unit."""
        known = self.histories[self._key(entry)]
        if entry.decision and entry.decision not in known.steps:
            return self.histories[entry.decision.document, entry.decision.unit, entry.decision.source.shape]
        return known

    def _key(self, entry: Entry) -> _Key:
        return self.documents[entry.doc][1], entry.unit.name, entry.source.shape

    def _refresh(self, number: int) -> None:
        """Take down in the index how a unit stands."""
        entry = self.entry(number)
        if entry is None:
            return
        if entry.decision is None:
            put_standing(self.connection, number, standing_of(entry.unit, entry.is_refused), is_touched=False)
            return
        put_standing(self.connection, number, entry.standing, is_touched=True)

    # What is decided

    def decision_on(
        self,
        entry: Entry,
        ruling: Ruling,
        target: Passage,
        *,
        dismissed: Iterable[str] = (),
        comment: str = "",
        group: str = "",
    ) -> Decision:
        """Return a decision on a unit, which is not saved yet."""
        return Decision(
            unit=entry.unit.name,
            document=self.documents[entry.doc][1],
            source=entry.source,
            before=entry.unit.context_before,
            after=entry.unit.context_after,
            ruling=ruling,
            target=target,
            machine=entry.machine,
            author=self.author,
            time="",
            dismissed=tuple(sorted(set(dismissed))),
            comment=comment,
            group=group,
        )

    def save(self, decisions: Sequence[tuple[int, Decision]]) -> None:
        """Write decisions on units into the log, and let them stand.

        :raises OutputError: where the disk refuses; then nothing of them stands.
        """
        timed: list[tuple[int, Decision]] = []
        for number, decision in decisions:
            last = [timed[-1][1]] if timed else self.log[-1:]
            timed.append((number, replace(decision, time=next_time(last))))
        append(log_path(self.out), [decision for _, decision in timed])
        self._size = self._log_size()
        for number, decision in timed:
            self.log.append(decision)
            self.histories[decision.document, decision.unit, decision.source.shape].add(decision)
            self.latest[number] = decision
        try:
            with self._writing():
                for number, _ in timed:
                    self._refresh(number)
        except sqlite3.Error:  # the decisions stand; lists show them when there is room for the index again
            self._size = _UNKNOWN

    def step(self, numbers: Iterable[int], *, back: bool, group: str = "") -> list[int]:
        """Undo the last decision on each of some units, or redo what was undone last; return those that changed.

        :param group: only decisions of this group.
        """
        steps: list[tuple[int, Decision]] = []
        for number in numbers:
            entry = self.entry(number)
            if entry is None:
                continue
            history = self.history(entry)
            last = history.done[-1:] if back else history.undone[-1:]
            if not last or (group and last[0].group != group):
                continue
            made = history.undo("", self.author) if back else history.redo("", self.author)
            if made is not None:
                steps.append((number, made))
        self.save(steps)
        return [number for number, _ in steps]

    def members(self, group: str) -> list[int]:
        """Return the units that have a decision of a group."""
        wanted = {(one.document, one.unit, one.source.shape) for one in self.log if one.group == group}
        return [number for number, one in self.latest.items() if (one.document, one.unit, one.source.shape) in wanted]

    def last_of_mine(self, *, back: bool) -> tuple[list[int], str]:
        """Return the units, and the group, of what the reviewer decided last, or took back last."""
        for decision in reversed(self.log):
            if decision.author != self.author:
                continue
            history = self.histories[decision.document, decision.unit, decision.source.shape]
            stack = history.done if back else history.undone
            if stack and stack[-1] is decision:
                group = decision.group
                return (self.members(group), group) if group else (self._numbers_of(decision), "")
            if not back and history.undone and decision.group == f"undo:{history.undone[-1].time}":
                group = history.undone[-1].group
                return (self.members(group), group) if group else (self._numbers_of(decision), "")
        return [], ""

    def _numbers_of(self, decision: Decision) -> list[int]:
        key = (decision.document, decision.unit, decision.source.shape)
        return [number for number, one in self.latest.items() if (one.document, one.unit, one.source.shape) == key]

    @property
    def version(self) -> str:
        """Changes with every decision."""
        last = format_decision(self.log[-1]) if self.log else ""
        return hashlib.blake2b(f"{len(self.log)}\0{last}".encode(), digest_size=8).hexdigest()

    def _writing(self) -> _Transaction:
        return _Transaction(self.connection.execute)


class _Transaction:
    def __init__(self, execute: Callable[[str], object]) -> None:
        self._execute = execute

    def __enter__(self) -> None:
        self._execute("BEGIN")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self._execute("COMMIT" if error is None else "ROLLBACK")


def _user() -> str:
    """Return who works here; nobody where the system has no name for its user."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
