"""Language codes: BCP 47 with language, script and region at most."""

from __future__ import annotations

import re

from translate.errors import UsageError
from translate.languages.regions import ASSIGNED_REGIONS

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")
TWO_LETTER_CODES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
    el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is
    it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
    mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi
    yo za zh zu
    """.split()
)
"""ISO 639-1."""
SHORTER = {
    "fra": "fr", "fre": "fr", "eng": "en", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt",
    "nld": "nl", "dut": "nl", "cat": "ca", "ron": "ro", "rum": "ro", "pol": "pl", "swe": "sv", "dan": "da",
    "fin": "fi", "ell": "el", "gre": "el", "ces": "cs", "cze": "cs", "hun": "hu", "rus": "ru", "ukr": "uk",
    "tur": "tr", "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "bre": "br", "eus": "eu", "baq": "eu",
}  # fmt: skip
"""ISO 639-2 codes of languages that have a shorter code. OmegaT reads no unit by them."""


def format_code(code: str) -> str | None:
    """Return `code` in BCP 47 case (`fr`, `fr-FR`, `zh-Hans-CN`); None where it is not a language, with script and
    region at most."""
    if not _CODE.fullmatch(code):
        return None
    language, *rest = code.split("-")
    return "-".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def check_code(code: str) -> str:
    """Return `code` in BCP 47 case.

    :raises UsageError: where it is not a language, with script and region at most, or there is no such region.
    """
    formatted = format_code(code)
    if formatted is None:
        raise UsageError(f"'{code}' is not a BCP 47 language code; expected one such as fr, en, fr-FR or en-GB.")
    language = base_code(formatted)
    if len(language) == 2 and language not in TWO_LETTER_CODES:
        raise UsageError(f"'{code}': there is no language '{language}'; expected a code of ISO 639, such as fr or en.")
    region = formatted.rpartition("-")[2]
    if len(region) in (2, 3) and region != formatted and region not in ASSIGNED_REGIONS:
        raise UsageError(
            f"'{code}': there is no region {region}; expected a country of ISO 3166 or an area of UN M.49, such as "
            "fr-FR, en-GB or es-419."
        )
    return formatted


def shorten(code: str) -> str | None:
    """Return the ISO 639-1 code of a language, which ISO 639-2 may have written; None where it has none."""
    base = base_code(code)
    short = SHORTER.get(base, base)
    return short if short in TWO_LETTER_CODES else None


def base_code(code: str) -> str:
    """Return the language of a code without script and region, in small letters."""
    return re.split("[-_]", code)[0].lower()
