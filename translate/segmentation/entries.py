"""A rule comes in, and what a matcher needs of it goes out: its expression, and what must stand around its places.

To translate the rules of a language takes as long as to load a model. Those of our own are kept in the cache folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import regex

from translate.errors import RuleError
from translate.files import kept_or_made
from translate.records import dataclass
from translate.segmentation.candidates import Surroundings
from translate.segmentation.patterns import Pattern, PatternError, translate_pattern
from translate.segmentation.rules import Rule
from translate.signature import digest_code

CODE = ("segmentation", "text")
"""What decides the breaks that rules make."""
_FAR = 100
_SHORT_PATTERN = len(r"[\s\p{Z}]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule, translated. `expression` matches nothing, at the places of the rule."""

    rule: Rule
    expression: str
    surroundings: Surroundings
    needed: frozenset[str]
    """Characters without which a text has no match, where looking for them first saves time."""
    steps: int
    """Bounds how often the expression looks at a character at one place."""


def translate_rule(rule: Rule) -> Entry:
    """Translate both patterns of a rule.

    :raises RuleError: where one cannot be used.
    """
    try:
        before, after = translate_pattern(rule.before), translate_pattern(rule.after)
    except PatternError as exc:
        raise faulty(rule, exc) from exc
    ignores_case = before.ignores_case or after.ignores_case
    shape = before.shape.behind().then(after.shape.ahead())
    last, first = before.shape.last, after.shape.first
    flags = int(regex.VERSION1 | (regex.IGNORECASE if ignores_case else 0))
    around = Surroundings(last.second, last.nearest, first.nearest, first.second, flags, rule.is_break)
    is_far = shape.steps >= _FAR and not ignores_case
    return Entry(rule, _expression(before, after), around, shape.needed if is_far else frozenset(), shape.steps)


def _expression(before: Pattern, after: Pattern) -> str:
    parts = [f"(?<={before.text})" if before.text else "", f"(?={after.text})" if after.text else ""]
    # Of the two tests, the longer is the one that fails more often.
    return "".join(reversed(parts) if len(after.text) > _SHORT_PATTERN else parts)


def find_kept(rules: Sequence[Rule]) -> list[Entry]:
    """Return rules, translated: from the cache folder, where an earlier process translated the same.

    :raises RuleError: where a pattern cannot be used.
    """
    facts = repr([(rule.is_break, rule.before, rule.after) for rule in rules]) + digest_code(*CODE)
    kept = kept_or_made(
        "rules", facts.encode("utf-8", "surrogatepass"), lambda: [_plain(translate_rule(rule)) for rule in rules]
    )
    return [
        Entry(rule, text, Surroundings(*around), needed, steps)
        for rule, (text, around, needed, steps) in zip(rules, kept, strict=True)
    ]


def _plain(entry: Entry) -> tuple[Any, ...]:
    around = entry.surroundings
    return entry.expression, (*around, around.flags, around.is_break), entry.needed, entry.steps


def faulty(rule: Rule, problem: object) -> RuleError:
    """Return the error that names a rule."""
    place = f"{rule.name} (before '{rule.before}', after '{rule.after}')"
    return RuleError(f"{place}: {problem}.", path=rule.path or None, line=rule.line)
