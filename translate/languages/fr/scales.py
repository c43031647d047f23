"""What stands in French texts between an amount of money and its sign, « 2,8 M€ »."""

from __future__ import annotations

from translate.text.late import late

SCALES = late(r"(?<=[\d\s])(?:k|Md?)(?=€)")
