"""Measure our segmentation beside the peers', in one run, and print a table in Markdown.

    python benchmarks/segmentation.py [--gold FOLDER] [--clients FOLDER]
        [--engines | --foreign | --errors NAME | --lines FILE ...]

The peers live in a virtual environment of their own, `v-al` in the folder that `--clients` or the environment variable
TMC names (default ~/.cache/tmclients); a peer that is not installed there is left out, and named (yasbd is yasbd-lib
on PyPI). `--engines` compares instead the segments of three other SRX engines that read our exported file: choppa-srx,
libsegment-java and OmegaT. `--foreign` turns that round: our engine reads LanguageTool's and OmegaT's own rules, and
its segments are compared with those of choppa-srx and OmegaT. Boundaries are positions counted in characters that are
not white space; the end of each document does not count. `--lines` compares ours and the best peer on other texts: of
each file, plain or packed with xz, the first column of the first 3,000 lines that end in a stop, joined by spaces.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
OURS = "ours"
MIN_SECONDS = 1.0
MAX_LINES = 3000
LINE_ENDS = (".", "?", "!", "…", "»", '"')
BEST_PEER = "choppa-srx"
Split = Callable[[str], list[str]]


@dataclass(frozen=True)
class Sample:
    """Texts and the segments expected of each."""

    name: str
    language: str
    texts: list[str]
    gold: list[list[str]]
    is_corpus: bool


@dataclass(frozen=True)
class Result:
    segments: list[list[str]]
    seconds: float


# Each imports its library itself, for it runs in the peers' own environment.


def load_ours(language: str) -> Split:
    from translate.segmentation import load_segmenter

    segmenter = load_segmenter(language)
    return lambda text: [segment.text for segment in segmenter.segment(text)]


def load_choppa(language: str) -> Split:
    import choppa

    rules = Path(choppa.__file__).parent / "data" / "srx" / "languagetool_segment.srx"
    document = choppa.SrxDocument(ruleset=str(rules))
    return lambda text: list(choppa.SrxTextIterator(document, f"{language}_two", text))


def load_sentencex(language: str) -> Split:
    import sentencex

    return lambda text: list(sentencex.segment(language, text))


def load_pysbd(language: str) -> Split:
    import pysbd

    split: Split = pysbd.Segmenter(language=language, clean=False).segment
    return split


def load_syntok(_language: str) -> Split:
    from syntok import segmenter

    return lambda text: [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in segmenter.process(text)
        for sentence in paragraph
    ]


def load_sentence_splitter(language: str) -> Split:
    import sentence_splitter

    split: Split = sentence_splitter.SentenceSplitter(language=language).split
    return split


def load_blingfire(_language: str) -> Split:
    import blingfire

    return lambda text: blingfire.text_to_sentences(text).split("\n")


def load_yasbd(language: str) -> Split:
    import yasbd

    split: Split = yasbd.BoundaryDetector(lang=language).segment
    return lambda text: list(split(text))


SPLITTERS: dict[str, Callable[[str], Split]] = {
    OURS: load_ours,
    "choppa-srx": load_choppa,
    "sentencex": load_sentencex,
    "pysbd": load_pysbd,
    "syntok": load_syntok,
    "sentence-splitter": load_sentence_splitter,
    "blingfire": load_blingfire,
    "yasbd": load_yasbd,
}


def serve_peer(name: str) -> None:
    """Segment the texts of standard input: JSON in, JSON out. The time is the best of runs that last a second."""
    task = json.load(sys.stdin)
    split = SPLITTERS[name](task["language"])
    best, total = float("inf"), 0.0
    while total < MIN_SECONDS:
        start = time.process_time()
        segments = [split(text) for text in task["texts"]]
        seconds = time.process_time() - start
        best, total = min(best, seconds), total + max(seconds, 1e-3)
    json.dump({"segments": segments, "seconds": best}, sys.stdout)


def run_segmenter(name: str, sample: Sample, clients: Path) -> Result | None:
    """Run a segmenter in a process of its own; None where it is not installed."""
    python = sys.executable if name == OURS else str(clients / "v-al" / "bin" / "python")
    if not Path(python).exists():
        return None
    task = json.dumps({"language": sample.language, "texts": sample.texts})
    environment = {**os.environ, "PYTHONPATH": str(ROOT)} if name == OURS else dict(os.environ)
    command = [python, __file__, "--peer", name]
    run = subprocess.run(command, input=task, capture_output=True, text=True, env=environment, check=False)
    if run.returncode:
        print(f"{name}: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return Result(**json.loads(run.stdout))


def documents(path: Path) -> Iterator[list[str]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        sentences = [line.strip() for line in block.split("\n") if line.strip()]
        if sentences:
            yield sentences


def load_samples(gold: Path, clients: Path) -> list[Sample]:
    from tests.segmentation.cases import load_cases

    samples = []
    for path in sorted(gold.glob("*.sentences")):
        found = list(documents(path))
        samples.append(Sample(path.stem.removeprefix("UD_French-"), "fr", [" ".join(d) for d in found], found, True))
    rules = gold / "golden_rules_fr.json"
    if rules.exists():
        entries = json.loads(rules.read_text(encoding="utf-8"))
        texts = [entry["text"] for entry in entries]
        samples.append(Sample("golden rules fr", "fr", texts, [entry["sentences"] for entry in entries], False))
    english = load_english_rules(clients)
    if english:
        samples.append(Sample("golden rules en", "en", [t for t, _ in english], [s for _, s in english], False))
    for language in ("fr", "en"):
        cases = load_cases(language)
        expected = [list(case.segments) for case in cases]
        samples.append(Sample(f"traps {language}", language, [case.text for case in cases], expected, False))
    return samples


def load_lines(path: Path) -> Sample:
    """Read a file of one sentence a line, as one document of French."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        columns = (" ".join(line.split("\t")[0].split()) for line in file)
        sentences = list(islice((text for text in columns if text.endswith(LINE_ENDS)), MAX_LINES))
    return Sample(path.name.partition(".")[0], "fr", [" ".join(sentences)], [sentences], True)


