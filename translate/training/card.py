"""The model card: what a model is, what it was made of, how, and what it scores; everything that its user must know."""

from __future__ import annotations

from collections.abc import Sequence

from translate import __version__
from translate.evaluation import Score
from translate.records import dataclass
from translate.training.filters import REASONS
from translate.training.loop import Progress
from translate.training.model import Shape
from translate.training.recipe import Recipe


@dataclass(frozen=True, slots=True)
class TestResult:
    """What the finished model scores on one test set, by CTranslate2 in int8."""

    __test__ = False  # pytest takes the name for a test

    name: str
    segments: int
    words_per_second: float
    peak_memory_mb: float | None
    scores: tuple[Score, ...]


def format_card(
    recipe: Recipe,
    shape: Shape,
    progress: Progress,
    counts: dict[str, dict[str, int]],
    *,
    parameters: int,
    longest: int,
    chosen: str,
    tests: Sequence[TestResult],
) -> str:
    """Return the card as Markdown, for the Hugging Face hub and for people.

    :param counts: what the filters did, a table a source; that of all together is called `all`.
    :param chosen: which weights were taken at the end.
    """
    languages = f"{recipe.source_language}→{recipe.target_language}"
    codes = (recipe.source_language.partition("-")[0], recipe.target_language.partition("-")[0])
    facts = [
        ("architecture", f"Marian Transformer, d={shape.d}, {shape.encoder_layers} encoder and {shape.decoder_layers} "
         f"decoder layers, feed-forward {shape.ffn:,}, {shape.heads} heads, {shape.activation}, tied embeddings; "
         f"{parameters / 1e6:.1f} million parameters"),
        ("vocabulary", f"{shape.vocabulary:,} pieces; normalisation is inside `source.spm`"),
        ("longest segment", f"{longest} pieces (`model_max_length`); the engine parts longer ones"),
        ("begun from", recipe.init or "nothing"),
        ("training", f"{progress.update:,} updates, {progress.pieces / 1e6:.1f} million target pieces, "
         f"{progress.seconds / 3600:.2f} hours on {progress.hardware}"),
        ("weights", chosen),
        ("random seed", str(recipe.random_seed)),
    ]  # fmt: skip
    lines = [
        "---",
        *("language:", *(f"- {code}" for code in codes)),
        *("pipeline_tag: translation", "library_name: transformers", "tags:", "- marian", "- bitexte"),
        "---",
        "",
        f"# {recipe.name}: a {languages} MarianMT model",
        "",
        f"Trained by bitexte {__version__}.",
        "",
        *_table(("", ""), facts),
        "",
        "## Scores",
        *_scores(tests, progress),
        "",
        "## Training data",
        "",
        *_data(recipe, counts),
        "",
        "## Limits",
        "",
        "It knows what its data knows: other kinds of text it translates worse. It may leave out, add or repeat words,",
        "and garble names that it has not seen; have its output checked (`bitexte check`) and read.",
        "",
    ]
    return "\n".join(lines)


def _scores(tests: Sequence[TestResult], progress: Progress) -> list[str]:
    lines = [""]
    if tests:
        head = ("set", "segments", *(score.metric for score in tests[0].scores), "source words a second")
        rows = [
            (t.name, f"{t.segments:,}", *(f"{score.value:.2f}" for score in t.scores), f"{t.words_per_second:,.0f}")
            for t in tests
        ]
        lines += [*_table(head, rows), "", "Beam 4, int8, by bitexte's CTranslate2 engine. sacreBLEU signatures:", ""]
        lines += [f"- {score.metric}: `{score.signature}`" for score in tests[0].scores]
        peaks = [t.peak_memory_mb for t in tests if t.peak_memory_mb is not None]
        lines += ["", f"Peak memory {max(peaks):,.0f} MB."] if peaks else []
    if progress.readings:
        last = progress.readings[-1]
        lines += ["", f"Held-out pairs, greedy, at the last update: BLEU {last.bleu:.2f}, chrF++ {last.chrf:.2f}."]
    return lines if len(lines) > 1 else ["", "Not measured."]


def _data(recipe: Recipe, counts: dict[str, dict[str, int]]) -> list[str]:
    rows = []
    for data in recipe.data:
        count = counts.get(data.name, {})
        removed = ", ".join(f"{reason} {n:,}" for reason in REASONS if (n := count.get(reason)))
        kept = f"{count.get('kept', 0):,} of {count.get('read', 0):,}"
        rows.append((data.name, f"{data.weight:g}", kept, removed or "none", data.licence or "not stated"))
    note = [f"{counts['all']['held out']} pairs were held out to validate by."] if counts["all"].get("held out") else []
    return [*_table(("source", "weight", "pairs kept", "removed", "licence and acknowledgement"), rows), "", *note]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines]
