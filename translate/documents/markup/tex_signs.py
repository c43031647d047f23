"""Characters of LaTeX: accents, ligatures and signs come in as commands and go out as characters, and back."""

from __future__ import annotations

import re
import unicodedata

from translate.records import dataclass

_COMBINING = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_LATIN = {
    "oe": "SMALL LIGATURE OE", "OE": "CAPITAL LIGATURE OE", "ae": "SMALL LETTER AE", "AE": "CAPITAL LETTER AE",
    "aa": "SMALL LETTER A WITH RING ABOVE", "AA": "CAPITAL LETTER A WITH RING ABOVE", "l": "SMALL LETTER L WITH STROKE",
    "o": "SMALL LETTER O WITH STROKE", "O": "CAPITAL LETTER O WITH STROKE", "ss": "SMALL LETTER SHARP S",
    "L": "CAPITAL LETTER L WITH STROKE",
}  # fmt: skip
"""Commands of letters, with their names in Unicode."""
_LETTERS = {command: unicodedata.lookup(f"LATIN {name}") for command, name in _LATIN.items()} | {
    "dots": "…", "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "euro": "€",
    "texteuro": "€", "EUR": "€", "degre": "°", "degres": "°", "textdegree": "°", "no": "n°", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "guillemotleft": "«", "guillemotright": "»", "ier": "er",
    "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "pounds": "£",
    "copyright": "©", "textregistered": "®", "texttrademark": "™", "S": "§", "P": "¶", "textbullet": "•",
    "slash": "/", "textless": "<", "textgreater": ">", "textbar": "|", "ieme": "e", "iere": "re",
}  # fmt: skip
_SIGNS = {
    "``": "“", "''": "”", "---": "—", "--": "–", "~": "\u00a0", "\\,": "\u202f", "\\ ": " ", "\\@": "", "\\/": "",
    "\\;": "\u00a0", "\\!": "", "<<": "«", ">>": "»", ",,": "„",
}  # fmt: skip
_INPUT = re.compile(rb"\\usepackage\s*\[([\w-]+)\]\s*\{inputenc\}")
_ENCODINGS = {
    "latin1": "iso-8859-1", "latin9": "iso-8859-15", "ansinew": "cp1252", "cp1252": "cp1252", "applemac": "mac_roman",
    "utf8": "utf-8", "utf8x": "utf-8",
}  # fmt: skip
SIGN = (
    r"\\(?P<accent>['`^\"~=.])\s*"
    r"(?:\{\s*\\?(?P<accented>[A-Za-z])\s*\}|\\(?P<dotless>[ij])(?![A-Za-z])[ ]?|(?P<bare>[A-Za-z]))"
    r"|\\(?P<hook>[cvuHkr])(?:\s*\{\s*(?P<hooked>[A-Za-z])\s*\}|[ ]+(?P<hookbare>[A-Za-z]))"
    r"|\\og(?![A-Za-z])(?:\{\})?[ ~]*|[ ~]*\\fg(?![A-Za-z])(?:\{\}|[ ](?=[,;:.)]))?"
    rf"|\\(?P<letter>{'|'.join(sorted(map(re.escape, _LETTERS), key=len, reverse=True))})(?![A-Za-z@])(?:\{{\}}|[ ]+)?"
    r"|``|''|---?|~|<<|>>|,,|\\[,;! @/]|\\(?P<escaped>[%&#_{}$])"
)
"""Pattern of what stands for a character."""
_SIGN = re.compile(SIGN, re.ASCII)
_ESCAPES = {sign: f"\\{sign}" for sign in "%&#_{}$"} | {"\\": "\\textbackslash{}", "^": "\\^{}", "~": "\\~{}"}
_ALWAYS = {"“": "``", "”": "''", "’": "'", "‘": "`", "—": "---", "–": "--", "\u00a0": "~", "\u202f": "\\,"}
_BY_LETTER = {
    **{sign: f"\\{name}{{}}" for name, sign in reversed(_LETTERS.items()) if len(sign) == 1 and sign not in "/<>|\\~^"},
    "…": "\\dots{}", "€": "\\texteuro{}", "«": "\\og{}", "»": "\\fg{}",
}  # fmt: skip
_MARKS = {mark: sign for sign, mark in _COMBINING.items()}
_HAS_ACCENT = re.compile(r"\\['`^\"]\s*\{?\\?[A-Za-z]|\\c\s*\{?[cC]", re.ASCII)


def read_sign(native: str) -> str:
    """Return the characters that a command or a ligature shows."""
    match = _SIGN.fullmatch(native)
    if match is None:
        return native
    base = match["accented"] or match["dotless"] or match["bare"] or match["hooked"] or match["hookbare"]
    if base:
        return unicodedata.normalize("NFC", base + _COMBINING[match["accent"] or match["hook"]])
    if "\\og" in native or "\\fg" in native:
        return "« " if "\\og" in native else " »"
    return match["escaped"] or (_LETTERS[match["letter"]] if match["letter"] else _SIGNS[native])


@dataclass(frozen=True, slots=True)
class Signs:
    """How a document writes characters: accents as commands, where it has none but such."""

    has_commands: bool
    encoding: str

    @classmethod
    def of(cls, text: str, encoding: str) -> Signs:
        return cls(text.isascii() and _HAS_ACCENT.search(text) is not None, encoding)

    def write(self, text: str) -> str:
        """Return how the document writes a text."""
        return "".join(map(self._character, text))

    def _character(self, sign: str) -> str:
        usual = _ESCAPES.get(sign) or _ALWAYS.get(sign)
        if usual or sign.isascii() or (not self.has_commands and self._holds(sign)):
            return usual or sign
        return _BY_LETTER.get(sign) or _accented(sign)

    def _holds(self, sign: str) -> bool:
        try:
            sign.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True


def _accented(sign: str) -> str:
    """Return a letter with an accent as a command; one that is none as it is."""
    base, mark = unicodedata.normalize("NFD", sign)[:1], unicodedata.normalize("NFD", sign)[1:]
    command = _MARKS.get(mark) if base.isascii() else None
    if command is None:
        return sign
    base = f"\\{base}" if base in "ij" and not command.isalpha() else base
    return f"\\{command}{{{base}}}" if command.isalpha() or base.startswith("\\") else f"\\{command}{base}"


def declared_encoding(start: bytes) -> str | None:
    """Return the encoding that a preamble names; None where it names none, or the usual one."""
    match = _INPUT.search(start)
    name = _ENCODINGS.get(match[1].decode()) if match else None
    return None if name == "utf-8" else name
