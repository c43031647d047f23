"""The name of an instruction set comes in, and CTranslate2 with its matrix libraries computes with it and no wider one.

Left to themselves they take the widest that the processor has, and round otherwise on each kind of processor.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from translate.errors import UnknownNameError, UsageError

AUTO = "auto"
_VARIABLES = {
    AUTO: {},
    "avx2": {"CT2_FORCE_CPU_ISA": "AVX2", "CT2_USE_MKL": "0", "ONEDNN_MAX_CPU_ISA": "AVX2"},
    "avx512": {"CT2_FORCE_CPU_ISA": "AVX512", "CT2_USE_MKL": "0", "ONEDNN_MAX_CPU_ISA": "AVX512_CORE"},
}
"""What the libraries read once a process, some when they are imported. MKL, which CTranslate2 takes on Intel's
processors alone, gives other sums for long texts than oneDNN.
"""
_LIBRARY = "ctranslate2"
_UNUSED = "asyncio"
"""What CTranslate2 imports for streams of tokens; with its sockets it is a tenth of what a start imports."""
_PROBE = """
import sys, ctranslate2
ctranslate2.Translator(sys.argv[1]).translate_batch([["<unk>", "</s>"]], max_decoding_length=1)
"""
_pinned: list[str] = []
"""What this process computes with; empty before the first model."""


def load_library(isa: str, device: str) -> Any:
    """Import CTranslate2, which from then on computes with `isa`.

    :raises UsageError: see :func:`pin`.
    """
    pin(isa, device)
    if _LIBRARY in sys.modules or _UNUSED in sys.modules:
        return import_module(_LIBRARY)
    later = sys.modules[_UNUSED] = _Later(_UNUSED)
    try:
        return import_module(_LIBRARY)
    finally:
        if sys.modules.get(_UNUSED) is later:
            del sys.modules[_UNUSED]


class _Later(ModuleType):
    """Stands for a module that a library imports at its start, and is imported when it is used."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


def find_version() -> str:
    """Return the version of CTranslate2, which is not imported for that; to read what is installed takes longer."""
    spec = find_spec(_LIBRARY)
    places = spec.submodule_search_locations if spec else None
    path = Path(places[0]) / "version.py" if places else None
    own = spec_from_file_location("version", path) if path and path.is_file() else None
    if own is None or own.loader is None:
        return str(import_module("importlib.metadata").version(_LIBRARY))
    module = module_from_spec(own)
    own.loader.exec_module(module)
    return str(module.__version__)


def pin(isa: str, device: str) -> None:
    """Have CTranslate2 compute with `isa` once it is imported, for as long as this process lives.

    :raises UsageError: for a name that is not known, for another device than a processor, and where this process
        computes with another one already.
    """
    if isa not in _VARIABLES:
        raise UnknownNameError("instruction set", isa, _VARIABLES)
    if isa != AUTO and device != "cpu":
        raise UsageError(f"The instruction set {isa} is one of processors; leave out --isa with --device {device}.")
    if not _pinned and _LIBRARY in sys.modules:
        _pinned.append(AUTO)
    if _pinned and _pinned[0] != isa:
        raise UsageError(
            f"This process computes with the instruction set {_pinned[0]} already, and cannot change to {isa}; "
            "start another process."
        )
    if not _pinned:
        _pinned.append(isa)
        os.environ.update(_VARIABLES[isa])


def find_usable(converted: Path) -> list[str]:
    """Return the instruction sets that a converted model can be run with here, each tried in a process."""
    found = []
    pinned = {name for variables in _VARIABLES.values() for name in variables}
    for isa, variables in _VARIABLES.items():
        environment = {name: value for name, value in os.environ.items() if name not in pinned} | variables
        command = [sys.executable, "-c", _PROBE, str(converted)]
        if subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0:
            found.append(isa)
    return found