def load_english_rules(clients: Path) -> list[tuple[str, list[str]]]:
    """The golden rules of the Pragmatic Segmenter, as pySBD ships them."""
    found = list(clients.glob("v-al/lib/python3*/site-packages/benchmarks/english_golden_rules.py"))
    if not found:
        return []
    namespace: dict[str, list[tuple[str, list[str]]]] = {}
    exec(found[0].read_text(encoding="utf-8"), namespace)
    return namespace["GOLDEN_EN_RULES"]


def squeeze(text: str) -> str:
    return "".join(text.split())


def score(sample: Sample, result: Result) -> str:
    """Precision, recall and F1 of boundaries for a corpus; cases that pass for a list of cases."""
    if not sample.is_corpus:
        passed = sum(
            [squeeze(s) for s in got if squeeze(s)] == [squeeze(s) for s in gold]
            for got, gold in zip(result.segments, sample.gold, strict=True)
        )
        return f"{passed}/{len(sample.gold)}"
    hits = found = expected = 0
    for text, got, gold in zip(sample.texts, result.segments, sample.gold, strict=True):
        if squeeze("".join(got)) != squeeze(text):
            return "changes the text"
        one, other = inner_boundaries(got), inner_boundaries(gold)
        hits, found, expected = hits + len(one & other), found + len(one), expected + len(other)
    precision, recall = hits / max(1, found), hits / max(1, expected)
    f1 = 2 * hits / max(1, found + expected)
    return f"{precision:.4f} {recall:.4f} **{f1:.4f}**"


def inner_boundaries(segments: list[str]) -> set[int]:
    places, position = set(), 0
    for segment in segments:
        position += len(squeeze(segment))
        places.add(position)
    return places - {0, position}


