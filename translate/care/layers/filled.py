"""Labels with what was filled in, « Motif : déménagement »: the list has the label, and the rest is translated alone.

A model that gets both makes a sentence of them, in which the label has another sense.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

import regex

from translate.care.layers.lining import Line, join_lines
from translate.care.phrases.labels import Labels
from translate.care.phrases.name_fields import is_filled_name
from translate.care.phrases.phrasing import has_words
from translate.data import CodeKind, Hypothesis, Passage
from translate.languages import Language
from translate.text.amounts.measures import FoundMeasure, HourRange, Hours, Meaning
from translate.text.gated import gated
from translate.text.late import late
from translate.text.overlaps import set_apart
from translate.text.words import split_words

Ask = Callable[[Sequence[Passage]], Iterator[Mapping[Passage, Hypothesis]]]
_FILLED = late(r"(?P<label>[^:]{1,60}:)(?P<between>[ \u00a0\u202f]+)(?P<rest>\S.*)", regex.DOTALL)
_QUALIFIED = late(
    r"(?P<label>[^()]{1,60}?)(?P<between>[ \u00a0\u202f]\()(?P<rest>[^()]{1,40})(?P<end>\))"
    r"(?P<mark>[ \u00a0\u202f]?[:*])?"
)
_PAIR = late(r"(?P<label>[^/]{1,60}?)(?P<between>[ \u00a0\u202f]?/[ \u00a0\u202f]?)(?P<rest>[^/]{1,60})")
_ADJECTIVE = "adj"
_DAY = r"(?:\p{L}+ )?\d[\d./]*\p{L}{0,2}(?: \p{L}{3,9})?(?: \d{4})?"
_DATED = late(
    rf"(?P<label>\p{{Lu}}[^\d,;:.!?()]{{2,40}}?) "
    rf"(?P<days>(?P<first>\p{{L}}{{2}}) {_DAY} (?P<last>\p{{L}}{{2}}) {_DAY}(?: \p{{L}}+)?\.?)"
)
_SPACES = " \u00a0\u202f"
_PATTERNS = ((":", _FILLED), ("(", _QUALIFIED), ("/", _PAIR))


def iter_filled(passages: Sequence[Passage], ask: Ask, labels: Labels) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Yield hypotheses of `passages` as they are done, asking for labels and what is filled in apart.

    :param ask: yields hypotheses of passages, each once.
    """
    filled = {passage: lines for passage in passages if (lines := _lines_of(passage, labels))}
    if not filled:
        yield from ask(passages)
        return
    own = {passage for passage in passages if passage not in filled}
    inner = [line.passage for lines in filled.values() for line in lines if line.passage]
    known: dict[Passage, Hypothesis] = {}
    for done in ask(list(dict.fromkeys([*inner, *own]))):
        known |= done
        ready = {passage: hypothesis for passage, hypothesis in done.items() if passage in own}
        if ready:
            yield ready
    fitted = {one: _fitted(one, known[one], labels) for one in dict.fromkeys(inner)}
    yield {passage: join_lines(lines, fitted) for passage, lines in filled.items()}


def _lines_of(passage: Passage, labels: Labels) -> list[Line]:
    """Return the label of a passage, what is filled in, and what stands behind it; none where it has no label."""
    text = passage.text
    if dated := _dated(passage, labels):
        return dated
    for sign, pattern in _PATTERNS:
        match = pattern.fullmatch(text) if sign in text else None
        if match is None and sign == ":" and passage.codes and (found := _bold_label(passage, labels)):
            return found
        if match is None or (passage.codes and sign != ":") or labels.translate(text):
            continue
        sides = _side(passage, 0, match.end("label")), _side(passage, match.start("rest"), match.end("rest"))
        if len(sides[0].codes) + len(sides[1].codes) != len(passage.codes) or not all(map(_is_whole, sides)):
            continue
        if sign == ":" and (said := _said_of(text[: match.end("label")], text[match.start("rest") :], labels)):
            return [Line("", sides[0]), Line(match["between"] + said, None)]
        if labels.translate(_bare(sides[0])) is None or (sign == "/" and labels.translate(match["rest"]) is None):
            continue
        if sign == "(" and _town(labels.source.names.behind_town).match(text, match.end("label")):
            continue  # « Vienne (Isère) », which is another than the label says
        if sign == ":" and _means_otherwise(text, match.end("label"), labels):
            continue
        hours = _hours_from(text, match.start("rest"), labels.source)
        if not has_words(_bare(sides[1])) or not has_words(_without(text, hours)[match.start("rest") :]):
            if sign != "(":
                continue
            return [Line("", sides[0]), Line(text[match.end("label") : match.end("end")] + _mark(match), None)]
        end = match["end"] + _mark(match) if sign == "(" else ""
        rest = sides[1] if sides[1].codes else _as_labelled(text, match.span("rest"), hours, labels)
        return [Line("", sides[0]), Line(match["between"], rest), Line(end, None)]
    return []


def _is_main_sense(label: str, said: str, labels: Labels) -> bool:
    """Tell whether what a label is called is what its word mostly means: « Séjour » before days is no living room."""
    if " " in label:
        return True
    firsts = (found.entry.english[0] for found in labels.dictionary.find(label.lower()))
    return any(said.lower() in labels.target.forms_of(first) for first in firsts)


@cache
def _town(behind: str) -> regex.Pattern[str]:
    """Return a pattern of what stands behind towns where the language is spoken."""
    return gated(behind)


