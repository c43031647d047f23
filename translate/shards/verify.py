"""Verification: whether all that a run over shards made still stands as it was made."""

from __future__ import annotations

from translate.errors import UsageError
from translate.records import dataclass
from translate.shards.done import FOLDER, find_done, shard_of
from translate.shards.manifest import MANIFEST, differences, is_foreign, read_manifest
from translate.shards.stores import Store, digest_within


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that is not as it was made, and what is wrong with it; `shard` is what must be done again."""

    file: str
    message: str
    shard: str = ""


def verify(store: Store) -> tuple[int, list[Fault]]:
    """Return how many shards are done, and what is wrong, by the digests of all files.

    :raises UsageError: where nothing in the store was made by a run over shards.
    """
    done = find_done(store)
    words = {name: shard for name in store.names(FOLDER) if (shard := shard_of(name))}
    if not done and not words and read_manifest(store) is None:
        raise UsageError(
            f"{store.address}: holds no shards: expected {FOLDER}/ or {MANIFEST}; give the folder of --out."
        )
    faults = [Fault(name, "cannot be read", shard) for name, shard in words.items() if shard not in done]
    expected = set()
    for one in done.values():
        for made in one.made:
            expected.add(made.name)
            size = store.size(made.name)
            if size is None:
                faults.append(Fault(made.name, "is missing", one.name))
            elif size != made.size or digest_within(store, made.name) != made.sha256:
                faults.append(Fault(made.name, f"is not as it was made ({size:,} bytes, then {made.size:,})", one.name))
    parts = [name for name in store.names() if shard_of(name) and name not in expected]
    faults += [Fault(name, "belongs to no shard that is done") for name in parts]
    manifest = read_manifest(store)
    if manifest is not None:
        faults += [Fault(MANIFEST, message, name) for message, name in differences(manifest, done)]
        others = sorted(done.keys() - {part["name"] for part in manifest["shards"]})
        faults += [Fault(f"{FOLDER}/{name}.json", f"is not in {MANIFEST}", name) for name in others]
    elif is_foreign(store):
        faults.append(Fault(MANIFEST, "is damaged, or was not written by bitexte; move it"))
    return len(done), faults


def repair(store: Store, faults: list[Fault]) -> list[Fault]:
    """Remove what is wrong, with the word that it is done, so that the next run does it again.

    :return: what is left: a file that has the name of the manifest, and may be of somebody else.
    """
    done = find_done(store)
    for fault in faults:
        if fault.file != MANIFEST:
            store.remove(fault.file)
        if fault.shard in done:
            for made in done[fault.shard].made:
                store.remove(made.name)
            store.remove(f"{FOLDER}/{fault.shard}.json")
    if is_foreign(store):
        return [fault for fault in faults if fault.file == MANIFEST]
    if faults:
        store.remove(MANIFEST)
    return []
