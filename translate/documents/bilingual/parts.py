"""Parts of bilingual files: translations come in, and the bytes of a part with its targets filled go out."""

from __future__ import annotations

from collections.abc import Iterable

from translate.documents.bilingual.fills import Fill, FillBlock
from translate.documents.bilingual.proposals import written_proposals
from translate.documents.bilingual.states import told
from translate.documents.filling import Filling
from translate.documents.rewriting import rewrite
from translate.documents.splice import Splice
from translate.documents.xml.nodes import Xml


def fill_part(xml: Xml, fillings: Iterable[Filling]) -> bytes:
    """Return a part with its targets filled."""
    mine: dict[Fill, list[Filling]] = {}
    fillings = list(fillings)
    for one in fillings:
        assert isinstance(one.block, FillBlock) and one.block.fill
        mine.setdefault(one.block.fill, []).append(one)
    splice = Splice()
    marked: set[int] = set()
    proposed = written_proposals(fillings)
    for fill, said in mine.items():
        hypotheses = [hypothesis for one in said for hypothesis in one.hypotheses]
        opening = told(fill.opening, hypotheses)
        splice.replace(fill.start, fill.end, [opening, _body(xml, fill, said), fill.closing])
        for start, end, written in fill.marks:
            if start not in marked:
                splice.replace(start, end, [proposed.pop(start, b""), told(written, hypotheses)])
                marked.add(start)
    for at, written in proposed.items():
        splice.replace(at, at, [written])
    return splice.apply(xml.data)


def _body(xml: Xml, fill: Fill, said: Iterable[Filling]) -> bytes:
    """Return the content of a target: that of its source, with the texts that were translated."""
    splice = Splice()
    for one in said:
        assert isinstance(one.block, FillBlock)
        written = rewrite(one.block, one.text, one.codes)
        if written is not None:
            splice.replace(*one.block.place, written)
    return splice.apply(xml.data, *fill.body)
