"""What stands in French texts between an amount of money and its sign, « 2,8 M€ »."""

from __future__ import annotations

import regex

SCALES = regex.compile(r"(?<=[\d\s])(?:k|Md?)(?=€)")
