"""Values come in as a file writes them, in quotation marks or plain; what they mean goes out, and back.

A *manner* is how a file writes a value: that of HTML attributes, of tags of templates, of YAML or of TOML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from translate.records import dataclass

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "N": "\x85", "_": "\u00a0", "L": "\u2028", "P": "\u2029"}
_REFERENCE_RISK = re.compile(r"&(?=\#?\w+;)")
_BARE = re.compile(r"[^\s\"'=<>`]+")
_PLAIN = re.compile(r"(?![-?:](?:\s|$))[^\W_](?:(?!:(?:\s|$)|\s\#).)*", re.DOTALL)
_FLOW_SIGNS = re.compile(r"[,?\[\]{}]")
_TYPED = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)|[-+.\d][\d_.,:eExXoOa-fA-F+TtZz -]*")
"""What YAML reads as something else than a text."""


@dataclass(frozen=True, slots=True)
class Manner:
    """`read` takes what a file has and returns what it means; `write` takes that, and what the file had before."""

    read: Callable[[str], str]
    write: Callable[[str, str], str]


def read_value(manner: str, native: str) -> str:
    """Return what a value means, on one line."""
    return " ".join(MANNERS[manner].read(native).split())


def write_value(manner: str, text: str, native: str) -> str:
    """Return how a file writes a value that means `text`.

    :param native: how it wrote the one that stood there, whose quotation marks are kept where they serve.
    """
    return MANNERS[manner].write(text, native)


def _bare(native: str) -> tuple[str, str]:
    """Part a value from its quotation mark; `""` where it has none."""
    return (native[1:-1], native[0]) if len(native) > 1 and native[0] in "\"'" else (native, "")


def _read_html(native: str) -> str:
    return unescape(_bare(native)[0])


def _write_html(text: str, native: str) -> str:
    mark = _bare(native)[1]
    text = _REFERENCE_RISK.sub("&amp;", text).replace("<", "&lt;")
    if not mark and _BARE.fullmatch(text):
        return text
    return f"'{text.replace(chr(39), '&#39;')}'" if mark == "'" else f'"{text.replace(chr(34), "&quot;")}"'


def _read_quoted(native: str) -> str:
    return _bare(native)[0]


def _write_quoted(text: str, native: str) -> str:
    """Templates know no escape that all of them read, so a quotation in a value has the other marks."""
    mark = _bare(native)[1] or '"'
    other = "\u2019" if mark == "'" else "'"
    return mark + text.replace(mark, other) + mark


def _read_escaped(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = match[1] or match[2] or match[3]
        return chr(int(code, 16)) if code else _SIGNS.get(match[4], "" if match[4] == "\n" else match[4])

    return _ESCAPE.sub(character, text)


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign >= " " else f"\\u{ord(sign):04x}" for sign in escaped) + '"'


def _read_yaml(native: str) -> str:
    text, mark = _bare(native)
    return _read_escaped(text) if mark == '"' else text.replace("''", "'") if mark else text


def _write_yaml(text: str, native: str) -> str:
    return _write_scalar(text, native, is_flow=False)


def _write_flow(text: str, native: str) -> str:
    return _write_scalar(text, native, is_flow=True)


def _write_scalar(text: str, native: str, *, is_flow: bool) -> str:
    mark = _bare(native)[1]
    if mark == "'":
        return "'" + text.replace("'", "''") + "'"
    is_plain = not mark and _PLAIN.fullmatch(text) and not _TYPED.fullmatch(text)
    return text if is_plain and not (is_flow and _FLOW_SIGNS.search(text)) else _double(text)


def _read_toml(native: str) -> str:
    text, mark = _bare(native)
    return _read_escaped(text) if mark == '"' else text


def _write_toml(text: str, native: str) -> str:
    return f"'{text}'" if native.startswith("'") and "'" not in text else _double(text)


def _write_title(text: str, native: str) -> str:
    """Write the title of a definition of a link: what Markdown would read as a mark or an escape gets a backslash."""
    closing = ")" if native.startswith("(") else native[0]
    text = re.sub(rf"\\(?=[!-/:-@\[-`{{-~]|\Z)|[{re.escape(native[0] + closing)}]", r"\\\g<0>", text)
    return native[0] + _REFERENCE_RISK.sub("&amp;", text) + closing


def _read_title(native: str) -> str:
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", native[1:-1]))


def _same(text: str, native: str = "") -> str:
    return text


def _write_lines(text: str, native: str) -> str:
    """Write a line of a TOML text between three double marks."""
    return text.replace("\\", "\\\\").replace('"""', '\\"""')


MANNERS = {
    "html attribute": Manner(_read_html, _write_html),
    "quoted": Manner(_read_quoted, _write_quoted),
    "title": Manner(_read_title, _write_title),
    "yaml": Manner(_read_yaml, _write_yaml),
    "yaml flow": Manner(_read_yaml, _write_flow),
    "yaml block": Manner(_same, _same),
    "toml": Manner(_read_toml, _write_toml),
    "toml lines": Manner(_read_escaped, _write_lines),
}
"""By name, how values are written."""
