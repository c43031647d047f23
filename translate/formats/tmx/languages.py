"""How many units of a TMX file are in which languages, found without parsing them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from translate.formats.codes import mend_code
from translate.formats.sources import CHUNK_CHARACTERS, open_xml
from translate.text.late import late_plain

_STEP = late_plain(
    r"""<tu(?=[\s/>])|<tuv\b[^>]*?\s(?:xml:)?lang\s*=\s*["']([^"']*)["']|<!--.*?-->|<!\[CDATA\[.*?\]\]>""", re.DOTALL
)
_CARRIED_CHARACTERS = 4096


def count_languages(path: Path) -> Counter[tuple[str, ...]]:
    """Return the number of units by the languages of their variants, in their order; codes are mended.

    :raises FormatError: where the file cannot be read.
    """
    counts: Counter[tuple[str, ...]] = Counter()
    codes: list[str] | None = None
    known: dict[str, str] = {}
    with open_xml(path) as text:
        rest, is_more = "", True
        while is_more:
            chunk = text.read(CHUNK_CHARACTERS * 8)
            is_more = bool(chunk)
            buffer, end = rest + chunk, 0
            limit = len(buffer) - (_CARRIED_CHARACTERS if is_more else 0)
            for match in _STEP.finditer(buffer):
                if match.start() >= limit:
                    break
                end = match.end()
                if match[1] is not None:
                    if match[1] not in known:
                        known[match[1]] = mend_code(match[1]) or ""
                    if codes is not None and known[match[1]]:
                        codes.append(known[match[1]])
                elif match[0] == "<tu":
                    if codes:
                        counts[tuple(codes)] += 1
                    codes = []
            rest = buffer[max(end, limit) :]
    if codes:
        counts[tuple(codes)] += 1
    return counts
