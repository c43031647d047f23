"""How fast training is, in target pieces a processor second, and how fast data is prepared, on one core.

    python benchmarks/training.py [--updates 3]

Processor seconds of one thread, for they say the same beside other work. The network is the embedded model's, in random
weights; a batch holds 6,000 positions of 28, of whose targets a fifth is padding, as of the recipe's. The peer is
transformers' MarianMTModel in bfloat16 by autocast (in float32 where that is compared) with label smoothing and torch's
fused AdamW, in turn with ours; first with the memory of the C library as it is, then kept, as `bitexte train` keeps it.
In the same turns runs the machine's own matrix product: what an update's products alone would take, which no update can
be quicker than. Preparation reads, filters, copies and encodes the corpora tatoeba and tldr.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch.nn import functional

from translate.models import resolve_model
from translate.models.target_pieces import read_target_pieces
from translate.training.allocator import keep_memory
from translate.training.folders import load_folder
from translate.training.loss import ROWS_ON_PROCESSOR
from translate.training.model import Marian
from translate.training.muon import MixedMuon
from translate.training.optimiser import MixedAdam, working_precision
from translate.training.prepare import key_of, prepare
from translate.training.recipe import DataSource, Recipe, ScheduleRecipe
from translate.training.vocabulary import Vocabulary

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
SHAPE = load_folder(resolve_model("fr-en")).shape
POSITIONS, WIDTH, PADDED = 6000, 28, 6
SMOOTHING, ROUNDS = 0.1, 3
Update = Callable[[], None]


def batch(said: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return source, what the decoder has seen, and what it shall say; the last is padded in its last places."""
    source, before, after = (torch.randint(1, said, (POSITIONS // WIDTH, WIDTH)) for _ in range(3))
    after[:, -PADDED:] = SHAPE.pad
    return source, before, after


def our_update(make: type[MixedAdam], dtype: torch.dtype, said: int) -> Update:
    torch.manual_seed(1)
    model = Marian(SHAPE, said=[*range(said), SHAPE.pad])
    optimiser = make(model, dtype=dtype, zero_row=SHAPE.pad)

    def update() -> None:
        source, before, after = batch(said)
        loss, _ = model(source, before, after, SMOOTHING, 1 / int((after != SHAPE.pad).sum()))
        loss.backward()
        optimiser.step(1e-5)

    return update


def peer_update(dtype: torch.dtype, said: int) -> Update:
    from transformers import MarianConfig, MarianMTModel

    torch.manual_seed(1)
    config = MarianConfig(
        vocab_size=SHAPE.vocabulary,
        d_model=SHAPE.d,
        encoder_layers=SHAPE.encoder_layers,
        decoder_layers=SHAPE.decoder_layers,
        encoder_ffn_dim=SHAPE.ffn,
        decoder_ffn_dim=SHAPE.ffn,
        encoder_attention_heads=SHAPE.heads,
        decoder_attention_heads=SHAPE.heads,
        max_position_embeddings=SHAPE.positions,
        activation_function="relu",
        pad_token_id=SHAPE.pad,
        eos_token_id=0,
        forced_eos_token_id=0,
        decoder_start_token_id=SHAPE.pad,
        scale_embedding=True,
        static_position_embeddings=True,
        dropout=0.0,
    )
    model = MarianMTModel(config)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-5, fused=True)

    def update() -> None:
        source, before, after = batch(said)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=dtype == torch.bfloat16):
            output = model(input_ids=source, attention_mask=(source != SHAPE.pad).long(), decoder_input_ids=before)
            logits = output.logits.flatten(0, 1)
        loss = functional.cross_entropy(
            logits.float(), after.flatten(), ignore_index=SHAPE.pad, label_smoothing=SMOOTHING
        )
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()

    return update


def products_alone(dtype: torch.dtype, said: int) -> Update:
    """Return the matrix products of one update and nothing else: each layer's, forwards and the two backwards.

    Those within attention, a hundredth, are left out.
    """
    d, ffn, rows = SHAPE.d, SHAPE.ffn, POSITIONS // WIDTH * WIDTH
    layers = SHAPE.encoder_layers + SHAPE.decoder_layers
    targets = POSITIONS // WIDTH * (WIDTH - PADDED)
    kinds = [
        (rows, d, d, 4 * layers + 4 * SHAPE.decoder_layers),
        (rows, d, ffn, layers),
        (rows, ffn, d, layers),
        (ROWS_ON_PROCESSOR, d, said, targets // ROWS_ON_PROCESSOR),
    ]
    made = [
        (
            torch.randn(count, wide, dtype=dtype),
            torch.randn(out, wide, dtype=dtype),
            torch.randn(count, out, dtype=dtype),
            times,
        )
        for count, wide, out, times in kinds
    ]

    def update() -> None:
        for states, weight, gradient, times in made:
            for _ in range(times):
                functional.linear(states, weight)
                gradient @ weight
                gradient.t() @ states

    return update


def speeds(contenders: dict[str, Update], updates: int) -> dict[str, float]:
    """Return target pieces, without padding, a processor second: the median of rounds in turn."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for update in contenders.values():
        update()
    for _ in range(ROUNDS):
        for name, update in contenders.items():
            started = time.process_time()
            for _ in range(updates):
                update()
            seconds[name].append(time.process_time() - started)
    pieces = updates * (POSITIONS // WIDTH) * (WIDTH - PADDED)
    return {name: pieces / statistics.median(times) for name, times in seconds.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(1)
    print(f"bitexte train takes {working_precision('cpu')} on this machine")
    said = len(read_target_pieces(resolve_model("fr-en").folder) or ())
    for memory, dtypes in (("as it is", [torch.bfloat16]), ("kept", [torch.bfloat16, torch.float32])):
        if memory == "kept" and not keep_memory():
            print("This C library cannot keep memory.")
        for dtype in dtypes:
            contenders = {
                "transformers": peer_update(dtype, said),
                "bitexte, adamw": our_update(MixedAdam, dtype, said),
                "bitexte, muon": our_update(MixedMuon, dtype, said),
                "products alone": products_alone(dtype, said),
            }
            found = speeds(contenders, options.updates)
            for name, speed in found.items():
                ratio, share = speed / found["transformers"], speed / found["products alone"]
                print(
                    f"{dtype}, memory {memory}, {name}: {speed:,.0f} target pieces a processor second, "
                    f"{ratio:.2f} times transformers', {share:.2f} of the machine's products"
                )
    if not CORPUS.exists():
        print(f"{CORPUS} is absent: preparation is not measured.")
        return
    sources = tuple(DataSource(str(CORPUS / f"{name}.tsv.xz")) for name in ("tatoeba", "tldr"))
    recipe = Recipe(data=sources, schedule=ScheduleRecipe(longest=96))
    vocabulary = Vocabulary(resolve_model("fr-en").folder)
    started = time.process_time()
    made = prepare(recipe, vocabulary, key_of(recipe, vocabulary.digest), scorer=None, threads=1)
    seconds = time.process_time() - started
    read = made.examples.counts["all"]["read"]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"preparation: {read:,} pairs in {seconds:.1f} s, {read / seconds:,.0f} a second; peak memory {peak:,.0f} MB")


if __name__ == "__main__":
    main()
