"""The converter of models, run in the process of the tests: one of its own takes seconds to load what is here."""

from __future__ import annotations

import io
import subprocess
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout

import pytest

from translate.models import conversion

MODULE = "translate.models.converter"


class _Here:
    """What the conversion needs of `subprocess`."""

    @staticmethod
    def run(command: Sequence[str], **_: object) -> subprocess.CompletedProcess[str]:
        _, _, module, *arguments = command
        assert module == MODULE
        from translate.models.converter import main  # not before a model is converted: it loads torch

        said = io.StringIO()
        with warnings.catch_warnings(), redirect_stdout(said), redirect_stderr(said):
            try:
                main(*arguments)
            except Exception as exc:  # noqa: BLE001 - as a process would end with any
                return subprocess.CompletedProcess(command, 1, "", "".join(traceback.format_exception_only(exc)))
        return subprocess.CompletedProcess(command, 0, "", said.getvalue())


@contextmanager
def converting_here() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "subprocess", _Here)
        yield


@contextmanager
def converting_in_a_process() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "subprocess", subprocess)
        yield
