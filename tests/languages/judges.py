"""What the fields of an example mean, a judge a kind of rule file: it tells whether the language's rule says so."""

from __future__ import annotations

from collections.abc import Callable

from translate.languages import Language

Judge = Callable[..., bool]
JUDGES: dict[str, Judge] = {}
"""By the name of the rule file without ending: `numerals`."""


def judges(name: str) -> Callable[[Judge], Judge]:
    def register(judge: Judge) -> Judge:
        JUDGES[name] = judge
        return judge

    return register


@judges("abbreviations")
def is_written_out(language: Language, text: str, full: str) -> bool:
    """Tell whether `text` with its abbreviations written out is `full`."""
    from translate.languages.fr.abbreviations import iter_abbreviations

    for start, end, words in reversed(list(iter_abbreviations(text))):
        text = text[:start] + words + text[end:]
    return text == full
