"""`bitexte models`: the models at hand and those worth having; install one, make it the default, remove it."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from translate.cli.tables import format_table
from translate.errors import ModelError, UsageError
from translate.models import cached_hub_models, convert_model, embedded_models, resolve_model
from translate.models.catalogue import Entry, read_catalogue
from translate.models.install import Origin, install_folder
from translate.models.installed import (
    default_model,
    find_installed,
    installed_models,
    iter_sizes,
    models_folder,
    read_manifest,
    remove_installed,
    set_default,
)
from translate.models.pair import stated_pair

DESCRIPTION = """\
List, install and choose models. An installed model is fetched once, checked and stored as int8; after that nothing
asks the network.

  bitexte models                                   list them, with what each is for and scores
  bitexte models install opus-mt-fr-en             from Hugging Face; any name such as Helsinki-NLP/opus-mt-fr-en too
  bitexte models install ./folder                  a folder, .zip or .argosmodel copied from another machine
  bitexte models use opus-mt-fr-en                 the default from now on; 'use fr-en' goes back
  bitexte models info opus-mt-fr-en                where it comes from, licence, size, scores
  bitexte models remove opus-mt-fr-en
  bitexte models convert ./folder                  convert a Hugging Face Marian model before going offline"""
RESULTS = True


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=tuple(_ACTIONS), default="list", help="what to do (list)")
    parser.add_argument("name", nargs="?", metavar="NAME", help="model, Hugging Face name, folder or archive")
    parser.add_argument("--as", dest="label", metavar="NAME", help="name to install it under")
    parser.add_argument("--revision", metavar="COMMIT", help="revision of a Hugging Face model")
    parser.add_argument("--target-token", metavar="TOKEN", default="", help="language of a model of many: '>>fra<<'")
    parser.add_argument("--offline", action="store_true", help="never access the network")


def run(options: argparse.Namespace) -> int:
    if options.action != "list" and not options.name:
        raise UsageError(f"models {options.action}: give the name of a model, or a folder.")
    if options.action == "list" and options.name:
        raise UsageError(f"models list takes no name; 'bitexte models info {options.name}' tells about one.")
    _ACTIONS[options.action](options)
    return 0


def _list(options: argparse.Namespace) -> None:
    catalogue = read_catalogue()
    usual = default_model()
    rows = []
    for name in dict.fromkeys([*embedded_models(), *installed_models(), *catalogue]):
        entry = catalogue.get(name)
        is_here = name in embedded_models() or find_installed(name) is not None
        where = "built-in" if name in embedded_models() else "installed" if is_here else "not installed"
        mark = ", default" if name == (usual or embedded_models()[0]) else ""
        size = f"{_megabytes(name):.0f} MB" if is_here else f"{entry.megabytes if entry else '?'} MB to fetch"
        rows.append((name, where + mark, size, entry.purpose if entry else "", _scores(entry)))
    if "HF_HOME" in os.environ or "HF_HUB_CACHE" in os.environ or _has_default_cache():
        rows += [(name, "Hugging Face cache", revision[:16], "", "") for name, revision in cached_hub_models()]
    print(format_table(("model", "where", "size", "for", "BLEU"), rows))


def _install(options: argparse.Namespace) -> None:
    place = Path(options.name)
    entry = read_catalogue().get(options.name)
    if options.name in embedded_models():
        raise UsageError(f"'{options.name}' is built in; there is nothing to install.")
    if place.exists() and entry is None:
        label = options.label or (place.resolve().name if place.is_dir() else place.stem)
        folder = install_folder(place, label, Origin(place.name), target_token=options.target_token)
    else:
        label, folder = _install_from_hub(entry.repository if entry else options.name, options)
    print(f"Installed {label}: {_megabytes(label):.0f} MB in {folder}, licence {_licence(folder) or 'not stated'}.")
    if entry:
        print(f"BLEU: {_scores(entry)}.")
    print(f"Use it once with --model {label}, or always: bitexte models use {label}")


def _install_from_hub(repository: str, options: argparse.Namespace) -> tuple[str, Path]:
    from translate.models import hub

    label = options.label or repository.rsplit("/", 1)[-1]
    if repository.count("/") != 1 or repository.startswith((".", "/", "~")):
        known = ", ".join(entry.name for entry in read_catalogue().values() if entry.repository)
        raise ModelError(
            f"'{repository}' is no folder, no file and no known model. Known: {known}; or give a Hugging Face name "
            "such as Helsinki-NLP/opus-mt-fr-en."
        )
    if options.offline or os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}:
        raise ModelError(
            f"Installing '{repository}' needs the network, and --offline or HF_HUB_OFFLINE forbids it. Give a folder "
            "or a file copied from another machine."
        )
    if find_installed(label):
        raise ModelError(f"A model '{label}' is installed already; remove it first, or give another name with --as.")
    fetched = hub.fetch_any(repository, revision=options.revision)
    origin = Origin(f"{repository}@{fetched.revision}", fetched.licence, hub.named_pair(repository))
    folder = install_folder(fetched.folder, label, origin, target_token=options.target_token)
    shutil.rmtree(fetched.folder, ignore_errors=True)
    return label, folder


def _use(options: argparse.Namespace) -> None:
    is_built_in = options.name in embedded_models()
    if not is_built_in and find_installed(options.name) is None:
        raise ModelError(f"No model '{options.name}' is installed; run 'bitexte models install {options.name}' first.")
    set_default(None if options.name == embedded_models()[0] else options.name)
    print(f"{options.name} is the default model now; --model overrides it.")


def _info(options: argparse.Namespace) -> None:
    entry = read_catalogue().get(options.name)
    if entry and entry.repository and find_installed(options.name) is None:
        rows = [("from", entry.repository), ("size", f"{entry.megabytes} MB to fetch"), ("licence", entry.licence)]
    else:
        model = resolve_model(options.name, revision=options.revision, offline=True)
        manifest = read_manifest(model.folder)
        rows = [("folder", str(model.folder)), ("digest", model.digest[:16])]
        rows += [("languages", " to ".join(stated_pair(model) or ("not stated",)))]
        if manifest:
            rows += [("from", manifest.origin), ("kind", manifest.kind), ("licence", manifest.licence or "not stated")]
            rows += [("target token", manifest.target_token)] if manifest.target_token else []
        elif entry:
            rows += [("licence", entry.licence)]
        rows += [("size", f"{size / 1e6:.0f} MB") for _, size in iter_sizes({model.name: model.folder})]
    rows += [("for", entry.purpose), ("BLEU", _scores(entry))] if entry else []
    print(format_table(("model", options.name), rows))


def _remove(options: argparse.Namespace) -> None:
    remove_installed(options.name)
    print(f"Removed {options.name}.")


def _convert(options: argparse.Namespace) -> None:
    model = resolve_model(options.name, revision=options.revision, offline=options.offline)
    model = convert_model(model, "int8")
    print(format_table(("model", "digest", "folder"), [(model.name, model.digest[:16], str(model.folder))]))
    print(f"Converted model: {model.converted}")


_ACTIONS: Mapping[str, Callable[[argparse.Namespace], None]] = {
    "list": _list,
    "install": _install,
    "use": _use,
    "info": _info,
    "remove": _remove,
    "convert": _convert,
}


def _megabytes(name: str) -> float:
    folder = resolve_model(name).folder if name in embedded_models() else models_folder() / name
    return sum(size for _, size in iter_sizes({name: folder})) / 1e6


def _scores(entry: Entry | None) -> str:
    return f"{entry.scores} ({entry.source})" if entry else ""


def _licence(folder: Path) -> str:
    manifest = read_manifest(folder)
    return manifest.licence if manifest else ""


def _has_default_cache() -> bool:
    return os.path.isdir(os.path.expanduser("~/.cache/huggingface/hub"))  # noqa: PTH112, PTH111
