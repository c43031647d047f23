"""How long a short text waits while a document of thousands of segments is translated, against an idle server.

python benchmarks/serve/document.py [--segments 5000] [--texts 30]
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.serve.asking import SECONDS, ask, served
from benchmarks.serve.load import texts_of

GOAL = 3.0
"""Times that a text may take of its time on an idle server."""
_EDGE = "edge"


def seconds_of_each(address: str, texts: Sequence[str]) -> list[float]:
    found = []
    for text in texts:
        started = time.monotonic()
        ask(address, [text], 1)
        found.append(time.monotonic() - started)
    return found


def begin_document(address: str, segments: int) -> str:
    """Upload a document, wait until the first of its segments are done, and return its number."""
    text = "\n\n".join(texts_of(segments, 10_000))
    head = f'--{_EDGE}\r\nContent-Disposition: form-data; name="file"; filename="long.txt"\r\n\r\n'
    body = f"{head}{text}\r\n--{_EDGE}--\r\n".encode()
    number = str(answer(address, "POST", "/v1/documents", body)["id"])
    while not answer(address, "GET", f"/v1/documents/{number}")["segments"]["done"]:
        time.sleep(0.2)
    return number


def answer(address: str, method: str, path: str, body: bytes | None = None) -> Any:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=SECONDS)
    connection.request(method, path, body, {"Content-Type": f"multipart/form-data; boundary={_EDGE}"} if body else {})
    return json.loads(connection.getresponse().read() or b"null")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=int, default=5000)
    parser.add_argument("--texts", type=int, default=30)
    options = parser.parse_args()
    with TemporaryDirectory() as data, served("--data", data, "--timeout", str(SECONDS)) as (_, address):
        ask(address, texts_of(16, 5000), 1)
        idle = seconds_of_each(address, texts_of(options.texts, 0))
        number = begin_document(address, options.segments)
        beside = seconds_of_each(address, texts_of(options.texts, 1000))
        state = answer(address, "GET", f"/v1/documents/{number}")
        answer(address, "DELETE", f"/v1/documents/{number}")
    ratio = statistics.median(beside) / statistics.median(idle)
    print("            median   slowest")
    for name, times in (("idle", idle), ("document", beside)):
        print(f"{name:10}  {statistics.median(times) * 1000:3.0f} ms  {max(times) * 1000:4.0f} ms")
    print(f"ratio {ratio:.2f}; segments {state['segments']}")
    sys.exit(ratio > GOAL)


if __name__ == "__main__":
    main()
