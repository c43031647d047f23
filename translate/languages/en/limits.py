"""How an English note says how long a text may be: `max. 20 characters`."""

from __future__ import annotations

# A note about the text itself begins with it, or names it; others tell of passwords and names.
_LEAD = r"(?:^|[.;,(]\s*|\b(?:translation|text|string|label|it)\b.{0,20}\b)"
LIMITS = (
    rf"{_LEAD}(?:max\w*\.?|at most|no more than|exceed|up to|under) (\d+) (?:char|letters)",
    rf"{_LEAD}(\d+) (?:char\w*|letters) (?:max|or less|at most)",
    r"^(?:max\W?|character )(?:imum )?(?:length|limit)\W{1,3}(\d+)",
)
