"""The work on a shard: its records go through the whole corridor, in the worker, and its rename is its journal."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice

from translate.checks import Verdict
from translate.config import Config
from translate.data import Document, TranslationUnit
from translate.errors import DocumentError, UsageError
from translate.run.loading import load_tools
from translate.run.texts import Texts, opened_texts
from translate.shards.cutting import WINDOW, ChangedError, Content, Shard, refuse_changed_rows
from translate.shards.done import PART, REJECTED, Made, ShardDone, writing
from translate.shards.pieces import Piece, count_standing, read_pieces, remove_pieces
from translate.shards.records import Fault, Fields, Record, dump, read_lines, read_rows
from translate.shards.stores import Store, open_store

TRANSLATION, UNITS = "translation", "units"
"""Fields that are added to each record: its text in the target language, and the units of its segments."""
_LEAST_WINDOW, _SHRINKING = 4, 3
"""Records that are translated together at least, and by how many powers of two they are fewer after each death."""
_SHOWN = 200


class ShardWork:
    """Translates shards of the store at `source` into the one at `out`.

    :param recipe: all that decides what is made of a shard, and so its name.
    :param text_field: which field of a record has the text.
    """

    def __init__(self, source: str, out: str, config: Config, *, recipe: str, text_field: str) -> None:
        self._source, self._out, self._config = source, out, config
        self._recipe, self._text_field = recipe, text_field
        self._texts: Texts | None = None
        self._stack: ExitStack | None = None
        self._kernel = ""
        self._keeps = not config.output.no_journal
        """Whether pieces are left, which hold texts."""

    def begin(self) -> str:
        """Load the model; return how the engine computes.

        :raises BitexteError: where the model, the termbase or a memory cannot be used.
        """
        tools = load_tools(self._config)
        with ExitStack() as stack:
            self._texts = stack.enter_context(opened_texts(tools))
            self._stack = stack.pop_all()
        self._kernel = tools.kernel.digits if tools.kernel else ""
        return self._kernel

    def end(self) -> None:
        """Close the memories."""
        if self._stack is not None:
            self._stack.close()

    def do(self, item: Shard) -> ShardDone:
        """Translate a shard, put its files in place, and then the word that it is done.

        :raises DocumentError: where its file cannot be read, or is not the one any more that was cut.
        :raises UsageError: where a record has a field that would be replaced.
        :raises OutputError: where the store refuses.
        """
        started = time.monotonic()
        name, out = item.name(self._recipe), open_store(self._out)
        made: list[Made] = []
        faults: list[Fault] = []
        units = refused = characters = 0
        with writing(out, name + PART, made) as part:
            try:
                for piece in self._iter_pieces(item, name, out):
                    for line in piece.lines:
                        part.write(line)
                    faults += piece.faults
                    units += piece.units
                    refused += piece.refused
                    characters += piece.characters
            except ChangedError:
                remove_pieces(out, name)  # they are of the other content
                raise
        if faults:
            with writing(out, name + REJECTED, made) as part:
                for fault in faults:
                    part.write(dump({"line": fault.line, "reason": fault.reason, "content": fault.content}))
        seconds, host = round(time.monotonic() - started, 3), socket.gethostname()
        counts = (item.records, len(faults), units, refused, characters)
        done = ShardDone(name, item.file, item.first, *counts, self._kernel, tuple(made), seconds, host)
        done.save(out)
        remove_pieces(out, name)
        return done

    def renew(self, item: Shard, deaths: int) -> tuple[Shard, bool]:
        """Return a shard as it is to be done again by whoever goes on with it, in smaller pieces where none was left.

        :param deaths: workers that ended over it since they left a piece.
        """
        standing = count_standing(open_store(self._out), item.name(self._recipe))
        if standing > item.standing:
            return replace(item, standing=standing), True
        window = min(item.records, WINDOW) >> _SHRINKING * deaths
        return replace(item, window=max(_LEAST_WINDOW, window)), False

    def _iter_pieces(self, shard: Shard, name: str, out: Store) -> Iterator[Piece]:
        """Yield what is there of a shard, and what is made of the rest: each piece is left, but for the last one."""
        place = 0
        for piece in read_pieces(out, name, self._kernel):
            yield piece
            place += piece.records
        records = islice(self._iter_records(shard), place, None)
        size = shard.window
        while window := list(islice(records, size)):
            piece = self._translate(window, place)
            place += piece.records
            if place < shard.records and self._keeps:
                piece.save(out, name)
            yield piece
            size = min(2 * size, WINDOW)

    def _iter_records(self, shard: Shard) -> Iterator[Record | Fault]:
        fields, content = Fields(shard.kind, self._text_field), Content(shard.kind)
        store = open_store(self._source)
        with store.open(shard.file) as file:
            if shard.kind == "parquet":
                refuse_changed_rows(store, shard, file)
                rows = read_rows(file, shard.file, shard.first, shard.records)
                yield from (fields.of_row(number, row) for number, row in enumerate(rows, shard.first))
                return
            start = 0 if shard.offset is not None else shard.first - 1
            lines = islice(read_lines(file, shard.file, offset=shard.offset), start, start + shard.records)
            for number, line in enumerate(lines, shard.first):
                content.add(line)
                yield fields.of_line(number, line)
        content.refuse_changed(shard)

    def _translate(self, window: list[Record | Fault], first: int) -> Piece:
        """Translate some records, of which the first is the one at `first`."""
        assert self._texts is not None
        documents: list[tuple[Record, Document]] = []
        faults: list[Fault] = []
        for record in window:
            if isinstance(record, Fault):
                faults.append(record)
                continue
            self._refuse_clash(record)
            try:
                documents.append((record, self._texts.read(record.text, f"line {record.line}")))
            except DocumentError as exc:
                faults.append(Fault(record.line, str(exc), record.text[:_SHOWN]))
        lines: list[bytes] = []
        units = refused = characters = 0
        translations = self._texts.translate([document for _, document in documents])
        for (record, _), translated in zip(documents, translations, strict=True):
            values = [_value_of(unit, verdict) for unit, verdict in translated.units]
            try:
                lines.append(dump({**record.fields, TRANSLATION: translated.target, UNITS: values}))
            except ValueError as exc:
                faults.append(Fault(record.line, f"cannot be written as JSON: {exc}", record.text[:_SHOWN]))
                continue
            units += len(translated.units)
            refused += sum(not verdict.is_accepted for _, verdict in translated.units)
            characters += len(translated.source)
        counts = (units, refused, characters, self._kernel)
        return Piece(first, len(window), tuple(lines), tuple(faults), *counts)

    def _refuse_clash(self, record: Record) -> None:
        for name in (TRANSLATION, UNITS):
            if name in record.fields:
                raise UsageError(
                    f"{self._source}: a record has a field '{name}' already, which the output would replace; rename it."
                )


def _value_of(unit: TranslationUnit, verdict: Verdict) -> dict[str, object]:
    """Return what a record says of a unit; `refused` names the checks that refuse it."""
    reasons = [reason.check for reason in verdict.reasons]
    value: dict[str, object] = {"source": unit.source.text, "target": unit.target.text, "origin": unit.origin}
    if unit.score is not None:
        value["score"] = float(unit.score)
    if unit.issues:
        value["issues"] = [{"check": i.check, "severity": i.severity, "message": i.message} for i in unit.issues]
    return value | ({"refused": reasons} if reasons else {})
