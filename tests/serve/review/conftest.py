"""A folder that a run made, and the page of its review, asked as a browser asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from translate.config import Config, EngineConfig, OutputConfig
from translate.documents import Source
from translate.run.run import run
from translate.serve.guard import Secrets
from translate.serve.review.app import opened_review
from translate.serve.review.desk import Desk

PORT = 8123
BASE = f"http://127.0.0.1:{PORT}"
ECHO = Config(engine=EngineConfig(name="echo"), output=OutputConfig(("tmx", "json")))
TEXTS = {
    "a.md": "# Le port\n\nLe *bateau* quitte le quai à 8 h. Oui.\n\nIl y a 12 marins. Oui.\n\n12\n",
    "b/c.txt": "Le chat dort.\n\nIl pleut <img src=x onerror=alert(1)> {1} fort.\n",
}


@dataclass
class Reviewer:
    """A browser with the cookie and the token of a page."""

    client: TestClient
    desk: Desk
    secrets: Secrets
    out: Path

    def get(self, path: str, **values: Any) -> Any:
        answer = self.client.get(path, params=values)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: Any, status: int = 200) -> Any:
        answer = self.client.post(path, json=body, headers=self.headers)
        assert answer.status_code == status, answer.text
        return answer.json()

    @property
    def headers(self) -> dict[str, str]:
        return {"X-Token": self.secrets.token, "Origin": BASE, "Sec-Fetch-Site": "same-origin"}

    def row(self, words: str) -> Any:
        """Return the first unit that holds words."""
        return self.get("/api/units", q=words)["rows"][0]

    def decide(self, row: Any, verdict: str, status: int = 200, **more: Any) -> Any:
        wish = {"id": row["id"], "seen": row["seen"], "verdict": verdict, **more}
        return self.post("/api/decisions", {"decisions": [wish]}, status)


def make(folder: Path, texts: dict[str, str] = TEXTS, config: Config = ECHO) -> Path:
    sources = []
    for name, text in texts.items():
        path = folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        sources.append(Source(path, name, "markdown" if name.endswith(".md") else "text"))
    assert not run(sources, folder / "out", config).failed
    return folder / "out"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return make(tmp_path)


@pytest.fixture
def reviewer(out: Path) -> Iterator[Reviewer]:
    with opened_review(out, PORT, author="Zoé") as review:
        client = TestClient(review.app, base_url=BASE, follow_redirects=True, raise_server_exceptions=True)
        assert client.get("/", params={"code": review.secrets.code}).status_code == 200
        yield Reviewer(client, review.desk, review.secrets, out)
