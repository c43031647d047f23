"""One line that says how a corpus was made, in the manner of sacreBLEU's signatures."""

from __future__ import annotations

from translate import __version__


def format_signature(**parts: str | int) -> str:
    """Return `bitexte:VERSION|key:value|…`, in the order given; `|` cannot occur in a value."""
    fields = "".join(f"|{key}:{str(value).replace('|', '/')}" for key, value in parts.items())
    return f"bitexte:{__version__}{fields}"
