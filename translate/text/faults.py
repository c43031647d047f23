"""A fault in a text: who finds it knows its place, and whoever opened the file turns that into line and column."""

from __future__ import annotations


class FaultError(Exception):
    """A text is not of its kind; whoever reads it knows its file, and says so.

    :param place: index of the character where it is found out.
    """

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.message, self.place = message, place

    def line_and_column(self, text: str) -> tuple[int, int]:
        """Return where in `text` that is, counted from 1."""
        return text.count("\n", 0, self.place) + 1, self.place - text.rfind("\n", 0, self.place)
