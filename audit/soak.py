"""One process works for hours on a mixed load: its memory must stay what it was.

    python audit/soak.py [--minutes 120] [--rows rows.tsv]

The load: texts are translated, by new ones each time; documents of all kinds of the tests are read and translated, with
the engine that turns letters; a document and its translation are aligned; units are checked, written, read and
segmented; and files that cannot be read are refused. Memory is what is resident after a round. The first third warms
up; from there on, the median of the last rounds may be five per cent more than that of the first ones.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from translate import BitexteError, Config, Translator, align, check, read_bitext, segment, translate_documents

ROOT = Path(__file__).parent.parent
DOCUMENTS, SEEDS = ROOT / "tests" / "documents" / "files", ROOT / "seeds"
MOST_GROWTH = 1.05
TEXTS = (
    "Le comité des finances a examiné {} demandes de subvention, dont {} ont été retenues après débat.",
    "La ligne {} sera fermée pendant {} jours ; des autobus de remplacement desserviront toutes les gares.",
    "M. Dupont{} a payé {} € le 3 mai 2021, à Lyon.",
)


def resident_bytes() -> int:
    """Return what memory this process holds; only Linux says."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@dataclass(slots=True)
class Load:
    """What is done in a round; each part draws from `chance`, so that texts are new each time."""

    place: Path
    translator: Translator
    chance: random.Random
    done: int = 0
    refused: int = 0

    def texts(self) -> None:
        texts = [draw.format(self.chance.randint(2, 9999), self.chance.randint(2, 9999)) for draw in TEXTS]
        self.done += len(self.translator.translate(texts))

    def documents(self) -> None:
        config = Config()
        config = replace(
            config,
            engine=replace(config.engine, name="rotate"),
            documents=replace(config.documents, verify_language=False),
        )
        for path in self.chance.sample(sorted(path for path in DOCUMENTS.rglob("*") if path.is_file()), 4):
            try:
                self.done += translate_documents([path], self.place / "out", config=config).translated_segments
            except BitexteError:
                self.refused += 1
        shutil.rmtree(self.place / "out", ignore_errors=True)

    def pairs(self) -> None:
        lines = [draw.format(self.chance.randint(2, 9999), self.chance.randint(2, 9999)) for draw in TEXTS * 10]
        source, target = self.place / "a.txt", self.place / "a.en.txt"
        source.write_text("\n".join(lines), encoding="utf-8")
        target.write_text("\n".join(line.replace("Le", "The").replace("La", "The") for line in lines), encoding="utf-8")
        with suppress(BitexteError):
            self.done += len(align(source, target).units)
        self.done += len(check([(line, line.replace("é", "e")) for line in lines]))
        self.done += sum(len(segment(line)) for line in lines)

    def files(self) -> None:
        path = self.place / "pairs.tsv"
        path.write_text("fr\ten\n" + "".join(f"Un texte {n}.\tA text {n}.\n" for n in range(500)), encoding="utf-8")
        self.done += sum(1 for _ in read_bitext(path).units)
        path.write_bytes(b"\x00\xff" * self.chance.randint(10, 1000))
        try:
            self.done += sum(1 for _ in read_bitext(path).units)
        except BitexteError:
            self.refused += 1


def soak(minutes: float, tell: Callable[[float, int, Load], None], *, random_seed: int = 1) -> list[int]:
    """Work for so long, two rounds at least; return the resident bytes after each round."""
    found: list[int] = []
    with tempfile.TemporaryDirectory() as name, Translator(threads=1) as translator:
        load = Load(Path(name), translator, random.Random(random_seed))
        started = time.monotonic()
        for number in count(1):
            for part in (load.texts, load.documents, load.pairs, load.files):
                part()
            found.append(resident_bytes())
            seconds = time.monotonic() - started
            tell(seconds, found[-1], load)
            if number > 1 and seconds >= 60 * minutes:
                return found
    return found


def growth_of(found: list[int]) -> float:
    """Return what the last rounds hold in parts of what the first did, behind the third that warms up."""
    rest = found[len(found) // 3 :]
    part = max(1, len(rest) // 4)
    return statistics.median(rest[-part:]) / statistics.median(rest[:part])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--rows", type=Path, help="where seconds and bytes of each round are written")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    rows: list[str] = []
    last = -1

    def tell(seconds: float, held: int, load: Load) -> None:
        nonlocal last
        rows.append(f"{seconds:.0f}\t{held}")
        if int(seconds // 60) > last:
            last = int(seconds // 60)
            print(f"{last:4} min {held / 1e6:6.0f} MB {load.done:9,} done {load.refused:5} refused", flush=True)

    found = soak(options.minutes, tell)
    if options.rows:
        options.rows.write_text("\n".join(rows) + "\n", encoding="utf-8")
    growth = growth_of(found)
    print(f"{len(found)} rounds; behind the warm-up memory became {growth:.3f} times what it was.")
    sys.exit(0 if growth <= MOST_GROWTH else 1)


if __name__ == "__main__":
    main()
