"""Nouns that begin a label or a heading, « Incendie dans un cinéma »: the model is asked for them in small letters.

A model has met few words with a capital but those that begin sentences, and guesses at the others: it takes « Concert »
for *Design*, and knows « concert ». What is met most often it knows with a capital too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from translate.alignment.dictionary import ADVERB, NOUN, VERB, Dictionary, Found
from translate.care.base import Change, Request, Revision, Step
from translate.care.casing import Case
from translate.care.phrases.phrasing import Phrasing
from translate.care.words.word_senses import ENDS
from translate.languages import Language
from translate.text.late import late

_LEAD = r"(?:(?:\p{Lu}\p{Ll}+ )?(?:\d{1,3}|[IVX]{1,5})[ \u00a0\u202f]?[-–—:][ \u00a0\u202f])?"
"""What numbers a heading, « Article 3 – »."""
_FIRST = late(_LEAD + r"(?P<word>\p{Lu}\p{Ll}{3,})(?:,|[ \u00a0\u202f](?P<next>\p{L}*)(?: (?P<third>\p{L}+))?|\Z)")
_SMALL = late(_LEAD + r"(?P<small>\p{Ll})(?!\p{Lu})")
_LONGEST = 90
"""Characters, and spaces, of the longest text that is taken for a label."""
_MOST_SPACES = 11
_MET = 10_000
"""Times that a word was seen from which models know it with a capital too: « Attention »."""


class FirstWords(Step):
    """Asks in small letters for the noun that a text without a verb begins with.

    It is a part of the casing, whose other part gives back the capital.
    """

    name = "casing"

    def __init__(self, dictionary: Dictionary, source: Language, phrasing: Phrasing | None = None) -> None:
        self._dictionary, self._source, self._phrasing = dictionary, source, phrasing

    def before(self, request: Request) -> Request:
        return request if request.known else self.lower(request)

    def lower(self, request: Request) -> Request:
        """Return the request with such a noun small; what is asked in other words stays as it is."""
        text = request.text
        if text[-1:] in ENDS or len(text) > _LONGEST or text.count(" ") > _MOST_SPACES:
            return request
        match = _FIRST.match(text)
        place = match.start("word") if match else 0
        if match is None or any(part.piece and part.first == place for part in request.shielded.parts):
            return request
        is_noun = self._is_noun(match["word"].lower(), match["next"] or "", match["third"] or "")
        return replace(request, text=text[:place] + text[place].lower() + text[place + 1 :]) if is_noun else request

    def after(self, revision: Revision) -> Iterator[Change]:
        request = revision.request
        if request.text == request.shielded.text or request.case is not Case.PLAIN:
            return
        asked, made = _SMALL.match(request.text), _SMALL.match(revision.text)
        if asked and made and request.shielded.text[asked.start("small")].isupper():
            place = made.start("small")
            yield Change(place, place + 1, made["small"].upper(), self.name, "a capital as in the source")

    def _is_noun(self, word: str, following: str, third: str) -> bool:
        """Tell whether a word is a noun, no name, and not met often; before an article it may be an order, and before
        an infinitive is one: « Prière de fermer »."""
        source, phrasing = self._source, self._phrasing
        if any(word in one for one in (source.names.first_names, source.function_words, source.exclamations)):
            return False
        found = self._dictionary.find(word)
        if not any(one.entry.kind == NOUN for one in found) or self._dictionary.times_seen(word) >= _MET:
            return False
        if any(one.entry.kind == ADVERB or one.entry.french[0].isupper() for one in found):
            return False
        if following in source.joints.of and any(map(self._is_infinitive, self._dictionary.find(third.lower()))):
            return False
        verbs = [one for one in found if one.entry.kind == VERB]
        is_order = verbs and following.lower() in source.determiners - source.joints.of
        if is_order or any(map(self._is_infinitive, verbs)):
            return False
        return phrasing is None or not (phrasing.is_name(word) or phrasing.is_renamed(word))

    @staticmethod
    def _is_infinitive(found: Found) -> bool:
        return found.entry.kind == VERB and not found.is_inflected
