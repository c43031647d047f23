"""The form that an equivalent takes in a target: that of the word of the source, or of what stands in its place."""

from __future__ import annotations

from translate.alignment.dictionary import NOUN, VERB, Found
from translate.care.phrases.labels import many_of
from translate.languages import Language
from translate.text.words import split_words


def inflected(
    said: str, found: Found, french: str, there: str, before: str, own_before: str, source: Language, target: Language
) -> str:
    """Return an equivalent in the form of a word of the source, or of what stands `there` behind a text.

    :param french: the word of the source.
    :param before: the text of the target before it.
    :param own_before: that of the source; its article alone tells a plural of « les chauffe-eau », its auxiliary alone
        the past of « a paré » where the target tells no form.
    """
    kind, endings = found.entry.kind, source.plural_endings
    is_many = found.is_inflected and french.endswith(endings)
    if not french.endswith(endings):
        article = split_words(own_before.lower())[-1:]
        is_many = article[:1] != [] and article[0] in source.determiners and article[0].endswith(endings)
    if kind == NOUN and is_many:
        return many_of(said, target)
    if kind == VERB and target.inflect:
        like = there.lower().split()[0]
        made = target.inflect(said, like, before)
        is_told = target.inflect(said, like) != said or not found.is_inflected or not _is_in_perfect(own_before, source)
        return made if is_told else target.inflect(said, target.joints.past, before)
    return said


def _is_in_perfect(own_before: str, source: Language) -> bool:
    """Tell whether what stands before a verb makes a perfect or a passive of it: « a », « a souvent »."""
    *others, last = split_words(own_before.lower())[-2:] or [""]
    is_beside = not source.auxiliaries.isdisjoint(others) and last not in source.determiners
    return last in source.auxiliaries or is_beside
