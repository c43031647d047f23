"""The files of the page: a table of names that is made at the start, so that no path ever comes from a request."""

from __future__ import annotations

import html
from dataclasses import dataclass
from importlib import resources

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
_INDEX, _ICON = "index.html", "favicon.svg"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the page."""

    data: bytes
    type: str


class Page:
    """The page, with the token of this start."""

    def __init__(self, token: str) -> None:
        self.assets: dict[str, Asset] = {}
        for entry in resources.files("translate.serve").joinpath("assets", "review").iterdir():
            ending = "." + entry.name.rpartition(".")[2]
            if entry.is_file() and ending in TYPES:
                self.assets[entry.name] = Asset(entry.read_bytes(), TYPES[ending])
        index = self.assets.pop(_INDEX)
        data = index.data.decode().replace("{{token}}", html.escape(token)).encode()
        self.index = Asset(data, index.type)
        self.icon = self.assets[_ICON]
