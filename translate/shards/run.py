"""A run over shards: cut, subtract what is done, have an executor do the rest, and write the manifest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field

from translate.config import SHARD_RECORDS, TEXT_FIELD, Config, decisive
from translate.errors import BitexteError, OutputError, UsageError
from translate.executors.base import Executor
from translate.records import dataclass
from translate.run.loading import load_tools
from translate.shards.cutting import Shard, Take, find_files, iter_shards
from translate.shards.done import ShardDone, find_done
from translate.shards.manifest import refuse_foreign, write_manifest
from translate.shards.pieces import remove_others
from translate.shards.stores import is_within, open_store
from translate.shards.work import ShardWork

_KERNEL = "|kernel:"


@dataclass(frozen=True, slots=True)
class ShardsReport:
    """What a run did. `shards` are all of the input; `before` were done before, `done` now, `failed` with reasons.

    `waiting` are those that another job takes, or that a stop left; `strays` lie in the output, but belong to no shard.
    """

    shards: int
    before: int
    done: tuple[ShardDone, ...]
    failed: tuple[tuple[Shard, str], ...]
    waiting: int
    strays: tuple[str, ...]
    left_aside: tuple[str, ...]
    signature: str


@dataclass(frozen=True, slots=True)
class ShardSettings:
    """What a run over shards is told beside the configuration."""

    text_field: str = TEXT_FIELD
    records: int = SHARD_RECORDS
    """Of a shard."""
    take: Take = field(default_factory=Take)
    mixed: bool = False
    """Whether shards of different kernels may stand side by side."""
    stops_at_failure: bool = False


Tell = Callable[[str, int, int], None]
"""Told of each shard that is done: its name, how many are done, and how many there are to do."""


def translate_shards(
    source: str, out: str, config: Config, settings: ShardSettings, executor: Executor, *, tell: Tell | None = None
) -> ShardsReport:
    """Translate all shards of a store into another one, each exactly once.

    :raises UsageError: where there is nothing to read, or the output lies in the input.
    :raises BitexteError: where nothing can go on, or what is done was done by another kind of processor.
    :raises OutputError: where the store refuses, or does not have what workers have put there.
    :raises KeyboardInterrupt: where the user stopped the run; what was being done is finished.
    """
    if is_within(out, source) or is_within(source, out):
        raise UsageError(f"{out}: the output lies in the input, or the input in the output; give another --out.")
    inputs, outputs = open_store(source), open_store(out)
    files, left_aside = find_files(inputs)
    refuse_foreign(outputs)
    tools = load_tools(config)
    kernel = tools.kernel.digits if tools.kernel else ""
    signature = tools.signature.partition(_KERNEL)[0]
    recipe = repr((signature, settings.text_field, decisive(config)))
    shards = list(iter_shards(inputs, files, settings.records))
    known = {name: done for name, done in find_done(outputs).items() if done.is_there(outputs)}
    names = {shard.name(recipe): shard for shard in shards}
    if not settings.mixed:
        _refuse_mixed(kernel, [done for name, done in known.items() if name in names])
    missing = [shard for name, shard in names.items() if name not in known]
    todo = sorted(filter(settings.take.has, missing), key=lambda shard: (-shard.size, shard.number))
    remove_others(outputs, {shard.name(recipe) for shard in missing})
    work = ShardWork(source, out, config, recipe=recipe, text_field=settings.text_field)
    made: list[ShardDone] = []
    failed: list[tuple[Shard, str]] = []
    for done in executor.map(work, iter(todo)):
        if done.result is None:
            failed.append((done.item, done.failure))
            if settings.stops_at_failure:
                break
            continue
        made.append(done.result)
        if tell:
            tell(done.result.name, len(made), len(todo))
    after = {name: done for name, done in find_done(outputs).items() if done.is_there(outputs)}
    _refuse_lost(out, [done.name for done in made if done.name not in after])
    finished = [after[name] for name in names if name in after]
    strays = tuple(sorted(after.keys() - names.keys()))
    if len(finished) == len(shards):
        write_manifest(outputs, signature, config.written_codes, finished)
    waiting = len(shards) - len(finished) - len(failed)
    before = len(known.keys() & names.keys())
    return ShardsReport(
        len(shards), before, tuple(made), tuple(failed), waiting, strays, tuple(left_aside), tools.signature
    )


def _refuse_mixed(kernel: str, known: Sequence[ShardDone]) -> None:
    others = sorted({done.kernel for done in known} - {kernel})
    if others:
        raise BitexteError(
            f"{len(known)} shards were done by another kernel ({', '.join(others)}; here it is {kernel}), which "
            "translates some texts differently. Use the --isa of then, another --out, or allow it with --mixed."
        )


def _refuse_lost(out: str, names: Sequence[str]) -> None:
    """:raises OutputError: where shards that workers have done are not there for the command that wants them."""
    if names:
        some = f"{names[0]} and {len(names) - 1} more shards were" if names[1:] else f"{names[0]} was"
        raise OutputError(
            f"{out}: {some} done, and cannot be found there; the command and all "
            "workers must have the same folder or address, on a disk or in a bucket that they share. Or another "
            "program removes files there."
        )
