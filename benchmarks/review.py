"""What a reviewer waits for on the page of a large folder, in a real browser; and pictures of the page.

    python benchmarks/review.py                       # 100,000 units, made up
    python benchmarks/review.py --pictures docs/review --folder out

Needs Chromium and `pip install playwright`.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.serve.browsing import ACCEPT, JUMP, launched
from translate import write_bitext
from translate.data import Bitext, Issue, Origin, Severity, Span, TranslationUnit, Variant

DOCUMENTS = 20
WORDS = "La commission examine le rapport sur la pêche et les transports du mois de mai".split()
TARGET_WORDS = "The committee examines the report on fisheries and transport for the month of May".split()


def make(folder: Path, units: int) -> Path:
    """Write what a run leaves of documents with `units` sentences in all, every fifth with an issue."""
    out = folder / "out"
    out.mkdir()
    each = units // DOCUMENTS
    for document in range(DOCUMENTS):
        name = f"document{document:02}"
        made = tuple(unit(f"{name}.txt", document, number) for number in range(each))
        write_bitext(out / f"{name}.json", Bitext("fr", "en", made, "made up"))
    return out


def unit(name: str, document: int, number: int) -> TranslationUnit:
    count = 4 + (number * 7 + document) % 40
    text, copy = (
        " ".join(words[i % len(words)] for i in range(count)) + f" {document} {number}."
        for words in (WORDS, TARGET_WORDS)
    )
    return TranslationUnit(
        name=f"{name}-{number}",
        source=Variant("fr", text, Span(number, 0, len(text))),
        target=Variant("en", copy, Span(number, 0, len(copy))),
        origin=Origin.MACHINE,
        score=float(40 + number % 60),
        issues=() if number % 5 else (Issue("numbers", Severity.WARNING, f"A number differs: {number}.", 1.0),),
        document=name,
    )


@contextmanager
def reviewed(out: Path) -> Iterator[str]:
    """Serve the review of a folder; give the address that opens it."""
    command = [sys.executable, "-m", "translate", "review", str(out), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


@contextmanager
def browser() -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        sys.exit("no Chromium here: apt-get install chromium")
    with launched(path) as started:
        yield started.chromium


def measure(out: Path) -> None:
    """Print the medians: the page ready (5 times), a jump (20), accept and next (50)."""
    with browser() as chromium, reviewed(out) as address:
        page = chromium.new_context(viewport={"width": 1280, "height": 800}).new_page()
        page.set_default_timeout(120_000)
        page.goto(address)
        page.wait_for_selector("body[data-ready]")
        ready = []
        for _ in range(5):
            page.reload()
            page.wait_for_selector("body[data-ready]")
            ready.append(page.evaluate("Number(document.body.dataset.ready)"))
        jumps = [page.evaluate(JUMP, (number * 37 % 100) / 100) for number in range(1, 21)]
        page.locator(".row").first.click()
        page.wait_for_selector(".row.open .box")
        accepts = [page.evaluate(ACCEPT) for _ in range(50)]
        elements = page.evaluate("document.querySelectorAll('*').length")
    print(f"page ready    {statistics.median(ready) / 1000:.2f} s")
    print(f"jump          {statistics.median(jumps) / 1000:.2f} s (slowest {max(jumps) / 1000:.2f} s)")
    print(f"accept, next  {statistics.median(accepts):.0f} ms (slowest {max(accepts):.0f} ms)")
    print(f"elements      {elements}")


def take_pictures(out: Path, folder: Path) -> None:
    """Write a picture of the page at three widths in both colour schemes."""
    with browser() as chromium, reviewed(out) as address:
        context = chromium.new_context()
        first = context.new_page()
        first.goto(address)
        first.wait_for_selector("body[data-ready]")
        for width in (390, 820, 1440):
            for scheme in ("light", "dark"):
                page = context.new_page()
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme)
                page.goto(address.partition("?")[0])
                page.wait_for_selector("body[data-ready]")
                page.keyboard.press("Alt+j")
                page.wait_for_selector(".of-unit section")
                page.wait_for_timeout(500)
                page.screenshot(path=str(folder / f"{width}-{scheme}.png"))
                page.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--units", type=int, default=100_000, metavar="N", help="units of the folder that is made")
    parser.add_argument("--folder", type=Path, metavar="OUT", help="a folder that is there, instead")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="take pictures instead of measuring")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        out = options.folder or make(Path(place), options.units)
        if options.pictures:
            take_pictures(out, options.pictures)
        else:
            measure(out)


if __name__ == "__main__":
    main()
