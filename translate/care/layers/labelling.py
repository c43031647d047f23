"""Labels with a number behind them, « Bon de commande n° CMD-12 »: the words are translated alone, the number stays.

So does a code behind words that the list of labels has: « Commande CMD-12 ».

A model that gets a few words and a code has no sentence to keep the words in, and leaves some out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

import regex

from translate.care.layers.filled import iter_filled
from translate.care.phrases.labels import Labels
from translate.data import Hypothesis, Passage
from translate.languages import Language
from translate.records import dataclass
from translate.text.gated import gated

Ask = Callable[[Sequence[Passage]], Iterator[Mapping[Passage, Hypothesis]]]
_MAX_WORDS = 6
_CODED = gated(
    r"(?P<words>\p{L}[\p{L}'’ \u00a0-]*\p{L})[ \u00a0\u202f](?P<number>\p{Lu}{1,5}[-/_.]?\d[\p{Lu}\d/._-]*)"
    r"(?P<mark>[ \u00a0\u202f]?:)?"
)
"""Without a sign, as offices number their papers."""


@dataclass(frozen=True, slots=True)
class _Label:
    """The words of a label, and what the target has behind them."""

    words: Passage
    tail: str


def iter_labelled(
    passages: Sequence[Passage], ask: Ask, source: Language, target: Language, labels: Labels | None = None
) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Yield hypotheses of `passages` as they are done, asking for labels with a number without it.

    :param ask: yields hypotheses of passages, each once.
    :param labels: those that are asked for without what was filled in.
    """
    if labels:
        ask = partial(iter_filled, ask=ask, labels=labels)
    sign, written = source.number_sign.read, target.number_sign.written
    numbered = {one: label for one in passages if written and (label := _label_of(one, sign, written, labels))}
    if not numbered:
        yield from ask(passages)
        return
    own = {passage for passage in passages if passage not in numbered}
    known: dict[Passage, Hypothesis] = {}
    for done in ask(list(dict.fromkeys([*(label.words for label in numbered.values()), *own]))):
        known |= done
        ready = {passage: hypothesis for passage, hypothesis in done.items() if passage in own}
        if ready:
            yield ready
    yield {passage: _with_number(label, known[label.words]) for passage, label in numbered.items()}


def _label_of(passage: Passage, sign: str, written: str, labels: Labels | None) -> _Label | None:
    """Return a passage as a label with a number; None where it is none, or has codes."""
    coded = _CODED.fullmatch(passage.text) if labels and not passage.codes else None
    if labels and coded and labels.translate(coded["words"]):
        return _Label(Passage(coded["words"]), f" {coded['number']}{':' if coded['mark'] else ''}")
    match = None if passage.codes else _pattern(sign).fullmatch(passage.text)
    if match is None or len(match["words"].split()) > _MAX_WORDS:
        return None
    return _Label(Passage(match["words"]), f" {written} {match['number']}{match['mark']}")


@cache
def _pattern(sign: str) -> regex.Pattern[str]:
    number = r"(?P<number>(?=\D{0,20}\d)[\p{L}\d][\p{L}\d/._-]*[\p{L}\d]|\d)"
    return gated(
        rf"(?P<words>\p{{L}}[\p{{L}}'’ \u00a0-]*\p{{L}})[ \u00a0\u202f](?i:{sign})[ \u00a0\u202f]?{number}"
        r"[ \u00a0\u202f]?(?P<mark>:?)"
    )


def _with_number(label: _Label, made: Hypothesis) -> Hypothesis:
    if not made.text.strip():
        return made
    return replace(
        made, text=made.text.rstrip(" .:") + label.tail, edits=tuple(replace(e, start=None) for e in made.edits)
    )
