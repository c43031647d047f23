"""Amounts of money in French texts: what stands before the sign, « 2,8 M€ »."""

from __future__ import annotations

import regex

SCALES = regex.compile(r"(?<=[\d\s])(?:k|Md?)(?=€)")
