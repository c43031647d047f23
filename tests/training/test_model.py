"""The network is MarianMTModel's, weight for weight; the loss and its gradient are those of the textbook."""

from __future__ import annotations

import warnings

import pytest
import torch
from torch.nn import functional

from translate.data import Model
from translate.training.folders import load_folder
from translate.training.loss import ROWS_ON_PROCESSOR, tied_loss
from translate.training.model import MASKED, Marian, Shape, fused_attention, plain_attention
from translate.training.optimiser import MixedAdam, learning_rate

SHAPE = Shape(vocabulary=50, pad=49, d=16, ffn=32, heads=2, encoder_layers=2, decoder_layers=1)


def test_the_network_says_what_transformers_says(embedded: Model) -> None:
    from transformers import MarianMTModel

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = MarianMTModel.from_pretrained(str(embedded.folder), local_files_only=True).float().eval()
    loaded = load_folder(embedded)
    ours = Marian(loaded.shape)
    MixedAdam(ours, dtype=torch.float32, zero_row=loaded.shape.pad).load_weights(loaded.weights)
    ours.eval()
    pad, end = loaded.vocabulary.pad, loaded.vocabulary.end
    texts = ["La séance est ouverte.", "Le rapport numéro 12 est adopté par le conseil."]
    rows = [[*row.tolist(), end] for row in loaded.vocabulary.encode_source(texts)]
    width = max(map(len, rows))
    source = torch.tensor([row + [pad] * (width - len(row)) for row in rows])
    before = torch.tensor([[pad, 300, 310, 320], [pad, 400, 11, 12]])
    with torch.no_grad():
        expected = theirs(input_ids=source, attention_mask=(source != pad).long(), decoder_input_ids=before).logits
        memory, mask = ours.encode(source)
        found = ours.logits(ours.decode(before, memory, mask))
    found[..., pad] = expected[..., pad]  # ours can never be said
    assert torch.allclose(found, expected, atol=2e-3)


def test_attention_on_a_gpu_is_that_on_a_processor() -> None:
    generator = torch.Generator().manual_seed(5)
    query = torch.randn((2, 3, 5, 8), generator=generator, requires_grad=True)
    key, value = (torch.randn((2, 3, 7, 8), generator=generator) for _ in range(2))
    padding = torch.zeros((2, 1, 1, 7))
    padding[1, ..., 4:] = MASKED
    future = torch.full((5, 7), MASKED).triu_(1)
    for mask in (padding, future):
        plain, fused = (attend(query, key, value, mask) for attend in (plain_attention, fused_attention))
        assert torch.allclose(plain, fused, atol=1e-5)
        ways = [torch.autograd.grad(found.square().sum(), query)[0] for found in (plain, fused)]
        assert torch.allclose(ways[0], ways[1], atol=1e-4)


@pytest.mark.parametrize("rows", [3, ROWS_ON_PROCESSOR + 7])
def test_the_loss_and_its_gradients_are_those_of_smoothed_cross_entropy(rows: int) -> None:
    generator = torch.Generator().manual_seed(3)
    states, weight, bias = (torch.randn(size, generator=generator) for size in ((rows, 8), (20, 8), (20,)))
    labels = torch.randint(0, 20, (rows,), generator=generator)
    parameters = [tensor.requires_grad_() for tensor in (states, weight, bias)]

    loss, nll = tied_loss(states, weight, bias, labels, smoothing=0.1, scale=1 / rows)
    found = torch.autograd.grad(loss, parameters)
    logits = functional.linear(states, weight, bias)
    plain = functional.cross_entropy(logits, labels, reduction="sum")
    smoothed = functional.cross_entropy(logits, labels, reduction="sum", label_smoothing=0.1)
    expected = torch.autograd.grad(smoothed / rows, parameters)

    assert torch.allclose(nll, plain, rtol=1e-5)
    assert torch.allclose(loss, smoothed, rtol=1e-5)
    assert all(torch.allclose(a, b, atol=1e-5) for a, b in zip(found, expected, strict=True))


def test_padding_and_pieces_that_are_not_said_count_nothing() -> None:
    """Against the plain loss over the pieces that may be said, with the labels that may be."""
    torch.manual_seed(1)
    said = [number for number in range(50) if number not in (7, 9)]
    model = Marian(SHAPE, said=said)
    source, before = torch.tensor([[5, 6, 0], [5, 0, 49]]), torch.tensor([[49, 7, 8], [49, 3, 0]])
    after = torch.tensor([[7, 8, 0], [3, 0, 49]])

    loss, nll = model(source, before, after, 0.1, 1.0)
    states = model.decode(before, *model.encode(source)).flatten(0, 1)
    scores = model.logits(states)
    labels = [said.index(number) if number in said[:-1] else -1 for number in after.flatten().tolist()]
    plain, smoothed = (
        functional.cross_entropy(
            functional.linear(states, model.shared.weight, model.bias)[:, said],
            torch.tensor(labels),
            ignore_index=-1,
            reduction="sum",
            label_smoothing=amount,
        )
        for amount in (0.0, 0.1)
    )

    assert scores[:, [7, 9, 49]].isneginf().all()
    assert scores[:, said[:-1]].isfinite().all()
    assert torch.allclose(nll, plain, rtol=1e-5)
    assert torch.allclose(loss, smoothed, rtol=1e-5)
    found = torch.autograd.grad(loss, list(model.parameters()))
    expected = torch.autograd.grad(smoothed, list(model.parameters()))
    assert all(torch.allclose(a, b, atol=1e-5) for a, b in zip(found, expected, strict=True))


