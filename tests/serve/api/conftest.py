"""An API in this process, with the engine that turns every letter, so that what is translated shows at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from translate.config import Config, EngineConfig
from translate.serve.api.documents import Jobs
from translate.serve.api.endpoints import Api
from translate.serve.api.gate import Gate
from translate.serve.api.line import Line
from translate.serve.api.settings import ServerSettings

PORT = 5123
BASE = f"http://127.0.0.1:{PORT}"
ROTATE = Config(engine=EngineConfig(name="rotate"))
Serve = Callable[..., TestClient]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Make clients of APIs with the settings that are given."""
    with ExitStack() as stack:

        def made(config: Config = ROTATE, **changes: Any) -> TestClient:
            settings = replace(ServerSettings(port=PORT, data=tmp_path / "jobs"), **changes)
            line = Line(config, most=settings.waiting_limit)
            app = Gate(Api(settings, line, Jobs(settings.data, config)).app(), settings, PORT)
            return stack.enter_context(TestClient(app, base_url=BASE, raise_server_exceptions=True))

        yield made


def translate(client: TestClient, q: Any, **more: Any) -> Any:
    answer = client.post("/translate", json={"q": q, "source": "fr", "target": "en"} | more)
    assert answer.status_code == 200, answer.text
    return answer.json()
