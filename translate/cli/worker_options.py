"""How many workers a command has, and where: the options, and the executor that they name."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from translate.errors import UsageError

if TYPE_CHECKING:
    from translate.config import Config
    from translate.executors.base import Executor


def add_jobs_option(parser: argparse.ArgumentParser | argparse._ArgumentGroup, *, takes_all: bool = False) -> None:
    """Add how many processes work.

    :param takes_all: unless told, as many as there are cores (:func:`count_processes`), where much is to be done.
    """
    usual = "as many as cores; 0: this one alone" if takes_all else "this one alone"
    default = None if takes_all else 0
    parser.add_argument("--jobs", type=int, default=default, metavar="N", help=f"worker processes (default: {usual})")


def count_processes(options: argparse.Namespace, threads: int = 1) -> int:
    """Return how many processes work in a command that takes all cores unless told.

    :param threads: cores that each of them takes; 0 stands for one.
    :raises UsageError: for a number that is none of workers.
    """
    if options.jobs is None:
        from translate.config import count_cores  # which a few look-ups need not wait for

        return max(1, count_cores() // max(1, threads))
    return _jobs(options)


def add_worker_options(parser: argparse.ArgumentParser) -> None:
    """Add how many workers there are, and where."""
    from translate.config import EXECUTORS  # which commands that have no settings need not wait for

    group = parser.add_argument_group("workers")
    add_jobs_option(group)
    group.add_argument("--executor", choices=EXECUTORS, default="local", help="where workers run (default: local)")
    group.add_argument("--ray-address", default="", metavar="ADDRESS", help="Ray cluster (default: start one here)")
    group.add_argument("--gpus-per-worker", type=float, default=0.0, metavar="N", help="GPUs of a Ray worker: 0.25")


def processes_of(options: argparse.Namespace) -> Executor | None:
    """Return what has the processes of a command whose workers need no engine; None where this process is to do all.

    :raises UsageError: for a number that is none of workers.
    """
    if _jobs(options) == 0:
        return None
    from translate.executors.local import Local  # few runs need workers

    return Local(options.jobs, copies=True)


def make_executor(options: argparse.Namespace, config: Config) -> Executor | None:
    """Return what has the workers that `options` name; None where this process is to do all.

    :raises UsageError: for a number that is none of workers.
    """
    jobs = _jobs(options)
    if options.executor != "ray" and (options.ray_address or options.gpus_per_worker):
        raise UsageError(f"--{'ray-address' if options.ray_address else 'gpus-per-worker'} needs --executor ray.")
    if options.executor == "local" and not jobs:
        return None
    gpus = options.gpus_per_worker
    if not (0 <= gpus <= 1 or (gpus > 1 and gpus.is_integer())):  # what Ray can place
        raise UsageError(f"--gpus-per-worker must be a share from 0 to 1 or a whole number, not {gpus:g}.")
    from translate.executors.schedule import Rules  # few runs need workers

    rules, workers = Rules(mixed=options.mixed), max(1, jobs)
    if options.executor == "local":
        from functools import partial

        from translate.executors.local import Local
        from translate.run.warming import warm

        return Local(workers, rules=rules, prepare=partial(warm, config.for_worker))
    from translate.executors.ray import Ray

    return Ray(workers, options.ray_address, config.for_worker.engine.threads, options.gpus_per_worker, rules)


def _jobs(options: argparse.Namespace) -> int:
    if options.jobs < 0:
        raise UsageError(f"--jobs must be 0 or more, not {options.jobs}.")
    return int(options.jobs)
