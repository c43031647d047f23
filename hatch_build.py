"""Before bitexte is packed: the digests of its modules, so that its first start need not make them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DigestsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes `translate/digests.tsv`, which is true of the modules that are packed, or installed to be edited."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from translate.signature import SHIPPED, format_digests

        path = root / "translate" / SHIPPED
        path.write_text(format_digests(path.parent), encoding="utf-8", newline="\n")
        build_data["artifacts"].append(f"/translate/{SHIPPED}")
