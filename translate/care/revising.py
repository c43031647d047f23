"""The steps at work: a passage becomes a request, what the model wrote for it a candidate, which is looked at."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.care import repair
from translate.care.base import Request, Revision, Step
from translate.care.casing import own_words, put_in
from translate.care.codes.placing import Placing
from translate.care.composing import Restored, restore
from translate.care.lost.answered import is_answered
from translate.care.lost.members import Render, find_lost_members
from translate.care.lost.openings import find_lost_opening
from translate.care.lost.retouching import retouch
from translate.care.repair import Candidate, Judge
from translate.care.steps import Casing
from translate.care.words.first_words import FirstWords
from translate.care.words.rarities import Rarities
from translate.config import RepairConfig
from translate.data import Issue, Passage, Severity
from translate.engines.base import Draft
from translate.languages import UNDETERMINED, Language
from translate.records import dataclass
from translate.terms.terminology import Breach, Terminology, issues_of
from translate.text.inline.emptied import emptied_issue
from translate.text.late import late

_OF_NAMES = frozenset({"lost_names"})
_ENDS = late(r"[.!?…][»”’\"')\]\s]*\Z")


@dataclass(frozen=True, slots=True)
class Reviser:
    """Has each step take its turn, on the way there and back.

    `judge` finds what is wrong with a target; None finds only what lost its terms.
    """

    steps: Sequence[Step]
    config: RepairConfig
    judge: Judge | None = None
    terms: Terminology | None = None
    source: Language = UNDETERMINED
    target: Language = UNDETERMINED
    render: Render = lambda phrase: None
    """Says what a phrase is in the target language, where that is known."""

    def prepare(self, passage: Passage) -> Request:
        """Return what goes to the model."""
        request = Request(passage)
        for step in self.steps:
            request = step.before(request)
            if request.carried:
                break
        return request

    def request_for(self, request: Request, name: str, target: str = "") -> Request:
        """Return what a try asks of the model: all cut out, what `target` lost masked, or what was asked first."""
        if name not in (repair.CUT, repair.MASKED):
            return request
        pieces = tuple(piece for piece in request.pieces if piece.code is None)  # codes come anew
        cut = replace(request, pieces=pieces)
        for step in self.steps:
            cut = step.mask(cut, target) if name == repair.MASKED else cut
            if isinstance(step, Placing):
                cut = step.before(cut, masking=name == repair.MASKED)
            elif isinstance(step, (Casing, FirstWords)):
                cut = step.lower(cut)
        return cut

    def retouched(self, request: Request, best: Candidate) -> Candidate:
        """Return a candidate with what it lost put right where it stands, if nothing is wrong with it then."""
        if not repair.may_be_retouched(best):
            return best
        masked = self.request_for(request, repair.MASKED, best.restored.text)
        made = retouch(request, masked, best.draft)
        found = self.candidate(*made, repair.RETOUCHED) if made else None
        return found if found and not found.causes else best

    @property
    def _rarities(self) -> Rarities | None:
        return next((step for step in self.steps if isinstance(step, Rarities)), None)

    def with_stand_ins(self, request: Request, draft: Draft) -> Request | None:
        """Return the request with frequent words in place of the rare ones that `draft` lacks, if there are."""
        return self._rarities.with_stand_ins(request, draft) if self._rarities else None

    def renders_another(self, french: str, word: str, source: str) -> bool:
        """Tell whether a word of a target renders another word of its source than `french`, as far as one knows."""
        return self._rarities.renderings.renders_another(french, word, source) if self._rarities else False

    def count_lost(self, request: Request, draft: Draft) -> int:
        """Return how many rare words of a request have no equivalent in what the model wrote."""
        return len(self._rarities.find_lost(request, draft.text)) if self._rarities else 0

    def candidate(self, request: Request, draft: Draft, by: str, best: Candidate | None = None) -> Candidate | None:
        """Put back what was taken out, and look at the result; None where a placeholder was lost or doubled.

        :param best: what it must not be worse than; it is not looked at further once it is, and None too.
        """
        if request.stand_ins:
            answered = self._rarities.answer(request, draft) if self._rarities else None
            if answered is None:
                return None
            request, draft = answered
        revision = self._revise(request, draft)
        if revision is None:
            return None
        restored = restore(revision)
        if by == repair.PARTED and not keeps_end(request.passage.text, restored.text):
            return None  # the parts are in no order
        issues = revision.issues + [issue for issue in draft.issues if issue.severity is Severity.ERROR]
        passage, most = request.passage, best.penalty if best else math.inf
        if self.terms:
            issues += issues_of(self._find_breaches(self.terms, request, restored))
        if repair.penalty_of(issues) > most:
            return None
        if self.judge:
            issues += self._judge_apart(self.judge, passage.text, restored.text)
            if repair.penalty_of(issues) > most:
                return None
            issues += self._look(request.shielded.text, draft)
            emptied = emptied_issue(passage.text, passage.codes, restored.text, restored.codes)
            issues += [emptied] if emptied else []
        return Candidate(draft, restored, tuple(issues), by, revision)

    def _judge_apart(self, judge: Judge, source: str, target: str) -> Iterator[Issue]:
        """Yield what is wrong with a target, but names that its source has in terms that are honoured: « clé USB »."""
        found = list(judge(source, target))
        told = [issue for issue in found if issue.check in _OF_NAMES] if self.terms else []
        bare = self.terms.without_honoured(source, target) if self.terms and told else source
        left = {issue.check for issue in judge(bare, target)} if bare != source else _OF_NAMES
        yield from (issue for issue in found if issue not in told or issue.check in left)

    def _find_breaches(self, terms: Terminology, request: Request, restored: Restored) -> Iterator[Breach]:
        """Yield the terms that are not honoured, but those within which a code stands: it would have no place."""
        shielded, target = request.shielded, restored.text
        for code in reversed(restored.codes):
            target = target[: code.start] + target[code.end :]
        for breach in terms.find_breaches(shielded.text, target):
            place = breach.occurrence
            if place is None or not any(place.start < cut.offset < place.end for cut in shielded.cuts):
                yield breach
        if (shielded.masks or shielded.measures) and not request.passage.codes:  # which may hide a term
            known = {one.term for one in terms.find(shielded.text)}
            yield from (one for one in terms.find_breaches(request.passage.text, target) if one.term not in known)

    def _revise(self, request: Request, draft: Draft) -> Revision | None:
        """Return what the steps change in what the model wrote, from the one beside the model to the outermost."""
        shielded = request.shielded
        places = shielded.find_masks(draft.text) if shielded.masks else []
        if places is None:
            return None
        spared = [*shielded.placeholders, *own_words(request.case, shielded.own_text)]
        revision = Revision(request, draft, places, put_in(request.case, draft.text, spared))
        for step in reversed(self.steps):
            for found in list(step.after(revision)):
                if isinstance(found, Issue):
                    revision.issues.append(found)
                else:
                    revision.changes.append(found)
        return revision

    def _look(self, source: str, draft: Draft) -> Iterator[Issue]:
        if draft.score < self.config.min_log_probability:
            yield Issue(
                "score", Severity.ERROR, "The model is uncertain about this translation.", round(draft.score, 3)
            )
        dropped = repair.find_unsaid(source, draft.text) or repair.find_dropped(
            source,
            draft.text,
            draft.link,
            self.config,
            own=self.source.closings,
            other=self.target.closings,
            is_answered=lambda passage: is_answered(passage, draft.text, self.source, self.target),
        )
        if dropped:
            yield dropped
        if opening := find_lost_opening(source, draft.text, self.source, self.target):
            yield opening
        if lost := find_lost_members(source, draft.text, self.render, self.source, self.target):
            yield lost


def keeps_end(source: str, target: str) -> bool:
    """Tell whether a target ends as a sentence where its source does."""
    return not _ENDS.search(source) or bool(_ENDS.search(target))
