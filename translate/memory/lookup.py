"""Queries come in, and their matches in a memory go out: candidates scored on the real texts, ranked, penalised."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import itemgetter
from typing import Any

from translate.data import Origin, State, TranslationUnit
from translate.memory.candidates import Index
from translate.memory.counters import Candidate
from translate.memory.database import row_of
from translate.memory.matches import EXACT, IN_CONTEXT, Kind, LookupSettings, Match, Penalty, Query, Score
from translate.memory.percentage import percentage_after_repair, share, tokens, words_percentage
from translate.memory.rows import UNIT_COLUMNS, Languages, digest_of, plain, tagged, unit_of_row

_WIDE_THRESHOLD = 50
"""What candidates must reach where another figure than the percentage decides."""
_MOST_TEXTS = 64
"""Texts of one query that are scored."""
_SPARE_UNITS = 16
"""Units of one text that are looked at beside those that are wanted: some have equal targets."""
_SAME_TEXT = (Kind.CONTEXT, Kind.EXACT, Kind.TYPOGRAPHY)
_FIELDS = f"f.penalty, f.domain, u.standing, u.changed, {UNIT_COLUMNS}"
_TABLES = "unit u JOIN file f ON f.number = u.file LEFT JOIN document d ON d.number = u.document"
_BEST_FIRST = "ORDER BY u.standing DESC, u.changed DESC, u.number LIMIT ?"
_UNITS = f"SELECT {_FIELDS} FROM {_TABLES} WHERE u.text = ? {_BEST_FIRST}"
_IN_CONTEXT = f"SELECT {_FIELDS} FROM {_TABLES} WHERE u.text = ? AND u.before IS ? AND u.after IS ? {_BEST_FIRST}"
_OF_DIGEST = "SELECT number, source, tagged FROM text WHERE digest = ? ORDER BY number"
_NAMED = f"SELECT {_FIELDS} FROM {_TABLES} WHERE u.text = ? AND u.name = ? {_BEST_FIRST}"


class Finder:
    """Looks queries up in a memory."""

    def __init__(self, connection: sqlite3.Connection, languages: Languages) -> None:
        self._connection, self._languages = connection, languages
        self._index = Index(connection)

    def lookup(self, queries: Sequence[Query], settings: LookupSettings) -> Iterator[tuple[Match, ...]]:
        """Yield the matches of each query, the best first."""
        is_wide = settings.score is not Score.ALL
        threshold = min(settings.threshold, _WIDE_THRESHOLD) if is_wide else settings.threshold
        texts = [tagged(query.source, query.codes) for query in queries]
        found = self._index.find(texts, threshold, is_thorough=settings.is_thorough)
        for query, text, candidates in zip(queries, texts, found, strict=True):
            yield self._matches(_Asked(query, text), candidates, settings)

    def _matches(self, asked: _Asked, candidates: Sequence[Candidate], settings: LookupSettings) -> tuple[Match, ...]:
        held: dict[str, tuple[tuple[Any, ...], Match]] = {}
        twins = self._twins(asked)
        for candidate in (*twins, *candidates[:_MOST_TEXTS]):
            if len(held) >= settings.count and settings.score is Score.ALL and not settings.has_all_targets:
                worst = sorted(order[0] for order, _ in held.values())[settings.count - 1]
                if -worst > candidate.percentage:
                    break
            for match in self._score(asked, candidate, settings):
                order = _order(match)
                known = held.get(match.unit.target.text)
                if known is None or order < known[0]:
                    held[match.unit.target.text] = order, match
        ranked = [match for _, match in sorted(held.values(), key=itemgetter(0))]
        kept = ranked if settings.has_all_targets else _first(ranked, settings.count)
        return tuple(asked.complete(match) for match in kept)

    def _twins(self, asked: _Asked) -> list[Candidate]:
        """Return the texts that differ in apostrophes and spaces only, which may be far below the threshold."""
        rows = self._connection.execute(_OF_DIGEST, (digest_of(asked.query.source),))
        return [Candidate(text, EXACT) for text, *sides in rows if asked.kind(*sides) is Kind.TYPOGRAPHY]

    def _score(self, asked: _Asked, candidate: Candidate, settings: LookupSettings) -> Iterator[Match]:
        """Yield the units of a text as matches, those that reach the threshold."""
        query = "SELECT source, tagged FROM text WHERE number = ?"
        source, marked = row_of(self._connection, query, candidate.text)
        figure = asked.figure(marked or source, settings.score)
        if figure < settings.threshold and candidate.percentage < EXACT:
            return
        kind = asked.kind(source, marked)
        for row in self._rows(asked, candidate.text, kind, settings):
            penalty, domain, standing, changed, *own = row
            unit = unit_of_row(own, source, self._languages)
            own_kind, own_figure = kind, figure
            if kind is Kind.EXACT and asked.is_context(unit, settings):
                own_kind, own_figure = Kind.CONTEXT, IN_CONTEXT
            penalties = tuple(_penalties(unit, standing, changed, penalty, domain, settings))
            points = sum(one.points for one in penalties)
            if points:
                own_figure = max(0, min(own_figure, EXACT) - points)
            match = Match(unit, own[0], own_figure, own_kind, 0, 0, changed, penalties)
            if match.worth >= settings.threshold:
                yield match

    def _rows(self, asked: _Asked, text: int, kind: Kind, settings: LookupSettings) -> Iterator[tuple[Any, ...]]:
        """Yield the units of a text that may be the best: few of many, but those in context if there are any."""
        limit = -1 if settings.has_all_targets else settings.count + _SPARE_UNITS
        rows = self._connection.execute(_UNITS, (text, limit)).fetchall()
        yield from rows
        if len(rows) == limit and kind is Kind.EXACT:
            query = asked.query
            if settings.is_context_name and query.name:
                yield from self._connection.execute(_NAMED, (text, query.name, 1))
            elif query.has_context:
                yield from self._connection.execute(_IN_CONTEXT, (text, query.before, query.after, 1))


class _Asked:
    """A query, and what is computed of it once."""

    def __init__(self, query: Query, text: str) -> None:
        self.query = query
        self._text = text
        self._plain = plain(text)
        self._tokens = tokens(text)

    def figure(self, other: str, score: Score) -> int:
        """Return the percentage of a text of the memory."""
        if score is Score.WORDS:
            return words_percentage(self._text, other)
        if score is Score.REPAIRED:
            return percentage_after_repair(self._text, other)
        return share(self._tokens, tokens(other))

    def complete(self, match: Match) -> Match:
        """Return the match with the figures that are shown beside its percentage."""
        other = tagged(match.unit.source.text, match.unit.source.codes)
        return replace(
            match, words=words_percentage(self._text, other), after_repair=percentage_after_repair(self._text, other)
        )

    def kind(self, source: str, marked: str | None) -> Kind:
        """Return how a text of the memory agrees, whatever its neighbours."""
        if source == self.query.source and (marked or source) == self._text:
            return Kind.EXACT
        other = marked or source
        if plain(other) == self._plain:
            return Kind.TYPOGRAPHY
        return Kind.CASE if tokens(other) == self._tokens else Kind.FUZZY

    def is_context(self, unit: TranslationUnit, settings: LookupSettings) -> bool:
        """Tell whether a unit with an equal source stands where the query stands."""
        query = self.query
        if settings.is_context_name:
            return bool(query.name) and query.name == unit.name
        return (
            query.has_context
            and _agrees(query.before, unit.context_before)
            and _agrees(query.after, unit.context_after)
        )


def _agrees(one: str | None, other: str | None) -> bool:
    return one == other or (one is not None and other is not None and plain(one) == plain(other))


def join_answers(answers: Sequence[Sequence[Match]], settings: LookupSettings) -> tuple[Match, ...]:
    """Return the matches that several memories have for a query, ranked as those of one.

    Of equal ones, those of the memory that is named first come first.
    """
    held: dict[str, Match] = {}
    for match in sorted(chain.from_iterable(answers), key=lambda match: _order(match)[:-1]):
        held.setdefault(match.unit.target.text, match)
    ranked = list(held.values())
    return tuple(ranked if settings.has_all_targets else _first(ranked, settings.count))


def _first(ranked: Sequence[Match], count: int) -> Sequence[Match]:
    """Return the best matches, and among them the best of the same text, which a penalty may have put behind others."""
    best = list(ranked[:count])
    same = max((match for match in ranked if match.kind in _SAME_TEXT), key=lambda match: match.worth, default=None)
    return best if same is None or same in best else [*best[:-1], same]


def _order(match: Match) -> tuple[Any, ...]:
    """Return by what matches are ranked: figure, equal text, context, reviewed, newest, lowest number."""
    is_equal = match.kind in (Kind.CONTEXT, Kind.EXACT)
    dated = tuple(-ord(digit) for digit in match.changed) or (0,)
    return (
        -match.percentage,
        not is_equal,
        match.kind is not Kind.CONTEXT,
        -match.unit.standing.rank,
        dated,
        match.number,
    )


def _penalties(
    unit: TranslationUnit, standing: int, changed: str, penalty: int, domain: str, settings: LookupSettings
) -> Iterable[Penalty]:
    """Yield what is taken off the figure of a unit."""
    points = settings.penalties
    if unit.origin is Origin.MACHINE and standing < State.REVIEWED.rank:
        if points.mt:
            yield Penalty("mt", points.mt)
    elif standing <= State.DRAFT.rank and points.draft:
        yield Penalty("draft", points.draft)
    if points.domain and settings.domain and domain != settings.domain:
        yield Penalty("domain", points.domain)
    if points.age and changed and settings.today:
        years = (int(settings.today[:8]) - int(changed[:8])) // 10_000
        if years > 0:
            yield Penalty("age", years * points.age)
    if penalty:
        yield Penalty("file", penalty)
