"""Models of the Hugging Face hub: fetched only when named, pinned to a revision, checked, kept in the cache."""

from __future__ import annotations

import errno
import hashlib
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from translate.errors import ModelError
from translate.models.folder import OPTIONAL_FILES, REQUIRED_FILES, WEIGHT_FILES
from translate.models.installed import downloads_folder
from translate.models.phrase_table import PHRASE_TABLE
from translate.models.target_words import TARGET_WORDS
from translate.records import dataclass
from translate.text.late import late_plain

log = logging.getLogger(__name__)
_COMMIT = late_plain(r"[0-9a-f]{40}")
_PAIR = late_plain(r"-([a-z]{2,3})-([a-z]{2,3})(?:-c(?:translate|t)2.*)?$")
_BLOCK_BYTES = 1 << 20
_SMALL = (*REQUIRED_FILES, *OPTIONAL_FILES, TARGET_WORDS, PHRASE_TABLE)
_CONVERTED = ("config.json", "model.bin", "*vocabulary.json", "*vocabulary.txt", "*.spm", "tokenizer_config.json")
_NATIVE = ("*decoder.yml", "*.npz", "*vocab*.yml", "*.spm")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A repository on this disk."""

    folder: Path
    revision: str
    licence: str


def fetch(name: str, *, revision: str | None, offline: bool) -> Path:
    """Return the folder of hub model `name`, from the cache where it is there, else downloaded at a pinned revision.

    :raises ModelError: where it is neither in the cache nor to be fetched.
    """
    from huggingface_hub import snapshot_download  # seconds to import; needed for hub names alone
    from huggingface_hub.errors import LocalEntryNotFoundError, OfflineModeIsEnabled

    try:
        cached = Path(snapshot_download(name, revision=revision, allow_patterns=[*_SMALL], local_files_only=True))
        if _is_whole(cached):
            return cached
    except (LocalEntryNotFoundError, OfflineModeIsEnabled):
        pass
    if offline:
        raise ModelError(
            f"Model '{name}' is not in the cache of this machine, and --offline or HF_HUB_OFFLINE forbids downloading "
            f"it. Run once without it, or give a folder."
        )
    with _asking(name):
        files, info = _look(name, revision)
        weights = next((w for w in WEIGHT_FILES if w in files), None)
        missing = [file for file in REQUIRED_FILES if file not in files] + ([] if weights else ["weights"])
        if missing or weights is None:
            raise ModelError(f"Model '{name}' is not a Marian model: its repository lacks {', '.join(missing)}.")
        folder = _download(name, files, info, [*_SMALL, weights])
    _remember_pin(folder, revision)
    return folder


def fetch_any(name: str, *, revision: str | None) -> Fetched:
    """Download what of repository `name` makes a model of any kind that can be installed, to a folder to be removed.

    :raises ModelError: where it holds none, or is not to be had.
    """
    from translate.models.download import RemoteFile, download  # brings modules of the network, for this alone

    with _asking(name):
        files, info = _look(name, revision)
        weights = [weight for weight in WEIGHT_FILES if weight in files][:1]
        if "model.bin" in files:
            patterns: Sequence[str] = _CONVERTED
        elif all(file in files for file in REQUIRED_FILES) and weights:
            patterns = [*_SMALL, *weights]
        elif any(file.endswith("decoder.yml") and "/" not in file for file in files):
            patterns = _NATIVE
        elif packages := [file for file in files if file.endswith(".argosmodel")]:
            patterns = packages[:1]
        else:
            wanted = f"{', '.join(REQUIRED_FILES)} and weights, model.bin, decoder.yml or an .argosmodel"
            raise ModelError(f"Repository '{name}' holds no model that bitexte can run; expected {wanted}.")
        chosen = _wanted(name, files, info, patterns)
        folder = downloads_folder() / f"{name.replace('/', '--')}@{info.sha}"
        download(name, info.sha, [RemoteFile(file, about.size) for file, about in chosen.items()], folder)
        for file, about in chosen.items():
            _check_sum(name, folder / file, about)
    return Fetched(folder, str(info.sha), _licence_of(info))


def named_pair(repository: str) -> tuple[str, str] | None:
    """Return the languages that the name of a repository ends in, such as `opus-mt-fr-en`; None where it does not."""
    named = _PAIR.search(repository)
    return (named[1], named[2]) if named else None


def _look(name: str, revision: str | None) -> tuple[dict[str, Any], Any]:
    from huggingface_hub import HfApi

    info = HfApi().model_info(name, revision=revision, files_metadata=True)
    return {file.rfilename: file for file in info.siblings or ()}, info


def _download(name: str, files: dict[str, Any], info: Any, patterns: Sequence[str]) -> Path:
    """Download files into the hub's own cache, where other programs find them too."""
    from huggingface_hub import snapshot_download

    wanted = _wanted(name, files, info, patterns)
    folder = Path(snapshot_download(name, revision=info.sha, allow_patterns=list(wanted)))
    for file, about in wanted.items():
        _check_sum(name, folder / file, about)
    return folder


