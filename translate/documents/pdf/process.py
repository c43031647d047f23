"""A PDF is read in a process of its own, so that one that is made to crash or stall its reader stops nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from translate.config import DocumentConfig
from translate.documents.pdf.glyphs import Pages
from translate.documents.pdf.paragraphs import Paragraph
from translate.documents.pdf.structure import Structure, find_structure, pages_named
from translate.documents.pdf.writing import WRITERS
from translate.errors import DocumentError
from translate.files import from_json

_SERVE = (
    "import json, sys; request = json.load(sys.stdin); sys.path[:] = request['modules']; "
    "from translate.documents.pdf.process import serve; serve(request)"
)
_MOST_MEMORY = 1_000_000_000
"""Bytes of address space of the process, where the system can limit it."""
_LEAST_SECONDS, _SECONDS_A_MEGABYTE = 60, 30
"""What the processor may take for a PDF, where the system can limit it: a page takes some hundredths of a second."""
_MEGABYTE = 1_000_000
_TIMED_OUT = -24
"""How a process ends that took too long (SIGXCPU)."""
_NO_TITLES = ("untitled", "(anonymous)", "microsoft ")


def convert(path: Path, made: Path, language: str, config: DocumentConfig) -> tuple[str, ...]:
    """Write what a PDF shows to `made`, whose ending says how; return what its reader should know, a line each.

    :raises DocumentError: where it cannot be read, has no text, or is beyond the limits.
    """
    request = {
        "modules": sys.path,
        "path": str(path),
        "made": str(made),
        "language": language,
        "pages": config.max_pages,
        "seconds": min(config.max_seconds, _LEAST_SECONDS + _SECONDS_A_MEGABYTE * path.stat().st_size // _MEGABYTE),
    }
    try:
        ran = subprocess.run(
            [sys.executable, "-c", _SERVE],
            input=json.dumps(request).encode("utf-8", "surrogateescape"),
            capture_output=True,
            timeout=config.max_seconds,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
    except subprocess.TimeoutExpired as exc:
        raise DocumentError(
            f"takes more than {config.max_seconds} s to read; split it, or raise max_seconds.", path=path
        ) from exc
    if ran.returncode == _TIMED_OUT:
        raise DocumentError(
            f"takes more than {request['seconds']} s to read, too long for its size; print it to a PDF again.",
            path=path,
        )
    try:
        answer = from_json(ran.stdout)
    except ValueError as exc:
        raise DocumentError(
            "is a PDF that its reader cannot cope with: damaged, or made to fill the memory; print it to a PDF again.",
            path=path,
        ) from exc
    if answer["error"]:
        raise DocumentError(answer["error"], path=path)
    return tuple(answer["remarks"])


def serve(request: dict[str, Any]) -> None:
    """Do what :func:`convert` asks for, and print the answer."""
    _limit(request["seconds"])
    answer: dict[str, Any] = {"error": "", "remarks": []}
    path = Path(request["path"])
    try:
        made = Path(request["made"])
        structure = read_structure(path, request["language"], request["pages"])
        made.write_bytes(WRITERS[made.suffix[1:]](structure, request["language"]))
        answer["remarks"] = structure.remarks
    except DocumentError as exc:
        answer["error"] = str(exc).removeprefix(f"{exc.path}: ")
    sys.stdout.write(json.dumps(answer))


def read_structure(path: Path, language: str, most: int) -> Structure:
    """Return what a PDF shows.

    :param most: pages that it may have.
    :raises DocumentError: where it cannot be read, or has no text.
    """
    pages = Pages(path, most)
    structure = find_structure(pages.title, pages, language)
    if not structure.elements and not structure.notes:
        if structure.empty_pages:
            scanned = pages_named(structure.empty_pages)
            raise DocumentError(
                f"is scanned: {scanned} {'have' if len(structure.empty_pages) > 1 else 'has'} a picture and no text. "
                "Recognise its text first (OCR), as with ocrmypdf, and name that file.",
                path=path,
            )
        raise DocumentError("has no text on its pages.", path=path)
    if not _is_title(structure.title):
        headings = (one.text for one in structure.elements if isinstance(one, Paragraph) and one.level)
        structure.title = next(headings, "")
    return structure


def _is_title(title: str) -> bool:
    return " " in title and not title.lower().startswith(_NO_TITLES) and not Path(title).suffix


def _limit(seconds: int) -> None:
    """Limit what this process may take, where the system can."""
    try:
        import resource  # which Windows does not have
    except ImportError:
        return
    limits = ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, _MOST_MEMORY))
    for kind, most in limits:
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))