def print_table(samples: list[Sample], clients: Path, names: Iterable[str] = SPLITTERS) -> None:
    absent = []
    print("| | " + " | ".join(sample.name for sample in samples) + " | million characters/s |")
    print("|---|" + "---|" * (len(samples) + 1))
    for name in names:
        cells, characters, seconds = [], 0, 0.0
        for sample in samples:
            result = run_segmenter(name, sample, clients)
            if result is None:
                break
            cells.append(score(sample, result))
            if sample.is_corpus:
                characters, seconds = characters + sum(map(len, sample.texts)), seconds + result.seconds
        if len(cells) < len(samples):
            absent.append(name)
            continue
        speed = f"{characters / seconds / 1e6:.2f}" if seconds else ""
        print(f"| {name} | " + " | ".join(cells) + f" | {speed} |", flush=True)
    print("\nGold sets: precision, recall, **F1** of boundaries. Lists: cases that pass.")
    if absent:
        print(f"Not installed, or failed, and so not measured: {', '.join(absent)}.")


# libsegment-java and OmegaT are run by scripts beside the gold texts, in ../shared/tmclients.
def compare_engines(samples: list[Sample], clients: Path) -> int:
    """Print where another engine that reads our exported file differs; return how many places do."""
    from translate.segmentation import export_srx, load_segmenter

    scripts, differences = SHARED / "tmclients", 0
    with tempfile.TemporaryDirectory() as folder:
        srx, source = Path(folder, "bitexte.srx"), Path(folder, "text.txt")
        srx.write_text(export_srx(), encoding="utf-8")
        python = str(clients / "v-al" / "bin" / "python")
        for sample in samples:
            texts = [" ".join(text.split()) for text in sample.texts]
            source.write_text("\n".join(texts) + "\n", encoding="utf-8")
            segmenter = load_segmenter(sample.language)
            ours = ends([segment.text for text in texts for segment in segmenter.segment(text)])
            engines = {
                "choppa-srx": [python, __file__, "--choppa", str(srx), sample.language],
                "libsegment-java": ["sh", str(scripts / "srx" / "run_segment.sh"), str(srx), sample.language],
                "OmegaT": [
                    *(sys.executable, str(scripts / "omegat" / "omegat_segment.py"), str(source)),
                    *("--srx", str(srx), "--src", sample.language),
                ],
            }
            for name, command in engines.items():
                given = ("\n\n" if name == "libsegment-java" else "\n").join(texts)
                run = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
                if not run.stdout:
                    print(f"{sample.name}: {name} cannot be run: {run.stderr.strip()[-200:]}")
                    continue
                theirs = ends(printed_segments(run.stdout))
                print(f"{sample.name}: {name}: {len(ours)} segments, {len(ours ^ theirs)} boundaries differ")
                print_differences(squeeze("".join(texts)), ours, theirs)
                differences += len(ours ^ theirs)
    return differences


def compare_foreign(samples: list[Sample], clients: Path) -> int:
    """Print where our engine differs from the tools whose own rules it reads; return at how many places it does."""
    from translate.segmentation import load_segmenter

    jar, differences = Path("/usr/share/omegat/OmegaT.jar"), 0
    found = list(clients.glob("v-al/lib/python3*/site-packages/choppa/data/srx/languagetool_segment.srx"))
    with tempfile.TemporaryDirectory() as folder:
        source, omegat = Path(folder, "text.txt"), Path(folder, "defaultRules.srx")
        if jar.exists():
            with zipfile.ZipFile(jar) as archive:
                omegat.write_bytes(archive.read("org/omegat/core/segmentation/defaultRules.srx"))
        for sample in samples:
            texts = [" ".join(text.split()) for text in sample.texts]
            source.write_text("\n".join(texts) + "\n", encoding="utf-8")
            theirs: dict[str, tuple[Path, str, set[int]]] = {}
            result = (
                run_segmenter("choppa-srx", Sample("", sample.language, texts, [], True), clients) if found else None
            )
            if result:
                flat = [segment for segments in result.segments for segment in segments]
                theirs["LanguageTool's rules, choppa-srx"] = (found[0], f"{sample.language}_two", ends(flat))
            if omegat.exists():
                script = str(SHARED / "tmclients" / "omegat" / "omegat_segment.py")
                command = [sys.executable, script, str(source), "--src", sample.language]
                run = subprocess.run(command, capture_output=True, text=True, check=False)
                theirs["OmegaT's rules, OmegaT"] = (omegat, sample.language, ends(printed_segments(run.stdout)))
            for name, (path, language, places) in theirs.items():
                segmenter = load_segmenter(language, path)
                ours = ends([segment.text for text in texts for segment in segmenter.segment(text)])
                print(f"{sample.name}: {name}: {len(ours)} segments, {len(ours ^ places)} boundaries differ")
                print_differences(squeeze("".join(texts)), ours, places)
                differences += len(ours ^ places)
    return differences


