"""What stands around words of a plain text that are translated: a text comes in, the places of such signs go out.

Emphasis that people type, links and roles of reStructuredText, links of AsciiDoc, Org and wikis, commands of TeX, and
two values to be filled in that touch the words between them, as the ends of a link do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from translate.records import dataclass
from translate.text.late import late
from translate.text.protected.kept import Kept
from translate.text.protected.kind_table import LINK, ROLE, WIKI
from translate.text.protected.kinds import Family, Keeping

_EMPHASIS = late(
    r"(?<![\w*/\\])(?P<open>\*{1,3}|_{1,3})(?=[\p{L}\p{N}«“\"])[^*_\n]{1,200}?(?<![\s*_])(?P<close>(?P=open))(?![\w*])"
)
"""What is set around words where nothing shows them in bold: `*now*`, `_never_`."""
_LINKS = late(
    rf"{LINK}|{ROLE}|{WIKI}"
    r"|(?P<open>\b(?:https?://|(?:link|xref|mailto):)[^\s\[\]<>«»\"]++\[)(?=[^\[\]\n]*\p{L})[^\[\]\n]++(?P<close>\])"
    r"|(?P<open>(?<!<)<<[\w:./\#-]++,\s*+)[^<>\n]++(?P<close>>>)(?!>)"
    r"|(?P<open>\[\[[^\[\]\n]++\]\[)[^\[\]\n]++(?P<close>\]\])"
    r"|(?P<open>\\(?:text(?:bf|it|sc|sf|tt|up)|emph|underline|footnote)\{)[^{}\n]++(?P<close>\})"
)
_MAY_LINK = late(r">`|[\p{L}\]/-]\[|\[\[|<<|\\[a-z]++\{")
_LETTERS = late(r"\p{L}{3}")
_COUNTS = frozenset("dfiuxge")
"""The last letters of a place for a number."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Words [first, last) of a text, and what encloses them: characters [start, first) and [last, end).

    `is_typed` where people type it: what else these characters are goes before.
    """

    start: int
    first: int
    last: int
    end: int
    is_typed: bool = False


def find_enclosed(text: str, kept: Iterable[Kept]) -> Iterator[Enclosed]:
    """Yield words that are enclosed.

    :param kept: what of the text no translation may alter.
    """
    for match in _EMPHASIS.finditer(text) if "*" in text or "_" in text else ():
        yield Enclosed(*match.span("open"), *match.span("close"), is_typed=True)
    for match in _LINKS.finditer(text) if _MAY_LINK.search(text) else ():
        yield Enclosed(*match.span("open"), *match.span("close"))
    values = [one for one in kept if one.kind.family is Family.PLACEHOLDER and one.kind.keeping is Keeping.MASK]
    position = 0
    for one, other in pairwise(values):
        if one.start >= position and _are_ends(text, one, other):
            position = other.end
            yield Enclosed(one.start, one.end, other.start, other.end)


def _are_ends(text: str, one: Kept, other: Kept) -> bool:
    """Tell whether two values touch the words between them and none else: `%{link}ici%{end}`."""
    words = text[one.end : other.start]
    touches = words[:1].isalnum() and words[-1:].isalnum() and _LETTERS.search(words)
    if not touches or text[one.start - 1 : one.start].isalnum() or text[other.end : other.end + 1].isalnum():
        return False
    return not any(text[value.start] == "%" and text[value.end - 1] in _COUNTS for value in (one, other))
