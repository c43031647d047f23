"""Language tags of a page: which passages they keep from translation, and which of them become the target's."""

from __future__ import annotations

from typing import NamedTuple

import regex

from translate.languages import known_languages
from translate.languages.identification import guess_language
from translate.text.words import split_lowered

_TAGS = regex.compile(r"<(?:script|style)\b.*?</(?:script|style)|<[^<>]*+>|&\#?\w++;", regex.DOTALL | regex.IGNORECASE)
_UNSAID = frozenset({"", "und", "mul"})
_MIN_VOTES = 5
_MIN_SHARE = 0.3
"""Share of function words in a text that is taken for one in a language whatever its tag says."""
_MIN_SHARE_ALONE = 0.15
"""That share where the text has hardly a word of the language of its tag: lists and tables have few function words."""
_FEW = 0.2


class LanguageMark(NamedTuple):
    """Characters [start, end) of a page name the language of what was translated; `joiner` parts it from a country."""

    start: int
    end: int
    joiner: str = "-"

    def written(self, language: str) -> str:
        """Return what stands there for another language: `en-GB`, or `en_GB`."""
        return language.replace("-", self.joiner)


def primary(tag: str) -> str:
    """Return the language of a tag without script and country, in small letters."""
    return tag.strip().replace("_", "-").partition("-")[0].lower()


def says_other(tag: str, language: str) -> bool:
    """Tell whether a tag names another language than the document's."""
    return primary(tag) not in (*_UNSAID, primary(language))


def is_believed(tag: str, native: str, language: str) -> bool:
    """Tell whether a passage is in the language that its tag names, another one than the document's.

    Templates and copies carry wrong tags, and text left untranslated is the worse fault, so many words of the
    document's language are believed before a tag.

    :param native: markup and text of the passage, or its beginning.
    """
    text = _TAGS.sub(" ", native)
    votes = guess_language(text).votes
    own, other = votes.get(language, 0), votes.get(primary(tag), 0)
    has_few = primary(tag) in known_languages() and other <= _FEW * own
    share = _MIN_SHARE_ALONE if has_few else _MIN_SHARE
    return not (own >= _MIN_VOTES and own > other and own >= share * sum(1 for _ in split_lowered(text)))
