"""The files of a folder that are no documents come in; on demand they stand beside the translations, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from translate.config import Config
from translate.documents import Source
from translate.errors import DocumentError
from translate.files import Written, keeping, replace_file
from translate.run.naming import NamePattern


def copy_others(others: Sequence[Source], out: Path, config: Config) -> list[Path]:
    """Copy files to where a translation of them would stand, under their own names; return the copies.

    What an earlier run wrote, or lies in an output folder below the folder of the documents, is none of them.

    :raises DocumentError: where a file cannot be read.
    :raises ForeignFileError: where a file stands there that bitexte did not write.
    """
    pattern = NamePattern(config.output.name)
    written = Written("translate", out, shared=False, overwrite=config.output.overwrite)
    made = []
    with keeping(written):
        for other in others:
            path = out / pattern.folder_of(other.name, config.target_language)
            if _is_output(other, out) or written.knows(other.path) or path.resolve() == other.path.resolve():
                continue
            try:
                with other.path.open("rb") as original, replace_file(path) as file:
                    shutil.copyfileobj(original, file)
            except OSError as exc:
                raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=other.path) from exc
            made.append(path)
    return made


def _is_output(other: Source, out: Path) -> bool:
    """Tell whether a file lies in the output folder, which lies below the folder that was named."""
    path, inside = other.path.resolve(), out.resolve()
    named = path.parents[other.name.count("/")]
    return inside != named and inside.is_relative_to(named) and path.is_relative_to(inside)
