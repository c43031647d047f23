"""Damage: a sound file in, one with bytes, tokens or parts that are wrong out; the same draw gives the same damage."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress

TOKENS = (
    b"<", b">", b"</", b"/>", b"<!--", b"]]>", b"&", b"&#0;", b"&x;", b"\"", b"'", b"{", b"}", b"[", b"]", b",", b":",
    b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n\n", b"\\u", b"\\", b"-1", b"9" * 30,
    b"[" * 20_000, b"{\"a\":" * 20_000, b"<a>" * 20_000, b"1e999", b"NaN", b"null", b"%", b"$", b"```", b"\t",
    b"xmlns=", b"encoding='utf-7'", b"\xe2\x80\xae", b"(" * 50,
)  # fmt: skip


def damage(content: bytes, chance: random.Random) -> bytes:
    """Return a sample with one to four kinds of damage, to a part of it where it is a package.

    Half of the samples stay what a parser can read: only values, elements, names, numbers and lines are damaged.
    """
    if content.startswith(b"PK") and chance.random() < 0.9:
        with suppress(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, LookupError):
            return _damage_part(content, chance)
    ways = chance.choice((_WAYS, _GENTLE_WAYS))
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(ways)(content, chance)
    return content


def _damage_part(content: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            data = old.read(name)
            if name == chosen and chance.random() < 0.1:
                continue
            part = zipfile.ZipInfo(name)  # dated 1980, so that the same draw gives the same bytes
            new.writestr(part, damage(data, chance) if name == chosen else data)
    return made.getvalue()


def _place(content: bytes, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _change(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut_out(content: bytes, chance: random.Random) -> bytes:
    start = _place(content, chance)
    return content[:start] + content[start + chance.choice((1, 10, 100, 5000)) :]


def _cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: _place(content, chance)]


def _double(content: bytes, chance: random.Random) -> bytes:
    start = _place(content, chance)
    piece = content[start : start + chance.choice((1, 20, 400))]
    return content[:start] + piece * chance.choice((2, 2, 50)) + content[start:]


def _move(content: bytes, chance: random.Random) -> bytes:
    start, to = _place(content, chance), _place(content, chance)
    piece = content[start : start + 60]
    left = content[:start] + content[start + 60 :]
    return left[:to] + piece + left[to:]


def _put_in(content: bytes, chance: random.Random) -> bytes:
    place = _place(content, chance)
    return content[:place] + chance.choice(TOKENS) * chance.choice((1, 1, 3)) + content[place:]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_change, _cut_out, _cut_off, _double, _move, _put_in)


_VALUE, _NUMBER = re.compile(rb'"[^"\n]*"'), re.compile(rb"\d+")
_LEAF, _NAME = re.compile(rb"<([\w:.-]+)(?=[\s>])[^<>]*>[^<]*</\1>"), re.compile(rb"(?<=</)[\w:.-]+(?=>)")
_VALUES = (
    b"",
    b"-1",
    b"0",
    b"99999999999999999999",
    b"1e400",
    b"nan",
    b"x",
    b"true",
    b"#",
    b"..",
    b"fr",
    b"\xc3\xa9",
    b"&#9;",
)


def _swap(found: re.Pattern[bytes], content: bytes, chance: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """Put one of the pieces that a pattern finds, or one of the others, in the place of another piece."""
    places = [match.span() for match in found.finditer(content)]
    if not places:
        return content
    start, end = chance.choice(places)
    first, last = chance.choice(places)
    return content[:start] + chance.choice((content[first:last], *others)) + content[end:]


def _change_value(content: bytes, chance: random.Random) -> bytes:
    return _swap(_VALUE, content, chance, [b'"' + value + b'"' for value in _VALUES])


def _change_number(content: bytes, chance: random.Random) -> bytes:
    return _swap(_NUMBER, content, chance, _VALUES)


def _change_element(content: bytes, chance: random.Random) -> bytes:
    return _swap(_LEAF, content, chance, (b"", b""))


def _repeat_element(content: bytes, chance: random.Random) -> bytes:
    places = [match.span() for match in _LEAF.finditer(content)]
    if not places:
        return content
    start, end = chance.choice(places)
    return content[:end] + content[start:end] * chance.choice((1, 1, 200)) + content[end:]


def _rename(content: bytes, chance: random.Random) -> bytes:
    names = sorted(set(_NAME.findall(content)))
    if not names:
        return content
    old, new = chance.choice(names), chance.choice(names)
    return re.sub(rb"(</?)" + re.escape(old) + rb"(?=[\s/>])", rb"\g<1>" + new, content)


def _change_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    if not lines:
        return content
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[place : place + chance.choice((0, 1, 1, 3))] = chance.choice(([], [lines[other]], [lines[other]] * 100))
    return b"".join(lines)


_GENTLE_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _change_value, _change_number, _change_element, _repeat_element, _rename, _change_line,
)  # fmt: skip