def _dated(passage: Passage, labels: Labels) -> list[Line]:
    """Return a label and the days behind it, « Congés du 3 au 10 inclus »; none where there are none."""
    match = _DATED.fullmatch(passage.text) if any(map(str.isdecimal, passage.text)) and not passage.codes else None
    said = labels.translate(match["label"]) if match else None
    if match is None or said is None or not _is_main_sense(match["label"], said[0], labels):
        return []
    of = labels.source.joints.of
    words = {whole for whole, *_ in labels.source.names.contracted}
    if match["first"] not in words & of or match["last"] not in words - of:
        return []
    return [Line("", Passage(match["label"])), Line(" ", Passage(match["days"]))]


def _bold_label(passage: Passage, labels: Labels) -> list[Line]:
    """Return a label with its colon between codes and what is filled in behind these, « <b>Présents :</b> M. Roux »;
    none where there is none."""
    text = passage.text
    end = text.find(":") + 1
    for code in sorted(passage.codes, key=lambda code: code.start):
        end = code.end if code.start == end and code.kind is CodeKind.END else end
    rest = text[end:].lstrip(_SPACES)
    start = len(text) - len(rest)
    sides = _side(passage, 0, end), _side(passage, start, len(text))
    if not rest or start == end or not all(map(_is_whole, sides)) or labels.translate(_bare(sides[0])) is None:
        return []
    if len(sides[0].codes) + len(sides[1].codes) != len(passage.codes) or not has_words(_bare(sides[1])):
        return []
    return [Line("", sides[0]), Line(text[end:start], sides[1]), Line("", None)]


def _means_otherwise(text: str, end: int, labels: Labels) -> bool:
    """Tell whether what is filled in tells another sense of a label that ends there: « Débit : 3 l/min »."""
    find, write = labels.source.find_measures, labels.target.write_measure
    if find is None or write is None or not any(map(str.isdecimal, text[end:])):
        return False
    said = labels.translate(text[:end])
    return said is not None and any(
        not said[0].lower().startswith(write(one.value).said.lower())
        for one in find(text)
        if isinstance(one.value, Meaning) and not one.start and not text[one.end : end].strip(" \u00a0\u202f:")
    )


def _hours_from(text: str, start: int, source: Language) -> list[FoundMeasure]:
    """Return the hours of a text from a place on, which what stands before may tell: « Horaires : 9 à 12 h »."""
    find = source.find_measures
    if find is None or not any(map(str.isdecimal, text[start:])):
        return []
    return set_apart(one for one in find(text) if isinstance(one.value, Hours | HourRange) and one.start >= start)


def _without(text: str, found: Sequence[FoundMeasure]) -> str:
    for one in found:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _as_labelled(text: str, place: tuple[int, int], hours: Sequence[FoundMeasure], labels: Labels) -> Passage:
    """Return what is filled in, with such hours as mean something else without the label in the target's words, which
    a model copies: « Autonomie : 10 h en vidéo »."""
    start, end = place
    rest, find, write = text[start:end], labels.source.find_measures, labels.target.write_measure
    if not hours or find is None or write is None:
        return Passage(rest)
    alone = {(one.start + start, one.end + start, one.value) for one in find(rest)}
    for one in reversed(hours):
        if one.value and one.end <= end and (one.start, one.end, one.value) not in alone:
            rest = rest[: one.start - start] + write(one.value).said + rest[one.end - start :]
    return Passage(rest)


def _said_of(label: str, rest: str, labels: Labels) -> str | None:
    """Return what a label alone tells of what is filled in: a person's name stays, « Nom : LÉVÊQUE »."""
    return rest if is_filled_name(label, rest, labels) else _people_of(label, rest, labels)


def _people_of(label: str, rest: str, labels: Labels) -> str | None:
    """Return the adjective of a people that is filled in, « Nationalité : Suisse », which is a country too."""
    if not rest.istitle() or not label.lower().startswith(labels.source.names.before_people):
        return None
    entries = (found.entry for found in labels.dictionary.find(rest.lower()))
    return next((one.english[0] for one in entries if one.kind == _ADJECTIVE and one.english[0].istitle()), None)


def _mark(match: regex.Match[str]) -> str:
    mark = match["mark"] or ""
    return mark.strip() if mark.endswith(":") else mark


def _side(passage: Passage, start: int, end: int) -> Passage:
    """Return characters [start, end) of a passage, with the codes that stand there."""
    codes = (code for code in passage.codes if start <= code.start and code.end <= end)
    shifted = (replace(code, start=code.start - start, end=code.end - start) for code in codes)
    return Passage(passage.text[start:end], tuple(shifted))


def _is_whole(side: Passage) -> bool:
    """Tell whether each pair of codes stands on one side."""
    begun, ended = (
        {code.pair for code in side.codes if code.kind is kind and code.pair is not None}
        for kind in (CodeKind.START, CodeKind.END)
    )
    return begun == ended


def _bare(side: Passage) -> str:
    """Return the text of a passage without what its codes are written as."""
    text = side.text
    for code in sorted(side.codes, key=lambda code: code.start, reverse=True):
        text = text[: code.start] + text[code.end :]
    return text


def _fitted(passage: Passage, made: Hypothesis, labels: Labels) -> Hypothesis:
    """Return a hypothesis that begins with a small letter where its source does, but for words that never do."""
    first = next((letter for letter in passage.text if letter.isalpha()), "")
    text = made.text
    if not first.islower() or not text[:1].isupper() or not text[1:2].islower():
        return made
    word = next(iter(split_words(text)), "")
    if word.lower() in labels.target.weekdays.names or word.lower() in labels.target.months.numbers:
        return made
    said = {part for one in split_words(passage.text.lower()) for found in labels.dictionary.find(one)
            for equivalent in found.entry.english for part in split_words(equivalent)}  # fmt: skip
    return made if word in said and word.lower() not in said else replace(made, text=text[0].lower() + text[1:])
