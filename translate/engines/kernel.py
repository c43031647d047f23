"""The kernel print: eight fixed texts are decoded, and seven digits tell how an engine computes on this machine.

Libraries sum in another order on another kind of processor. Scores then differ in their last digits, and a beam that
tips over on that gives another text. The texts are pieces of the model's own vocabulary, drawn by a fixed rule, so
that there are some for every model; as they mean nothing, the model hesitates, and the print is a sharp one.
"""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from translate.data import Model
from translate.engines.base import Kernel, Way
from translate.engines.marian import Decoder
from translate.engines.pieces import Pieces
from translate.files import read_cached, write_cached
from translate.signature import digest_code
from translate.text.late import late_plain

_LENGTHS = range(16, 129, 16)
"""In pieces. Below 50 MKL and oneDNN computed alike, held to AVX2; above it they did not."""
_WAY = Way(beam=4, longest=8)
_MULTIPLIER, _INCREMENT, _MODULUS = 1103515245, 12345, 2**31  # of the generator in the C standard
_DIGITS = late_plain("[0-9a-f]{7}")
_CODE = ("engines", "models")


def find_kernel(
    engine: str, model: Model, made_by: Mapping[str, str], load: Callable[[], Decoder], *, keep: bool = True
) -> Kernel:
    """Return the kernel of a model and a library, from the cache or by decoding.

    :param engine: its name, and the form that it has its model in.
    :param made_by: everything that decides how the library computes: its name and version, instruction set, processor.
    :param load: gives the decoder where it is needed.
    :param keep: False decodes each time.
    """
    engine = f"{engine}|{model.digest}"
    facts = {"engine": engine, "code": digest_code(*_CODE), **made_by}
    key = hashlib.sha256(repr(sorted(facts.items())).encode()).hexdigest()[:32]
    words = ", ".join(value for name, value in made_by.items() if value and name in ("library", "isa", "processor"))
    place = f"kernels/{key}"
    digits = read_cached(place) if keep else ""
    if not _DIGITS.fullmatch(digits):
        digits = print_of(load(), model)
        if keep:
            write_cached(place, digits)
    return Kernel(engine, digits, words)


def print_of(decoder: Decoder, model: Model) -> str:
    """Decode the fixed texts, each by itself; return seven digits over their pieces and scores."""
    waiting = [decoder.submit([pieces], _WAY) for pieces in iter_texts(list(Pieces(model).vocabulary()))]
    whole = hashlib.sha256()
    for collect in waiting:
        for decoded in collect():
            whole.update(repr((list(decoded.pieces), float(decoded.log_probability))).encode())
    return whole.hexdigest()[:7]


def iter_texts(vocabulary: Sequence[str]) -> Iterator[list[str]]:
    """Yield the fixed texts of a vocabulary: pieces in an order that is the same everywhere."""
    known = sorted(piece for piece in vocabulary if not (piece.startswith("<") and piece.endswith(">")))
    state = 1
    for length in _LENGTHS:
        pieces = []
        for _ in range(length):
            state = (state * _MULTIPLIER + _INCREMENT) % _MODULUS
            pieces.append(known[(state >> 8) % len(known)])
        yield pieces


def describe_processor() -> dict[str, str]:
    """Return the name of the processor and, where the system tells, what it can do."""
    try:
        first = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").partition("\n\n")[0]
    except OSError:
        return {"processor": platform.processor() or platform.machine(), "features": ""}
    lines = (line.partition(":") for line in first.splitlines())
    known = {name.strip(): value.strip() for name, _, value in lines}
    features = known.get("flags") or known.get("Features", "")
    name = known.get("model name") or platform.machine()
    return {"processor": name, "features": f"{known.get('model', '')} {known.get('CPU part', '')} {features}"}


def read_environment(*prefixes: str) -> dict[str, str]:
    """Return the variables that change how a library computes."""
    return {name: value for name, value in os.environ.items() if name.startswith(prefixes)}
