"""The kinds of text that no translation may alter and that have no space for so long that they are no words."""

from __future__ import annotations

from translate.text.protected.kinds import Family, Keeping, Kind

_RUN = r"[A-Za-z\d+/=_-]*"  # no other sign is looked ahead over, or long texts without a space would take long
_MIXED = r"(?:data:[\w/+.-]{1,99}+;base64,)?(?<![A-Za-z\d+/=_-])(?=[A-Za-z\d+/_-]{16})"
_MIXED += rf"(?={_RUN}[A-Z])(?={_RUN}[a-z])(?=(?:{_RUN}+\.){{0,2}}{_RUN}\d)"
_ENCODED = r"(?:(?:[A-Za-z\d_-]{16,}+\.){2}[A-Za-z\d_-]{16,}+|[A-Za-z\d+/_-]{40,}+={0,2}(?![\w+/]))"
UNBROKEN = (
    Kind("encoded data", Family.CODE, Keeping.MASK, _MIXED + _ENCODED),
    Kind("unbroken letters", Family.CODE, Keeping.MASK, r"(?<!\w)[\p{Latin}\p{Greek}\p{Cyrillic}]{60,}+(?!\w)"),
)
"""What has no space for so long that it is no word."""
