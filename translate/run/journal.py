"""What a run has finished, in SQLite: hypotheses by their text, documents by their content. The resume reads it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from translate.data import CodeKind, Edit, Hypothesis, InlineCode, Issue, Origin, Passage, Severity, Stage
from translate.engines.base import Kernel
from translate.errors import LockedError, OutputError, UsageError, reason_of
from translate.files import FOLDER, LIST, from_json, own_folder, remove_file

JOURNAL = "journal.sqlite"
KEPT = ("decisions.jsonl",)
"""What people made, which is never removed with what can be made again."""
_NOWHERE = ":memory:"
_LOOKUP = 500  # SQLite allows 999 parameters everywhere
_SCHEMA = """
CREATE TABLE hypothesis (key BLOB PRIMARY KEY, text TEXT NOT NULL, score REAL NOT NULL, issues TEXT, codes TEXT,
 origin TEXT, edits TEXT) WITHOUT ROWID;
CREATE TABLE document (name TEXT PRIMARY KEY, digest TEXT NOT NULL, result TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kernel (engine TEXT PRIMARY KEY, digits TEXT NOT NULL, made_by TEXT NOT NULL) WITHOUT ROWID;
"""
_VERSION = int.from_bytes(hashlib.sha256(_SCHEMA.encode()).digest()[:4]) >> 1  # SQLite keeps 31 bits of it


class Journal:
    """The journal of one output folder. While it is open, no other run can open it.

    A batch is written in one transaction, so that after `kill -9` it is there whole or not at all.
    """

    def __init__(self, out: Path | None) -> None:
        """:param out: the output folder; None keeps nothing, and locks nothing.
        :raises LockedError: where another run works on the folder.
        :raises OutputError: where the folder cannot be written, or the journal is damaged.
        """
        self._path = own_folder(out) / JOURNAL if out is not None else Path(_NOWHERE)
        with _sqlite_errors(self._path):
            self._connection = sqlite3.connect(self._path, timeout=0.2, isolation_level=None, check_same_thread=False)
        try:
            with _sqlite_errors(self._path):
                self._open()
        except OutputError:
            self.close()
            raise

    def _open(self) -> None:
        """Take the lock, and make the tables where the journal is new."""
        self._connection.execute("PRAGMA locking_mode=EXCLUSIVE")  # held until closing, or the end of the process
        self._connection.execute("PRAGMA journal_mode=WAL")  # no commit waits for the disk; a kill loses none
        self._connection.execute("PRAGMA synchronous=NORMAL")
        self._connection.execute("BEGIN EXCLUSIVE")
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version == 0:
            for statement in _SCHEMA.strip().split(";\n"):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version={_VERSION}")
        elif version != _VERSION:
            raise OutputError(f"{self._path}: made by another version of bitexte ({version}); delete it to start over.")
        self._connection.execute("COMMIT")

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._connection.close()

    def claim(self, kernel: Kernel) -> None:
        """Take down how an engine computes, so that one journal never holds what two kinds of processor made.

        :raises OutputError: where the journal was begun by one that computes otherwise.
        """
        with _sqlite_errors(self._path):
            row = (kernel.engine, kernel.digits, kernel.made_by)
            self._connection.execute("INSERT OR IGNORE INTO kernel VALUES (?, ?, ?)", row)
            query = "SELECT digits, made_by FROM kernel WHERE engine = ?"
            digits, made_by = self._connection.execute(query, (kernel.engine,)).fetchone()
        if digits != kernel.digits:
            raise OutputError(
                f"{self._path}: begun with kernel {digits} ({made_by}); here it is {kernel.digits} "
                f"({kernel.made_by}), which gives other texts. Continue with the same --isa, --device and kind of "
                "machine, choose another --out, or delete that file to translate everything again."
            )

    def find(self, engine: str, passages: Sequence[Passage]) -> dict[Passage, Hypothesis]:
        """Return the hypotheses that are there already, by passage.

        :param engine: the engine's signature.
        """
        found: dict[Passage, Hypothesis] = {}
        keys = {_key(engine, passage): passage for passage in passages}
        ordered = list(keys)
        with _sqlite_errors(self._path):
            for start in range(0, len(ordered), _LOOKUP):
                some = ordered[start : start + _LOOKUP]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, text, score, issues, codes, origin, edits FROM hypothesis WHERE key IN ({marks})"
                for key, text, score, issues, codes, origin, edits in self._connection.execute(query, some):
                    kind = Origin(origin) if origin else Origin.MACHINE
                    found[keys[key]] = Hypothesis(
                        text, score, _load_issues(issues), _load_codes(codes), kind, _load_edits(edits)
                    )
        return found

    def add(self, engine: str, hypotheses: Mapping[Passage, Hypothesis]) -> None:
        """Keep hypotheses by passage, in one transaction."""
        rows = [(_key(engine, passage), *_row(hypothesis)) for passage, hypothesis in hypotheses.items()]
        if not rows:
            return
        with _sqlite_errors(self._path):
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR REPLACE INTO hypothesis VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            self._connection.execute("COMMIT")

    def find_document(self, name: str, digest: str) -> dict[str, object] | None:
        """Return what was kept of a finished document; None where it is not finished, or `digest` differs."""
        with _sqlite_errors(self._path):
            query = "SELECT result FROM document WHERE name = ? AND digest = ?"
            row = self._connection.execute(query, (name, digest)).fetchone()
        result: dict[str, object] | None = from_json(row[0]) if row else None
        return result

    def outputs_of(self, names: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the outputs of documents by name, each by its path from where the document lies, with its digest."""
        found: dict[str, dict[str, str]] = {}
        with _sqlite_errors(self._path):
            for name in names:
                row = self._connection.execute("SELECT result FROM document WHERE name = ?", (name,)).fetchone()
                if row:
                    found[name] = dict(from_json(row[0])["outputs"])
        return found

    def forget_documents(self, names: Iterable[str]) -> None:
        """Forget that documents are finished."""
        with _sqlite_errors(self._path):
            self._connection.executemany("DELETE FROM document WHERE name = ?", [(name,) for name in names])

    def add_document(self, name: str, digest: str, result: Mapping[str, object]) -> None:
        """Keep that a document is finished.

        :param digest: over everything its outputs depend on.
        """
        with _sqlite_errors(self._path):
            row = (name, digest, json.dumps(result, ensure_ascii=False, sort_keys=True))
            self._connection.execute("INSERT OR REPLACE INTO document VALUES (?, ?, ?)", row)


def _key(engine: str, passage: Passage) -> bytes:
    recipe = f"{engine}\0{passage.text}"
    if passage.codes:
        recipe += f"\0{_dump_codes(passage.codes)}"
    return hashlib.blake2b(recipe.encode(), digest_size=20).digest()


def _row(hypothesis: Hypothesis) -> tuple[str, float, str | None, str | None, str | None, str | None]:
    origin = None if hypothesis.origin is Origin.MACHINE else str(hypothesis.origin)
    issues, codes = _dump_issues(hypothesis.issues), _dump_codes(hypothesis.codes)
    return hypothesis.text, hypothesis.score, issues, codes, origin, _dump_edits(hypothesis.edits)


def _dump_codes(codes: Sequence[InlineCode]) -> str | None:
    return json.dumps([[c.start, c.end, c.kind, c.pair, c.type, c.id] for c in codes]) if codes else None


def _load_codes(text: str | None) -> tuple[InlineCode, ...]:
    if text is None:
        return ()
    rows = from_json(text)
    return tuple(InlineCode(start, end, CodeKind(kind), pair, name, own) for start, end, kind, pair, name, own in rows)


def _dump_issues(issues: Sequence[Issue]) -> str | None:
    if not issues:
        return None
    return json.dumps([[i.check, i.severity, i.message, i.value] for i in issues], ensure_ascii=False)


def _load_issues(text: str | None) -> tuple[Issue, ...]:
    if text is None:
        return ()
    return tuple(
        Issue(check, Severity(severity), message, value) for check, severity, message, value in from_json(text)
    )


def _dump_edits(edits: Sequence[Edit]) -> str | None:
    if not edits:
        return None
    return json.dumps([[e.step, e.stage, e.start, e.old, e.new, e.reason] for e in edits], ensure_ascii=False)


def _load_edits(text: str | None) -> tuple[Edit, ...]:
    if text is None:
        return ()
    rows = from_json(text)
    return tuple(Edit(step, Stage(stage), start, old, new, reason) for step, stage, start, old, new, reason in rows)


@contextmanager
def working_folder(out: Path, *, keeps: bool) -> Iterator[Path]:
    """Give a folder for what a run makes beside its outputs: that of the output, or one that is gone afterwards."""
    if keeps:
        yield own_folder(out)
        return
    with TemporaryDirectory(prefix="bitexte-") as folder:
        yield Path(folder)


def forget(out: Path) -> list[tuple[Path, int]]:
    """Remove the journal of an output folder and all else there that holds texts, but for the outputs themselves.

    The list of what bitexte wrote stays, which holds names and digests alone, and so do the decisions of reviewers.

    :return: what was removed, with its bytes.
    :raises UsageError: where nothing of a run is kept in the folder, or what is kept lies elsewhere.
    :raises LockedError: where a run works on it.
    :raises OutputError: where the disk refuses.
    """
    folder = out / FOLDER
    if not folder.is_dir():
        raise UsageError(f"{out}: nothing to forget: no {FOLDER} in it; give the folder that --out named.")
    if folder.is_symlink():  # whoever made the link may mean any folder by it
        raise UsageError(f"{folder}: is a link to another folder, which is left as it is; remove it yourself.")
    if (folder / JOURNAL).exists():
        Journal(out).close()
    return [(path, remove_file(path)) for path in sorted(folder.iterdir()) if path.name not in (LIST, *KEPT)]


@contextmanager
def _sqlite_errors(path: Path) -> Iterator[None]:
    """Map SQLite's errors to ours."""
    try:
        yield
    except sqlite3.OperationalError as exc:
        if "locked" in str(exc):
            raise LockedError(
                f"{path.parent.parent}: another run is writing to this folder, or a review of it is open. "
                "Wait for it, end the review, or choose another --out."
            ) from exc
        raise OutputError(f"{path}: cannot be written: {exc}. Is the disk full or the folder read-only?") from exc
    except sqlite3.DatabaseError as exc:
        raise OutputError(f"{path}: the journal is damaged ({reason_of(exc)}); delete it to start over.") from exc
