"""Workers on a GPU make the shards of one process on it; where there is none, the test says that it was skipped."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import ctranslate2
import pytest

from tests.shards.conftest import bytes_in
from translate.config import Config
from translate.executors.base import Executor
from translate.executors.local import Local
from translate.executors.ray import Ray
from translate.shards.run import ShardSettings, translate_shards

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ctranslate2.get_cuda_device_count(), reason="no GPU is here: workers on one were not tried"),
]


@pytest.mark.parametrize("executor", [Local(2), Ray(2, gpus=0.5)], ids=["local", "ray"])
def test_shards_of_workers_that_share_a_gpu_are_those_of_one_process_on_it(executor: Executor, tmp_path: Path) -> None:
    if isinstance(executor, Ray) and find_spec("ray") is None:
        pytest.skip("the package ray is not installed")
    (tmp_path / "corpus").mkdir()
    lines = (f"La ligne {number} sera fermée pendant {number + 3} jours.\n" for number in range(40))
    (tmp_path / "corpus" / "a.txt").write_text("".join(lines), encoding="utf-8")
    config = replace(Config(), engine=replace(Config().engine, device="cuda"))
    corpus, settings = str(tmp_path / "corpus"), ShardSettings(records=10)
    translate_shards(corpus, str(tmp_path / "one"), config, settings, Local())
    translate_shards(corpus, str(tmp_path / "many"), config, settings, executor)
    assert bytes_in(tmp_path / "many") == bytes_in(tmp_path / "one")
