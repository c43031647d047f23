"""Misplaced codes: bold, links and other pairs of codes are around the words that they were around in the source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from translate.alignment.answers import has_answers
from translate.checks.base import PlainCheck, enumerate_found
from translate.checks.omissions import find_links
from translate.config import CheckConfig
from translate.data import TIE, CodeKind, Issue, Severity, TranslationUnit, Variant
from translate.languages import find_language
from translate.records import dataclass
from translate.text.late import late
from translate.text.protected.kept import find_kept
from translate.text.protected.kinds import Family
from translate.text.words import split_lowered

_TAG = late(r"<(?P<end>/?)(?P<name>[\w:-]+)[^<>]*(?<!/)>")
_WORD = late(r"[\p{L}\p{M}]+")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Characters [start, end) of a text between two codes; `form` is how the first is written and what it means."""

    form: tuple[str, str]
    start: int
    end: int


def _check_misplaced(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report pairs whose words all stand outside of such pairs in the target; `value` is how many."""
    source, target = unit.source, unit.target
    if not (source.codes and target.codes) and not ("<" in source.text and "<" in target.text):
        return ()
    ours = list(_iter_pairs(source))
    theirs = list(_iter_pairs(target)) if ours else []
    if not theirs:
        return ()
    found = list(_iter_misplaced(source, target, ours, theirs))
    if not found:
        return ()
    message = f"Tags around other words than in the source: {enumerate_found(found)}."
    return (Issue("misplaced", Severity.WARNING, message, float(len(found))),)


def _iter_misplaced(source: Variant, target: Variant, ours: Sequence[_Pair], theirs: Sequence[_Pair]) -> Iterator[str]:
    own, other = find_language(source.language), find_language(target.language)
    links = find_links(_without_codes(source), _without_codes(target), own, other)
    by_form: defaultdict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for pair in theirs:
        by_form[pair.form].append(pair)
    for pair in ours:
        places = [there for here, there in links if pair.start <= here < pair.end]
        within = by_form.get(pair.form, ())
        if not places or not within or any(one.start <= place < one.end for place in places for one in within):
            continue
        held = {word for one in within for word in split_lowered(target.text[one.start : one.end])}
        said = (_WORD.match(target.text, place) for place in places)
        if held and held.isdisjoint(match[0].lower() for match in said if match):
            yield f'"{source.text[pair.start : pair.end].strip()}"'


def _iter_pairs(side: Variant) -> Iterator[_Pair]:
    """Yield the pairs of inline codes of a text, and those of tags that are part of it."""
    starts = {code.pair: code for code in side.codes if code.kind is CodeKind.START and code.pair is not None}
    for code in side.codes:
        first = starts.get(code.pair) if code.kind is CodeKind.END and code.pair is not None else None
        if first is not None and code.type != TIE:
            yield _Pair((side.text[first.start : first.end], first.type), first.end, code.start)
    opened: list[tuple[str, int]] = []
    for one in find_kept(side.text) if "<" in side.text and not side.codes else ():
        match = _TAG.fullmatch(side.text, one.start, one.end) if one.kind.family is Family.TAG else None
        if match and not match["end"]:
            opened.append((match["name"], one.end))
        elif match and opened and opened[-1][0] == match["name"]:
            name, start = opened.pop()
            yield _Pair((name, ""), start, one.start)


def _without_codes(side: Variant) -> str:
    """Return a text with blanks for its codes and tags, so that places stay what they are."""
    spans = [(code.start, code.end) for code in side.codes]
    spans += [(one.start, one.end) for one in find_kept(side.text) if one.kind.family is Family.TAG]
    text = side.text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


MISPLACED = PlainCheck("misplaced", _check_misplaced, lambda source, target: has_answers(source.code, target.code))
