"""Documents: found by name, read as blocks of text, and rebuilt with another text in the same layout."""

from translate.documents.base import Reader, Rebuilder
from translate.documents.discovery import Found, Source, find_sources, from_standard_input
from translate.registry import Registry

READERS: Registry[Reader] = Registry(
    "document kind",
    {
        "text": "translate.documents.text:READER",
        "markdown": "translate.documents.markdown:READER",
        "segments": "translate.documents.segments:READER",
    },
)

__all__ = ["READERS", "Found", "Reader", "Rebuilder", "Source", "find_sources", "from_standard_input"]
