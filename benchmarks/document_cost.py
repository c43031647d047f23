"""What it costs to read and write large documents of our making: seconds and memory, against translating them.

python benchmarks/documents.py --cost        # or, for one file: python -m benchmarks.document_cost FILE OUT
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.documents.packages import write_word
from tests.documents.workbooks import cells as sheet_cells
from tests.documents.workbooks import write_sheets
from translate.config import DocumentConfig
from translate.documents import READERS
from translate.documents.discovery import kind_of

ROOT = Path(__file__).resolve().parent.parent
PARAGRAPHS_A_PAGE = 5
SENTENCES_A_PARAGRAPH = 5
SENTENCE = re.compile(r"[A-ZÀÉ][^.!?]{50,160}\.(?=\s)")
FEW_PAGES = 4
"""Pages that are translated by the model, to know its speed."""


def print_cost(pages: int, cells: int) -> None:
    """Make the documents, read and write each in a process of its own, and print a table."""
    print("| document | read, s | written, s | memory, MB | translating, s | reading and writing of it |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few.docx"
        write_pages(few, FEW_PAGES)
        seconds = translated(few)
        large = Path(folder) / "large.docx"
        write_pages(large, pages)
        book = Path(folder) / "large.xlsx"
        write_cells(book, cells)
        for path, told in ((few, f"{FEW_PAGES} pages of docx"), (large, f"{pages:,} pages of docx")):
            cost = measured(path)
            whole = seconds * (pages / FEW_PAGES if path == large else 1)
            share = (cost["read"] + cost["write"]) / whole
            print(f"| {told} | {told_cost(cost)} | {whole:,.0f} | {share:.1%} |", flush=True)
        cost = measured(book)
        print(f"| {cells:,} cells of xlsx | {told_cost(cost)} | | |")


def told_cost(cost: dict[str, float]) -> str:
    return f"{cost['read']:.1f} | {cost['write']:.1f} | {cost['memory']:.0f}"


def translated(path: Path) -> float:
    """Return the seconds that the model takes for a document, without those of starting."""
    seconds = []
    for document in (ROOT / "tests" / "documents" / "files" / "selle.docx", path):
        started = time.perf_counter()
        command = [sys.executable, "-m", "translate", "translate", document, "--out", path.parent / document.stem]
        subprocess.run([*map(str, command), "--quiet", "--any-language"], cwd=ROOT, check=False)
        seconds.append(time.perf_counter() - started)
    return seconds[1] - seconds[0]


def measured(path: Path) -> dict[str, float]:
    """Return seconds of the processor, and the most memory of a process that does nothing else."""
    command = [sys.executable, "-m", "benchmarks.document_cost", path, path.with_name(f"made{path.suffix}")]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=True)
    held: dict[str, float] = json.loads(done.stdout)
    return held


def read_and_write(path: Path, made: Path) -> dict[str, float]:
    """Read a document to its end, and write it with every text in capitals, as a translation would be."""
    import resource

    started = time.process_time()
    reader = READERS.load(kind_of(path))
    document = reader.read(path, name=path.name, language="fr", config=DocumentConfig())
    count = sum(1 for _ in document.blocks)
    read = time.process_time() - started
    with reader.rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            rebuilder.write(block, block.text.upper(), block.codes)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"blocks": count, "read": read, "write": time.process_time() - started - read, "memory": memory}


def sentences() -> list[str]:
    found: list[str] = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        found += SENTENCE.findall(path.read_text(encoding="utf-8"))
    return sorted(set(found))


def runs(sentence: str, chance: random.Random) -> Iterator[str]:
    """Yield a sentence as Word cuts it: marks of revision and language at each run, and one word bold."""
    words = [word.replace("&", "&amp;").replace("<", "&lt;") for word in sentence.split()]
    bold = chance.randrange(1, len(words) - 1)
    for text, look in ((words[:bold], ""), (words[bold : bold + 1], "<w:b/>"), (words[bold + 1 :], "")):
        mark = f'w:rsidR="00{chance.randrange(16**6):06X}"'
        shown = " ".join(text) + " "
        yield f'<w:r {mark}><w:rPr>{look}<w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def write_pages(path: Path, pages: int) -> None:
    """Write a Word document of about so many pages."""
    chance, stock = random.Random(1), sentences()
    paragraphs = []
    for _ in range(pages * PARAGRAPHS_A_PAGE):
        chosen = chance.sample(stock, SENTENCES_A_PARAGRAPH)
        paragraphs.append("".join(run for sentence in chosen for run in runs(sentence, chance)))
    write_word(path, "".join(f'<w:p w:rsidR="00AB12CD">{paragraph}</w:p>' for paragraph in paragraphs))


def write_cells(path: Path, cells: int) -> None:
    """Write a workbook of so many cells: six of ten are texts, each another, and four are formulas."""
    stock = sentences()
    texts = cells * 6 // 10
    strings = [f"{stock[n % len(stock)].replace('&', '&amp;').replace('<', '&lt;')} N° {n}" for n in range(texts)]
    rows = [(*range(n, n + 6), "=A1", "=B1", "=C1", "=D1") for n in range(0, texts - 5, 6)]
    write_sheets(path, sheet_cells(*rows), strings=strings)


if __name__ == "__main__":
    json.dump(read_and_write(Path(sys.argv[1]), Path(sys.argv[2])), sys.stdout)
    sys.stdout.write(os.linesep)
