"""The CTranslate2 decoder: what it says of a text does not depend on the batch."""

from __future__ import annotations

import pytest

from translate.config import EngineConfig
from translate.data import Model
from translate.engines.base import Way
from translate.engines.ctranslate2 import CTranslate2Decoder
from translate.engines.pieces import Pieces

TEXTS = ["Le a ses raisons", "Il mange une pomme rouge", "La maison est très belle", "Mon père va au marché"]


@pytest.mark.parametrize("beam", [1, 4])
def test_attention_is_that_of_the_text_alone(embedded: Model, beam: int) -> None:
    decoder = CTranslate2Decoder(EngineConfig(beam=beam, threads=1), embedded)
    encoded = Pieces(embedded).encode(TEXTS)
    longest = max(map(len, encoded))
    batch = [pieces for pieces in encoded if len(pieces) == longest]
    assert len(batch) > 2
    together = decoder.submit(batch, Way())()
    for pieces, decoded in zip(batch, together, strict=True):
        (alone,) = decoder.submit([pieces], Way())()
        assert decoded.attend and alone.attend
        assert decoded.pieces == alone.pieces
        assert decoded.log_probability == alone.log_probability
        for whole in (True, False):
            ours, theirs = decoded.attend(whole=whole), alone.attend(whole=whole)
            assert list(map(list, ours)) == list(map(list, theirs))


def test_attention_of_the_other_hypotheses_is_that_of_the_text_alone(embedded: Model) -> None:
    decoder = CTranslate2Decoder(EngineConfig(threads=1), embedded)
    encoded = Pieces(embedded).encode(TEXTS)
    longest = max(map(len, encoded))
    batch = [pieces for pieces in encoded if len(pieces) == longest]
    together = decoder.submit(batch, Way(alternatives=4))()
    (alone,) = decoder.submit([batch[-1]], Way(alternatives=4))()
    assert len(alone.others) == 3
    for one, other in zip(together[-1].others, alone.others, strict=True):
        assert one.attend and other.attend
        assert list(map(list, one.attend())) == list(map(list, other.attend()))