def _wanted(name: str, files: dict[str, Any], info: Any, patterns: Sequence[str]) -> dict[str, Any]:
    """Return the files that are to be fetched, and say how much that is."""
    wanted = {file: about for file, about in files.items() if any(fnmatch(file, one) for one in patterns)}
    megabytes = sum(about.size or 0 for about in wanted.values()) / 1e6
    log.warning(
        "downloading %s: %.0f MB, licence %s, pinned to revision %s",
        name,
        megabytes,
        _licence_of(info) or "not stated",
        info.sha,
    )
    return wanted


def _check_sum(name: str, path: Path, about: Any) -> None:
    """Refuse a file that is not what the hub says it has: SHA-256 of large files, git's SHA-1 of others."""
    large = getattr(about.lfs, "sha256", None) if about.lfs else None
    expected = large or about.blob_id
    if not expected:
        return
    digest = hashlib.sha256() if large else hashlib.sha1(b"blob %d\0" % path.stat().st_size, usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
    if digest.hexdigest() != expected:
        blob = path.resolve()
        path.unlink()
        blob.unlink(missing_ok=True)
        raise ModelError(
            f"{path.name} of '{name}' arrived damaged: its check sum is {digest.hexdigest()[:12]}…, the hub says "
            f"{expected[:12]}…. It was deleted; run the same command again."
        )


def _licence_of(info: Any) -> str:
    stated = [tag.removeprefix("license:") for tag in info.tags or () if tag.startswith("license:")]
    return stated[0] if stated else ""


@contextmanager
def _asking(name: str) -> Iterator[None]:
    """Turn what can go wrong between here and the hub into one line.

    :raises ModelError: instead of the hub's own errors.
    """
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError

    transport: Any = HfHubHTTPError.__mro__[1]  # of the library that the hub's own uses, which has changed its name
    try:
        yield
    except (HFValidationError, transport, OSError) as exc:
        status = getattr(getattr(exc, "response", None), "status_code", None) or getattr(exc, "code", None)
        reason = (str(exc).strip().splitlines() or [type(exc).__name__])[0].rstrip(".")
        is_ours = isinstance(exc, OSError) and exc.errno in _OF_THE_DISK
        advice = _DISK if is_ours else _NO_NETWORK if status is None else _ADVICE.get(status, _LATER)
        message = f"Model '{name}' cannot be downloaded from Hugging Face: {reason}. {advice}"
        raise ModelError(message) from exc


_NO_NETWORK = (
    "Check the network and run the same command again, which keeps the files that arrived; or copy the model's folder "
    "from another machine and give that."
)
_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EDQUOT})
_DISK = "Free some space or check the folder's permissions, then run the same command again."
_CLOSED = "Check the name; a repository that asks for a login needs the variable HF_TOKEN."
_LATER = "Try again later, or copy the model's folder from another machine and give that."
_ADVICE = {401: _CLOSED, 403: _CLOSED, 404: "Check the name and the revision."}


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
