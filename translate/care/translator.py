"""The careful engine: passages in, hypotheses out, with what is protected in its place and the suspected repaired."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import pairwise

from translate.alignment.dictionary import Dictionary
from translate.care import repair
from translate.care.base import Request
from translate.care.codes.untying import iter_tied
from translate.care.glossary.leading import lead, lead_numbers
from translate.care.layers.accelerators import iter_keyed
from translate.care.layers.branching import iter_branched, iter_unbranched
from translate.care.layers.labelling import iter_labelled
from translate.care.layers.lining import iter_lined
from translate.care.layers.striking import iter_struck
from translate.care.lost.members import list_members
from translate.care.measures import Measure
from translate.care.phrases.phrasing import Phrasing, is_certain
from translate.care.repair import Judge
from translate.care.revising import Reviser
from translate.care.steps import KEYS, LABELS, LINES, MESSAGES, REPAIR, STRUCK, TIED, Knowledge, check_steps, make_steps
from translate.care.tasks import Task, carry, finish, is_copied
from translate.care.words.wording import Wording
from translate.care.writing.typography import Typography
from translate.config import EngineConfig, RepairConfig
from translate.data import Hypothesis, Passage
from translate.engines.base import Draft, Drafting, Engine
from translate.languages import UNDETERMINED, Language
from translate.signature import HYPOTHESES, digest_code
from translate.terms.terminology import Terminology
from translate.text.late import late_plain
from translate.text.proper_names.lone_names import NameSense
from translate.text.usage.spelling import Variety

_LEADERS = 4
_PRIMING = (4, 32)
"""Passages after which the engine gets what is prepared of more: eight that are parted take a fifth more time."""
_COMPANY_NUMBER = late_plain("\\s*\\d{3}(?:[ \u00a0\u202f]\\d{3}){2}\\s*")
"""Nine figures, which may be no quantity."""

_Done = Mapping[Passage, Hypothesis]
_Ask = Callable[[Sequence[Passage]], Iterator[_Done]]
_Layer = Callable[..., Iterator[_Done]]
"""Changes passages, has an `ask` say hypotheses of these, and makes those of the passages as they came."""
_Asked = dict[int, tuple[Task, Request, str]]
"""What is being decoded, by number: a task, what the model was asked for it, and the name of the try."""


class Translator:
    """Wraps an engine; every passage that goes in comes out, with a target or an issue of severity error.

    :param judge: what finds wrong targets; None repairs only what lost its placeholders or its terms.
    :param wording: finds words that the model made up; None where nobody knows what it has read.
    :param phrasing: says what it knows of texts that are no sentences; the engine is not asked of those.
    :param find_measures: gives the times and units of a source that the engine is asked in other words.
    :param is_word: tells the words of the source language from names; these it reads and translates.
    :param is_name: tells names among words in capitals.
    :param is_target: tells whether a text is in the target language already; such a passage is carried over.
    :param name_sense: tells names where there are no other words.
    :param source: the language of the passages.
    :param target: that of the hypotheses.
    :param variety: how the target is spelled; None leaves that to the engine.
    :param dictionary: says what rare words are in the target language.
    :param without: names of steps that are switched off.
    :raises UsageError: where there is no step of such a name.
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
        find_measures: Callable[[str], Iterable[Measure]] | None = None,
        is_word: Callable[[str], bool] = lambda word: False,
        is_name: Callable[[str], bool] = lambda word: False,
        is_target: Callable[[str], bool] | None = None,
        name_sense: NameSense | None = None,
        source: Language = UNDETERMINED,
        target: Language = UNDETERMINED,
        variety: Variety | None = None,
        dictionary: Dictionary | None = None,
        without: Collection[str] = (),
    ) -> None:
        check_steps((*without, *repairs.tries))
        self._engine, self._config, self._beam = engine, repairs, config.beam
        self._without = frozenset(without)
        self._repairs = REPAIR not in self._without
        self._terms = terminology if "terms" not in self._without else None
        self._is_word, self._typography = is_word, typography
        layers: dict[str, _Layer] = {
            MESSAGES: iter_branched if MESSAGES not in self._without else iter_unbranched,
            LINES: iter_lined,
            LABELS: partial(iter_labelled, source=source, target=target, labels=phrasing.labels if phrasing else None),
            KEYS: partial(iter_keyed, is_word=is_word),
            STRUCK: iter_struck,
            TIED: partial(iter_tied, target=target),
        }
        self._layers = [layer for name, layer in layers.items() if name not in self._without.difference((MESSAGES,))]
        self._writable: dict[str, bool] = {}
        known = Knowledge(
            self._can_write, self._is_own, config.placeholder, self._terms, typography, wording, phrasing,
            find_measures, is_name, is_target, source, target, name_sense, variety, dictionary,
        )  # fmt: skip
        judge = judge if self._repairs else None
        steps = make_steps(known, self._without)
        self._reviser = Reviser(
            steps, repairs, judge, terminology, source, target, phrasing.render if phrasing else lambda phrase: None
        )
        parts = [engine.signature, f"code {digest_code(*HYPOTHESES)}", config.placeholder, source.code, target.code]
        parts.append(repr(repairs) if judge else "as it is")
        if self._without:
            parts.append(f"without {' '.join(sorted(self._without))}")
        if terminology:
            parts.append(f"terms {terminology.digest}")
        parts += [typography.signature] if typography else []
        parts += [f"spelled {variety.name}"] if variety else []
        parts += [f"words {wording.digest}"] if wording else []
        parts += [f"phrases {phrasing.digest}"] if phrasing else []
        self.signature = "|".join(parts)

    def iter_translate(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        """Yield hypotheses as they are done; each passage once. A hypothesis depends on its own passage alone.

        :raises EngineError: where the engine fails; what was yielded stands.
        """
        ask: _Ask = self._iter_translate
        for layer in reversed(self._layers):
            ask = partial(layer, ask=ask)
        return ask(passages)

    def _iter_translate(self, passages: Sequence[Passage]) -> Iterator[_Done]:
        drafting = self._engine.begin()
        asked, ready = self._ask_first(drafting, list(dict.fromkeys(passages)))
        if ready:
            yield ready
        waiting: list[Task] = []
        while drafting.is_busy:
            done: dict[Passage, Hypothesis] = {}
            for number, draft in drafting.take().items():
                task, request, name = asked.pop(number)
                if name == repair.FIRST:
                    self._take_first(task, draft)
                else:
                    self._take(task, request, draft, name)
                if task.tries:
                    waiting.append(task)
                else:
                    done[task.request.passage] = finish(task)
            if done:
                yield done
            if waiting and drafting.is_dry:  # together, and while the last batches keep the workers busy
                yield from self._retry(drafting, waiting, asked)
                waiting = []

    def _ask_first(self, drafting: Drafting, passages: Sequence[Passage]) -> tuple[_Asked, _Done]:
        """Ask for the first drafts; return what was asked, and what is done without."""
        asked: _Asked = {}
        ready: dict[Passage, Hypothesis] = {}
        cuts = (0, *(_PRIMING if len(passages) > _PRIMING[-1] else ()), None)
        passages = sorted(passages, key=lambda one: -len(one.text))  # the first have no company in any batch
        for start, end in pairwise(cuts):  # the engine works while the others are prepared
            wanted: list[Request] = []
            others: list[Request] = []
            for request in map(self._reviser.prepare, passages[start:end]):
                (others if request.known or is_copied(request) else wanted).append(request)
            asked |= self._ask(drafting, [Task(request) for request in wanted], repair.FIRST)
            found = [(one, self._copy(one) if is_copied(one) else self._find_phrase(one)) for one in others]
            ready |= {request.passage: hypothesis for request, hypothesis in found if hypothesis}
            left = [Task(replace(request, known=None)) for request, hypothesis in found if hypothesis is None]
            asked |= self._ask(drafting, left, repair.FIRST) if left else {}
        return asked, ready

    def _copy(self, request: Request) -> Hypothesis:
        """Return the passage as its own target, with the figures and addresses in it as the target writes them."""
        is_known = request.carried or _COMPANY_NUMBER.fullmatch(request.passage.text)
        draft = Draft(request.text, 0.0)
        candidate = None if is_known else self._reviser.candidate(request, draft, repair.FIRST)
        if candidate is None or candidate.causes or candidate.restored.text == request.passage.text:
            return carry(request)
        return finish(Task(request, best=candidate))

    def _find_phrase(self, request: Request) -> Hypothesis | None:
        """Return what is known of a text that is no sentence; None where nothing is, or something is wrong with it."""
        candidate = self._reviser.candidate(request, request.known, repair.FIRST) if request.known else None
        if candidate is None or (candidate.causes and not is_certain(candidate.draft, candidate.causes)):
            return None
        return finish(Task(request, best=candidate))

    def _take_first(self, task: Task, draft: Draft) -> None:
        task.first = task.best = self._reviser.candidate(task.request, draft, repair.FIRST)
        looks_on = self._repairs and repair.NEXT_BEST not in self._without
        if task.best is None or (looks_on and repair.looks_at_others(task.best)):
            is_whole = task.best is not None and repair.lacks_rare_words_alone(task.best)
            rare = self._reviser.count_lost(task.request, draft) if is_whole else 0
            for other in draft.others():
                if rare and self._reviser.count_lost(task.request, other) >= rare:
                    continue  # there is nothing else to be better in
                candidate = self._reviser.candidate(task.request, other, repair.NEXT_BEST, task.best)
                task.best = repair.better(task.best, candidate) if candidate else task.best
                if task.best and not task.best.causes and not repair.has_rare_words(task.best):
                    break
        if task.best is None:
            task.tries = [repair.CUT]
            return
        best = task.best
        if self._repairs and repair.RETOUCHED not in self._without:
            task.best = self._reviser.retouched(task.request, best)
        doubtful = task.first if task.first and "length" in task.first.causes else task.best  # a beam drops alike
        task.tries = repair.plan(doubtful, self._config, self._without)
        if repair.STAND_INS not in self._without and repair.wants_stand_ins(task.best):
            task.standing = self._reviser.with_stand_ins(task.request, best.draft)
            task.tries[:0] = [repair.STAND_INS] if task.standing else []

    def _ask(self, drafting: Drafting, tasks: Sequence[Task], name: str) -> _Asked:
        """Ask for one try of each task."""
        texts = (task.best.restored.text if task.best else "" for task in tasks)
        pairs = zip(tasks, texts, strict=True)
        requests = [t.standing or self._reviser.request_for(t.request, name, text) for t, text in pairs]
        numbers = drafting.ask([r.text for r in requests], repair.way_of(name, self._config, self._beam))
        return {number: (task, r, name) for number, task, r in zip(numbers, tasks, requests, strict=True)}

    def _retry(self, drafting: Drafting, waiting: Sequence[Task], asked: _Asked) -> Iterator[_Done]:
        """Ask for the next try of each task, those of one kind together; yield those that were led to an end."""
        for task in [task for task in waiting if task.tries[0] == repair.MASKED]:
            target = task.best.restored.text if task.best else ""
            masked = self._reviser.request_for(task.request, repair.MASKED, target)
            if masked.text == task.request.text:  # no step knows what to mask
                task.tries = task.tries[1:]
        led = [task for task in waiting if task.tries and task.tries[0] in (repair.LED, repair.LISTED)]
        for task in led:  # stemmers are not for many threads
            self._take_led(task, self._lead(task))
        numbered = [task for task in waiting if task.tries and task.tries[0] == repair.NUMBERED]
        with ThreadPoolExecutor(_LEADERS) as pool:  # each waits for the engine most of its time
            for task, draft in zip(numbered, pool.map(self._lead, numbered), strict=True):
                self._take_led(task, draft)
        done = {task.request.passage: finish(task) for task in waiting if not task.tries}
        if done:
            yield done
        groups: dict[str, list[Task]] = {}
        for task in waiting:
            if task.tries:
                groups.setdefault(task.tries[0], []).append(task)
        for name, group in groups.items():
            asked |= self._ask(drafting, group, name)

    def _take(self, task: Task, request: Request, draft: Draft, name: str) -> None:
        """Keep the best of what a try made; the tries end with a hypothesis that is not suspected."""
        drafts = (self._reviser.candidate(request, one, name) for one in (draft, *draft.others()))
        found = [repair.nearest(task.first, filter(None, drafts))] if name == repair.STAND_INS else list(drafts)
        was_lost = task.best is None
        for candidate in found:
            if candidate is not None:
                task.best = repair.better(task.best, candidate)
        task.tries, task.standing = task.tries[1:], None
        if task.best and was_lost:
            task.tries = repair.plan(task.best, self._config, self._without)
        elif task.best and not task.best.causes:
            task.tries = []

    def _lead(self, task: Task) -> Draft | None:
        """Return what comes of leading the engine to terms or numbers; None where it cannot be led."""
        if task.best is None or task.best.by == repair.CUT:
            return None
        text, draft, reviser = task.request.text, task.best.draft, self._reviser
        if task.tries[0] == repair.LISTED:
            return list_members(self._engine, reviser.render, text, draft, own=reviser.source, other=reviser.target)
        if task.tries[0] == repair.NUMBERED:
            rewrite = self._typography.rewrite_number if self._typography else str
            return lead_numbers(self._engine, text, draft, rewrite)
        return lead(self._engine, self._terms, text, draft, reviser.renders_another) if self._terms else None

    def _take_led(self, task: Task, draft: Draft | None) -> None:
        name, *task.tries = task.tries
        candidate = self._reviser.candidate(task.request, draft, name) if draft else None
        if candidate:
            task.best = repair.better(task.best, candidate)
        if task.best and not task.best.causes:
            task.tries = []

    def _is_own(self, word: str) -> bool:
        return all(map(self._engine.can_read, word)) and self._is_word(word)

    def _can_write(self, character: str) -> bool:
        known = self._writable.get(character)
        if known is None:
            known = self._writable[character] = self._engine.can_write(character)
        return known
