"""What translation gains where a fuzzy match leads the model, by band, beside the model alone and the match as it is.

    python benchmarks/leading.py [--corpora django-docs canada-laws …] [--sentences 2000]

Of each corpus 7,500 sentences are the memory. Of the next ones, those are translated whose best match lies from 75 to
99 per cent: by the model alone, with repaired matches as drafts, with these and other matches that lead the model, and
with every match, repaired as far as may be, in place of the model. chrF2 by sacrebleu.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from sacrebleu.metrics import CHRF

from translate import segment
from translate.cli import main as bitexte

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
CORPORA = ("django-docs", "canada-laws", "libreoffice-help")
UNITS = 7_500
BANDS = {"75–84": range(75, 85), "85–94": range(85, 95), "95–99": range(95, 100)}
ALL = "75–99"
WAYS = {
    "model alone": (),
    "repaired": ("--fuzzy", "75", "--no-lead"),
    "led": ("--fuzzy", "75"),
    "match": ("--fuzzy", "75", "--fuzzy-as", "draft"),
}
METRIC = CHRF()
Pair = tuple[str, str]


def read_pairs(name: str) -> list[Pair]:
    """Return pairs of one segment, the first of each source, in an order of chance that is always the same."""
    pairs: dict[str, str] = {}
    with lzma.open(CORPUS / f"{name}.tsv.xz", "rt", encoding="utf-8") as file:
        for line in file:
            source, target = line.rstrip("\n").split("\t")[:2]
            pairs.setdefault(source, target)
    rows = list(pairs.items())
    random.Random(7).shuffle(rows)
    return rows


def in_bands(pairs: Sequence[Pair], memory: Path) -> list[tuple[Pair, str]]:
    """Return the pairs of one segment whose best match has 75 to 99 per cent, each with its band."""
    asked, answered = memory.with_name("asked.jsonl"), memory.with_name("answered.jsonl")
    asked.write_text("".join(json.dumps({"source": source}) + "\n" for source, _ in pairs), encoding="utf-8")
    if bitexte(["memory", "lookup", str(memory), str(asked), "--matches", "1", "--json", str(answered), "--quiet"]):
        raise SystemExit("The memory cannot be asked.")
    found = []
    for pair, line in zip(pairs, answered.read_text(encoding="utf-8").splitlines(), strict=True):
        matches = json.loads(line)["matches"]
        bands = [name for name, band in BANDS.items() if matches and matches[0]["percentage"] in band]
        if bands and len(segment(pair[0])) == 1:
            found.append((pair, bands[0]))
    return found


def translated(document: Path, memory: Path, options: Sequence[str]) -> Mapping[str, str]:
    """Return the target of each segment of a document."""
    with tempfile.TemporaryDirectory() as out:
        command = ["translate", str(document), "--memory", str(memory), "--out", out, "--format", "json", "--quiet"]
        if bitexte([*command, *options]):
            raise SystemExit("The document cannot be translated.")
        files = [json.loads(path.read_text(encoding="utf-8")) for path in Path(out).glob("*.json")]
    units = [unit for file in files for unit in file["units"]]
    return {unit["source"]["text"]: unit["target"]["text"] for unit in units}


def measure(name: str, sentences: int) -> None:
    pairs = read_pairs(name)
    with tempfile.TemporaryDirectory() as folder:
        table, memory, document = (Path(folder) / end for end in ("memory.tsv", "memory.tmdb", "asked.txt"))
        table.write_text("".join(f"{source}\t{target}\n" for source, target in pairs[:UNITS]), encoding="utf-8")
        if bitexte(["memory", "import", str(table), "--into", str(memory), "--quiet"]):
            raise SystemExit("The memory cannot be made.")
        asked = in_bands(pairs[UNITS : UNITS + sentences], memory)
        document.write_text("".join(f"{source}\n\n" for (source, _), _ in asked), encoding="utf-8")
        answers = [translated(document, memory, options) for options in WAYS.values()]
    asked = [(pair, band) for pair, band in asked if all(pair[0] in answer for answer in answers)]
    said = {way: [answer[pair[0]] for pair, _ in asked] for way, answer in zip(WAYS, answers, strict=True)}
    for band in (*BANDS, ALL):
        places = [place for place, (_, own) in enumerate(asked) if band in (own, ALL)]
        if places:
            right = [asked[place][0][1] for place in places]
            scores = [METRIC.corpus_score([said[way][place] for place in places], [right]).score for way in WAYS]
            cells = [f"{score:.1f}" for score in scores]
            print(f"| {name} | {band} | {len(places)} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", nargs="+", default=CORPORA, metavar="NAME")
    parser.add_argument("--sentences", type=int, default=2_000)
    options = parser.parse_args()
    print(f"| corpus | band | segments | {' | '.join(WAYS)} |\n|{'---|' * (len(WAYS) + 3)}")
    for name in options.corpora:
        measure(name, options.sentences)


if __name__ == "__main__":
    main()
