"""The executor `ray`: actors on the nodes of a Ray cluster, or of one that is started on this machine.

Only Ray Core is used, and nothing but names and numbers passes through its object store. It needs the package ray.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import field
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from translate.errors import BitexteError, UsageError
from translate.executors.base import Done, Event, Item, Result, Work
from translate.executors.heap import keep
from translate.executors.schedule import Rules, Schedule
from translate.records import dataclass

MEMORY_BYTES = 350_000_000
"""What is declared for a worker with one thread; 270 MB were seen."""
_ENDING_SECONDS = 5.0
_OBJECT_STORE_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Ray:
    """Works in `actors` of the cluster at `address`; "" starts one on this machine, for this run."""

    actors: int
    address: str = ""
    threads: int = 1
    """Processor cores of an actor. Ray limits none, so each worker must be told."""
    gpus: float = 0.0
    """GPUs of an actor; a fraction where several share one."""
    rules: Rules = field(default_factory=Rules)

    @property
    def workers(self) -> int:
        """How many items are done at once."""
        return self.actors

    def map(self, work: Work[Item, Result], items: Iterator[Item]) -> Iterator[Done[Item, Result]]:
        """Yield what becomes of each item, in their order; errors are those of every executor.

        :raises UsageError: where Ray is not installed.
        """
        return Schedule[Item, Result](_Actors(_library(), work, self), self.actors, self.rules, work).run(items)


def _library() -> Any:
    if find_spec("ray") is None:
        raise UsageError("--executor ray needs the package ray: pip install 'bitexte[ray]'.")
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing goes out
    return import_module("ray")


class _Worker:
    """What runs in an actor."""

    def __init__(self, work: Work[Any, Any]) -> None:
        self._work = work

    def begin(self) -> tuple[str, object]:
        keep()
        return self._answer("ready", self._work.begin)

    def do(self, item: object) -> tuple[str, object]:
        return self._answer("done", lambda: self._work.do(item))

    def end(self) -> None:
        self._work.end()

    def node(self) -> str:
        """Return the address of the node that it runs on."""
        address: str = import_module("ray").util.get_node_ip_address()
        return address

    def _answer(self, kind: str, call: Any) -> tuple[str, object]:
        """Return what came of a call; an error of the house as such, so that it is not wrapped into one of Ray's."""
        try:
            return kind, call()
        except BitexteError as exc:
            return "failed", exc


class _Actors:
    """A crew of actors. One that ended is not started again by Ray, but replaced, so that all begin alike."""

    def __init__(self, library: Any, work: Work[Any, Any], config: Ray) -> None:
        self._ray, self._work, self._config = library, work, config
        self._is_ours = not library.is_initialized()
        if self._is_ours:
            own: dict[str, Any] = (
                {"address": config.address}
                if config.address
                else {
                    "num_cpus": config.actors * config.threads,
                    "object_store_memory": _OBJECT_STORE_BYTES,
                    "include_dashboard": False,
                }
            )
            try:
                library.init(log_to_driver=False, configure_logging=False, **own)
            except Exception as exc:  # where a node is too slow to start, Ray raises no narrower one
                library.shutdown()
                place = f"at {config.address} could not be reached" if config.address else "could not be started here"
                first = str(exc).partition("\n")[0].rstrip(". ")
                token = "set RAY_AUTH_MODE=token and RAY_AUTH_TOKEN where the cluster has a token, "
                todo = f"{token if config.address else ''}run it again, or with --executor local."
                raise BitexteError(f"A Ray cluster {place}: {first}. {todo[0].upper()}{todo[1:]}") from exc
            if not config.address:  # a cluster elsewhere may yet grow; this one would wait for ever
                self._refuse_gpus()
        self._actors: dict[int, Any] = {}
        self._names: dict[int, str] = {}
        self._answers: dict[Any, int] = {}
        self._hired = 0

    def _refuse_gpus(self) -> None:
        """:raises UsageError: where this machine has fewer GPUs than workers ask for."""
        wanted = self._config.gpus * self._config.actors
        present = float(self._ray.cluster_resources().get("GPU", 0.0)) if wanted else 0.0
        if wanted > present:
            self._ray.shutdown()
            raise UsageError(
                f"--jobs {self._config.actors} with --gpus-per-worker {self._config.gpus:g} needs {wanted:g} GPUs, and "
                f"this machine has {present:g}. Use fewer workers, leave --gpus-per-worker out, or give --ray-address."
            )

    def hire(self) -> int:
        needs: dict[str, Any] = {"num_cpus": self._config.threads, "max_restarts": 0, "max_task_retries": 0}
        if self._config.address:  # on this machine there is nowhere else to go
            needs["memory"] = MEMORY_BYTES
        if self._config.gpus:
            needs["num_gpus"] = self._config.gpus
        actor = self._ray.remote(**needs)(_Worker).remote(self._work)
        self._hired += 1
        self._actors[self._hired] = actor
        self._answers[actor.begin.remote()] = self._hired
        return self._hired

    def give(self, worker: int, item: object) -> None:
        self._answers[self._actors[worker].do.remote(item)] = worker

    def name(self, worker: int) -> str:
        if worker not in self._names:
            try:
                node = self._ray.get(self._actors[worker].node.remote())
            except self._ray.exceptions.RayError:
                node = "a node that is gone"
            self._names[worker] = f"worker {worker} on {node}"
        return self._names[worker]

    def listen(self, seconds: float) -> Sequence[Event]:
        if not self._answers:
            return []
        done, _ = self._ray.wait(list(self._answers), num_returns=1, timeout=seconds)
        return [self._hear(answer) for answer in done]

    def _hear(self, answer: Any) -> Event:
        worker = self._answers.pop(answer)
        try:
            kind, value = self._ray.get(answer)
        except self._ray.exceptions.RayError as exc:  # it died, its node went, or its memory ran out
            self.dismiss(worker)
            return Event(worker, "ended", type(exc).__name__)
        return Event(worker, kind, value)

    def dismiss(self, worker: int) -> None:
        self._answers = {answer: one for answer, one in self._answers.items() if one != worker}
        actor = self._actors.pop(worker, None)
        if actor is not None:
            self._ray.kill(actor, no_restart=True)

    def close(self) -> None:
        idle = [actor.end.remote() for worker, actor in self._actors.items() if worker not in self._answers.values()]
        if idle:
            self._ray.wait(idle, num_returns=len(idle), timeout=_ENDING_SECONDS)
        for worker in list(self._actors):
            self.dismiss(worker)
        if self._is_ours:
            self._ray.shutdown()
