"""The languages that a command line or a configuration states for bilingual files."""

from __future__ import annotations

import argparse

from translate.config import Config
from translate.config_file import load_config
from translate.formats import Header
from translate.languages import DEFAULT_SOURCE, DEFAULT_TARGET, check_code

USUAL = Header(DEFAULT_SOURCE, DEFAULT_TARGET)
"""The languages of a bilingual file that names none, where none are stated either."""


def stated_languages(options: argparse.Namespace) -> Header | None:
    """Return the languages that the options or the configuration file state; an empty one for what neither does.

    None where neither states any: what reads bilingual files takes those of the file then.
    """
    unstated = Config(source_language="", target_language="")
    config = load_config(options.config, unstated) if options.config else unstated  # one that was found is of documents
    source = options.source_language or config.source_language
    target = options.target_language or config.target_language
    return Header(source and check_code(source), target and check_code(target)) if source or target else None
