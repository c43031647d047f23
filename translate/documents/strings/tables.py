"""Tables of commas, semicolons or tabs (RFC 4180): cells that read as texts; separators and quotation marks stay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from translate.documents.strings.reader import StringsReader
from translate.documents.strings.tokens import Escaping, Token, token
from translate.documents.strings.values import StringsFile, Value, is_prose

_SEPARATORS = ";,\t|"
_TOKEN = re.compile(r'""|\r\n|\w+(?: \w+)*|.', re.DOTALL)
_PLAIN = re.compile(r"\w+(?: \w+)*|.", re.DOTALL)
_DECLARED = re.compile(r"sep=(.)\r?\n")
_AMOUNT = re.compile("\\s*[-\u2013\u2212+±]?\\d[\\d.,' \u00a0\u202f]*[€$£¥%]\\s*")
"""What people read as money or a share, which languages write in different ways: « 14,50 € ». A bare number is data."""
_SAMPLE = 50
"""Rows that tell which separator a table has."""


def find_values(file: StringsFile, separators: str = _SEPARATORS) -> Iterator[Value]:
    """Yield the cells of a table that read as texts; a path is the name of the column, or its number."""
    declared = _DECLARED.match(file.text)
    separator = declared[1] if declared else _separator_of(file.text, separators)
    rows = _iter_rows(file.text, separator, declared.end() if declared else 0)
    names: list[str] = []
    quoted = Escaping(_split, lambda text: text.replace('"', '""'))
    plain = Escaping(lambda native: (token(one, one) for one in _PLAIN.findall(native)), str)
    for number, row in enumerate(rows):
        for column, (start, end, is_quoted) in enumerate(row):
            native = file.text[start:end]
            text = native.replace('""', '"') if is_quoted else native
            if number == 0:
                names.append(text.strip())
            path = names[column] if column < len(names) and names[column] else str(column + 1)
            if file.keys.offers(path, text, _is_for_people if number else _is_heading):
                write = None if is_quoted else partial(_write_plain, separator)
                yield Value(start, end, path, quoted if is_quoted else plain, write)


def _is_for_people(text: str) -> bool:
    return is_prose(text) or _AMOUNT.fullmatch(text) is not None


def _is_heading(text: str) -> bool:
    """Tell whether the name of a column is one for people: `code` and `libellé` are names that programs go by."""
    return is_prose(text) and not (text.islower() and text.strip().isalpha())


def _iter_rows(text: str, separator: str, start: int) -> Iterator[Sequence[tuple[int, int, bool]]]:
    """Yield the cells of each row: their places, of quoted ones between the marks, and whether they are quoted."""
    cell = re.compile(
        rf'(?:[ ]*"(?P<quoted>(?:[^"]|"")*)"[ ]*|(?P<plain>[^{re.escape(separator)}\r\n]*))'
        rf"(?P<end>{re.escape(separator)}|\r\n|\n|\r|\Z)"
    )
    unclosed = re.compile(rf"(?P<plain>.*?)(?P<end>{re.escape(separator)}|\r\n|\n|\r|\Z)")
    row: list[tuple[int, int, bool]] = []
    while start < len(text):
        match = cell.match(text, start)
        if match is None:  # a mark that is never closed
            match = unclosed.match(text, start)
            assert match
            row.append((*match.span("plain"), False))
        else:
            is_quoted = match["quoted"] is not None
            row.append((*match.span("quoted" if is_quoted else "plain"), is_quoted))
        start = match.end()
        if match["end"] != separator:
            yield row
            row = []
    if row:
        yield row


def _separator_of(text: str, separators: str) -> str:
    """Return the separator that most rows have equally often, the rarest count least."""
    best, most = separators[0], (0.0, 0)
    for separator in separators:
        counts: Counter[int] = Counter()
        for number, row in enumerate(_iter_rows(text[:100_000], separator, 0)):
            if number == _SAMPLE:
                break
            counts[len(row)] += 1
        width, rows = counts.most_common(1)[0] if counts else (1, 0)
        share = rows / counts.total() if width > 1 else 0.0
        if (share, width) > most:
            best, most = separator, (share, width)
    return best


def _split(native: str) -> Iterator[Token]:
    return (token(match[0], '"' if match[0] == '""' else match[0]) for match in _TOKEN.finditer(native))


def _write_plain(separator: str, text: str, native: str) -> str:
    """Write a cell without quotation marks; it gets them where it needs them now."""
    if separator in text or '"' in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


CSV = StringsReader("csv", find_values)
TSV = StringsReader("tsv", lambda file: find_values(file, "\t"))
