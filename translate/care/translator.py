"""The careful engine: passages in, hypotheses out, with what is protected in its place and the suspected repaired."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from translate.care import repair
from translate.care.branching import iter_branched
from translate.care.casing import Case, case_of, lower, put_in
from translate.care.leading import lead, lead_numbers
from translate.care.measures import Measure, edits_of
from translate.care.phrasing import Phrasing
from translate.care.placing import restore
from translate.care.protection import Shield, Shielded
from translate.care.repair import Candidate, Judge
from translate.care.tasks import Task, carry, finish
from translate.care.typography import Edit, Typography
from translate.care.wording import Wording
from translate.config import EngineConfig, RepairConfig
from translate.data import Hypothesis, Issue, Passage, Severity
from translate.engines.base import Draft, Drafting, Engine
from translate.terms.terminology import Terminology, issues_of
from translate.text.emptied import emptied_issue

_RECIPE = 11
"""Raised where this module changes what comes out, so that a journal of before is not taken for it."""
_LEADERS = 4
_PRIMING = 256


_Asked = dict[int, tuple[Task, Shielded, str]]
"""What is being decoded, by number: a task, what the model got of it, and the name of the try."""


class Translator:
    """Wraps an engine; every passage that goes in comes out, with a target or an issue of severity error.

    :param judge: what finds wrong targets; None repairs only what lost its placeholders or its terms.
    :param wording: finds words that the model made up; None where nobody knows what it has read.
    :param phrasing: says what it knows of texts that are no sentences; the engine is not asked of those.
    :param find_measures: gives the times and units of a source that the engine is asked in other words.
    :param is_word: tells the words of the source language from names: what the engine cannot write it reads and
        translates.
    :param is_name: tells names among words in capitals.
    :param is_target: tells whether a text is in the target language already; such a passage is carried over.
    """

    def __init__(
        self,
        engine: Engine,
        config: EngineConfig,
        repairs: RepairConfig,
        *,
        terminology: Terminology | None = None,
        judge: Judge | None = None,
        typography: Typography | None = None,
        wording: Wording | None = None,
        phrasing: Phrasing | None = None,
        find_measures: Callable[[str], Iterable[Measure]] = lambda text: (),
        is_word: Callable[[str], bool] = lambda word: False,
        is_name: Callable[[str], bool] = lambda word: False,
        is_target: Callable[[str], bool] | None = None,
    ) -> None:
        self._engine, self._config, self._beam = engine, repairs, config.beam
        self._terms = terminology
        self._judge = judge if repairs.enabled else None
        self._typography, self._wording, self._phrasing = typography, wording, phrasing
        self._is_target, self._is_word, self._is_name = is_target, is_word, is_name
        self._writable: dict[str, bool] = {}
        find_kept = terminology.find_kept if terminology else lambda text: ()
        self._shield = Shield(config.placeholder, self._can_write, find_kept, find_measures, self._is_own)
        parts = [engine.signature, f"care {_RECIPE}", config.placeholder, repr(repairs) if self._judge else "as it is"]
        if terminology:
            parts.append(f"terms {terminology.digest}")
        if typography:
            parts.append(typography.signature)
        if wording:
            parts.append(f"words {wording.digest}")
        if phrasing:
            parts.append(f"phrases {phrasing.digest}")
        self.signature = "|".join(parts)

    def iter_translate(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        """Yield hypotheses as they are done; each passage once. A hypothesis depends on its own passage alone.

        :raises EngineError: where the engine fails; what was yielded stands.
        """
        return iter_branched(passages, self._iter_translate)

    def _iter_translate(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        drafting = self._engine.begin()
        asked, ready = self._ask_first(drafting, list(dict.fromkeys(passages)))
        if ready:
            yield ready
        waiting: list[Task] = []
        while drafting.is_busy:
            done: dict[Passage, Hypothesis] = {}
            for number, draft in drafting.take().items():
                task, shielded, name = asked.pop(number)
                if name == repair.FIRST:
                    self._take_first(task, draft)
                else:
                    self._take(task, shielded, draft, name)
                if task.tries:
                    waiting.append(task)
                else:
                    done[task.passage] = finish(task)
            if done:
                yield done
            if waiting and drafting.is_dry:  # together, and while the last batches keep the workers busy
                yield from self._retry(drafting, waiting, asked)
                waiting = []

    def _ask_first(
        self, drafting: Drafting, passages: Sequence[Passage]
    ) -> tuple[_Asked, Mapping[Passage, Hypothesis]]:
        """Ask for the first drafts; return what was asked, and what is done without."""
        asked: _Asked = {}
        ready = {}
        for some in (passages[:_PRIMING], passages[_PRIMING:]):  # the engine works while the others are prepared
            wanted = []
            for task in map(self._begin, some):
                if not self._wants_translation(task.shielded):
                    ready[task.passage] = carry(task.passage)
                elif phrase := self._find_phrase(task):
                    ready[task.passage] = phrase
                else:
                    wanted.append(task)
            asked |= self._ask(drafting, wanted, repair.FIRST)
        return asked, ready

    def _find_phrase(self, task: Task) -> Hypothesis | None:
        """Return what is known of a text that is no sentence; None where nothing is, or something is wrong with it."""
        draft = self._phrasing.draft(task.shielded, task.text) if self._phrasing else None
        candidate = self._candidate(task, task.shielded, draft, repair.FIRST) if draft else None
        return finish(replace(task, best=candidate)) if candidate and not candidate.causes else None

    def _wants_translation(self, shielded: Shielded) -> bool:
        return shielded.is_worded and not (self._is_target and self._is_target(shielded.text))

    def _begin(self, passage: Passage) -> Task:
        shielded = self._shield.shield(passage)
        bare = shielded.text
        for mask in shielded.masks:
            bare = bare.replace(mask.placeholder, "", 1)
        case = case_of(bare, self._is_name)
        return Task(passage, shielded, self._in_small(shielded, case), case)

    def _take_first(self, task: Task, draft: Draft) -> None:
        task.first = task.best = self._candidate(task, task.shielded, draft, repair.FIRST)
        if task.best is None or (task.best.causes and self._config.enabled):
            for other in draft.others():
                candidate = self._candidate(task, task.shielded, other, repair.SECOND)
                task.best = repair.better(task.best, candidate) if candidate else task.best
                if task.best and not task.best.causes:
                    break
        if task.best is None:
            task.tries = [repair.CUT]
            return
        doubtful = task.first if task.first and "length" in task.first.causes else task.best  # a beam drops alike
        task.tries = repair.plan(doubtful, self._config, plain=task.case is Case.PLAIN)

    def _ask(self, drafting: Drafting, tasks: Sequence[Task], name: str) -> _Asked:
        """Ask for one try of each task."""
        shields = [self._shielded_for(task, name) for task in tasks]
        texts = [self._text_for(task, shielded, name) for task, shielded in zip(tasks, shields, strict=True)]
        numbers = drafting.ask(texts, repair.way_of(name, self._config, self._beam))
        return {number: (task, shielded, name) for number, task, shielded in zip(numbers, tasks, shields, strict=True)}

    def _retry(
        self, drafting: Drafting, waiting: Sequence[Task], asked: _Asked
    ) -> Iterator[Mapping[Passage, Hypothesis]]:
        """Ask for the next try of each task, those of one kind together; yield those that were led to an end."""
        for task in [task for task in waiting if task.tries[0] == repair.LED]:  # stemmers are not for many threads
            self._take_led(task, self._lead(task))
        numbered = [task for task in waiting if task.tries and task.tries[0] == repair.NUMBERED]
        with ThreadPoolExecutor(_LEADERS) as pool:  # each waits for the engine most of its time
            for task, draft in zip(numbered, pool.map(self._lead, numbered), strict=True):
                self._take_led(task, draft)
        done = {task.passage: finish(task) for task in waiting if not task.tries}
        if done:
            yield done
        groups: dict[str, list[Task]] = {}
        for task in waiting:
            if task.tries:
                groups.setdefault(task.tries[0], []).append(task)
        for name, group in groups.items():
            asked |= self._ask(drafting, group, name)

    def _shielded_for(self, task: Task, name: str) -> Shielded:
        return self._shield.shield(task.passage, masking=False) if name == repair.CUT else task.shielded

    def _text_for(self, task: Task, shielded: Shielded, name: str) -> str:
        if name == repair.FIRST:
            return task.text
        return shielded.text if name == repair.AS_WRITTEN else self._in_small(shielded, task.case)

    def _in_small(self, shielded: Shielded, case: Case) -> str:
        """Return what the engine is asked: small letters where the text is in capitals or a title."""
        spared = [mask.placeholder for mask in shielded.masks]
        return shielded.text if case is Case.PLAIN else lower(shielded.text, spared, self._is_name)

    def _take(self, task: Task, shielded: Shielded, draft: Draft, name: str) -> None:
        """Keep the best of what a try made; the tries end with a hypothesis that is not suspected."""
        found = [self._candidate(task, shielded, one, name) for one in (draft, *draft.others())]
        was_lost = task.best is None
        for candidate in found:
            if candidate is not None:
                task.best = repair.better(task.best, candidate)
        task.tries = task.tries[1:]
        if task.best is None:
            return
        if was_lost:
            task.tries = repair.plan(task.best, self._config, plain=task.case is Case.PLAIN)
        elif not task.best.causes:
            task.tries = []

    def _lead(self, task: Task) -> Draft | None:
        """Return what comes of leading the engine to terms or numbers; None where it cannot be led."""
        if task.best is None or task.best.by == repair.CUT:
            return None
        text = self._text_for(task, task.shielded, task.tries[0])
        if task.tries[0] == repair.NUMBERED:
            return lead_numbers(self._engine, text, task.best.draft)
        return lead(self._engine, self._terms, text, task.best.draft, shouting=False) if self._terms else None

    def _take_led(self, task: Task, draft: Draft | None) -> None:
        name, *task.tries = task.tries
        candidate = self._candidate(task, task.shielded, draft, name) if draft else None
        if candidate:
            task.best = repair.better(task.best, candidate)
        if task.best and not task.best.causes:
            task.tries = []

    def _candidate(self, task: Task, shielded: Shielded, draft: Draft, by: str) -> Candidate | None:
        """Put back what was taken out, and look at the result; None where a placeholder was lost or doubled."""
        places = shielded.find_masks(draft.text) if shielded.masks else []
        if places is None:
            return None
        text = put_in(task.case, draft.text, [mask.placeholder for mask in shielded.masks])
        links = draft.link() if shielded.cuts and draft.link else None
        edits, issues = self._changes(task, shielded, text, places)
        restored = restore(shielded, text, links, places, edits)
        issues += [issue for issue in draft.issues if issue.severity is Severity.ERROR]
        if self._terms:
            issues += issues_of(self._terms.find_breaches(task.passage.text, restored.text))
        if self._judge:
            issues += self._judge(task.passage.text, restored.text, draft.score)
            issues += self._look(shielded, draft)
            emptied = emptied_issue(task.passage.text, task.passage.codes, restored.text, restored.codes)
            issues += [emptied] if emptied else []
        return Candidate(draft, restored, tuple(issues), by)

    def _changes(
        self, task: Task, shielded: Shielded, text: str, places: Sequence[int]
    ) -> tuple[list[Edit], list[Issue]]:
        spared = [(s, s + len(mask.placeholder)) for s, mask in zip(places, shielded.masks, strict=True)]
        edits = edits_of(shielded.measures, text, shouting=task.case is Case.SHOUTING)
        if text[:1].islower() and not text[1:2].isupper() and task.passage.text[:1].isupper():
            edits.append((0, 1, text[0].upper()))
        spared += [(start, end) for start, end, _ in edits]
        issues: list[Issue] = []
        if self._wording:
            plain = task.case is Case.PLAIN
            mended, issues = self._wording.read(task.passage.text, text, spared, mends_names=plain)
            edits += mended
        if self._typography:
            edits += self._typography.edits(task.shielded.text, text, spared)
        return sorted(edits), issues

    def _look(self, shielded: Shielded, draft: Draft) -> Iterator[Issue]:
        if draft.score < self._config.min_log_probability:
            yield Issue("score", Severity.ERROR, "The model is not sure of its target.", round(draft.score, 3))
        dropped = repair.find_unsaid(shielded.text, draft.text) or repair.find_dropped(
            shielded.text, draft.text, draft.link, self._config
        )
        if dropped:
            yield dropped

    def _is_own(self, word: str) -> bool:
        return all(map(self._engine.can_read, word)) and self._is_word(word)

    def _can_write(self, character: str) -> bool:
        known = self._writable.get(character)
        if known is None:
            known = self._writable[character] = self._engine.can_write(character)
        return known
