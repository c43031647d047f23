"""`bitexte models`: the models at hand and those worth having; install one, make it the default, remove it."""

from __future__ import annotations

import argparse
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from translate.cli import exit_codes
from translate.cli.parser import Parser
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
  bitexte models use opus-mt-fr-en                 the default from now on
  bitexte models install --help                    what an action takes, and its exit codes"""
RESULTS = True


class _Action(NamedTuple):
    """What can be done with models, and what its help says."""

    run: Callable[[argparse.Namespace], None]
    summary: str
    more: str
    done: str
    error: str
    usage: str = "usage error: unknown option, or no model named"
    interrupted: str = "interrupted"


def add_options(parser: Parser) -> None:
    parser.default_step = "list"
    actions = parser.add_subparsers(title="actions", dest="step_name", metavar="ACTION")
    for name, action in _ACTIONS.items():
        step = actions.add_parser(
            name,
            help=action.summary,
            description=f"{action.summary[0].upper()}{action.summary[1:]}.\n\n{action.more}",
            epilog=exit_codes(
                done=action.done, error=action.error, usage=action.usage, interrupted=action.interrupted
            ),
        )  # fmt: skip
        _ADDERS[name](step)


def _add_nothing(step: argparse.ArgumentParser) -> None:
    pass


def _add_install_options(step: argparse.ArgumentParser) -> None:
    step.add_argument("name", metavar="NAME", help="a name of the list, a Hugging Face name, a folder or an archive")
    step.add_argument("--as", dest="label", metavar="NAME", help="name to install it under")
    step.add_argument("--revision", metavar="COMMIT", help="revision of a Hugging Face model")
    step.add_argument("--target-token", metavar="TOKEN", default="", help="language of a model of many: '>>fra<<'")
    step.add_argument("--offline", action="store_true", help="never access the network: folders and archives only")


def _add_use_options(step: argparse.ArgumentParser) -> None:
    step.add_argument("name", metavar="NAME", help="an installed model, or the built-in one")


def _add_info_options(step: argparse.ArgumentParser) -> None:
    step.add_argument("name", metavar="NAME", help="a name of the list, a folder, or a Hugging Face name in its cache")
    step.add_argument("--revision", metavar="COMMIT", help="revision of a Hugging Face model")
    step.add_argument("--offline", action="store_true", help="never access the network, which info never does")


def _add_remove_options(step: argparse.ArgumentParser) -> None:
    step.add_argument("name", metavar="NAME", help="an installed model")


def _add_convert_options(step: argparse.ArgumentParser) -> None:
    step.add_argument("name", metavar="NAME", help="a folder, or a Hugging Face name")
    step.add_argument("--revision", metavar="COMMIT", help="revision of a Hugging Face model")
    step.add_argument("--offline", action="store_true", help="never access the network")


def run(options: argparse.Namespace) -> int:
    _ACTIONS[options.step_name].run(options)
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
        label = options.name.rpartition("/")[2]
        if find_installed(label):
            advice = f" under that name; it is '{label}' here: bitexte models use {label}"
        elif "/" in options.name or options.name in read_catalogue():
            advice = f"; run 'bitexte models install {options.name}' first"
        else:
            advice = f". Installed: {', '.join(installed_models()) or 'none'}; 'bitexte models' lists what there is"
        raise ModelError(f"No model '{options.name}' is installed{advice}.")
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
    if options.name in embedded_models():
        raise UsageError(f"'{options.name}' is built in and cannot be removed.")
    remove_installed(options.name)
    print(f"Removed {options.name}.")


def _convert(options: argparse.Namespace) -> None:
    model = resolve_model(options.name, revision=options.revision, offline=options.offline)
    model = convert_model(model, "int8")
    print(format_table(("model", "digest", "folder"), [(model.name, model.digest[:16], str(model.folder))]))
    print(f"Converted model: {model.converted}")


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


_ACTIONS: Mapping[str, _Action] = {
    "list": _Action(
        _list,
        "list the models at hand, and those worth having",
        "Says where each is, its size, what it is for, and what it scores.",
        "listed",
        "error: an installed model is damaged; standard error says which",
        "usage error: unknown option; list takes no name",
    ),
    "install": _Action(
        _install,
        "fetch a model, or take a copy of one, and store it as int8",
        """\
Size and licence are said before anything is fetched. A model that was copied from another machine may be a folder, a
.zip or an .argosmodel. It appears whole or not at all; what was fetched of it is kept, so that the same command goes on
where it stopped.

  bitexte models install opus-mt-fr-en
  bitexte models install ./folder --as mine""",
        "installed: it can be named with --model, and with 'bitexte models use'",
        "error: not found, no network, damaged, no known kind, installed already, or no room; nothing is installed",
        interrupted="interrupted; the same command goes on where it stopped",
    ),
    "use": _Action(
        _use,
        "make an installed model the default",
        """\
It holds for all commands from now on; --model and a configuration file override it.

  bitexte models use opus-mt-fr-en
  bitexte models use fr-en                         the built-in one again""",
        "it is the default now",
        "error: no such model is installed, or the choice cannot be kept; the default is what it was",
    ),
    "info": _Action(
        _info,
        "say what a model is: where it comes from, its languages, licence, size and scores",
        "Nothing is fetched.",
        "printed",
        "error: no such model on this machine, or it is damaged",
    ),
    "remove": _Action(
        _remove,
        "delete an installed model",
        "Where it was the default, the built-in one is again.",
        "removed",
        "error: no such model is installed, or it cannot be deleted",
    ),
    "convert": _Action(
        _convert,
        "convert a Hugging Face Marian model for CTranslate2, and keep the result in the cache",
        """Commands that translate do so by themselves; this does it before going offline.

  bitexte models convert ./folder""",
        "converted, or it was so before",
        "error: not found, no network, damaged, or no Marian model",
    ),
}
_ADDERS: Mapping[str, Callable[[argparse.ArgumentParser], None]] = {
    "list": _add_nothing,
    "install": _add_install_options,
    "use": _add_use_options,
    "info": _add_info_options,
    "remove": _add_remove_options,
    "convert": _add_convert_options,
}
