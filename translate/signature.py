"""One line that says how a corpus was made, in the manner of sacreBLEU's signatures; and its digests.

A digest of code is over what the code says: comments, docstrings and layout do not count, so that neither they nor the
release of Python change it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from translate import __version__
from translate.files import read_cached, stamp_of, write_cached

PACKAGE = Path(__file__).parent
RULES = ("languages",)
"""What is true of one language: rules as data and as code."""
HYPOTHESES = (
    *RULES,
    *("data.py", "config", "text", "segmentation", "models", "alignment", "terms", "engines", "checks", "care"),
    "run/loading.py",
)
"""What decides a hypothesis beside the weights and the settings."""
CORPORA = (*HYPOTHESES, "config_file.py", "files", "documents", "formats", "memory", "run")
"""What decides the outputs of a run."""
ALIGNMENTS = (*CORPORA, "aligning")
"""What decides an aligned corpus."""

_EXAMPLES = ".examples."
_INTERFACE = "interface."
"""Files of the review page's words, which decide no output."""
_OTHERS = (".pyc", ".md")
_MODEL_FILE = "config.json"
"""A folder with such a file is a model, which has a digest of its own."""
_PLAIN = r"[^\s\"'#()\[\]{}\\]+"
_TOKEN = re.compile(
    r"(?P<space>(?:[ \t\f]|\\\n)+)"
    rf"|(?P<plain>(?![rbfuRBFU]{{1,2}}[\"']){_PLAIN}(?: {_PLAIN})*)|(?P<open>[(\[{{])|(?P<close>[)\]}}])"
    r"|(?P<string>(?:\b[rbfuRBFU]{1,2})?"
    r'(?:"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'))'
    r"|(?P<comment>\#[^\n]*)|(?P<line>\n[ \t]*)|(?P<rest>.)",
    re.DOTALL,
)
_LOOSE_SPACE = re.compile(r"(?<!\w) | (?!\w)")
_ENDS = re.compile(r"[ \t]*(?:#[^\n]*)?(?:\n|\Z)")


def format_signature(**parts: str | int) -> str:
    """Return `bitexte:VERSION|key:value|…`, in the order given; `|` cannot occur in a value."""
    fields = "".join(f"|{key}:{str(value).replace('|', '/')}" for key, value in parts.items())
    return f"bitexte:{__version__}{fields}"


def digest_settings(settings: object) -> str:
    """Return seven digits over the fields of dataclasses and those in them."""
    return hashlib.sha256(repr(settings).encode("utf-8", "backslashreplace")).hexdigest()[:7]


def digest_code(*parts: str, root: Path = PACKAGE) -> str:
    """Return seven digits over the code and the data in `parts`: files and folders of the package at `root`."""
    return _digest_own(parts) if root == PACKAGE else _digest_parts(read_digests(root), parts)


def _digest_parts(digests: dict[str, str], parts: tuple[str, ...]) -> str:
    whole = hashlib.sha256()
    for name, digest in digests.items():
        if _is_in(name, parts):
            whole.update(f"{name}\0{digest}\n".encode())
    return whole.hexdigest()[:7]


def _is_in(name: str, parts: tuple[str, ...]) -> bool:
    return any(name == part or name.startswith(f"{part}/") for part in parts)


@cache
def _digest_own(parts: tuple[str, ...]) -> str:
    return _digest_parts(_own_digests(), parts)


@cache
def _own_digests() -> dict[str, str]:
    return read_digests(PACKAGE)


def read_digests(root: Path) -> dict[str, str]:
    """Return the digest of each file that decides an output, by its path below `root`.

    They are kept in the cache folder by the stamps of the files, so that a start reads none.
    """
    here = f"{root.resolve()}\0{hashlib.sha256(Path(__file__).read_bytes()).hexdigest()}"
    kept = f"code/{hashlib.sha256(here.encode()).hexdigest()[:16]}.json"
    known = _load_known(read_cached(kept))
    found: dict[str, list[object]] = {}
    for entry, name in sorted(_iter_files(root, ""), key=lambda pair: pair[1]):
        if not _is_in(name, ALIGNMENTS):
            continue
        stamp = stamp_of(Path(entry.path))
        before = known.get(name)
        found[name] = before if before and before[:-1] == stamp else [*stamp, _digest_file(Path(entry.path))]
    if found != known:
        write_cached(kept, json.dumps(found))
    return {name: str(entry[-1]) for name, entry in found.items()}


def _load_known(text: str) -> dict[str, list[object]]:
    """Return stamps and digest of each file, as they were kept; nothing where somebody else wrote there."""
    with suppress(ValueError):
        known = json.loads(text)
        if isinstance(known, dict):
            return {name: entry for name, entry in known.items() if isinstance(entry, list)}
    return {}


def _iter_files(folder: Path, below: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    with os.scandir(folder) as entries:
        listed = list(entries)
    if any(entry.name == _MODEL_FILE for entry in listed):
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue  # of the file manager or an editor
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _iter_files(Path(entry.path), f"{below}{entry.name}/")
        elif _EXAMPLES not in entry.name and not entry.name.startswith(_INTERFACE) and not entry.name.endswith(_OTHERS):
            yield entry, below + entry.name


def _digest_file(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix == ".py":
        content = strip_code(content.decode().replace("\r\n", "\n")).encode()
    return hashlib.sha256(content).hexdigest()


def strip_code(source: str) -> str:
    """Return what a module says, without comments, docstrings and layout; indentation stays where it means something.

    The source need be no valid Python, so that no release of Python has a say.
    """
    kept: list[str] = []
    depth = 0
    line: str | None = ""  # what begins a logical line that nothing of has come yet
    is_spaced = False
    for token in _TOKEN.finditer(source):
        kind, text = token.lastgroup, token[0]
        if kind == "line":
            is_spaced = True
            if depth == 0:
                line = text.replace("\t", " " * 8)
            continue
        if kind in ("space", "comment"):
            is_spaced = True
            continue
        if line is not None:
            if kind == "string" and _ENDS.match(source, token.end()):
                continue  # a string that stands alone: a docstring
            kept.append(line)
            line = None
        elif is_spaced and _is_word(kept[-1][-1:]) and _is_word(text[:1]):
            kept.append(" ")
        is_spaced = False
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        kept.append(_LOOSE_SPACE.sub("", text) if kind == "plain" and " " in text else text)
    return "".join(kept)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
