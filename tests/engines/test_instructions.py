"""What is imported with CTranslate2, and what it is called, without what a start does not need."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

from translate.engines.instructions import find_version

CODE = """
import sys
from translate.engines.instructions import find_version, load_library
find_version()
library = load_library("auto", "cpu")
print("asyncio" in sys.modules, "importlib.metadata" in sys.modules)
later = library.extensions.asyncio
import asyncio
print(later.Queue is asyncio.Queue)
"""


def test_the_version_is_that_of_the_installed_package() -> None:
    assert find_version() == version("ctranslate2")


def test_asyncio_is_imported_when_somebody_uses_it() -> None:
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False", "True"]
