"""Documents: found by name, read as blocks of text, and rebuilt with another text in the same layout.

A family of formats is a folder; what several of them share lies here. `kinds` tells what reads each kind.
"""

from translate.documents.base import Reader, Rebuilder
from translate.documents.discovery import Found, Source, find_sources, from_standard_input
from translate.documents.kinds import READERS

__all__ = ["READERS", "Found", "Reader", "Rebuilder", "Source", "find_sources", "from_standard_input"]
