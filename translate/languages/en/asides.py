"""What English says besides: phrases that a translation may leave out, and nothing is lost."""

from __future__ import annotations

ASIDES = (r"for (?:example|instance)", r"please", r"of course", r"by the way")
