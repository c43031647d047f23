"""What several tests share: the embedded model, loaded once a process, and the wheel, built once."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.converting import converting_here
from tests.unflushed import unflushed
from translate.data import Model
from translate.models import convert_model, resolve_model
from translate.text.compiled import keep_made

ROOT = Path(__file__).parent.parent
# A busy machine makes no property wrong. `--hypothesis-profile=thorough` looks for what few examples find.
settings.register_profile("patient", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("patient")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let the collector of garbage pass over what lasts anyway: modules, and tests by the ten thousand."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: at the end one worker would be left with it, and the others have nothing to do."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True, scope="session")
def _stay_offline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test asks the hub, and none touches the user's caches."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HF_HUB_OFFLINE", "1")
        patch.setenv("BITEXTE_CACHE", str(tmp_path_factory.getbasetemp() / "bitexte-cache"))
        yield
        keep_made()  # now, not when the user's caches are back


@pytest.fixture(autouse=True, scope="session")
def _flush_nothing() -> Iterator[None]:
    """No test waits until what it writes is on the disk; tests of that say so themselves."""
    with unflushed():
        yield


@pytest.fixture(autouse=True, scope="session")
def _convert_here() -> Iterator[None]:
    """Models are converted in this process; tests of the process itself say `converting_in_a_process`."""
    with converting_here():
        yield


@pytest.fixture(scope="session")
def embedded() -> Model:
    """The model that ships, ready for both kinds of engine."""
    return convert_model(resolve_model("fr-en"), "int8")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("bitexte-*.whl")
    return wheel


@pytest.fixture(scope="session")
def site(wheel: Path) -> Path:
    """The folder in which that wheel is installed, alone."""
    place = wheel.with_name("site")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*install, "--target", str(place), str(wheel)], check=True, capture_output=True)
    return place
