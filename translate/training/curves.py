"""The curves of a run as one SVG: losses above, scores of the held-out pairs below."""

from __future__ import annotations

from translate.evaluation.charts import HEIGHT, WIDTH, Series, line_chart
from translate.training.loop import Progress


def draw_curves(progress: Progress) -> str:
    """Return the drawing; what was not measured yet is left out."""
    readings = progress.readings
    losses = [
        Series("training", tuple((update, nll) for update, nll, _ in progress.losses)),
        Series("held out", tuple((r.update, r.nll) for r in readings)),
        Series("held out, sources shuffled", tuple((r.update, r.shuffled_nll) for r in readings), is_dashed=True),
    ]
    scores = [
        Series("BLEU", tuple((r.update, r.bleu) for r in readings)),
        Series("chrF++", tuple((r.update, r.chrf) for r in readings)),
        Series("100 × cosine", tuple((r.update, 100 * r.cosine) for r in readings), is_dashed=True),
    ]
    charts = [
        line_chart("Loss", "updates", "nats a piece", losses),
        line_chart("Held out", "updates", "score", scores),
    ]
    placed = [
        chart.replace("<svg ", f'<svg y="{number * HEIGHT}" width="{WIDTH}" height="{HEIGHT}" ', 1)
        for number, chart in enumerate(charts)
    ]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT * len(charts)}" width="{WIDTH}">'
    return "\n".join([head, *placed, "</svg>", ""])
