"""Models of the Hugging Face hub: fetched only when named, pinned to a revision, kept in the cache."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from translate.errors import ModelError
from translate.models.folder import OPTIONAL_FILES, REQUIRED_FILES, WEIGHT_FILES
from translate.models.phrase_table import PHRASE_TABLE
from translate.models.target_words import TARGET_WORDS
from translate.text.late import late_plain

log = logging.getLogger(__name__)
_COMMIT = late_plain(r"[0-9a-f]{40}")


def fetch(name: str, *, revision: str | None, offline: bool) -> Path:
    """Return the folder of hub model `name`, from the cache where it is there, else downloaded at a pinned revision.

    :raises ModelError: where it is neither in the cache nor to be fetched.
    """
    from huggingface_hub import HfApi, snapshot_download  # seconds to import; needed for hub names alone
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError, OfflineModeIsEnabled

    small = [*REQUIRED_FILES, *OPTIONAL_FILES, TARGET_WORDS, PHRASE_TABLE]
    try:
        cached = Path(snapshot_download(name, revision=revision, allow_patterns=small, local_files_only=True))
        if _is_whole(cached):
            return cached
    except (LocalEntryNotFoundError, OfflineModeIsEnabled):
        pass
    if offline:
        raise ModelError(
            f"Model '{name}' is not in the cache of this machine, and --offline or HF_HUB_OFFLINE forbids downloading "
            f"it. Run once without it, or give a folder."
        )
    try:
        info = HfApi().model_info(name, revision=revision)
        files = {file.rfilename for file in info.siblings or ()}
        weights = next((w for w in WEIGHT_FILES if w in files), None)
        missing = [file for file in REQUIRED_FILES if file not in files] + ([] if weights else ["weights"])
        if missing or weights is None:
            raise ModelError(f"Model '{name}' is not a Marian model: its repository lacks {', '.join(missing)}.")
        log.warning("downloading %s, pinned to revision %s", name, info.sha)
        folder = Path(snapshot_download(name, revision=info.sha, allow_patterns=[*small, weights]))
    except (HfHubHTTPError, OSError) as exc:
        reason = str(exc).strip().splitlines()[0] if str(exc).strip() else type(exc).__name__
        message = f"Model '{name}' cannot be downloaded from Hugging Face: {reason}. Give a folder instead."
        raise ModelError(message) from exc
    _remember_pin(folder, revision)
    return folder


def cached_models() -> Iterator[tuple[str, str]]:
    """Yield (name, revision) of the Marian models in the hub's cache; nothing where there is no cache."""
    from huggingface_hub import CacheNotFound, scan_cache_dir

    try:
        cache = scan_cache_dir()
    except CacheNotFound:
        return
    for repository in sorted(cache.repos, key=lambda r: r.repo_id):
        for revision in sorted(repository.revisions, key=lambda r: r.commit_hash):
            if _is_whole(revision.snapshot_path):
                yield repository.repo_id, revision.commit_hash


def _is_whole(folder: Path) -> bool:
    return all((folder / name).is_file() for name in REQUIRED_FILES) and any(
        (folder / name).is_file() for name in WEIGHT_FILES
    )


def _remember_pin(folder: Path, revision: str | None) -> None:
    """Let the name alone lead to this snapshot from now on, as a download of a branch would have done."""
    if revision is None or not _COMMIT.fullmatch(revision):
        reference = folder.parent.parent / "refs" / (revision or "main")
        reference.parent.mkdir(parents=True, exist_ok=True)
        reference.write_text(folder.name, encoding="ascii", newline="")
