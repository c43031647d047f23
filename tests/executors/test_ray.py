"""Actors of Ray do what processes do. Needs the package ray, which is no part of the development installation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from tests.executors.works import Doubling, tries
from tests.shards.conftest import bytes_in
from translate.config import Config
from translate.errors import BitexteError
from translate.executors.base import Done
from translate.executors.local import Local
from translate.executors.ray import Ray
from translate.shards.run import ShardSettings, translate_shards

ROOT = Path(__file__).parents[2]
pytest.importorskip("ray", reason="the package ray is not installed")
pytestmark = [
    pytest.mark.slow,
    # Ray leaves sockets and files of its own to the collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module", autouse=True)
def findable() -> Iterator[None]:
    """Let actors import the works of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
        yield


@pytest.fixture(scope="module")
def cluster(findable: None) -> Iterator[None]:
    """Start one cluster for several tests: its start takes longer than all that they do."""
    ray = import_module("ray")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100_000_000)
    yield
    ray.shutdown()


def test_shards_have_the_bytes_of_one_process_on_a_cluster_that_the_run_starts(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("Une page est courte.\n" * 35, encoding="utf-8")
    config = replace(Config(), engine=replace(Config().engine, name="rotate"))
    corpus, settings = tmp_path / "corpus", ShardSettings(records=10)
    translate_shards(str(corpus), str(tmp_path / "one"), config, settings, Local())
    translate_shards(str(corpus), str(tmp_path / "ray"), config, settings, Ray(2))
    assert bytes_in(tmp_path / "ray") == bytes_in(tmp_path / "one")


def test_actors_do_each_item_once_in_order_whatever_becomes_of_them(tmp_path: Path, cluster: None) -> None:
    wanted = list(enumerate(["", "end once", "slow", "end always", "", ""]))
    found = list(Ray(2).map(Doubling(tmp_path), iter(wanted)))
    assert [done.result for done in found] == [0, 2, 4, None, 8, 10]
    assert found[3].failure.startswith("ended 3 workers: ")
    assert [tries(tmp_path, number) for number, _ in wanted] == [1, 2, 1, 3, 1, 1]


def test_actors_that_compute_differently_are_refused_with_their_node(tmp_path: Path, cluster: None) -> None:
    with pytest.raises(BitexteError, match=r"worker \d on [\d.]+ computes differently \(kernel (aa|bb)\)"):
        list(Ray(2).map(Doubling(tmp_path, ("aa", "bb")), iter([(0, ""), (1, "")])))
    assert not tries(tmp_path, 0)


def test_an_error_of_an_actor_says_what_it_said(tmp_path: Path, cluster: None) -> None:
    found = Ray(1).map(Doubling(tmp_path), iter([(0, ""), (1, "fail")]))
    assert next(found) == Done((0, ""), 0)
    with pytest.raises(BitexteError, match=r"numbers\.txt:1: the number is wrong"):
        list(found)
