"""The network: a Transformer (Vaswani et al. 2017), its sizes and names those of transformers' MarianMTModel.

Post-norm layers, sinusoidal positions, one embedding table for both sides and for the output. A deep encoder with a
shallow decoder translates as well as six layers of each, and much faster (Kasai et al. 2021).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from types import MethodType

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.attention import SDPBackend, sdpa_kernel

from translate.records import dataclass
from translate.training.loss import Judge, judge_scores, tied_loss

UNSAID = -1
_WIDTHS = 64
"""More than there are widths of batches and kinds of layers."""
MASKED = -1e4
"""Added to an attention score that must not count; finite, so that a row of nothing but padding stays finite."""
_KERNELS = [SDPBackend.FLASH_ATTENTION, SDPBackend.EFFICIENT_ATTENTION, SDPBackend.MATH]
"""Fused attention, the fastest first, without cuDNN's, which makes a plan for every new length."""
ACTIVATIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "relu": functional.relu,
    "gelu": functional.gelu,
    "swish": functional.silu,
    "silu": functional.silu,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a model. `pad` is the number of `<pad>`, with which the decoder starts; its embedding is zero."""

    vocabulary: int
    pad: int
    d: int = 256
    ffn: int = 1024
    heads: int = 4
    encoder_layers: int = 6
    decoder_layers: int = 2
    activation: str = "relu"
    positions: int = 512


def plain_attention(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    """Attend by batched products, all [batch, heads, length, size]: oneDNN runs them faster than the fused kernel."""
    scores = torch.bmm(query.flatten(0, 1), key.flatten(0, 1).transpose(1, 2)) * query.shape[-1] ** -0.5
    weights = torch.softmax(scores.view(*query.shape[:3], -1) + mask, -1)
    return torch.bmm(weights.flatten(0, 1), value.flatten(0, 1)).view(query.shape)


def fused_attention(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """Attend in one kernel, which a GPU wants: the scores never leave it. Without a mask no place looks ahead."""
    with sdpa_kernel(_KERNELS):
        return functional.scaled_dot_product_attention(query, key, value, attn_mask=mask, is_causal=mask is None)


class Attention(nn.Module):
    """Multi-head attention."""

    def __init__(self, d: int, heads: int) -> None:
        super().__init__()
        self.heads, self.size = heads, d // heads
        self.q_proj, self.k_proj, self.v_proj, self.out_proj = (nn.Linear(d, d) for _ in range(4))

    def forward(self, x: Tensor, memory: Tensor, mask: Tensor | None) -> Tensor:
        """Return [batch, length, d]: for each place of `x` what it finds in `memory`.

        :param mask: is added to the scores. None, on a GPU alone: no place looks ahead.
        """
        batch, length, d = x.shape
        query, key, value = (
            self._split(self.q_proj(x)),
            self._split(self.k_proj(memory)),
            self._split(self.v_proj(memory)),
        )
        if mask is None or x.is_cuda:
            found = fused_attention(query, key, value, mask)
        else:
            found = plain_attention(query, key, value, mask)
        projected: Tensor = self.out_proj(found.transpose(1, 2).reshape(batch, length, d))
        return projected

    def _split(self, x: Tensor) -> Tensor:
        """[batch, length, d] to [batch, heads, length, size]."""
        batch, length, _ = x.shape
        return x.view(batch, length, self.heads, self.size).transpose(1, 2)


class Layer(nn.Module):
    """One layer of the encoder, or of the decoder: attention, then a feed-forward net, each added and normalised."""

    def __init__(self, shape: Shape, *, is_decoder: bool) -> None:
        super().__init__()
        self.activation = ACTIVATIONS[shape.activation]
        self.self_attn, self.self_attn_layer_norm = Attention(shape.d, shape.heads), nn.LayerNorm(shape.d)
        if is_decoder:
            self.encoder_attn, self.encoder_attn_layer_norm = Attention(shape.d, shape.heads), nn.LayerNorm(shape.d)
        self.fc1, self.fc2 = nn.Linear(shape.d, shape.ffn), nn.Linear(shape.ffn, shape.d)
        self.final_layer_norm = nn.LayerNorm(shape.d)

    def forward(
        self,
        x: Tensor,
        mask: Tensor | None,
        dropout: float,
        memory: Tensor | None = None,
        memory_mask: Tensor | None = None,
    ) -> Tensor:
        x = self.self_attn_layer_norm(x + functional.dropout(self.self_attn(x, x, mask), dropout, self.training))
        if memory is not None:
            found = self.encoder_attn(x, memory, memory_mask)
            x = self.encoder_attn_layer_norm(x + functional.dropout(found, dropout, self.training))
        inner = functional.dropout(self.fc2(self.activation(self.fc1(x))), dropout, self.training)
        normalised: Tensor = self.final_layer_norm(x + inner)
        return normalised


class Stack(nn.Module):
    def __init__(self, count: int, shape: Shape, *, is_decoder: bool) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(shape, is_decoder=is_decoder) for _ in range(count))


class Marian(nn.Module):
    """The whole model. Piece numbers come as [batch, length] of int64, padded with `shape.pad`."""

    place: Tensor
    said: Tensor
    column: Tensor

    def __init__(self, shape: Shape, *, dropout: float = 0.0, said: Sequence[int] | None = None) -> None:
        """:param said: the pieces that it may say, None for all; the others, only read, cost nothing at the output."""
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self._judge: Judge = judge_scores
        self.shared = nn.Embedding(shape.vocabulary, shape.d)
        self.encoder = Stack(shape.encoder_layers, shape, is_decoder=False)
        self.decoder = Stack(shape.decoder_layers, shape, is_decoder=True)
        self.bias = nn.Parameter(torch.zeros(shape.vocabulary))
        self.register_buffer("place", _positions(shape), persistent=False)
        numbers = torch.arange(shape.vocabulary) if said is None else torch.tensor(sorted(said))
        column = torch.full((shape.vocabulary,), UNSAID)
        column[numbers] = torch.arange(len(numbers))
        column[shape.pad] = UNSAID
        self.register_buffer("said", numbers, persistent=False)
        self.register_buffer("column", column, persistent=False)
        nn.init.normal_(self.shared.weight, std=shape.d**-0.5)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)
        with torch.no_grad():
            self.shared.weight[shape.pad] = 0

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the encoder makes of `source`, [batch, length, d], and the mask that hides its padding."""
        x = self._embed(source)
        mask = torch.zeros(source.shape, dtype=x.dtype, device=x.device).masked_fill_(source == self.shape.pad, MASKED)
        mask = mask[:, None, None, :]
        for layer in self.encoder.layers:
            x = layer(x, mask, self.dropout)
        return x, mask

    def decode(self, target: Tensor, memory: Tensor, memory_mask: Tensor) -> Tensor:
        """Return the decoder's states, [batch, length, d], after each piece of `target`, whose first is <pad>."""
        x = self._embed(target)
        length = target.shape[1]
        mask = None if x.is_cuda else torch.full((length, length), MASKED, dtype=x.dtype, device=x.device).triu_(1)
        for layer in self.decoder.layers:
            x = layer(x, mask, self.dropout, memory, memory_mask)
        return x

    def logits(self, states: Tensor) -> Tensor:
        """Return scores for each piece of the vocabulary, in float32: −∞ for those that can never be said, as <pad>."""
        scores = functional.linear(states, self.shared.weight).float() + self.bias.float()
        return scores.masked_fill_(self.column == UNSAID, -math.inf)

    def compile_layers(self, backend: str = "inductor") -> None:
        """Fuse the small operations of layers and loss, once for batches of all sizes; that takes a minute."""
        torch._dynamo.config.recompile_limit = _WIDTHS
        forward = torch.compile(Layer.forward, dynamic=True, backend=backend)  # one for all: they differ in numbers
        for layer in (*self.encoder.layers, *self.decoder.layers):
            layer.forward = MethodType(forward, layer)
        self._judge = torch.compile(judge_scores, dynamic=True, backend=backend)

    def forward(
        self,
        source: Tensor,
        before: Tensor,
        after: Tensor,
        smoothing: float,
        scale: float,
        places: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Return (loss to go down, negative log likelihood), in nats, sums over the target pieces that can be said.

        :param before: the pieces that the decoder has seen, `after` shifted by one: begins with <pad>.
        :param after: the pieces to say next; ends with the end piece.
        :param scale: by how much gradients are multiplied: one over the number of pieces makes them a mean.
        :param places: of the pieces of `after`, flattened, that can be said; None looks for them, and waits for that.
        """
        memory, mask = self.encode(source)
        states = self.decode(before, memory, mask).reshape(-1, self.shape.d)
        labels = self.column[after.reshape(-1)]
        # The output is the dearest part: not for padding.
        rows = (labels != UNSAID).nonzero().squeeze(1) if places is None else places
        return tied_loss(
            states.index_select(0, rows),
            functional.embedding(self.said, self.shared.weight),
            self.bias.index_select(0, self.said),
            labels[rows],
            smoothing=smoothing,
            scale=scale,
            judge=self._judge,
        )

    def _embed(self, pieces: Tensor) -> Tensor:
        table = self.shared.weight
        place = self.place[: pieces.shape[1]].to(table.dtype)
        x = functional.embedding(pieces, table) * math.sqrt(self.shape.d) + place
        return functional.dropout(x, self.dropout, self.training)


def _positions(shape: Shape) -> Tensor:
    """Sines of a position in the first half of the columns, cosines in the second, as Marian has them."""
    angle = torch.arange(shape.positions)[:, None] / 10000 ** (2 * (torch.arange(shape.d) // 2) / shape.d)
    return torch.cat([angle[:, 0::2].sin(), angle[:, 1::2].cos()], 1)
