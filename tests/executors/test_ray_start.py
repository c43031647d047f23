"""Where Ray does not start, there is one line and nothing left; the package itself is not needed for that."""

from __future__ import annotations

import pytest

from tests.executors.works import Unable
from translate.errors import BitexteError, UsageError
from translate.executors.ray import Ray, _Actors


class Slow:
    """A library whose cluster is not there in time."""

    shut = 0

    def is_initialized(self) -> bool:
        return False

    def init(self, **given: object) -> None:
        raise Exception("The current node timed out during startup.\nSee the logs.")

    def shutdown(self) -> None:
        self.shut += 1


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            "",
            r"^A Ray cluster could not be started here: .* timed out during startup\. Run it again, or with --executor",
        ),
        (
            "auto",
            r"^A Ray cluster at auto could not be reached: .* startup\. Set RAY_AUTH_MODE=token and RAY_AUTH_TOKEN",
        ),
    ],
)
def test_a_cluster_that_is_not_there_is_an_error_in_one_line(address: str, message: str) -> None:
    library = Slow()
    with pytest.raises(BitexteError, match=message) as raised:
        _Actors(library, Unable(), Ray(1, address))
    assert "\n" not in str(raised.value)
    assert library.shut == 1


class Here(Slow):
    """A library whose cluster has these GPUs."""

    def __init__(self, gpus: float) -> None:
        self._resources = {"CPU": 2.0} | ({"GPU": gpus} if gpus else {})

    def init(self, **given: object) -> None:
        return None

    def cluster_resources(self) -> dict[str, float]:
        return self._resources


@pytest.mark.parametrize(("actors", "share", "gpus"), [(1, 0.25, 0), (3, 0.5, 1), (1, 2.0, 1)])
def test_more_gpus_than_this_machine_has_are_refused_at_once(actors: int, share: float, gpus: float) -> None:
    library = Here(gpus)
    with pytest.raises(UsageError, match=f"needs {actors * share:g} GPUs, and this machine has {gpus:g}"):
        _Actors(library, Unable(), Ray(actors, gpus=share))
    assert library.shut == 1


@pytest.mark.parametrize(("actors", "share", "gpus", "address"), [(4, 0.25, 1, ""), (2, 0, 0, ""), (9, 1.0, 0, "auto")])
def test_workers_that_have_room_or_may_get_it_are_not_refused(
    actors: int, share: float, gpus: float, address: str
) -> None:
    library = Here(gpus)
    crew = _Actors(library, Unable(), Ray(actors, address, gpus=share))
    assert library.shut == 0
    crew.close()
    assert library.shut == 1
