"""Language codes as files hold them: mended into BCP 47, and compared."""

from __future__ import annotations

from functools import lru_cache

from translate.errors import UsageError
from translate.languages.codes import check_code

# ISO 639-2 codes of languages that have a shorter code. OmegaT reads no unit by them.
_SHORTER = {
    "fra": "fr", "fre": "fr", "eng": "en", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt",
    "nld": "nl", "dut": "nl", "cat": "ca", "ron": "ro", "rum": "ro", "pol": "pl", "swe": "sv", "dan": "da",
    "fin": "fi", "ell": "el", "gre": "el", "ces": "cs", "cze": "cs", "hun": "hu", "rus": "ru", "ukr": "uk",
    "tur": "tr", "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "bre": "br", "eus": "eu", "baq": "eu",
}  # fmt: skip
# Codes that stand for no language at all: undetermined, several, uncoded, no linguistic content.
_NO_LANGUAGE = {"und", "mul", "mis", "zxx"}


@lru_cache(maxsize=1024)
def mend_code(code: str) -> str | None:
    """Return `code` as BCP 47 writes it (`fr_FR` → `fr-FR`, `FRA` → `fr`); None where it names no language."""
    language, *rest = code.strip().replace("_", "-").split("-")
    language = language.lower()
    if language in _NO_LANGUAGE:
        return None
    try:
        return check_code("-".join([_SHORTER.get(language, language), *rest]))
    except UsageError:
        return None


def primary(code: str) -> str:
    """Return the language without script and region: `fr` for `fr-FR`."""
    return code.partition("-")[0]


def agree(one: str, other: str) -> bool:
    """Tell whether the codes name one language, whatever the region."""
    return primary(one) == primary(other)
