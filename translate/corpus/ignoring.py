"""A list of issues that somebody has looked at and lets stand: a file that stays beside the corpus."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

from translate.checks import CHECKS, CORPUS_CHECKS
from translate.checks.remembered import ENGINE_CHECKS
from translate.corpus.findings import UNREADABLE, Finding
from translate.errors import UnknownNameError, UsageError
from translate.records import dataclass

ANY = "*"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: the issues of a check on the units that a pattern names."""

    unit: str
    check: str
    line: int


class IgnoreList:
    """Says which issues are let stand, and which entries nothing needed."""

    def __init__(self, path: Path, entries: tuple[Entry, ...]) -> None:
        self._path = path
        self._named: dict[str, list[Entry]] = {}
        self._patterns = [entry for entry in entries if any(sign in entry.unit for sign in "*?[")]
        for entry in entries:
            if entry not in self._patterns:
                self._named.setdefault(entry.unit, []).append(entry)
        self._unused = dict.fromkeys(entries)

    def ignores(self, finding: Finding) -> bool:
        """Tell whether an issue is let stand."""
        name, check = finding.unit.name if finding.unit else "", finding.issue.check
        found = [entry for entry in self._named.get(name, ()) if entry.check in (check, ANY)]
        found += [entry for entry in self._patterns if entry.check in (check, ANY) and fnmatchcase(name, entry.unit)]
        for entry in found:
            self._unused.pop(entry, None)
        return bool(found)

    def unused(self) -> list[str]:
        """Return a line for each entry that no issue needed, with its place."""
        return [
            f"{self._path}:{entry.line}: no such issue any more: {entry.unit}\t{entry.check}" for entry in self._unused
        ]


def read_ignore_list(path: Path) -> IgnoreList:
    """Read lines of `UNIT<TAB>CHECK`, and what else stands behind them; `#` begins a comment.

    A unit may be a pattern (`letter-*`), and either may be `*`.

    :raises UsageError: with file and line, where a line is something else or the check does not exist.
    """
    entries = []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise UsageError(f"{path}: cannot read the ignore list: {exc}.") from exc
    known = (*CHECKS, *ENGINE_CHECKS, *CORPUS_CHECKS, UNREADABLE, ANY)
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        unit, tab, rest = line.partition("\t")
        check = rest.partition("\t")[0].strip()
        if not tab or not unit.strip() or not check:
            raise UsageError(f"{path}:{number}: expected the name of a unit, a tab and the name of a check.")
        if check not in known:
            raise UsageError(f"{path}:{number}: {UnknownNameError('check', check, known)}")
        entries.append(Entry(unit.strip(), check, number))
    return IgnoreList(path, tuple(entries))
