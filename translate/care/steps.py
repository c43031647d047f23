"""The steps of care, in one list: a passage goes to the model from the first to the last, and comes back the other way,
where each step puts right what it has changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from translate.alignment.dictionary import Dictionary
from translate.care.base import Change, Request, Revision, Step
from translate.care.casing import Case, case_of, lower, own_words
from translate.care.codes.placing import Placing
from translate.care.glossary.term_lists import TermLists
from translate.care.glossary.terms import Terms
from translate.care.kept.addresses import Addresses
from translate.care.kept.foreign import Copy, Foreign
from translate.care.kept.protection import Letters, Protection
from translate.care.lost.watching import iter_on
from translate.care.measures import Measure
from translate.care.names.persons import Persons
from translate.care.phrases.paging import draft_pages
from translate.care.phrases.phrasing import Phrasing, is_listed
from translate.care.phrases.untitled import Untitled
from translate.care.repair import TRIES
from translate.care.rewording import Measures
from translate.care.words.first_words import FirstWords
from translate.care.words.rarities import Rarities
from translate.care.words.wording import Wording
from translate.care.writing.quoting import Marks
from translate.care.writing.shouted import Shouted
from translate.care.writing.spelling import Spelling
from translate.care.writing.typography import Typography
from translate.data import Issue
from translate.errors import UsageError
from translate.languages import UNDETERMINED, Language
from translate.records import dataclass
from translate.terms.terminology import Terminology
from translate.text.proper_names.lone_names import NameSense
from translate.text.usage.spelling import Variety
from translate.text.words import fold, has_letters, split_words

MESSAGES, LINES, LABELS, KEYS, STRUCK, TIED = "messages", "lines", "labels", "keys", "struck", "tied"
LAYERS = (MESSAGES, LINES, LABELS, KEYS, STRUCK, TIED)
REPAIR = "repair"
STEPS: tuple[str, ...] = (
    MESSAGES,  # ICU messages: each branch goes by itself
    LINES,  # escapes of line ends and tabs: each line goes by itself
    LABELS,  # labels with a number behind them, or with what was filled in: the words by themselves
    KEYS,  # the signs of access keys in labels: on a letter of the translation
    STRUCK,  # what is struck out: by itself
    TIED,  # codes within words: in the words that translate these
    "spelling",  # its words and dates, as its region spells them
    "numbers",  # ordinals, decimal and thousands signs of the target
    "typography",  # its quotation marks and apostrophes
    "names",  # its names and acronyms, put right from the source
    "protection",  # addresses, codes, part numbers, tags, signs: kept
    "terms",  # the glossary: kept, required and forbidden terms
    "foreign",  # quotations in another language: kept
    "addresses",  # streets and towns: kept; their parts: in the words of the target
    "persons",  # titles: as the target writes them; surnames that read as words: kept
    "measures",  # times, units and abbreviations: in words that the model knows
    "letters",  # capitals that the vocabulary lacks: small
    "placing",  # the text for the model; inline codes and signs go where attention says
    "rarities",  # rare words: as the dictionary has them
    "copy",  # what is in the target language already: carried over
    "casing",  # capitals, title case, nouns that begin labels: small to the model
    "phrases",  # headings and labels: from the phrase table
    REPAIR,  # what looks wrong: made again, by one of the tries
    *TRIES,
)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the steps know of the languages, the model and the user's wishes; what is absent does nothing."""

    can_write: Callable[[str], bool]
    is_own: Callable[[str], bool]
    placeholder: str
    terminology: Terminology | None = None
    typography: Typography | None = None
    wording: Wording | None = None
    phrasing: Phrasing | None = None
    find_measures: Callable[[str], Iterable[Measure]] | None = None
    is_name: Callable[[str], bool] = lambda word: False
    is_target: Callable[[str], bool] | None = None
    source: Language = UNDETERMINED
    target: Language = UNDETERMINED
    name_sense: NameSense | None = None
    variety: Variety | None = None
    """How the target is spelled; None leaves words as the model spells them, and dates in one order."""
    dictionary: Dictionary | None = None


def check_steps(names: Iterable[str]) -> None:
    """Refuse what is no step.

    :raises UsageError: with the names that there are.
    """
    unknown = next((name for name in names if name not in STEPS), None)
    if unknown is not None:
        raise UsageError(f"Unknown step '{unknown}'. Known: {', '.join(STEPS)}.")