def print_differences(flat: str, ours: set[int], theirs: set[int]) -> None:
    for place in sorted(ours ^ theirs)[:10]:
        who = "ours" if place in ours else "theirs"
        print(f"    only {who}: {flat[max(0, place - 30) : place]} | {flat[place : place + 20]}")


def printed_segments(output: str) -> list[str]:
    """Undo the brackets around each segment that libsegment's and OmegaT's scripts print."""
    return output.strip().removeprefix("[").removesuffix("]").replace("]\n[", "\n").split("\n")


def ends(segments: list[str]) -> set[int]:
    places, position = set(), 0
    for segment in segments:
        position += len(squeeze(segment))
        places.add(position)
    return places


def serve_choppa(srx: str, language: str) -> None:
    import choppa

    document = choppa.SrxDocument(ruleset=srx)
    for line in sys.stdin.read().split("\n"):
        for segment in choppa.SrxTextIterator(document, language, line):
            print(segment.strip())


def print_errors(samples: list[Sample], name: str, clients: Path) -> None:
    """Print each case of a list, or boundary of a corpus, that is wrong."""
    for sample in samples:
        result = run_segmenter(name, sample, clients)
        for text, got, gold in zip(sample.texts, result.segments if result else [], sample.gold, strict=False):
            if not sample.is_corpus:
                if list(map(squeeze, got)) != list(map(squeeze, gold)):
                    print(f"{sample.name}: {got}")
                continue
            flat, one, other = squeeze(text), inner_boundaries(got), inner_boundaries(gold)
            for place in sorted(one ^ other):
                kind = "extra" if place in one else "missed"
                print(f"{sample.name}: {kind}: {flat[max(0, place - 40) : place]} | {flat[place : place + 20]}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "seg")
    default = Path(os.environ.get("TMC", Path.home() / ".cache" / "tmclients"))
    parser.add_argument("--clients", type=Path, default=default)
    parser.add_argument("--engines", action="store_true", help="compare other SRX engines that read our rules")
    parser.add_argument("--foreign", action="store_true", help="compare our engine on the rules of other tools")
    parser.add_argument("--errors", metavar="NAME", choices=SPLITTERS, help="print what a segmenter gets wrong")
    parser.add_argument(
        "--lines", nargs="+", type=Path, metavar="FILE", help="files of one sentence a line to compare on"
    )
    parser.add_argument("--peer", choices=SPLITTERS, help=argparse.SUPPRESS)
    parser.add_argument("--choppa", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peer:
        serve_peer(options.peer)
    elif options.choppa:
        serve_choppa(*options.choppa)
    else:
        sys.path.insert(0, str(ROOT))
        return measure(options)
    return 0


def measure(options: argparse.Namespace) -> int:
    if options.lines:
        print_table([load_lines(path) for path in options.lines], options.clients, (OURS, BEST_PEER))
        return 0
    samples = load_samples(options.gold, options.clients)
    if options.engines:
        return 1 if compare_engines(samples, options.clients) else 0
    if options.foreign:
        return 1 if compare_foreign(samples, options.clients) else 0
    if options.errors:
        print_errors(samples, options.errors, options.clients)
    else:
        print_table(samples, options.clients)
    return 0


if __name__ == "__main__":
    sys.exit(main())
