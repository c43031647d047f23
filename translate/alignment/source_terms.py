"""The source terms of a lexicon alone: two languages come in, the words that it translates go out, without numpy."""

from __future__ import annotations

import zlib
from zipfile import BadZipFile, ZipFile

from translate.alignment.arrays import text_of
from translate.alignment.shipped import lexicon_path
from translate.errors import BitexteError


def load_source_terms(source_language: str, target_language: str) -> frozenset[str]:
    """Return the source terms of the lexicon that ships for two languages, in a fraction of the time that all takes.

    :return: none where no lexicon ships.
    :raises BitexteError: where the file is damaged.
    """
    path = lexicon_path(source_language, target_language)
    if not path.is_file():
        return frozenset()
    try:
        with ZipFile(path) as file:
            return frozenset(text_of(file, "source_terms").split(" "))
    except (OSError, EOFError, ValueError, KeyError, BadZipFile, zlib.error) as exc:
        raise BitexteError(f"{path}: the lexicon is damaged ({exc}); install bitexte again.") from exc
