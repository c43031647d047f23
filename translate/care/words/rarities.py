"""Rare words of a source, which a small model guesses at: the dictionary knows what they are in the target language.

A model that has met « rougeole » twice says *red tape*. Where none of the word's equivalents stands in what it wrote,
the best one takes the place of the word that attends to it, in that word's form, if that place is sure. What is not
sure stays as it is, and is told with the equivalents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.alignment.dictionary import ADVERB, NAME, VERB, Dictionary
from translate.care.base import Change, Request, Revision, Step
from translate.care.casing import Case, own_words, put_in
from translate.care.glossary.splicing import find_place, start_of_phrase, without_doubles, without_lead
from translate.care.glossary.terms import wanted_terms
from translate.care.measures import edits_of
from translate.care.names.rare_names import Rarity, whole_name
from translate.care.phrases.phrasing import is_listed
from translate.care.standing import Standing, Wanted
from translate.care.words.compounds import Compounds
from translate.care.words.forms import inflected
from translate.care.words.rare_words import (
    RareWords,
    equivalents_of,
    find_small_names,
    is_name,
    is_person,
    is_said,
    left_at,
    parts_of,
)
from translate.care.words.remains import Remains, occurrence_of, others_of
from translate.care.words.renderings import Renderings, best_of
from translate.care.words.word_senses import ENDS, SHORTEST
from translate.care.words.wording import Wording
from translate.data import Issue, Severity
from translate.engines.base import Draft, Links
from translate.languages import Language
from translate.terms.terminology import Terminology
from translate.text.usage.formulas import is_closing
from translate.text.words import split_words

_LONGEST_ASKED = 100
"""Characters of the longest text that is asked again for its rare words: it takes as long as at first."""
_MOST_SPACES = 9
_FEW_WORDS = 2
"""Words of four letters or more that give a model too little to go by, however well it knows them."""
_CLOSING = " \u00a0\u202f:.*…"
_SHOWN = 3


class Rarities(Step):
    """Says rare words as the dictionary does, where the model guessed."""

    name = "rarities"

    def __init__(
        self,
        dictionary: Dictionary,
        source: Language,
        target: Language,
        wording: Wording | None = None,
        terms: Terminology | None = None,
    ) -> None:
        self._terms = terms
        self._dictionary, self._source, self._target = dictionary, source, target
        self.renderings = Renderings(dictionary, source, target, wording)
        self._latest: tuple[Request | None, tuple[Rarity, ...]] = (None, ())  # all hypotheses of a beam are of one
        self._rare, self._remains = RareWords(dictionary, source), Remains(self.renderings, target)
        self._compounds = Compounds(dictionary, source, target)
        self._standing = Standing(dictionary, source, target)

    def after(self, revision: Revision) -> Iterator[Change | Issue]:
        request, draft = revision.request, revision.draft
        if is_listed(draft):
            return
        if whole := self._compose(request, draft):
            yield from self._instead(whole, revision)
            return
        found, text = self._find(request), revision.text
        for edit in (*find_small_names(found, text), *self.renderings.as_order(found, request.text, text)):
            yield Change(*edit, self.name, "a capital, or an order, as its source has it")
        lost, met = self.find_lost(request, draft.text), self._find_met(request, draft.text)
        if not (lost or met) or len(revision.text) != len(draft.text):
            return
        links = draft.link(whole=False) if draft.link else None
        told = []
        taken = [*revision.taken, *((place, place + 1) for place in revision.places)]
        for rarity in lost:
            french = request.text[rarity.start : rarity.end]
            left = left_at(french, revision.text, taken) if is_name(rarity) else None
            place = left or self._remains.find_place(rarity, request.text, draft.text, links)
            change = self._change(rarity, request, revision.text, place) if place else None
            if change and not any(change.start < last and first < change.end for first, last in taken):
                taken.append((change.start, change.end))
                yield change
            else:
                told.append(f"{french} ({', '.join(equivalents_of(rarity)[:_SHOWN])})")
        for rarity, place in self._at_invented(met, request, draft.text, links):
            change = self._change(rarity, request, revision.text, place)
            if change and not any(change.start < last and first < change.end for first, last in taken):
                taken.append((change.start, change.end))
                yield change
        if told:
            message = f"Rare, and perhaps not translated: {'; '.join(told)}."
            yield Issue("rare_words", Severity.WARNING, message, float(len(told)))

    def _compose(self, request: Request, draft: Draft) -> str | None:
        """Return a short text as the dictionary has it, where words of it are missing from the draft."""
        text = request.text
        if text.count(" ") >= _MOST_SPACES or request.shielded.masks:
            return None
        compound = self._compounds.compose(text.rstrip(_CLOSING), is_sentence=text[-1:] in ENDS)
        if compound is None or (self._terms and self._terms.find(request.passage.text)):
            return None
        there = parts_of(draft.text)
        small = [word for word in split_words(draft.text.lower()) if len(word) > 1]
        is_invented = self.renderings.is_invented(text, draft.text)
        phrases = (one for one in compound.units if " " in one.french and not self._compounds.is_counted(one, small))
        if any(not any(self.renderings.stands(said, there) for said in unit.equivalents) for unit in phrases):
            return compound.text
        words = [word for word in split_words(text.lower()) if len(word) >= SHORTEST]
        says = {word for unit in compound.units for said in unit.equivalents for word in split_words(said.lower())}
        is_left = not there.isdisjoint(word for word in words if word not in says)
        is_met = not is_invented and all(map(self._dictionary.knows_well, words))  # in many senses
        is_odd = is_left or (request.known is None and len(words) <= _FEW_WORDS) or (not is_met and is_invented)
        lost = [
            unit
            for unit in compound.units
            if not any(self.renderings.stands(said, there) for said in unit.equivalents)
            and (is_odd or not self.renderings.answers(unit.french, small))
        ]
        return compound.text if lost else None

    def _instead(self, whole: str, revision: Revision) -> Iterator[Change]:
        """Yield the change of all that the model wrote but for the marks at its end."""
        source = revision.request.shielded.text
        end = len(revision.text.rstrip(_CLOSING))
        own = [change for change in revision.changes if change.step != "casing"]
        if any(change.end > change.start for change in own) or not end:
            return
        revision.changes[:] = own  # its capitals are this text's
        for first, last, said in reversed(edits_of(revision.request.shielded.measures, whole)):
            whole = whole[:first] + said + whole[last:]
        if revision.request.case is Case.SHOUTING:
            whole = put_in(Case.SHOUTING, whole, own_words(Case.SHOUTING, source))
        elif source[:1].isupper():
            whole = whole[0].upper() + whole[1:]
        yield Change(0, end, whole, self.name, "a short text, as the dictionary has its words")

    def find_lost(self, request: Request, target: str) -> list[Rarity]:
        """Return the rare words none of whose equivalents stands in `target`; none of what closes a letter."""
        found = self._find(request)
        if not found or is_closing(request.text, target, self._source.closings, self._target.closings):
            return []
        there = parts_of(target)
        return [
            one
            for one in found
            if not self._is_said(one, request.text, target, there)
            or self.renderings.are_for_another(one, request.text, target)
        ]

    def _is_said(self, rarity: Rarity, source: str, target: str, there: set[str]) -> bool:
        if is_person(rarity):
            return self.renderings.says_person(rarity, source, target)
        return is_said(rarity, target, lambda said: self.renderings.stands(said, there))

    def _find_met(self, request: Request, target: str) -> list[Rarity]:
        """Return the words that models have met and `target` does not render, where it has words that are none.

        Where it has but words of the source, only those that it has.
        """
        is_invented = self.renderings.is_invented(request.text, target)
        left = self.renderings.find_left(request.text, target)
        if not (is_invented or left):
            return []
        there, words = parts_of(target), {word.lower() for word in split_words(target)} - left
        taken = [(one.start, one.end) for one in self._find(request)]
        return [
            one
            for one in self._rare.find_met(request, taken)
            if (is_invented or request.text[one.start : one.end] in left)
            and not self._is_said(one, request.text, target, there)
            and not self.renderings.answers(request.text[one.start : one.end], words)
        ]

    def _at_invented(
        self, met: Sequence[Rarity], request: Request, target: str, links: Links | None
    ) -> Iterator[tuple[Rarity, tuple[int, int]]]:
        """Yield words that a target does not render with the places of made-up words that attend to them."""
        if links is None or not links.weights:
            return
        for rarity in met:
            french = request.text[rarity.start : rarity.end]
            if french in self.renderings.find_left(request.text, target) and (left := left_at(french, target, ())):
                yield rarity, left
                continue
            place = find_place(links, target, request.text, occurrence_of(rarity, french))
            made = target[slice(*place)].lower() if place else ""
            if any(said.lower() in made for said in equivalents_of(rarity)):  # « non présenté » as *unpresented*
                continue
            if place and self.renderings.is_invented(request.text, made):
                yield rarity, place

    def _find(self, request: Request) -> tuple[Rarity, ...]:
        """Return the rare words of a request that are none of the user's terms, and of no measure that is known."""
        if self._latest[0] is not request:
            own = [(term.start, term.end) for term in self._terms.find(request.text)] if self._terms else []
            if len(request.text) == len(request.shielded.text):
                parts = ((part, part.piece.measure) for part in request.shielded.parts if part.piece)
                own += [(part.first, part.last) for part, measure in parts if measure and measure.is_ours]
            rare = self._rare.find(request)
            free = (one for one in rare if not any(one.start < end and start < one.end for start, end in own))
            self._latest = (request, tuple(free))
        return self._latest[1]

    def with_stand_ins(self, request: Request, draft: Draft) -> Request | None:
        """Return the request with frequent words in place of the rare ones that a draft has not.

        None where all that stands there may be right, or where no word can stand for one.
        """
        lost = self.find_lost(request, draft.text) if len(request.text) <= _LONGEST_ASKED else []
        links = draft.link(whole=False) if lost and draft.link else None
        there = parts_of(draft.text)
        missing, kept = [], []
        for rarity in self._find(request) if lost else ():
            french = request.text[rarity.start : rarity.end]
            found = best_of(rarity, request.text, self._source)
            if rarity not in lost:
                said = next((one for one in found.entry.english if self.renderings.stands(one, there)), None)
                kept += [Wanted(rarity.start, rarity.end, found, said, french)] if said else []
                continue
            said = self.renderings.said(found)
            occurrence = occurrence_of(rarity, french)
            place = find_place(links, draft.text, request.text, occurrence) if links and links.weights else None
            stands = draft.text[slice(*place)] if place and not rarity.is_sure else ""
            if said and not (stands and self.renderings.is_answered(french, stands, request.text)):
                missing.append(Wanted(rarity.start, rarity.end, found, said, french))
        if self._terms:
            missing[:0] = wanted_terms(self._terms, self._dictionary, request.text, draft.text)
        asked = self._standing.ask(request.text, missing, kept) if missing else None
        return replace(request, text=asked[0], stand_ins=asked[1]) if asked else None

    def answer(self, request: Request, draft: Draft) -> tuple[Request, Draft] | None:
        """Return a request without its stand-ins, and what a model wrote for it with them as a draft of that."""
        made = self._standing.answer(request.stand_ins, draft)
        if made is None:
            return None
        text = request.text
        for one in reversed(request.stand_ins):
            text = text[: one.first] + one.wanted.french + text[one.last :]
        return replace(request, text=text, stand_ins=()), made

    def _change(self, rarity: Rarity, request: Request, target: str, place: tuple[int, int]) -> Change | None:
        """Return the change that says a word as the dictionary does; None where what stands there may be right."""
        french = request.text[rarity.start : rarity.end]
        is_kept = is_name(rarity) and "-" in french and french in equivalents_of(rarity)
        start, end = (
            whole_name(target, place, french, self._source.names.saints)
            if is_kept
            else self.renderings.own_part(target, place, french, request.text)
        )
        found = best_of(rarity, request.text, self._source)
        has_object, others = found.entry.kind == VERB and " " in french, others_of(rarity, request.text)
        begins = self._remains.start_of_verb(target, start, others) if has_object else start
        said = self.renderings.said(found)
        if said is None or begins is None:
            return None
        start, there, own_before = begins, target[begins:end], request.text[: rarity.start]
        is_order = not own_before.strip() and french.endswith(self._source.stand_ins.orders)
        if not is_order or found.entry.kind != VERB:
            said = inflected(said, found, french, there, target[:start], own_before, self._source, self._target)
        if self._may_stay(rarity, there, french, said, request.text):
            return None
        is_shouted = there.isupper() and len(there) > 1 and (french.isupper() or request.case is not Case.PLAIN)
        if is_shouted or (there[:1].isupper() and (not target[:start].strip() or found.entry.kind == NAME)):
            said = said.upper() if is_shouted else said[0].upper() + said[1:]
        start = start_of_phrase(target, start, self._target) if found.entry.kind == ADVERB else start
        start, end = without_doubles(target, start, end, said)
        start = without_lead(target, start, said, french, self._source, self._target)
        if self._remains.is_doubled(said, target, (start, end), others):
            return None
        article = re.search(r"\w+ \Z", target[:start])
        if article and self._target.fit_article:
            fitted = self._target.fit_article(article[0][:-1], said)
            if fitted != article[0][:-1]:
                said, start = f"{fitted} {said}", article.start()
        return Change(start, end, said, self.name, "a rare word, as the dictionary has it")

    def _may_stay(self, rarity: Rarity, there: str, french: str, said: str, source: str) -> bool:
        """Tell whether what stands in a place may be right, for a word or for another of the source."""
        if is_name(rarity):
            return False
        if rarity.is_sure or self._rare.is_fixed(french):
            return self.renderings.is_of_another(french, [word.lower() for word in split_words(there)], source)
        return self.renderings.may_be_right(there, french, said, source)
