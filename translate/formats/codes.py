"""Language codes as files hold them: mended into BCP 47, and compared."""

from __future__ import annotations

from functools import lru_cache

from translate.languages.codes import SHORTER, format_code

# Codes that stand for no language at all: undetermined, several, uncoded, no linguistic content.
_NO_LANGUAGE = {"und", "mul", "mis", "zxx"}


@lru_cache(maxsize=1024)
def mend_code(code: str) -> str | None:
    """Return `code` as BCP 47 writes it (`fr_FR` → `fr-FR`, `FRA` → `fr`); None where it names no language."""
    language, *rest = code.strip().replace("_", "-").split("-")
    language = language.lower()
    if language in _NO_LANGUAGE:
        return None
    return format_code("-".join([SHORTER.get(language, language), *rest]))


def primary(code: str) -> str:
    """Return the language without script and region: `fr` for `fr-FR`."""
    return code.partition("-")[0]


def agree(one: str, other: str) -> bool:
    """Tell whether the codes name one language, whatever the region."""
    return primary(one) == primary(other)
