"""Documents: found by name, read as blocks of text, and rebuilt with another text in the same layout."""

from translate.documents.base import Reader, Rebuilder
from translate.documents.discovery import Found, Source, find_sources, from_standard_input
from translate.documents.kinds import READERS

__all__ = ["READERS", "Found", "Reader", "Rebuilder", "Source", "find_sources", "from_standard_input"]
