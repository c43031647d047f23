"""`bitexte models`: the models at hand; fetch and convert one before going offline."""

from __future__ import annotations

import argparse
import os

from translate.cli.options import config_of
from translate.cli.tables import format_table
from translate.models import cached_hub_models, convert_model, embedded_models, resolve_model

DESCRIPTION = """\
List the models on this machine: those that come with bitexte, and those in the Hugging Face cache.
With --model, download that model if needed and convert it, so that it can be used with --offline.

  bitexte models
  bitexte models --model Helsinki-NLP/opus-mt-fr-en"""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="MODEL", help="built-in model, model folder or Hugging Face name")
    parser.add_argument("--revision", metavar="COMMIT", help="revision of a Hugging Face model")
    parser.add_argument("--offline", action="store_true", help="never access the network")


def run(options: argparse.Namespace) -> int:
    if options.model:
        engine = config_of(options).engine
        model = resolve_model(engine.model, revision=engine.revision, offline=engine.offline)
        model = convert_model(model, engine.compute_type)
        print(format_table(("model", "digest", "folder"), [(model.name, model.digest[:16], str(model.folder))]))
        print(f"Converted model: {model.converted}")
        return 0
    rows = [(name, "built-in", resolve_model(name).digest[:16]) for name in embedded_models()]
    if "HF_HOME" in os.environ or "HF_HUB_CACHE" in os.environ or _has_default_cache():
        rows += [(name, "Hugging Face cache", revision[:16]) for name, revision in cached_hub_models()]
    print(format_table(("model", "where", "digest or revision"), rows))
    return 0


def _has_default_cache() -> bool:
    return os.path.isdir(os.path.expanduser("~/.cache/huggingface/hub"))  # noqa: PTH112, PTH111
