"""The rules of an SRX file, and the languages that they are for: a language code comes in, its rules go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import regex

from translate.data import CodeKind
from translate.errors import RuleError, reason_of, shown
from translate.records import dataclass
from translate.segmentation.patterns import PatternError, translate_pattern
from translate.text.compiled import compile_kept


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its file writes it. `name` says its place: `rule 3 of 'French'`."""

    name: str
    is_break: bool
    before: str
    after: str
    path: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class LanguageMap:
    """Language codes that match `pattern` whole, in any case, use the rules called `rules`."""

    pattern: str
    rules: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SrxFile:
    """What an SRX file says, in its order.

    `handles` holds, for start, end and isolated inline codes at a break, whether the code belongs to the segment
    before it. `last_rules` are tried after those of any language.
    """

    path: str
    cascades: bool
    segments_subflows: bool
    handles: Mapping[CodeKind, bool]
    rules: dict[str, tuple[Rule, ...]]
    maps: tuple[LanguageMap, ...]
    last_rules: tuple[Rule, ...] = ()

    @classmethod
    def of(cls, path: str, plain: Sequence[Any]) -> SrxFile:
        """Return the file at a path that :attr:`plain` was asked of."""
        cascades, subflows, handles, rules, maps, last = plain
        return cls(
            path,
            cascades,
            subflows,
            {CodeKind(kind): is_before for kind, is_before in handles},
            {name: _rules_of(some, path) for name, some in rules},
            tuple(LanguageMap(*one) for one in maps),
            _rules_of(last, path),
        )

    @property
    def plain(self) -> tuple[object, ...]:
        """What it says in values that can be kept, but for its path."""
        return (
            self.cascades,
            self.segments_subflows,
            [(str(kind), is_before) for kind, is_before in self.handles.items()],
            [(name, _plain(rules)) for name, rules in self.rules.items()],
            [(one.pattern, one.rules, one.line) for one in self.maps],
            _plain(self.last_rules),
        )

    def rules_for(self, language: str) -> tuple[Rule, ...]:
        """Return the rules of a language code, in the order in which they are tried.

        :raises RuleError: where no language map takes the code.
        """
        chosen = [entry for entry in self.maps if language_pattern(entry, self.path).fullmatch(language)]
        if not chosen:
            known = ", ".join(shown(entry.pattern) for entry in self.maps)
            raise RuleError(f"no rules for the language {shown(language)}. Its language maps: {known}.", path=self.path)
        used = chosen if self.cascades else chosen[:1]
        return (*chain.from_iterable(self.rules[entry.rules] for entry in used), *self.last_rules)


def _plain(rules: Sequence[Rule]) -> list[tuple[object, ...]]:
    return [(rule.name, rule.is_break, rule.before, rule.after, rule.line) for rule in rules]


def _rules_of(plain: Sequence[Any], path: str) -> tuple[Rule, ...]:
    return tuple(Rule(name, is_break, before, after, path, line) for name, is_break, before, after, line in plain)


def language_pattern(entry: LanguageMap, path: str) -> regex.Pattern[str]:
    """Return what matches the codes of a language map.

    :raises RuleError: where its pattern is none.
    """
    try:
        return compile_kept(translate_pattern(entry.pattern).text, regex.VERSION1 | regex.IGNORECASE)
    except (PatternError, regex.error) as exc:
        raise RuleError(
            f"the language map {shown(entry.pattern)} is not a pattern: {reason_of(exc)}.", path=path, line=entry.line
        ) from exc
