"""Regular expressions in settings: they are right, or the settings are refused."""

from __future__ import annotations

from collections.abc import Sequence

from translate.errors import UsageError

ASKS = " => "
"""Between what is in a source and what it asks for in the target."""


def check_patterns(forbidden: Sequence[str], required: Sequence[str]) -> None:
    """Compile the patterns of the checks.

    :raises UsageError: for one that is no regular expression, with what is wrong and where.
    """
    for rule in required:
        if rule.count(ASKS) != 1:
            raise UsageError(
                f"checks: required = '{rule}'; expected 'pattern of the source{ASKS}pattern of the target'."
            )
    if not forbidden and not required:
        return
    import regex  # which most settings need not wait for

    for pattern in (*forbidden, *(part for rule in required for part in rule.split(ASKS))):
        try:
            regex.compile(pattern)
        except regex.error as exc:
            raise UsageError(f"checks: '{pattern}' is no regular expression: {exc}.") from exc
