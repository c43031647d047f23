"""TMX as 57 hands write it, good and bad: what tools were seen to trip over, with the verdict that ours must give."""

from __future__ import annotations

import gzip
import unicodedata
from dataclasses import dataclass

from translate.formats import Header

FR_EN = Header("fr", "en")
SLEEPS = ("Le chien dort au café.", "The dog sleeps in the café.")
SNOWS = ("Il neige.", "It is snowing.")
BOTH = [SLEEPS, SNOWS]
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
_ATTRIBUTES = {
    "creationtool": "byhand",
    "creationtoolversion": "2",
    "segtype": "sentence",
    "o-tmf": "none",
    "adminlang": "en",
    "srclang": "fr",
    "datatype": "plaintext",
}


@dataclass(frozen=True)
class Case:
    """A file, the pairs that are read of it, and a word of each remark, in order."""

    content: bytes
    pairs: list[tuple[str, str]]
    remarks: tuple[str, ...] = ()
    header: Header = FR_EN
    name: str = "x.tmx"
    error: str = ""
    """Of a file that cannot be read to its end."""


def tuv(code: str | None, text: str, attribute: str = "xml:lang") -> str:
    return f"<tuv{'' if code is None else f' {attribute}={chr(34)}{code}{chr(34)}'}><seg>{text}</seg></tuv>"


def tu(*variants: str, inside: str = "", attributes: str = "") -> str:
    return f"<tu{attributes}>{inside}{''.join(variants)}</tu>\n"


def plain(pairs: list[tuple[str, str]], source: str = "fr", target: str = "en", attribute: str = "xml:lang") -> str:
    return "".join(tu(tuv(source, one, attribute), tuv(target, other, attribute)) for one, other in pairs)


def tmx(
    body: str | None = None,
    *,
    encoding: str = "utf-8",
    declared: str = "UTF-8",
    doctype: str = _DOCTYPE,
    root: str = '<tmx version="1.4">',
    header: bool = True,
    without: str = "",
    **attributes: str,
) -> bytes:
    named = _ATTRIBUTES | {key.replace("_", "-"): value for key, value in attributes.items()}
    head = "".join(f' {key}="{value}"' for key, value in named.items() if key != without)
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>\n{doctype}{root}{f"<header{head}/>" if header else ""}<body>\n'
        f"{plain(BOTH) if body is None else body}</body></tmx>"
    )
    return text.encode(encoding)


_TWO = [("Il part demain. Il neige.", "He leaves tomorrow. It is snowing.")]
_ONE = [("Il part demain. Il neige.", "He leaves tomorrow, in the snow.")]
_REJECTED = "no variant in 'en'"
_NONE = "units can be read: "
_LEFT_DE, _LEFT_GB = "the language 'de' is left out", "the language 'en-GB' is left out"

