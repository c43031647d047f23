"""A model's name gives its folder: an embedded or installed model, a folder, or a repository of the hub."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

from translate.data import Model
from translate.errors import ModelError
from translate.models import hub
from translate.models.folder import REQUIRED_FILES, check_folder, digest_of
from translate.models.installed import find_installed, installed_models
from translate.text.late import late_plain

EMBEDDED = Path(__file__).parent
_HUB_NAME = late_plain(r"[\w.-]+/[\w.-]+")

log = logging.getLogger(__name__)


def embedded_models() -> tuple[str, ...]:
    """Return the names of the models that come with the package."""
    return tuple(sorted(path.parent.name for path in EMBEDDED.glob("*/config.json")))


def cached_hub_models() -> Iterator[tuple[str, str]]:
    """Yield (name, revision) of the Marian models that the hub's cache on this disk holds."""
    return hub.cached_models()


def resolve_model(name: str, *, revision: str | None = None, offline: bool = False) -> Model:
    """Return the model called `name`. The network is used only for a hub name that is not in the cache.

    :param revision: commit, tag or branch of a hub model; None takes what the cache holds, or else the newest.
    :param offline: never ask the hub. `HF_HUB_OFFLINE=1` does the same.
    :raises ModelError: where the model is unknown, incomplete or not to be had offline.
    """
    if name in embedded_models():
        folder = EMBEDDED / name
        label = name
    elif installed := find_installed(name):
        folder, label = installed, name
    elif Path(name).is_dir():
        folder = Path(name)
        label = folder.resolve().name
    elif _HUB_NAME.fullmatch(name) and not name.startswith((".", "/")):
        offline = offline or os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}
        folder = hub.fetch(name, revision=revision, offline=offline)
        label = name
    else:
        raise ModelError(
            f"Unknown model '{name}'. Give a built-in model ({', '.join(embedded_models())}), an installed one "
            f"({', '.join(installed_models()) or 'none'}; 'bitexte models' lists others to install), a folder with "
            f"{', '.join(REQUIRED_FILES)}, or a Hugging Face name such as Helsinki-NLP/opus-mt-fr-en."
        )
    check_folder(folder)
    return Model(name=label, folder=folder, digest=digest_of(folder))
