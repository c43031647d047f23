"""Fit the scores of a model: how likely a translator keeps a segment, from the mean log probability of its hypothesis.

    python benchmarks/engine/calibrate.py [--segments 800] [--kept 60] [--model fr-en]

Translates gold sets, calls a segment *kept* where its sentence chrF is at least `--kept`, fits a rising curve on every
other segment and writes it beside the model (`calibration.json`). On the segments that were left out it measures the
expected calibration error and draws docs/reliability.svg. Run it again whenever the weights change.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from gold import ROOT, SETS, find_gold, make_translator, read_pairs
from sacrebleu.metrics import CHRF

from translate.config import Config, EngineConfig
from translate.data import Passage
from translate.models import resolve_model
from translate.models.calibration import FILE, Calibration, fit

BINS = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=int, default=800, help="of each gold set")
    parser.add_argument("--kept", type=float, default=60.0, help="sentence chrF from which a segment is kept")
    parser.add_argument("--model", default="fr-en")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    options = parser.parse_args()
    gold = find_gold(options.gold)
    pairs = [pair for name in SETS for pair in read_pairs(gold, name, options.segments)]
    config = Config(engine=replace(EngineConfig(), model=options.model))
    found = {}
    for batch in make_translator(config).iter_translate([Passage(source) for source, _ in pairs]):
        found.update(batch)
    metric = CHRF()
    scored = []
    for source, reference in pairs:
        hypothesis = found[Passage(source)]
        chrf = metric.sentence_score(hypothesis.text, [reference]).score
        scored.append((hypothesis.score, chrf >= options.kept))
    fitted, held = scored[::2], scored[1::2]
    calibration = Calibration(fit([p for p, _ in fitted], [k for _, k in fitted]), options.kept)
    rows = reliability([(calibration.score(p), k) for p, k in held])
    error = sum(count * abs(mean - share) for count, mean, share in rows) / len(held)
    folder = resolve_model(options.model).folder
    print(f"kept (sentence chrF >= {options.kept:g}): {sum(k for _, k in scored)} of {len(scored)}")
    print("| segments | mean score | kept, % |\n|---:|---:|---:|")
    for count, mean, share in rows:
        print(f"| {count} | {mean:.1f} | {share:.1f} |")
    print(f"\nexpected calibration error on {len(held)} held-out segments: {error:.1f} points")
    for limit in (2, 5, 10, 20):
        below = [k for p, k in held if calibration.score(p) < limit]
        print(f"score under {limit}: {len(below)} segments, {sum(below)} of them kept")
    if options.dry_run:
        return
    value = {"kept_chrf": options.kept, "segments": len(fitted), "points": calibration.points}
    (folder / FILE).write_text(json.dumps(value) + "\n", encoding="utf-8")
    (ROOT / "docs" / "reliability.svg").write_text(draw(rows, len(held), error), encoding="utf-8")
    print(f"wrote {folder.name}/{FILE} and docs/reliability.svg")


def reliability(scored: list[tuple[float, bool]]) -> list[tuple[int, float, float]]:
    """Return (segments, mean score, share kept in per cent) of bins of like size."""
    ordered = sorted(scored)
    size = max(1, -(-len(ordered) // BINS))
    rows = []
    for start in range(0, len(ordered), size):
        some = ordered[start : start + size]
        rows.append((len(some), sum(s for s, _ in some) / len(some), 100 * sum(k for _, k in some) / len(some)))
    return rows


def draw(rows: list[tuple[int, float, float]], held: int, error: float) -> str:
    """Draw the share kept against the mean score, with the diagonal that a perfect score would follow."""

    def at(x: float, y: float) -> str:
        return f"{50 + 3.2 * x:.1f},{350 - 3.2 * y:.1f}"

    lines = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" font-family="sans-serif" font-size="11">',
        '<rect width="400" height="400" fill="white"/>',
        f"<title>Reliability of scores on {held} held-out segments</title>",
    ]
    for tick in range(0, 101, 20):
        x, y = at(tick, tick).split(",")
        lines.append(f'<path d="M{x},30V350M50,{y}H370" stroke="#ddd"/>')
        lines.append(f'<text x="{x}" y="365" text-anchor="middle">{tick}</text>')
        lines.append(f'<text x="42" y="{y}" text-anchor="end">{tick}</text>')
    lines.append(f'<path d="M{at(0, 0)}L{at(100, 100)}" stroke="#999" stroke-dasharray="4"/>')
    path = "L".join(at(mean, share) for _, mean, share in rows)
    lines.append(f'<path d="M{path}" fill="none" stroke="#1f5fa8" stroke-width="2"/>')
    for _, mean, share in rows:
        x, y = at(mean, share).split(",")
        lines.append(f'<circle cx="{x}" cy="{y}" r="4" fill="#1f5fa8"/>')
    lines.append('<text x="210" y="388" text-anchor="middle">mean score of a tenth of the segments</text>')
    lines.append('<text transform="translate(14 190) rotate(-90)" text-anchor="middle">kept, per cent</text>')
    lines.append(f'<text x="60" y="22">expected calibration error {error:.1f} points, {held} segments</text></svg>')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
