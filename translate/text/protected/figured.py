"""The kinds of text that no translation may alter and that have figures in them."""

from __future__ import annotations

from translate.text.protected.kinds import Family, Keeping, Kind

_MASK, _COPY = Keeping.MASK, Keeping.COPY
_CODE, _NUMBER = Family.CODE, Family.NUMBER
_SPACE = r"\ "
_VAT = "ATU|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|CHE|XI"
_BODY = "(?:NF|EN|ISO|IEC|DIN|BS|ANSI|ASTM|IEEE|CEN|RFC|AS|NBN|SN)"
_LOOSE = False
"""Not exact."""

FIGURED = (
    Kind(
        "telephone number",
        _CODE,
        _MASK,
        rf"""(?<![\w+])(?:\+\d{{1,3}}[ .]?(?:\(0\)[ .]?)?\d|0\d)(?:(?P<between>[ .-]?)\d\d)
            (?:(?P=between)\d\d){{3}}(?!\w)
        | (?<![\w+])(?!\+\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!{_SPACE}?\d))
            \+\d{{1,3}}(?:[ .]\d(?=[ .]\d))?(?:[ .-]?\(?\d{{2,4}}\)?){{2,5}}(?!\d)
        | (?<![\w.,-])(?:1-)?\d{{3}}-\d{{3}}-\d{{4}}(?![\w-])
        | (?<![\w.,])0{_SPACE}?8\d\d{_SPACE}(?:\d\d{_SPACE}\d\d{_SPACE}\d\d|\d{{3}}{_SPACE}\d{{3}})(?!\d)""",
        _LOOSE,
    ),
    Kind(
        "account number",
        _CODE,
        _MASK,
        rf"""(?<!\w)(?:IBAN{_SPACE})?[A-Z]{{2}}\d\d(?:{_SPACE}?[A-Z0-9]{{4}}){{2,7}}
            (?:{_SPACE}?(?=[A-Z]*\d)[A-Z0-9]{{1,4}})?(?!\w)
        | (?<![\w.,])\d{{4}}(?:[ ]\d{{4}}){{3}}(?![ ]?\d)""",
    ),
    Kind(
        "VAT number",
        _CODE,
        _MASK,
        rf"(?<!\w)(?:FR{_SPACE}?[A-Z0-9]{{2}}|{_VAT}){_SPACE}?-?\d(?:[. ]?\d){{7,11}}(?:B\d\d)?(?!\w)",
    ),
    Kind("company number", _CODE, _MASK, rf"(?<![\w.,])\d{{3}}(?:{_SPACE}\d{{3}}){{2}}{_SPACE}\d{{5}}(?![\w.,]\d)"),
    Kind("DOI", _CODE, _MASK, rf"(?<!\w)(?:DOI{_SPACE}?:?{_SPACE}?)?10\.\d{{4,9}}/[^\s<>«»]*\w"),
    Kind("identifier", _CODE, _MASK, r"(?<!\w)[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?!\w)"),
    Kind(
        "hash",
        _CODE,
        _MASK,
        r"(?<![\w.-])(?=\d{0,40}[a-f])(?=(?:[a-f]{0,20}\d){2})(?:[0-9a-f]{7,12}|[0-9a-f]{16,128})(?!\w|[.-]\w)",
    ),
    Kind(
        "network address",
        _CODE,
        _MASK,
        r"""(?<![\w:])[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){5}(?![\w:])
        | (?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2}|:\d{2,5})?(?!\w|\.\d)
        | (?<![\w:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{1,4}){0,6}::(?:[0-9A-Fa-f]{1,4}:){0,5}[0-9A-Fa-f]{1,4}(?![\w:])""",
    ),
    Kind("time stamp", Family.PLACEHOLDER, _MASK, r"(?<![\w:,.])\d{2}:\d{2}:\d{2}[.,]\d{3}(?:\d{3})?(?![\w:])"),
    Kind("book number", _CODE, _MASK, r"(?<![\w-])97[89][- ]?\d(?:[- ]?\d){8}[- ]?\d(?![\w-])"),
    Kind(
        "standard",
        _CODE,
        _MASK,
        rf"(?<![\w-])(?:{_BODY}[ /-])+(?:[A-Z]{_SPACE})?\d+(?:[.-]\d+)*(?::\d{{4}})?(?!\w)",
        _LOOSE,
    ),
    Kind(
        "position",
        _CODE,
        _MASK,
        rf"(?<![\w.])\d{{1,3}}°{_SPACE}?\d{{1,2}}[′'’]"
        rf"(?:{_SPACE}?\d{{1,2}}(?:[.,]\d+)?(?:[″\"”]|'')?)?{_SPACE}?[NSEWO]?(?!\w)",
    ),
    Kind(
        "number plate",
        _CODE,
        _COPY,
        rf"(?<=\p{{Ll}}{_SPACE})\d{{1,4}}{_SPACE}(?!EUR|USD|CHF|GBP|CAD)[A-Z]{{2,3}}{_SPACE}(?:\d\d|2[AB])(?!\w|[.,]\d)",
    ),
    Kind(
        "version",
        _CODE,
        _COPY,
        r"(?<![\w.])(?!\d+(?:\.\d{3})+(?!\S))(?:v\d+(?:\.\d+)+|\d+(?:\.\d+){2,})(?:-[a-z][\w.]*)?(?!\w|\.\d)",
        _LOOSE,
    ),
    Kind(
        "code",
        _CODE,
        _COPY,
        r"""(?<![\w-])(?=[A-Z-]++\d)(?![A-Z]-\d(?!\w|[/.-]\w))[A-Z][A-Z0-9]*(?:[-/.][A-Z0-9]+)*(?![\w-])
        | (?<![\w/.,+-])(?:
            R[+-]\d{1,2}
            | \d+[A-Z]{1,3}\d[\dA-Z]*(?:[-/][A-Z0-9]+)*
            | \d{1,4}(?:[-/](?=[A-Z0-9]*\d)[A-Z0-9]+){0,20}[-/](?:[A-Z]|(?=\d*[A-Z])(?=[A-Z]*\d)[A-Z0-9]+)
            | [A-Z]{1,4}(?:/[A-Z]{1,4})+(?:/\d+)+
            | [A-Z]{1,6}(?:/\d+){2,}
            | [A-Z]\d{1,3}[a-rt-z]
            | \d(?!ER|RE|ND|DE|EM|ES)[A-Z]{2}
            | [a-z]{1,4}\d\w*(?:-\w*\d\w*)+
        )(?![\w/+-]|[.,]\d)""",
        _LOOSE,
    ),
    Kind(
        "inches",
        _NUMBER,
        _MASK,
        r"""(?<![\w.,])(?:(?:\d{1,2}\ )?\d{1,2}/\d{1,2}|\d{1,3})
            (?:″|(?<!(?:^|[\s(«“=;,])\"[^\"\n]{0,99})\")(?=[\s,.;:)×]|\Z)""",
    ),
    Kind("number in brackets", _CODE, _COPY, r"(?<=\w[ ])\(\d{1,3}\)(?!\w)", _LOOSE),
)
"""What has figures in it."""
FIGURED_BEGIN = r"(?<!\w)(?=[\d+(:]|[A-Za-z]++[\d:+/-]|[A-Z]++\ )"
"""How each of them begins: all other places of a text are passed over at once."""
