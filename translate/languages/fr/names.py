"""Names in French texts: titles before them, « MM. », and words that they have in common with sentences."""

from __future__ import annotations

from dataclasses import replace

from translate.languages.names import NAMES as COMMON

NAMES = replace(
    COMMON,
    titles=(*COMMON.titles, "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Pr", "Me", "Mgr", "Ste"),
    words=COMMON.words | {"est", "plus"},
)
