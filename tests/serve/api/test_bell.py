"""A future of another thread is waited for in a loop, but no longer than was said."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future

import pytest

from translate.serve.api import bell
from translate.serve.api.bell import Bells


def test_what_another_thread_does_ends_the_wait_at_once() -> None:
    async def wait() -> bool:
        future = Future[int]()
        hung = Bells().hang(future)
        threading.Timer(0.01, future.set_result, (1,)).start()
        return await hung.wait(60)

    assert asyncio.run(wait())


def test_what_is_done_one_after_the_other_is_told_together_and_at_once_when_nothing_follows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bell, "WINDOW_SECONDS", 60.0)

    async def wait() -> tuple[list[int], list[int]]:
        bells, futures, told = Bells(), [Future[int]() for _ in range(3)], list[int]()

        async def one(future: Future[int]) -> None:
            await bells.hang(future).wait(60)
            told.append(future.result())

        waiting = [asyncio.create_task(one(future)) for future in futures]
        await asyncio.sleep(0)
        for number, future in enumerate(futures):
            await asyncio.to_thread(future.set_result, number)
        before = list(told)
        await asyncio.to_thread(bells.hurry)
        await asyncio.wait(waiting)
        return before, told

    assert asyncio.run(wait()) == ([], [0, 1, 2])


def test_bells_of_a_loop_that_has_ended_keep_none_of_the_next_from_being_rung() -> None:
    bells, left = Bells(), Future[int]()

    async def leave() -> None:
        bells.hang(left)

    async def wait() -> bool:
        future = Future[int]()
        waiting = bells.hang(future).wait(60)
        threading.Timer(0.01, future.set_result, (1,)).start()
        return await waiting

    asyncio.run(leave())
    left.set_result(1)
    assert asyncio.run(wait())


def test_a_wait_ends_when_its_time_is_over_and_can_begin_anew() -> None:
    async def wait() -> list[bool]:
        future = Future[int]()
        hung = Bells().hang(future)
        found = [await hung.wait(0.001), await hung.wait(0.001)]
        future.cancel()
        return [*found, await hung.wait(60), await hung.wait(60)]

    assert asyncio.run(wait()) == [False, False, True, True]


def test_what_is_done_already_is_not_waited_for() -> None:
    async def wait() -> bool:
        future = Future[int]()
        future.set_result(1)
        return await Bells().hang(future).wait(60)

    assert asyncio.run(wait())
