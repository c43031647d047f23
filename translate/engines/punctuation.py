"""Punctuation as Moses normalises it, for models that were trained on such texts; a text comes in, a plainer one out.

After the published list of `normalize-punctuation.perl` (Koehn and others, Moses), without its rules that depend on the
language: those for numbers with no-break spaces, and for marks before closing quotation marks.
"""

from __future__ import annotations

from translate.text.late import late_plain

_SIGNS = str.maketrans(
    dict.fromkeys("„“”«»", '"')
    | dict.fromkeys("´‘‚’`", "'")
    | {"–": "-", "—": " - ", "…": "...", "\r": "", "\u202f": "\u00a0"}
)
_RULES = (
    (late_plain(r"«[ \u00a0\u202f]+|[ \u00a0\u202f]+»"), '"'),
    (late_plain(r"(?<=\S)\("), " ("),
    (late_plain(r"\)(?=[^\s.!:?;,)])"), ") "),
    (late_plain(r"\([ \u00a0\u202f]+"), "("),
    (late_plain(r"(?<=[^ \u00a0\u202f])[ \u00a0\u202f]+(?=[):;])"), ""),
    (late_plain(r"(?<=[^\u00a0\u202f])[\u00a0\u202f]+(?=[?!%,])"), ""),
    (late_plain(r"(?<=\d)[ \u00a0\u202f](?=%)"), ""),
)
_DOUBLED = (late_plain(r"''"), '"')
_SPACES = (late_plain(r" {2,}"), " ")


def normalise_punctuation(text: str) -> str:
    """Return a text with straight quotation marks and apostrophes, short dashes, and no space before `:` and `;`."""
    for pattern, plain in _RULES:
        text = pattern.sub(plain, text)
    text = text.translate(_SIGNS)
    for pattern, plain in (_DOUBLED, _SPACES):
        text = pattern.sub(plain, text)
    return text
