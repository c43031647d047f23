"""What an order of French ends with where it is about a thing that was named before: « rincez-le »."""

from __future__ import annotations

OBJECTS = r"\p{L}{2,}ez-l[ea]"
