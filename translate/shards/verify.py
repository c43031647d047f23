"""Verification: whether all that a run over shards made still stands as it was made."""

from __future__ import annotations

from translate.errors import UsageError
from translate.records import dataclass
from translate.shards.done import FOLDER, PART, REJECTED, find_done
from translate.shards.run import MANIFEST, read_manifest
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
    names = store.names()
    words = [name for name in store.names(FOLDER) if name.endswith(".json")]
    if not done and not words and read_manifest(store) is None:
        raise UsageError(
            f"{store.address}: holds no shards: expected {FOLDER}/ or {MANIFEST}; give the folder of --out."
        )
    faults = [
        Fault(name, "cannot be read", name.removeprefix(f"{FOLDER}/").removesuffix(".json"))
        for name in words
        if name.removeprefix(f"{FOLDER}/").removesuffix(".json") not in done
    ]
    expected = set()
    for one in done.values():
        for made in one.made:
            expected.add(made.name)
            size = store.size(made.name)
            if size is None:
                faults.append(Fault(made.name, "is missing", one.name))
            elif size != made.size or digest_within(store, made.name) != made.sha256:
                faults.append(Fault(made.name, f"is not as it was made ({size:,} bytes, then {made.size:,})", one.name))
    parts = [name for name in names if name.endswith((PART, REJECTED))]
    faults += [Fault(name, "belongs to no shard that is done") for name in parts if name not in expected]
    manifest = read_manifest(store)
    if manifest is not None:
        listed = manifest["shards"]
        wanted = {str(one["name"]) for one in listed} if isinstance(listed, list) else set()
        faults += [Fault(MANIFEST, f"names {name}, which is not done", name) for name in sorted(wanted - done.keys())]
        faults += [
            Fault(f"{FOLDER}/{name}.json", f"is not in {MANIFEST}", name) for name in sorted(done.keys() - wanted)
        ]
    return len(done), faults


def repair(store: Store, faults: list[Fault]) -> None:
    """Remove what is wrong, with the word that it is done, so that the next run does it again."""
    done = find_done(store)
    for fault in faults:
        if fault.file != MANIFEST:
            store.remove(fault.file)
        if fault.shard:
            for made in done[fault.shard].made if fault.shard in done else ():
                store.remove(made.name)
            store.remove(f"{FOLDER}/{fault.shard}.json")
    if faults:
        store.remove(MANIFEST)
