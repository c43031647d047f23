"""Texts of many requests wait in one line; threads take them from it in groups, and one engine works on all of them.

A group is what came within some milliseconds; while it is being decoded, the next ones join it in the engine.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Future
from dataclasses import field, replace

from translate.alignment.coverage import find_coverage
from translate.config import Config
from translate.data import Document
from translate.engines import ENGINES
from translate.engines.ranked import RankedEngine
from translate.engines.shared import SharedEngine
from translate.errors import BitexteError, DocumentError
from translate.executors.heap import HEAP
from translate.records import dataclass
from translate.run.loading import Tools, load_engine, load_tools, load_translator
from translate.run.texts import Texts
from translate.serve.api.bell import Bells
from translate.serve.api.company import Company
from translate.serve.api.errors import ApiError, busy

_LANES = 16
"""Threads at most, opened when all others are at work: each that ever was at work holds memory of its own."""
_MOST_TOGETHER = 1024
"""Texts of a group, and pairs of texts whose issues are remembered: a group's, from the engine to the answer."""
_LOOKING_SECONDS = 0.5
"""How often it is looked whether a client still waits."""


@dataclass(slots=True)
class Wish:
    """A text that is to be translated, and by how many alternatives."""

    text: str
    is_page: bool = False
    alternatives: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The translation of a text."""

    text: str
    alternatives: tuple[str, ...] = ()


@dataclass(slots=True)
class _Request:
    """The texts of one request on their way."""

    wishes: Sequence[Wish]
    future: Future[list[Answer]] = field(default_factory=Future)
    answers: dict[int, str] = field(default_factory=dict)
    since: float = field(default_factory=time.monotonic)
    is_waiting: bool = True


class Line:
    """Translates texts for many requests at once.

    :raises BitexteError: where the model is not to be had.
    """

    def __init__(self, config: Config, *, most: int) -> None:
        self.config, self._most = config, most
        self.tools: Tools = load_tools(config)
        self.tools.checks.kept = _MOST_TOGETHER
        if coverage := find_coverage(*config.languages):
            coverage.keep(_MOST_TOGETHER)
        engine = load_engine(self.tools)
        self._shared = SharedEngine(engine)
        self._is_raw = ENGINES.load(config.engine.name).is_raw
        self._texts = Texts(self.tools, load_translator(self.tools, engine=self._shared))
        self._ranked: dict[int, Texts] = {}
        self._waiting: deque[_Request] = deque()
        self._texts_waiting = self._groups = 0
        self._company = Company()
        self._bells = Bells()
        self._is_gathering = False
        """Whether a lane is making up a group: two at once would take apart what belongs together."""
        self._arrived = threading.Condition()
        self._is_closed = False
        self.translated = 0
        self._lanes: list[threading.Thread] = []

    def _open_lane(self) -> None:
        """Open a lane where texts wait and all lanes are at work."""
        if self._is_gathering or not self._waiting or self._groups < len(self._lanes) or len(self._lanes) == _LANES:
            return
        lane = threading.Thread(target=self._run, name=f"lane {len(self._lanes)}", daemon=True)
        self._lanes.append(lane)
        lane.start()

    @property
    def waiting(self) -> int:
        """Texts that are not with the engine yet."""
        return self._texts_waiting

    async def translate(
        self, wishes: Sequence[Wish], seconds: float, is_gone: Callable[[], Awaitable[bool]]
    ) -> list[Answer]:
        """Return the translation of each text, in order.

        :param is_gone: tells whether nobody waits for it any more.
        :raises ApiError: where too many wait, it takes too long, or the client has gone.
        """
        request = self.ask(wishes)
        until = time.monotonic() + seconds
        try:
            bell = self._bells.hang(request.future)
            while not await bell.wait(_LOOKING_SECONDS):
                if time.monotonic() > until:
                    raise busy(self._texts_waiting / self._company.rate)
                if await is_gone():
                    raise ApiError(499, "The client has gone")
            return request.future.result()
        finally:
            self._leave(request)

    def ask(self, wishes: Sequence[Wish]) -> _Request:
        """Put texts into the line.

        :raises ApiError: where too many wait already.
        """
        request = _Request(wishes)
        with self._arrived:
            if self._is_closed:
                raise ApiError(503, "The server is being stopped", {"Retry-After": "5"})
            if self._texts_waiting and self._texts_waiting + len(wishes) > self._most:
                raise busy(self._texts_waiting / self._company.rate)
            self._texts_waiting += len(wishes)
            self._waiting.append(request)
            self._company.come()
            request.future.add_done_callback(self._take_note)
            self._open_lane()
            if not self._is_gathering and len(self._waiting) == 1:  # else a lane looks by itself already
                self._arrived.notify()
        return request

    def _take_note(self, future: Future[list[Answer]]) -> None:
        with self._arrived:
            self._company.go()

    def _leave(self, request: _Request) -> None:
        """Take a request out of the line, be it answered or not wanted any more."""
        with self._arrived:
            if request.is_waiting:
                self._texts_waiting -= len(request.wishes)
                request.is_waiting = False
            if not request.future.done():
                request.future.cancel()
            if request in self._waiting:
                self._waiting.remove(request)

    def close(self) -> None:
        """Take no more texts, and end when those that are there are answered."""
        with self._arrived:
            self._is_closed = True
            self._arrived.notify_all()
        for lane in self._lanes:
            lane.join(timeout=1)

    def _run(self) -> None:
        while self._take_group():
            pass

    def _take_group(self) -> bool:
        """Answer the next group, of which nothing is held afterwards; tell whether more may come."""
        group = self._next_group()
        if group is None:
            return False
        is_done = False
        try:
            if group:
                self._answer(group)
            is_done = True
        finally:
            with self._arrived:
                self._groups -= 1
                if not is_done:  # a bug, whose traceback is printed; the others shall not suffer
                    self._lanes.remove(threading.current_thread())
                    self._open_lane()
                    self._arrived.notify()
            for request in group:
                _fail(request, ApiError(500, "The text could not be translated; the server's log says why"))
        return True

    def _next_group(self) -> list[_Request] | None:
        with self._arrived:
            while self._is_gathering or not self._waiting or (patience := self._patience_left()) > 0:
                if self._is_closed and not self._waiting:
                    return None
                self._arrived.wait(None if self._is_gathering or not self._waiting else patience)
            self._groups += 1
            self._is_gathering = True
        if not self._company.is_alone:
            self._company.let_join(lambda: len(self._waiting))
        group: list[_Request] = []
        with self._arrived:
            count = 0
            while self._waiting and (not group or count + len(self._waiting[0].wishes) <= _MOST_TOGETHER):
                request = self._waiting.popleft()
                if request.is_waiting:
                    self._texts_waiting -= len(request.wishes)
                    request.is_waiting = False
                if not request.future.cancelled():
                    count += len(request.wishes)
                    group.append(request)
            self._company.begin(len(group))
            self._is_gathering = False
            self._open_lane()
            if self._is_closed:
                self._arrived.notify_all()
            elif self._waiting:
                self._arrived.notify()
        return group

    def _patience_left(self) -> float:
        """Return how long the first request still waits for the groups that are with the engine."""
        if not self._groups or not self._waiting:
            return 0.0
        return self._waiting[0].since + self._company.patience - time.monotonic()

    def _answer(self, group: Sequence[_Request]) -> None:
        started = time.monotonic()
        documents: list[Document] = []
        owners: list[tuple[_Request, int]] = []
        with self._shared.turn:
            for request in (one for one in group if not one.future.done()):
                try:
                    documents += [self._read(wish) for wish in request.wishes]
                    owners += [(request, place) for place in range(len(request.wishes))]
                except BitexteError as exc:
                    documents = documents[: len(owners)]
                    _fail(request, exc)
            try:
                translated = self._texts.iter_done(documents, is_wanted=lambda n: not owners[n][0].future.done())
                for number, done in translated:
                    request, place = owners[number]
                    request.answers[place] = done.target
                    if len(request.answers) == len(request.wishes):
                        self._finish(request)
            except BitexteError as exc:
                for request in group:
                    _fail(request, exc)
        self._bells.hurry()
        self._company.measure(len(documents), time.monotonic() - started)
        HEAP.use(len(documents))

    def _read(self, wish: Wish) -> Document:
        return self._texts.read_page(wish.text, "q") if wish.is_page else self._texts.read(wish.text, "q")

    def _finish(self, request: _Request) -> None:
        answers = []
        for place, wish in enumerate(request.wishes):
            text = request.answers[place]
            others = self._alternatives(wish, text) if wish.alternatives and not self._is_raw else ()
            answers.append(Answer(text, others))
        self.translated += len(answers)
        if not request.future.cancelled():
            request.future.set_result(answers)

    def _alternatives(self, wish: Wish, best: str) -> tuple[str, ...]:
        """Return other translations of a text, the most probable first."""
        found: dict[str, None] = {}
        for rank in range(1, wish.alternatives + 2):
            for _, done in self._at(rank).iter_done([self._read(wish)]):
                if done.target != best:
                    found.setdefault(done.target)
            if len(found) == wish.alternatives:
                break
        return tuple(found)

    def _at(self, rank: int) -> Texts:
        if rank not in self._ranked:
            config = replace(self.tools.config, repair=replace(self.tools.config.repair, tries=()))
            tools = replace(self.tools, config=config)
            self._ranked[rank] = Texts(tools, load_translator(tools, engine=RankedEngine(self._shared, rank)))
        return self._ranked[rank]


def _fail(request: _Request, exc: BitexteError) -> None:
    if not request.future.done():
        is_of_text = isinstance(exc, DocumentError)
        request.future.set_exception(
            exc if isinstance(exc, ApiError) else ApiError(400 if is_of_text else 500, str(exc))
        )
