"""The source terms of a lexicon alone: two languages come in, the words that it translates go out, without numpy."""

from __future__ import annotations

from functools import partial

from translate.alignment.arrays import read_arrays, terms_of
from translate.alignment.shipped import lexicon_path


def load_source_terms(source_language: str, target_language: str) -> frozenset[str]:
    """Return the source terms of the lexicon that ships for two languages, in a fraction of the time that all takes.

    :return: none where no lexicon ships.
    :raises BitexteError: where the file is damaged.
    """
    path = lexicon_path(source_language, target_language)
    return frozenset(read_arrays(path, "lexicon", partial(terms_of, name="source_terms")) if path.is_file() else ())
