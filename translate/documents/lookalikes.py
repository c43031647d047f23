"""Files of a folder that have the ending of a document and are none: programs, settings of tools, memories.

Who names such a file gets it read; a folder's are passed over.
"""

from __future__ import annotations

import re
from pathlib import PurePath

START_BYTES = 1 << 14
"""How much of a file has to be known."""
_OF_TOOLS = frozenset(
    (
        "cargo.toml", "composer.json", "jsconfig.json", "package-lock.json", "package.json", "pipfile", "poetry.toml",
        "pyproject.toml", "pytest.ini", "setup.cfg", "tox.ini", "tsconfig.json",
    )
)  # fmt: skip
_SIGNS = {
    ".ts": re.compile(rb"<TS[\s>]"),
    ".php": re.compile(rb"\breturn\s*(?:\[|array\b)|=\s*(?:\[|array\s*\()|\]\s*=(?![=>])|\bdefine\s*\("),
    ".tmx": re.compile(rb"(?!)"),
}
"""What a document of such an ending has near its beginning; a memory is none, whatever it has."""


def is_lookalike(name: str, start: bytes) -> bool:
    """Tell whether a file of a folder is no document.

    :param start: its first bytes.
    """
    path = PurePath(name)
    sign = _SIGNS.get(path.suffix.lower())
    return path.name.lower() in _OF_TOOLS or (sign is not None and not sign.search(start.replace(b"\0", b"")))


def may_be_lookalike(name: str) -> bool:
    """Tell whether a file has to be looked into to know."""
    return PurePath(name).suffix.lower() in _SIGNS or PurePath(name).name.lower() in _OF_TOOLS
