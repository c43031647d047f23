"""Which encoding a text is in; anything that cannot be decoded is an error with its byte offset."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from translate.errors import DocumentError, shown
from translate.languages import find_language, known_languages
from translate.records import dataclass

_CHUNK_BYTES = 1 << 20
_SAMPLE_BYTES = 1 << 18
_MARKS = (  # UTF-32's mark begins with UTF-16's, so it comes first
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")
_MULTI_BYTE = re.compile(rb"[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}")
_SURROGATE = re.compile(rb"\xED[\xA0-\xBF][\x80-\xBF]")
_CONTROLS = re.compile(rb"[\x01-\x08\x0E-\x1A\x1C-\x1F]")
_MAX_CONTROL_SHARE = 0.002
_BINARY_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (docx, odt, epub …)",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"\xd0\xcf\x11\xe0": "an old Microsoft Office file",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
}
_FREQUENT = "\u00ab\u00bb\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u20ac\u00b0\u00b7\u00a0"
"""Signs of Windows-1252 that its texts have, letters aside."""
_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS code page 850"}


@dataclass(frozen=True, slots=True)
class Encoding:
    """`name` is Python's; `skip` is the length in bytes of the byte-order mark."""

    name: str
    skip: int = 0
    notice: str | None = None


def find_encoding(path: Path, declared: str | None = None) -> Encoding:
    """Return the encoding of the text at `path`, after decoding all of it once in constant memory.

    A byte-order mark decides; without one UTF-8 is tried, then charset-normalizer judges among Windows-1252, Mac Roman
    and DOS 850, the encodings of old French texts. A text that is mostly valid UTF-8 is taken for a damaged one.

    :param declared: the encoding that the user named; nothing is guessed then.
    :raises DocumentError: with the byte offset, where the file cannot be read, is binary or cannot be decoded.
    """
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE_BYTES)
        refuse_known_binary(path, sample)
        mark, name = next(((m, n) for m, n in _MARKS if sample.startswith(m)), (b"", "utf-8"))
        if declared:
            return _declared(path, declared, sample)
        if mark:
            fault = _first_fault(path, name, len(mark))
            if fault is not None:
                raise DocumentError(
                    f"not valid {name.upper()} at byte {fault}, although its byte-order mark says so.", path=path
                )
            return Encoding(name, len(mark))
        _refuse_nul(path, sample)
        fault = _first_fault(path, "utf-8", 0)
        return Encoding("utf-8") if fault is None else _single_byte(path, fault)
    except OSError as exc:
        raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc


def mark_of(path: Path, name: str) -> bytes:
    """Return the byte-order mark of the file at `path`, which is in the encoding `name`; `b""` where it has none.

    :raises DocumentError: where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            start = file.read(max(len(mark) for mark, _ in _MARKS))
    except OSError as exc:
        raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
    return next((mark for mark, other in _MARKS if other == name and start.startswith(mark)), b"")


def display_name(name: str) -> str:
    """Return how people call an encoding."""
    return _NAMES.get(name, name)


def _declared(path: Path, declared: str, sample: bytes) -> Encoding:
    try:
        "a".encode(declared, "surrogateescape")  # Not every codec is one of texts.
        name = codecs.lookup(declared).name.removesuffix("-sig")
    except (LookupError, ValueError) as exc:
        raise DocumentError(
            f"unknown encoding {shown(declared)}; use a name such as utf-8 or windows-1252.", path=path
        ) from exc
    mark, name = next(((m, n) for m, n in _MARKS if sample.startswith(m) and n.startswith(name)), (b"", name))
    if name in ("utf-16", "utf-32") and sample:
        raise DocumentError(
            f"has no byte-order mark, which {declared} needs; give --encoding {name}-le or {name}-be.", path=path
        )
    skip = len(mark)
    fault = _first_fault(path, name, skip)
    if fault is not None:
        raise DocumentError(f"not valid {declared} at byte {fault}; give the right encoding, or none.", path=path)
    return Encoding(name, skip)


def _first_fault(path: Path, name: str, skip: int) -> int | None:
    """Return the byte offset where strict decoding fails first; None where it does not."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    position = skip
    for chunk, is_last in _iter_chunks(path, skip):
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(chunk, is_last)
        except UnicodeDecodeError as exc:
            return position - held + exc.start
        position += len(chunk)
    return None


def _iter_chunks(path: Path, skip: int) -> Iterator[tuple[bytes, bool]]:
    """Yield (bytes, whether they are the last) of the file from `skip` on."""
    with path.open("rb") as file:
        file.seek(skip)
        chunk = file.read(_CHUNK_BYTES)
        while True:
            following = file.read(_CHUNK_BYTES)
            yield chunk, not following
            if not following:
                return
            chunk = following


def refuse_known_binary(path: Path, sample: bytes, expected: str = "a text") -> None:
    """Refuse a file that begins as one of another kind does.

    :raises DocumentError: with what it is.
    """
    for start, what in _BINARY_SIGNATURES.items():
        if sample.startswith(start):
            raise DocumentError(f"is {what}; expected {expected}. Give it the ending of what it is.", path=path)


def _refuse_nul(path: Path, sample: bytes) -> None:
    position = 0
    for chunk, _ in _iter_chunks(path, 0):
        found = chunk.find(b"\0")
        if found >= 0:
            wide = sample.count(b"\0") > len(sample) // 5
            hint = "; if it is UTF-16 without a byte-order mark, give --encoding utf-16-le" if wide else ""
            raise DocumentError(f"has a NUL character at byte {position + found}: binary or damaged{hint}.", path=path)
        position += len(chunk)


def _reads_well(sample: bytes) -> bool:
    """Tell whether all that is not ASCII is what texts in Windows-1252 have: a short one is too little to guess by."""
    letters = "".join(find_language(code).letters for code in known_languages())
    known = frozenset(letters + letters.upper() + _FREQUENT)
    return all(sign.isascii() or sign in known for sign in sample.decode("cp1252", "replace"))


def _single_byte(path: Path, fault: int) -> Encoding:
    """Judge a file that is not UTF-8: an old encoding, or damage at `fault`."""
    with path.open("rb") as file:
        file.seek(max(0, fault - _SAMPLE_BYTES // 2))
        sample = file.read(_SAMPLE_BYTES)
    if _SURROGATE.match(sample, min(fault, _SAMPLE_BYTES // 2)):
        raise DocumentError(f"has half a surrogate pair at byte {fault}: not valid UTF-8.", path=path)
    if len(_CONTROLS.findall(sample)) > max(1, _MAX_CONTROL_SHARE * len(sample)):
        raise DocumentError(f"is binary: not UTF-8 at byte {fault}, and full of control characters.", path=path)
    high = sum(byte >= 0x80 for byte in sample)
    valid = sum(len(match) for match in _MULTI_BYTE.findall(sample))
    if valid > high / 2:
        raise DocumentError(
            f"not valid UTF-8 at byte {fault}, although the rest is; fix that byte or give --encoding.", path=path
        )
    from charset_normalizer import from_bytes  # which takes its time, and most documents are in UTF-8

    best = from_bytes(sample, cp_isolation=list(_SINGLE_BYTE)).best()
    name = best.encoding if best else "cp1252"
    wrong = _first_fault(path, name, 0)
    if (best is None and not _reads_well(sample)) or wrong is not None:
        place = fault if wrong is None else wrong
        raise DocumentError(
            f"neither UTF-8 (byte {fault}) nor {_NAMES[name]} (byte {place}); give its encoding with --encoding.",
            path=path,
        )
    return Encoding(name, notice=f"read as {_NAMES[name]}: it is not UTF-8 (first at byte {fault})")
