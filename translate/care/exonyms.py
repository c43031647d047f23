"""Places that a model left as they were: both texts come in, edits that give the places their names go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.alignment.dictionary import NAME, Dictionary
from translate.care.replacing import Replacement
from translate.languages import Language
from translate.text.late import late_plain

_WORD = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def find_left_places(
    source: str, target: str, taken: Sequence[tuple[int, int]], dictionary: Dictionary, language: Language
) -> Iterator[Replacement]:
    """Yield edits that put the target language's names in place of those of the source language, « Alger ».

    A name beside another may be a person's, and a given name stays.

    :param taken: characters [start, end) of `target` to leave alone.
    """
    rules = language.names
    words = [match[0] for match in _WORD.finditer(source)]
    is_name = [word[0].isupper() and (number > 0 or word.lower() not in language.function_words)
               for number, word in enumerate(words)]  # fmt: skip
    for number in range(1, len(words)):
        name = words[number]
        is_beside = is_name[number - 1] or (number + 1 < len(words) and is_name[number + 1])
        if not is_name[number] or is_beside or name.isupper() or name.lower() in rules.first_names | rules.surnames:
            continue
        entries = [entry for entry in dictionary.entries(name.lower()) if entry.french == name]
        said = next((entry.english[0] for entry in entries if entry.part == NAME), name)
        for place in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", target) if said != name else ():
            if not any(first < place.end() and place.start() < last for first, last in taken):
                yield *place.span(), said
