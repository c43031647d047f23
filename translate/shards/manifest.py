"""The manifest: what all shards of a corpus together are, and nothing of when and where they were made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from translate.errors import ForeignFileError
from translate.files import from_json
from translate.shards.done import ShardDone
from translate.shards.stores import Store

MANIFEST = "MANIFEST.json"
_FORMAT = "bitexte shards 1"


def read_manifest(store: Store) -> dict[str, Any] | None:
    """Return the manifest of a store; None where there is none of ours, which lists shards by their names."""
    if store.size(MANIFEST) is None:
        return None
    with store.open(MANIFEST) as file:
        try:
            value = from_json(file.read())
        except ValueError:
            return None
    if not isinstance(value, dict) or value.get("format") != _FORMAT or not isinstance(value.get("shards"), list):
        return None
    are_named = all(isinstance(one, dict) and isinstance(one.get("name"), str) for one in value["shards"])
    return value if are_named else None


def refuse_foreign(store: Store) -> None:
    """:raises ForeignFileError: where there is a manifest that is none of ours, which a run would replace."""
    if is_foreign(store):
        raise ForeignFileError(
            f"{store.address}/{MANIFEST} was not written by bitexte; move it, or give another --out."
        )


def is_foreign(store: Store) -> bool:
    """Tell whether a file has the name of the manifest, and is none."""
    return store.size(MANIFEST) is not None and read_manifest(store) is None


def write_manifest(store: Store, signature: str, codes: tuple[str, str], finished: Sequence[ShardDone]) -> None:
    """Write the manifest of all shards, in their order.

    :param codes: of the source and the target language.
    :raises OutputError: where the store refuses.
    """
    head = {"format": _FORMAT, "source_language": codes[0], "target_language": codes[1], "signature": signature}
    value = head | _totals(finished) | {"shards": [_part(done) for done in finished]}
    with store.write(MANIFEST) as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n")


def differences(manifest: Mapping[str, Any], done: Mapping[str, ShardDone]) -> Iterator[tuple[str, str]]:
    """Yield where a manifest says something else than the words that shards are done: what of it, and of which shard.

    Shards that are done and not in the manifest are no matter of this function.
    """
    names = [part["name"] for part in manifest["shards"]]
    for name, part in zip(names, manifest["shards"], strict=True):
        if name not in done:
            yield f"names {name}, which is not done", name
        elif part != _part(done[name]):
            yield f"says something else of {name} than what was made", ""
    if done.keys() >= set(names):
        totals = _totals([done[name] for name in names])
        wrong = [name for name, value in totals.items() if manifest.get(name) != value]
        if wrong:
            yield f"has another {', '.join(wrong)} than its shards", ""


def _totals(finished: Sequence[ShardDone]) -> dict[str, object]:
    return {
        "kernels": sorted({done.kernel for done in finished}),
        "records": sum(done.records for done in finished),
        "digest": hashlib.sha256("".join(m.sha256 for d in finished for m in d.made).encode()).hexdigest(),
    }


def _part(done: ShardDone) -> dict[str, object]:
    return {
        "name": done.name,
        "file": done.file,
        "first": done.first,
        "records": done.records,
        "rejected": done.rejected,
        "units": done.units,
        "refused": done.refused,
        "characters": done.characters,
        "kernel": done.kernel,
        "made": [{"name": made.name, "size": made.size, "sha256": made.sha256} for made in done.made],
    }
