"""How the API is served: limits, keys, and who may ask."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from translate.records import dataclass

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Limits of the API; 0 requests a minute are no limit."""

    host: str = "127.0.0.1"
    port: int = 5000
    api_keys: tuple[str, ...] = ()
    is_open: bool = False
    """Whether another address than this machine's may be served without keys."""
    char_limit: int = 5000
    """Characters of one text."""
    batch_limit: int = 100
    """Texts of one request."""
    req_limit: int = 0
    """Requests a minute of one client."""
    alternatives_limit: int = 5
    waiting_limit: int = 512
    """Texts that wait in all."""
    body_limit: int = _MIB
    """Bytes of a request without a file."""
    file_limit: int = 20 * _MIB
    """Bytes of an uploaded document."""
    seconds: float = 30.0
    """How long a request may take."""
    allow_origins: tuple[str, ...] = ()
    trust_proxy: bool = False
    metrics: bool = False
    suggestions: bool = False
    data: Path = field(default_factory=Path)
    """Where uploaded documents and their translations are kept for an hour."""

    @property
    def is_local(self) -> bool:
        return self.host in ("127.0.0.1", "::1", "localhost")
