"""The user's terms: what is not translated is kept, and a target gets the terms that the glossary requires.

Where the target has a word that is known to render a term's source, the term takes its place, and nothing else changes.
Where it has none, a frequent word is asked in place of the term (`standing`), or the model is led to it (`leading`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from translate.alignment.dictionary import Dictionary, Entry, Found
from translate.care.base import Change, Piece, Request, Revision, Step
from translate.care.glossary.splicing import without_doubles
from translate.care.standing import Wanted
from translate.terms.term import Term, TermKind
from translate.terms.terminology import Occurrence, Terminology, suit
from translate.text.late import late, late_plain
from translate.text.protected.spans import ProtectedSpan, Treatment, without_overlap

_WORD = late_plain(r"[^\W\d_]+'?")
_ARTICLE = late(r"[\p{L}\p{M}]+(?= \Z)")
_WORD_BEFORE = late(r"(?<![\p{L}\p{M}-])([\p{L}\p{M}]+)[ -]\Z")
_NOUN = "n"


class Terms(Step):
    """Keeps the glossary's do-not-translate terms, and puts required ones where their known equivalents stand.

    :param dictionary: says what these are; without one, only what the glossary forbids for the same source.
    """

    name = "terms"

    def __init__(self, terms: Terminology, dictionary: Dictionary | None = None) -> None:
        self._terms, self._dictionary = terms, dictionary

    def before(self, request: Request) -> Request:
        pieces: list[Piece] = []
        is_changed = False
        for place, stretch in request.iter_stretches():
            known = {
                (piece.span.start, piece.span.end): piece
                for piece in request.pieces
                if place <= piece.span.start and piece.span.end <= place + len(stretch)
            }
            terms = [ProtectedSpan(place + s, place + e, Treatment.MASK) for s, e in self._terms.find_kept(stretch)]
            spans = without_overlap([*(piece.span for piece in known.values()), *terms])
            reason = "a term that is not translated"
            for span in spans if terms else ():
                piece = known.get((span.start, span.end)) or Piece(span, self.name, reason)
                pieces.append(replace(piece, span=span))
            pieces += () if terms else known.values()
            is_changed |= bool(terms)
        return replace(request, pieces=tuple(pieces)) if is_changed else request

    def after(self, revision: Revision) -> Iterator[Change]:
        source, text = revision.request.text, revision.text
        taken = [*revision.taken, *((place, place + 1) for place in revision.places)]
        for term, places in missing_terms(self._terms, source, text).items():
            found = self._find_equivalents(term, source, text)
            is_other = any(is_plural and not places[0].is_plural for *_, is_plural in found)
            is_taken = any(start < last and first < end for start, end, _ in found for first, last in taken)
            if is_other or is_taken or len(found) != len(places):
                continue
            for start, end, is_plural in found:
                first, last = self._with_its_words(term, text, start, end)
                change = self._change(text, first, last, replace(places[0], is_plural=is_plural))
                taken.append((change.start, change.end))
                yield change
        yield from self._iter_capitals(source, text, taken)

    def _with_its_words(self, term: Term, text: str, start: int, end: int) -> tuple[int, int]:
        """Return a place with the word before it that renders another word of the term: *guarantee deposit* for « dépôt
        de garantie »."""
        before = _WORD_BEFORE.search(text[:start])
        words = [word.lower() for word in _WORD.findall(term.source)[1:]] if before else []
        found = [one for word in words for one in (self._dictionary.find(word) if self._dictionary else ())]
        said = {said.lower() for one in found if one.entry.kind == _NOUN for said in one.entry.english}
        return (before.start(1), end) if before and before[1].lower() in said else (start, end)

    def _iter_capitals(self, source: str, text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Change]:
        """Yield changes of terms that a target has in small letters, where source and glossary have capitals."""
        if text.isupper():
            return
        for one in self._terms.find(source):
            is_named = one.term.source[:1].isupper() and source[one.start].isupper() and one.start
            for said in one.term.targets if is_named and one.term.kind is TermKind.REQUIRED else ():
                for start, end in _places_of(said, text) if said[:1].isupper() and said not in text else ():
                    if not any(start < last and first < end for first, last in taken):
                        yield Change(start, end, said, self.name, "a term, with the glossary's capitals")

    def _change(self, text: str, start: int, end: int, occurrence: Occurrence) -> Change:
        """Return the change that puts a term in place of characters [start, end), in their case."""
        said = self._terms.target_of(occurrence)
        first, last = without_doubles(text, start, end, said)
        there = text[first:last]
        is_capital = there[:1].isupper() and (not first or not there[1:2].isupper())  # but *USB key*
        said = said.upper() if _is_shouted(there, text) else suit(said, at_start=is_capital)
        article = _ARTICLE.search(text[:first])
        fitted = self._terms.fit_article(article[0], said) if article else ""
        if article and fitted != article[0]:
            first, said = article.start(), f"{fitted} {said}"
        return Change(first, last, said, self.name, "a term, as the glossary has it")

    def _find_equivalents(self, term: Term, source: str, text: str) -> list[tuple[int, int, bool]]:
        """Return where what renders a term stands in a target, and whether in the plural; empty where that is unsure.

        Of several equivalents the longest counts that stands there. One that may render another word of the source is
        no sure one.
        """
        forbidden = self._terms.forbidden_for(term.source)
        entries = _entries_of(self._dictionary, term.source)
        known = dict.fromkeys(chain(forbidden, (said for entry in entries for said in entry.english)))
        others = self._said_of_others(term, source)
        for said in sorted(known, key=lambda said: (-len(said.split()), said not in forbidden)):
            if said.lower() in others:
                continue
            found = []
            for form in dict.fromkeys((said, self._terms.pluralise(said))):
                found += [(*place, form != said) for place in _places_of(form, text)]
            if found:
                return sorted(found)
        return []

    def _said_of_others(self, term: Term, source: str) -> set[str]:
        """Return what the dictionary has for the other words of a source."""
        own = {word.lower() for word in _WORD.findall(term.source)}
        words = {word.lower() for word in _WORD.findall(source)}
        found: set[str] = set()
        for word in words if self._dictionary else ():
            for one in self._dictionary.find(word) if self._dictionary else ():
                if one.entry.french.lower() not in own and word not in own:
                    found.update(said.lower() for said in one.entry.english)
        return found


def missing_terms(terms: Terminology, source: str, target: str) -> dict[Term, list[Occurrence]]:
    """Return the required terms of a source that a target has not, with all their places in the source."""
    lost = {breach.term for breach in terms.find_breaches(source, target) if breach.term.kind is TermKind.REQUIRED}
    found: dict[Term, list[Occurrence]] = {}
    for occurrence in terms.find(source) if lost else ():
        if occurrence.term in lost and not occurrence.is_doubtful:
            found.setdefault(occurrence.term, []).append(occurrence)
    return found


def wanted_terms(terms: Terminology, dictionary: Dictionary, source: str, target: str) -> list[Wanted]:
    """Return the required terms of a source that a target has not, as what a frequent word may stand in for."""
    return [
        Wanted(one.start, one.end, _as_found(term, dictionary, one), term.targets[0], source[one.start : one.end])
        for term, places in missing_terms(terms, source, target).items()
        for one in places
    ]


def _as_found(term: Term, dictionary: Dictionary, occurrence: Occurrence) -> Found:
    """Return a term as an entry of a dictionary, of the part of speech and gender of its first word."""
    head = next(iter(_WORD.findall(term.source)), "").lower()
    entries = [one.entry for one in dictionary.find(head)]
    kinds = {entry.kind for entry in entries}
    nouns = (entry.part for entry in entries if entry.kind == _NOUN)
    is_word = " " not in term.source
    part = next(nouns, _NOUN) if _NOUN in kinds or not is_word else next((e.part for e in entries), _NOUN)
    return Found(Entry(term.source, part, term.targets), occurrence.is_plural)


def _entries_of(dictionary: Dictionary | None, source: str) -> Sequence[Entry]:
    """Return what the dictionary has of a term."""
    words = [word.lower() for word in _WORD.findall(source.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))]
    if dictionary is None or not words:
        return ()
    found = dictionary.phrase(words) if len(words) > 1 else dictionary.find(words[0])
    return [one.entry for one in found]


def _places_of(phrase: str, text: str) -> list[tuple[int, int]]:
    """Return where a phrase stands in a text, whatever its capitals."""
    found, small, lowered = [], phrase.lower(), text.lower()
    place = lowered.find(small) if small and len(lowered) == len(text) else -1
    while place >= 0:
        end = place + len(small)
        is_word = not (text[place - 1 : place].isalnum() or text[end : end + 1].isalnum())
        if is_word and "-" not in (text[place - 1 : place], text[end : end + 1]):
            found.append((place, end))
        place = lowered.find(small, end)
    return found


def _is_shouted(there: str, text: str) -> bool:
    return there.isupper() and len(there) > 1 and text.isupper()
