"""The files of the page: a table of names that is made at the start, so that no path ever comes from a request."""

from __future__ import annotations

import base64
import html
from importlib import resources

from translate.records import dataclass

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
        index, icon = self.assets.pop(_INDEX), base64.b64encode(self.assets.pop(_ICON).data)
        # The icon stands in the page itself: Chromium asks for it again whenever the address names another unit.
        data = index.data.replace(b"{{token}}", html.escape(token).encode()).replace(b"{{icon}}", icon)
        self.index = Asset(data, index.type)
