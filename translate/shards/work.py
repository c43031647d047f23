"""The work on a shard: its records go through the whole corridor, in the worker, and its rename is its journal."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice

from translate.checks import Verdict
from translate.config import Config
from translate.data import Document, TranslationUnit
from translate.errors import DocumentError, UsageError
from translate.run.loading import load_tools
from translate.run.texts import Texts, Translated, opened_texts
from translate.shards.cutting import Shard
from translate.shards.done import PART, REJECTED, Made, Part, ShardDone, writing
from translate.shards.records import Fault, Fields, Record, dump, read_lines, read_rows
from translate.shards.stores import open_store

TRANSLATION, UNITS = "translation", "units"
"""Fields that are added to each record: its text in the target language, and the units of its segments."""
_WINDOW = 2_048
"""Records that are translated together; what is held does not grow with the shard."""
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

        :raises DocumentError: where its file cannot be read.
        :raises UsageError: where a record has a field that would be replaced.
        :raises OutputError: where the store refuses.
        """
        started = time.monotonic()
        name, out = item.name(self._recipe), open_store(self._out)
        units = refused = characters = 0
        made: list[Made] = []
        faults: list[Fault] = []
        with writing(out, name + PART, made) as part:
            records = self._iter_records(item)
            while window := list(islice(records, _WINDOW)):
                for translated in self._translate(window, part, faults):
                    units += len(translated.units)
                    refused += sum(not verdict.is_accepted for _, verdict in translated.units)
                    characters += len(translated.source)
        if faults:
            with writing(out, name + REJECTED, made) as part:
                for fault in faults:
                    part.write(dump({"line": fault.line, "reason": fault.reason, "content": fault.content}))
        seconds, host = round(time.monotonic() - started, 3), socket.gethostname()
        counts = (item.records, len(faults), units, refused, characters)
        done = ShardDone(name, item.file, item.first, *counts, self._kernel, tuple(made), seconds, host)
        done.save(out)
        return done

    def _iter_records(self, shard: Shard) -> Iterator[Record | Fault]:
        fields = Fields(shard.kind, self._text_field)
        with open_store(self._source).open(shard.file) as file:
            if shard.kind == "parquet":
                rows = read_rows(file, shard.file, shard.first, shard.records)
                yield from (fields.of_row(number, row) for number, row in enumerate(rows, shard.first))
                return
            start = 0 if shard.offset is not None else shard.first - 1
            lines = islice(read_lines(file, shard.file, offset=shard.offset), start, start + shard.records)
            yield from (fields.of_line(number, line) for number, line in enumerate(lines, shard.first))

    def _translate(self, window: list[Record | Fault], part: Part, faults: list[Fault]) -> Iterator[Translated]:
        """Translate some records, and write them; what cannot be used goes to `faults`."""
        assert self._texts is not None
        documents: list[tuple[Record, Document]] = []
        for record in window:
            if isinstance(record, Fault):
                faults.append(record)
                continue
            self._refuse_clash(record)
            try:
                documents.append((record, self._texts.read(record.text, f"line {record.line}")))
            except DocumentError as exc:
                faults.append(Fault(record.line, str(exc), record.text[:_SHOWN]))
        translations = self._texts.translate([document for _, document in documents])
        for (record, _), translated in zip(documents, translations, strict=True):
            units = [_value_of(unit, verdict) for unit, verdict in translated.units]
            try:
                part.write(dump({**record.fields, TRANSLATION: translated.target, UNITS: units}))
            except ValueError as exc:
                faults.append(Fault(record.line, f"cannot be written as JSON: {exc}", record.text[:_SHOWN]))
            else:
                yield translated

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
