"""What stands before and behind the words of a line of plain text: a line comes in, the place of its words goes out.

Marks of quotation, of lists and of notes; times and tags of subtitles; what tools read in texts that are plain to
others: directives and fields of reStructuredText, titles and attributes of AsciiDoc, tasks and tags of Org, comments of
HTML, names of settings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translate.documents.markup.rst_names import KEPT
from translate.text.late import late, late_plain

if TYPE_CHECKING:
    import regex

_QUOTE = late_plain(r"(?:[ \t]{0,3}>)+")
_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{2,3}"
_CUE = late_plain(rf"\s*{_TIME}(?:\s*-->\s*|,){_TIME}(?:\s[^<]*)?$")
_FRAMES = late_plain(r"(?:\{\d*\}|\[\d+\]){2}")
_STAMP = late_plain(rf"\s*(?:\[\d{{1,3}}:\d{{2}}(?:[.:]\d{{2,3}})?\]|<{_TIME}>)+\s*")
_TAGS = late_plain(r"(?:\s*(?:\{\\[^{}]*\}|</?[a-z][^<>]*>|[-–—](?=[^\W\d_\s]|[ \u00a0\u202f])))*\s*", re.IGNORECASE)
_TAG = late_plain(r"</?[a-z][^<>]*>|\{\\[^{}]*\}", re.IGNORECASE)
_DIRECTIVE = late_plain(r"\s*\.\. (?:\|[^|\n]+\| )?[\w:-]+::\s+|\s*\.\. \[[\w#*.-]+\]\s+")
"""What begins a directive, a definition or a note of reStructuredText."""
_MARK = late_plain(
    r"\s*(?:o|[⁰¹²³⁴-⁹]{1,3}|\(\*{1,3}\)|[†‡]|\d{1,2}/|\d{1,2}°\)|[A-Z]/|P\.[ -]?S\.|N\.[ -]?B\.)[ \t\u00a0]+(?=[^\W_])"
)
"""A bullet that is a letter, as word processors give it away; the sign of a note; a number with a stroke; the
Latin before what is added or to be noted."""
_STEP = late(r"\s*(?:\.{1,2}|\.{4,5})[ \t]+(?=\p{L})|\.(?=\p{Lu}\p{Ll}+[ \t])")
"""The sign of a step, and of a title, in AsciiDoc."""
_LOGGED = late_plain(
    r"\s*(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})?(?:(?:(?<=\d)[T ])?\d\d:\d\d(?::\d\d(?:[.,]\d{1,6})?)?)?"
    r"[ \t]+[-–—][ \t]+(?=[^\W\d_])"
)
"""When something was noted, as in journals."""
_OUTLINE = late_plain(r"\*+ (?:TODO|NEXT|WAIT(?:ING)?|DONE|CANCELL?ED)[ \t]+(?:\[#[A-C]\][ \t]+)?(?=\S)")
_OUTLINE_TAGS = late_plain(r"[ \t]+:(?:[\w@#%]+:)+\s*$")
"""What begins a heading of Org, and the tags that end it."""
_FIELD = late(r"\s*:(?=\p{Lu}[\w ]{1,30}:[ \t]+\S)|\s*:[a-z][\w-]*:[ \t]+(?=\S)|#\+[A-Za-z]+:[ \t]+(?=\S)")
"""What begins a field of a list, an attribute or a setting of a text, whose value is read."""
_SETTING = late(
    r"\s*(?:[a-z_][\w.-]*|[A-Z][A-Z\d_]+)=(?=(?:\p{Lu}[^=]*|[^\s=>~]+\s*)$)"
    r"|\s*[a-z_][\w.-]*[ \t]*[=:][ \t]*(?=(?P<sign>[\"']).*(?P=sign)[,;]?\s*$)"
)
"""The name of a setting and what stands before its value, which begins with a capital or is marked as a text."""
_COMMENT, _COMMENT_END = late_plain(r"\s*<!--+\s*(?=\S)"), late_plain(r"\s*--+>\s*$")
_KEPT = (
    late_plain(r"\s*-----(?:BEGIN|END) [A-Z0-9 ]+-----\s*"),
    late_plain(rf"\s*\.\. (?:\|[^|\n]+\| )?(?:{'|'.join(sorted(KEPT))}|[a-z]+:[\w-]+)::(?:\s.*)?\s*", re.DOTALL),
    late_plain(r"\s*(?:\.\. _.*:(?:\s+\S+)?|__ \S+)\s*"),
    late_plain(
        r"\s*:[\w@/-]+!?:\s*"
        r"|\s*:(?:[A-Z][A-Z_]+|lang|toc|toclevels|icons|doctype|imagesdir|source-[a-z]+|rev[a-z]+):[ \t].*\s*"
    ),
    late_plain(
        r"(?i:#\+(?:(?:begin|end)_\w+\b"
        r"|(?:options|startup|language|date|email|property|filetags|export_\w+|latex\w*|html\w*):).*\s*)"
    ),
    late_plain(r"(?:\s*(?:DEADLINE|SCHEDULED|CLOSED): *[<\[][^>\]\n]*[>\]])+\s*"),
    late_plain(r"\s*(?:[a-z_][\w.-]*|[A-Z][A-Z\d_]+)=(?:[^\W\d_]?[a-z\d_./\\:%#,-][^\s]*|[A-F\d]+)\s*"),
)
"""Lines that nobody translates: what encloses a key, a certificate or a message (RFC 7468, RFC 9580); directives
without text and targets of reStructuredText; attributes of AsciiDoc; blocks, settings and dates of Org; a setting whose
value is no text."""
_SIGNS = frozenset(">.<*:#")
"""What begins the lines of tools, or what quotes them."""
_FIRST_OF_KEPT = frozenset("-._:#DSC")


def is_cue(line: str) -> bool:
    """Tell whether a line says from when to when a subtitle is shown."""
    return ":" in line and bool(_CUE.match(line))


def is_kept(line: str) -> bool:
    """Tell whether nothing in a line is translated."""
    body = line.lstrip()
    if not body or (body[0] not in _FIRST_OF_KEPT and "=" not in body and not body[0].isdigit()):
        return False
    return is_cue(line) or any(pattern.fullmatch(line) for pattern in _KEPT)


def has_frames(line: str) -> bool:
    """Tell whether a line begins with the frames of a film from which and to which it is shown."""
    return bool(_FRAMES.match(line))


def start_of(line: str, *, in_cue: bool) -> int:
    """Return where the words of a line begin."""
    position = 0
    leads: list[re.Pattern[str] | regex.Pattern[str]] = [_QUOTE, _FRAMES, _STAMP]
    if line.lstrip()[:1] in _SIGNS:
        leads += [_DIRECTIVE, _COMMENT, _OUTLINE, _FIELD, _STEP]
    if "=" in line or line.rstrip("\r\n ,;").endswith(("'", '"')):
        leads.append(_SETTING)
    for pattern in (*leads, _MARK, _LOGGED, *((_TAGS,) if in_cue else ())):
        if found := pattern.match(line, position):
            position = found.end()
    return position + len(line[position:]) - len(line[position:].lstrip())


def end_of(line: str, start: int, *, in_cue: bool) -> int:
    """Return where the words of a line end that begin at `start`."""
    end = start + len(line[start:].rstrip())
    while in_cue and end > start and line[end - 1] in ">}":
        opening = line.rfind("<" if line[end - 1] == ">" else "{", start, end)
        if opening < 0 or not _TAG.fullmatch(line, opening, end):
            break
        end = start + len(line[start:opening].rstrip())
    if line[:1] == "*" and line[end - 1 : end] == ":" and (tags := _OUTLINE_TAGS.search(line, start, end)):
        end = tags.start()
    elif line[:start].endswith("<!-- ") and (closing := _COMMENT_END.search(line, start, end)):
        end = closing.start()
    return end