CASES = {
    "01 plain": Case(tmx(), BOTH),
    "02 with regions": Case(tmx(plain(BOTH, "fr-FR", "en-US"), srclang="fr-FR"), BOTH),
    "03 without regions, regions wanted": Case(tmx(), BOTH, header=Header("fr-FR", "en-US")),
    "04 other regions than wanted": Case(
        tmx(plain(BOTH, "fr-CA", "en-GB"), srclang="fr-CA"), BOTH, header=Header("fr-FR", "en-US")
    ),
    "05 codes in capitals": Case(tmx(plain(BOTH, "FR", "EN"), srclang="FR"), BOTH, ("'FR' is read", "'EN' is read")),
    "06 underscores": Case(
        tmx(plain(BOTH, "fr_FR", "en_US"), srclang="fr_FR"), BOTH, ("'fr_FR' is read", "'en_US' is read")
    ),
    "07 three letters": Case(tmx(plain(BOTH, "fra", "eng"), srclang="fra"), BOTH, ("'fra' is read", "'eng' is read")),
    "08 no language": Case(tmx(plain(BOTH, "und", "mul"), srclang="und"), [], ("no variant",) * 2, error=_NONE),
    "09 srclang is the target": Case(tmx(srclang="en"), BOTH),
    "10 srclang is *all*": Case(tmx(srclang="*all*"), BOTH),
    "11 no srclang": Case(tmx(without="srclang"), BOTH, ("has no srclang",)),
    "12 paragraphs": Case(tmx(plain(_TWO), segtype="paragraph"), _TWO),
    "13 a paragraph, two sentences to one": Case(tmx(plain(_ONE), segtype="paragraph"), _ONE),
    "14 two sentences as a sentence": Case(tmx(plain(_TWO)), _TWO),
    "15 paragraphs, in a project of paragraphs": Case(tmx(plain(_TWO), segtype="paragraph"), _TWO),
    "16 no segtype": Case(tmx(without="segtype"), BOTH, ("has no segtype",)),
    "17 no header": Case(tmx(header=False), BOTH, ("has no creationtool",)),
    "18 no DOCTYPE": Case(tmx(doctype=""), BOTH),
    "19 DOCTYPE at the old address": Case(tmx(doctype='<!DOCTYPE tmx SYSTEM "http://a.invalid/tmx14.dtd">\n'), BOTH),
    "20 public DOCTYPE": Case(tmx(doctype='<!DOCTYPE tmx PUBLIC "-//X//DTD TMX//EN" "tmx14.dtd">\n'), BOTH),
    "21 DOCTYPE of a missing file": Case(tmx(doctype='<!DOCTYPE tmx SYSTEM "missing.dtd">\n'), BOTH),
    "22 DOCTYPE at another address": Case(tmx(doctype='<!DOCTYPE tmx SYSTEM "http://a.invalid/x">\n'), BOTH),
    "23 UTF-16": Case(tmx(declared="UTF-16", encoding="utf-16"), BOTH),
    "24 UTF-8 with a mark": Case(tmx(encoding="utf-8-sig"), BOTH),
    "25 Latin-1": Case(tmx(declared="ISO-8859-1", encoding="latin-1"), BOTH),
    "26 Latin-1 that says UTF-8": Case(tmx(encoding="latin-1"), [SNOWS], ("bytes that are not of the file's",)),
    "27 cut off": Case(tmx()[:-40], [SLEEPS], error="x.tmx:5:1: the file ends before the </tu>: it is truncated"),
    "28 a control character": Case(tmx(plain([SLEEPS, ("Il \x0bneige.", SNOWS[1])])), BOTH, ("control characters",)),
    "29 a reference to one": Case(tmx(plain([SLEEPS, ("Il &#x1;neige.", SNOWS[1])])), BOTH, ("references to control",)),
    "30 a bare ampersand": Case(
        tmx(plain([SLEEPS, ("Il & neige.", SNOWS[1])])), [SLEEPS, ("Il & neige.", SNOWS[1])], ("'&' written as",)
    ),
    "31 lang": Case(tmx(plain(BOTH, attribute="lang")), BOTH, ("the attribute lang is read",)),
    "32 variants without language": Case(
        tmx(tu(tuv(None, "a"), tuv(None, "b"))), [], ("without xml:lang",), error=_NONE
    ),
    "33 an empty target": Case(tmx(plain([(SLEEPS[0], ""), SNOWS])), [(SLEEPS[0], ""), SNOWS]),
    "34 the source alone": Case(tmx(tu(tuv("fr", "Seul.")) + plain([SNOWS])), [SNOWS], (_REJECTED,)),
    "35 another target": Case(
        tmx(tu(tuv("fr", "Oui."), tuv("de", "Ja.")) + plain([SNOWS])), [SNOWS], (_LEFT_DE, _REJECTED)
    ),
    "36 another source": Case(
        tmx(tu(tuv("en", "Yes."), tuv("de", "Ja.")) + plain([SNOWS])), [SNOWS], (_LEFT_DE, "no variant in 'fr'")
    ),
    "37 two targets, the second wanted": Case(
        tmx(tu(tuv("fr", "Gris"), tuv("en-GB", "Grey"), tuv("en-US", "Gray"))),
        [("Gris", "Gray")],
        (_LEFT_GB,),
        Header("fr", "en-US"),
    ),
    "38 two targets, either wanted": Case(
        tmx(tu(tuv("fr", "Gris"), tuv("en-US", "Gray"), tuv("en-GB", "Grey"))),
        [("Gris", "Gray")],
        (_LEFT_GB,),
    ),
    "39 one source twice": Case(
        tmx(plain([SLEEPS, (SLEEPS[0], "The dog is asleep.")])), [SLEEPS, (SLEEPS[0], "The dog is asleep.")]
    ),
    "40 the target first": Case(tmx(tu(tuv("en", SNOWS[1]), tuv("fr", SNOWS[0]))), [SNOWS]),
    "41 props of one's own": Case(
        tmx(tu(tuv("fr", SNOWS[0]), tuv("en", SNOWS[1]), inside='<prop type="x-rate">3</prop>')), [SNOWS]
    ),
    "42 a prop named file": Case(
        tmx(tu(tuv("fr", SNOWS[0]), tuv("en", SNOWS[1]), inside='<prop type="file">a.txt</prop>')), [SNOWS]
    ),
    "43 a prop named file, of this file": Case(
        tmx(tu(tuv("fr", SNOWS[0]), tuv("en", SNOWS[1]), inside='<prop type="file">x.txt</prop>')), [SNOWS]
    ),
    "44 a prop without type": Case(
        tmx(tu(tuv("fr", SNOWS[0]), tuv("en", SNOWS[1]), inside="<prop>3</prop>")), [SNOWS], ("without type is kept",)
    ),
    "45 indented segments": Case(
        tmx(plain([(f"\n   {SNOWS[0]}\n  ", f"\n  {SNOWS[1]}\n ")])), [SNOWS], ("indent the file", "indent the file")
    ),
    "46 decomposed accents": Case(
        tmx(plain([(unicodedata.normalize("NFD", SLEEPS[0]), SLEEPS[1])])),
        [(unicodedata.normalize("NFD", SLEEPS[0]), SLEEPS[1])],
    ),
    "47 a space at the end": Case(tmx(plain([("Il neige. ", "It snows. ")])), [("Il neige. ", "It snows. ")]),
    "48 a no-break space": Case(tmx(plain([("Il\u00a0neige.", "It snows.")])), [("Il\u00a0neige.", "It snows.")]),
    "49 CDATA": Case(tmx(plain([("<![CDATA[Il neige.]]>", SNOWS[1])])), [SNOWS]),
    "50 a namespace": Case(tmx(root='<tmx version="1.4" xmlns="http://www.lisa.org/tmx14">'), BOTH),
    "51 no version": Case(tmx(root="<tmx>"), BOTH, ("version of TMX is missing",)),
    "52 dates that are none": Case(
        tmx(tu(tuv("fr", SNOWS[0]), tuv("en", SNOWS[1]), attributes=' creationdate="2031-13-45" changedate="demain"')),
        [SNOWS],
        ("creationdate is not a date", "changedate is not a date"),
    ),
    "53 packed": Case(gzip.compress(tmx()), BOTH, name="x.tmx.gz"),
    "54 a name in capitals": Case(tmx(), BOTH, name="X.TMX"),
    "55 in the folder of fuzzy matches": Case(tmx(), BOTH, name="tm/x.tmx"),
    "56 in the folder of enforced matches": Case(tmx(), BOTH, name="tm/enforce/x.tmx"),
    "57 by OmegaT": Case(tmx(creationtool="OmegaT", o_tmf="OmegaT TMX", adminlang="EN-US"), BOTH),
}