def test_padding_beside_a_sentence_changes_nothing_for_it() -> None:
    torch.manual_seed(1)
    model = Marian(SHAPE).eval()
    with torch.no_grad():
        alone, _ = model.encode(torch.tensor([[5, 6, 0]]))
        padded, _ = model.encode(torch.tensor([[5, 6, 0, 49, 49]]))
    assert torch.allclose(alone, padded[:, :3], atol=1e-6)


def test_the_start_embedding_stays_zero_and_the_others_learn() -> None:
    torch.manual_seed(1)
    model = Marian(SHAPE)
    optimiser = MixedAdam(model, dtype=torch.bfloat16, zero_row=49)
    before = optimiser.weights()["shared.weight"]
    for _ in range(3):
        loss, _ = model(torch.tensor([[5, 6, 0]]), torch.tensor([[49, 7, 8]]), torch.tensor([[7, 8, 0]]), 0.1, 1 / 3)
        loss.backward()
        optimiser.step(1e-2)
    after = optimiser.weights()["shared.weight"]
    assert not after[49].any()
    assert not model.shared.weight[49].any()
    assert (after[5] != before[5]).any()


def test_a_gradient_that_is_no_number_changes_no_weight() -> None:
    model = Marian(SHAPE)
    optimiser = MixedAdam(model, dtype=torch.float32, zero_row=49)
    before = optimiser.weights()
    for p in model.parameters():
        p.grad = torch.full_like(p, float("nan"))
    assert optimiser.step(1e-2) != optimiser.step(0.0)  # not a number, and nothing to do
    assert all(torch.equal(before[name], tensor) for name, tensor in optimiser.weights().items())


def test_the_rate_rises_falls_and_cools_to_a_fiftieth() -> None:
    def rate(update: int, spent: float) -> float:
        return learning_rate(update, peak=1.0, warm=100, spent=spent, cool=0.5)

    assert rate(50, 0.0) == 0.5
    assert rate(100, 0.1) == 1.0
    assert rate(400, 0.4) == 0.5
    assert rate(400, 0.75) == pytest.approx(0.25)
    assert rate(400, 1.0) == pytest.approx(0.01)
    assert learning_rate(400, peak=1.0, warm=100, spent=0.4, cool=0.5, is_held=True) == 1.0


def test_places_given_make_the_loss_of_places_looked_for() -> None:
    torch.manual_seed(1)
    model = Marian(Shape(vocabulary=50, pad=49, d=16, ffn=32, heads=2, encoder_layers=1, decoder_layers=1))
    source, before = torch.randint(1, 48, (3, 6)), torch.randint(1, 48, (3, 5))
    after = torch.tensor([[7, 8, 0, 49, 49], [9, 0, 49, 49, 49], [1, 2, 3, 4, 0]])
    looked_for = model(source, before, after, 0.1, 1.0)
    places = (after.flatten() != 49).nonzero().squeeze(1)
    given = model(source, before, after, 0.1, 1.0, places)
    assert [one.item() for one in given] == [one.item() for one in looked_for]


@pytest.mark.filterwarnings("ignore:The .grad attribute of a Tensor")  # from within torch's compiler
@pytest.mark.slow
def test_compiled_layers_say_what_the_others_say() -> None:
    torch.manual_seed(1)
    shape = Shape(vocabulary=50, pad=49, d=16, ffn=32, heads=2, encoder_layers=2, decoder_layers=1)
    plain, compiled = Marian(shape), Marian(shape)
    compiled.load_state_dict(plain.state_dict())
    compiled.compile_layers("aot_eager")
    for width in (4, 8, 4):
        source, before = torch.randint(1, 48, (3, width)), torch.randint(1, 48, (3, width))
        after = torch.randint(1, 48, (3, width))
        losses = [model(source, before, after, 0.1, 1.0) for model in (plain, compiled)]
        assert float(losses[0][0].detach()) == pytest.approx(float(losses[1][0].detach()), rel=1e-5)
        losses[1][0].backward()
    assert all(p.grad is not None for p in compiled.parameters())
