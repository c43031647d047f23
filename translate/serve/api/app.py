"""The API from its model to its address: what `bitexte serve` serves until it is told to stop."""

from __future__ import annotations

from collections.abc import Callable

from translate.config import Config
from translate.errors import UsageError
from translate.serve.api.documents import Jobs
from translate.serve.api.endpoints import Api
from translate.serve.api.errors import MALFORMED, refusal
from translate.serve.api.gate import Gate
from translate.serve.api.line import Line
from translate.serve.api.settings import ServerSettings
from translate.serve.listening import listening


def check_settings(settings: ServerSettings) -> None:
    """Refuse what would let strangers in.

    :raises UsageError: where another address than this machine's has neither keys nor leave to be open.
    """
    if not settings.is_local and not settings.api_keys and not settings.is_open:
        raise UsageError(
            f"--host {settings.host} can be reached from other machines: give --api-key, or --open to serve anybody."
        )
    if any(not key for key in settings.api_keys):
        raise UsageError("--api-key is empty.")


def serve_api(config: Config, settings: ServerSettings, say: Callable[[str], None]) -> None:
    """Serve the API until a signal ends it.

    :param say: is told the address.
    :raises UsageError: where the address cannot be had, or should not.
    :raises BitexteError: where the model is not to be had.
    """
    check_settings(settings)
    with listening(settings.host, settings.port) as (serve, port):
        line = Line(config, most=settings.waiting_limit)
        jobs = Jobs(settings.data, config)
        say(f"http://{settings.host}:{port}")
        serve(Gate(Api(settings, line, jobs).app(), settings, port), refusal(400, MALFORMED))
