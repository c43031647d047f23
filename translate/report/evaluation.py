"""An evaluation as one HTML page that needs nothing else: scores, plots, and the worst segments side by side."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from html import escape
from statistics import fmean

from translate.evaluation.charts import Series, histogram, line_chart
from translate.evaluation.evaluate import Evaluation, SegmentResult, SystemResult
from translate.evaluation.scores import COSTS, Score
from translate.report.page import begin_page, end_page

LENGTH_STEP_WORDS = 5
LONGEST_BUCKET_WORDS = 60

_STYLE = """
:root { --good: #1a7f4b; }
@media (prefers-color-scheme: dark) { :root { --good: #6cc98f; } }
th, td { text-align: left; vertical-align: top; }
td.n, th.n { text-align: right; white-space: nowrap; }
code { font-size: .85em; overflow-wrap: anywhere; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(26rem, 1fr)); gap: 1rem; }
svg { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
mark { color: inherit; background: var(--mark); border-radius: 3px; }
.who { color: var(--soft); font-size: .82em; } .good { color: var(--good); } .bad { color: var(--error); }
td.t { overflow-wrap: anywhere; }
input { font: inherit; padding: .3rem .5rem; width: 20rem; max-width: 100%; }
""".strip()
_SCRIPT = """
const box=document.getElementById('find'),rows=[...document.querySelectorAll('#segments tbody tr')];
box.addEventListener('input',()=>{const q=box.value.toLowerCase();
rows.forEach(r=>{r.hidden=q&&!r.textContent.toLowerCase().includes(q)})});
""".strip()


def format_page(evaluation: Evaluation, *, shown: int = 500) -> str:
    """Return the page. The table holds the `shown` worst segments, by the last system, and says of how many."""
    systems = evaluation.systems
    title = f"Evaluation on {evaluation.test}"
    worst = evaluation.worst()[:shown]
    head = (
        "Each system is tested against the first by paired bootstrap" if len(systems) > 1 else "Intervals are of 95 %"
    )
    sampled = f" {head}, {evaluation.samples} resamplings." if evaluation.samples else ""
    parts = [
        begin_page(title, _STYLE) + f"<p>{len(evaluation.segments)} segments.{sampled}</p>",
        _score_table(systems),
        "<h2>Signatures</h2>" + _signatures(systems[0].scores),
        '<h2>Segments</h2><div class="plots">' + "".join(_plots(evaluation)) + "</div>",
        f"<h2>The worst {len(worst)} of {len(evaluation.segments)} segments</h2>"
        "<p>By segment-level chrF++ of the last system. Words that are not in the reference are marked.</p>"
        '<p><input id="find" placeholder="show segments with …" aria-label="show segments with"></p>',
        _segment_table(worst, systems),
    ]
    return "\n".join([*parts, end_page(_SCRIPT), ""])


def _score_table(systems: Sequence[SystemResult]) -> str:
    metrics = [score.metric for score in systems[0].scores]
    head = "".join(f"<th class=n>{escape(m)}{' (lower is better)' if m in COSTS else ''}</th>" for m in metrics)
    rows = []
    for system in systems:
        cells = "".join(
            f"<td class=n>{_value(score)}{_difference(score, base)}</td>"
            for score, base in zip(system.scores, systems[0].scores, strict=True)
        )
        run = system.run
        memory = f", {run.peak_memory_mb:,.0f} MB" if run and run.peak_memory_mb is not None else ""
        speed = f"{run.words_per_second:,.0f} words/s{memory}; {run.engine}" if run else ""
        empty = f"{system.empty_hypotheses} empty hypotheses" if system.empty_hypotheses else ""
        note = "; ".join(part for part in (speed, empty) if part)
        rows.append(f"<tr><td>{escape(system.name)}</td>{cells}<td class=who>{escape(note)}</td></tr>")
    return f"<table><thead><tr><th>system</th>{head}<th>run</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _value(score: Score) -> str:
    return f"{score.value:.2f}" + (f" ± {score.margin:.2f}" if score.margin is not None else "")


def _difference(score: Score, base: Score) -> str:
    if score.p_value is None:
        return ""
    change = score.value - base.value
    is_better = (change < 0) == (score.metric in COSTS) and change != 0
    kind = "" if score.p_value >= 0.05 else "good" if is_better else "bad"
    return f'<br><span class="who {kind}">{change:+.2f}, p = {score.p_value:.3f}</span>'


def _signatures(scores: Sequence[Score]) -> str:
    rows = "".join(f"<tr><td>{escape(s.metric)}</td><td><code>{escape(s.signature)}</code></td></tr>" for s in scores)
    return f"<table><tbody>{rows}</tbody></table>"


def _plots(evaluation: Evaluation) -> list[str]:
    names = [system.name for system in evaluation.systems]
    columns = [[segment.scores[n] for segment in evaluation.segments] for n in range(len(names))]
    lengths = [len((segment.source or segment.reference).split()) for segment in evaluation.segments]
    side = "source" if evaluation.segments[0].source is not None else "reference"
    series = [Series(name, _by_length(lengths, column)) for name, column in zip(names, columns, strict=True)]
    return [
        histogram("Segments by chrF++", "chrF++ of the segment", names, columns),
        line_chart("Mean chrF++ by length", f"{side} words", "chrF++", series),
    ]


def _by_length(lengths: Sequence[int], scores: Sequence[float]) -> tuple[tuple[float, float], ...]:
    buckets: dict[int, list[float]] = {}
    for length, score in zip(lengths, scores, strict=True):
        bucket = min(length, LONGEST_BUCKET_WORDS) // LENGTH_STEP_WORDS * LENGTH_STEP_WORDS
        buckets.setdefault(bucket, []).append(score)
    return tuple((bucket + LENGTH_STEP_WORDS / 2, fmean(values)) for bucket, values in sorted(buckets.items()))


def _segment_table(segments: Sequence[SegmentResult], systems: Sequence[SystemResult]) -> str:
    head = "".join(f"<th class=n>{escape(system.name)}</th>" for system in systems)
    rows = []
    for segment in segments:
        scores = "".join(f"<td class=n>{score:.1f}</td>" for score in segment.scores)
        lines = [("source", escape(segment.source))] if segment.source is not None else []
        lines.append(("reference", escape(segment.reference)))
        lines += [
            (system.name, _mark(hypothesis, segment.reference) or "<i>empty</i>")
            for system, hypothesis in zip(systems, segment.hypotheses, strict=True)
        ]
        text = "".join(f'<div><span class="who">{escape(who)}</span> {what}</div>' for who, what in lines)
        rows.append(f'<tr><td class=n>{segment.number}</td>{scores}<td class="t">{text}</td></tr>')
    return (
        f'<table id="segments"><thead><tr><th class=n>segment</th>{head}<th>texts</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _mark(hypothesis: str, reference: str) -> str:
    """Return the hypothesis with the words marked that do not stand in the reference in this order."""
    words = hypothesis.split()
    matcher = SequenceMatcher(None, words, reference.split(), autojunk=False)
    made = []
    for kind, start, end, _, _ in matcher.get_opcodes():
        text = escape(" ".join(words[start:end]))
        if text:
            made.append(text if kind == "equal" else f"<mark>{text}</mark>")
    return " ".join(made)
