"""What a finished run wrote: a run that is started again then changes nothing, and no file of somebody else is lost."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from translate.errors import ForeignFileError
from translate.evaluation import Score
from translate.files import digest_of, from_json, write_text
from translate.records import dataclass
from translate.training.card import TestResult
from translate.training.recipe import MachineRecipe, Recipe

CARD, CURVES = "README.md", "curves.svg"
_STAMP = "finished.json"
_MODEL = ("config.json", "model.safetensors")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is kept of a run that came to its end. `files` are those that people read, with their digests."""

    recipe: str
    update: int
    chosen: str
    tests: tuple[TestResult, ...]
    files: Mapping[str, str]


def refuse_foreign(out: Path) -> None:
    """:raises ForeignFileError: where a run that begins in `out` would end by replacing a file that is there."""
    for name in (CARD, CURVES, *_MODEL):
        if (out / name).exists():
            raise ForeignFileError(f"{out / name}: not written by this training; give another --out, or move it.")


def read_stamp(work: Path) -> Stamp | None:
    """Return what the run in a work folder left at its end; None where it has not come to one."""
    try:
        held: dict[str, Any] = from_json((work / _STAMP).read_bytes())
        tests = tuple(TestResult(**one | {"scores": tuple(Score(**s) for s in one["scores"])}) for one in held["tests"])
        return Stamp(**held | {"tests": tests})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_stamp(work: Path, out: Path, recipe: Recipe, update: int, chosen: str, tests: tuple[TestResult, ...]) -> None:
    """Keep that a run has come to its end.

    :raises OutputError: where the disk refuses.
    """
    files = {name: digest_of(out / name) for name in (CARD, CURVES)}
    stamp = Stamp(_key(recipe), update, chosen, tests, files)
    write_text(work / _STAMP, json.dumps(asdict(stamp), ensure_ascii=False, indent=1) + "\n")


def is_finished(stamp: Stamp, out: Path, recipe: Recipe, update: int) -> bool:
    """Tell whether a run with this recipe, which is at this update, has nothing left to do."""
    whole = all((out / name).exists() for name in (CARD, CURVES, *_MODEL))
    return whole and (stamp.recipe, stamp.update) == (_key(recipe), update)


def _key(recipe: Recipe) -> str:
    """Return a digest of a recipe, whatever the machine."""
    return hashlib.sha256(repr(replace(recipe, machine=MachineRecipe())).encode()).hexdigest()
