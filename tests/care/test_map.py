"""The package says where what is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import translate.care


def test_the_map_has_each_module_once() -> None:
    rows = [row.split("  ")[-1] for row in (translate.care.__doc__ or "").splitlines() if "  " in row]
    modules = {path.stem for path in Path(translate.care.__file__).parent.glob("[!_]*.py")}
    assert Counter(word for row in rows for word in row.split()) == Counter(modules)
