"""The kernel print: alike where an engine computes alike, kept, and another one for each instruction set."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from translate.config import EngineConfig
from translate.data import Model
from translate.engines import ENGINES
from translate.engines.base import Way
from translate.engines.ctranslate2 import CTranslate2Decoder
from translate.engines.instructions import find_usable, pin
from translate.engines.kernel import find_kernel, iter_texts, print_of
from translate.engines.marian import Batch, Decoded
from translate.errors import UnknownNameError, UsageError

PRINT = """
import sys
from translate.config import EngineConfig
from translate.engines import ENGINES
from translate.models import convert_model, resolve_model
config = EngineConfig(isa=sys.argv[1], threads=1)
print(ENGINES.load("ctranslate2").kernel(config, convert_model(resolve_model("fr-en"), "int8")).digits)
"""
FACTS = {"library": "of tests", "isa": "none"}


class FixedDecoder:
    """Says the same to every text, with a score."""

    workers = 1

    def __init__(self, score: float) -> None:
        self._score = score

    def submit(self, batch: Batch, way: Way) -> Callable[[], Sequence[Decoded]]:
        return partial(list, [Decoded(["▁a"], self._score, True) for _ in batch])

    def decode_on(
        self, source: Sequence[str], prefix: Sequence[str], suppressed: Sequence[Sequence[str]]
    ) -> Decoded | None:
        return None


def digits_in_a_process(isa: str) -> str:
    run = subprocess.run([sys.executable, "-c", PRINT, isa], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_a_print_is_seven_digits_and_the_same_each_time(embedded: Model) -> None:
    one, other = (print_of(CTranslate2Decoder(EngineConfig(threads=n), embedded), embedded) for n in (1, 2))
    assert one == other
    assert len(one) == 7
    assert int(one, 16) >= 0


def test_the_last_digit_of_a_score_changes_the_print(embedded: Model) -> None:
    assert print_of(FixedDecoder(-0.5), embedded) != print_of(FixedDecoder(-0.5000001), embedded)


def test_the_fixed_texts_are_eight_long_ones_of_the_vocabulary_in_any_order() -> None:
    vocabulary = ["<unk>", "</s>", *(f"▁{number}" for number in range(500))]
    texts = list(iter_texts(vocabulary))
    assert len(texts) == 8
    assert all(len(pieces) >= 16 and set(pieces) < set(vocabulary[2:]) for pieces in texts)
    assert list(iter_texts(vocabulary[::-1])) == texts


def test_a_print_is_kept_for_what_made_it_and_nothing_else(embedded: Model) -> None:
    def never() -> FixedDecoder:
        raise AssertionError("decoded again")

    made = find_kernel("kept", embedded, FACTS, lambda: FixedDecoder(-1.0))
    assert find_kernel("kept", embedded, FACTS, never) == made
    for engine, model, facts in (
        ("other", embedded, FACTS),
        ("kept", replace(embedded, digest="0" * 64), FACTS),
        ("kept", embedded, FACTS | {"library": "newer"}),
        ("kept", embedded, FACTS | {"isa": "wider"}),
    ):
        with pytest.raises(AssertionError, match="decoded again"):
            find_kernel(engine, model, facts, never)


@pytest.mark.parametrize("content", [b"", b"a|b\nc", b"\xff"])
def test_a_kept_kernel_that_is_damaged_is_found_anew(
    content: bytes, embedded: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path))
    made = find_kernel("kept", embedded, FACTS, lambda: FixedDecoder(-1.0))
    (kept,) = (tmp_path / "kernels").iterdir()
    kept.write_bytes(content)
    assert find_kernel("kept", embedded, FACTS, lambda: FixedDecoder(-1.0)) == made


def test_what_is_not_to_be_kept_is_decoded_each_time(embedded: Model) -> None:
    made = [find_kernel("gpu", embedded, FACTS, partial(FixedDecoder, n), keep=False).digits for n in (-1.0, -2.0)]
    assert made[0] != made[1]


def test_the_print_is_part_of_the_engine_s_signature(embedded: Model) -> None:
    plugin = ENGINES.load("ctranslate2")
    kernel = plugin.kernel(EngineConfig(), embedded)
    assert kernel
    assert kernel.digits in plugin.load(EngineConfig(), embedded).signature
    assert "CTranslate2" in kernel.made_by


def test_the_echo_does_not_compute() -> None:
    assert ENGINES.load("echo").kernel(EngineConfig(), None) is None


def test_another_instruction_set_is_another_kernel_and_a_pinned_one_stays(embedded: Model) -> None:
    assert embedded.converted
    usable = [isa for isa in find_usable(embedded.converted) if isa != "auto"]
    if not usable:
        pytest.skip("this processor has neither")
    prints = {isa: digits_in_a_process(isa) for isa in usable}
    assert len(set(prints.values())) == len(usable)
    assert {isa: digits_in_a_process(isa) for isa in usable} == prints


def test_a_set_that_is_not_known_or_not_for_the_device_is_a_usage_error() -> None:
    with pytest.raises(UnknownNameError, match=r"'sse9'\. Known: auto, avx2, avx512"):
        pin("sse9", "cpu")
    with pytest.raises(UsageError, match="leave out --isa with --device cuda"):
        pin("avx2", "cuda")


def test_a_process_keeps_its_instruction_set(embedded: Model) -> None:
    CTranslate2Decoder(EngineConfig(threads=1), embedded)
    with pytest.raises(UsageError, match="start another process"):
        CTranslate2Decoder(EngineConfig(threads=1, isa="avx2"), embedded)


def test_a_set_that_the_processor_lacks_is_an_error_that_lists_what_there_is(embedded: Model, tmp_path: Path) -> None:
    script = (
        "from translate.engines import instructions\n"
        "instructions._VARIABLES['neon'] = {'CT2_FORCE_CPU_ISA': 'NEON' if 'avx2' in sys.argv[2:] else 'AVX2'}\n"
    )
    body = PRINT.replace("import sys\n", f"import sys\n{script}", 1)
    known = find_usable(embedded.converted) if embedded.converted else []
    run = subprocess.run(
        [sys.executable, "-c", body, "neon", *known], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert "UsageError: This processor lacks the instruction set neon. It has: auto" in run.stderr
