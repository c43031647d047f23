"""Two ways to keep addresses, paths and format strings: placeholders that the model copies, places by attention.

    python benchmarks/engine/protection.py [--pairs 400] [--corpus FOLDER]

Pairs of documentation whose two sides hold the same protected strings. *Whole* counts the pairs where each comes out
exactly once at the first try; a placeholder that is lost has everything cut out and placed, as the engine does. *Near*
counts the strings that stand within two words of their place in the reference.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
from pathlib import Path

from gold import ROOT
from sacrebleu.metrics import BLEU

from translate.care.base import Request, Revision
from translate.care.codes.placing import Placing
from translate.care.composing import restore
from translate.care.kept.protection import Protection
from translate.config import EngineConfig
from translate.data import Passage
from translate.engines import ENGINES
from translate.engines.base import Draft, Engine, iter_draft
from translate.languages import find_language
from translate.models import convert_model, resolve_model
from translate.text.protected.spans import Treatment, find_spans

SOURCES = ("mdn-docs", "django-docs", "python-docs", "php-docs", "debian-website", "react-docs")
NEAR_WORDS = 2


def strings_of(text: str) -> list[str]:
    spans = find_spans(text, lambda character: True, rules=find_language("fr").spans)
    return sorted(text[span.start : span.end] for span in spans if span.treatment is Treatment.MASK)


def read_pairs(corpus: Path, count: int) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name in SOURCES:
        with lzma.open(corpus / f"{name}.tsv.xz", "rt", encoding="utf-8") as file:
            for line in file:
                source, target = line.rstrip("\n").split("\t")
                if 5 < len(source.split()) < 40 and strings_of(source) and strings_of(source) == strings_of(target):
                    found.append((source, target))
    return random.Random(1).sample(found, min(count, len(found)))


def drafts_of(engine: Engine, texts: list[str]) -> list[Draft]:
    found: dict[int, Draft] = {}
    for batch in iter_draft(engine, texts):
        found |= batch
    return [found[number] for number in range(len(texts))]


def with_placing(engine: Engine, sources: list[str], placeholder: str, *, masking: bool = True) -> list[str | None]:
    """Return the targets; None where a placeholder did not come out exactly once."""
    protection, placing = Protection(engine.can_write, rules=find_language("fr").spans), Placing(placeholder)
    requests = [placing.before(protection.before(Request(Passage(source))), masking=masking) for source in sources]
    made: list[str | None] = []
    for request, draft in zip(requests, drafts_of(engine, [request.text for request in requests]), strict=True):
        places = request.shielded.find_masks(draft.text)
        if places is None:
            made.append(None)
            continue
        revision = Revision(request, draft, places, draft.text)
        revision.changes += placing.after(revision)
        made.append(restore(revision).text)
    return made


def word_at(text: str, string: str) -> int:
    return len(text[: text.index(string)].split())


def report(name: str, pairs: list[tuple[str, str]], first: list[str | None], targets: list[str]) -> None:
    references = [reference for _, reference in pairs]
    whole = near = strings = 0
    for (source, reference), tried, target in zip(pairs, first, targets, strict=True):
        whole += tried is not None and strings_of(tried) == strings_of(source)
        for string in dict.fromkeys(strings_of(source)):
            strings += 1
            is_there = string in target
            near += is_there and abs(word_at(target, string) - word_at(reference, string)) <= NEAR_WORDS
    bleu = BLEU().corpus_score(targets, [references]).score
    print(f"| {name} | {100 * whole / len(pairs):.1f} | {bleu:.1f} | {100 * near / strings:.0f} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=400)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus")
    options = parser.parse_args()
    if not options.corpus.is_dir():
        sys.exit(f"{options.corpus} is absent: this benchmark needs the corpora beside the repository (--corpus).")
    pairs = read_pairs(options.corpus, options.pairs)
    sources = [source for source, _ in pairs]
    engine = ENGINES.load("ctranslate2").load(EngineConfig(), convert_model(resolve_model("fr-en"), "int8"))
    print("| method | whole at first try, % | BLEU | near the reference's place, % |\n|---|---:|---:|---:|")
    alone = [draft.text for draft in drafts_of(engine, sources)]
    report("the model alone", pairs, list(alone), alone)
    cut = with_placing(engine, sources, "X_#", masking=False)
    placed = [target or "" for target in cut]
    report("all cut out, placed by attention", pairs, cut, placed)
    for placeholder in ("X_#", "{#}", "<#>"):
        made = with_placing(engine, sources, placeholder)
        targets = [one if one is not None else other for one, other in zip(made, placed, strict=True)]
        report(f"placeholder `{placeholder.replace('#', '1')}`, else cut out", pairs, made, targets)


if __name__ == "__main__":
    main()
