"""The package says where what is."""

from __future__ import annotations

from pathlib import Path

import translate.care


def test_the_map_has_each_module_once_in_its_folder() -> None:
    rows = [row.split("  ", 1) for row in (translate.care.__doc__ or "").splitlines() if "  " in row]
    told = [(name.strip("/") if "/" in name else "care", one) for name, modules in rows for one in modules.split()]
    paths = Path(translate.care.__file__).parent.rglob("[!_]*.py")
    assert sorted(told) == sorted((path.parent.name, path.stem) for path in paths)
