"""Where Ray does not start, there is one line and nothing left; the package itself is not needed for that."""

from __future__ import annotations

import pytest

from tests.executors.works import Unable
from translate.errors import BitexteError
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
