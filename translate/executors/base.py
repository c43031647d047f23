"""What an executor promises: items of work go out to workers, what becomes of each comes back once, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, Literal, Protocol, TypeVar, runtime_checkable

from translate.errors import BitexteError
from translate.records import dataclass

Item = TypeVar("Item")
Result = TypeVar("Result")
Item_contra = TypeVar("Item_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)


class Work(Protocol[Item_contra, Result_co]):
    """What a worker does. It travels to workers, so it holds settings, but no open file and no engine."""

    def begin(self) -> str:
        """Make the worker ready, once.

        :return: what must be alike in all workers, such as how their engine computes; "" where nothing must.
        """
        ...

    def end(self) -> None:
        """Let go of what :meth:`begin` took. A worker that is killed does not come to it."""
        ...

    def do(self, item: Item_contra) -> Result_co:
        """Do one item: the same result for the same item, wherever and however often it is done.

        A `BitexteError` stops the whole run; what concerns the item alone belongs into the result. Any other error ends
        the worker, as a fault of the system would.
        """
        ...


@runtime_checkable
class Renewing(Protocol):
    """A work whose items may be half done where a worker ended."""

    def renew(self, item: Any, deaths: int) -> tuple[Any, bool]:
        """Return an item as it is to be done again, and whether more of it stands than when a worker was given it.

        It is asked in the process that hands out items.

        :param deaths: workers that ended over the item since more of it stood.
        """
        ...


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """What became of one item. `failure` says why there is no result: it ended several workers."""

    item: Item
    result: Result | None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What a worker has to say. `worker` is its number; `value` a result, a print or an error."""

    worker: int
    kind: Literal["ready", "done", "failed", "ended"]
    value: object = None
    """Of `ready`, what :meth:`Work.begin` returned; of `done`, the result; of `failed`, the error that was raised; of
    `ended`, how the worker ended, in words."""


class Crew(Protocol):
    """Workers, by number; how they are had is the business of each executor."""

    def hire(self) -> int:
        """Start a worker, which will say when it is ready; return its number."""
        ...

    def give(self, worker: int, item: object) -> None:
        """Have a worker that is ready, and idle, do an item."""
        ...

    def name(self, worker: int) -> str:
        """Return what a user knows a worker by, such as the node that it runs on."""
        ...

    def listen(self, seconds: float) -> Sequence[Event]:
        """Wait for events, at most so long."""
        ...

    def dismiss(self, worker: int) -> None:
        """End a worker at once; it says nothing any more."""
        ...

    def close(self) -> None:
        """End all workers."""
        ...


def results_of(found: Iterator[Done[Item, Result]]) -> Iterator[Result]:
    """Yield the results where none may be missing.

    :raises BitexteError: where an item ended several workers.
    """
    for done in found:
        if done.result is None:
            raise BitexteError(f"A part of the work {done.failure}. Use fewer workers: --jobs 1.")
        yield done.result


class Executor(Protocol):
    """Does the items of a work, somewhere."""

    @property
    def workers(self) -> int:
        """How many items are done at once, at most."""
        ...

    def map(self, work: Work[Item, Result], items: Iterator[Item]) -> Iterator[Done[Item, Result]]:
        """Yield what becomes of each item, in their order; few are held at a time.

        :raises BitexteError: where a worker raised it, workers differ that must be alike, or none can be started.
        :raises KeyboardInterrupt: where the user stopped the run; what was being done is finished before.
        """
        ...
