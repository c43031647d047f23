"""Language codes: BCP 47 with language, script and region at most."""

from __future__ import annotations

import re

from translate.errors import UsageError

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")


def check_code(code: str) -> str:
    """Return `code` in BCP 47 case (`fr`, `fr-FR`, `zh-Hans-CN`).

    :raises UsageError: where it is not a language, with script and region at most.
    """
    if not _CODE.fullmatch(code):
        raise UsageError(f"'{code}' is not a BCP 47 language code; expected one such as fr, en, fr-FR or en-GB.")
    language, *rest = code.split("-")
    return "-".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def base_code(code: str) -> str:
    """Return the language of a code without script and region, in small letters."""
    return re.split("[-_]", code)[0].lower()
