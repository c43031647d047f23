"""Quotation marks of a language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotes:
    """Opening and closing marks, and those of a quotation within another; the second of these is the apostrophe."""

    double: tuple[str, str]
    single: tuple[str, str]
