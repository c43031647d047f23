"""One line that says how a corpus was made, in the manner of sacreBLEU's signatures; and its digests.

A digest of code is over what the code says: comments, docstrings and layout do not count, so that neither they nor the
release of Python change it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from translate import __version__
from translate.files import from_json, read_cached, stamp_of, write_cached

PACKAGE = Path(__file__).parent
RULES = ("languages",)
"""What is true of one language: rules as data and as code."""
HYPOTHESES = (
    *RULES,
    "records.py",
    *("data.py", "config", "text", "segmentation", "models", "alignment", "terms", "engines", "checks", "care"),
    "run/loading.py",
)
"""What decides a hypothesis beside the weights and the settings."""
CORPORA = (*HYPOTHESES, "config_file.py", "files", "documents", "formats", "memory", "run")
"""What decides the outputs of a run."""
ALIGNMENTS = (*CORPORA, "aligning")
"""What decides an aligned corpus."""

SHIPPED = "digests.tsv"
"""What :func:`format_digests` says of an installed package, in its folder; a checkout may have none."""

_EXAMPLES = ".examples."
_INTERFACE = "interface."
"""Files of the review page's words, which decide no output."""
_OTHERS = (".pyc", ".md")
_CODE = ".py"
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
    beginnings = _beginnings_of(parts)
    own = (f"{name}\0{digest}\n" for name, digest in digests.items() if f"{name}/".startswith(beginnings))
    return hashlib.sha256("".join(own).encode()).hexdigest()[:7]


def _beginnings_of(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return how the paths of files in `parts` begin, with a slash behind them."""
    return tuple(f"{part}/" for part in parts)


@cache
def _digest_own(parts: tuple[str, ...]) -> str:
    return _digest_parts(_own_digests(), parts)


@cache
def _own_digests() -> dict[str, str]:
    return read_digests(PACKAGE)


def read_digests(root: Path) -> dict[str, str]:
    """Return the digest of each file that decides an output, by its path below `root`.

    They are kept in the cache folder by the stamps of the files, so that a start reads none. With an empty cache those
    that the package came with serve, wherever a file holds what they were made of.
    """
    made_by = _made_by()
    here = f"{root.resolve()}\0{made_by}"
    kept = f"code/{hashlib.sha256(here.encode()).hexdigest()[:16]}.json"
    known = _load_known(read_cached(kept))
    shipped: dict[str, str] | None = None
    found: dict[str, list[object]] = {}
    for entry, name in _iter_deciding(root):
        stamp = stamp_of(Path(entry.path))
        before = known.get(name)
        if before and before[:-1] == stamp:
            found[name] = before
            continue
        if shipped is None:
            shipped = _read_shipped(root / SHIPPED, made_by)
        found[name] = [*stamp, _digest_file(Path(entry.path), shipped)]
    if found != known:
        write_cached(kept, json.dumps(found))
    return {name: str(entry[-1]) for name, entry in found.items()}


def format_digests(root: Path) -> str:
    """Return a line for each module at `root` that decides an output: what it holds, as a digest, and its digest.

    The first line is what both are made by. So a file that differs from what was packed, or another way to make
    digests, is found.
    """
    paths = [Path(entry.path) for entry, name in _iter_deciding(root) if name.endswith(_CODE)]
    pairs = {_digest(path.read_bytes()): _digest_file(path, {}) for path in paths}
    return "".join(f"{left}\t{right}\n" for left, right in [(_made_by(), SHIPPED), *pairs.items()])


def _read_shipped(path: Path, made_by: str) -> dict[str, str]:
    """Return the digests that a package came with, by those of what its modules hold; nothing where there are none."""
    with suppress(OSError, ValueError):
        first, *pairs = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        if first == [made_by, SHIPPED]:
            return {one[0]: one[1] for one in pairs} if all(len(one) == 2 for one in pairs) else {}
    return {}


def _made_by() -> str:
    return _digest(Path(__file__).read_bytes())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _load_known(text: str) -> dict[str, list[object]]:
    """Return stamps and digest of each file, as they were kept; nothing where somebody else wrote there."""
    with suppress(ValueError):
        known = from_json(text)
        if isinstance(known, dict):
            return {name: entry for name, entry in known.items() if isinstance(entry, list)}
    return {}


def _iter_deciding(root: Path) -> list[tuple[os.DirEntry[str], str]]:
    """Return the files that decide an output, in the order of their paths below `root`."""
    beginnings = _beginnings_of(ALIGNMENTS)
    own = (pair for pair in _iter_files(root, "") if f"{pair[1]}/".startswith(beginnings))
    return sorted(own, key=lambda pair: pair[1])


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


def _digest_file(path: Path, shipped: Mapping[str, str]) -> str:
    content = path.read_bytes()
    held = _digest(content)
    if path.suffix != _CODE:
        return held
    return shipped.get(held) or _digest(strip_code(content.decode().replace("\r\n", "\n")).encode())


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
