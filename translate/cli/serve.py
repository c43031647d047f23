"""`bitexte serve`: programs ask for translations over HTTP, in the way that they ask LibreTranslate."""

from __future__ import annotations

import argparse
import sys

from translate.cli.options import add_care_options, add_config_options, add_engine_options, config_of
from translate.cli.streams import named
from translate.errors import UsageError

DESCRIPTION = """\
Answer programs over HTTP: the API of LibreTranslate, and documents as jobs. Existing clients need only the address.

  bitexte serve --port 5000
  bitexte serve --host 0.0.0.0 --api-key SECRET

Only this machine is answered, unless --host names another address. SIGTERM ends the server when what it is at is
done."""
_MIB = 1 << 20


def add_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("server")
    group.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="address (default: 127.0.0.1)")
    group.add_argument("--port", type=int, default=5000, metavar="N", help="port (default: 5000); 0 for any")
    group.add_argument("--api-key", action="append", default=[], metavar="KEY", help="key to ask for; may be repeated")
    group.add_argument("--open", action="store_true", help="serve other machines without a key")
    group.add_argument(
        "--allow-origin", action="append", default=[], metavar="ORIGIN", help="web page that may ask; * for all"
    )
    group.add_argument("--trust-proxy", action="store_true", help="believe X-Forwarded-Proto, -Host and -For")
    group.add_argument("--metrics", action="store_true", help="serve /metrics for Prometheus")
    group.add_argument(
        "--data", type=named, metavar="FOLDER", help="where documents are kept for an hour (default: the cache folder)"
    )
    limits = parser.add_argument_group("limits")
    limits.add_argument("--char-limit", type=int, default=5000, metavar="N", help="size of a text (default: 5000)")
    limits.add_argument("--batch-limit", type=int, default=100, metavar="N", help="texts of a request (default: 100)")
    limits.add_argument(
        "--req-limit", type=int, default=0, metavar="N", help="requests of a client a minute (default: any number)"
    )
    limits.add_argument("--alternatives-limit", type=int, default=5, metavar="N", help="alternatives (default: 5)")
    limits.add_argument("--waiting-limit", type=int, default=512, metavar="N", help="texts that wait (default: 512)")
    limits.add_argument("--file-limit", type=int, default=20, metavar="MIB", help="size of a document (default: 20)")
    limits.add_argument("--timeout", type=int, default=30, metavar="SECONDS", help="time of a request (default: 30)")
    add_engine_options(parser)
    add_care_options(parser)
    add_config_options(parser)


def run(options: argparse.Namespace) -> int:
    try:
        from translate.serve.api.app import serve_api  # few have what it needs
        from translate.serve.api.settings import ServerSettings
    except ImportError as exc:
        raise UsageError(f"the server needs more packages ({exc.name}): pip install 'bitexte[serve]'.") from exc
    from translate.files import cache_folder

    limits = ("char_limit", "batch_limit", "alternatives_limit", "waiting_limit", "file_limit", "timeout", "req_limit")
    for name in limits:
        if getattr(options, name) < (name in ("char_limit", "batch_limit", "waiting_limit", "file_limit", "timeout")):
            raise UsageError(f"--{name.replace('_', '-')} is {getattr(options, name)}; expected more.")
    settings = ServerSettings(
        host=options.host,
        port=options.port,
        api_keys=tuple(options.api_key),
        is_open=options.open,
        char_limit=options.char_limit,
        batch_limit=options.batch_limit,
        req_limit=options.req_limit,
        alternatives_limit=options.alternatives_limit,
        waiting_limit=options.waiting_limit,
        file_limit=options.file_limit * _MIB,
        seconds=options.timeout,
        allow_origins=tuple(options.allow_origin),
        trust_proxy=options.trust_proxy,
        metrics=options.metrics,
        data=options.data or cache_folder() / f"serve-{options.port}",
    )
    serve_api(config_of(options), settings, lambda address: print(f"Serving at {address}", file=sys.stderr, flush=True))
    return 0
