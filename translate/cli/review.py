"""`bitexte review`: a page in the browser where a translator goes through what a run made."""

from __future__ import annotations

import argparse
import sys
import webbrowser
from pathlib import Path

from translate.errors import UsageError

DESCRIPTION = """\
Review translations in the browser: correct, accept or reject them. What is decided stays when documents are translated
again, and comes before memory and engine; the page writes documents and corpora again.

  bitexte review aligned/
  bitexte review aligned/ --no-browser --port 8900

Only this machine can open the page. Ctrl+C ends it; whatever the page called saved is kept."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="folder that --out named")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="port (default: any that is free)")
    parser.add_argument("--author", metavar="NAME", help="name that goes with decisions (default: the user's)")
    parser.add_argument("--plain", action="store_true", help="a plain page, for screen readers and small screens")
    parser.add_argument("--no-browser", action="store_true", help="print the address instead of opening it")


def run(options: argparse.Namespace) -> int:
    try:
        from translate.serve.review.app import serve_review  # few have what it needs
    except ImportError as exc:
        raise UsageError(f"the review page needs more packages ({exc.name}): pip install 'bitexte[review]'.") from exc

    def say(address: str) -> None:
        print(address, flush=True)
        print("Open this address in your browser; it counts once. Ctrl+C ends the review.", file=sys.stderr)
        if not options.no_browser:
            webbrowser.open(address)

    serve_review(options.out, options.port, say, author=options.author, plain=options.plain)
    return 0
