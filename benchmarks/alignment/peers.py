"""Other people's aligners, in an environment of their own: a JSON request on standard input, beads on standard output.

    python -m venv peers && peers/bin/pip install galechurch pypi-bleualign sentalign numpy threadpoolctl regex

`compare.py --peers peers/bin/python` runs this file there. Bleualign is under the GPL: it runs beside us, no more.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

Beads = list[tuple[list[int], list[int]]]
Request = dict[str, list[str]]


def run_galechurch(request: Request) -> Beads:
    import galechurch

    beads = galechurch.align(request["source"], request["target"]).beads
    return [(list(range(b.source_start, b.source_end)), list(range(b.target_start, b.target_end))) for b in beads]


def run_bleualign(request: Request) -> Beads:
    """Bleualign with its defaults, fed with our translations."""
    from bleualign import align

    align.multiprocessing_enabled = 0
    # It reads lines, and a line that is empty or its own mark would end the text.
    sides = {key: [" ".join(text.split()) or "-" for text in request[key]] for key in request}
    options = {
        "srcfile": io.StringIO("\n".join(sides["source"]) + "\n"),
        "targetfile": io.StringIO("\n".join(sides["target"]) + "\n"),
        "srctotarget": [io.StringIO("\n".join(sides["hypotheses"]) + "\n")],
        "verbosity": 0,
        "log_to": io.StringIO(),
    }
    aligner = align.Aligner(options)
    aligner.mainloop()
    return [(list(source), list(target)) for (source, target), _ in aligner.multialign]


def run_sentalign(request: Request) -> Beads:
    """Vecalign's search (Thompson & Koehn 2019) with its defaults, fed with our vectors of every overlap."""
    import numpy as np
    from sentalign import sentalign

    from translate.alignment.evidence import gather
    from translate.alignment.lexicon import load_lexicon
    from translate.alignment.terms import collect_terms
    from translate.alignment.vectors import project

    target = collect_terms(request["target"], "en")
    lexicon = load_lexicon("fr", "en")
    calls = 0

    def encode(texts: Sequence[str]) -> np.ndarray:
        """The first eight calls ask for windows of one to eight source segments, the next for those of the target."""
        nonlocal calls
        calls += 1
        if calls <= 8:
            vectors, _ = project(gather(collect_terms(texts, "fr"), target, None, lexicon))
        else:
            # The target's own terms must be numbered as for the source: both are projected by the same vocabulary.
            windows = collect_terms([*request["target"], *texts], "en")
            _, vectors = project(gather(collect_terms(["-"], "fr"), windows, None, lexicon))
            vectors = vectors[len(request["target"]) :]
        return vectors + 1e-6

    result = sentalign(request["source"], request["target"], encode)
    return [(list(a.src_indices), list(a.tgt_indices)) for a in result.alignments]


TOOLS: dict[str, Callable[[Request], Beads]] = {
    "galechurch": run_galechurch,
    "bleualign": run_bleualign,
    "sentalign": run_sentalign,
}


def main() -> None:
    request = json.load(sys.stdin)
    started = time.perf_counter()
    with redirect_stdout(io.StringIO()):  # Some of them speak of their progress.
        beads = TOOLS[sys.argv[1]](request)
    json.dump({"beads": beads, "seconds": time.perf_counter() - started}, sys.stdout)


if __name__ == "__main__":
    main()
