"""Warming: the rules and tables that any text needs are read before the first one comes, without a model."""

from __future__ import annotations

from dataclasses import replace

from translate.config import Config, MemoryConfig
from translate.run.loading import load_tools
from translate.run.texts import opened_texts

_ENGINE = "rotate"
"""It takes texts as every engine does, and neither computes nor leaves a thread behind."""
_TEXT = "Abc, d'ef : « 12 345,6 km » (07/08/2021, 3 h 20) ; 50 % <b>G. H.</b> n° 3 - JKL?\nmno@pqr.st\n"


def warm(config: Config) -> None:
    """Have all modules imported, and all rules and tables read, that translating texts needs beside its model.

    :raises BitexteError: where the configuration cannot be used.
    """
    light = replace(config, engine=replace(config.engine, name=_ENGINE), memory=MemoryConfig())
    with opened_texts(load_tools(light)) as texts:
        for _ in texts.translate([texts.read(_TEXT, "")]):
            pass
