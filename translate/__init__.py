"""bitexte: French documents into English ones, and into parallel corpora for translation memories."""

__version__ = "0.1.0"
