"""The ranges of settings that are numbers."""

from __future__ import annotations

from translate.errors import UsageError

Range = tuple[float, float | None]
"""The least value and the greatest; None where there is none."""


def check_ranges(table: str, settings: object, **ranges: Range) -> None:
    """Compare the numbers of a table with what they may be.

    :param ranges: by the names of the settings.
    :raises UsageError: for the first one that is out of its range, with its name, its value and the range.
    """
    for name, (least, most) in ranges.items():
        value = getattr(settings, name)
        if not (least <= value and (most is None or value <= most)):
            expected = f"{least:g} or more" if most is None else f"{least:g} to {most:g}"
            raise UsageError(f"{table}: {name} = {value}; expected {expected}.")