def make_steps(known: Knowledge, without: Collection[str] = ()) -> tuple[Step, ...]:
    """Return the steps from the outermost to the one beside the model; those switched off change nothing."""
    rewords = known.find_measures is not None and "measures" not in without
    terms = known.terminology.targets if known.terminology and known.variety else ()
    labels = known.phrasing.labels if known.phrasing else None
    steps: list[Step | None] = [
        Spelling(known.variety, known.source, known.target, known.is_own, terms)
        if known.variety or known.target.varieties
        else None,
        Numbers(known.typography) if known.typography else None,
        Marks(known.typography) if known.typography else None,
        Names(known.wording) if known.wording else None,
        Protection(known.can_write, known.is_own, known.source.spans, rewords=rewords),
        Terms(known.terminology, known.dictionary) if known.terminology else None,
        Foreign(known.source, known.target) if known.is_target else None,
        Addresses(known.source, known.target, rewords=rewords) if known.find_measures else None,
        Persons(known.source, known.target, known.is_name, known.name_sense, labels, known.dictionary)
        if known.find_measures
        else None,
        Measures(known.find_measures, labels, known.terminology) if known.find_measures else None,
        Letters(known.can_write, known.is_own),
        Placing(known.placeholder, attends="placing" not in without, source=known.source, target=known.target),
        Rarities(known.dictionary, known.source, known.target, known.wording, known.terminology)
        if known.dictionary
        else None,
        Copy(known.is_target) if known.is_target else None,
        Casing(known),
        Phrases(known.phrasing, known.source, known.target) if known.phrasing else None,
        TermLists(known.terminology, known.source, known.target, known.phrasing) if known.terminology else None,
        FirstWords(known.dictionary, known.source, known.phrasing) if known.dictionary else None,
    ]
    return tuple(iter_on(steps, without))


class Casing(Step):
    """Asks in small letters for what is in capitals or a title, and begins with a capital what began with one."""

    name = "casing"

    def __init__(self, known: Knowledge) -> None:
        self._names, self._is_name, words = known.source.names, known.is_name, known.dictionary
        self._shouted = Shouted(words, known.source) if words else None
        self._untitled = Untitled(words, known.target) if words else None

    def before(self, request: Request) -> Request:
        case = case_of(request.shielded.own_text, self._names, self._is_name)
        if case is Case.PLAIN:
            return replace(request, text=self._shouted.lower(request.text)) if self._shouted else request
        return self.lower(replace(request, case=case))

    def lower(self, request: Request) -> Request:
        """Return the request for the text of its case, small, but for short initials."""
        shielded = request.shielded
        if request.case is Case.PLAIN:
            return request
        initials = (one.asked for one in shielded.measures if one.asked.isupper() and len(one.asked) < 5)
        spared = [*shielded.placeholders, *initials, *own_words(request.case, shielded.own_text)]
        return replace(request, text=lower(shielded.text, spared, self._is_name))

    def after(self, revision: Revision) -> Iterator[Change]:
        text, source = revision.text, revision.request.passage.text
        if text[:1].islower() and text.split(maxsplit=1)[0].islower() and source[:1].isupper():  # not *macOS*
            yield Change(0, 1, text[0].upper(), self.name, "begins with a capital as the source does")
        if self._shouted and self._untitled and revision.request.case is Case.PLAIN:
            yield from self._shouted.changes(revision, self.name, "capitals as in the source")
            for edit in self._untitled.edits(source, text):
                yield Change(*edit, self.name, "small letters, or many, as in the source")


class Phrases(Step):
    """Takes headings and labels from the model's phrase table."""

    name = "phrases"

    def __init__(self, phrasing: Phrasing, source: Language, target: Language) -> None:
        self._phrasing, self._source, self._target = phrasing, source, target

    def before(self, request: Request) -> Request:
        shielded = request.shielded
        draft = self._phrasing.own_label(request.passage, shielded)
        if request.case is Case.SHOUTING and len(request.text) == len(shielded.text):
            draft = draft or self._phrasing.label(shielded, shielded.text)  # small, « PAYS-BAS » may be words
        draft = draft or self._phrasing.draft(shielded, request.text)
        draft = draft or draft_pages(request, self._source, self._target)
        return replace(request, known=draft) if draft else request


class Names(Step):
    """Puts right the names that the model mangled and the words that it left, and says which words it made up."""

    name = "names"

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def after(self, revision: Revision) -> Iterator[Change | Issue]:
        request, text = revision.request, revision.text
        if is_listed(revision.draft):
            return  # all of them are words
        is_plain = request.case is Case.PLAIN
        own, known = split_words(request.passage.text), request.shielded.measures
        ours = [m.said for m in known if has_letters(m.said) and (m.said != m.asked or m.said not in own)]
        written = [match.span() for said in ours for match in re.finditer(re.escape(said), text)]
        spared = [*revision.taken, *written]
        translated, told = self._wording.translate_left(request.passage.text, text, spared)
        for start, end, new in translated:
            yield Change(start, end, new, self.name, "the model left this word; the phrase table has it so")
        yield from told
        spared += [edit[:2] for edit in translated]
        edits, issues = self._wording.read(request.passage.text, text, spared, mends_names=is_plain)
        for start, end, new in edits:
            old = text[start:end]
            is_accent = fold(old) == fold(new)
            reason = "its accents are the source's" if is_accent else "the source has this name or acronym"
            yield Change(start, end, new, self.name, reason)
        yield from issues


class Numbers(Step):
    """Writes ordinals and numbers as the target does."""

    name = "numbers"

    def __init__(self, typography: Typography) -> None:
        self._typography = typography

    def after(self, revision: Revision) -> Iterator[Change]:
        found = self._typography.find_figures(revision.request.shielded.text, revision.text)
        yield from _apart(found, revision, self.name, "number or ordinal as the target writes it")


def _apart(found: Iterable[tuple[int, int, str]], revision: Revision, step: str, reason: str) -> Iterator[Change]:
    """Yield the changes that meet none of those before."""
    taken = revision.taken
    for start, end, new in sorted(found):
        if not any(first < end and start < last for first, last in taken):
            yield Change(start, end, new, step, reason)
