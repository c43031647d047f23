"""What of a JSON file of messages is said to people: its strings come in by their paths, those that are none go out.

Known are the messages of browser extensions and of FormatJS (`message`, with a `description` beside it), those of ARB
(`@…` is about a message), of Angular (`locale`, `translations`), and packages of npm and Composer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.documents.strings.values import is_prose, is_text
from translate.records import dataclass

_ABOUT = "@"
_SAID = frozenset(("message", "defaultMessage", "string", "translation", "msgstr"))
"""Keys of what is said in an object that is a message."""
_BESIDE = frozenset(
    ("description", "comment", "comments", "context", "note", "notes", "meaning", "developer_comment", "example", "id")
)
"""Keys of what is said of it to translators and programs."""
_PACKAGE = frozenset(("scripts", "dependencies", "devDependencies", "peerDependencies", "require", "autoload"))
_OF_PACKAGE = frozenset(("description", "keywords"))


@dataclass(frozen=True, slots=True)
class Messages:
    """What is known of a file: paths of the objects that are messages, and whether it is of a kind of its own."""

    messages: frozenset[tuple[str, ...]]
    is_package: bool
    is_angular: bool

    @classmethod
    def of(cls, paths: Iterable[Sequence[str]]) -> Messages:
        """Take the paths of all strings of a file."""
        messages: set[tuple[str, ...]] = set()
        roots: set[str] = set()
        names: set[str] = set()
        for path in paths:
            roots.add(path[0] if path else "")
            if len(path) == 1:
                names.add(path[0])
            if path and path[-1] in _SAID:
                messages.add(tuple(path[:-1]))
        is_package = {"name", "version"} <= names and not roots.isdisjoint(_PACKAGE)
        return cls(frozenset(messages), is_package, "locale" in names and "translations" in roots)

    def offers(self, path: Sequence[str], text: str) -> bool:
        """Tell whether a string reads as a text for people."""
        if any(part.startswith(_ABOUT) for part in path):
            return False
        if self.is_package:
            return path[0] in _OF_PACKAGE and is_prose(text)
        if self.messages and self._is_beside(path):
            return False
        is_angular = self.is_angular and path[0] == "translations"
        is_message = is_angular or (path and path[-1] in _SAID and tuple(path[:-1]) in self.messages)
        return is_text(text) if is_message else is_prose(text)

    def _is_beside(self, path: Sequence[str]) -> bool:
        """Tell whether a string is about a message: a description, or one of what stands for its placeholders."""
        return any(
            tuple(path[:end]) in self.messages and path[end] in (*_BESIDE, "placeholders") for end in range(len(path))
        )
