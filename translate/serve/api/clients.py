"""Who asks, and how often: keys are compared, requests of a minute are counted."""

from __future__ import annotations

import hmac
import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable

from starlette.requests import Request

from translate.serve.api.errors import ApiError
from translate.serve.api.settings import ServerSettings

_MINUTE = 60.0
_MOST_CLIENTS = 10_000
"""Clients that are remembered, the latest; so that memory does not grow with them."""


class Clients:
    """Judges requests by their keys and their number."""

    def __init__(self, settings: ServerSettings, now: Callable[[], float] = time.monotonic) -> None:
        self._settings, self._now = settings, now
        self._asked: OrderedDict[str, deque[float]] = OrderedDict()

    def check_key(self, key: str) -> None:
        """Refuse a request without a key, or with a wrong one, where there are keys.

        :raises ApiError: where it is refused.
        """
        keys = self._settings.api_keys
        if not keys:
            return
        if not key:
            raise ApiError(400, "Please send an API key, in the parameter api_key")
        given = key.encode("utf-8", "replace")
        if not sum(hmac.compare_digest(given, one.encode()) for one in keys):  # looks at all of them, always
            raise ApiError(403, "Invalid API key")

    def count(self, request: Request) -> None:
        """Count a request, and refuse it where there were too many in the last minute.

        :raises ApiError: where it is refused.
        """
        limit = self._settings.req_limit
        if not limit:
            return
        now, name = self._now(), self._name_of(request)
        times = self._asked.setdefault(name, deque())
        self._asked.move_to_end(name)
        while len(self._asked) > _MOST_CLIENTS:
            self._asked.popitem(last=False)
        while times and now - times[0] >= _MINUTE:
            times.popleft()
        if len(times) >= limit:
            seconds = math.ceil(_MINUTE - (now - times[0]))
            raise ApiError(429, f"Slowdown: at most {limit} requests a minute", {"Retry-After": str(max(1, seconds))})
        times.append(now)

    def _name_of(self, request: Request) -> str:
        """Return who asks: behind a proxy, whom it names last; what stands before is what clients say themselves."""
        forwarded = ",".join(request.headers.getlist("x-forwarded-for")) if self._settings.trust_proxy else ""
        return forwarded.rpartition(",")[2].strip() or (request.client.host if request.client else "")
