"""Language codes as files hold them: mended into BCP 47, and compared."""

from __future__ import annotations

from functools import lru_cache

from translate.languages.codes import SHORTER, format_code
from translate.languages.column_names import code_of_column

# Codes that stand for no language at all: undetermined, several, uncoded, no linguistic content.
_NO_LANGUAGE = {"und", "mul", "mis", "zxx"}


@lru_cache(maxsize=1024)
def mend_code(code: str) -> str | None:
    """Return `code` as BCP 47 writes it (`fr_FR` → `fr-FR`, `FRA` → `fr`, `French` → `fr`); None where it names no
    language.

    What follows the language and is neither script nor region is left out: `FR-01` → `fr`.
    """
    language, *rest = code.strip().replace("_", "-").split("-")
    language = language.lower()
    if language in _NO_LANGUAGE:
        return None
    short = SHORTER.get(language, language)
    found = format_code("-".join([short, *rest])) or (format_code(short) if rest else None)
    return found or code_of_column(code.strip())


def primary(code: str) -> str:
    """Return the language without script and region: `fr` for `fr-FR`."""
    return code.partition("-")[0]


def agree(one: str, other: str) -> bool:
    """Tell whether the codes name one language, whatever the region."""
    return primary(one) == primary(other)
