"""Patterns that look for marks read bytes as characters, where a byte of « à » is no white space and no letter."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from translate.documents import markup

OF_TEXTS = {("rst_inline", "_ESCAPED"), ("rst_inline", "_RISK")}
"""Patterns that are given characters."""
MODULES = [module.name for module in pkgutil.iter_modules(markup.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_classes_of_characters_are_those_of_bytes(name: str) -> None:
    module = importlib.import_module(f"{markup.__name__}.{name}")
    patterns = {key: value for key, value in vars(module).items() if isinstance(value, re.Pattern)}
    wide = {
        (name, key)
        for key, value in patterns.items()
        if isinstance(value.pattern, str) and re.search(r"\\[swdb]", value.pattern, re.I) and not value.flags & re.ASCII
    }
    assert wide <= OF_TEXTS
