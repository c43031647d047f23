"""How English counts pages."""

from __future__ import annotations

from translate.text.paging import Paging

PAGING = Paging(page="page", read="of", of="of")
