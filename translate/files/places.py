"""Where files lie: the cache folder, files beside a model, and names that a file system takes for one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from translate.errors import ModelError, OutputError
from translate.files.replacing import apart, write_text

TEMPORARY = "bitexte-"
"""How the folders begin that are made for the time of a run."""


def is_temporary(path: Path) -> bool:
    """Tell whether a file lies in a folder that was made for the time of a run: standard input, members of archives."""
    import tempfile  # which a short run need not wait for

    try:
        within = path.absolute().relative_to(Path(tempfile.gettempdir()).absolute())
    except ValueError:
        return False
    return len(within.parts) > 1 and within.parts[0].startswith(TEMPORARY)


def cache_folder() -> Path:
    """Return where to keep what can be made anew: `$BITEXTE_CACHE`, or `bitexte` in the user's cache folder.

    :raises OutputError: where there is none, as for a user whom the system does not know.
    """
    if own := os.environ.get("BITEXTE_CACHE"):
        return Path(own)
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bitexte"
    except RuntimeError as exc:
        raise OutputError("This user has no home folder; set BITEXTE_CACHE to a folder for caches.") from exc


def read_cached(place: str) -> str:
    """Return what :func:`write_cached` put at `place`; nothing where there is nothing, or nothing can be read."""
    with suppress(OSError, OutputError, UnicodeDecodeError):
        return (cache_folder() / place).read_text(encoding="utf-8")
    return ""


def write_cached(place: str, text: str) -> None:
    """Put a text at `place` in the cache folder; a cache that cannot be written costs time alone."""
    with suppress(OSError, OutputError):
        path = cache_folder() / place
        with apart():
            write_text(path, text)


def read_model_lines(path: Path) -> list[str] | None:
    """Return the lines of a file beside a model's weights; None where the model has none.

    :raises ModelError: where the file is no text.
    """
    if not path.is_file():
        return None
    try:
        return path.read_text(encoding="utf-8").split("\n")[:-1]
    except UnicodeDecodeError as exc:
        raise ModelError(f"{path}: cannot be read as UTF-8 ({exc}); download or copy the model again.") from exc


def ignores_case(folder: Path) -> bool:
    """Tell whether `Letter.tmx` and `letter.tmx` are one file in `folder`, be it there yet or not."""
    place = Path(os.path.abspath(folder))  # noqa: PTH100
    for here in (place, *place.parents):
        turned = here.with_name(here.name.swapcase()) if here.name else here
        if turned.name != here.name and here.exists():
            return turned.exists() and turned.samefile(here)
    return False
